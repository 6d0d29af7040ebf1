"""Prints: what a report leaves in the index of copies instead of its text — hashes of its sentences and a MinHash signature.

Both are needed: equal sentences show copies of any part of a report but none once every sentence was edited; the signature shows
rewritten reports but no part of one inside another (measured side by side in `evals/door`).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from accordingto.compare.normalise import plain_words
from accordingto.language.quotation import quotations
from accordingto.language.sentences import sentences
from accordingto.model import Block, BlockKind, Report

if TYPE_CHECKING:
    from accordingto.resources.stock import Stock

OWN = (BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.PARAGRAPH)
"""Blocks that are printed: the report's own account but for its headline, which most outlets write themselves."""

SENTENCE_WORDS = 6
"""Words a sentence needs to have a hash: "He gave no details." meets by chance (as `accordingto.compare.copies.RUN`)."""

OUTSIDE_QUOTES = 6
"""A sentence with fewer words than this outside quotation marks is a quotation with its "the spokesman said"."""

SHINGLE = 3
"""Words a shingle: at one word in six edited .4 of the union of threes is still shared, of fives a quarter; single pairs of words
meet in unrelated reports often enough to crowd the index."""

ROWS, BANDS = 3, 42
"""Of the signature: two texts meet in a band with probability .84 at Jaccard .35, .96 at .42, .996 at .5, and .00004 at .01, where
unrelated reports lie — some 40 reports looked at in vain in a store of a million."""

SEED = 1847
METHOD = 1
"""Version of what is hashed and how. It goes into every hash: prints of different versions have nothing in common."""
_METHOD = f"accordingto/{METHOD}".encode()

TAIL = 3
"""Long sentences at a report's end, at most half of it, among which outlets' furniture stands."""

_SENTENCE = struct.Struct("<qH")
_QUOTED, _LAST, _LONGEST = 0x8000, 0x4000, 0x3FFF


class Sentence(NamedTuple):
    """A sentence as it is kept."""

    hash: int
    """64 bits, signed, of its plain words."""
    words: int
    quoted: bool
    """Whether it stands (almost) wholly inside quotation marks."""
    last: bool
    """Whether it is among the last of its report (`TAIL`)."""


@dataclass(frozen=True, slots=True)
class Prints:
    """The prints of one report's body."""

    fingerprint: int
    """64 bits, signed, of all its sentences in order, quotation marks heeded: equal in exact copies only."""
    words: int
    sentences: tuple[Sentence, ...]
    """The long ones, each once, in text order."""
    signature: bytes
    """The lowest byte of each minimum (b-bit minwise hashing, Li and König 2010): enough to estimate by; empty under `SHINGLE` words."""

    @property
    def bands(self) -> tuple[int, ...]:
        """Its keys in the index of bands, 30 bits each: the number of the band and its bytes of the signature."""
        parts = range(0, len(self.signature), ROWS)
        return tuple(i << 24 | int.from_bytes(self.signature[at : at + ROWS], "big") for i, at in enumerate(parts))

    @property
    def packed(self) -> bytes:
        """The sentences as bytes, ten each."""
        return b"".join(
            _SENTENCE.pack(s.hash, min(s.words, _LONGEST) | _QUOTED * s.quoted | _LAST * s.last) for s in self.sentences
        )


def unpacked(data: bytes) -> tuple[Sentence, ...]:
    """The sentences that `Prints.packed` made bytes of."""
    return tuple(
        Sentence(key, size & _LONGEST, bool(size & _QUOTED), bool(size & _LAST))
        for key, size in _SENTENCE.iter_unpack(data)
    )


def prints(report: Report, stock: Stock) -> Prints | None:
    """The prints of a report's body; ``None`` where it has fewer than `SENTENCE_WORDS` words of its own.

    Stock sentences ("This is a developing story") are left out. Two reports with the same words in the same order have the same
    fingerprint, whatever their quotation marks look like, their case, white space and punctuation.
    """
    said = [(words, quoted) for words, quoted in _said(report) if not stock.covers(words)]
    total = sum(len(words) for words, _ in said)
    if total < SENTENCE_WORDS:
        return None
    hashed = [(_hash(words), len(words), quoted) for words, quoted in said]
    fingerprint = _hash(f"{key}{'q' * quoted}" for key, _, quoted in hashed)
    return Prints(fingerprint, total, _kept(hashed), _signature([word for words, _ in said for word in words]))


def _kept(hashed: Iterable[tuple[int, int, bool]]) -> tuple[Sentence, ...]:
    long: dict[int, tuple[int, bool]] = {}
    for key, length, quoted in hashed:
        if length >= SENTENCE_WORDS:
            long.setdefault(key, (length, quoted))
    last = len(long) - min(TAIL, len(long) // 2)
    return tuple(Sentence(key, length, quoted, i >= last) for i, (key, (length, quoted)) in enumerate(long.items()))


def _said(report: Report) -> Iterator[tuple[list[str], bool]]:
    """The sentences as words, and whether each is a quotation."""
    quoted = [(quotation.start, quotation.end) for quotation in quotations(report.text)]
    for block in report.of_kind(*OWN):
        yield from _of_block(report.text, block, quoted)


def _of_block(text: str, block: Block, quoted: list[tuple[int, int]]) -> Iterator[tuple[list[str], bool]]:
    start = block.span.start
    inside = [(max(a - start, 0), b - start) for a, b in quoted if a < block.span.end and b > start]
    # a block is one paragraph: a line break inside it is where somebody's program wrapped it
    part = block.span.of(text).replace("\n", " ")
    for sentence in sentences(part):
        words = plain_words(part[sentence.start : sentence.end])
        if words:
            yield words, bool(inside) and _is_quoted(part, sentence.start, sentence.end, len(words), inside)


def _is_quoted(part: str, start: int, end: int, words: int, inside: Iterable[tuple[int, int]]) -> bool:
    within = sum(len(plain_words(part[max(a, start) : min(b, end)])) for a, b in inside if a < end and b > start)
    return within > 0 and words - within < OUTSIDE_QUOTES


def _hash(words: Iterable[str]) -> int:
    plain = " ".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(plain, digest_size=8, person=_METHOD).digest(), "big", signed=True)


def _signature(words: list[str]) -> bytes:
    from rensa import RMinHash

    if len(words) < SHINGLE:
        return b""
    minima = RMinHash(num_perm=ROWS * BANDS, seed=SEED)
    # lone surrogates are no text to rensa
    plain = " ".join(words).encode("utf-8", "replace").decode().split(" ")
    minima.update([" ".join(three) for three in zip(plain, plain[1:], plain[2:], strict=False)])
    return struct.pack(f"<{ROWS * BANDS}I", *minima.digest())[::4]
