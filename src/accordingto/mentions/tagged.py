"""The heads of names and mentions over the branch's vectors: spans with a kind each, from the best well-formed labelling.

*Names* are proper names and what is written like them (Reuters, Syrian, the 2014 elections); *mentions* are the longer noun
phrases of re3d ("Iraqi President Fuad Masum", "the regime", "two helicopters"), which may hold others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accordingto.language.encoder import Encoded
from accordingto.model import Span

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

NAMED = ("person", "organisation", "place", "nationality", "happening", "other")
"""Kinds of names; ``other`` are works, laws, awards, languages, products."""
MENTIONED = (
    "Organisation", "Location", "Person", "Temporal", "Quantity", "Nationality", "Weapon", "Vehicle", "MilitaryPlatform",
    "DocumentReference", "Money", "Coordinate", "CommsIdentifier", "Frequency",
)  # fmt: skip
"""re3d's types."""
OUTSIDE = 0
_FORBIDDEN = -1e4
WHOLE = frozenset(
    (
        ("organisation", "", "organisation"),
        ("organisation", "of", "place"),
        ("happening", "", "happening"),
        ("happening", "", "place"),
        ("other", "", "other"),
    )
)
"""Neighbours that are one name, of the first one's kind: on CrossNER politics dev 94 such pairs are one name in the gold, 8 are two."""
SURE = -0.05
"""A word whose log-probability of being outside is above this ends the stretches that are searched."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A span of the text with its kind; ``score`` is the geometric mean of the probability of its labels."""

    span: Span
    kind: str
    score: float


def begin(kind: int) -> int:
    """The label that begins a kind."""
    return 1 + 2 * kind


def inside(kind: int) -> int:
    """The label that goes on with a kind."""
    return 2 + 2 * kind


def named(encoded: Encoded, tables: Mapping[str, Floats]) -> tuple[Named, ...]:
    """The names of a text that was encoded with its branch, in text order; their kinds are `NAMED`."""
    return joined(_found(encoded, tables, "names", NAMED), encoded.text)


def joined(found: Sequence[Named], text: str) -> tuple[Named, ...]:
    """Names with what the head cut in two put together: pairs of `WHOLE` with nothing but their space or word between them."""
    kept: list[Named] = []
    for name in found:
        last = kept[-1] if kept else None
        if last and (last.kind, text[last.span.end : name.span.start].strip(" \u00a0"), name.kind) in WHOLE:
            kept[-1] = Named(Span(last.span.start, name.span.end), last.kind, min(last.score, name.score))
        else:
            kept.append(name)
    return tuple(kept)


def mentioned(encoded: Encoded, tables: Mapping[str, Floats]) -> tuple[Named, ...]:
    """The mentions of a text that was encoded with its branch, in text order, an inner one after its outer; kinds are `MENTIONED`."""
    outer = _found(encoded, tables, "outer", MENTIONED)
    spans = {mention.span for mention in outer}
    inner = (mention for mention in _found(encoded, tables, "inner", MENTIONED) if mention.span not in spans)
    return tuple(sorted((*outer, *inner), key=lambda m: (m.span.start, -m.span.end)))


def _found(encoded: Encoded, tables: Mapping[str, Floats], head: str, kinds: Sequence[str]) -> tuple[Named, ...]:
    words = encoded.words
    if not len(words):
        return ()
    scores = label_scores(encoded, tables, head)
    path = best_labels(scores, words.features[:, 1] == 1)
    found = []
    for first, end, kind in spans_of(path):
        score = float(np.exp(scores[np.arange(first, end), path[first:end]].mean()))
        found.append(Named(Span(int(words.starts[first]), int(words.ends[end - 1])), kinds[kind], score))
    return tuple(found)


def label_scores(encoded: Encoded, tables: Mapping[str, Floats], head: str) -> Floats:
    """Log-probabilities of one head's labels, shape (words, labels), averaged where windows overlap."""
    weight, bias = tables[f"branch.{head}.weight"], tables[f"branch.{head}.bias"]
    shares, read = np.zeros((len(encoded.words), len(bias)), np.float32), np.zeros((len(encoded.words), 1), np.float32)
    for (first, end), (vectors, _) in zip(encoded.cuts, encoded.upper(), strict=True):
        logits = vectors @ weight + bias
        raised = np.exp(logits - logits.max(1, keepdims=True))
        shares[first:end] += raised / raised.sum(1, keepdims=True)
        read[first:end] += 1
    result: Floats = np.log(shares / np.maximum(read, 1) + 1e-30)
    return result


def best_labels(scores: Floats, breaks: Bools) -> NDArray[np.int64]:
    """The best labelling by log-probabilities (words, 1 + 2 kinds) in which an inside label follows its own kind only, never at a break.

    Where each word's best label by itself is well-formed, that is it; only the stretches between surely unnamed words where it is
    not are searched (Viterbi).
    """
    insides = np.arange(2, scores.shape[1], 2)
    emissions = scores.copy()
    emissions[np.ix_(np.flatnonzero(breaks), insides)] = _FORBIDDEN
    emissions[:1, insides] = _FORBIDDEN
    path: NDArray[np.int64] = emissions.argmax(1)
    before = np.concatenate([[OUTSIDE], path[:-1]])
    wrong = np.flatnonzero((path > 0) & (path % 2 == 0) & (before != path) & (before != path - 1))
    edges = np.concatenate([[-1], np.flatnonzero(emissions[:, OUTSIDE] > SURE), [len(path)]])
    for right in np.unique(np.searchsorted(edges, wrong)).tolist():
        first, end = int(edges[right - 1]) + 1, int(edges[right])
        path[first:end] = _viterbi(emissions[first:end], insides)
    return path


def _viterbi(emissions: Floats, insides: NDArray[np.int64]) -> NDArray[np.int64]:
    """The best path: any label but an inside one may follow any other; an inside one only its begin or itself."""
    n, labels = emissions.shape
    back = np.zeros((n, labels), np.int64)
    best = emissions[0].copy()
    best[insides] = _FORBIDDEN
    for i in range(1, n):
        back[i] = best.argmax()
        back[i, insides] = np.where(best[insides] >= best[insides - 1], insides, insides - 1)
        best = best[back[i]] + emissions[i]
    path = np.zeros(n, np.int64)
    path[-1] = best.argmax()
    for i in range(n - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def spans_of(path: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """The spans of a labelling: first word, end word, kind."""
    spans: list[tuple[int, int, int]] = []
    for i in np.flatnonzero(path != OUTSIDE).tolist():
        label = int(path[i])
        if label % 2:
            spans.append((i, i + 1, label // 2))
        else:
            first, _, kind = spans[-1]
            spans[-1] = first, i + 1, kind
    return spans
