"""Decisions out of plain values: what a person accepts, corrects, rejects, adds or comments on, checked before it is kept.

``shown`` is what they had before them: an `Applied`, so that what others added, moved or rejected is decided on as well, or a bare reading.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from accordingto.model import Event, Spans, UsageError
from accordingto.model.people import Role
from accordingto.model.review import LAYERS, REPORT, Action, Decision, Record, selected
from accordingto.pipeline.reading import Reading
from accordingto.review.apply import Applied
from accordingto.review.claims import control_of, estimate_of, event_of, place_of
from accordingto.review.fields import Fields, spans_field
from accordingto.review.voices import statement_of

Shown = Reading | Applied
Made = Callable[[Reading, Fields, Any], Record]


def _event(reading: Reading, fields: Fields, old: Event | None) -> Event:
    from accordingto.resources.codebook import chosen_codebook
    from accordingto.resources.events import open_codebook

    return event_of(reading, fields, open_codebook(chosen_codebook()), old)


MAKERS: Mapping[str, Made] = {
    "statements": statement_of,
    "events": _event,
    "estimates": estimate_of,
    "control": control_of,
    "places": place_of,
}
"""What makes a record of each layer of plain values."""


def record_of(shown: Shown, layer: str, record: str) -> tuple[Record, Spans]:
    """A record by its id, and the spans that decisions on it are on.

    Raises:
        UsageError: where there is none.
    """
    if layer not in LAYERS:
        raise UsageError(f"records of {layer} cannot be reviewed; those of {', '.join(LAYERS)} can")
    if isinstance(shown, Applied):
        for one in shown.judged:
            if one.layer == layer and one.record.id == record:
                return one.record, one.selector
    found: Record | None = next((one for one in getattr(_reading(shown), layer) if one.id == record), None)
    if found is None:
        raise UsageError(f"there is no {record} among the {layer} of this report; it may have been read anew")
    if isinstance(found, Event) and found.derived:
        raise UsageError(f"{record} only repeats the act of its statement; correct the statement")
    return found, selected(found)


def _reading(shown: Shown) -> Reading:
    return shown.reading if isinstance(shown, Applied) else shown


def accept(shown: Shown, layer: str, record: str, *, by: str, **more: Any) -> Decision:
    """That a record is right as it stands.

    Args:
        shown: what they had before them.
        layer: the layer of the record.
        record: its id.
        by: who decides.
        more: ``role``, ``note``, ``saw`` and ``batch`` of `accordingto.model.review.Decision`.

    Raises:
        UsageError: where there is no such record.
    """
    kept, where = record_of(shown, layer, record)
    return _on(Action.ACCEPT, shown, layer, where, kept, by, more)


def reject(shown: Shown, layer: str, record: str, *, by: str, **more: Any) -> Decision:
    """That there is no such thing; see `accept`."""
    _, where = record_of(shown, layer, record)
    return _on(Action.REJECT, shown, layer, where, None, by, more)


def correct(shown: Shown, layer: str, record: str, fields: Fields, *, by: str, **more: Any) -> Decision:
    """What a record should be; see `accept`.

    Args:
        shown: what they had before them.
        layer: the layer of the record.
        record: its id.
        fields: what changes; the rest stays. Fields are those of `accordingto.review.voices.FIELDS` and of
            `accordingto.review.claims`: the names of the predict contract, with some more.
        by: who decides.
        more: see `accept`.

    Raises:
        UsageError: where there is no such record, or a value is none; says which and what to write.
    """
    old, where = record_of(shown, layer, record)
    if not fields:
        raise UsageError("nothing is corrected; give at least one field, or accept the record")
    return _on(Action.CORRECT, shown, layer, where, MAKERS[layer](_reading(shown), fields, old), by, more)


def add(shown: Shown, layer: str, fields: Fields, *, by: str, **more: Any) -> Decision:
    """What was missed; see `correct`.

    Raises:
        UsageError: where there is a record at these spans already, or a value is none; says which and what to write.
    """
    if layer not in MAKERS:
        raise UsageError(f"records of {layer} cannot be reviewed; those of {', '.join(LAYERS)} can")
    made = MAKERS[layer](_reading(shown), fields, None)
    there = next((one for one in getattr(_reading(shown), layer) if selected(one) == selected(made)), None)
    if there is not None and not (isinstance(there, Event) and there.derived):
        raise UsageError(f"there is {there.id} at these spans already; correct it")
    return _on(Action.ADD, shown, layer, selected(made), made, by, more)


def comment(
    shown: Shown,
    note: str,
    *,
    by: str,
    layer: str = REPORT,
    record: str | None = None,
    spans: Any = None,
    **more: Any,
) -> Decision:
    """A note on a record, on a passage of a layer, or on the whole report.

    Raises:
        UsageError: where there is nothing to say, or no such record.
    """
    if not note.strip():
        raise UsageError("a comment needs words")
    where: Spans = ()
    if record is not None:
        where = record_of(shown, layer, record)[1]
    elif layer != REPORT:
        where = spans_field({"spans": spans}, "spans", _reading(shown).report.text)
    return Decision(Action.COMMENT, _reading(shown).report.text_sha256, layer, where, by, note=note, **more)


def _on(
    action: Action, shown: Shown, layer: str, where: Spans, value: Record | None, by: str, more: Mapping[str, Any]
) -> Decision:
    rest = dict(more)
    role: Role | None = rest.pop("role", None)
    return Decision(action, _reading(shown).report.text_sha256, layer, where, by, role, value, **rest)
