"""Stores to export: hand-made readings, one story of them compared; and the same with every word of a report told apart from ours."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from accordingto.export.bare import Carried
from accordingto.export.exporting import Export, Settings
from accordingto.model import Entity, Field, Link, Part, Source, SourceKind, text_sha256
from accordingto.pipeline.reading import Reading
from accordingto.store.exporting import Scope
from accordingto.store.schema.stories import stories
from accordingto.store.store import Store
from tests.compare import crossing
from tests.export import claimed, invented
from tests.store import told
from tests.store.made import entry_of

STORY = "story-crossing"
_LETTERS = string.ascii_letters
WIDE = "".join(chr(0xFEE0 + ord(letter)) for letter in _LETTERS)
"""Letters in full width, one code point each as the plain ones: what stands in them is a report's."""
_RUN = re.compile(f"[{WIDE}]{{2,}}|[\u0621-\u064a]{{3,}}")
_WIDEN = str.maketrans(_LETTERS, WIDE)


def made(path: Path, *, marked: bool = False) -> Path:
    """A store with five reports of one story, compared; one in which everything is claimed; one full of odd characters; an empty one."""
    mark = _marked if marked else _same
    with Store.open(path) as store:
        keep(store, map(mark, crossing.readings()), case="crossing")
        told.compared(store, told.story(store, STORY, list(store.reports(case="crossing"))))
        with store.writing() as connection:
            title = "Front crosses the Asur"
            connection.execute(
                stories.update().where(stories.c.id == STORY).values(title=_wide(title) if marked else title)
            )
        keep(store, [mark(claimed.claimed("claimed.txt"))])
        keep(store, [mark(invented.reading("invented.txt"))], url="https://harbourpost.example/a?b=1&c=2")
        keep(store, [replace(mark(_dateless()), where="nothing.txt")])
    return path


def keep(store: Store, readings: Iterable[Reading], *, case: str | None = None, url: str | None = None) -> None:
    """Put readings as they are read from files."""
    for reading in readings:
        store.put(entry_of(reading, url=url, where=reading.where or "a.txt", cases=(case,) if case else ()))


def _dateless() -> Reading:
    """A report without a date, an outlet and an address, in which something happens nowhere."""
    reading = claimed.claimed("dateless.txt")
    report = replace(reading.report, text=reading.report.text + "\n", outlet=None, published=None, title=None)
    event = replace(reading.events[2], places=(), id="event-nowhere")
    return replace(reading, report=replace(report, text_sha256=text_sha256(report.text)), events=(event,))


def export(store: Store, carried: Carried = Carried.QUOTES, scope: Scope | None = None, **settings) -> Export:
    """An export of a store."""
    return Export.of(store, scope or Scope(), Settings(carried, **settings))


def words_of(written: str) -> set[str]:
    """What of a marked store's words stands in something written: runs of letters, since bytes at random give one now and then."""
    return set(_RUN.findall(written))


def _same(reading: Reading) -> Reading:
    return reading


def _marked(reading: Reading) -> Reading:
    """The reading with each letter of the report, and of what repeats its words, in full width; spans hold."""
    report = reading.report
    text = _wide(report.text)
    blank = replace(
        report,
        text=text,
        text_sha256=text_sha256(text),
        title=_field(report.title),
        authors=tuple(_field(author) for author in report.authors),
        place=_field(report.place),
    )
    return replace(
        reading,
        report=blank,
        statements=tuple(replace(one, chain=(one.chain[0], *map(_link, one.chain[1:]))) for one in reading.statements),
        mentions=tuple(replace(one, head=_wide(one.head)) for one in reading.mentions),
        entities=tuple(map(_entity, reading.entities)),
        notes=tuple(map(_wide, reading.notes)),
        events=tuple(
            replace(
                one,
                actors=_parts(one.actors),
                recipients=_parts(one.recipients),
                places=_parts(one.places),
                victims=tuple(replace(harmed, who=_wide(harmed.who)) for harmed in one.victims),
            )
            for one in reading.events
        ),
        estimates=tuple(replace(one, unit=_wide(one.unit), places=_parts(one.places)) for one in reading.estimates),
        control=tuple(replace(one, holders=_parts(one.holders), places=_parts(one.places)) for one in reading.control),
        places=tuple(replace(one, toponym=_wide(one.toponym)) for one in reading.places),
    )


def _wide(words: str | None) -> str | None:
    return words.translate(_WIDEN) if words else words


def _field(field: Field | None) -> Field | None:
    return replace(field, value=_wide(field.value)) if field else None


def _parts(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(replace(part, words=_wide(part.words)) for part in parts)


def _link(link: Link) -> Link:
    return replace(link, source=_source(link.source))


def _source(source: Source) -> Source:
    if source.kind is SourceKind.AGENTLESS:
        return source
    return replace(source, name=_wide(source.name), words=_wide(source.words), role=_wide(source.role))


def _entity(entity: Entity) -> Entity:
    return replace(entity, name=_wide(entity.name), role=_wide(entity.role), abbreviation=_wide(entity.abbreviation))
