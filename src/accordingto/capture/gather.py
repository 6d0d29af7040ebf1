"""From any source to a stream of captures: one door for files, folders, tables, exports, archives, addresses and lists.

Every item has a ``position``: `gather` called again with ``after=position`` goes on behind it, as long as the source has
not changed. Positions inside a file look like ``row=12``, ``article=3``, ``offset=4711``; in a folder they stand behind the
file's path: ``2018/january.csv#row=12``. A file that is one report has the position ``file``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from accordingto.capture.files import STDIN, capture_path, capture_stream
from accordingto.capture.found import Container, Found, Item, Missed, Options, Skipped
from accordingto.capture.names import shown
from accordingto.capture.sniff import Kind, kind_of
from accordingto.model import InputError, IntegrityError, UsageError

__all__ = ["WHOLE", "Container", "Found", "Item", "Missed", "Options", "Skipped", "gather", "gather_file"]

WHOLE = "file"
"""Position of a file that is one capture."""
Reader = Callable[[str, Options, str | None], Iterator[Item]]
"""(source, options, after) → items. A reader raises an `InputError` or `IntegrityError` where the source as a whole is broken."""
READERS: dict[str, str] = {
    Kind.FOLDER: "accordingto.capture.folders:gather_folder",
    Kind.EXPORT: "accordingto.capture.exports.gather:gather_document",
    Kind.DELIMITED: "accordingto.capture.tables.delimited:gather_delimited",
    Kind.JSON: "accordingto.capture.tables.json_lines:gather_json",
    Kind.PARQUET: "accordingto.capture.tables.parquet:gather_parquet",
    Kind.WARC: "accordingto.capture.archives.warc:gather_warc",
    Kind.WACZ: "accordingto.capture.archives.wacz:gather_wacz",
    "list": "accordingto.capture.lists:gather_list",
    "address": "accordingto.capture.web.source:gather_address",
    Kind.FEED: "accordingto.capture.web.source:gather_feed",
}
"""Who reads what kind of source, ``module:function`` of a `Reader`, imported when the first such source comes."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def gather(source: str, options: Options | None = None, *, after: str | None = None) -> Iterator[Item]:
    """The captures in a source, streamed, in an order that is the same each time.

    Args:
        source: a path, an address, or ``-`` for standard input.
        options: how to read it.
        after: the position of the last item that is already done; it and what stands before it is passed over. An empty
            one, which the error of a whole source has, passes over nothing.

    Yields:
        `Found` for each capture, `Missed` for what could not be read, `Skipped` for what is no report, and `Container`
        before the articles of an export. A source that cannot be read at all gives one `Missed`.

    Raises:
        UsageError: where it cannot be carried out as asked: an optional package is missing, a scheme is not known.
    """
    options = options or Options()
    try:
        yield from _read(source, options, after or None)
    except (InputError, IntegrityError) as error:
        yield Missed(shown(source), "", error)


def _read(source: str, options: Options, after: str | None) -> Iterator[Item]:
    if options.as_list:
        return _reader("list")(source, options, after)
    if source == STDIN:
        return _standard_input(options, after)
    if source.lower().startswith("file://"):
        source = url2pathname(urlsplit(source).path)
    elif _ADDRESS.match(source):
        return _reader("address")(source, options, after)
    kind = kind_of(Path(source))
    if kind is Kind.FEED:
        return _reader(Kind.FEED)(source, options, after)
    if options.text_column and kind is Kind.DOCUMENT:  # a table by another name
        return _reader(Kind.DELIMITED)(source, options, after)
    return gather_file(source, options, after)


def gather_file(path: str, options: Options, after: str | None) -> Iterator[Item]:
    """The captures in a file or folder; what kind it is its bytes tell, and for tables of text its name.

    Raises:
        InputError: where it cannot be read at all.
    """
    kind = kind_of(Path(path))
    if kind is Kind.FEED:  # among files it sends nobody to the web
        return iter([] if after else [Skipped(shown(path), WHOLE, "feed")])
    if kind in READERS:
        return _reader(kind)(path, options, after)
    return _whole(path, options, after)


def _whole(path: str, options: Options, after: str | None) -> Iterator[Item]:
    if after is None:
        yield Found(capture_path(path, limit=options.limit), WHOLE)


def _standard_input(options: Options, after: str | None) -> Iterator[Item]:
    if after is None:
        import sys

        yield Found(capture_stream(sys.stdin.buffer, limit=options.limit), WHOLE)


def _reader(kind: str) -> Reader:
    module, name = READERS[kind].split(":")
    try:
        found: Reader = getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise UsageError(f"this version reads no {kind}; save the pages and give the files") from error
    return found
