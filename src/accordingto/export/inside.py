"""What is claimed inside each statement, as views show it."""

from __future__ import annotations

from dataclasses import dataclass, field

from accordingto.model import Control, Estimate, Event, Spans, hull, spans_of
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import control_in_order, estimates_in_order, events_in_order


@dataclass(slots=True)
class Inside:
    """The records of one statement, in text order."""

    events: list[Event] = field(default_factory=list)
    estimates: list[Estimate] = field(default_factory=list)
    control: list[Control] = field(default_factory=list)


def inside(reading: Reading, *, everything: bool = False) -> dict[str, Inside]:
    """What is claimed, by statement.

    Args:
        reading: everything read from one report.
        everything: also what says again what is shown already: events derived from the act, and estimates that are the
            victims of an event.
    """
    found = {statement.id: Inside() for statement in reading.statements}
    counted = {} if everything else _victims(reading)
    for event in events_in_order(reading):
        if event.statement in found and (everything or not event.derived):
            found[event.statement].events.append(event)
    for estimate in estimates_in_order(reading):
        if estimate.statement in found and not _counts(estimate, counted.get(estimate.statement, [])):
            found[estimate.statement].estimates.append(estimate)
    for control in control_in_order(reading):
        if control.statement in found:
            found[control.statement].control.append(control)
    return found


def _victims(reading: Reading) -> dict[str | None, list[Spans]]:
    """The words that count victims, by statement."""
    counted: dict[str | None, list[Spans]] = {}
    for event in reading.events:
        for victims in event.victims:
            counted.setdefault(event.statement, []).append(spans_of(victims.count.evidence))
    return counted


def _counts(estimate: Estimate, victims: list[Spans]) -> bool:
    whole = hull(estimate.span)
    return any(span.overlaps(whole) for parts in victims for span in parts)
