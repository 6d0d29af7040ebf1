"""What is claimed inside statements, and places, out of plain values: events, estimates, control, toponyms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from accordingto.model import (
    Aux,
    Control,
    ControlStatus,
    Estimate,
    Event,
    Harm,
    Part,
    Place,
    PlaceKind,
    Stated,
    UsageError,
    Victims,
    content_id,
)
from accordingto.pipeline.reading import Reading
from accordingto.review.fields import (
    BY,
    Fields,
    bounds,
    choice,
    flag,
    known,
    number,
    one_span,
    optional,
    parts,
    spans_field,
    stated,
    time,
    words,
)

if TYPE_CHECKING:
    from accordingto.resources.events import Codebook

HARMS = tuple(harm.value for harm in Harm)
EVENT = ("statement", "span", "type", "mode", "contexts", "aux", "actor", "recipient", "place", "date", *HARMS)
ESTIMATE = ("statement", "span", "low", "high", "approximate", "unit", "what", "place", "as_of")
CONTROL = ("statement", "span", "status", "asserted", "aux", "holder", "place", "as_of")
PLACE = ("span", "name", "gazetteer_id", "kind", "country", "admin1", "lat", "lon", "centroid", "demonym")


def event_of(reading: Reading, fields: Fields, codebook: Codebook, old: Event | None = None) -> Event:
    """An event as a person has it.

    Args:
        reading: the reading that it belongs to.
        fields: `EVENT`; ``span`` is the trigger, roles are lists of spans, victims ``[at least, at most]``.
        codebook: what types, modes and contexts there are.
        old: the event that is corrected; what is not given stays as it is.

    Raises:
        UsageError: where something is missing, unknown or at odds with the rest; says what.
    """
    known(fields, EVENT, "an event")
    trigger = one_span(fields, "span", reading.report.text) if old is None or "span" in fields else old.trigger
    statement = _statement(reading, fields, old.statement if old else None, "an event")
    kind, mode = _typed(fields, codebook, old)
    same = old is not None and old.trigger == trigger and old.statement == statement
    made = content_id("event", reading.report.text_sha256, trigger, extra=(statement,))
    return Event(
        id=old.id if old and same else made,
        report=reading.report.id,
        statement=statement,
        trigger=trigger,
        type=kind,
        score=1.0,
        by=BY,
        mode=mode,
        contexts=_contexts(fields, codebook, old),
        aux=optional(Aux, fields["aux"], "aux") if "aux" in fields else old.aux if old else None,
        actors=_roles(reading, fields, "actor", old.actors if old else ()),
        recipients=_roles(reading, fields, "recipient", old.recipients if old else ()),
        places=_roles(reading, fields, "place", old.places if old else (), spot=True),
        time=time(fields["date"], "date") if "date" in fields else old.time if old else None,
        victims=_victims(fields, trigger, old.victims if old else ()),
    )


def _typed(fields: Fields, codebook: Codebook, old: Event | None) -> tuple[str, str | None]:
    kind = fields.get("type", old.type if old else None)
    if kind not in codebook.types:
        raise UsageError(f"`type` is {kind!r}; the codebook has {', '.join(codebook.types)}")
    kept = old.mode if old and old.type == kind else None
    mode = fields.get("mode", kept)
    modes = codebook.types[kind].modes
    if mode is not None and mode not in modes:
        raise UsageError(f"`mode` is {mode!r}; {kind} has {', '.join(modes) or 'none'}")
    return kind, mode


def _contexts(fields: Fields, codebook: Codebook, old: Event | None) -> tuple[str, ...]:
    if "contexts" not in fields:
        return old.contexts if old else ()
    held = fields["contexts"] or []
    if not isinstance(held, Sequence) or isinstance(held, str):
        raise UsageError("`contexts` is a list of contexts of the codebook")
    if unknown := [name for name in held if name not in codebook.context_definitions]:
        raise UsageError(f"{unknown[0]!r} is no context; the codebook has {', '.join(codebook.context_definitions)}")
    return tuple(dict.fromkeys(held))


def _victims(fields: Fields, trigger: Any, old: tuple[Victims, ...]) -> tuple[Victims, ...]:
    """Victims by harm: a harm that is given takes the place of all counts of it."""
    kept = [one for one in old if one.harm.value not in fields]
    made = []
    for harm in Harm:
        counted = bounds(fields.get(harm.value), harm.value, Stated(trigger))
        made += [Victims(harm, counted)] if counted else []
    return (*kept, *made)


def estimate_of(reading: Reading, fields: Fields, old: Estimate | None = None) -> Estimate:
    """An estimate as a person has it; see `event_of`. Bounds are inclusive, in the unit.

    Raises:
        UsageError: where something is missing, unknown or at odds with the rest; says what.
    """
    known(fields, ESTIMATE, "an estimate")
    text = reading.report.text
    span = one_span(fields, "span", text) if old is None or "span" in fields else old.span
    low = number(fields.get("low", old.low if old else None), "low")
    high = number(fields.get("high", old.high if old else None), "high")
    if low is None and high is None:
        raise UsageError("an estimate needs `low` or `high`")
    if low is not None and high is not None and low > high:
        raise UsageError(f"an estimate cannot lie between {low} and {high}")
    unit = words(fields.get("unit", old.unit if old else None), "unit")
    if unit is None:
        raise UsageError(
            "an estimate needs its `unit`: the counted noun, people where none is, %, or a currency's code"
        )
    same = old is not None and old.span == span
    what = spans_field(fields, "what", text, needed=False)
    return Estimate(
        id=old.id if old and same else content_id("estimate", reading.report.text_sha256, span),
        report=reading.report.id,
        statement=_statement(reading, fields, old.statement if old else None, "an estimate", optional=True),
        span=span,
        low=low,
        high=high,
        unit=unit,
        score=1.0,
        by=BY,
        approximate=flag(fields.get("approximate", old.approximate if old else False), "approximate"),
        what=(Stated(what) if what else None) if "what" in fields else old.what if old else None,
        places=_roles(reading, fields, "place", old.places if old else (), spot=True),
        as_of=time(fields["as_of"], "as_of") if "as_of" in fields else old.as_of if old else None,
        part_of=old.part_of if old else None,
    )


def control_of(reading: Reading, fields: Fields, old: Control | None = None) -> Control:
    """A record of control as a person has it; see `event_of`.

    Raises:
        UsageError: where something is missing, unknown or at odds with the rest; says what.
    """
    known(fields, CONTROL, "a record of control")
    trigger = one_span(fields, "span", reading.report.text) if old is None or "span" in fields else old.trigger
    status = choice(ControlStatus, fields.get("status", old.status if old else None), "status")
    same = old is not None and old.trigger == trigger
    made = content_id("control", reading.report.text_sha256, trigger, extra=[status.value])
    return Control(
        id=old.id if old and same else made,
        report=reading.report.id,
        statement=_statement(reading, fields, old.statement if old else None, "a record of control"),
        trigger=trigger,
        status=status,
        asserted=flag(fields.get("asserted", old.asserted if old else True), "asserted"),
        score=1.0,
        by=BY,
        holders=_roles(reading, fields, "holder", old.holders if old else ()),
        places=_roles(reading, fields, "place", old.places if old else (), spot=True),
        as_of=time(fields["as_of"], "as_of") if "as_of" in fields else old.as_of if old else None,
        aux=optional(Aux, fields["aux"], "aux") if "aux" in fields else old.aux if old else None,
    )


def place_of(reading: Reading, fields: Fields, old: Place | None = None) -> Place:
    """A toponym as a person has it: where it is, or with a null ``name``, ``lat`` and ``lon`` that it is not known.

    Raises:
        UsageError: where something is missing, unknown or at odds with the rest; says what.
    """
    known(fields, PLACE, "a place")
    given = one_span(fields, "span", reading.report.text) if old is None or "span" in fields else (old.span,)
    if len(given) != 1:
        raise UsageError("a toponym is one span: [start, end]")
    (span,) = given
    same = old is not None and old.span == span
    start = old if old and same else None
    ident = content_id("place", reading.report.text_sha256, given)
    base = start or Place(ident, span, span.of(reading.report.text), stated(given, BY), 1.0, BY)
    lat, lon = (number(fields.get(name, getattr(base, name)), name) for name in ("lat", "lon"))
    _point(lat, lon)
    named = ("name", "gazetteer_id", "country", "admin1")
    moved: dict[str, Any] = {name: words(fields[name], name) for name in named if name in fields}
    elsewhere = {"lat", "lon", "gazetteer_id"} & set(fields)
    return replace(
        base,
        **moved,
        lat=lat,
        lon=lon,
        kind=optional(PlaceKind, fields["kind"], "kind") if "kind" in fields else base.kind,
        centroid=flag(fields.get("centroid", base.centroid and lat is not None), "centroid"),
        demonym=flag(fields.get("demonym", base.demonym), "demonym"),
        bounds=None if elsewhere else base.bounds,
        viewpoint=BY if elsewhere else base.viewpoint,
        relation=None if lat is not None else base.relation,
        relation_span=None if lat is not None else base.relation_span,
        score=1.0,
        by=BY,
    )


def _point(lat: float | None, lon: float | None) -> None:
    if (lat is None) != (lon is None):
        raise UsageError("a place has both `lat` and `lon`, or neither")
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise UsageError(f"`lat` is -90 to 90 and `lon` -180 to 180 degrees, not {lat}, {lon}")


def _roles(
    reading: Reading, fields: Fields, name: str, old: tuple[Part, ...], *, spot: bool = False
) -> tuple[Part, ...]:
    return parts(reading, fields, name, spot=spot) if name in fields else old


def _statement(reading: Reading, fields: Fields, old: str | None, what: str, *, optional: bool = False) -> Any:
    name = words(fields.get("statement", old), "statement")
    if name is None and not optional:
        raise UsageError(f"{what} stands in a statement; give its id as `statement`")
    if name is not None and name != old and name not in reading.by_id:
        raise UsageError(f"there is no statement {name} in this report; add it first, or name another")
    return name
