"""Chains: which voices stand above an attribution, besides those its own sentence names.

An agency, outlet or document that is credited with the news governs the attributed statements after it, until another is
credited, a statement has a channel or an occasion of its own, or background begins; it comes back when a speaker it governed
goes on. Narration never inherits, nor do agentless voices and the outlet's own inferences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from accordingto.model import Act, SourceKind

LEAD_PARAGRAPHS = 3
"""A credit in the headline, the standfirst or the first paragraphs governs the whole account; a later one its own paragraph."""
_CREDITED = (SourceKind.AGENCY, SourceKind.OUTLET)
_OWN_CHANNEL = re.compile(
    r"\b(?:told|speaking to|in an interview|interview with|in a (?:post|tweet|video|letter|speech|separate|written"
    r"|televised)|on (?:social media|state television)|by (?:phone|telephone))\b",
    re.I,
)
_OTHER_OCCASION = re.compile(
    r"\b(?:previously|in the past|last (?:week|month|year|night)|earlier (?:this|in)|in a separate|separately|(?:days"
    r"|weeks|months|years) ago|in (?:January|February|March|April|June|July|August|September|October|November|December))\b",
    re.I,
)
_BACKGROUND = re.compile(
    r"^[\s“\"]*(?:However|Meanwhile|Elsewhere|In a separate|Separately|On the ground|Human rights|Rights groups"
    r"|For months|For years)\b"
)


@dataclass(frozen=True, slots=True)
class Governor:
    """The credit in force: the index of the attribution that gave it, and who has spoken under it."""

    index: int
    name: str
    speakers: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Voiced:
    """What governing needs to know of an attribution's outermost voice."""

    kind: SourceKind
    name: str | None
    act: Act
    sentence: str
    sentence_index: int
    paragraph: int
    """Index of the paragraph, the headline's being 0."""
    carries: bool = False
    """Whether it only passes one quotation on: "quoted by ONA"."""
    noun: bool = False
    """Whether its cue is a noun, which recalls another occasion: "a new coalition estimate"."""
    headline: bool = False


def governors(voices: Sequence[Voiced], outlet: str | None) -> list[int | None]:
    """For each attribution in text order, the index of the attribution whose voice governs it, or ``None``."""
    found: list[int | None] = []
    now: Governor | None = None
    suspended = False
    for i, voice in enumerate(voices):
        if _credits(voice, outlet):
            now, suspended = Governor(i, voice.name or ""), False
            found.append(None)
            continue
        if now is None or voice.headline:
            found.append(None)
            continue
        credit = voices[now.index]
        if credit.paragraph > LEAD_PARAGRAPHS and voice.paragraph != credit.paragraph:
            now = None
            found.append(None)
            continue
        same_sentence = voice.sentence_index == credit.sentence_index
        resumed = voice.name in now.speakers
        suspended = not resumed and (suspended or _breaks(voice))
        inherits = (
            not suspended
            and (same_sentence or voice.kind is not SourceKind.AGENTLESS)
            and voice.act not in (Act.INFER, Act.NO_RESPONSE)
            and not _breaks(voice)
        )
        found.append(now.index if inherits else None)
        if inherits and voice.name:
            now = Governor(now.index, now.name, now.speakers | {voice.name})
    return found


def _credits(voice: Voiced, outlet: str | None) -> bool:
    own = outlet is not None and (voice.name or "").casefold() == outlet.casefold()
    return voice.kind in _CREDITED and voice.act is Act.REPORT and not own and not voice.headline and not voice.carries


def _breaks(voice: Voiced) -> bool:
    return voice.noun or bool(
        _OWN_CHANNEL.search(voice.sentence)
        or _OTHER_OCCASION.search(voice.sentence)
        or _BACKGROUND.match(voice.sentence)
    )
