"""Folders: every file in them, sorted by path, each by its own kind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

from accordingto.capture.found import Item, Missed, Options, Skipped
from accordingto.capture.names import shown
from accordingto.model import AccordingtoError, BinaryInput, EmptyInput, InputError

BESIDE = frozenset(
    ".css .js .mjs .map .svg .woff .woff2 .ttf .xsl .xslt .sh .py .r .bib .log .ini .toml .yaml .yml".split()
)
"""Endings of text files that lie beside saved pages and are never reports."""


def gather_folder(folder: str, options: Options, after: str | None = None) -> Iterator[Item]:
    """The captures of all files in a folder and the folders in it.

    Hidden files and links to folders are passed over, so that no link leads round in a circle. A file that cannot be read is
    a `Missed`; one that is neither text nor a document is a `Skipped`.
    """
    from accordingto.capture.gather import gather_file

    rest = after
    for name, path in _files(folder):
        inner = None
        if isinstance(path, InputError):
            yield Missed(shown(os.path.join(folder, name)), _quoted(name), path)
            continue
        if rest is not None:
            state, inner = _passed(name, rest)
            if state:
                continue
        if os.path.splitext(path)[1].lower() in BESIDE:
            yield Skipped(shown(path), _quoted(name), f"{os.path.splitext(path)[1].lower()} file")
            continue
        try:
            for item in gather_file(path, options, inner):
                yield replace(item, position=_behind(name, item.position))
        except (BinaryInput, EmptyInput) as error:
            yield Skipped(
                shown(path), _quoted(name), "empty" if isinstance(error, EmptyInput) else "neither text nor document"
            )
        except AccordingtoError as error:
            yield Missed(shown(path), _quoted(name), error)


def _behind(name: str, position: str) -> str:
    return _quoted(name) if position in ("", "file") else f"{_quoted(name)}#{position}"


def _quoted(name: str) -> str:
    """A name in which ``#`` is no end of a name."""
    return name.replace("%", "%25").replace("#", "%23")


def _passed(name: str, after: str) -> tuple[bool, str | None]:
    """Whether a file is done already; and where in it to go on, if it was left in the middle."""
    quoted, parted, inner = after.partition("#")
    left = quoted.replace("%23", "#").replace("%25", "%")
    if name == left and parted:
        return False, inner
    return name.split("/") <= left.split("/"), None


def _files(folder: str, above: str = "") -> Iterator[tuple[str, str | InputError]]:
    """(Name inside the source, path) of all files, sorted name part by name part; an error for a folder that cannot be listed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: shown(entry.name))
    except OSError as error:
        yield above, InputError(f"{shown(folder)} cannot be listed: {error.strerror or error}; check your rights")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = above + shown(entry.name)
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, name + "/")
        elif not entry.is_dir():
            yield name, entry.path
