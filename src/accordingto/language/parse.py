"""The syntax head: parts of speech and dependencies of a text from the branch's vectors, decoded sentence by sentence.

Arcs are scored by a deep biaffine product (Dozat and Manning 2017) with a bias for the distance, in the window in which a word
stands most central. Heads stay inside their sentence; where the best heads form a cycle, the sentence gets its maximum spanning
arborescence instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from accordingto.language.distance import by_distance
from accordingto.language.encoder import Encoded
from accordingto.language.merge import Cut, owned
from accordingto.language.sentences import sentences
from accordingto.language.syntax import Syntax
from accordingto.language.trees import ROOT, best_tree
from accordingto.model import Span

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Tables = Mapping[str, Floats]

POS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
RELATIONS = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc", "ccomp", "compound",
    "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "goeswith", "intj", "mark", "meta", "neg", "nmod",
    "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt",
    "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
"""CLEAR labels, and ``goeswith`` for the further words of what is one token by other lights ("U.S.", "’s")."""
FAR = 32
"""Distances from here on share a bias: few arcs are longer."""
_NEVER = -1e4
LONGEST = 256
"""Words that one tree spans: beyond it what has no full stop is no sentence but a list or a table (the longest sentence of the field
corpus has 55 words), and the time of a tree grows with the cube of its words."""


@dataclass(frozen=True, slots=True)
class _Window:
    """What the head makes of one window of ``w`` words: arcs (w, w + 1), the last column root; projections for relations."""

    cut: Cut
    mine: Cut
    arcs: Floats
    dependants: Floats
    heads: Floats
    pos: Ints


def syntax(encoded: Encoded, tables: Tables, spans: Iterable[Span] | None = None) -> Syntax:
    """Parse a text that was encoded with its branch; ``spans`` are its sentences, where they are known already."""
    words = encoded.words
    windows = _windows(encoded, tables)
    pos = np.concatenate(
        [w.pos[w.mine[0] - w.cut[0] : w.mine[1] - w.cut[0]] for w in windows] or [np.zeros(0, np.int64)]
    )
    heads = np.arange(len(words))
    for begin, end in _word_ranges(words.starts, sentences(encoded.text) if spans is None else spans):
        tree = best_tree(_sentence(windows, begin, end))
        heads[begin:end] = np.where(tree == ROOT, np.arange(begin, end), tree + begin)
    relations = [_relations(window, heads, tables) for window in windows]
    return Syntax(
        text=encoded.text,
        starts=words.starts.tolist(),
        ends=words.ends.tolist(),
        pos=[POS[i] for i in pos.tolist()],
        heads=heads.tolist(),
        relations=[RELATIONS[i] for part in relations for i in part.tolist()],
    )


def _windows(encoded: Encoded, tables: Tables) -> list[_Window]:
    if not encoded.cuts:
        return []
    parts = zip(encoded.cuts, owned(encoded.cuts), encoded.upper(), strict=True)
    return [_window(cut, mine, vectors, start, tables) for cut, mine, (vectors, start) in parts]


def _window(cut: Cut, mine: Cut, vectors: Floats, start: Floats, tables: Tables) -> _Window:
    n = len(vectors)
    projected: Floats = np.maximum(_linear(np.vstack([vectors, start]), "syntax.project", tables), np.float32(0))
    arc_size = len(tables["branch.syntax.product"])
    size = (projected.shape[1] - 2 * arc_size) // 2
    asked, offered = projected[:n, :arc_size], projected[:, arc_size : 2 * arc_size]
    arcs: Floats = asked @ (tables["branch.syntax.product"] @ offered.T) + offered @ tables["branch.syntax.prior"]
    arcs[:, :n] += by_distance(tables["branch.syntax.distance"][distances(n)])
    relation = projected[:, 2 * arc_size :]
    pos = _linear(vectors, "pos", tables).argmax(1)
    return _Window(cut, mine, arcs, relation[:n, :size], relation[:, size:], pos)


def distances(n: int) -> Ints:
    """The signed distances 1 - n … n - 1 of head from word, cut off at `FAR` and shifted to be indices."""
    apart: Ints = np.clip(np.arange(1 - n, n), -FAR, FAR) + FAR
    return apart


def _sentence(windows: list[_Window], begin: int, end: int) -> Floats:
    """Arc scores of words ``[begin, end)`` among themselves, shape (m, m + 1), the last column root."""
    scores = np.full((end - begin, end - begin + 1), _NEVER, np.float32)
    for window in windows:
        first, last = max(begin, window.mine[0]), min(end, window.mine[1])
        if first >= last:
            continue
        at = window.cut[0]
        left, right = max(begin, at), min(end, window.cut[1])
        rows = window.arcs[first - at : last - at]
        scores[first - begin : last - begin, left - begin : right - begin] = rows[:, left - at : right - at]
        scores[first - begin : last - begin, -1] = rows[:, -1]
    return scores


def _relations(window: _Window, heads: Ints, tables: Tables) -> Ints:
    """The relation of each word that the window answers for to its head; only a root is a ``ROOT``."""
    (begin, end), at = window.mine, window.cut[0]
    own = np.arange(begin, end)
    head = heads[begin:end]
    inside = (head >= at) & (head < window.cut[1]) & (head != own)
    dependants, governors = window.dependants[own - at], window.heads[np.where(inside, head - at, -1)]
    labels = _linear(np.hstack([dependants, governors, dependants * governors]), "relations", tables)
    labels[head != own, 0] = _NEVER
    return np.where(head == own, 0, labels.argmax(1))


def _linear(vectors: Floats, name: str, tables: Tables) -> Floats:
    result: Floats = vectors @ tables[f"branch.{name}.weight"] + tables[f"branch.{name}.bias"]
    return result


def _word_ranges(starts: Ints, spans: Iterable[Span]) -> list[Cut]:
    """The words of each sentence, at most `LONGEST` at once; what stands between and after sentences goes with the one before."""
    edges = np.searchsorted(starts, [span.start for span in spans]).tolist()
    whole = pairwise(sorted({0, *edges, len(starts)}))
    return [(at, min(at + LONGEST, end)) for begin, end in whole for at in range(begin, end, LONGEST)]
