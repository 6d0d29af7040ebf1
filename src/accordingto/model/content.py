"""What is claimed inside statements: `Event`, `Estimate`, `Control`, and what they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.errors import EvidenceError
from accordingto.model.evidence import Evidence, check_score
from accordingto.model.spans import Spans
from accordingto.model.time import Time


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody or some place in a role: the report's own words, and what they resolve to."""

    evidence: Evidence
    words: str
    """As the report words it; naming is evidence."""
    entity: str | None = None
    """Id of the local `Entity`."""
    actor: str | None = None
    """Id of the `Actor` of the registry."""
    place: str | None = None
    """Id of the `Place`, for places."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A count as stated: at least ``low``, at most ``high``, both inclusive; ``None`` where open."""

    low: int | None
    high: int | None
    evidence: Evidence

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise EvidenceError("a count needs a lower or an upper bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise EvidenceError(f"a count cannot lie between {self.low} and {self.high}")


class Harm(StrEnum):
    """What happened to victims."""

    KILLED = "killed"
    INJURED = "injured"
    DETAINED = "detained"
    DISPLACED = "displaced"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Victims:
    """Victims of an event: how many, and who where it is told ("civilians", "children")."""

    harm: Harm
    count: Bounds
    who: str | None = None
    """The counted people as worded; ``None`` where the report says only people or nothing."""
    civilians: bool | None = None
    """Whether they are civilians; ``None`` where the report does not say."""
    part: bool = False
    """Whether they are part of another count ("five of them children") and must not be added to it."""


class Aux(StrEnum):
    """The status of an event within the content (PLOVER's auxiliary modes)."""

    NEGATED = "negated"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"


@dataclass(frozen=True, slots=True)
class Event:
    """What happens or is said to happen inside one statement, as PLOVER v2.0 codes it."""

    id: str
    report: str
    statement: str
    """Id of the `Statement`: an event outside a statement is not kept."""
    trigger: Spans
    """The fewest words that name the happening; of a derived event, the cue."""
    type: str
    """A type of the codebook: PLOVER's, or a user's."""
    score: float
    by: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    aux: Aux | None = None
    actors: tuple[Part, ...] = ()
    recipients: tuple[Part, ...] = ()
    places: tuple[Part, ...] = ()
    time: Time | None = None
    victims: tuple[Victims, ...] = ()
    derived: bool = False
    """Whether it is a verbal event (ACCUSE, REJECT …) derived from an act; left out of event counts by default."""

    def __post_init__(self) -> None:
        check_score(self.score)
        if not self.trigger:
            raise EvidenceError("an event needs a trigger")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A quantity put forward inside one statement."""

    id: str
    report: str
    statement: str | None
    span: Spans
    """The quantity with its bound: "fewer than 1,000"."""
    low: float | None
    """Inclusive, in units of ``unit``; ``None`` where open."""
    high: float | None
    unit: str
    """The counted noun as written, lower case; ``people`` where none is; ``%``; an ISO 4217 code for money."""
    score: float
    by: str
    approximate: bool = False
    what: Evidence | None = None
    """The phrase that says what is counted."""
    places: tuple[Part, ...] = ()
    as_of: Time | None = None
    part_of: str | None = None
    """Id of the estimate of which this is a part."""

    def __post_init__(self) -> None:
        check_score(self.score)
        if self.low is None and self.high is None:
            raise EvidenceError("an estimate needs a lower or an upper bound")


class ControlStatus(StrEnum):
    """How a party stands to a place."""

    HOLDS = "holds"
    CONTESTS = "contests"
    BESIEGES = "besieges"
    GAINS = "gains"
    LOSES = "loses"
    WITHDRAWS = "withdraws"


@dataclass(frozen=True, slots=True)
class Control:
    """Who holds, contests, besieges, gains, loses or leaves which place, inside one statement."""

    id: str
    report: str
    statement: str
    trigger: Spans
    status: ControlStatus
    asserted: bool
    """False where a modifier presupposes it ("regime-held territory")."""
    score: float
    by: str
    holders: tuple[Part, ...] = ()
    places: tuple[Part, ...] = ()
    as_of: Time | None = None
    aux: Aux | None = None

    def __post_init__(self) -> None:
        check_score(self.score)
        if not self.trigger:
            raise EvidenceError("a record of control needs a trigger")
