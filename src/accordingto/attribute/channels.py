"""Voices that stand beside the main one: "ONA said, `citing` *a military source*", "… said in a recording `carried by` ONA"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.attribute.drafts import Draft
from accordingto.attribute.nesting import has_finite_verb
from accordingto.attribute.repair import tidy_source
from accordingto.model import Span

LONGEST_SOURCE = 14
"""Words that a cited source may have."""
_SPEAKER = re.compile(
    r"[,”\"\s\u00a0]+(?P<source>[^“”\"\n.;:]{2,140}?),?[\s\u00a0](?P<cue>(?:has |had |have )?(?:said|says|told"
    r"|announced|added|warned|claimed|"
    r"confirmed|stated|insisted|declared))(?:[\s\u00a0][^“”\"\n,.;:]{1,50})?,[\s\u00a0]+(?:the[\s\u00a0])?"
)
_CITING = re.compile(r"\b(?:citing|quoting)\b", re.I)
_CITED = re.compile(
    r"(?P<cue>\b(?:citing|quoting))[\s\u00a0]+(?P<source>[^.;:“”\"«»\n]{2,120}?)(?=,|\.|;|$|[\s\u00a0]+(?:as saying"
    r"|said|that)\b)",
    re.I,
)
_CARRIED = re.compile(
    r"(?P<cue>\b(?:quoted|carried|cited|published|broadcast|aired|relayed) by)[\s\u00a0]+(?P<source>(?:the[\s\u00a0]"
    r"|state[\s\u00a0]|news[\s\u00a0]|agency[\s\u00a0]|broadcaster[\s\u00a0])*"
    r"[A-Z][\w’'-]*(?:[\s\u00a0][A-Z][\w’'-]*|[\s\u00a0](?:al-|news|state|agency|television)\S*)*)"
)


def citing(text: str, drafts: Sequence[Draft], sentences: Sequence[Span]) -> list[Draft]:
    """Put cited and carrying voices into the chains of the statements beside them.

    A draft whose cue is "citing" has found a source, not a content; it gives its source to its neighbour. The cited voice stands
    inside the citing one, the carrying one outside the carried.
    """
    kept = [d for d in drafts if not _only_cites(text, d)]
    done: list[Draft] = []
    for draft in kept:
        sentence = _sentence(draft, sentences)
        inner = _match(text, _CITED, sentence, draft)
        if inner is not None and _nearest(kept, inner[1]) is not draft:
            inner = None
        carrier = _match(text, _CARRIED, sentence, draft)
        if inner is not None and draft.outer is None and draft.source is not None and draft.cue is not None:
            done.append(_within(text, draft, inner))
        elif carrier is not None and draft.outer is None and draft.source is not None:
            source, cue = carrier
            draft.outer = Draft(list(draft.content), cue, source, draft.score, "carried-by")
            draft.source = _without(draft.source, cue, source)
            done.append(draft)
        else:
            done.append(_stacked(text, draft) or draft)
    return done


def _stacked(text: str, draft: Draft) -> Draft | None:
    """The speaker between a content and the medium that carries it: "it fell, *its commander* `said`, Northwire reported"."""
    if draft.cue is None or draft.source is None or draft.outer is not None or draft.inherited:
        return None
    end, begin = max(part.end for part in draft.content), min(draft.cue.start, draft.source.start)
    match = _SPEAKER.fullmatch(text, end, begin) if end < begin else None
    if match is None:
        return None
    source, cue = Span(*match.span("source")), Span(*match.span("cue"))
    return Draft(list(draft.content), cue, source, draft.score, "stacked-cues", outer=draft)


def _nearest(drafts: Sequence[Draft], cue: Span) -> Draft | None:
    """The draft whose own source or cue ends last before a citing cue."""

    def end(draft: Draft) -> int:
        own = [part.end for part in (draft.cue, draft.source) if part is not None and part.end <= cue.start]
        return max(own, default=-1)

    return max(drafts, key=end, default=None)


def _only_cites(text: str, draft: Draft) -> bool:
    """Whether a draft's cue cites and its content is a mere noun phrase: the source cited."""
    if draft.cue is None or not _CITING.search(draft.cue.of(text)):
        return False
    words = " ".join(part.of(text) for part in draft.content)
    return len(words.split()) <= LONGEST_SOURCE and not has_finite_verb(words)


def _within(text: str, outer: Draft, found: tuple[Span, Span]) -> Draft:
    """The statement of a cited voice, inside the citing one."""
    source, cue = found
    content = [part for part in outer.content if not part.overlaps(source) and not part.overlaps(cue)]
    inner = Draft(content or list(outer.content), cue, source, outer.score, "citing", outer=outer)
    tidy_source(text, inner)
    return inner


def _match(text: str, pattern: re.Pattern[str], sentence: Span, draft: Draft) -> tuple[Span, Span] | None:
    """Source and cue of a voice beside a draft, in its sentence and outside its content."""
    for match in pattern.finditer(text, sentence.start, sentence.end):
        source, cue = Span(*match.span("source")), Span(*match.span("cue"))
        inside = any(part.overlaps(cue) for part in draft.content)
        own = draft.source is not None and draft.source.start == source.start
        if (
            not inside
            and not own
            and not (draft.cue and draft.cue.overlaps(cue) and draft.source and draft.source.overlaps(source))
        ):
            return source, cue
    return None


def _without(source: Span, cue: Span, carrier: Span) -> Span:
    """A source span without the "quoted by …" at its end."""
    return Span(source.start, cue.start - 1) if source.contains(carrier) and cue.start - 1 > source.start else source


def _sentence(draft: Draft, sentences: Sequence[Span]) -> Span:
    at = draft.cue.start if draft.cue and not draft.inherited else draft.start
    return next((s for s in sentences if s.start <= at < s.end), Span(draft.start, draft.end))
