"""The fields by which a record of each layer is corrected or added: what each is called, what it takes, and what it holds now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accordingto.export.wording import ACTS, COMMITMENTS
from accordingto.model import (
    Act,
    Aux,
    ControlStatus,
    Event,
    Factuality,
    Form,
    Harm,
    Mood,
    Part,
    PlaceKind,
    SourceKind,
    Spans,
    Statement,
    spans_of,
)
from accordingto.model.review import Record

SPANS, CHOICE, TEXT, NUMBER, FLAG, BOUNDS = "spans", "choice", "text", "number", "flag", "bounds"
Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form."""

    name: str
    """As `accordingto.review` calls it."""
    label: str
    kind: str
    """`SPANS`, `CHOICE`, `TEXT`, `NUMBER`, `FLAG` or `BOUNDS`."""
    now: Callable[[Any], Any]
    """What a record holds: spans as pairs, else a plain value."""
    values: Values = ()
    """Of a choice: values, and how each is told; an empty value stands for none."""
    hint: str = ""


def _pairs(parts: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in parts]


def _parts(parts: tuple[Part, ...]) -> list[list[int]]:
    return [[span.start, span.end] for part in parts for span in spans_of(part.evidence)]


def _told(values: Any, *, none: str | None = None) -> Values:
    listed = tuple((value.value, value.value.replace("_", " ")) for value in values)
    return (("", none), *listed) if none is not None else listed


_ACTS: Values = tuple((act.value, ACTS[act]) for act in Act)
_HELD: Values = tuple((held.value, f"{COMMITMENTS[held]} ({held.value})") for held in Factuality)
_AUX: Values = _told(Aux, none="said to have happened")


def _inner(read: Callable[[Any], Any]) -> Callable[[Statement], Any]:
    """Of the innermost voice; nothing of narration."""
    return lambda statement: read(statement.innermost) if statement.voices else None


_STATEMENT = (
    Field("content", "Content", SPANS, lambda one: _pairs(one.content)),
    Field("source", "Source", SPANS, _inner(lambda link: _pairs(spans_of(link.source.evidence)))),
    Field("cue", "Cue", SPANS, _inner(lambda link: _pairs(spans_of(link.cue)))),
    Field("act", "Act", CHOICE, lambda one: one.act.value, _ACTS),
    Field("factuality", "Commitment", CHOICE, lambda one: one.factuality.value, _HELD),
    Field("kind", "Kind of voice", CHOICE, _inner(lambda link: link.source.kind.value), _told(SourceKind, none="")),
    Field("name", "Name of the voice", TEXT, _inner(lambda link: link.source.name)),
    Field("unnamed", "Nobody can tell who", FLAG, _inner(lambda link: link.source.unnamed)),
    Field("form", "Form", CHOICE, lambda one: one.form.value, _told(Form)),
    Field("mood", "Mood", CHOICE, lambda one: one.mood.value, _told(Mood)),
)
_CONTROL = (
    Field("span", "Words that say so", SPANS, lambda one: _pairs(one.trigger)),
    Field("status", "Status", CHOICE, lambda one: one.status.value, _told(ControlStatus)),
    Field("holder", "Who", SPANS, lambda one: _parts(one.holders)),
    Field("place", "Which place", SPANS, lambda one: _parts(one.places)),
    Field("as_of", "As of", TEXT, lambda one: one.as_of.value if one.as_of else None, hint="2023-03-14"),
    Field("asserted", "Asserted, not only presupposed", FLAG, lambda one: one.asserted),
    Field("aux", "Reality", CHOICE, lambda one: one.aux.value if one.aux else None, _AUX),
)
_ESTIMATE = (
    Field("span", "Number as worded", SPANS, lambda one: _pairs(one.span)),
    Field("low", "At least", NUMBER, lambda one: one.low),
    Field("high", "At most", NUMBER, lambda one: one.high),
    Field("approximate", "About, some, nearly", FLAG, lambda one: one.approximate),
    Field("unit", "Unit", TEXT, lambda one: one.unit),
    Field("what", "What is counted", SPANS, lambda one: _pairs(spans_of(one.what)) if one.what else []),
    Field("place", "Where", SPANS, lambda one: _parts(one.places)),
    Field("as_of", "As of", TEXT, lambda one: one.as_of.value if one.as_of else None, hint="2023-03-14"),
)
_PLACE = (
    Field("span", "Toponym", SPANS, lambda one: [[one.span.start, one.span.end]]),
    Field("name", "Name in the gazetteer", TEXT, lambda one: one.name),
    Field("gazetteer_id", "Id in the gazetteer", TEXT, lambda one: one.gazetteer_id),
    Field("kind", "Kind", CHOICE, lambda one: one.kind.value if one.kind else None, _told(PlaceKind, none="not known")),
    Field("country", "Country", TEXT, lambda one: one.country, hint="ISO 3166-1: FR"),
    Field("admin1", "Province", TEXT, lambda one: one.admin1),
    Field("lat", "Latitude", NUMBER, lambda one: one.lat),
    Field("lon", "Longitude", NUMBER, lambda one: one.lon),
    Field("centroid", "Only the middle of an area", FLAG, lambda one: one.centroid),
    Field("demonym", "Names people, not the place", FLAG, lambda one: one.demonym),
)


def _harm(harm: Harm) -> Callable[[Event], Any]:
    def now(event: Event) -> Any:
        found = next((one.count for one in event.victims if one.harm is harm), None)
        return [found.low, found.high] if found else None

    return now


@lru_cache(maxsize=1)
def _event() -> tuple[Field, ...]:
    from accordingto.resources.codebook import chosen_codebook
    from accordingto.resources.events import open_codebook

    codebook = open_codebook(chosen_codebook())
    types = tuple((name, name) for name in codebook.types)
    return (
        Field("span", "Trigger", SPANS, lambda one: _pairs(one.trigger)),
        Field("type", "Type", CHOICE, lambda one: one.type, types),
        Field("mode", "Mode", TEXT, lambda one: one.mode, hint="of the codebook; empty for none"),
        Field("actor", "Actors", SPANS, lambda one: _parts(one.actors)),
        Field("recipient", "Recipients", SPANS, lambda one: _parts(one.recipients)),
        Field("place", "Places", SPANS, lambda one: _parts(one.places)),
        Field("date", "When", TEXT, lambda one: one.time.value if one.time else None, hint="2023-03-14"),
        Field("aux", "Reality", CHOICE, lambda one: one.aux.value if one.aux else None, _AUX),
        *(Field(harm.value, harm.value.capitalize(), BOUNDS, _harm(harm)) for harm in Harm),
    )


def fields_of(layer: str) -> tuple[Field, ...]:
    """The fields of a layer's records, in the order of the form."""
    plain = {"statements": _STATEMENT, "control": _CONTROL, "estimates": _ESTIMATE, "places": _PLACE}
    return plain[layer] if layer in plain else _event()


def values_of(layer: str, record: Record) -> dict[str, Any]:
    """What a record holds in each field of its form."""
    return {field.name: field.now(record) for field in fields_of(layer)}
