"""Statements and their chains: according to whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.errors import EvidenceError
from accordingto.model.evidence import Evidence, check_score
from accordingto.model.spans import Spans
from accordingto.model.time import Time


class Act(StrEnum):
    """What a voice does in putting a content forward; decided by the cue, not by the content."""

    STATE = "state"
    REPORT = "report"
    ALLEGE = "allege"
    ACCUSE = "accuse"
    DENY = "deny"
    ESTIMATE = "estimate"
    DECLARE = "declare"
    INTEND = "intend"
    DEMAND = "demand"
    WARN = "warn"
    BELIEVE = "believe"
    DOUBT = "doubt"
    DOCUMENT = "document"
    INFER = "infer"
    NO_RESPONSE = "no_response"
    ASK = "ask"
    NARRATE = "narrate"


class Factuality(StrEnum):
    """A voice's commitment to the content (Saurí and Pustejovsky 2009, FactBank): certain, probable, possible; ± polarity."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    UNCOMMITTED = "U"
    POSSIBLE_NOT = "PS-"
    PROBABLE_NOT = "PR-"
    CERTAIN_NOT = "CT-"


class Form(StrEnum):
    """How the content stands in the text."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATION = "narration"


class Mood(StrEnum):
    """How the content is put forward."""

    ASSERTED = "asserted"
    INTENDED = "intended"
    DEMANDED = "demanded"
    CONDITIONAL = "conditional"
    ASKED = "asked"


class SourceKind(StrEnum):
    """How a voice is named."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    AGENCY = "agency"
    OUTLET = "outlet"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    AGENTLESS = "agentless"


@dataclass(frozen=True, slots=True)
class Source:
    """A voice as the report names it."""

    kind: SourceKind
    evidence: Evidence
    name: str | None
    """Resolved name where the report gives one, else the description; ``None`` for an agentless voice."""
    words: str | None = None
    """The report's own words at this place."""
    role: str | None = None
    role_evidence: Evidence | None = None
    entity: str | None = None
    """Id of the local `Entity`."""
    actor: str | None = None
    """Id of the `Actor` of the registry, where it resolves to one."""

    @property
    def unnamed(self) -> bool:
        """Whether nobody can tell from the report who it is."""
        return self.kind in (SourceKind.UNNAMED, SourceKind.AGENTLESS)


@dataclass(frozen=True, slots=True)
class Link:
    """One voice of a chain: who, by which cue, doing what, how committed, when, to whom."""

    source: Source
    cue: Evidence
    act: Act
    factuality: Factuality
    score: float
    by: str
    said: Time | None = None
    addressee: Evidence | None = None

    def __post_init__(self) -> None:
        check_score(self.score)


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition put forward.

    ``chain`` runs from the outlet to the innermost voice; its first link is always the outlet, so narration has one link.
    """

    id: str
    report: str
    content: Spans
    form: Form
    mood: Mood
    chain: tuple[Link, ...]
    score: float
    by: str
    editorial: Spans = ()
    """Brackets inside a quotation: words of the outlet, not of the voice."""
    about: str | None = None
    """Id of the statement that a denial, comment or non-response responds to."""

    def __post_init__(self) -> None:
        check_score(self.score)
        if not self.content or not self.chain:
            raise EvidenceError("a statement needs a content and the outlet as the first link of its chain")

    @property
    def voices(self) -> tuple[Link, ...]:
        """The links below the outlet, outermost first."""
        return self.chain[1:]

    @property
    def innermost(self) -> Link:
        """The voice that puts the content forward itself."""
        return self.chain[-1]

    @property
    def act(self) -> Act:
        """The innermost voice's act."""
        return self.innermost.act

    @property
    def factuality(self) -> Factuality:
        """The innermost voice's commitment."""
        return self.innermost.factuality
