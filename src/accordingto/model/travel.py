"""Across reports: `Lineage`, `QuoteGroup`, `Relation`, `Mismatch`, `Occasion`, `Matter`, `Story`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.review import GroupReview
from accordingto.model.spans import Span, Spans


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


class EditKind(StrEnum):
    """What was done to words on the way from one text to another."""

    SUBSTITUTION = "substitution"
    CUT = "cut"
    INSERTION = "insertion"


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of ``a`` that became words of ``b``; a cut has none in ``b``, an insertion none in ``a``."""

    kind: EditKind
    a: Span | None
    b: Span | None


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
    ordered: bool = True
    """Whether it is known which of the two took from the other; not where the intervals of publication overlap."""
    target_share: float | None = None
    """Share of the target's body found in the source, for copies."""
    edits: tuple[Edit, ...] = ()
    """For copies, word by word: ``a`` in the target, ``b`` in the source."""
    about: str | None = None
    """For a target that is not at hand: when it was published as far as the source tells, a day or a month in ISO form."""


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
class Mismatch:
    """A report names another as where it has a statement from, and that one, which is at hand, says something else."""

    statement: str
    """Of the report that names its source."""
    source_statement: str
    """Of the report that is named."""
    named: Passage
    """Where it is named."""
    differences: tuple[Difference, ...]
    """``a`` on the side of the source, ``b`` on that of the report that names it. Never empty."""
    score: float
    by: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One report's wording of an utterance."""

    report: str
    pieces: Spans
    """What stands inside each pair of quotation marks, without the marks."""
    statement: str | None
    """Id of the statement that holds it."""
    speaker: str | None
    """Whom the report gives it to, as the report names them."""
    edits: tuple[Edit, ...] = ()
    """Against the group's first variant, word by word: ``a`` there, ``b`` here."""


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """One utterance across reports, however it was cut, joined, cleaned or translated; the first variant is the fullest early one."""

    id: str
    variants: tuple[Variant, ...]
    score: float
    by: str
    decided: tuple[GroupReview, ...] = ()
    """People's decisions that made it what it is; none where it is as the program found it."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """All whom it is given to."""
        return tuple(dict.fromkeys(variant.speaker for variant in self.variants if variant.speaker))

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that have it."""
        return tuple(dict.fromkeys(variant.report for variant in self.variants))


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
    label: str = ""
    """The words of the statement that stands for it."""
    decided: tuple[GroupReview, ...] = ()
    """People's decisions that made it what it is; none where it is as the program found it."""


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one happening. Its id is minted once; where it goes to is in the ledger of `StoryChange`."""

    id: str
    reports: tuple[str, ...]
    """In canonical order."""
    title: str
    """A headline of one of its reports, or its opening words."""
    first: str | None
    """Days of publication of the first and the last report with a date, ISO 8601."""
    last: str | None
    places: tuple[str, ...] = ()
    """Most frequent first, as the reports name them."""
    actors: tuple[str, ...] = ()


class StoryChangeKind(StrEnum):
    """What may happen to a story's id."""

    MINTED = "minted"
    MERGED = "merged"
    """``story`` went up in ``other``."""
    SPLIT = "split"
    """``story`` was made of reports of ``other``."""
    EMPTIED = "emptied"
    """The last report of ``story`` was forgotten."""


@dataclass(frozen=True, slots=True)
class StoryChange:
    """A line of the ledger: with it a permalink never dies."""

    kind: StoryChangeKind
    story: str
    other: str | None
    at: str
    """When, ISO 8601, UTC."""
    because: str
    """The report that brought it about, or ``rebuilt``."""
