"""Outside corpora of events, on readings that are made by hand."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from accordingto.content.events import events
from accordingto.evaluate import gsr, learning, muc, petrarch
from accordingto.evaluate.corpora import corpus
from accordingto.evaluate.truecase import is_capitals, truecased
from accordingto.model import Event, Report, Statement, UsageError
from accordingto.pipeline.reading import Reading
from accordingto.resources.events import open_codebook
from tests.content.events import sentences as s
from tests.content.marked import scene_of

BOOK = open_codebook()
MARKED = [s.SHELLED, s.OPENED_FIRE, s.ABDUCTED, s.AGREEMENT, s.LAID_DOWN]


def readings() -> dict[str, Reading]:
    made = {}
    for marked in MARKED:
        scene = scene_of(marked)
        made[scene.report.text] = Made(scene.report, scene.statements, events(scene, BOOK))
    return made  # type: ignore[return-value]


@dataclass
class Made:
    report: Report
    statements: tuple[Statement, ...]
    events: tuple[Event, ...] = field(default=())


READINGS = readings()
TYPES = ["ASSAULT", "ASSAULT", "ASSAULT", "AGREE", "RETREAT"]


def test_types_are_those_of_the_events() -> None:
    rows = [{"text": text, "event_v2": kind} for text, kind in zip(READINGS, TYPES, strict=True)]
    found = gsr.measure(rows, READINGS.__getitem__)
    assert (found.rules_accuracy, found.accuracy) == (100, 100)
    assert "accuracy 100.0" in found.render()


def test_a_friendly_deed_to_come_is_an_agreement_and_a_hostile_one_a_threat() -> None:
    scene = scene_of(s.WILL_VISIT.replace(" if|SCONJ|mark|resume talks|NOUN|nsubj|resume resume|VERB|advcl|visit", ""))
    assert gsr.by_rule(gsr.Typed("", "", events(scene, BOOK), ())) == "AGREE"


def test_triples_are_learnt_from_the_other_folds() -> None:
    text = "Rebels shelled the market in Dorva on Tuesday, killing at least 12 people, three of them children."
    rows = [
        {
            "id": f"{n}",
            "text": text + " " * n,
            "events": [{"sourcecode": "REB", "targetcode": "DOR", "eventcode": "194"}],
        }
        for n in range(6)
    ]
    found = petrarch.measure(rows, lambda words: READINGS[words.strip()], BOOK)
    assert found.roots == 100
    assert found.crosswalk == 100
    assert found.triples == 100


def test_names_and_codes_are_aligned_by_meeting() -> None:
    def one(number: int, text: str, source: str, target: str) -> petrarch.Sentence:
        return petrarch.Sentence(str(number), text, ((source, "04", target),), ())

    seen = [
        one(1, "Orvenia met Veshkar", "ORV", "VES"),
        one(2, "Veshkar met Talmark", "VES", "TAL"),
        one(3, "Selmar met Talmark", "ORV", "TAL"),
        one(4, "Selmar met Veshkar", "ORV", "VES"),
    ]
    found = petrarch.dictionary(seen)
    assert (found["Orvenia"], found["Veshkar"], found["Selmar"]) == ("ORV", "VES", "ORV")


KEY = {
    "1. MESSAGE: TEMPLATE": ["1"],
    "4. INCIDENT: TYPE": ["KIDNAPPING"],
    "11. PERP: ORGANIZATION CONFIDENCE": ['CLAIMED OR ADMITTED: "FRONT"'],
}


def test_incidents_follow_from_type_and_mode() -> None:
    texts = list(READINGS)
    documents = [{"doc_id": "A", "text": texts[2]}, {"doc_id": "B", "text": texts[3]}]
    found = muc.measure(documents, [{"doc_id": "A (X)", "slots": KEY}], READINGS.__getitem__)
    assert found.incident[0] == 100
    assert found.standing[0] == 0
    assert "KIDNAPPING 100.0 (n 1)" in found.render()


def test_optional_types_count_neither_way() -> None:
    gold, optional = muc.key_of([{"doc_id": "A", "slots": {**KEY, "4. INCIDENT: TYPE": ["BOMBING / ATTACK"]}}])
    assert gold["A"].incidents == frozenset()
    assert optional["A"] == {"BOMBING", "ATTACK"}


def test_a_head_learns_what_separates() -> None:
    head = learning.train([{"a": 1.0}, {"b": 1.0}] * 3, ["x", "y"] * 3)
    assert (head({"a": 1.0}), head({"b": 1.0, "unseen": 1.0})) == ("x", "y")


def test_rows_of_one_group_stay_in_one_fold() -> None:
    for train, test in learning.folds(["a", "b", "a", "c"], 2):
        assert not {0, 2} & set(train) or not {0, 2} & set(test)
        assert sorted(train + test) == [0, 1, 2, 3]


def test_casing() -> None:
    known = {"the", "rebel", "attack", "said", "on", "of", "town"}
    text = "THE REBELS ATTACKED DORVA ON MONDAY. [FUF] SAID GENERAL HAZRUN."
    assert truecased(text, known) == "The rebels attacked Dorva on Monday. [FUF] said General Hazrun."
    assert truecased("As it is.", known) == "As it is."
    assert not is_capitals("123")


def test_an_unknown_corpus_or_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="known are gsr, petrarch, muc4"):
        corpus("nonsense", tmp_path, lambda: pytest.fail("nothing is opened"))
    with pytest.raises(UsageError, match="is not there"):
        corpus("gsr", tmp_path / "none", lambda: pytest.fail("nothing is opened"))
