"""The places of a report as records: its toponyms, resolved together, with evidence, precision and viewpoint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.language.flow import Flow
from accordingto.mentions.places.ranking import Choice, resolve
from accordingto.mentions.places.toponym import Toponym
from accordingto.mentions.places.toponyms import Named, toponyms
from accordingto.model import Place, PlaceKind, Report, Span, Stated, content_id
from accordingto.resources.gazetteer.gazetteer import Gazetteer
from accordingto.resources.gazetteer.index import Entry
from accordingto.resources.places import PlaceWords

LAYER = "place"
_PRECISION = {
    PlaceKind.SETTLEMENT: "settlement",
    PlaceKind.FACILITY: "settlement",
    PlaceKind.ADMIN2: "admin2",
    PlaceKind.ADMIN1: "admin1",
    PlaceKind.COUNTRY: "country",
}
_POINTS = (PlaceKind.SETTLEMENT, PlaceKind.FACILITY)
"""Kinds whose point is where they are; of others it is only their middle."""


@dataclass(frozen=True, slots=True)
class _Archived:
    span: Span
    kind: str
    score: float


def places_of(
    report: Report, flow: Flow, named: Sequence[Named], gazetteer: Gazetteer, words: PlaceWords
) -> tuple[Place, ...]:
    """The places that a report names, in the order in which its archived text names them; demonyms are among them, marked.

    The whole archived text is read, datelines and captions too, and all its toponyms are resolved together.

    Args:
        report: an archived report.
        flow: its running text.
        named: what the entity head found in ``flow.text``, with spans of it; may be empty.
        gazetteer: where places are looked up.
        words: the lexicon ``places``.
    """
    located = locate(report, flow, named, gazetteer, words)
    return tuple(place(report, toponym, choice) for toponym, choice in located)


def locate(
    report: Report, flow: Flow, named: Sequence[Named], gazetteer: Gazetteer, words: PlaceWords
) -> list[tuple[Toponym, Choice | None]]:
    """The toponyms of a report's archived text with what each was resolved to; arguments as for `places_of`."""
    archived = [_Archived(span, one.kind, one.score) for one in named for span in _once(flow, one.span)]
    found = toponyms(report.text, archived, gazetteer, words)
    return list(zip(found, resolve(report.text, found, gazetteer, words), strict=True))


def _once(flow: Flow, span: Span) -> Iterator[Span]:
    """A span of the running text in the archived text, where it lies in one block."""
    parts = flow.archived(span.start, span.end)
    if len(parts) == 1:
        yield parts[0]


def place(report: Report, toponym: Toponym, choice: Choice | None) -> Place:
    """The record of a toponym and of what it was resolved to."""
    span = toponym.span
    ident = content_id(LAYER, report.text_sha256, (span,))
    said = Place(
        ident, span, span.of(report.text), Stated((span,)), toponym.score, toponym.by,
        relation=toponym.relation, relation_span=toponym.relation_span, demonym=toponym.demonym,
    )  # fmt: skip
    return said if choice is None else _resolved(said, toponym, choice)


def _resolved(said: Place, toponym: Toponym, choice: Choice) -> Place:
    entry = choice.hit.entry
    vague = toponym.relation is not None
    point = (None, None) if vague else (entry.lat, entry.lon)
    inside = not (vague and entry.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT))
    return Place(
        said.id, said.span, said.toponym, said.evidence, round(toponym.score * choice.chance, 4), said.by,
        name=entry.name, gazetteer_id=entry.id, kind=entry.kind, country=entry.country if inside else None,
        admin1=entry.admin1 if inside else None, lat=point[0], lon=point[1], bounds=None if vague else entry.bounds,
        centroid=entry.kind not in _POINTS and point[0] is not None,
        precision="vague" if vague else _precision(entry), viewpoint=entry.source,
        relation=said.relation, relation_span=said.relation_span, demonym=said.demonym,
    )  # fmt: skip


def _precision(entry: Entry) -> str:
    return _PRECISION.get(entry.kind, "region")
