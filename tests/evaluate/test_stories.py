"""Scores of the tasks ``stories`` and ``accounts``, and B³ itself, on rows whose figures are known by hand."""

from typing import Any

import pytest

from accordingto.evaluate import verdicts as module
from accordingto.evaluate.grouping import b_cubed, b_cubed_measure
from accordingto.evaluate.predict import predict
from accordingto.evaluate.score import score
from accordingto.model import IntegrityError, UsageError

Row = dict[str, Any]


def stories(**reports: str) -> list[Row]:
    return [{"id": name, "story": story} for name, story in reports.items()]


def test_b_cubed_of_the_example_in_its_paper() -> None:
    # seven things, {1-5} {6 7}; ours: {1 2 3} {4 5 6 7}
    gold = dict.fromkeys((1, 2, 3, 4, 5), "a") | dict.fromkeys((6, 7), "b")
    own = dict.fromkeys((1, 2, 3), "x") | dict.fromkeys((4, 5, 6, 7), "y")
    found = b_cubed_measure("B3", b_cubed("n", gold, own), "n")
    assert found.precision == pytest.approx(100 * (3 + 4 * 0.5) / 7, abs=0.1)
    assert found.recall == pytest.approx(100 * (3 * 0.6 + 2 * 0.4 + 2) / 7, abs=0.1)
    assert found.support == 7


def test_counting_some_of_the_items_keeps_the_groups_of_all() -> None:
    gold, own = {1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"}
    parts = b_cubed("n", gold, own, of=[1]) + b_cubed("n", gold, own, of=[2, 3])
    assert parts == b_cubed("n", gold, own)


def test_nothing_is_zero_and_rests_on_nothing() -> None:
    found = b_cubed_measure("B3", b_cubed("n", {}, {}), "n")
    assert (found.value, found.support) == (0.0, 0)


def test_stories_by_b_cubed_and_by_number() -> None:
    gold = stories(a="1", b="1", c="2", d="2")
    found = score("stories", gold, stories(a="x", b="x", c="x", d="y"), draws=30)
    b3 = found.measures[0]
    assert b3.precision == pytest.approx(100 * (3 * 2 - 1 + 3) / 12, abs=0.1)  # 2/3 2/3 1/3 1
    assert b3.recall == pytest.approx(75.0)
    assert found.figures["groups for 100 stories"] == 100.0
    assert found.documents == 4
    assert b3.interval
    assert b3.interval[0] <= b3.value <= b3.interval[1]


def test_a_report_without_a_story_is_alone_and_named() -> None:
    gold = stories(a="1", b="1")
    found = score("stories", gold, stories(a="1"), draws=0)
    assert found.absent == ("b",)
    assert found.measures[0].recall == 50.0
    assert found.figures["groups for 100 stories"] == 200.0
    with pytest.raises(UsageError, match="the gold has no `story` for the document a"):
        score("stories", [{"id": "a"}], [], draws=0)
    with pytest.raises(IntegrityError, match="neither a string nor a number"):
        score("stories", gold, [{"id": "a", "story": None}], draws=0)


def test_the_names_of_stories_do_not_matter() -> None:
    gold = stories(a="1", b="2", c="2")
    assert score("stories", gold, stories(a="2", b="1", c="1"), draws=0).figures["B3"] == 100.0


LABELS = {"S": "SUPPORTS", "R": "REFUTES", "N": "NOT ENOUGH INFO"}


def verdicts(labels: str, **more: Any) -> list[Row]:
    return [{"unique_id": f"u{n}", "label": LABELS[label], **more} for n, label in enumerate(labels)]


def test_labels_by_accuracy_and_f1() -> None:
    found = score("accounts", verdicts("SSSRRN", case_id="c"), verdicts("SSRRNN"), draws=5)
    named = found.figures
    assert named["accuracy"] == pytest.approx(100 * 4 / 6)
    assert named["SUPPORTS F1"] == pytest.approx(80.0)  # 2 of 2 and of 3
    assert named["REFUTES F1"] == pytest.approx(50.0)  # 1 of 2 and of 2
    assert named["NOT ENOUGH INFO F1"] == pytest.approx(100 * 2 / 3)
    assert named["macro-F1"] == pytest.approx((80 + 50 + 200 / 3) / 3)
    assert found.confusion == (("REFUTES", "NOT ENOUGH INFO", 1), ("SUPPORTS", "REFUTES", 1))
    assert found.measures[0].interval == (pytest.approx(named["accuracy"]), pytest.approx(named["accuracy"])), (
        "one case"
    )


def test_a_row_without_a_label_is_wrong_whatever_it_is() -> None:
    found = score("accounts", verdicts("SN"), verdicts("S"), draws=0)
    assert (found.figures["accuracy"], found.absent) == (50.0, ("u1",))
    with pytest.raises(IntegrityError, match="'MAYBE' is no label; labels are SUPPORTS, REFUTES, NOT ENOUGH INFO"):
        score("accounts", verdicts("S"), [{"unique_id": "u0", "label": "MAYBE"}], draws=0)


def test_a_claim_gets_the_likeliest_label_under_the_name_of_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def scored(claim: str, evidence: str) -> dict[str, float]:
        refuted = 0.5 if "not" in evidence else 0.2
        return {"NOT ENOUGH INFO": 0.1, "REFUTES": refuted, "SUPPORTS": 0.5 if claim == evidence else 0.3}

    monkeypatch.setattr(module, "scored", scored)
    given = [
        {"unique_id": "u0", "label": "NOT ENOUGH INFO", "claim": "The dam is held.", "evidence": "The dam is held."},
        {"unique_id": "u1", "claim": "The dam is held.", "evidence": "The dam is not held."},
        {"unique_id": "u2", "claim": "It is not.", "evidence": "It is not."},
    ]
    found = list(predict("accounts", given))
    assert [(row["unique_id"], row["label"]) for row in found] == [
        ("u0", "SUPPORTS"),
        ("u1", "REFUTES"),
        ("u2", "SUPPORTS"),
    ]
    assert found[1]["scores"] == {"SUPPORTS": 0.3, "REFUTES": 0.5, "NOT ENOUGH INFO": 0.1}
    (broken,) = predict("accounts", [{"unique_id": "u3", "claim": "x", "evidence": None}])
    assert (broken["label"], "error" in broken) == ("NOT ENOUGH INFO", True)


def test_stories_are_predicted_in_the_order_of_the_rows_and_without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[str, str, str | None]] = []

    def grouped(texts: list[tuple[str, str, str | None]]) -> list[str]:
        given.extend(texts)
        return ["b" for _ in texts]

    monkeypatch.setattr("accordingto.pipeline.stories.grouped", grouped)
    monkeypatch.setattr("accordingto.evaluate.predict.open_reader", lambda: pytest.fail("no model is needed"))
    rows = [
        {"id": "b", "text": "One.", "date": "2023-03-09", "story": "gold"},
        {"id": "a", "text": "Two.", "topic": "1"},
    ]
    assert list(predict("stories", rows)) == [{"id": "b", "story": "b"}, {"id": "a", "story": "b"}]
    assert given == [("b", "One.", "2023-03-09"), ("a", "Two.", None)]
