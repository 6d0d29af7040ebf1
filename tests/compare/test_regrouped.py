"""A story's matters and quotations as people have them, on the sample story, compared."""

from __future__ import annotations

import pytest

from accordingto.compare.regrouped import regrouped
from accordingto.compare.travel import travel
from accordingto.model.review import GroupKind, GroupReview
from accordingto.resources.comparison import open_comparison
from tests.compare import crossing

WORDS = open_comparison()


@pytest.fixture(scope="module")
def story():
    readings = crossing.readings()
    return readings, travel(readings, words=WORDS)


def said(kind: GroupKind, action: str, ids: tuple[str, ...], members: tuple[str, ...] = ()) -> GroupReview:
    target = ids[0] if action == "merge" else f"{kind.value[:-1]}-new"
    return GroupReview(1, action, kind, ids, "Nura", "2023", members=members, target=target)


def test_without_decisions_nothing_changes(story) -> None:
    readings, found = story
    assert regrouped(found, readings, []).travel == found


def test_matters_that_are_one_have_the_statements_and_occasions_of_both(story) -> None:
    readings, found = story
    a, b = found.matters[:2]
    made = regrouped(found, readings, [said(GroupKind.MATTERS, "merge", (b.id, a.id))])
    assert len(made.travel.matters) == len(found.matters) - 1
    whole = next(one for one in made.travel.matters if one.id == b.id)
    assert set(whole.statements) == {*a.statements, *b.statements}
    assert set(whole.reports) == {*a.reports, *b.reports}
    assert {one.id for one in whole.occasions} == {one.id for one in (*a.occasions, *b.occasions)}
    shared = {one.id for one in a.occasions} & {one.id for one in b.occasions}
    assert whole.origins == (max(a.origins[0], b.origins[0]), a.origins[1] + b.origins[1] - len(shared))
    assert set(whole.echoes) <= {*a.echoes, *b.echoes}
    assert whole.label == b.label
    assert made.matters.resolve(a.id) == b.id
    assert made.travel.quotes == found.quotes


def test_a_part_of_a_matter_has_its_own_reports_and_looser_bounds(story) -> None:
    readings, found = story
    one = max(found.matters, key=lambda matter: len(matter.statements))
    gone = one.statements[0]
    made = regrouped(found, readings, [said(GroupKind.MATTERS, "split", (one.id,), (gone,))])
    left = next(matter for matter in made.travel.matters if matter.id == one.id)
    new = next(matter for matter in made.travel.matters if matter.id == "matter-new")
    assert new.statements == (gone,)
    assert set(left.statements) == set(one.statements) - {gone}
    home = next(reading.report.id for reading in readings if gone in reading.by_id)
    assert new.reports == (home,)
    assert new.origins == (1, 1)
    assert 1 <= left.origins[0] <= left.origins[1] <= one.origins[1]
    assert all(
        any(part.report in new.reports for part in occasion.evidence) for occasion in new.occasions if occasion.evidence
    )


def test_quotations_that_are_one_are_told_against_one_first_wording(story) -> None:
    readings, found = story
    a, b = found.quotes[:2]
    made = regrouped(found, readings, [said(GroupKind.QUOTES, "merge", (a.id, b.id))], function=WORDS.function_words)
    whole = next(one for one in made.travel.quotes if one.id == a.id)
    assert len(whole.variants) == len(a.variants) + len(b.variants)
    assert whole.variants[: len(a.variants)] == a.variants
    assert all(variant.edits for variant in whole.variants[len(a.variants) :])
    assert sum(len(one.variants) for one in made.travel.quotes) == sum(len(one.variants) for one in found.quotes)


def test_a_wording_that_is_another_utterance_goes(story) -> None:
    readings, found = story
    one = next(group for group in found.quotes if len(group.variants) > 1)
    gone = one.variants[-1].statement
    made = regrouped(
        found, readings, [said(GroupKind.QUOTES, "split", (one.id,), (gone,))], function=WORDS.function_words
    )
    new = next(group for group in made.travel.quotes if group.id == "quote-new")
    assert {variant.statement for variant in new.variants} == {gone}
    assert new.variants[0].edits == ()
    left = [group for group in made.travel.quotes if group.id == one.id]
    assert all(variant.statement != gone for group in left for variant in group.variants)
