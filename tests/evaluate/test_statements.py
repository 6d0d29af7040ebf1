from collections import Counter
from typing import Any

import pytest

from accordingto.evaluate.measures import LEAST
from accordingto.evaluate.statements import act_measures, confusion, count, large_acts, measured, same_chain, same_voice
from tests.evaluate.build import TEXT, statement, voice

TELI, ARMY = voice("Rozan Teli", "Rozan Teli"), voice("the army", "The army")
QUOTE = statement("“We hold the dam,”", TELI, form="direct")
DENIAL = statement("that it had fired on Camp Hadra", ARMY, act="deny", factuality="CT-")
TOLD = statement("Rozan Teli told Northwire", form="narration", act="narrate")
ROW: dict[str, Any] = {"doc": "a", "text": TEXT, "statements": [QUOTE, DENIAL]}


def test_gold_against_itself() -> None:
    found = count(ROW, ROW["statements"])
    values = {m.name: m.value for m in measured(found)}
    assert {k: v for k, v in values.items() if k != "act macro-F1"} == dict.fromkeys(
        ("found", "form", "act", "factuality", "chain"), 100.0
    )


def test_predicted_narration_counts_only_where_it_meets_gold() -> None:
    assert count(ROW, [QUOTE, TOLD])["predicted"] == 1
    narrated = {**ROW, "statements": [TOLD]}
    found = count(narrated, [TOLD])
    assert (found["predicted"], found["found"], found["attributed"]) == (1, 1, 0)


def test_an_attributed_prediction_that_meets_nothing_counts_against() -> None:
    assert count({**ROW, "statements": []}, [QUOTE])["predicted"] == 1


def test_labels_are_compared_only_where_a_statement_was_found() -> None:
    wrong = {**DENIAL, "act": "state", "factuality": "CT+", "form": "mixed", "chain": []}
    found = count(ROW, [wrong])
    assert (found["found"], found["form"], found["factuality"], found["chain"]) == (1, 0, 0, 0)
    assert confusion(found) == {("deny", "state"): 1}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (voice("Rozan Teli"), voice("ROZAN TELI"), True),
        (voice("the co-chair", "Rozan Teli"), voice("Rozan Teli", "Rozan"), True),
        (voice("Rozan Teli", "Rozan Teli"), voice("the army", "The army"), False),
        (voice(None), voice(None), True),
        (voice(None), voice("the army"), False),
        (voice(None, "The army"), voice(None), False),
        ({"name": None, "source": None}, {}, True),
    ],
)
def test_voices(a: dict[str, Any], b: dict[str, Any], same: bool) -> None:
    assert same_voice(TEXT, a, b) is same
    assert same_voice(TEXT, b, a) is same


def test_a_chain_needs_every_voice_in_order() -> None:
    assert same_chain(TEXT, [TELI, ARMY], [TELI, ARMY])
    assert not same_chain(TEXT, [TELI, ARMY], [ARMY, TELI])
    assert not same_chain(TEXT, [TELI], [TELI, ARMY])
    assert same_chain(TEXT, [], [])


def test_macro_is_over_acts_with_enough_gold() -> None:
    counts = Counter({"class:state>state": LEAST, "class:deny>state": LEAST - 1, "found": 2 * LEAST - 1})
    assert large_acts(counts) == {"state"}
    macro = next(m for m in measured(counts) if m.name == "act macro-F1")
    assert macro.value == pytest.approx(200 * LEAST / (LEAST + 2 * LEAST - 1))
    assert macro.support == LEAST


def test_a_draw_is_measured_over_the_acts_of_the_whole() -> None:
    draw = Counter({"class:state>state": 1, "class:deny>state": 1, "found": 2})
    macro = next(m for m in measured(draw, over=frozenset({"deny"})) if m.name == "act macro-F1")
    assert (macro.value, macro.support) == (0.0, 1)


def test_no_act_is_large_enough() -> None:
    macro = next(m for m in measured(Counter({"class:state>state": 1})) if m.name == "act macro-F1")
    assert (macro.value, macro.support) == (0.0, 0)


def test_acts_come_most_frequent_first() -> None:
    counts = Counter({"class:deny>deny": 2, "class:state>deny": 3, "class:ask>ask": 2})
    assert [m.name for m in act_measures(counts)] == ["state", "ask", "deny"]
