"""Evidence: where a value comes from. A union, never a guess: what is not known is ``None`` and stays so."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.model.errors import EvidenceError
from accordingto.model.spans import Spans


@dataclass(frozen=True, slots=True)
class Stated:
    """The report's own words say it, at these spans."""

    spans: Spans

    def __post_init__(self) -> None:
        if not self.spans:
            raise EvidenceError("stated evidence needs at least one span")


@dataclass(frozen=True, slots=True)
class Inherited:
    """Another record of the same report states it and a rule carries it here.

    ``spans`` repeats where that record states it, so that a reader need not look it up.
    """

    from_record: str
    rule: str
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Implied:
    """No words say it; a rule concludes it (the outlet of its own narration, an agentless voice)."""

    rule: str


Evidence = Stated | Inherited | Implied


def spans_of(evidence: Evidence | None) -> Spans:
    """The spans behind an evidence, or none."""
    return evidence.spans if isinstance(evidence, Stated | Inherited) else ()


def check_spans(parts: Spans, text: str) -> None:
    """Check that spans lie inside a text.

    Raises:
        EvidenceError: where one does not.
    """
    for span in parts:
        if span.end > len(text):
            raise EvidenceError(f"span [{span.start}, {span.end}) ends after the text's {len(text)} characters")


def check_score(score: float) -> None:
    """Check that a score lies between 0 and 1.

    Raises:
        EvidenceError: where it does not.
    """
    if not 0.0 <= score <= 1.0:
        raise EvidenceError(f"a score lies between 0 and 1, not {score}")
