"""What records are called, the same in every format and in the store: voices, chains, evidence, who is in a role; and their order."""

from __future__ import annotations

import re

from accordingto.model import (
    Block,
    Control,
    Estimate,
    Event,
    Evidence,
    Field,
    Implied,
    Inherited,
    Moment,
    Part,
    Place,
    Report,
    Source,
    SourceKind,
    Spans,
    Statement,
    Time,
    hull,
    length,
    spans_of,
)
from accordingto.pipeline.reading import Reading

AGENTLESS = "(no source given)"
"""Stands for a voice that the report does not even describe."""
UNKNOWN_OUTLET = "(outlet not known)"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_BIDI_CONTROLS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text with each control character and lone surrogate replaced by U+FFFD, one for one, so that offsets hold.

    Tabs and line ends stay. A report must not be able to steer a terminal or break an encoder.
    """
    return _CONTROLS.sub("\ufffd", text)


def encodable(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8."""
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text harmless, without bidirectional overrides and on one line, for places that quote."""
    return " ".join(_BIDI_CONTROLS.sub("\ufffd", harmless(text)).split())


def voice_name(source: Source) -> str:
    """What to call a voice: its resolved name, else the report's words, else that there is none."""
    if source.kind is SourceKind.OUTLET:
        return one_line(source.name or source.words or UNKNOWN_OUTLET)
    return one_line(source.name or source.words or AGENTLESS)


def chain_text(statement: Statement) -> str:
    """The voices below the outlet, outermost first: ``Northwire → Gen. Nadim Hazrun``; for narration the outlet."""
    return " → ".join(voice_name(link.source) for link in statement.voices or statement.chain)


def reading_order(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Statements as a reader meets them: by where the content starts, the wider first, the shorter chain first."""

    def place(statement: Statement) -> tuple[int, int, int, str]:
        whole = hull(statement.content)
        return whole.start, -whole.end, len(statement.chain), statement.id

    return tuple(sorted(statements, key=place))


def evidence_kind(evidence: Evidence) -> str:
    """``stated``, ``inherited`` or ``implied``."""
    if isinstance(evidence, Inherited):
        return "inherited"
    return "implied" if isinstance(evidence, Implied) else "stated"


def evidence_rule(evidence: Evidence) -> str | None:
    """The rule that carried or concluded a value, where none of the report's words here say it."""
    return evidence.rule if isinstance(evidence, Inherited | Implied) else None


def innermost_said(statement: Statement) -> str | None:
    """When the innermost voice said it, as a TIMEX3 value."""
    said = statement.innermost.said
    return said.value if said else None


def block_of(report: Report, statement: Statement) -> Block | None:
    """The block that the content begins in."""
    start = hull(statement.content).start
    return next((block for block in report.blocks if block.span.start <= start < block.span.end), None)


def value_of(field: Field[str] | None) -> str | None:
    """A field's value, if there is the field."""
    return field.value if field else None


def iso_of(field: Field[Moment] | None) -> str | None:
    """A moment in ISO 8601, cut at its precision, if there is one."""
    return field.value.iso if field else None


def part_name(part: Part, reading: Reading, *, spot: bool = False) -> str:
    """What the words resolve to: the registry's name, the gazetteer's, the fullest name in the report, else the words.

    Of a place only the gazetteer's name counts: "the half held by the Front" names an entity, and is not it.
    """
    place = reading.places_by_id.get(part.place or "")
    actor = None if spot else reading.actors_by_id.get(part.actor or "")
    entity = None if spot else reading.entities_by_id.get(part.entity or "")
    resolved = (actor.name if actor else None, place.name if place else None, entity.name if entity else None)
    return next((name for name in resolved if name), part.words)


def statement_of(reading: Reading, parts: Spans) -> Statement | None:
    """The statement whose content holds all of some spans: of several the shortest, then the one with the longest chain."""

    def holds(statement: Statement) -> bool:
        return all(any(piece.contains(part) for piece in statement.content) for part in parts)

    holding = [statement for statement in reading.statements if holds(statement)] if parts else []
    return min(holding, key=lambda s: (length(s.content), -len(s.chain), hull(s.content).start), default=None)


def events_in_order(reading: Reading) -> list[Event]:
    """Events by where the trigger starts."""
    return sorted(reading.events, key=lambda event: (_start(event.trigger), event.derived, event.id))


def estimates_in_order(reading: Reading) -> list[Estimate]:
    """Estimates by where they start."""
    return sorted(reading.estimates, key=lambda estimate: (_start(estimate.span), estimate.id))


def control_in_order(reading: Reading) -> list[Control]:
    """Records of control by where the trigger starts."""
    return sorted(reading.control, key=lambda control: (_start(control.trigger), control.id))


def places_in_order(reading: Reading) -> list[Place]:
    """Places by where the toponym starts."""
    return sorted(reading.places, key=lambda place: (place.span.start, place.span.end, place.id))


def times_in_order(reading: Reading) -> list[Time]:
    """Times by where the expression starts; those without words first."""
    return sorted(reading.times, key=lambda time: (spans_of(time.evidence), time.id or ""))


def _start(parts: Spans) -> tuple[int, int]:
    whole = hull(parts)
    return whole.start, whole.end
