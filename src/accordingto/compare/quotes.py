"""Quotations: every utterance across reports, however it was cut, joined, cleaned up or translated anew.

Pieces of the same words come together first, found through an index of word pairs; then what is left is compared in
content, sentence by sentence. Who is said to speak lowers or raises what is asked, but forbids nothing: a quotation given
to somebody else is one of the things to be shown. A difference is shown, never judged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from accordingto.compare.accounts import Account, apart, by_report, canonical_order, published
from accordingto.compare.likeness import Content, Sentence, Vectors, same_words, sentences_of, weights_of
from accordingto.compare.pieces import Piece, pieces_of
from accordingto.compare.slots import Frame
from accordingto.compare.speakers import same_voice
from accordingto.compare.thresholds import DEFAULTS, Thresholds
from accordingto.compare.variants import variants_of
from accordingto.model import QuoteGroup, content_id

BY = "compare/quotes-1"
NEAREST = 24
"""Pieces with the most word pairs in common that a piece is held against; of one utterance, one that joins is enough."""
PAIRS = 2
"""Word pairs that two pieces must share to be held against each other: a run of five words with two of content has as many."""
SHORT = 7
"""Words up to which one shared pair, and among short pieces a shared word, is enough for that."""
FULLEST = 4
"""Wordings of an utterance, the longest, by which it is compared in content."""
TELLING = 3
"""Content words that the shorter of two wordings needs to be like another in content where different speakers are named."""
SAME_DAYS = timedelta(days=7)
"""Reports further apart hardly translate one utterance anew; they may still quote the same words."""

UNKNOWN = 0.05
"""What more is asked where it is not known whether one speaker says both,"""
FOREIGN = 0.15
"""where two different speakers are named,"""
BOTH = 0.25
"""where one report has both in its body, which hardly repeats itself,"""
LATER = 0.2
"""and where the reports lie further apart than `SAME_DAYS`."""


def quotes(
    accounts: Sequence[Account], *, frame: Frame, thresholds: Thresholds = DEFAULTS, vectors: Vectors | None = None
) -> tuple[QuoteGroup, ...]:
    """Group the quotations of some reports by utterance.

    Args:
        accounts: The reports with their statements, in any order; the result does not depend on it.
        frame: What all comparisons of these reports share.
        thresholds: What has to be reached; `Thresholds.quote_similarity` counts here.
        vectors: Gives the unit vectors of sentences, by which other words for one content are known; without it only shared
            words count, and most of what was translated anew stays apart.

    Returns:
        Every quotation that is somebody's words, in one group each: those that most reports have first. A quotation that
        nothing else matches is a group of one.
    """
    ordered = [*by_report(canonical_order(accounts)).values()]
    pieces = [piece for account in ordered for piece in pieces_of(account, frame.canon, frame.words)]
    sets = _Sets(len(pieces))
    _join_running(pieces, sets)
    _join_same_words(pieces, sets, frame)
    _join_same_content(pieces, sets, frame, thresholds, vectors)
    _join_following(pieces, sets)
    found = [[pieces[i] for i in members] for members in sets.groups()]
    scores = [sets.score(members[0]) for members in sets.groups()]
    groups = [
        _group(one, score, frame) for one, score in zip(found, scores, strict=True) if any(piece.sure for piece in one)
    ]
    return tuple(sorted(groups, key=lambda group: -len(group.reports)))


class _Sets:
    """Disjoint sets of pieces, each with the score of the weakest link that holds it together."""

    def __init__(self, size: int) -> None:
        self._head = list(range(size))
        self._score = [1.0] * size

    def head(self, i: int) -> int:
        while self._head[i] != i:
            self._head[i] = self._head[self._head[i]]
            i = self._head[i]
        return i

    def unite(self, i: int, j: int, score: float = 1.0) -> None:
        """Join two sets under the earlier of their first members."""
        first, second = sorted((self.head(i), self.head(j)))
        if first != second:
            self._head[second] = first
            self._score[first] = min(self._score[first], self._score[second], score)

    def score(self, i: int) -> float:
        return self._score[self.head(i)]

    def groups(self) -> list[list[int]]:
        """The members of each, in order."""
        made: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._head)):
            made[self.head(i)].append(i)
        return list(made.values())


def _join_running(pieces: Sequence[Piece], sets: _Sets) -> None:
    """Join the parts of an interrupted sentence, and of one quotation over several paragraphs."""
    for i, piece in enumerate(pieces):
        if piece.runs_on:
            sets.unite(i - 1, i)


def _join_following(pieces: Sequence[Piece], sets: _Sets) -> None:
    """Join what one person says in one go, with only the words between that say who speaks.

    A rewrite also runs words together in this way that were said apart; where any report has them apart, they stay so.
    """
    links = [
        i
        for i, piece in enumerate(pieces)
        if piece.follows_on and same_voice(pieces[i - 1].voice, piece.voice) is not False
    ]
    heads = [sets.head(i) for i in range(len(pieces))]
    together = {(heads[i - 1], heads[i], pieces[i].report) for i in links}
    bodies: dict[int, set[str]] = defaultdict(set)
    for head, piece in zip(heads, pieces, strict=True):
        if not piece.top:
            bodies[head].add(piece.report)
    for i in links:
        one, other = heads[i - 1], heads[i]
        both = bodies[one] & bodies[other]
        if all((one, other, report) in together or (other, one, report) in together for report in both):
            sets.unite(one, other)


def _join_same_words(pieces: Sequence[Piece], sets: _Sets, frame: Frame) -> None:
    """Join pieces of the same words: equal ones at once, the rest through an index of their word pairs."""
    distinct: dict[tuple[tuple[str, ...], str | None], int] = {}
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, piece in enumerate(pieces):
        key = (piece.words, None if len(piece.words) > SHORT else _speaker(piece))
        if key in distinct:
            sets.unite(distinct[key], i)
            continue
        distinct[key] = i
        grams = _grams(piece, frame)
        counts = Counter(j for gram in grams for j in index[gram])
        for j, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:NEAREST]:
            enough = count >= PAIRS or min(len(piece.words), len(pieces[j].words)) <= SHORT
            if enough and sets.head(i) != sets.head(j):
                score = same_words(pieces[j], piece, same_voice(pieces[j].voice, piece.voice))
                if score is not None:
                    sets.unite(i, j, score)
        for gram in grams:
            index[gram].append(i)


def _speaker(piece: Piece) -> str | None:
    voice = piece.voice
    return voice.source.name if voice else None


def _grams(piece: Piece, frame: Frame) -> set[tuple[str, ...]]:
    """Pairs of words in a row of which one has content; of short pieces the content words alone, too."""
    content = [frame.canon.of(token) is not None for token in piece.tokens]
    words = piece.words
    pairs = {(words[i], words[i + 1]) for i in range(len(words) - 1) if content[i] or content[i + 1]}
    return pairs | {(word,) for word, full in zip(words, content, strict=True) if full and len(words) <= SHORT}


@dataclass(frozen=True)
class _Utterance:
    """A set of pieces as it is compared in content: its fullest wordings, sentence by sentence."""

    first: int
    pieces: tuple[Piece, ...]
    sentences: tuple[tuple[Piece, tuple[Sentence, ...]], ...]
    bodies: frozenset[str]
    """Reports that have it in their body."""


def _join_same_content(
    pieces: Sequence[Piece], sets: _Sets, frame: Frame, thresholds: Thresholds, vectors: Vectors | None
) -> None:
    """Join utterances of the same content, the most alike first."""
    utterances = [_utterance([(i, pieces[i]) for i in members], frame) for members in sets.groups()]
    forms = [frozenset(f for _, found in one.sentences for s in found for f in s.forms) for one in utterances]
    texts = sorted({t for one in utterances for _, found in one.sentences for s in found for t in s.texts})
    known = np.asarray(vectors(texts), np.float32) if vectors and texts else ()
    content = Content(weights_of(forms), dict(zip(texts, known, strict=False)))
    bodies = {one.first: set(one.bodies) for one in utterances}
    for score, i, j, least in sorted(_alike(utterances, content, thresholds), key=lambda row: (-row[0], row[1:3])):
        a, b = sets.head(i), sets.head(j)
        if a == b or score < least + (BOTH if bodies[a] & bodies[b] else 0.0):
            continue
        sets.unite(a, b, min(1.0, score))
        bodies[sets.head(a)] = bodies[a] | bodies[b]


def _utterance(members: Sequence[tuple[int, Piece]], frame: Frame) -> _Utterance:
    distinct = {piece.words: piece for _, piece in reversed(members)}
    fullest = sorted(distinct.values(), key=lambda piece: (-len(piece.words), piece.words))[:FULLEST]
    return _Utterance(
        members[0][0],
        tuple(piece for _, piece in members),
        tuple((piece, tuple(sentences_of(piece, frame.canon.all_of))) for piece in fullest),
        frozenset(piece.report for _, piece in members if not piece.top),
    )


def _alike(
    utterances: Sequence[_Utterance], content: Content, thresholds: Thresholds
) -> Iterator[tuple[float, int, int, float]]:
    """Pairs of utterances that could be one: likeness, their first members, and what is asked."""
    for i, one in enumerate(utterances):
        for other in utterances[i + 1 :]:
            found = max(_pairs(one, other, content, thresholds), default=None, key=lambda pair: pair[0] - pair[1])
            if found is not None and found[0] >= found[1]:
                yield found[0], one.first, other.first, found[1]


def _pairs(
    one: _Utterance, other: _Utterance, content: Content, thresholds: Thresholds
) -> Iterator[tuple[float, float]]:
    for a, ours in one.sentences:
        for b, theirs in other.sentences:
            same = same_voice(a.voice, b.voice)
            if same is False and min(len(a.forms), len(b.forms)) < TELLING:
                continue
            likeness = max((content.likeness(x, y, cut=same is True) for x in ours for y in theirs), default=0.0)
            if likeness >= thresholds.quote_similarity:
                yield likeness, thresholds.quote_similarity + _more(a, b, same)


def _more(a: Piece, b: Piece, same: bool | None) -> float:
    """What more is asked of two wordings for who says them and when they were published."""
    asked = UNKNOWN if same is None else 0.0 if same else FOREIGN
    first, second = published(a.account.report), published(b.account.report)
    return asked + (LATER if first and second and apart(first, second) > SAME_DAYS else 0.0)


def _group(members: Sequence[Piece], score: float, frame: Frame) -> QuoteGroup:
    made = variants_of(members, frame.canon.function)
    first = made[0]
    text = next(piece.account.report for piece in members if piece.report == first.report).text_sha256
    return QuoteGroup(content_id("quote", text, first.pieces), made, round(score, 4), BY)
