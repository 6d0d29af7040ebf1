"""Going through a store once and handing the rows of each sheet to what writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from accordingto.export.about import About, about
from accordingto.export.exporting import Export, Item, Journey
from accordingto.export.sheets.columns import Sheet
from accordingto.export.sheets.read import READ
from accordingto.export.sheets.told import TOLD

SHEETS: dict[str, Sheet[Any]] = {**READ, **TOLD}
"""Each sheet by its name, in the order in which they are written."""
Source = Item | Journey


class Press(Protocol):
    """Writes one sheet as a file, from front to back. Each call gives what is to be written next."""

    def head(self) -> bytes:
        """What stands before the rows."""

    def rows(self, source: Any) -> bytes:
        """The records of one report or story."""

    def foot(self, about: About) -> bytes:
        """What stands behind the rows."""

    @property
    def count(self) -> int:
        """How many rows were written."""


Make = Callable[[Sheet[Any], Export], Press]
Put = Callable[[str, bytes], object]


def press_all(export: Export, make: Make, layers: Sequence[str], put: Put) -> About:
    """Write some layers in one pass over reports and one over stories.

    Args:
        export: what is exported.
        make: makes what writes a sheet.
        layers: names of sheets.
        put: takes the name of a layer and what comes next in its file.

    Returns:
        What is said about the export, with the number of rows of each layer.
    """
    presses = {name: make(SHEETS[name], export) for name in layers}
    for name, press in presses.items():
        put(name, press.head())
    for sources, own in _passes(export, presses):
        for source in sources:
            for name, press in own.items():
                put(name, press.rows(source))
    told = about(export.store, carried=export.carried, scope=export.scope)
    told["rows"] = {name: press.count for name, press in presses.items()}
    for name, press in presses.items():
        put(name, press.foot(told))
    return told


def _passes(export: Export, presses: Mapping[str, Press]) -> Iterator[tuple[Iterable[Source], Mapping[str, Press]]]:
    read = {name: press for name, press in presses.items() if name in READ}
    told = {name: press for name, press in presses.items() if name in TOLD}
    if read:
        yield export.items(), read
    if told:
        yield export.journeys(), told


def chunks(export: Export, make: Make, layer: str) -> Iterator[bytes]:
    """One layer, piece by piece."""
    press = make(SHEETS[layer], export)
    yield press.head()
    for sources, _ in _passes(export, {layer: press}):
        for source in sources:
            yield press.rows(source)
    told = about(export.store, carried=export.carried, scope=export.scope)
    told["rows"] = {layer: press.count}
    yield press.foot(told)
