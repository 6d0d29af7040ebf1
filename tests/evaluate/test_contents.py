from typing import Any

from accordingto.evaluate.contents import contents_of, count, measured, nested
from accordingto.evaluate.matching import chars
from tests.evaluate.build import at, attribution, statement, voice

TEXT = "ONA said that General Hazrun had told it the road to Rusafi was open again. Shells fell on the dam."
OUTER, INNER = "that General Hazrun had told it the road to Rusafi was open again", "the road to Rusafi was open again"
FLAT = attribution("ONA", "said", OUTER, TEXT)
ONA, HAZRUN = voice("ONA", "ONA", TEXT), voice("General Hazrun", "General Hazrun", TEXT)
CHAINED = statement(INNER, ONA, HAZRUN, text=TEXT)
ROW: dict[str, Any] = {
    "doc": "g",
    "text": TEXT,
    "attributions": [{"cue_segment": [], "content": [at(words, TEXT)]} for words in (OUTER, INNER)],
}


def test_flat_and_chained_together_find_both() -> None:
    found = measured(count(ROW, {"attributions": [FLAT], "statements": [CHAINED]}))
    assert [m.value for m in found] == [100.0, 100.0, 100.0]
    assert [m.support for m in found] == [2, 1, 1]


def test_flat_alone_finds_the_outer_one() -> None:
    found = count(ROW, {"attributions": [FLAT]})
    assert (found["A1"], found["nested_found"], found["nested_predicted"]) == (1, 0, 0)


def test_statements_alone_will_do_and_narration_is_left_out() -> None:
    narration = statement("Shells fell on the dam", form="narration", text=TEXT)
    found = count(ROW, {"statements": [CHAINED, narration]})
    assert (found["A1"], found["nested_found"], found["nested_both"], found["predicted"]) == (1, 1, 0, 1)


def test_a_content_found_twice_counts_once() -> None:
    again = statement(OUTER.removeprefix("that "), ONA, HAZRUN, text=TEXT)
    single = statement(INNER, ONA, text=TEXT)
    assert contents_of({"attributions": [FLAT], "statements": [again, single]}, TEXT) == [
        chars(TEXT, [at(OUTER, TEXT)])
    ]


def test_nested_means_wholly_within_a_larger_one() -> None:
    a, b, c = frozenset({1, 2, 3}), frozenset({2, 3}), frozenset({3, 4})
    assert nested([a, b, c, a]) == [False, True, False, False]


def test_empty_contents_are_nothing() -> None:
    assert contents_of({"attributions": [{"content": []}], "statements": []}, TEXT) == []
