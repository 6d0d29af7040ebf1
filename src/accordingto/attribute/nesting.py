"""Attributions inside the content of another: a second pass of the same tagger over each content that may hold one.

Direct quotations are left alone: what a speaker quotes is not taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from accordingto.attribute.drafts import Draft
from accordingto.model import Span
from accordingto.resources.lexicons import Lexicons

MINIMUM_WORDS = 6
"""Words that a content needs to hold an attribution: source, cue and something said."""
NESTED_SCORE = 0.5
"""Least probability for a nested attribution; the tagger never saw contents as texts of their own."""
_WORDS = re.compile(r"[a-z]+")

Tag = Callable[[str, int], list[Draft]]
"""Reads a piece of text and gives its drafts, shifted by an offset."""


def nested(text: str, outer: Draft, quoted: Sequence[Span], tag: Tag, lexicons: Lexicons) -> list[Draft]:
    """The attributions inside a draft's content, in text order."""
    found: list[Draft] = []
    for part in outer.content:
        words = part.of(text)
        if any(q.overlaps(part) and q.start <= part.start for q in quoted) or not may_hold(words, lexicons):
            continue
        for inner in tag(words, part.start):
            if accepted(text, inner, part, quoted, lexicons):
                inner.outer, inner.by = outer, "second-pass"
                found.append(inner)
    return found


def may_hold(words: str, lexicons: Lexicons) -> bool:
    """Whether a content has the words for an attribution: a cue that is not its first word."""
    tokens = _WORDS.findall(words.lower())
    return len(tokens) >= MINIMUM_WORDS and any(
        t in lexicons.act_verbs or t in lexicons.act_nouns or t == "according" for t in tokens[1:]
    )


def accepted(text: str, inner: Draft, part: Span, quoted: Sequence[Span], lexicons: Lexicons) -> bool:
    """Whether what the second pass found is an attribution of its own."""
    if inner.cue is None or inner.score < NESTED_SCORE or any(q.contains(inner.cue) for q in quoted):
        return False
    if inner.cue.of(text)[:1].isupper() and inner.cue.start > part.start:
        return False  # a name that looks like a verb
    cue = _WORDS.findall(inner.cue.of(text).lower())
    if inner.source is None:  # "despite concerns that …": a noun may stand without a holder, a verb may not
        inner.agentless = any(word in lexicons.act_nouns and word not in lexicons.act_verbs for word in cue)
        return inner.agentless
    known = any(word in lexicons.act_verbs or word in lexicons.act_nouns or word == "according" for word in cue)
    return known and sum(map(len, inner.content)) < 0.98 * len(part)


def remainder(text: str, outer: Draft, inners: Sequence[Draft]) -> list[Span]:
    """What the outer content conveys beside the attributions inside it; nothing where it is no clause of its own."""
    taken = [span for inner in inners for span in [Span(inner.start, inner.end)]]
    left = [piece for part in outer.content for piece in subtract(part, taken)]
    left = [s for s in (trim(text, piece) for piece in left) if s]
    words = sum(len(re.findall(r"\w+", s.of(text))) for s in left)
    return left if words >= 5 and any(has_finite_verb(s.of(text)) for s in left) else []


def subtract(part: Span, taken: Sequence[Span]) -> list[Span]:
    """A span without others."""
    left = [part]
    for other in taken:
        left = [
            Span(a, b)
            for piece in left
            for a, b in ((piece.start, min(piece.end, other.start)), (max(piece.start, other.end), piece.end))
            if a < b
        ]
    return sorted(left)


_EDGES = " \t\n\u00a0,;:—–-.("
_DANGLING = re.compile(
    r"[\s\u00a0,]+(?:after|before|when|where|while|as|because|although|though|since|until|that|and|but|which|who|if|what)\Z"
)
_JOINERS = re.compile(r"(?:that|and|but|while|which|who|as|or)\b[ \u00a0]*", re.I)


def trim(text: str, piece: Span) -> Span | None:
    """A span without punctuation and joining words at its edges."""
    start, end = piece.start, piece.end
    while start < end and (text[start] in _EDGES or _JOINERS.match(text, start, end)):
        joiner = _JOINERS.match(text, start, end)
        start = joiner.end() if joiner else start + 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    dangling = _DANGLING.search(text, start, end)
    if dangling and dangling.start() > start:
        end = dangling.start()
    return Span(start, end) if start < end else None


_AUXILIARIES = frozenset(
    (
        "is are was were be been am has have had do does did will would can could may might shall should must isn "
        "aren wasn weren hasn haven hadn don doesn didn won wouldn couldn"
    ).split()
)
_PAST = frozenset(
    (
        "took came went fell left held lost won made gave said told found hit struck shot fought fled began broke "
        "brought built bought caught cut drew drove fed felt flew got grew heard hid kept knew laid led let lay met "
        "paid put ran rose saw sent set shut sank spent spoke spread stood stole sought swept thought threw tore wore "
        "wrote became bore beat says takes comes goes falls leaves holds loses wins makes gives finds hits strikes "
        "remains follows enters seizes captures kills shows lies stands runs"
    ).split()
)


def has_finite_verb(words: str) -> bool:
    """Whether some words look like a clause: an auxiliary, an irregular past, or a form in -ed that follows a subject."""
    tokens = re.findall(r"[A-Za-z]+", words)
    lowered = [token.lower() for token in tokens]
    if any(token in _AUXILIARIES or token in _PAST for token in lowered):
        return True
    return any(i > 0 and len(token) > 4 and token.endswith("ed") for i, token in enumerate(lowered))
