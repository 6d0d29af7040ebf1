"""What came in and what was read from it: `Capture`, `Sighting`, `Block`, `Report`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from accordingto.model.spans import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One time that a capture was seen: where, and when (ISO 8601, or ``None`` where it is not known)."""

    where: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes as they came, untouched."""

    id: str
    sha256: str
    data: bytes
    media_type: str
    """What the bytes are, sniffed: ``text/plain``, ``text/html``, ``application/pdf`` …"""
    declared_encoding: str | None
    """The charset of the HTTP header where one was kept."""
    url: str | None
    sightings: tuple[Sighting, ...]
    headers: tuple[tuple[str, str], ...] = ()
    """Of the HTTP response, in order and as they came, where they were kept."""
    container: str | None = None
    """Id of the capture of the file that it was cut from, where that file is kept: an export of many articles."""
    hashes: tuple[tuple[str, str], ...] = ()
    """What others said the hash of these bytes, or of the archive they lie in, is, and where they said so: (``sha256:…``, place)."""


class BlockKind(StrEnum):
    """What a block of a report is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of calendar time as stated: ISO local form cut at its precision, and the offset if one was stated."""

    local: str
    """``2017-12-28T14:07``, ``2017-12-28``, ``2017-12`` or ``2017``: as far as it was stated."""
    offset: str | None
    """``+00:00`` form; ``None`` where the source states none."""

    @property
    def precision(self) -> str:
        """``year``, ``month``, ``day``, ``minute`` or ``second``."""
        return {4: "year", 7: "month", 10: "day", 16: "minute"}.get(len(self.local), "second")

    @property
    def iso(self) -> str:
        """ISO 8601 with the offset if there is one."""
        return self.local + (self.offset or "")

    @property
    def date(self) -> str | None:
        """The local day, where it is known."""
        return self.local[:10] if len(self.local) >= 10 else None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the archived text of one kind; ``by`` is the rule that told."""

    kind: BlockKind
    span: Span
    by: str
    at: Moment | None = None
    """When the entry of a live blog that it belongs to was written, as the page states it."""


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A value about the report and where it was read.

    ``read_from`` names the place: ``json-ld:datePublished``, ``meta:og:title``, ``time[datetime]``, ``text:dateline`` …
    ``span`` is given where that place is the archived text itself.
    """

    value: T
    read_from: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The archived text of one report, immutable, and what is known about it.

    Everything else points into ``text`` by code points. ``extraction`` names the version of the cleaning that made the text.
    """

    id: str
    capture: str
    """Id of the `Capture`."""
    text: str
    text_sha256: str
    blocks: tuple[Block, ...]
    """In text order; together with white space they are the text."""
    extraction: str
    title: Field[str] | None = None
    outlet: Field[str] | None = None
    url: Field[str] | None = None
    authors: tuple[Field[str], ...] = ()
    published: Field[Moment] | None = None
    updated: Field[Moment] | None = None
    place: Field[str] | None = None
    """Where the dateline says it was written."""
    language: Field[str] | None = None
    direction: str = "ltr"
    flags: tuple[str, ...] = ()
    """What a reader should know: ``not-english``, ``truncated``, ``no-date``, ``short`` …"""

    def of_kind(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """The blocks of some kinds, in text order."""
        return tuple(block for block in self.blocks if block.kind in kinds)
