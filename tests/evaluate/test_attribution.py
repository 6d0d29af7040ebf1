from typing import Any

import pytest

from accordingto.evaluate.attribution import (
    classes_of,
    count,
    cue_class,
    figures,
    kept,
    measured,
    quoted_characters,
    type_of,
)
from accordingto.evaluate.matching import chars
from tests.evaluate.build import TEXT, at, attribution

QUOTE = attribution("Rozan Teli", "told", "“We hold the dam,”")
DENIAL = attribution("The army", "denied", "that it had fired on Camp Hadra")
ROW: dict[str, Any] = {"doc": "a", "text": TEXT, "attributions": [QUOTE, DENIAL]}


def test_gold_against_itself_is_all_right() -> None:
    assert set(figures(count(ROW, ROW["attributions"])).values()) == {100.0}


def test_marks_and_spaces_at_the_edges_cost_nothing() -> None:
    trimmed = attribution("Rozan Teli", "told", "We hold the dam")
    assert count(ROW, [trimmed])["A5"] == 1


def test_a_wrong_source_keeps_a1_and_loses_a2() -> None:
    found = count(ROW, [attribution("The army", "told", "We hold the dam")])
    assert (found["A1"], found["A2"], found["A3"], found["A5"]) == (1, 0, 0, 0)


def test_two_empty_sources_agree_and_one_does_not() -> None:
    gold = {**ROW, "attributions": [attribution("", "told", "We hold the dam")]}
    assert count(gold, [attribution("", "told", "We hold the dam")])["A2"] == 1
    assert count(gold, [QUOTE])["A2"] == 0


def test_a_wrong_cue_keeps_a4_and_loses_a5() -> None:
    found = count(ROW, [attribution("Rozan Teli", "Northwire", "“We hold the dam,”")])
    assert (found["A3"], found["A4"], found["A5"]) == (0, 1, 0)


def test_predictions_in_discarded_text_do_not_count() -> None:
    row = {**ROW, "attributions": [], "discard": [at("“We hold the dam,” Rozan Teli told Northwire.")]}
    assert count(row, [QUOTE, DENIAL])["predicted"] == 1


def test_an_empty_content_is_no_attribution() -> None:
    row = {**ROW, "attributions": [{**QUOTE, "content": [[0, 1]]}]}
    assert count(row, [{**QUOTE, "content": []}]) == {"gold": 0, "predicted": 0, "claims": 0}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We hold the dam", "direct"),
        ("it had fired", "indirect"),
        ("dam,” Rozan", "mixed"),
    ],
)
def test_types_follow_the_marks(words: str, kind: str) -> None:
    assert type_of(chars(TEXT, [at(words)]), quoted_characters(TEXT)) == kind


def test_a_paragraph_break_closes_a_quotation() -> None:
    flags = quoted_characters('"a\nb" c "d')
    assert [c for c, q in zip('"a\nb" c "d', flags, strict=True) if q and c.isalpha()] == ["a", "c"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("According to", "according"),
        ("has denied", "speech"),
        ("testifies", "speech"),
        ("admitted", "speech"),
        ("estimate", "speech"),
        ("knows", "other"),
        (":", "other"),
        ("", "other"),
    ],
)
def test_classes_of_cues(words: str, name: str) -> None:
    assert cue_class(words) == name


def test_claims_are_quoted_or_spoken_or_after_a_colon() -> None:
    text = "Ferro: the road is open. He knows the road."
    quoted = quoted_characters(text)

    def claim(cue: str, content: str) -> bool:
        item = attribution("", cue, content, text)
        return classes_of(text, item, chars(text, item["content"]), quoted)[2]

    assert claim(":", "the road is open")
    assert not claim("knows", "the road is open")


def test_only_the_primary_annotation_counts() -> None:
    assert kept({})
    assert kept({"primary": True})
    assert not kept({"primary": False})


def test_recalls_by_type_are_of_the_gold_of_that_type() -> None:
    by_name = {m.name: m for m in measured(count(ROW, [QUOTE]))}
    assert (by_name["A1 recall direct"].value, by_name["A1 recall direct"].support) == (100.0, 1)
    assert (by_name["A2 recall indirect"].value, by_name["A2 recall indirect"].support) == (0.0, 1)
    assert by_name["A1 recall mixed"].support == 0
