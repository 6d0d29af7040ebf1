"""The predict contract: records as the rows that its tasks have. Spans are ``[start, end)`` code points of the row's text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from accordingto.model import Control, Estimate, Link, Part, Span, Spans, Statement, Time, hull, spans_of

if TYPE_CHECKING:
    from accordingto.mentions.places import Choice, Toponym
    from accordingto.pipeline.reading import Reading

Row = dict[str, Any]
_CODE = re.compile(r"[A-Z]{3}")
_NAMED = re.compile(r"\s(?:of\s)?(?:[A-Z]\w+\s)?([a-z]+)")
_SIGNED = re.compile(r"[$€£¥₽₴₺₪₹]|[A-Z]{2}")
_ISO = re.compile(r"\d{4}(-\d\d(-\d\dT?.*)?|-W\d\d)?\Z")


def statement_row(reading: Reading) -> Row:
    """A reading as the task ``statements`` has it: ``statements``, in the order in which their contents begin."""
    ordered = sorted(reading.statements, key=lambda statement: (_pairs(statement.content), statement.id))
    return {"statements": [_statement(statement) for statement in ordered]}


def time_row(time: Time) -> Row:
    """A time as the task ``times`` has it; ``start`` and ``end`` are its bounds in the text."""
    spans = sorted(spans_of(time.evidence))
    return {"start": spans[0].start, "end": spans[-1].end, "type": time.kind.value, "value": time.value}


def actor_row(reading: Reading) -> Row:
    """A reading as the task ``actors`` has it: every mention with the local entity and the registry's actor that it reaches."""
    reached = {entity.id: entity.actor for entity in reading.entities}
    return {
        "mentions": [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "kind": mention.kind.value,
                "entity": mention.entity,
                "actor": reached.get(mention.entity or ""),
            }
            for mention in reading.mentions
        ]
    }


def actor_names(reading: Reading) -> dict[tuple[int, int], str]:
    """The registry's name for each span of the archived text that reaches an actor."""
    names = {actor.id: actor.name for actor in reading.actors}
    rows: list[Row] = actor_row(reading)["mentions"]
    return {(row["start"], row["end"]): names[row["actor"]] for row in rows if row["actor"]}


def _statement(statement: Statement) -> Row:
    return {
        "id": statement.id,
        "content": _pairs(statement.content),
        "form": statement.form.value,
        "act": statement.act.value,
        "factuality": statement.factuality.value,
        "chain": [_voice(link) for link in statement.voices],
        "said": _said(statement),
    }


def estimates_row(reading: Reading) -> Row:
    """A reading as the task ``estimates`` has it."""
    return {
        "estimates": [
            _estimate(estimate, reading.report.text)
            for estimate in sorted(reading.estimates, key=lambda e: (e.span, e.id))
        ]
    }


def _estimate(estimate: Estimate, text: str) -> Row:
    return {
        "statement": estimate.statement,
        "span": _pair(hull(estimate.span)),
        "low": _whole(estimate.low),
        "high": _whole(estimate.high),
        "unit": _unit(estimate, text),
        "what": _pairs(spans_of(estimate.what)),
        "place": _parts(estimate.places),
    }


def _unit(estimate: Estimate, text: str) -> str:
    """The counted noun as written: a currency by its name where the report names it."""
    quantity = hull(estimate.span)
    named = _NAMED.match(text, quantity.end)
    signed = _SIGNED.search(quantity.of(text))
    return named[1] if _CODE.fullmatch(estimate.unit) and named and not signed else estimate.unit


def control_row(reading: Reading) -> Row:
    """A reading as the task ``control`` has it: as of the sentence, so without what is negated, to come or supposed."""
    told = [control for control in reading.control if control.aux is None]
    return {"control": [_control(control) for control in sorted(told, key=lambda c: (c.trigger, c.id))]}


def _control(control: Control) -> Row:
    return {
        "statement": control.statement,
        "span": _pair(hull(control.trigger)),
        "place": _parts(control.places),
        "holder": _parts(control.holders),
        "status": control.status.value,
        "asserted": control.asserted,
    }


def _voice(link: Link) -> Row:
    return {
        "name": link.source.name,
        "source": _pairs(spans_of(link.source.evidence)),
        "cue": _pairs(spans_of(link.cue)),
        "unnamed": link.source.unnamed,
    }


def _said(statement: Statement) -> str | None:
    """When the innermost voice below the outlet spoke, where that is a date."""
    said = statement.innermost.said if statement.voices else None
    return said.value if said and _ISO.match(said.value) else None


def _pairs(parts: Spans) -> list[list[int]]:
    """Spans as the contract writes them, in text order."""
    ordered: list[Span] = sorted(parts)
    return [[span.start, span.end] for span in ordered]


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _parts(parts: Sequence[Part]) -> list[list[int]]:
    return _pairs(tuple(span for part in parts for span in spans_of(part.evidence)))


def _whole(bound: float | None) -> int | float | None:
    return int(bound) if bound is not None and float(bound).is_integer() else bound


def toponym_row(toponym: Toponym, choice: Choice | None) -> Row:
    """A toponym as the task ``places`` has it; fields are null where it is not resolved."""
    entry = choice.hit.entry if choice else None
    scheme, _, number = (entry.id if entry else "").partition(":")
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "name": entry.name if entry else None,
        "lat": entry.lat if entry else None,
        "lon": entry.lon if entry else None,
        "geonameid": int(number) if scheme == "geonames" else None,
        "country": entry.country if entry else None,
        "admin1": entry.admin1 if entry else None,
        "demonym": toponym.demonym,
    }
