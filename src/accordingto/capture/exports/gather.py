"""Word, RTF and text files: one report each, or an export of many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accordingto.capture.documents import docx_lines, rtf_lines
from accordingto.capture.encodings import decoded_lines
from accordingto.capture.exports.factiva import split_factiva
from accordingto.capture.exports.lines import Article, Export, Lines
from accordingto.capture.exports.nexis import split_old, split_uni
from accordingto.capture.exports.words import open_export_words
from accordingto.capture.files import capture_bytes, capture_path
from accordingto.capture.found import Container, Found, Item, Missed, Options
from accordingto.capture.sniff import DOCX, RTF
from accordingto.model import Capture, EmptyInput, InputError

MAX_WRAP = 100
"""Columns: a text file without longer lines is hard-wrapped, and its paragraphs are parted by blank lines."""

SPLITTERS = (("nexis", split_uni), ("nexis-old", split_old), ("factiva", split_factiva))


def gather_document(path: str, options: Options, after: str | None = None) -> Iterator[Item]:
    """The captures in a file of text: itself, or where it is an export, its articles, each a capture of plain text cut from it.

    A position is ``file``, or ``article=N`` with 0 for the export's own capture, which comes first and is to be kept.

    Raises:
        InputError: where it cannot be opened or is damaged.
    """
    capture = capture_path(path, limit=options.limit)
    export = export_of(capture)
    if export is None:
        if after is None:
            yield Found(capture, "file")
        return
    done = int(after.removeprefix("article=")) if after else -1
    if done < 0:
        yield Container(capture, "article=0")
    for number, article in enumerate(export.articles, 1):
        if number > done:
            yield _item(capture, export, article, number, options)


def export_of(capture: Capture) -> Export | None:
    """The articles in a captured file; ``None`` where it is no export."""
    where = capture.sightings[0].where
    read = {DOCX: docx_lines, RTF: rtf_lines}.get(capture.media_type)
    try:
        found = tuple(read(capture.data, where) if read else decoded_lines(capture.data))
    except InputError:
        return None  # reading it as a report will say what is wrong with it
    wrapped = read is None and max(map(len, found), default=0) <= MAX_WRAP
    words, lines = open_export_words(), Lines(found, wrapped)
    exports = [Export(kind, found, split(lines, words)) for kind, split in SPLITTERS]
    best = max(exports, key=lambda export: export.dated)
    return best if best.dated else None


def _item(capture: Capture, export: Export, article: Article, number: int, options: Options) -> Item:
    where, position = f"{capture.sightings[0].where}#article={number}", f"article={number}"
    try:
        made = capture_bytes(
            export.text(article).encode("utf-8", "surrogatepass"),
            where=where,
            declared_encoding="utf-8",
            seen_at=capture.sightings[0].at,
            limit=options.limit,
            container=capture.id,
        )
    except EmptyInput:
        return Missed(where, position, InputError(f"{where}: has no text; open the export and see what stands there"))
    except InputError as error:
        return Missed(where, position, error)
    return Found(replace(made, media_type="text/plain"), position, article.outlet, article.published, article.title)
