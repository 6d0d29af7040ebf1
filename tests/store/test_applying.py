"""Matters and quotations as people have them, in every row and in the record, and as they were when that is taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import func, select, update

from accordingto.compare.travel import Travel
from accordingto.model import UsageError
from accordingto.model.people import Role
from accordingto.model.review import GroupDecision, GroupKind
from accordingto.pipeline.relating import relate
from accordingto.store import travel as kept
from accordingto.store.schema import metadata
from accordingto.store.schema.stories import stories
from accordingto.store.schema.travel import matters, quote_groups, relations, travels
from accordingto.store.store import Store
from accordingto.store.storygroups import matter_of, matters_of, quotes_of, tellings_of
from accordingto.store.storyrows import StoryRows
from accordingto.store.tracing import resolved
from accordingto.store.verify import findings
from tests.store import told

STORY = "story-crossing"


@pytest.fixture
def found(store: Store) -> Iterator[Travel]:
    told.crossing_story(store)
    told.compared(store, STORY)
    yield store.travel(STORY)
    assert list(findings(store)) == []


def merge(*ids: str, kind: GroupKind = GroupKind.MATTERS, **more) -> GroupDecision:
    return GroupDecision("merge", kind, ids, more.pop("by", "Nura"), **more)


def split(ident: str, *members: str, kind: GroupKind = GroupKind.MATTERS, **more) -> GroupDecision:
    return GroupDecision("split", kind, (ident,), more.pop("by", "Nura"), members=members, **more)


def rows(store: Store, *names: str) -> dict[str, list[tuple]]:
    """Tables without their keys, which are nobody's business, and matters by id where rows refer to them."""
    with store.looking() as connection:
        called = {
            at: {row.key: row.id for row in connection.execute(select(table))}
            for at, table in (("matter_key", matters), ("group_key", quote_groups))
        }
        made = {}
        for name in names:
            found = [dict(row._mapping) for row in connection.execute(select(metadata.tables[name]))]
            for row in found:
                row.pop("key", None)
                row |= {at: ids.get(row[at]) for at, ids in called.items() if at in row}
            made[name] = sorted(tuple(map(str, row.values())) for row in found)
        return made


TABLES = ("travels", "matters", "matter_statements", "occasions", "relations", "quote_groups", "quote_variants")


def now(store: Store, table, ident: str) -> str | None:
    with store.looking() as connection:
        return resolved(connection, table, ident)


def test_a_merger_is_in_the_rows_and_in_the_record_and_goes_without_a_trace(store: Store, found: Travel) -> None:
    before = rows(store, *TABLES)
    a, b = found.matters[:2]
    pairs = select(func.count()).select_from(relations).join(matters, matters.c.key == relations.c.matter_key)
    with store.looking() as connection:
        together = connection.scalar(pairs.where(matters.c.id.in_((a.id, b.id))))
    key, _ = store.decide_group(merge(b.id, a.id, note="one attack"))
    with store.looking() as connection:
        story = connection.scalar(select(stories.c.key))
        listed = matters_of(connection, story, limit=100)
        one = matter_of(connection, b.id)
        said = {telling.statement for telling in tellings_of(connection, [one.key])[one.key]}
        assert len(listed) == len(found.matters) - 1 == connection.scalar(select(travels.c.matters))
        assert matter_of(connection, a.id) is None
        assert resolved(connection, matters, a.id) == b.id
        assert said == {*a.statements, *b.statements}
        assert connection.scalar(pairs.where(matters.c.id == b.id)) == together > 0
    (decided,) = one.decided
    assert (decided["action"], decided["by"], decided["ids"], decided["note"]) == (
        "merge",
        "Nura",
        sorted((a.id, b.id)),
        "one attack",
    )
    whole = next(one for one in store.travel(STORY).matters if one.id == b.id)
    assert whole.decided[0].key == key
    assert (one.at_least, one.at_most, one.echoes) == (*whole.origins, len(whole.echoes))
    assert list(findings(store)) == []
    store.undo_group(key, by="Nura")
    assert rows(store, *TABLES) == before
    assert store.travel(STORY) == found


def test_what_was_split_off_has_an_id_that_works_and_leads_back_when_it_is_undone(store: Store, found: Travel) -> None:
    one = max(found.matters, key=lambda matter: len(matter.statements))
    gone = one.statements[-1]
    key, _ = store.decide_group(split(one.id, gone))
    (decision,) = store.group_decisions()
    with store.looking() as connection:
        new, left = matter_of(connection, decision.target), matter_of(connection, one.id)
        assert {telling.statement for telling in tellings_of(connection, [new.key])[new.key]} == {gone}
        assert (new.at_least, new.at_most) == (1, 1)
    assert [made["action"] for made in (*new.decided, *left.decided)] == ["split", "split"]
    assert new.decided[0]["members"] == 1
    store.undo_group(key, by="Nura")
    assert now(store, matters, decision.target) == one.id
    assert store.travel(STORY) == found


def test_all_of_a_matter_that_is_split_off_is_found_by_both_ids(store: Store, found: Travel) -> None:
    one = found.matters[-1]
    store.decide_group(split(one.id, *one.statements))
    (decision,) = store.group_decisions()
    assert now(store, matters, one.id) == decision.target


def test_quotations_that_are_one_are_counted_as_one(store: Store, found: Travel) -> None:
    a, b = found.quotes[:2]
    key, _ = store.decide_group(merge(a.id, b.id, kind=GroupKind.QUOTES))
    with store.looking() as connection:
        story = connection.scalar(select(stories.c.key))
        group = kept.quote_group(connection, story, a.id)
        listed = {one.id: one for one in quotes_of(connection, story, limit=100)}
        assert resolved(connection, quote_groups, b.id) == a.id
    assert len(group.variants) == len(a.variants) + len(b.variants) == listed[a.id].variants
    assert [one.key for one in group.decided] == [key]
    assert listed[a.id].decided[0]["by"] == "Nura"
    assert store.traced(b.id)[0] == STORY
    assert list(findings(store)) == []
    store.undo_group(key, by="Nura")
    assert store.travel(STORY) == found


def test_an_adjudicator_decides_after_coders_whenever_they_did(store: Store, found: Travel) -> None:
    a, b = found.matters[:2]
    part = split(a.id, *[one for one in a.statements if one in b.statements] or a.statements[:1], role=Role.ADJUDICATOR)
    store.decide_group(part)
    store.decide_group(merge(a.id, b.id, by="Sami", role=Role.CODER))
    whole = next(one for one in store.travel(STORY).matters if one.id == a.id)
    assert [(one.action, one.by) for one in whole.decided] == [("merge", "Sami"), ("split", "Nura")]
    assert not {*part.members} & {*whole.statements}


def test_what_people_decided_holds_when_the_story_is_compared_again(store: Store, found: Travel) -> None:
    a, b, c = found.matters[:3]
    store.decide_group(merge(a.id, b.id))
    store.decide_group(split(c.id, c.statements[-1]))
    before, held = store.travel(STORY), rows(store, *TABLES[1:])
    told.story(store, STORY, store.story(STORY).reports)
    told.compared(store, STORY)
    assert store.travel(STORY) == before
    assert rows(store, *TABLES[1:]) == held


@pytest.mark.parametrize("left", [5, 4, 3])
def test_a_changed_story_is_told_as_it_will_be_kept(store: Store, found: Travel, left: int) -> None:
    """Also where groups have fewer members than when people decided on them."""
    a, b, c = found.matters[:3]
    store.decide_group(merge(b.id, a.id))
    store.decide_group(split(c.id, c.statements[-1]))
    store.decide_group(merge(*(one.id for one in found.quotes[:2]), kind=GroupKind.QUOTES))
    told.story(store, STORY, store.story(STORY).reports[:left])
    before = rows(store, *TABLES)
    held = store.story_readings(STORY)
    plain = relate(tuple(held)).travel
    shown = store.provisional(STORY, plain, held)
    assert rows(store, *TABLES) == before
    assert any(one.decided for one in shown.matters)
    assert {one.id for one in plain.matters} != {one.id for one in shown.matters}
    told.compared(store, STORY)
    assert store.travel(STORY) == shown


def test_it_holds_when_a_report_of_it_is_forgotten(store: Store, found: Travel) -> None:
    a, b = found.matters[:2]
    store.decide_group(merge(a.id, b.id))
    gone = store.story(STORY).reports[-1]
    store.forget(gone, at="2023-11-16T00:00:00Z")
    told.compared(store, STORY)
    whole = next(one for one in store.travel(STORY).matters if one.id == a.id)
    assert whole.decided
    assert gone not in whole.reports
    assert now(store, matters, b.id) == a.id


def test_it_holds_when_the_story_goes_up_in_another(store: Store, found: Travel) -> None:
    a, b = found.matters[:2]
    store.decide_group(merge(a.id, b.id))
    with store.writing() as connection:
        key = connection.scalar(select(stories.c.key).where(stories.c.id == STORY))
        members = store.story(STORY).reports
        made = connection.execute(
            stories.insert().values(id="story-other", reports=0, title="x", revision=1, changed=True)
        )
        report = connection.scalar(
            select(metadata.tables["reports"].c.key).where(metadata.tables["reports"].c.id == members[0])
        )
        StoryRows(connection).merge(key, made.inserted_primary_key[0], report)
    told.compared(store, "story-other")
    whole = next(one for one in store.travel("story-other").matters if one.id == a.id)
    assert {*a.statements, *b.statements} == {*whole.statements}
    assert whole.decided


def test_groups_of_different_stories_are_not_merged(store: Store, found: Travel) -> None:
    a, b = found.matters[:2]
    with store.writing() as connection:
        made = connection.execute(
            stories.insert().values(id="story-other", reports=0, title="x", revision=1, changed=False)
        )
        connection.execute(update(matters).where(matters.c.id == b.id).values(story_key=made.inserted_primary_key[0]))
    with pytest.raises(UsageError, match="within one story"):
        store.decide_group(merge(a.id, b.id))
    assert store.group_decisions() == []
    with store.writing() as connection:
        key = connection.scalar(select(stories.c.key).where(stories.c.id == STORY))
        connection.execute(update(matters).where(matters.c.id == b.id).values(story_key=key))


def test_a_record_that_is_not_what_people_decided_is_found(store: Store, found: Travel) -> None:
    a, b = found.matters[:2]
    key, _ = store.decide_group(merge(a.id, b.id))
    with store.writing() as connection:
        data = connection.scalar(select(travels.c.regrouped))
        connection.execute(update(travels).values(regrouped=None))
    assert any("as people decided" in one.what for one in findings(store))
    with store.writing() as connection:
        connection.execute(update(travels).values(regrouped=data))
    store.undo_group(key, by="Nura")
