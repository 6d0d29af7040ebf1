"""What Bellingcat's auto-archiver writes: its sheet, saved as CSV, and the CSV of its own; the hashes that they state are kept.

The sheet has a row an address: what was archived, where, when, its text and its hash. The CSV has the archiver's records as Python
writes them: ``status``, ``metadata``, ``media``. Files are looked for beside the table only, wherever a row says they lie.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from accordingto.capture.archives.digests import parsed
from accordingto.capture.files import capture_bytes, capture_path, changed_at
from accordingto.capture.found import Found, Item, Missed, Options, Skipped
from accordingto.capture.names import shown
from accordingto.model import AccordingtoError, Capture, InputError, IntegrityError

SHEET: dict[str, tuple[str, ...]] = {
    "url": ("link", "url"),
    "status": ("archive status",),
    "archive": ("archive location",),
    "archived": ("archive date",),
    "published": ("upload timestamp", "timestamp"),
    "title": ("upload title", "title"),
    "text": ("text content", "text"),
    "hash": ("hash",),
    "wacz": ("wacz",),
}
"""What the columns of the sheet are called unless its owner named them otherwise."""
RECORD = ("status", "metadata", "media")
"""The columns of the archiver's own CSV."""
_MOMENT = re.compile(r"datetime\.datetime\(([\d, ]+)(?:, tzinfo=[\w.]+(?:\([^()]*\))?)?\)")
_UTC = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*")


@dataclass(frozen=True, slots=True)
class Archived:
    """One address as the archiver left it."""

    url: str | None
    status: str
    text: str
    title: str | None
    published: str | None
    archived: str | None
    files: tuple[str, ...]
    """Where the archive of the page lies: addresses and paths."""
    waczs: tuple[str, ...]
    hashes: tuple[tuple[str, str], ...]
    """(Hash, the file that it is of.)"""


def is_output(names: Sequence[str]) -> bool:
    """Whether a table with these columns is the archiver's."""
    low = {name.strip().lower() for name in names}
    sheet = "archive status" in low and low & {"link", "url"} and low & {"archive location", "hash", "archive date"}
    return bool(sheet) or tuple(name.strip().lower() for name in names) == RECORD


def gather_rows(
    path: str, names: Sequence[str], rows: Iterable[tuple[int, list[str] | str]], options: Options, after: str | None
) -> Iterator[Item]:
    """The captures in the rows: the text that was archived, or the page in a WACZ or HTML file beside the table.

    A position is ``row=N``; ``row=N#hash`` where a file's hash did not hold, and ``row=N#archive/…`` in a WACZ.
    """
    done, inner = _parsed(after)
    for number, row in rows:
        if number < done or (number == done and inner is None):
            continue
        where = f"{shown(path)}#row={number}"
        try:
            if isinstance(row, str):
                raise InputError(f"{where}: {row}")
            archived = _archived(dict(zip(names, row, strict=False)), where)
            yield from _items(path, number, archived, options, inner if number == done else None)
        except AccordingtoError as error:
            yield Missed(where, f"row={number}", error)


def _parsed(after: str | None) -> tuple[int, str | None]:
    if not after:
        return 0, None
    row, _, inner = after.partition("#")
    return int(row.removeprefix("row=")), inner or None


def _items(path: str, number: int, archived: Archived, options: Options, inner: str | None) -> Iterator[Item]:
    where, position = f"{shown(path)}#row={number}", f"row={number}"
    files, broken = _checked(path, archived, where, options)
    if inner is None:
        yield from (Missed(where, f"{position}#hash", error) for error in broken)
    stated = tuple((hash_, f"{where} of {name}" if name else where) for hash_, name in archived.hashes)
    waczs = [file for name in archived.waczs if (file := _beside(path, name))]
    for file in waczs:
        yield from _wacz(file, position, options, None if inner in (None, "hash") else inner, stated)
    if waczs:
        return
    if archived.text.strip():
        yield _found(_text(archived, where, path, options, stated), position, archived)
    elif files:
        page = replace(files[0], url=archived.url, hashes=stated)
        yield _found(page, position, archived)
    else:
        yield Skipped(
            where, position, "archived elsewhere" if archived.files else f"archive status: {archived.status or 'none'}"
        )


def _wacz(
    file: str, position: str, options: Options, inner: str | None, stated: tuple[tuple[str, str], ...]
) -> Iterator[Item]:
    from accordingto.capture.archives.wacz import gather_wacz

    for item in gather_wacz(file, options, inner):
        behind = f"{position}#{item.position}" if item.position else position
        if isinstance(item, Found):
            kept = replace(item.capture, hashes=(*item.capture.hashes, *stated))
            yield replace(item, capture=kept, position=behind)
        else:
            yield replace(item, position=behind)


def _found(capture: Capture, position: str, archived: Archived) -> Found:
    return Found(capture, position, None, archived.published, archived.title)


def _text(archived: Archived, where: str, path: str, options: Options, stated: tuple[tuple[str, str], ...]) -> Capture:
    at = archived.archived if archived.archived and _UTC.fullmatch(archived.archived) else changed_at(path)
    data = archived.text.encode("utf-8", "surrogatepass")
    return capture_bytes(
        data, where=where, url=archived.url, declared_encoding="utf-8", seen_at=at, limit=options.limit, hashes=stated
    )


def _checked(
    path: str, archived: Archived, where: str, options: Options
) -> tuple[list[Capture], list[AccordingtoError]]:
    """The pages beside the table that a row names, and those whose hash does not hold."""
    import hashlib

    files: list[Capture] = []
    broken: list[AccordingtoError] = []
    for name in archived.files:
        file = _beside(path, name)
        if file is None:
            continue
        try:
            capture = capture_path(file, limit=options.limit)
        except InputError:
            continue
        files.append(capture)
        for hash_ in (
            h for h, of in archived.hashes if of in ("", name) or os.path.basename(of) == os.path.basename(name)
        ):
            known = parsed(hash_)
            if known and hashlib.new(known[0], capture.data).digest() != known[1]:
                broken.append(
                    IntegrityError(f"{where} says {hash_} of {name}, and the file has another; it was changed since")
                )
    return files, broken


def _beside(path: str, name: str) -> str | None:
    """The file that a row names, if it lies in the table's folder; what stands before that folder's name is left out."""
    folder = os.path.realpath(os.path.dirname(path) or ".")
    parts = [part for part in re.split(r"[/\\\\]", name.removeprefix("file://")) if part not in ("", ".", "..")]
    for start in range(len(parts)):
        file = os.path.realpath(os.path.join(folder, *parts[start:]))
        if os.path.isfile(file) and os.path.commonpath([file, folder]) == folder:
            return file
    return None


def _archived(row: dict[str, str], where: str) -> Archived:
    low = {name.strip().lower(): value.strip() for name, value in row.items()}
    return _record(low, where) if set(low) == set(RECORD) else _sheet(low)


def _sheet(row: dict[str, str]) -> Archived:
    found = {role: next((row[name] for name in names if row.get(name)), "") for role, names in SHEET.items()}
    files = tuple(found["archive"].split("\n")) if found["archive"] else ()
    return Archived(
        url=_url(found["url"]),
        status=found["status"],
        text=found["text"],
        title=found["title"] or None,
        published=found["published"] or None,
        archived=found["archived"] or None,
        files=files,
        waczs=tuple(found["wacz"].split("\n")) if found["wacz"] else (),
        hashes=((found["hash"], files[0] if files else ""),) if found["hash"] else (),
    )


def _record(row: dict[str, str], where: str) -> Archived:
    """A record of the archiver as Python wrote it; its moments stand as ISO 8601."""
    try:
        metadata, media = (ast.literal_eval(_MOMENT.sub(_iso, row[name] or "None")) for name in ("metadata", "media"))
    except (ValueError, SyntaxError, MemoryError, RecursionError) as error:
        why = f"its record cannot be parsed ({type(error).__name__}); was the table saved by another program?"
        raise InputError(f"{where}: {why}") from error
    about = metadata if isinstance(metadata, dict) else {}
    items = [item for item in media if isinstance(item, dict)] if isinstance(media, list) else []
    files = tuple(str(name) for item in items for name in _names(item))
    hashes = tuple((str(item["properties"]["hash"]), _names(item)[0]) for item in items if _names(item) and _hash(item))
    waczs = tuple(name for name in files if name.endswith(".wacz"))
    pages = tuple(name for name in files if name.endswith((".html", ".htm")))
    texts = {
        key: str(about[key]) for key in ("url", "title", "content", "timestamp", "_processed_at") if about.get(key)
    }
    return Archived(
        _url(texts.get("url", "")), row["status"], texts.get("content", ""), texts.get("title"), texts.get("timestamp"),
        texts.get("_processed_at"), pages, waczs, hashes,
    )  # fmt: skip


def _iso(match: re.Match[str]) -> str:
    numbers = [int(part) for part in match[1].split(",")] + [0] * 6
    year, month, day, hour, minute, second = numbers[:6]
    zone = "+00:00" if "tzinfo" in match[0] and "utc" in match[0].lower() else ""
    return repr(f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}{zone}")


def _names(item: dict[str, Any]) -> list[str]:
    """Where a file of the archive lies: its keys and addresses, then its name at the time."""
    urls = item.get("urls")
    named = [item.get("_key"), *(urls if isinstance(urls, list) else []), item.get("filename")]
    return [str(name) for name in named if name]


def _hash(item: dict[str, Any]) -> str | None:
    properties = item.get("properties")
    return str(properties["hash"]) if isinstance(properties, dict) and properties.get("hash") else None


def _url(text: str) -> str | None:
    return text if text.lower().startswith(("http://", "https://")) else None
