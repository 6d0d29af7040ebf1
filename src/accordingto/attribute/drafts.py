"""Drafts: attributions on their way from the tagger to statements, in offsets of the running text."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.attribute.decode import Flat, WordSpan
from accordingto.language.words import Words
from accordingto.model import Span


@dataclass(slots=True)
class Draft:
    """An attribution under construction.

    ``inherited`` names the rule by which a source (and cue) was taken from ``heir_of``; ``outer`` is the attribution whose content
    this one stands in.
    """

    content: list[Span]
    cue: Span | None
    source: Span | None
    score: float
    by: str = "tagger"
    outer: Draft | None = None
    heir_of: Draft | None = None
    inherited: str | None = None
    agentless: bool = False

    @property
    def start(self) -> int:
        """Where its first word stands."""
        return min(span.start for span in self.parts())

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return max(span.end for span in self.parts())

    def parts(self) -> list[Span]:
        """Content, own cue and own source."""
        own_source = [self.source] if self.source and not self.inherited else []
        return [*self.content, *([self.cue] if self.cue and not self.inherited else []), *own_source]


def draft(flat: Flat, words: Words, *, shift: int = 0) -> Draft:
    """A flat attribution in characters; ``shift`` moves it where its text was cut from."""

    def of(part: WordSpan) -> Span:
        return Span(int(words.starts[part[0]]) + shift, int(words.ends[part[1] - 1]) + shift)

    return Draft(
        content=[of(part) for part in flat.content],
        cue=of(flat.cue) if flat.cue else None,
        source=of(flat.source) if flat.source else None,
        score=flat.probability,
    )
