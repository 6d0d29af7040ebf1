"""Gold rows of what people decided: in the format of the predict contract, for ``accordingto evaluate`` and ``training/``.

A layer of a report is gold where somebody has said that all of it is decided, and nothing in it is disputed. Its records are those that
people accepted, corrected or added, and no others: what the program reads besides, in whatever version, has no part in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from accordingto.evaluate.contract import control_row, estimates_row, statement_row
from accordingto.evaluate.events import event_rows
from accordingto.evaluate.rows import Row
from accordingto.model import Place
from accordingto.model.review import LAYERS, Review
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import iso_of
from accordingto.review.apply import Applied, applied


def _toponyms(reading: Reading) -> Row:
    return {"toponyms": [place_row(place) for place in sorted(reading.places, key=lambda place: place.span)]}


ROWS: Mapping[str, Callable[[Reading], Row]] = {
    "statements": statement_row,
    "events": event_rows,
    "estimates": estimates_row,
    "control": control_row,
    "places": _toponyms,
}
"""What makes the fields of each layer; the layers are called as the tasks are."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A report as people have it."""

    row: Row | None
    """``doc``, ``text``, ``outlet``, ``published`` and the fields of each layer that is gold; ``None`` where none is."""
    layers: tuple[str, ...]
    """Those that are gold."""
    disputed: Mapping[str, int]
    """Of the layers that are coded and are not: how many records are disputed."""


def gold(reading: Reading, reviews: Sequence[Review], *, layers: Iterable[str] = LAYERS) -> Gold:
    """What people decided on a report, as gold.

    Args:
        reading: what the program reads; of it only the text and what belongs to it is used.
        reviews: all decisions on its text.
        layers: which layers are wanted.
    """
    made = applied(reading, reviews, undecided=False)
    coded = {layer for held in made.coded.values() for layer in held}
    wanted = [layer for layer in LAYERS if layer in coded and layer in set(layers)]
    disputed = {layer: count for layer in wanted if (count := _disputed(made, layer))}
    good = tuple(layer for layer in wanted if layer not in disputed)
    return Gold(_row(made.reading, good) if good else None, good, disputed)


def _disputed(made: Applied, layer: str) -> int:
    return sum(one.disputed for one in made.judged if one.layer == layer)


def _row(reading: Reading, layers: Iterable[str]) -> Row:
    report = reading.report
    row: dict[str, Any] = {
        "doc": report.id,
        "text": report.text,
        "outlet": report.outlet.value if report.outlet else None,
        "published": iso_of(report.published),
    }
    for layer in layers:
        row |= ROWS[layer](reading)
    return row


def place_row(place: Place) -> Row:
    """A place as the task ``places`` has it; ``lat`` and ``lon`` are null where the words mean no point."""
    scheme, _, number = (place.gazetteer_id or "").partition(":")
    return {
        "start": place.span.start,
        "end": place.span.end,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": int(number) if scheme == "geonames" and number.isdigit() else None,
        "country": place.country,
        "admin1": place.admin1,
        "demonym": place.demonym,
    }
