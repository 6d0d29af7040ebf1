"""Records of comparing reports as rows of the task ``travel``, and stories predicted from the rows of their reports."""

from typing import Any

import pytest

from accordingto.compare.travel import Travel
from accordingto.evaluate import across
from accordingto.evaluate.predict import predict
from accordingto.evaluate.travel import count
from accordingto.evaluate.travelrows import stories_of, travel_row
from accordingto.model import (
    Block,
    BlockKind,
    Difference,
    Lineage,
    LineageKind,
    Matter,
    Mismatch,
    Passage,
    QuoteGroup,
    Relation,
    RelationKind,
    Report,
    Run,
    Slot,
    Span,
    Variant,
    text_sha256,
)
from accordingto.pipeline.reading import Reading
from tests.evaluate.build import TEXT, StubReader, made

HEADED = "Dam is held\n“We hold the dam,” Rozan Teli said."


def reading(name: str, text: str, *parts: tuple[str, tuple[int, int]]) -> Reading:
    blocks = [Block(BlockKind.HEADLINE, Span(0, 11), "test"), Block(BlockKind.PARAGRAPH, Span(12, len(text)), "test")]
    report = Report(name, "capture", text, text_sha256(text), tuple(blocks), "test/1")
    return Reading(report, tuple(made([Span(*at)], key=key) for key, at in parts), Run("0", "test/1", "0", "0", "0"))


ONE = reading("r1", HEADED, ("one", (12, 29)))
TWO = reading("r2", HEADED + " ", ("two", (12, 29)), ("head", (0, 11)))
DIFFERENCE = Difference(Slot.NUMBER, Passage("r1", (Span(0, 1),)), Passage("r2", (Span(0, 1),)), "1", "2")


def edge(target: str, kind: LineageKind, *, known: bool = True) -> Lineage:
    return Lineage("r2", target, kind, (), None, 1.0, "test", known)


FOUND = Travel(
    reports=("r1", "r2"),
    lineage=(
        edge("r1", LineageKind.CITES),
        edge("r1", LineageKind.COPIES),
        edge("Northwire", LineageKind.CITES, known=False),
        edge("Agence Lumen", LineageKind.FOLLOWS, known=False),
    ),
    quotes=(
        QuoteGroup(
            "q", (Variant("r2", (Span(13, 28),), "two", None), Variant("r1", (Span(13, 16), Span(17, 28)), "one", None)), 1.0, "t"
        ),
    ),
    matters=(Matter("m", ("two", "one"), ("r1", "r2"), (), (1, 2), ("r2",)),),
    relations=(
        Relation("two", "one", RelationKind.NARROWS, (DIFFERENCE,), 1.0, "test"),
        Relation("head", "two", RelationKind.REWORDS, (), 1.0, "test"),
    ),
    mismatches=(Mismatch("two", "one", Passage("r2", (Span(0, 3),)), (DIFFERENCE,), 1.0, "test"),),
)  # fmt: skip


def test_records_become_rows_over_documents() -> None:
    row = travel_row(FOUND, {"s-1": ONE, "s-2": TWO})
    assert row["lineage"] == [
        {"from": "s-2", "to": "Northwire", "kind": "cites"},
        {"from": "s-2", "to": "s-1", "kind": "copies"},
    ], "one edge a pair, copies before cites, and none for what only follows"
    assert row["quotes"] == [[["s-1", 13, 16], ["s-1", 17, 28], ["s-2", 13, 28]]]
    assert row["origins"] == [{"members": [["s-1", 12, 29], ["s-2", 12, 29]], "origins": [1, 2], "echoes": 1}]
    assert row["mismatches"] == [{"doc": "s-2", "start": 12, "end": 29, "source_doc": "s-1", "slot": "number"}]


def test_a_is_the_earlier_and_of_one_report_the_body() -> None:
    narrowing, headline = travel_row(FOUND, {"s-1": ONE, "s-2": TWO})["accounts"]
    assert (narrowing["a"]["doc"], narrowing["b"]["doc"], narrowing["slot"]) == ("s-1", "s-2", "number")
    assert (headline["a"]["start"], headline["b"]["start"], headline["slot"]) == (12, 0, None)


def test_what_is_made_of_records_can_be_scored() -> None:
    row = {"story": "s", **travel_row(FOUND, {"s-1": ONE, "s-2": TWO})}
    assert count(row, row)["|same edges"] == 2


def rows(*docs: tuple[str, str, str]) -> list[dict[str, Any]]:
    return [{"story": story, "doc": doc, "text": text} for story, doc, text in docs]


@pytest.fixture
def comparing(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Comparing notes which documents it was given."""
    seen: list[list[str]] = []

    def one_story(readings: Any) -> dict[str, Any]:
        seen.append(list(readings))
        if not readings:
            raise ValueError("nothing to compare")
        return {"lineage": [], "quotes": [], "accounts": [], "origins": [], "mismatches": []}

    monkeypatch.setattr(across, "one_story", one_story)
    return seen


def test_a_row_a_story_from_rows_in_any_order(comparing: list[list[str]]) -> None:
    given = rows(("t", "t-1", TEXT), ("s", "s-1", TEXT), ("t", "t-2", TEXT))
    found = list(predict("travel", given, reader=StubReader()))
    assert [row["story"] for row in found] == ["t", "s"]
    assert comparing == [["t-1", "t-2"], ["s-1"]]
    assert stories_of(given).keys() == {"s", "t"}
    assert across.expected("travel", given) == 2


def test_a_report_that_cannot_be_read_is_left_out_and_told(comparing: list[list[str]]) -> None:
    told: list[str] = []
    given = rows(("s", "s-1", " "), ("s", "s-2", TEXT), ("t", "t-1", ""), ("u", "u-1", TEXT))
    found = list(predict("travel", given, reader=StubReader(), failed=lambda name, _: told.append(name)))
    assert told == ["s-1", "t-1", "t"]
    assert comparing == [["s-2"], [], ["u-1"]]
    assert [row.get("error") for row in found] == [
        "EmptyInput: the text is empty",
        "ValueError: nothing to compare",
        None,
    ]
