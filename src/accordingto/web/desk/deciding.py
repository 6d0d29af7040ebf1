"""Keeping a decision that a form or a program sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from accordingto import review
from accordingto.model import UsageError
from accordingto.model.people import Role
from accordingto.model.review import REPORT, Action, Decided, Decision
from accordingto.review import Applied
from accordingto.review.shown import shown_to
from accordingto.store.store import Store
from accordingto.web.security.viewer import LOCAL, Viewer


@dataclass(frozen=True, slots=True)
class Asked:
    """A decision, in plain values."""

    report: str
    action: str
    layer: str = REPORT
    record: str | None = None
    """Id of the record; ``None`` for what is added, and for what is said of the report."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    note: str | None = None
    saw: int | None = None
    batch: str | None = None


def role_of(viewer: Viewer) -> Role | None:
    """In which role somebody decides; none on one's own machine."""
    return None if viewer.via == LOCAL else viewer.role


def decide(store: Store, asked: Asked, viewer: Viewer) -> Decided:
    """Keep a decision.

    Raises:
        UsageError: where it is not whole, or there is no such report or record; says what to do.
    """
    return store.decide(_decision(shown_to(store, asked.report, viewer.name), asked, viewer))


def _decision(before: Applied, asked: Asked, viewer: Viewer) -> Decision:
    more: dict[str, Any] = {"by": viewer.name, "role": role_of(viewer), "note": asked.note or None}
    more |= {"saw": asked.saw, "batch": asked.batch}
    if asked.action == Action.COMMENT:
        return review.comment(
            before, asked.note or "", **_without(more, "note"), layer=asked.layer, record=asked.record
        )
    if asked.action == Action.ADD:
        return review.add(before, asked.layer, asked.fields, **more)
    if asked.record is None:
        raise UsageError("record: which one is decided on? Give its id")
    if asked.action == Action.CORRECT:
        return review.correct(before, asked.layer, asked.record, asked.fields, **more)
    if asked.action == Action.ACCEPT:
        return review.accept(before, asked.layer, asked.record, **more)
    if asked.action == Action.REJECT:
        return review.reject(before, asked.layer, asked.record, **more)
    raise UsageError(f"action: {asked.action[:40]!r} is none; there are accept, correct, reject, add and comment")


def _without(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


def told(made: Decided) -> dict[str, Any]:
    """What became of a decision, in plain values."""
    others: Sequence[Any] = made.conflicts
    return {
        "key": made.key,
        "conflicts": [{"key": one.key, "action": one.action, "by": one.by, "at": one.at} for one in others],
    }
