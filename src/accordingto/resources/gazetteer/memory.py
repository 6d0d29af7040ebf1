"""A small gazetteer held in memory: the table of conflict regions, and a user's own places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from accordingto.resources.gazetteer.index import Entry, Role
from accordingto.resources.gazetteer.keys import fold, skeleton

Named = tuple[Entry, tuple[str, ...]]
"""A place and its other names."""


class Memory:
    """Looks up like an `Index`."""

    def __init__(self, source: str, places: Iterable[Named], *, sha256: str) -> None:
        self.source = source
        self.sha256 = sha256
        self._entries: list[Entry] = []
        self._exact: defaultdict[str, list[tuple[int, Role]]] = defaultdict(list)
        self._similar: defaultdict[str, list[tuple[int, Role]]] = defaultdict(list)
        for entry, names in places:
            self._add(entry, names)

    def _add(self, entry: Entry, names: tuple[str, ...]) -> None:
        row = len(self._entries)
        self._entries.append(entry)
        keys = {fold(name): Role.OTHER for name in names} | {fold(entry.name): Role.NAME}
        for key, role in keys.items():
            self._exact[key].append((row, role))
        for bones in sorted({skeleton(name) for name in (entry.name, *names)} - {""}):
            self._similar[bones].append((row, Role.TRANSLITERATION))

    def __len__(self) -> int:
        return len(self._entries)

    def exact(self, folded: str) -> list[tuple[int, Role]]:
        """Rows that have a folded name."""
        return self._exact.get(folded, [])

    def similar(self, bones: str) -> list[tuple[int, Role]]:
        """Rows that have a transliteration key."""
        return self._similar.get(bones, [])

    def entry(self, row: int) -> Entry:
        """The place of a row."""
        return self._entries[row]
