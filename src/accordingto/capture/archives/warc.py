"""WARC files, record by record, in memory that does not grow with the file."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from accordingto.capture.archives.damage import LOOK, next_start, starts_record
from accordingto.capture.archives.digests import holds
from accordingto.capture.archives.http import Response, decoded, response_of, unchunked
from accordingto.capture.files import cannot_open, capture_bytes
from accordingto.capture.found import Found, Item, Missed, Options, Skipped
from accordingto.capture.names import shown
from accordingto.model import BinaryInput, EmptyInput, InputError, IntegrityError, TooLarge, UsageError

REPORTS = frozenset(
    ["text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/octet-stream", ""]
)
"""Media types of payloads that may be reports; what they are in truth their bytes tell."""
SCHEMES = frozenset(["http", "https", "ftp", "file"])
KINDS = frozenset(["response", "resource", "revisit"])
"""Types of records that hold what a server sent."""
REMEMBERED = 100_000
"""Payload digests kept for revisit records: some 20 MB; a day's crawl of a few hundred outlets has fewer pages."""

_END = "end"
"""Position behind a damaged stretch that nothing follows."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A WARC file, or the part of another file that is one."""

    where: str
    open: Callable[[], BinaryIO]
    """A fresh stream over it that can seek."""
    hashes: tuple[tuple[str, str], ...] = ()
    """What others said its hash is."""


def gather_warc(path: str, options: Options, after: str | None = None) -> Iterator[Item]:
    """The captures in a WARC file: HTML, text and PDF payloads of responses with status 200, of resources and revisits.

    Raises:
        UsageError: where the package that reads WARC is missing.
        InputError: where the file cannot be opened.
    """
    try:
        with open(path, "rb"):
            pass
    except OSError as error:
        raise cannot_open(path, error) from error
    return read_archive(Archive(shown(path), lambda: open(path, "rb", buffering=0)), options, after)


def read_archive(archive: Archive, options: Options, after: str | None = None) -> Iterator[Item]:
    """The captures in an archive; ``after`` is a position ``offset=BYTES`` or, in a member of many records, ``offset=BYTES+N``."""
    return _Walk(archive, options).run(after)


@dataclass(slots=True)
class _Walk:
    archive: Archive
    options: Options
    seen: OrderedDict[str, int] = field(default_factory=OrderedDict)
    """Payload digest → offset of the record that has the payload."""
    started: int = -1
    """Where reading went on, if it did; records before that are looked through only where a revisit needs one."""
    told: int | None = None
    """Offset of a record whose damage is told already."""

    def run(self, after: str | None) -> Iterator[Item]:
        at, done, passed = _parsed(after)
        self.started = -1 if after is None or at is None else at
        gap: int | None = None
        while at is not None:
            last: int | None = None
            whole = False
            try:
                for record, start, number in _records(self.archive, at):
                    if gap is not None:
                        yield self._gap(gap, start)
                        gap = None
                    last = start
                    if record.headers.get("WARC-Type") in KINDS and (start > done or number > passed):
                        yield from self._record(record, start, number)
                whole = True
            except (OSError, KeyError, ValueError):  # fastwarc raises one of them where bytes make no sense
                pass
            begun = at if last is None else last
            at = self._behind(begun, whole)
            if last is None and not (whole and at is None and gap is None and self._empty(begun)):
                yield self._gap(begun if gap is None else gap, at)
                gap = None
            elif not whole or at is not None:
                gap = None if last == self.told else begun
        if gap is not None:
            yield self._gap(gap, None)

    def _behind(self, start: int, whole: bool) -> int | None:
        """The next record behind a damaged one; or behind the last, where a packed member follows that was cut off in its head."""
        with self.archive.open() as stream:
            stream.seek(start)
            if whole and stream.read(1) not in (b"\x1f", b"\x28"):
                return None
            return next_start(stream, start)

    def _empty(self, start: int) -> bool:
        with self.archive.open() as stream:
            stream.seek(start)
            return not stream.read(1)

    def _gap(self, start: int, end: int | None) -> Missed:
        where = f"{self.archive.where}#offset={start}"
        upto = f"up to {end}, where the next record stands" if end is not None else "to the end"
        error = InputError(f"{where}: damaged from about here {upto}; fetch the file again")
        return Missed(where, f"before={end}" if end is not None else _END, error)

    def _record(self, record: Any, start: int, number: int) -> Iterator[Item]:
        stated = record.headers
        length = _length(stated)
        if length > self.options.limit * 2:
            yield self._missed(start, number, f"too large, {length / 2**20:.0f} MB; raise the limit", TooLarge)
            return
        block = self._block(record, start)
        if length < 0 or block is None or len(block) < length:
            yield self._missed(
                start, number, f"damaged or cut off: {len(block or b'')} of {length} bytes; fetch the file again"
            )
            return
        try:
            yield self._item(stated, block, start, number)
        except (BinaryInput, EmptyInput) as error:
            reason = "empty" if isinstance(error, EmptyInput) else "neither text nor document"
            yield Skipped(self._where(start, number), _position(start, number), reason)
        except IntegrityError as error:
            yield Missed(self._where(start, number), _position(start, number), error)
        except InputError as error:
            yield self._missed(start, number, str(error), type(error))

    def _block(self, record: Any, start: int) -> bytes | None:
        try:
            return bytes(record.reader.read()) if record.reader else b""
        except OSError:
            self.told = start
            return None

    def _item(self, stated: Any, block: bytes, start: int, number: int) -> Item:
        kind = stated.get("WARC-Type")
        where, position = self._where(start, number), _position(start, number)
        if kind == "revisit":
            return self._revisit(stated, where, position)
        response = _response(stated, block)
        if response is None:
            return Skipped(where, position, f"no HTTP response, {(_address(stated) or '').partition(':')[0]}")
        if digest := stated.get("WARC-Payload-Digest"):
            self._remember(digest, start, number)
        return self._found(stated, block, response, where, position)

    def _found(self, stated: Any, block: bytes | None, response: Response, where: str, position: str) -> Item:
        """The payload of a response as a capture; ``block`` is the record's, where its digest is of these bytes."""
        if reason := _no_report(response, _address(stated) or ""):
            return Skipped(where, position, reason)
        body = unchunked(response)
        payload = decoded(body, response.header("content-encoding"), limit=self.options.limit)
        hashes = _checked(stated, where, block, (response.raw, body, payload))
        capture = capture_bytes(
            payload,
            where=where,
            url=_address(stated),
            declared_encoding=response.charset,
            seen_at=stated.get("WARC-Date"),
            limit=self.options.limit,
            headers=response.headers,
            hashes=(*hashes, *self.archive.hashes),
        )
        return Found(capture, position)

    def _revisit(self, stated: Any, where: str, position: str) -> Item:
        """The earlier payload, seen once more: place, address and time are the revisit's."""
        digest = stated.get("WARC-Payload-Digest") or ""
        earlier = self.seen.get(digest)
        earlier = self._looked_up(digest) if earlier is None else earlier
        if earlier is None:
            return Skipped(where, position, "revisit of a record that is not in this file")
        record, _, _ = next(_records(self.archive, earlier))
        response = _response(record.headers, record.reader.read())
        if response is None:
            return Skipped(where, position, "revisit of no HTTP response")
        return self._found(stated, None, response, where, position)

    def _remember(self, digest: str, start: int, number: int) -> None:
        if number == 0 and digest not in self.seen:
            self.seen[digest] = start
            if len(self.seen) > REMEMBERED:
                self.seen.popitem(last=False)

    def _looked_up(self, digest: str) -> int | None:
        """Where a payload stands in the part that was read in an earlier run."""
        if not digest or self.started < 0:
            return None
        for record, start, number in _records(self.archive, 0):
            if start > self.started:
                break
            found = record.headers.get("WARC-Payload-Digest")
            if found and record.headers.get("WARC-Type") in ("response", "resource"):
                self._remember(found, start, number)
        self.started = -1
        return self.seen.get(digest)

    def _where(self, start: int, number: int) -> str:
        return f"{self.archive.where}#{_position(start, number)}"

    def _missed(self, start: int, number: int, why: str, kind: type[InputError] = InputError) -> Missed:
        where = self._where(start, number)
        return Missed(where, _position(start, number), kind(f"{where}: {why}"))


def _position(start: int, number: int) -> str:
    return f"offset={start}+{number}" if number else f"offset={start}"


def _parsed(after: str | None) -> tuple[int | None, int, int]:
    """Where to begin; and the last record that is done: its member's offset, and its number in it."""
    if after is None:
        return 0, 0, -1
    if after == _END:
        return None, 0, -1
    name, _, value = after.partition("=")
    offset, _, number = value.partition("+")
    return int(offset), int(offset), -1 if name == "before" else int(number or 0)


def _length(stated: Any) -> int:
    length = stated.get("Content-Length") or ""
    return int(length) if length.isdecimal() else -1


def _address(stated: Any) -> str | None:
    """The target's address; some writers put it in angle brackets."""
    address = (stated.get("WARC-Target-URI") or "").strip()
    return address.removeprefix("<").removesuffix(">") or None


def _response(stated: Any, block: bytes) -> Response | None:
    """The response in a record's block; a resource is one without a head."""
    if stated.get("WARC-Type") == "resource":
        return Response(200, (("Content-Type", stated.get("Content-Type") or ""),), block)
    return response_of(block)


def _no_report(response: Response, address: str) -> str | None:
    """Why a response cannot be a report; ``None`` where it may be one."""
    if response.status != 200:
        return f"status {response.status}"
    scheme = address.partition(":")[0].lower()
    if address and scheme not in SCHEMES:  # crawlers keep notes of their own as resources: urn:pageinfo:…, urn:text:…
        return f"a record of {scheme}"
    if response.content_type not in REPORTS:
        return response.content_type
    return "robots.txt" if address.endswith("/robots.txt") else None


def _checked(stated: Any, where: str, block: bytes | None, payload: tuple[bytes, ...]) -> list[tuple[str, str]]:
    """The digests that a record states, each checked where its algorithm is known.

    A payload digest is of the body as it was sent, or of the body with its encodings undone; writers differ, either holds.

    Raises:
        IntegrityError: where a digest is not that of the bytes.
    """
    kept = []
    for name, readings in (
        ("WARC-Block-Digest", (block,) if block is not None else ()),
        ("WARC-Payload-Digest", payload),
    ):
        digest = stated.get(name) or ""
        if digest and readings and holds(digest, *readings) is False:
            raise IntegrityError(
                f"{where}: {name} says {digest}, and the bytes have another; they were changed or damaged since"
            )
        if digest and (readings or name == "WARC-Payload-Digest"):
            kept.append((digest, f"{where} {name}"))
    return kept


def _records(archive: Archive, offset: int) -> Iterator[tuple[Any, int, int]]:
    """(Record, offset where reading can begin, how many records stand before it there) from an offset on."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ModuleNotFoundError as error:
        raise UsageError("reading WARC needs fastwarc; install it with: pip install 'accordingto[warc]'") from error
    with archive.open() as stream, archive.open() as peek:
        stream.seek(offset)
        start, number = offset, -1
        for record in ArchiveIterator(stream, parse_http=False, record_types=WarcRecordType.any_type):
            if record.stream_pos > start and _opens(peek, record.stream_pos):
                start, number = record.stream_pos, 0
            else:
                number += 1
            yield record, start, number


def _opens(peek: BinaryIO, offset: int) -> bool:
    peek.seek(offset)
    return starts_record(peek.read(LOOK))
