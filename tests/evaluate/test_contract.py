from dataclasses import replace

import pytest

from accordingto.evaluate.contract import control_row, estimates_row, statement_row
from accordingto.evaluate.statements import check
from accordingto.model import Act, Aux, Control, ControlStatus, Estimate, Implied, Inherited, Part, Stated, Time
from accordingto.pipeline.reading import Reading
from tests.evaluate.build import TEXT, at, link, made, reading, span

SOURCE, CUE = Stated((span("Rozan Teli"),)), Stated((span("told"),))


def said(value: str) -> Time:
    return Time(value, None, None, None, CUE, "test")


def test_a_statement_has_the_voices_below_the_outlet() -> None:
    whole = reading(made([span("We hold the dam")], link("Rozan Teli", SOURCE, CUE, act=Act.DECLARE)))
    (row,) = statement_row(whole)["statements"]
    assert row == {
        "id": "statement-1",
        "content": [at("We hold the dam")],
        "form": "indirect",
        "act": "declare",
        "factuality": "CT+",
        "chain": [{"name": "Rozan Teli", "source": [at("Rozan Teli")], "cue": [at("told")], "unnamed": False}],
        "said": None,
    }


def test_inherited_evidence_keeps_its_spans_and_implied_has_none() -> None:
    inherited = link("Northwire", Inherited("statement-0", "agency", (span("Northwire"),)), Implied("agency"))
    whole = reading(made([span("We hold the dam")], inherited, link(None, Implied("agentless"), CUE)))
    outer, inner = statement_row(whole)["statements"][0]["chain"]
    assert (outer["source"], outer["cue"], outer["unnamed"]) == ([at("Northwire")], [], False)
    assert inner == {"name": None, "source": [], "cue": [at("told")], "unnamed": True}


def test_narration_has_an_empty_chain() -> None:
    (row,) = statement_row(reading(made([span("The army")])))["statements"]
    assert (row["chain"], row["act"], row["said"]) == ([], "narrate", None)


def test_statements_and_spans_come_in_text_order() -> None:
    late = made([span("The army denied")], key="a")
    split = made([span("told Northwire"), span("We hold")], key="b")
    rows = statement_row(reading(late, split))["statements"]
    assert [row["id"] for row in rows] == ["b", "a"]
    assert rows[0]["content"] == [at("We hold"), at("told Northwire")]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2023-03-13", "2023-03-13"),
        ("2023-03", "2023-03"),
        ("2023-W10", "2023-W10"),
        ("2023-03-13T09:30", "2023-03-13T09:30"),
        ("PRESENT_REF", None),
        ("XXXX-03-13", None),
    ],
)
def test_said_is_a_date_or_null(value: str, written: str | None) -> None:
    whole = reading(made([span("We hold the dam")], link("Rozan Teli", SOURCE, CUE, said=said(value))))
    assert statement_row(whole)["statements"][0]["said"] == written


def test_the_row_passes_the_scorers_check() -> None:
    whole = reading(made([span("We hold the dam")], link("Rozan Teli", SOURCE, CUE)))
    check({"doc": "a", "text": TEXT}, statement_row(whole)["statements"], "the prediction")


def claimed(**records: object) -> Reading:
    return replace(reading(made([span("We hold the dam")])), **records)  # type: ignore[arg-type]


def test_an_estimate_is_written_with_its_noun_and_whole_numbers() -> None:
    estimate = Estimate("e1", "r", "s1", (span("We"),), 12.0, None, "men", 1.0, "test", what=Stated((span("the dam"),)))
    (row,) = estimates_row(claimed(estimates=(estimate,)))["estimates"]
    assert row == {
        "statement": "s1", "span": at("We"), "low": 12, "high": None, "unit": "men", "what": [at("the dam")], "place": [],
    }  # fmt: skip


def test_control_as_of_the_sentence_leaves_out_what_is_to_come() -> None:
    part = Part(Stated((span("the dam"),)), "the dam")
    held = Control("c1", "r", "s1", (span("hold"),), ControlStatus.HOLDS, True, 1.0, "test", (), (part,))
    rows = control_row(claimed(control=(held, replace(held, id="c2", aux=Aux.FUTURE))))["control"]
    assert [(row["span"], row["status"], row["place"], row["holder"]) for row in rows] == [
        (at("hold"), "holds", [at("the dam")], [])
    ]
