"""An index of copies in memory: for a batch, a notebook, a test; a store keeps its own on disk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from accordingto.compare.door import Common, Kind, Reuse
from accordingto.compare.prints import Prints


class Shelf:
    """The index of `accordingto.compare.door` as dictionaries; about 12 kB a report."""

    def __init__(self) -> None:
        self.texts: list[Prints] = []
        self.pairs: dict[tuple[int, int], Reuse] = {}
        self._exact: dict[int, int] = {}
        self._met: dict[int, set[int]] = defaultdict(set)
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._bands: dict[int, list[int]] = defaultdict(list)
        self._common, self._last = set[int](), set[int]()

    def find(self, fingerprint: int) -> int | None:
        """The text with this fingerprint."""
        return self._exact.get(fingerprint)

    def common(self, hashes: Collection[int]) -> Common:
        """Those of some sentences that are common."""
        return Common(frozenset(self._common.intersection(hashes)), frozenset(self._last.intersection(hashes)))

    def holders(self, hashes: Collection[int]) -> Mapping[int, Collection[int]]:
        """For each sentence the texts that hold it; none for one that is common anywhere."""
        return {key: tuple(self._holders[key]) for key in hashes if key in self._holders}

    def banded(self, bands: Collection[int]) -> Mapping[int, Collection[int]]:
        """For each band the texts in it."""
        return {band: tuple(self._bands[band]) for band in bands if band in self._bands}

    def read(self, texts: Collection[int]) -> Mapping[int, Prints]:
        """The prints of texts."""
        return {text: self.texts[text] for text in texts}

    def insert(self, prints: Prints, hashes: Collection[int], bands: Collection[int]) -> int:
        """Keep a text, to be found by these sentences and bands."""
        text = len(self.texts)
        self.texts.append(prints)
        self._exact[prints.fingerprint] = text
        for key in hashes:
            self._holders[key].append(text)
        for band in bands:
            self._bands[band].append(text)
        return text

    def of(self, text: int) -> Mapping[int, Kind]:
        """The texts that a text shares something with, and how."""
        return {other: self.pairs[min(text, other), max(text, other)].kind for other in self._met[text]}

    def make_common(self, found: Common) -> None:
        """Have sentences show nothing from now on, and no text be found by those that are common anywhere."""
        self._common |= found.anywhere
        self._last |= found.last
        for key in found.anywhere:
            self._holders.pop(key, None)

    def save(self, pairs: Mapping[tuple[int, int], Reuse | None]) -> None:
        """Keep what pairs of texts share, in place of what was kept of them."""
        for pair, reuse in pairs.items():
            a, b = pair
            if reuse is None:
                self.pairs.pop(pair, None)
                self._met[a].discard(b)
                self._met[b].discard(a)
            else:
                self.pairs[pair] = reuse
                self._met[a].add(b)
                self._met[b].add(a)
