"""Files of an export, whole or not at all: each is written under another name beside it, and takes its own when all are done."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from accordingto.export.about import About, render
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.export.exporting import Export
    from accordingto.export.formats import Format

PART = ".part"
"""Ends the name of a file that is being written."""


class Parts:
    """Files that are being written, under names that end in `PART`."""

    def __init__(self) -> None:
        self._made: dict[Path, Path] = {}

    def path(self, target: Path) -> Path:
        """Where to write what is to stand at a path."""
        made = target.with_name(f".{target.name}{PART}")
        self._made[made] = target
        return made

    def open(self, target: Path) -> BinaryIO:
        """The same, opened."""
        return self.path(target).open("wb")

    def text(self, target: Path, words: str) -> None:
        """Write a whole file."""
        with self.open(target) as stream:
            stream.write(words.encode("utf-8", "replace"))

    def done(self) -> None:
        """Give all files their names."""
        for made, target in self._made.items():
            if made.is_dir() and target.is_dir():
                shutil.rmtree(target)
            os.replace(made, target)

    def drop(self) -> None:
        """Delete what was written."""
        for made in self._made:
            if made.is_dir():
                shutil.rmtree(made, ignore_errors=True)
            with suppress(OSError):
                made.unlink()


@contextmanager
def whole(where: Path) -> Iterator[Parts]:
    """Files that take their names when the block ends well, and are deleted when it does not.

    Raises:
        UsageError: where they cannot be written.
    """
    parts = Parts()
    try:
        yield parts
        parts.done()
    except OSError as error:
        raise UsageError(f"{error.filename or where} cannot be written: {error.strerror or error}") from error
    finally:
        parts.drop()


def to_file(export: Export, chosen: Format, path: Path) -> None:
    """Write one document, or one layer.

    Raises:
        UsageError: where it cannot be written, or the format cannot be made so.
    """
    with whole(path) as parts:
        if chosen.layers:
            beside = render(_layers(export, chosen, {export.settings.layers[0]: path}, parts))
        else:
            chosen.write(export, parts.path(path))
            beside = chosen.companion(export, path.stem) if chosen.beside else ""
        if chosen.beside:
            parts.text(path.with_name(path.stem + chosen.beside), beside)


def to_folder(export: Export, chosen: Format, folder: Path) -> None:
    """Write each layer as a file of its name into a folder, made where there is none.

    Raises:
        UsageError: where it cannot be written.
    """
    with whole(folder) as parts:
        folder.mkdir(parents=True, exist_ok=True)
        paths = {layer: folder / f"{layer}{chosen.ending}" for layer in export.settings.layers}
        told = _layers(export, chosen, paths, parts)
        parts.text(folder / "about.json", render(told))


def _layers(export: Export, chosen: Format, paths: dict[str, Path], parts: Parts) -> About:
    from accordingto.export.sheets.running import press_all

    streams = {layer: parts.open(path) for layer, path in paths.items()}
    try:
        return press_all(export, chosen.press, list(paths), lambda layer, piece: streams[layer].write(piece))
    finally:
        for stream in streams.values():
            stream.close()
