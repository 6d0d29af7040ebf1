"""People's decisions: `Decision` as it is made, `Review` as it is kept; the same for groups; who is to decide on what.

A decision is on a **selector**: the hash of a text, a layer, and spans of that text. It outlives the run whose record it was made on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from accordingto.model.content import Control, Estimate, Event
from accordingto.model.people import Role
from accordingto.model.place import Place
from accordingto.model.spans import Span, Spans
from accordingto.model.statement import Statement

Record = Statement | Event | Estimate | Control | Place
"""A record that people decide on."""
LAYERS: dict[str, type] = {
    "statements": Statement,
    "events": Event,
    "estimates": Estimate,
    "control": Control,
    "places": Place,
}
"""The layers whose records people decide on, and what their records are."""
REPORT = "report"
"""Stands for a layer where a whole report is meant: it is coded, or commented on. The selector has no spans then."""


class Action(StrEnum):
    """What a person decides."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    COMMENT = "comment"
    CODED = "coded"
    """Everything of some layers of the report is decided."""
    UNDO = "undo"


AFFIRMING = frozenset((Action.ACCEPT, Action.CORRECT, Action.ADD))
"""After these there is a record, and the decision brings it with it."""
DECIDING = AFFIRMING | {Action.REJECT}
"""Of these one stands for each person and selector: a later one takes the place of an earlier one."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides on a selector."""

    action: Action
    text_sha256: str
    layer: str
    """One of `LAYERS`, or `REPORT`."""
    spans: Spans
    """Of the record: a statement's content, an event's or control's trigger, an estimate's quantity, a toponym; none of `REPORT`."""
    by: str
    """Who: a name, kept as it is."""
    role: Role | None = None
    """``None`` where the store is one person's own; it counts as a coder's then."""
    value: Record | None = None
    """What it is corrected to, or what is added. Of an accepted record that is as it stands now; it is filled in."""
    note: str | None = None
    layers: tuple[str, ...] = ()
    """Of a report that is coded: which layers; none for all."""
    saw: int | None = None
    """Key of the latest decision on the selector that whoever decides had before them: the `tag` of the record."""
    batch: str | None = None
    """The batch of assignments that it is made in."""


@dataclass(frozen=True, slots=True)
class Review:
    """A decision that was kept."""

    key: int
    action: str
    """An `Action`; of a decision kept before there were any, its words, which count as a comment."""
    text_sha256: str
    layer: str
    spans: Spans
    by: str
    at: str
    role: Role | None = None
    value: Record | None = None
    note: str | None = None
    layers: tuple[str, ...] = ()
    record: str | None = None
    """Id of the record that was decided on or added, as it was then."""
    supersedes: int | None = None
    saw: int | None = None
    conflicts: int | None = None
    """Key of the latest decision of somebody else that was not seen and says something else."""
    batch: str | None = None
    standing: bool = True
    """Whether it was neither taken back nor replaced by a later one of the same person."""

    @property
    def decides(self) -> bool:
        """Whether it accepts, corrects, rejects or adds."""
        return self.action in DECIDING

    @property
    def affirms(self) -> bool:
        """Whether it says that there is a record, and which."""
        return self.action in AFFIRMING and self.value is not None

    @property
    def settles(self) -> bool:
        """Whether it counts over those of coders."""
        return self.role is not None and self.role.settles

    @property
    def selector(self) -> tuple[str, str, Spans]:
        """What it is on."""
        return self.text_sha256, self.layer, self.spans


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a decision: it is kept, whatever others decided meanwhile."""

    key: int
    """Of the review; the next ``saw``."""
    conflicts: tuple[Review, ...] = ()
    """Decisions of others that stand, were not seen, and say something else. They stand beside it."""


class GroupKind(StrEnum):
    """What is grouped."""

    ACTORS = "actors"
    QUOTES = "quotes"
    MATTERS = "matters"


@dataclass(frozen=True, slots=True)
class GroupDecision:
    """That several groups are one, or that some members of one are another."""

    action: str
    """``merge``, ``split``, ``comment`` or ``undo``."""
    kind: GroupKind
    ids: tuple[str, ...]
    """Of the groups: several that are merged, the one that is split. Actors by their id in the registry or in a report."""
    by: str
    role: Role | None = None
    members: tuple[str, ...] = ()
    """Of a split: ids of what goes: statements; of actors, entities of reports."""
    note: str | None = None
    saw: int | None = None


@dataclass(frozen=True, slots=True)
class GroupReview:
    """A decision on groups that was kept."""

    key: int
    action: str
    kind: GroupKind
    ids: tuple[str, ...]
    by: str
    at: str
    role: Role | None = None
    members: tuple[str, ...] = ()
    target: str | None = None
    """Id of the group that is left of a merger, or that the members of a split go to."""
    note: str | None = None
    supersedes: int | None = None
    saw: int | None = None
    conflicts: int | None = None
    standing: bool = True

    @property
    def settles(self) -> bool:
        """Whether it counts over those of coders."""
        return self.role is not None and self.role.settles


class Duty(StrEnum):
    """What somebody is to do with a report."""

    CODE = "code"
    ADJUDICATE = "adjudicate"


class State(StrEnum):
    """How far an assignment is."""

    OPEN = "open"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Assignment:
    """That somebody is to decide on a report."""

    key: int
    batch: str
    report: str
    coder: str
    duty: Duty
    blind: bool
    """Whether coders see nothing of each other until all have said that the report is coded."""
    layers: tuple[str, ...]
    state: State
    by: str
    at: str
    done_at: str | None = None


def selected(record: Record) -> Spans:
    """The spans by which a record is told: its selector's."""
    if isinstance(record, Statement):
        return record.content
    if isinstance(record, Event | Control):
        return record.trigger
    return record.span if isinstance(record, Estimate) else (record.span,)


def layer_of(record: Record) -> str:
    """The layer that a record is of."""
    return next(name for name, kind in LAYERS.items() if isinstance(record, kind))


def spans_in(value: object) -> Iterator[Span]:
    """Every span that a record refers to."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from spans_in(one)
    elif is_dataclass(value):
        for part in fields(value):
            yield from spans_in(getattr(value, part.name))
