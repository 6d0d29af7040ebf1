"""What is claimed as plain dictionaries: events, estimates, control, each under the statement that claims it.

No such row is a bare fact: each carries its statement, and of that who says it, doing what and how committed.
"""

from __future__ import annotations

from accordingto.export.parts import (
    Row,
    bounds_row,
    maybe_evidence,
    maybe_timex,
    part_row,
    passage,
    rounded,
)
from accordingto.export.rows import SAID, said_row
from accordingto.model import Control, Estimate, Event, Report, Victims
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import (
    control_in_order,
    estimates_in_order,
    events_in_order,
    iso_of,
    value_of,
)


def event_rows(reading: Reading) -> list[Row]:
    """One row an event, derived ones too, in text order."""
    return [event_row(reading, event) for event in events_in_order(reading)]


def estimate_rows(reading: Reading) -> list[Row]:
    """One row an estimate, in text order."""
    return [estimate_row(reading, estimate) for estimate in estimates_in_order(reading)]


def control_rows(reading: Reading) -> list[Row]:
    """One row a record of control, in text order."""
    return [control_row(reading, control) for control in control_in_order(reading)]


def event_row(reading: Reading, event: Event) -> Row:
    """One event: what, by whom, to whom, where, when, with what victims, and according to whom."""
    report = reading.report
    return {
        "type": "event",
        "id": event.id,
        **according_to(reading, event.statement),
        "event_type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "aux": event.aux.value if event.aux else None,
        "derived": event.derived,
        "trigger": passage(event.trigger, report),
        "actors": [part_row(part, reading) for part in event.actors],
        "recipients": [part_row(part, reading) for part in event.recipients],
        "places": [part_row(part, reading, spot=True) for part in event.places],
        "time": maybe_timex(event.time, report),
        "victims": [_victims(victims, report) for victims in event.victims],
        "score": rounded(event.score),
        "by": event.by,
        "run": reading.run.id,
    }


def estimate_row(reading: Reading, estimate: Estimate) -> Row:
    """One estimate: how many of what, where, as of when, and according to whom."""
    report = reading.report
    return {
        "type": "estimate",
        "id": estimate.id,
        **according_to(reading, estimate.statement),
        "low": estimate.low,
        "high": estimate.high,
        "approximate": estimate.approximate,
        "unit": estimate.unit,
        "quantity": passage(estimate.span, report),
        "what": maybe_evidence(estimate.what, report),
        "places": [part_row(part, reading, spot=True) for part in estimate.places],
        "as_of": maybe_timex(estimate.as_of, report),
        "part_of": estimate.part_of,
        "score": rounded(estimate.score),
        "by": estimate.by,
        "run": reading.run.id,
    }


def control_row(reading: Reading, control: Control) -> Row:
    """One record of control: who stands how to which place, as of when, and according to whom."""
    report = reading.report
    return {
        "type": "control",
        "id": control.id,
        **according_to(reading, control.statement),
        "status": control.status.value,
        "asserted": control.asserted,
        "aux": control.aux.value if control.aux else None,
        "trigger": passage(control.trigger, report),
        "holders": [part_row(part, reading) for part in control.holders],
        "places": [part_row(part, reading, spot=True) for part in control.places],
        "as_of": maybe_timex(control.as_of, report),
        "score": rounded(control.score),
        "by": control.by,
        "run": reading.run.id,
    }


def according_to(reading: Reading, statement: str | None) -> Row:
    """The fields that say according to whom: those of the statement, ``None`` where there is none."""
    found = reading.by_id.get(statement or "")
    return {
        "statement": statement,
        "report": reading.report.id,
        "outlet": value_of(reading.report.outlet),
        "published": iso_of(reading.report.published),
        **(said_row(found, reading.report) if found else dict.fromkeys(SAID)),
    }


def _victims(victims: Victims, report: Report) -> Row:
    return {
        "harm": victims.harm.value,
        "count": bounds_row(victims.count, report),
        "who": victims.who,
        "civilians": victims.civilians,
        "part": victims.part,
    }
