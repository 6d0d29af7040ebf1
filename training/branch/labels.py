"""Labels of the branch's heads, one row a word."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from accordingto.language.parse import POS, RELATIONS
from accordingto.language.words import Words
from accordingto.mentions.tagged import MENTIONED, NAMED, begin, inside
from training.branch.passages import Named, Passage
from training.branch.silver import NONE, Silver

Ints = NDArray[np.int64]
IGNORE = -100
ROOT = -1
"""A head that is no word."""
INNER, OUTER = 0, 1
_ARTICLE, _GENITIVE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE), re.compile(r"\s*['’]s?$")
_POS = {name: i for i, name in enumerate(POS)}
_RELATIONS = {name: i for i, name in enumerate(RELATIONS)}


@dataclass
class Labels:
    """All of shape (words,), ``IGNORE`` where a head has nothing to learn; ``heads`` count from the first word."""

    sentence: Ints
    pos: Ints
    heads: Ints
    relations: Ints
    names: Ints
    gold: Ints
    """1 where the names are a person's, 0 where the teacher's."""
    outer: Ints
    inner: Ints
    factuality: NDArray[np.float32]
    """NaN where no value is known."""

    def part(self, begin: int, end: int) -> Labels:
        """The labels of words ``[begin, end)``; heads outside them are ignored."""
        cut = Labels(**{f.name: getattr(self, f.name)[begin:end].copy() for f in fields(self)})
        heads = cut.heads
        outside = (heads >= 0) & ((heads < begin) | (heads >= end))
        heads[heads >= 0] -= begin
        heads[outside] = IGNORE
        return cut


def labels_of(passage: Passage, silver: Silver, words: Words, sentence: Ints) -> Labels:
    """Gold where the passage has it, else silver."""
    n = len(words)
    own = np.arange(n)
    heads = np.array(silver.heads, np.int64).reshape(n)
    nothing = np.full(n, IGNORE, np.int64)
    parsed = np.array(
        [
            relation != NONE or head != i
            for i, (relation, head) in enumerate(zip(silver.relations, silver.heads, strict=True))
        ],
        bool,
    ).reshape(n)
    return Labels(
        sentence=sentence,
        pos=np.where(parsed, [_POS[p] for p in silver.pos], IGNORE).astype(np.int64).reshape(n),
        heads=np.where(parsed, np.where(heads == own, ROOT, heads), IGNORE),
        relations=np.where(parsed, [_RELATIONS[r] for r in silver.relations], IGNORE).astype(np.int64).reshape(n),
        names=tags(words, _names(passage, silver), NAMED),
        gold=np.full(n, int(passage.names is not None), np.int64),
        outer=nothing if passage.mentions is None else tags(words, outermost(passage.mentions), MENTIONED),
        inner=nothing if passage.mentions is None else tags(words, innermost(passage.mentions), MENTIONED),
        factuality=_values(passage, words),
    )


def _names(passage: Passage, silver: Silver) -> list[Named]:
    """Gold names, or the teacher's cut as the gold ones are; peoples, which the gold files under other things, are told by the teacher."""
    taught = [trimmed(passage.taught, name) for name in silver.names]
    if passage.names is None:
        return taught
    peoples = {(start, end) for start, end, kind in taught if kind == "nationality"}
    return [
        (start, end, "nationality" if kind == "other" and (start, end) in peoples else kind)
        for start, end, kind in passage.names
    ]


def trimmed(text: str, name: Named) -> Named:
    """A name without the article before it and the genitive after it."""
    start, end, kind = name
    article, genitive = _ARTICLE.match(text, start, end), _GENITIVE.search(text, start, end)
    return article.end() if article else start, genitive.start() if genitive else end, kind


def tags(words: Words, spans: list[Named], kinds: tuple[str, ...]) -> Ints:
    """Begin and inside labels of spans, the longer ones first; a kind that is not among ``kinds`` is outside."""
    found = np.zeros(len(words), np.int64)
    for start, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        at = np.flatnonzero((words.starts < end) & (words.ends > start))
        if len(at) and kind in kinds and not found[at].any():
            found[at] = inside(kinds.index(kind))
            found[at[0]] = begin(kinds.index(kind))
    return found


def outermost(spans: list[Named]) -> list[Named]:
    """The spans that lie in no longer one."""
    return [s for s in spans if not any(_within(s, other) for other in spans)]


def innermost(spans: list[Named]) -> list[Named]:
    """The spans that lie in a longer one."""
    return [s for s in spans if any(_within(s, other) for other in spans)]


def _within(span: Named, other: Named) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and other[:2] != span[:2]


def _values(passage: Passage, words: Words) -> NDArray[np.float32]:
    values = np.full(len(words), np.nan, np.float32)
    for offset, value in passage.factuality:
        values[np.searchsorted(words.starts, offset, "right") - 1] = value
    return values
