"""Across reports: `Lineage`, `Relation`, `Occasion`, `Matter`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.spans import Spans


class LineageKind(StrEnum):
    """How one report depends on another or on an agency."""

    COPIES = "copies"
    CITES = "cites"
    FOLLOWS = "follows"


class RelationKind(StrEnum):
    """How two statements stand to each other."""

    REPEATS = "repeats"
    REWORDS = "rewords"
    AGREES = "agrees"
    NARROWS = "narrows"
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    WITHDRAWS = "withdraws"


class Slot(StrEnum):
    """What two statements differ in."""

    ACTOR = "actor"
    NUMBER = "number"
    PLACE = "place"
    TIME = "time"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    QUOTE = "quote"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Passage:
    """Spans of one report."""

    report: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Lineage:
    """An edge from a report to what it took from: a report's id, or the name of one that is not at hand."""

    source: str
    target: str
    kind: LineageKind
    evidence: tuple[Passage, ...]
    """Passages on both sides where there are two."""
    share: float | None
    """Share of the source's body found in the target, for copies."""
    score: float
    by: str
    known: bool = True
    """Whether the target is a report at hand."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot in which two statements differ, with the words on both sides."""

    slot: Slot
    a: Passage
    b: Passage
    a_value: str
    b_value: str


@dataclass(frozen=True, slots=True)
class Relation:
    """Two statements compared, slot by slot. Similarity only finds candidates and is never agreement."""

    a: str
    b: str
    kind: RelationKind
    differences: tuple[Difference, ...]
    score: float
    by: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where words were first said."""

    id: str
    kind: str
    """``briefing``, ``interview``, ``document``, ``post``, ``statement`` or ``unknown``."""
    description: str
    date: str | None
    carried_by: tuple[str, ...]
    """Agencies and reports through which it came."""
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """Statements about one thing, and how many occasions stand behind them: at least and at most."""

    id: str
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    occasions: tuple[Occasion, ...]
    origins: tuple[int, int]
    echoes: tuple[str, ...]
    """Reports that add no occasion of their own."""
