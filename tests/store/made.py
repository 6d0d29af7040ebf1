"""Entries to put, made of the invented readings."""

from __future__ import annotations

from dataclasses import replace

from accordingto.capture.files import capture_bytes
from accordingto.model import Field, Report, content_id, text_sha256
from accordingto.model.protocols import Entry
from accordingto.pipeline.reading import Reading
from tests.export import claimed as claims
from tests.export import invented


def entry_of(
    reading: Reading, *, data: bytes | None = None, url: str | None = None, where: str = "a.txt", **more
) -> Entry:
    """An entry of a reading; its report has the id that the cleaning would give it."""
    capture = capture_bytes(data or reading.report.text.encode("utf-8", "surrogatepass"), where=where, url=url)
    address = Field(url, "capture") if url else None
    ident = content_id("report", reading.report.text_sha256, extra=[url or "", ""])
    report = replace(reading.report, id=ident, capture=capture.id, url=address)
    moved = replace(reading, report=report, where=where, **_moved(reading, ident))
    return Entry(capture, report, moved, **more)


def _moved(reading: Reading, report: str) -> dict[str, object]:
    """The records with the report's id where they name it."""
    layers = ("statements", "events", "estimates", "control")
    return {name: tuple(replace(record, report=report) for record in getattr(reading, name)) for name in layers}


def invented_entry(**more) -> Entry:
    return entry_of(invented.reading("invented.txt"), **more)


def claimed_entry(**more) -> Entry:
    return entry_of(claims.claimed("claimed.txt"), **more)


def unread(text: str, *, extraction: str = "text-1", **more) -> Entry:
    """A report of a text alone, not read; see `entry_of`."""
    reading = invented.reading("plain.txt")
    report = Report("", "", text, text_sha256(text), (), extraction)
    entry = entry_of(Reading(report, (), reading.run), **more)
    return replace(entry, reading=None)
