"""Copies at the door: which of the texts kept so far a new report repeats — exactly, nearly, or in part.

`decide` compares two texts by their prints and is a function of the two and of what is common. `admit` looks a text up in an
`Index`, compares it with whatever could match, and keeps it there; an index may lie in memory or in a database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple, Protocol

from accordingto.compare.copies import COPIED_WORDS
from accordingto.compare.prints import ROWS, Prints, Sentence

NEAR = 0.35
"""Least estimated Jaccard similarity of the shingles of two near copies. Of 343,206 pairs of news bodies 96 reach it, 10 of them
without eight words in a row in common outside quotations, which `_kind` looks at. One word in six edited gives .41."""

COMMON = 50
"""Texts that may hold a sentence before it counts as common and shows nothing: of outlets' own furniture there is no end, and of
the sentences of real reprints few stand in more texts that differ. Whole reprints are found by their signature all the same."""

REPEATED = 6
"""Texts at whose end a sentence may stand before it counts as common among their ends: what an outlet puts under its reports, be it
furniture or the background that it always gives. In the middle of a text it still shows that somebody took it from there."""

SENTENCES = 2
"""Equal sentences that make part of a report a copy; one may be a stock phrase that no list knows."""

WHOLE = 0.5
"""One equal sentence is enough where it is half of a report: a flash of a line or two taken into a longer report."""

MOSTLY = 0.7
"""Share of both texts from which common sentences stop being furniture and are the report itself, reprinted everywhere."""

CROWD = 100
"""Texts kept in a band. A template or a story reprinted with small changes a thousand times would otherwise make a million pairs:
each newcomer to a full band is compared with those in it and not added, so that it still hangs together with them."""


class Kind(StrEnum):
    """How two texts are one another's copy."""

    EXACT = "exact"
    """The same words in the same order, the same ones quoted."""
    NEAR = "near"
    """Much of either is the other, though perhaps edited in every sentence."""
    PARTIAL = "partial"
    """Some sentences stand in both."""
    QUOTATION = "quotation"
    """Only quotations stand in both: that shows one origin, not who copied from whom."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """What text ``a`` and text ``b`` share."""

    kind: Kind
    share_of_a: float
    """Share of a's words that stand in sentences equal in both, 0–1; counted, not estimated."""
    share_of_b: float
    sentences: int
    """How many sentences of `SENTENCE_WORDS` words and more are equal."""
    jaccard: float
    """Jaccard similarity of all word shingles, estimated from the signatures (standard error .04)."""

    @property
    def turned(self) -> Reuse:
        """The same seen from ``b``."""
        return Reuse(self.kind, self.share_of_b, self.share_of_a, self.sentences, self.jaccard)


class Common(NamedTuple):
    """Hashes of sentences that show nothing."""

    anywhere: frozenset[int] = frozenset()
    """Held by more than `COMMON` texts."""
    last: frozenset[int] = frozenset()
    """Held at the end of more than `REPEATED` texts: they show nothing of two texts that both end with them."""

    def covers(self, one: Sentence, other: Sentence) -> bool:
        """Whether it shows nothing that a sentence stands in two texts."""
        return one.hash in self.anywhere or (one.last and other.last and one.hash in self.last)


NOTHING = Common()


def decide(a: Prints, b: Prints, common: Common = NOTHING) -> Reuse | None:
    """Compare two texts; ``None`` where neither repeats the other.

    Symmetric: ``decide(b, a)`` is the same turned round.
    """
    if a.fingerprint == b.fingerprint:
        return Reuse(Kind.EXACT, 1.0, 1.0, len(a.sentences), 1.0)
    shared = _shared(a, b)
    jaccard = estimated(a.signature, b.signature)
    kind = _kind(_Evidence.of(a, b, shared, common, jaccard))
    if kind is None:
        return None
    words = sum(one.words for one, _ in shared)
    return Reuse(kind, min(1.0, words / a.words), min(1.0, words / b.words), len(shared), jaccard)


def _shared(a: Prints, b: Prints) -> list[tuple[Sentence, Sentence]]:
    theirs = {sentence.hash: sentence for sentence in b.sentences}
    return [(sentence, theirs[sentence.hash]) for sentence in a.sentences if sentence.hash in theirs]


def estimated(a: bytes, b: bytes) -> float:
    """The Jaccard similarity of two texts' shingles as their signatures tell; 0 where one has none."""
    if not a or not b:
        return 0.0
    differing = int.from_bytes(a, "big") ^ int.from_bytes(b, "big")
    equal = differing.to_bytes(len(a), "big").count(0) / len(a)
    return max(0.0, (equal - 1 / 256) / (1 - 1 / 256))  # one byte in 256 is equal by chance


def meet(a: bytes, b: bytes) -> bool:
    """Whether two signatures agree in a whole band, so that the index would have shown one for the other."""
    return any(a[at : at + ROWS] == b[at : at + ROWS] for at in range(0, min(len(a), len(b)), ROWS))


class _Evidence(NamedTuple):
    """What speaks for a copy; words are counted over equal sentences."""

    of_a: int
    of_b: int
    jaccard: float
    met: bool
    own: int
    """Words neither common nor quoted."""
    quoted: int
    """Words quoted on either side, not common: the other's marks are often lost, or it is the document that was quoted from."""
    common: int
    sentences: int
    """Sentences not common."""

    @classmethod
    def of(
        cls,
        a: Prints,
        b: Prints,
        shared: Iterable[tuple[Sentence, Sentence]],
        common: Common,
        jaccard: float,
    ) -> _Evidence:
        own = quoted = everywhere = sentences = 0
        for one, other in shared:
            if common.covers(one, other):
                everywhere += one.words
                continue
            sentences += 1
            if one.quoted or other.quoted:
                quoted += one.words
            else:
                own += one.words
        met = jaccard >= NEAR and meet(a.signature, b.signature)
        return cls(a.words, b.words, jaccard, met, own, quoted, everywhere, sentences)

    @property
    def shorter(self) -> int:
        return min(self.of_a, self.of_b)

    def without(self, words: int) -> float:
        """The Jaccard similarity once so many of the words that both hold are taken out of both."""
        both = self.jaccard / (1 + self.jaccard) * (self.of_a + self.of_b)
        union = self.of_a + self.of_b - both
        return (both - words) / (union - words) if union > words else 0.0


def _kind(found: _Evidence) -> Kind | None:
    copied = found.own >= COPIED_WORDS and (
        found.sentences >= SENTENCES or found.own + found.quoted >= WHOLE * found.shorter
    )
    if found.jaccard >= NEAR and (found.met or copied):
        reprinted = found.common >= MOSTLY * max(found.of_a, found.of_b)
        if reprinted or found.without(found.common + found.quoted) >= NEAR:
            return Kind.NEAR
    if copied:
        return Kind.PARTIAL
    return Kind.QUOTATION if found.quoted >= COPIED_WORDS else None


class Index(Protocol):
    """Where texts are kept by their prints; keys of texts are its own."""

    def find(self, fingerprint: int) -> int | None:
        """The text with this fingerprint."""

    def common(self, hashes: Collection[int]) -> Common:
        """Those of some sentences that are common."""

    def holders(self, hashes: Collection[int]) -> Mapping[int, Collection[int]]:
        """For each sentence the texts that hold it; none for one that is common anywhere."""

    def banded(self, bands: Collection[int]) -> Mapping[int, Collection[int]]:
        """For each band the texts in it."""

    def read(self, texts: Collection[int]) -> Mapping[int, Prints]:
        """The prints of texts."""

    def insert(self, prints: Prints, hashes: Collection[int], bands: Collection[int]) -> int:
        """Keep a text, to be found by these sentences and bands."""

    def make_common(self, found: Common) -> None:
        """Have sentences show nothing from now on, and no text be found by those that are common anywhere."""

    def save(self, pairs: Mapping[tuple[int, int], Reuse | None]) -> None:
        """Keep what pairs of texts share, in place of what was kept of them; the lower key comes first."""


def admit(index: Index, new: Prints) -> int:
    """Look up a text and keep it with what it shares with others; gives its key.

    The pairs kept do not depend on the order of arrival, but where a band is full (`CROWD`), or after a text was removed: a
    sentence stays common.
    """
    known = index.find(new.fingerprint)
    if known is not None:
        return known
    hashes = {sentence.hash for sentence in new.sentences}
    before = index.common(hashes)
    holders = index.holders(hashes - before.anywhere)
    banded = index.banded(new.bands)
    others = index.read({text for group in (holders, banded) for texts in group.values() for text in texts})
    crossing = _crossing(new, holders, others, before)
    common = Common(before.anywhere | crossing.anywhere, before.last | crossing.last)
    roomy = [band for band in new.bands if len(banded.get(band, ())) < CROWD]
    made = index.insert(new, hashes - common.anywhere, roomy)
    found = {(text, made): decide(other, new, common) for text, other in others.items()}
    index.save({pair: reuse for pair, reuse in found.items() if reuse})
    if crossing != NOTHING:
        index.make_common(crossing)
        _decide_again(index, others, [holders[key] for key in sorted(crossing.anywhere | crossing.last)])
    return made


def _crossing(
    new: Prints, holders: Mapping[int, Collection[int]], others: Mapping[int, Prints], before: Common
) -> Common:
    """The sentences that become common with a new text."""
    endings = {key: {sentence.hash for sentence in text.sentences if sentence.last} for key, text in others.items()}
    anywhere = {key for key, texts in holders.items() if len(texts) >= COMMON}
    last = {
        sentence.hash
        for sentence in new.sentences
        if sentence.last
        and sentence.hash not in before.last
        and sum(sentence.hash in endings[text] for text in holders.get(sentence.hash, ())) >= REPEATED
    }
    return Common(frozenset(anywhere), frozenset(last))


def _decide_again(index: Index, texts: Mapping[int, Prints], groups: Iterable[Collection[int]]) -> None:
    """Compare the holders of sentences that became common with each other: what they shared may have been no more than that."""
    pairs = sorted({pair for group in groups for pair in combinations(sorted(group), 2)})
    common = index.common(_held_by_two(texts.values()))
    index.save({(a, b): decide(texts[a], texts[b], common) for a, b in pairs})


def _held_by_two(texts: Iterable[Prints]) -> set[int]:
    counts = Counter(sentence.hash for text in texts for sentence in text.sentences)
    return {key for key, count in counts.items() if count > 1}
