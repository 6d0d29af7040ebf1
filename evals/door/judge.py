"""Who is right about a pair: what the bench made, and for the rest an alignment of the words that knows nothing of the index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from accordingto.compare.copies import runs
from accordingto.compare.normalise import tokens_of
from accordingto.language.quotation import quotations
from evals.door.corpus import WHOLE, Document

RUN = 8
"""Words in a row, outside quotation marks, that two writers hardly ever set down alike."""
WORDS = 15
"""Of such runs in all that make a pair a copy."""

Pair = tuple[int, int]


@dataclass(slots=True)
class Judge:
    """Judges pairs of documents by their numbers; remembers what it aligned."""

    documents: list[Document]
    _words: dict[int, list[str]] = field(default_factory=dict)
    _known: dict[Pair, bool] = field(default_factory=dict)

    def made(self, pair: Pair) -> bool:
        """Whether the bench made the two copies of one another."""
        a, b = (self.documents[i] for i in pair)
        if a.kind in WHOLE and b.kind in WHOLE:
            return a.base == b.base
        originals = {"original", "verbatim"}
        return (b.kind in originals and b.base in {a.base, *a.others}) or (
            a.kind in originals and a.base in {b.base, *b.others}
        )

    def right(self, pair: Pair) -> bool:
        """Whether the pair is a copy: made so, or aligned. Furniture that the bench put there is not looked at."""
        return self.made(pair) or self.aligned(pair)

    def aligned(self, pair: Pair) -> bool:
        """Whether runs of `RUN` equal words outside quotation marks make `WORDS` together."""
        if pair not in self._known:
            a, b = (self._unquoted(i) for i in pair)
            self._known[pair] = sum(length for _, _, length in runs(a, b, least=RUN)) >= WORDS
        return self._known[pair]

    def _unquoted(self, i: int) -> list[str]:
        """Words outside quotation marks; a mark that no other text has stands for each quotation."""
        if i not in self._words:
            text = self.documents[i].own
            quoted = [(quotation.start, quotation.end) for quotation in quotations(text)]
            self._words[i] = list(_marked(text, quoted, f"#{i}"))
        return self._words[i]


def _marked(text: str, quoted: list[tuple[int, int]], mark: str) -> Iterable[str]:
    for number, token in enumerate(tokens_of(text)):
        inside = any(start <= token.start < end for start, end in quoted)
        yield f"{mark}.{number}" if inside else token.word


def copies_of(documents: list[Document]) -> dict[str, list[Pair]]:
    """The pairs whose recall is measured: each edit with its original, by kind; the lower number first."""
    originals = {document.base: i for i, document in enumerate(documents) if document.kind == "original"}
    found: dict[str, list[Pair]] = {}
    for i, document in enumerate(documents):
        if document.base in originals and document.kind != "original":
            j = originals[document.base]
            found.setdefault(document.kind, []).append((min(i, j), max(i, j)))
    return found
