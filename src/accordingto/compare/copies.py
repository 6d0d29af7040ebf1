"""Copies: which passages of a report stand in another, exact or edited, and what share of each they are.

A report's body is cut into sentences, and equal sentences of a handful of reports are looked at once. Sentences that share runs
of three words (stems) are found through an index; a pair of them counts if a long run is equal, or most of the shorter one is.
So a sentence with a word changed in every clause is still found, and reprints cost next to nothing. Words inside quotation
marks are counted apart: the same quotation shows the same origin, not who copied from whom.

Which words of a report stand in another is kept as the bits of a number, one a word: what two other reports explain of a third
is then one operation.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accordingto.compare.accounts import body
from accordingto.compare.edits import Stretch, alignment, edits
from accordingto.compare.normalise import Token, tokens_of
from accordingto.language.quotation import quotations
from accordingto.language.sentences import sentences
from accordingto.model import Edit, Report, Span, Spans

RUN = 6
"""Words in a row that count as shared: runs of five still meet by chance in stock phrases of the field ("are reported
to have been killed"), runs of six hardly do."""

SHINGLE = 3
"""Words of the runs that the index holds: at one word in six changed, nine in ten of the others still stand in a run of three."""

EDITED_SHARE = 0.5
"""Share of the shorter of two sentences that must stand in runs of three in the other for it to be an edited copy."""

EDITED_WORDS = 7
"""And so many words, so that no short sentence of stock phrases counts."""

COMMON = 400
"""Sentences that may hold a run of three words before it finds nothing more: "in the town of"."""

COPIED_WORDS = 15
"""Words of its own (outside quotations) that a report must share with another to be a copy of it at the door, where nothing
else is known: in a report of two sentences one stock phrase is already a large share."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a report's body, tokenised once."""

    report: Report
    tokens: tuple[Token, ...]
    rows: tuple[tuple[int, int], ...]
    """Its sentences: the number of each among the distinct sentences of all reports, and the index of its first token."""
    own: int
    """Bits of the tokens outside quotations."""
    telling: int
    """Bits of the tokens with content of their own."""

    @property
    def size(self) -> int:
        """How many words."""
        return len(self.tokens)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports share, as passages in text order on either side; a passage may hold edited words."""

    a: Spans
    b: Spans
    of_a: float
    """Share of the words of a's body that stand in b, 0–1."""
    of_b: float
    own_of_b: float
    """The same share counted outside b's quotations."""
    own_words: int
    """How many words that is."""
    edits: tuple[Edit, ...] = ()
    """Inside the passages, word by word: what was done to a's words to make b's."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A distinct sentence: its stems, and the bits of the words that each run of three covers."""

    stems: tuple[str, ...]
    threes: Mapping[tuple[str, ...], int]


class Copies:
    """What the reports of a handful have of each other's words."""

    def __init__(self, texts: Mapping[str, Text], matches: Sequence[Mapping[int, int]]) -> None:
        self.texts = texts
        self._matches = matches
        holders: dict[int, list[str]] = defaultdict(list)
        for report, text in texts.items():
            for row in dict.fromkeys(row for row, _ in text.rows):
                holders[row].append(report)
        self._holders = holders
        self._stems = {report: frozenset(token.stem for token in text.tokens) for report, text in texts.items()}
        counts = Counter(stem for stems in self._stems.values() for stem in stems)
        self._weights = {stem: math.log((len(texts) + 1) / count) for stem, count in counts.items()}
        self._found = {report: self._masks(report, text) for report, text in texts.items()}

    def _masks(self, report: str, text: Text) -> dict[str, int]:
        found: dict[str, int] = defaultdict(int)
        for row, start in text.rows:
            for other, mask in self._matches[row].items():
                bits = mask << start
                for holder in self._holders[other]:
                    found[holder] |= bits
        found.pop(report, None)
        return dict(found)

    def of(self, report: str) -> Mapping[str, int]:
        """For each report that shares words with this one the bits of this one's tokens that stand there."""
        return self._found[report]

    def bits(self, report: str, other: str) -> int:
        """The bits of a report's tokens that stand in another."""
        return self._found[report].get(other, 0)

    def stems(self, report: str) -> frozenset[str]:
        """The stems of all words of a report."""
        return self._stems[report]

    def weight(self, stems: Collection[str]) -> float:
        """How much some words tell: the fewer reports have one, the more."""
        return math.fsum(self._weights.get(stem, 0.0) for stem in stems)

    def own_words(self, report: str, other: str) -> int:
        """How many words of a report outside its quotations stand in another."""
        return (self.bits(report, other) & self.texts[report].own).bit_count()

    def share(self, report: str, other: str) -> float:
        """Share of a report's words that stand in another, 0–1."""
        return self.bits(report, other).bit_count() / max(1, self.texts[report].size)

    def shared(self, a: str, b: str) -> Shared:
        """What of ``b`` stands in ``a``, aligned word by word."""
        one, other = self.texts[a], self.texts[b]
        own, mine = other.own, self.bits(b, a)
        left: list[Span] = []
        right: list[Span] = []
        made: list[Edit] = []
        for ours, theirs in self._groups(one, other):
            words, others = ([text.tokens[i] for i in at] for text, at in ((one, ours), (other, theirs)))
            taken = _taken([t.stem for t in words], [t.stem for t in others])
            left += _hulls(one, [i for start, end, _, _ in taken for i in ours[start:end]])
            right += _hulls(other, [i for _, _, start, end in taken for i in theirs[start:end]])
            made += _inside(edits(words, others), left, right)
        return Shared(
            a=tuple(sorted(set(left))),
            b=tuple(sorted(set(right))),
            of_a=self.share(a, b),
            of_b=self.share(b, a),
            own_of_b=(mine & own).bit_count() / max(1, own.bit_count()),
            own_words=(mine & own).bit_count(),
            edits=tuple(sorted(made, key=lambda e: (e.b or e.a or Span(0, 1), e.a or Span(0, 1)))),
        )

    def _groups(self, a: Text, b: Text) -> Iterator[tuple[list[int], list[int]]]:
        """Sentences of ``a`` and ``b`` that belong together, as indices of tokens: one and one, or joined and split ones."""
        places: dict[int, list[int]] = defaultdict(list)
        for n, (row, _) in enumerate(a.rows):
            places[row].append(n)
        heads = {}
        for m, (row, _) in enumerate(b.rows):
            heads[m] = self._sources(row, places)
        for lefts, rights in _joined(heads):
            yield [i for n in lefts for i in self._range(a, n)], [i for m in rights for i in self._range(b, m)]

    def _sources(self, row: int, places: Mapping[int, Sequence[int]]) -> list[int]:
        """The sentences that one was made of: the one that explains most, then those that explain more words."""
        left = {other: mask for other, mask in self._matches[row].items() if other in places}
        chosen: list[int] = []
        explained = 0
        while left:
            best = max(left, key=lambda other: ((left[other] & ~explained).bit_count(), -places[other][0]))
            if (left[best] & ~explained).bit_count() < RUN:
                break
            explained |= left.pop(best)
            chosen.append(places[best][0])
        return sorted(chosen)

    def _range(self, text: Text, sentence: int) -> range:
        start = text.rows[sentence][1]
        following = text.rows[sentence + 1][1] if sentence + 1 < len(text.rows) else len(text.tokens)
        return range(start, following)


def copies(reports: Sequence[Report], function_words: Collection[str] = ()) -> Copies:
    """Compare the bodies of some reports with each other; the cost is near linear in their distinct sentences.

    Args:
        reports: Each once.
        function_words: Words without content of their own, which tell less about who copied from whom.
    """
    numbers: dict[tuple[str, ...], int] = {}
    texts = {report.id: _text(report, numbers, function_words) for report in reports}
    rows = [_row(stems) for stems in numbers]
    return Copies(texts, [_matched(n, rows, found) for n, found in enumerate(_candidates(rows))])


def shared(a: Report, b: Report) -> Shared:
    """Compare the bodies of two reports."""
    return copies([a, b]).shared(a.id, b.id)


def _text(report: Report, numbers: dict[tuple[str, ...], int], function_words: Collection[str]) -> Text:
    tokens: list[Token] = []
    rows: list[tuple[int, int]] = []
    for block in body(report):
        for sentence in sentences(block.of(report.text).replace("\n", " ")):
            words = tokens_of(report.text, (Span(block.start + sentence.start, block.start + sentence.end),))
            if words:
                rows.append((numbers.setdefault(tuple(token.stem for token in words), len(numbers)), len(tokens)))
                tokens += words
    telling = sum(1 << i for i, token in enumerate(tokens) if token.word not in function_words)
    return Text(report, tuple(tokens), tuple(rows), _unquoted(report, tokens), telling)


def _unquoted(report: Report, tokens: Sequence[Token]) -> int:
    quoted = [(quotation.start, quotation.end) for quotation in quotations(report.text)]
    return sum(1 << i for i, token in enumerate(tokens) if not any(start <= token.start < end for start, end in quoted))


def _row(stems: tuple[str, ...]) -> _Row:
    threes: dict[tuple[str, ...], int] = defaultdict(int)
    for i in range(len(stems) - SHINGLE + 1):
        threes[stems[i : i + SHINGLE]] |= ((1 << SHINGLE) - 1) << i
    return _Row(stems, threes)


def _candidates(rows: Sequence[_Row]) -> list[Collection[int]]:
    """For each sentence those that share two runs of three words with it, itself among them."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        for three in row.threes:
            holders[three].append(n)
    found: list[Collection[int]] = []
    for row in rows:
        counts: Counter[int] = Counter()
        for three in row.threes:
            if len(holders[three]) <= COMMON:
                counts.update(holders[three])
        found.append([n for n, count in counts.items() if count > 1])
    return found


def _matched(n: int, rows: Sequence[_Row], candidates: Collection[int]) -> dict[int, int]:
    """The sentences that one is an exact or edited copy of, with the bits of its words that stand there."""
    found = {}
    for other in sorted(candidates):
        mask = _bits(rows[n], rows[other])
        if other == n or _is_copy(rows[n], rows[other], mask):
            found[other] = mask
    return found if len(rows[n].stems) >= RUN else {}


def _bits(row: _Row, other: _Row) -> int:
    mask = 0
    for three in row.threes.keys() & other.threes.keys():
        mask |= row.threes[three]
    return mask


def _is_copy(row: _Row, other: _Row, mask: int) -> bool:
    words, shorter = mask.bit_count(), min(len(row.stems), len(other.stems))
    return longest(mask) >= RUN or (words >= EDITED_WORDS and words >= EDITED_SHARE * shorter)


def longest(bits: int) -> int:
    """The longest run of set bits."""
    length = 0
    while bits:
        bits &= bits << 1
        length += 1
    return length


def _joined(sources: Mapping[int, Sequence[int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Sentences of two reports in groups that hang together: (those of the first, those of the second)."""
    groups: list[tuple[set[int], set[int]]] = []
    for right, lefts in sources.items():
        if not lefts:
            continue
        meeting = [group for group in groups if group[0] & set(lefts)]
        merged = (set(lefts).union(*(g[0] for g in meeting)), {right}.union(*(g[1] for g in meeting)))
        groups = [group for group in groups if group not in meeting] + [merged]
    return ((sorted(a), sorted(b)) for a, b in groups)


EDGE_WORDS = 4
"""Words at the beginning or end of a sentence that may have been put for others there: "Eighteen lorries" for "Eighty trucks"."""


def _taken(a: Sequence[str], b: Sequence[str]) -> list[Stretch]:
    """The stretches of two sentences that are one another's: equal ones of two words, and words put for others at either end."""
    equal, changed = alignment(a, b)
    long = [stretch for stretch in equal if stretch[1] - stretch[0] > 1] or equal
    ends = [
        (i, j, k, m)
        for i, j, k, m in changed
        if (i == k == 0 or (j == len(a) and m == len(b))) and 0 < j - i <= EDGE_WORDS and 0 < m - k <= EDGE_WORDS
    ]
    return [*long, *ends]


def _hulls(text: Text, taken: Sequence[int]) -> list[Span]:
    """One span for the tokens of each sentence: from the first to the last."""
    starts = [start for _, start in text.rows]
    groups: dict[int, list[int]] = defaultdict(list)
    for i in taken:
        groups[bisect_right(starts, i)].append(i)
    return [Span(text.tokens[min(at)].start, text.tokens[max(at)].end) for at in groups.values()]


def _inside(made: Sequence[Edit], a: Sequence[Span], b: Sequence[Span]) -> Iterator[Edit]:
    """The edits inside passages; what stands before and after is no part of the copy."""
    for edit in made:
        if (edit.a and any(s.overlaps(edit.a) for s in a)) or (edit.b and any(s.overlaps(edit.b) for s in b)):
            yield edit


def runs(a: Sequence[str], b: Sequence[str], *, least: int = RUN) -> list[tuple[int, int, int]]:
    """Longest runs of equal words: (start in a, start in b, words), in the order of b and not overlapping there."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(a) - least + 1):
        index[tuple(a[i : i + least])].append(i)
    found, j = [], 0
    while j <= len(b) - least:
        starts = index.get(tuple(b[j : j + least]), ())
        if not starts:
            j += 1
            continue
        length, at = max((_extent(a, b, i, j), -i) for i in starts)
        found.append((-at, j, length))
        j += length
    return found


def _extent(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    length = 0
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length
