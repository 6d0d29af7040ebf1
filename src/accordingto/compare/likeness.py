"""How alike two quotations are: as the same words, cut or joined, and as the same content in other words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.copies import runs
from accordingto.compare.normalise import Token
from accordingto.compare.pieces import Piece, parts

QUOTED_RUN = 5
"""Equal words in a row, two of them with content, that show one utterance whoever translates it."""
FOREIGN_RUN = 8
"""And where two reports give them to different speakers."""
PHRASE = 3
"""Words of a piece with one content word that show as much."""
CONTAINED = 0.75
"""Share of the shorter piece's words, equal and in order, from which it is the longer one, cut or with words changed."""
LEAST_FORMS = 2
"""Content words that two pieces must share: one is never enough between speakers that are not surely one."""

SHORT = 3
"""Content words below which one shared word tells nothing of two sentences."""
MEANING = 0.6
"""How much the vectors count beside the words. Of 38 pairs of renderings of one sentence and 152 of two sentences of one
speaker (tests/compare/retranslated.toml), words alone rank a pair of the first above one of the second in 87 of 100 cases,
vectors alone in 99.8, both in 99.9."""

CUT = 0.7
"""Length, against the other's, from which a sentence may be the other cut to a half."""
HALVED = 8
"""Words of a sentence that is long enough for that. Of the renderings above cut to a half, 60 of 100 instead of 44 are then
found beside the other rendering, with 7 instead of none of 1,000 halves of another sentence."""

Vectors = Callable[[Sequence[str]], Sequence[Sequence[float]]]
"""Unit vectors of some texts; `accordingto.language.vectors.SentenceEncoder.vectors` gives them."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a piece: the canonical forms of its content words, and its text."""

    forms: frozenset[str]
    text: str
    halves: tuple[str, ...] = ()
    """Its first and its second half, where it is long enough to be cut to one."""

    @property
    def texts(self) -> tuple[str, ...]:
        """All that vectors are wanted of."""
        return (self.text, *self.halves)


def same_words(a: Piece, b: Piece, same: bool | None) -> float | None:
    """How surely two pieces are one utterance by their very words, 0–1; ``None`` where the words do not show it.

    Args:
        a: One piece.
        b: Another.
        same: Whether one speaker says both, as far as that is known.
    """
    short, long = sorted((a, b), key=lambda piece: len(piece.tokens))
    common = a.forms & b.forms
    if not common or (len(common) < LEAST_FORMS and not _cut_out(short, long, common, same)):
        return None
    covered = _equal_words(short.words, long.words) / len(short.tokens)
    if covered >= CONTAINED and (same is not False or len(short.tokens) >= QUOTED_RUN or _phrase(short, long)):
        return covered
    least = FOREIGN_RUN if same is False else QUOTED_RUN
    found = [
        length
        for start, _, length in runs(short.words, long.words, least=least)
        if len(_content(short.tokens[start : start + length], common)) >= LEAST_FORMS
    ]
    return max(covered, CONTAINED) if found else None


def _cut_out(short: Piece, long: Piece, common: frozenset[str], same: bool | None) -> bool:
    """Whether a piece with one content word is a stretch of another: between speakers not surely one, of three words or more."""
    if same is False or common != short.forms or (same is None and len(short.words) < PHRASE):
        return False
    return _stands_in(short.words, long.words)


def _phrase(short: Piece, long: Piece) -> bool:
    """Whether a short piece stands in another as it is, and is no mere name: given to another speaker, it is still the same."""
    small = any(not token.capital and token.stem in short.forms for token in short.tokens[1:])
    return small and len(short.tokens) >= PHRASE and _stands_in(short.words, long.words)


def _stands_in(words: Sequence[str], others: Sequence[str]) -> bool:
    least = len(words)
    return any(others[i : i + least] == words for i in range(len(others) - least + 1))


def _equal_words(a: Sequence[str], b: Sequence[str]) -> int:
    """Equal words in order, lone ones apart from their neighbours left out: two texts of a length always share those."""
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    least = min(2, len(a))
    return sum(block.size for block in blocks if block.size >= least)


def _content(tokens: Iterable[Token], common: frozenset[str]) -> set[str]:
    return {token.stem for token in tokens if token.stem in common or any(token.stem.startswith(f) for f in common)}


@dataclass(frozen=True)
class Content:
    """How alike sentences are in content: by words, rarer ones more, and by sentence vectors where there are any."""

    weights: Mapping[str, float]
    vectors: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)

    def likeness(self, a: Sentence, b: Sentence, *, cut: bool = False) -> float:
        """0–1: a mean of `overlap` and of the cosine of the sentences' vectors; without vectors the overlap alone.

        Args:
            a: One sentence.
            b: Another.
            cut: Whether the shorter may also be like one half of the longer: only where one speaker says both.
        """
        overlap = self.overlap(a, b)
        if a.text not in self.vectors or b.text not in self.vectors:
            return overlap
        return (1 - MEANING) * overlap + MEANING * max(0.0, self._cosine(a, b, cut))

    def _cosine(self, a: Sentence, b: Sentence, cut: bool) -> float:
        """Of the two, or where one is much shorter, of it and the better half of the other: it may be cut to that."""
        short, long = sorted((a, b), key=lambda one: len(one.text))
        texts = long.texts if cut and len(short.text) <= CUT * len(long.text) else (long.text,)
        one = self.vectors[short.text]
        return max(float(one @ self.vectors[text]) for text in texts)

    def overlap(self, a: Sentence, b: Sentence) -> float:
        """Weighted overlap, 0–1: the mean of Dice's and the overlap coefficient, since one may be cut short."""
        common = a.forms & b.forms
        if len(common) < LEAST_FORMS and min(len(a.forms), len(b.forms)) < SHORT:
            return 0.0
        shared, one, other = (self._total(forms) for forms in (common, a.forms, b.forms))
        return (2 * shared / (one + other) + shared / min(one, other)) / 2

    def _total(self, forms: Iterable[str]) -> float:
        return math.fsum(self.weights.get(form, 1.0) for form in forms)


def weights_of(utterances: Sequence[frozenset[str]]) -> dict[str, float]:
    """Inverse document frequencies over utterances, smoothed so that in a handful no word weighs nothing."""
    counts = Counter(form for forms in utterances for form in forms)
    size = len(utterances) + 1
    return {form: 1 + math.log(size / (count + 1)) for form, count in counts.items()}


def sentences_of(piece: Piece, canon_of: Callable[[Iterable[Token]], Iterable[str]]) -> list[Sentence]:
    """The sentences of a piece that hold content words."""
    made = [(frozenset(canon_of(tokens)), tokens) for tokens in parts(piece)]
    text = piece.account.report.text
    return [_sentence(text, tokens, forms) for forms, tokens in made if forms]


def _sentence(text: str, tokens: Sequence[Token], forms: frozenset[str]) -> Sentence:
    def words(some: Sequence[Token]) -> str:
        return text[some[0].start : some[-1].end]

    middle = len(tokens) // 2
    halves = (words(tokens[:middle]), words(tokens[middle:])) if len(tokens) >= HALVED else ()
    return Sentence(forms, words(tokens), halves)
