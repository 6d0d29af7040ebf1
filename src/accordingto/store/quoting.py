"""Whether a reading's spans lie in its text and its words are the text's: what holds of any reading that was read from that text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from accordingto.model import Evidence, Report, Span, Stated, text_of
from accordingto.pipeline.reading import Reading
from accordingto.store.records import LAYERS


def misquoted(reading: Reading) -> Iterator[str]:
    """What does not match the text, in words."""
    text = reading.report.text
    for layer in LAYERS:
        for record in getattr(reading, layer):
            ends = [span.end for span in _spans(record) if span.end > len(text)]
            if ends:
                yield f"{getattr(record, 'id', layer)} points to {ends[0]}, behind the {len(text)} characters of the text"
    for record, words, evidence in _quotations(reading):
        if isinstance(evidence, Stated) and text_of(text, evidence.spans) != words:
            yield f"{record} has the words {words!r}, and the text says {text_of(text, evidence.spans)!r} there"


def uncovered(report: Report) -> Iterator[str]:
    """Where blocks and white space are not the text, in words."""
    at = 0
    for block in report.blocks:
        if block.span.end > len(report.text):
            yield f"a block ends at {block.span.end}, behind the {len(report.text)} characters of the text"
        if block.span.start < at:
            yield f"blocks overlap at {block.span.start}"
        yield from _between(report.text, at, block.span.start)
        at = block.span.end
    if report.blocks:
        yield from _between(report.text, at, len(report.text))


def _between(text: str, start: int, end: int) -> Iterator[str]:
    if text[start:end].strip():
        yield f"words at {start} to {end} are in no block"


def _quotations(reading: Reading) -> Iterator[tuple[str, str, Evidence]]:
    """Records that keep the words beside the evidence for them."""
    for statement in reading.statements:
        for link in statement.chain:
            if link.source.words is not None:
                yield statement.id, link.source.words, link.source.evidence
    for event in reading.events:
        for part in (*event.actors, *event.recipients, *event.places):
            yield event.id, part.words, part.evidence
    for estimate in reading.estimates:
        for part in estimate.places:
            yield estimate.id, part.words, part.evidence
    for control in reading.control:
        for part in (*control.holders, *control.places):
            yield control.id, part.words, part.evidence
    for place in reading.places:
        yield place.id, place.toponym, Stated((place.span,))


def _spans(value: Any) -> Iterator[Span]:
    """All spans in a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))
