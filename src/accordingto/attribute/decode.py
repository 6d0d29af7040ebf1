"""From the heads' scores to flat attributions: the best well-formed labelling, then spans tied by the pointers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accordingto.attribute.scheme import BEGIN, INSIDE, ROLES, TAGS
from accordingto.language.merge import Pointed

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
WordSpan = tuple[int, int]

_FORBIDDEN = -1e4
CONTENT_FLOOR, ATTRIBUTION_FLOOR = 0.5, 0.6
"""Chosen on PolNeAR dev by A2 (73.9 without floors, 75.2 with these; attribution floors from .55 to .70 all give over 75)."""
POINTER_WEIGHT = 0.5
"""Exponent of a pointer's probability beside that of the labels; chosen with the floors."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of ``n`` words, windows merged.

    ``tags`` are log-probabilities, shape (n, 7); the pointers hold probabilities.
    """

    tags: Floats
    cue_of: Pointed
    source_of: Pointed


@dataclass(slots=True)
class Flat:
    """One attribution in words: ``[first, end)`` spans, with the probability of what it is made of."""

    content: list[WordSpan]
    cue: WordSpan | None = None
    source: WordSpan | None = None
    probability: float = 0.0
    """Of its labels and of the pointer to its source."""


def transitions() -> Floats:
    """Zero where a label may follow another, else forbidden; rows are from, columns to."""
    allowed = np.zeros((TAGS, TAGS), np.float32)
    for role in ROLES:
        allowed[:, INSIDE[role]] = _FORBIDDEN
        allowed[[BEGIN[role], INSIDE[role]], INSIDE[role]] = 0.0
    return allowed


_TRANSITIONS = transitions()
_INSIDES = np.array([INSIDE[role] for role in ROLES])


def best_tags(tags: Floats, breaks: Bools) -> NDArray[np.int64]:
    """Viterbi over log-probabilities; no span runs over a word where ``breaks`` is true."""
    n = len(tags)
    emissions = tags.copy()
    emissions[np.ix_(np.flatnonzero(breaks), _INSIDES)] = _FORBIDDEN
    if n:
        emissions[0, _INSIDES] = _FORBIDDEN
    back = np.zeros((n, TAGS), np.int64)
    columns = np.arange(TAGS)
    best = emissions[0] if n else np.zeros(TAGS, np.float32)
    for i in range(1, n):
        paths = best[:, None] + _TRANSITIONS
        back[i] = paths.argmax(0)
        best = paths[back[i], columns] + emissions[i]
    path = np.zeros(n, np.int64)
    if n:
        path[-1] = best.argmax()
        for i in range(n - 1, 0, -1):
            path[i - 1] = back[i, path[i]]
    return path


def spans_of(path: NDArray[np.int64], role: str) -> list[WordSpan]:
    """The spans of one role in a labelling."""
    spans: list[WordSpan] = []
    begin, inside = BEGIN[role], INSIDE[role]
    for i in np.flatnonzero((path == begin) | (path == inside)).tolist():
        if path[i] == inside and spans and spans[-1][1] == i:
            spans[-1] = (spans[-1][0], i + 1)
        else:
            spans.append((i, i + 1))
    return spans


def attributions(
    scores: Scores,
    breaks: Bools,
    *,
    content_floor: float = CONTENT_FLOOR,
    attribution_floor: float = ATTRIBUTION_FLOOR,
) -> list[Flat]:
    """Decode the attributions of one text, in order of their first content word.

    A content span counts if its labels and its pointer to the cue are probable enough, an attribution if all its labels and its
    pointer to the source are; ``content_floor`` and ``attribution_floor`` are these probabilities.
    """
    path = best_tags(scores.tags, breaks)
    contents, cues, sources = (spans_of(path, role) for role in ("content", "cue", "source"))
    flats: dict[WordSpan | int, Flat] = {}
    for i, content in enumerate(contents):
        cue, pointed = _pick(scores.cue_of, [content], cues)
        if _probability(scores.tags, path, [content]) * pointed**POINTER_WEIGHT < content_floor:
            continue
        flats.setdefault(cue if cue is not None else -1 - i, Flat([], cue)).content.append(content)
    for flat in flats.values():
        asking = [*flat.content, flat.cue] if flat.cue else flat.content
        flat.source, pointed = _pick(scores.source_of, asking, sources)
        flat.probability = min(1.0, _probability(scores.tags, path, asking) * pointed**POINTER_WEIGHT)
    kept = [flat for flat in flats.values() if flat.probability >= attribution_floor]
    return sorted(kept, key=lambda flat: flat.content[0])


def _probability(tags: Floats, path: NDArray[np.int64], spans: list[WordSpan]) -> float:
    """Geometric mean of the probability of the labels, each span counting alike."""
    means = [tags[np.arange(a, b), path[a:b]].mean() for a, b in spans]
    return float(np.exp(np.mean(means)))


def _pick(pointer: Pointed, asking: list[WordSpan], candidates: list[WordSpan]) -> tuple[WordSpan | None, float]:
    """The candidate span that the asking spans point at most, or ``None`` where they point nowhere; and the share of the pointing.

    Each asking span has one vote, spread over the candidates as its words' probabilities are.
    """
    if not candidates:
        return None, 1.0
    votes = [pointer.mass(span, candidates) for span in asking]
    mass = np.add.reduce([found for found, _ in votes]) / len(votes)
    nowhere = sum(none for _, none in votes) / len(votes)
    best = int(mass.argmax())
    return (candidates[best], float(mass[best])) if mass[best] >= nowhere else (None, nowhere)
