"""Rows of the task ``travel``: made of the records that comparing gives, and checked wherever they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from accordingto.evaluate.rows import Row, field_of, name_of
from accordingto.model import (
    BlockKind,
    Difference,
    IntegrityError,
    LineageKind,
    Mismatch,
    QuoteGroup,
    Relation,
    RelationKind,
    Slot,
    Span,
    hull,
)

if TYPE_CHECKING:
    from accordingto.compare.travel import Travel
    from accordingto.pipeline.reading import Reading

FIELDS = ("lineage", "quotes", "accounts", "origins", "mismatches")
"""What a row has beside its ``story``."""


def travel_row(found: Travel, readings: Mapping[str, Reading]) -> Row:
    """What comparing the reports of a story gave, as the task ``travel`` has it.

    Args:
        found: what comparing gave.
        readings: the readings that were compared, by the name of the document, in order. Of documents with the same text the first
            stands for all: they are one report.
    """
    rows = _Rows(found, readings)
    return {
        "lineage": rows.lineage(),
        "quotes": [rows.pieces(group) for group in found.quotes],
        "accounts": [rows.account(relation) for relation in found.relations],
        "origins": [
            {
                "members": sorted(rows.place(statement) for statement in matter.statements),
                "origins": list(matter.origins),
                "echoes": len(matter.echoes),
            }
            for matter in found.matters
        ],
        "mismatches": [rows.mismatch(one) for one in found.mismatches],
    }


class _Rows:
    """Documents and places by the ids of records."""

    def __init__(self, found: Travel, readings: Mapping[str, Reading]) -> None:
        self._found = found
        self._docs: dict[str, str] = {}
        for doc, reading in readings.items():
            self._docs.setdefault(reading.report.id, doc)
        self._readings = {doc: readings[doc] for doc in self._docs.values()}
        self._at = {
            statement.id: (doc, hull(statement.content))
            for doc, reading in self._readings.items()
            for statement in reading.statements
        }
        self._order = {report: number for number, report in enumerate(found.reports)}

    def lineage(self) -> list[Row]:
        """One edge a pair, copies before cites; what only follows is no edge of the task."""
        kinds: dict[tuple[str, str], str] = {}
        for edge in self._found.lineage:
            if edge.kind is LineageKind.FOLLOWS:
                continue
            pair = self._docs[edge.source], self._docs.get(edge.target, edge.target)
            kinds[pair] = LineageKind.COPIES if LineageKind.COPIES in (edge.kind, kinds.get(pair)) else edge.kind
        return [{"from": a, "to": b, "kind": str(kind)} for (a, b), kind in sorted(kinds.items())]

    def pieces(self, group: QuoteGroup) -> list[list[Any]]:
        """Each stretch inside marks."""
        return sorted(_listed(self._docs[one.report], span) for one in group.variants for span in one.pieces)

    def place(self, statement: str) -> list[Any]:
        """Where a statement stands, from its first to its last word."""
        return _listed(*self._at[statement])

    def account(self, relation: Relation) -> Row:
        """A relation: ``a`` is the earlier report's, of one report that of the body."""
        a, b = relation.a, relation.b
        first, second = (self._rank(one) for one in (a, b))
        a, b = (b, a) if second < first else (a, b)
        return {
            "a": self._end(a),
            "b": self._end(b),
            "relation": relation.kind.value,
            "slot": _first_slot(relation.differences),
        }

    def _rank(self, statement: str) -> tuple[int, bool]:
        doc, span = self._at[statement]
        report = self._readings[doc].report
        headlines = (block.span for block in report.blocks if block.kind is BlockKind.HEADLINE)
        return self._order.get(report.id, 0), any(one.start <= span.start < one.end for one in headlines)

    def _end(self, statement: str) -> Row:
        return dict(zip(("doc", "start", "end"), self.place(statement), strict=True))

    def mismatch(self, one: Mismatch) -> Row:
        """A mismatch by its statement and the document that says something else."""
        source = self._at[one.source_statement][0]
        return {**self._end(one.statement), "source_doc": source, "slot": _first_slot(one.differences)}


def _listed(doc: str, span: Span) -> list[Any]:
    return [doc, span.start, span.end]


def _first_slot(differences: Sequence[Difference]) -> str | None:
    """The slot that makes a relation stands first."""
    return differences[0].slot.value if differences else None


def items_of(row: Row, name: str) -> list[Any]:
    """The items of a field; none where it is missing or null."""
    return row.get(name) or []


def stories_of(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows of reports by their story, in the order of their first appearance."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(str(row["story"]), []).append(row)
    return found


def check_story(row: Row, what: str) -> None:
    """Check one story's row.

    Raises:
        IntegrityError: where a field is missing or malformed.
    """
    story = name_of(row)
    for number, edge in enumerate(items_of(row, "lineage"), 1):
        where = f"{what} of {story}, edge {number} of `lineage`"
        for name in ("from", "to", "kind"):
            _word(edge, name, where)
        _known(edge["kind"], LineageKind, f"{where}, `kind`")
    for number, group in enumerate(items_of(row, "quotes"), 1):
        _places(group, f"{what} of {story}, group {number} of `quotes`")
    for number, account in enumerate(items_of(row, "accounts"), 1):
        where = f"{what} of {story}, account {number}"
        for end in "ab":
            _place(field_of(account, end, f"{where}, `{end}`"), f"{where}, `{end}`")
        _known(field_of(account, "relation", f"{where}, `relation`"), RelationKind, f"{where}, `relation`")
        _slot(account.get("slot"), where)
    for number, matter in enumerate(items_of(row, "origins"), 1):
        _matter(matter, f"{what} of {story}, matter {number} of `origins`")
    for number, mismatch in enumerate(items_of(row, "mismatches"), 1):
        where = f"{what} of {story}, mismatch {number}"
        _place(mismatch, where)
        _word(mismatch, "source_doc", where)
        _slot(field_of(mismatch, "slot", f"{where}, `slot`"), where)


def _matter(matter: Any, where: str) -> None:
    _places(field_of(matter, "members", f"{where}, `members`"), f"{where}, `members`")
    value = field_of(matter, "origins", f"{where}, `origins`")
    bounds = [value, value] if type(value) is int else value
    if not (isinstance(bounds, list | tuple) and len(bounds) == 2 and all(type(n) is int for n in bounds)):
        raise IntegrityError(f"{where}: `origins` is {value!r}; write a whole number, or [least, most]")
    if bounds[0] > bounds[1]:
        raise IntegrityError(f"{where}: `origins` are at least {bounds[0]} and at most {bounds[1]}")


def _places(items: Any, where: str) -> None:
    if not isinstance(items, list):
        raise IntegrityError(f"{where} is no list of places; write [[doc, start, end], …]")
    for item in items:
        if not (isinstance(item, list | tuple) and len(item) == 3):
            raise IntegrityError(f"{where}: {item!r} is no place; a place is [doc, start, end)")
        _place(dict(zip(("doc", "start", "end"), item, strict=True)), where)


def _place(item: Any, where: str) -> None:
    doc, start, end = (field_of(item, name, f"{where}, `{name}`") for name in ("doc", "start", "end"))
    if not (isinstance(doc, str) and type(start) is type(end) is int and 0 <= start < end):
        raise IntegrityError(f"{where}: {[doc, start, end]!r} is no place; a place is a document and [start, end)")


def _word(item: Any, name: str, where: str) -> None:
    if not isinstance(field_of(item, name, f"{where}, `{name}`"), str):
        raise IntegrityError(f"{where}: `{name}` is {item[name]!r}, not a string")


def _slot(value: Any, where: str) -> None:
    if value is not None:
        _known(value, Slot, f"{where}, `slot`")


def _known(value: Any, kinds: type[LineageKind | RelationKind | Slot], where: str) -> None:
    if value not in [kind.value for kind in kinds]:
        raise IntegrityError(f"{where}: {value!r} is not known; known are {', '.join(kind.value for kind in kinds)}")
