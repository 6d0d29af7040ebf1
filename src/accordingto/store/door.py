"""Copies at the door, kept: the indexes of `accordingto.compare.door` in a database, written in a report's transaction.

Everything is looked up by key, a few hundred rows a report, whatever the size of the store; nothing is held in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, exists, func, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from accordingto.compare.door import Common, Kind, Reuse, admit
from accordingto.compare.prints import Prints, prints, unpacked
from accordingto.pipeline.reading import Reading
from accordingto.resources.stock import open_stock
from accordingto.store.fetch import report_of_row
from accordingto.store.schema.door import (
    copy_bands,
    copy_common,
    copy_pairs,
    copy_reports,
    copy_sentences,
    copy_texts,
)
from accordingto.store.schema.records import reports
from accordingto.store.writer import ignoring

T = TypeVar("T")
AT_ONCE = 5_000
"""Values a query asks for: SQLite takes 32,766 parameters, PostgreSQL 65,535; a live blog has some hundreds of sentences."""
_ASKED = {
    column.table.name: select(column.table).where(column.in_(bindparam("values", expanding=True)))
    for column in (copy_common.c.hash, copy_sentences.c.hash, copy_bands.c.band, copy_texts.c.key)
}
"""Rows by table, with some of the values of a column. Made once: to make a query takes longer than to run one."""
_LOCK = 0x646F6F72
"""PostgreSQL's number of the lock under which texts are compared: two that are added at once would not see each other."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a report shares with another."""

    other: int
    """Key of the other report."""
    reuse: Reuse
    """Seen from the report that was asked about."""


def write(connection: Connection, report: int, reading: Reading | None, given: Prints | None = None) -> None:
    """Compare a report with all that are kept, and keep it with what it shares with them.

    Args:
        connection: inside the report's transaction, near its end: on PostgreSQL others wait from here on.
        report: its key.
        reading: its reading; prints are made of its report, or of that in the database, where none are given.
        given: its prints.
    """
    made = given or _made(connection, report, reading)
    if made is None:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    text = admit(Rows(connection), made)
    connection.execute(ignoring(connection, copy_reports), [{"report_key": report, "text_key": text}])


def again(connection: Connection, report: int, reading: Reading | None, given: Prints | None = None) -> None:
    """Bring what is kept of a report up to date; nothing is done where its prints are what they were, as after most readings."""
    made = given or _made(connection, report, reading)
    held = copy_reports.join(copy_texts, copy_texts.c.key == copy_reports.c.text_key)
    before = select(copy_texts.c.fingerprint).select_from(held).where(copy_reports.c.report_key == report)
    if connection.scalar(before) != (made.fingerprint if made else None):
        forget(connection, report)
        write(connection, report, reading, made)


def _made(connection: Connection, key: int, reading: Reading | None) -> Prints | None:
    """The prints of a report: of that of its reading, else of that in the database."""
    if reading is not None:
        return prints(reading.report, open_stock())
    columns = (reports.c.text, reports.c.text_exact, reports.c.record)
    row = connection.execute(select(*columns).where(reports.c.key == key)).one()
    return prints(report_of_row(row), open_stock())


def forget(connection: Connection, report: int) -> None:
    """Delete what is kept of a report; its text goes with the last report that has it.

    What stays is that a sentence is common: a hash that so many texts held that it shows nothing.
    """
    text = connection.scalar(select(copy_reports.c.text_key).where(copy_reports.c.report_key == report))
    if text is None:
        return
    connection.execute(delete(copy_reports).where(copy_reports.c.report_key == report))
    if connection.scalar(select(exists().where(copy_reports.c.text_key == text))):
        return
    held = Rows(connection).read([text])[text]
    _remove(connection, copy_sentences, "hash", (sentence.hash for sentence in held.sentences), text)
    _remove(connection, copy_bands, "band", held.bands, text)
    connection.execute(delete(copy_pairs).where(or_(copy_pairs.c.text_key == text, copy_pairs.c.other_key == text)))
    connection.execute(delete(copy_texts).where(copy_texts.c.key == text))


def copies_of(connection: Connection, report: int) -> tuple[Copy, ...]:
    """The reports that a report shares something with, in the order of keeping; its own editions and cleanings are left out."""
    own = connection.execute(
        select(copy_reports.c.text_key, reports.c.work_key, reports.c.capture_key)
        .join(reports, reports.c.key == copy_reports.c.report_key)
        .where(copy_reports.c.report_key == report)
    ).first()
    if own is None:
        return ()
    shared = _shared_with(connection, own.text_key)
    found: list[Copy] = []
    for part in _parts(sorted(shared)):
        asked = (
            select(copy_reports, reports.c.work_key, reports.c.capture_key)
            .join(reports, reports.c.key == copy_reports.c.report_key)
            .where(copy_reports.c.text_key.in_(part), copy_reports.c.report_key != report)
        )
        found += [
            Copy(row.report_key, shared[row.text_key]) for row in connection.execute(asked) if not _one_report(row, own)
        ]
    return tuple(sorted(found, key=lambda copy: copy.other))


def _one_report(a: Any, b: Any) -> bool:
    """Whether two are editions or cleanings of one report: of one address or, without any, of the same bytes."""
    if a.work_key is None and b.work_key is None:
        return bool(a.capture_key == b.capture_key)
    return bool(a.work_key == b.work_key)


def _shared_with(connection: Connection, text: int) -> dict[int, Reuse]:
    """What other texts share with a text; itself, as an exact copy, among them."""
    length = connection.scalar(select(func.length(copy_texts.c.sentences)).where(copy_texts.c.key == text)) or 0
    found = {text: Reuse(Kind.EXACT, 1.0, 1.0, length // 10, 1.0)}
    pair = copy_pairs.c
    for row in connection.execute(select(copy_pairs).where(or_(pair.text_key == text, pair.other_key == text))):
        reuse = Reuse(Kind(row.kind), row.share, row.other_share, row.sentences, row.jaccard)
        other = row.other_key if row.text_key == text else row.text_key
        found[other] = reuse if row.text_key == text else reuse.turned
    return found


class Rows:
    """The `accordingto.compare.door.Index` in a database."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, fingerprint: int) -> int | None:
        """The text with this fingerprint."""
        return self.connection.scalar(select(copy_texts.c.key).where(copy_texts.c.fingerprint == fingerprint))

    def common(self, hashes: Collection[int]) -> Common:
        """Those of some sentences that are common."""
        rows = {row.hash: row.anywhere for row in self._where(copy_common, hashes)}
        anywhere = frozenset(key for key, everywhere in rows.items() if everywhere)
        return Common(anywhere, frozenset(rows) - anywhere)

    def holders(self, hashes: Collection[int]) -> Mapping[int, Collection[int]]:
        """For each sentence the texts that hold it; none for one that is common anywhere."""
        return _grouped((row.hash, row.text_key) for row in self._where(copy_sentences, hashes))

    def banded(self, bands: Collection[int]) -> Mapping[int, Collection[int]]:
        """For each band the texts in it."""
        return _grouped((row.band, row.text_key) for row in self._where(copy_bands, bands))

    def read(self, texts: Collection[int]) -> Mapping[int, Prints]:
        """The prints of texts."""
        return {
            row.key: Prints(row.fingerprint, row.words, unpacked(row.sentences), row.signature)
            for row in self._where(copy_texts, texts)
        }

    def insert(self, prints: Prints, hashes: Collection[int], bands: Collection[int]) -> int:
        """Keep a text, to be found by these sentences and bands."""
        values = {
            "fingerprint": prints.fingerprint,
            "words": prints.words,
            "sentences": prints.packed,
            "signature": prints.signature,
        }
        made = self.connection.execute(insert(copy_texts).values(values)).inserted_primary_key
        text = int(made[0])  # type: ignore[index]
        self._insert(copy_sentences, [{"hash": key, "text_key": text} for key in sorted(hashes)])
        self._insert(copy_bands, [{"band": band, "text_key": text} for band in sorted(bands)])
        return text

    def make_common(self, found: Common) -> None:
        """Have sentences show nothing from now on, and no text be found by those that are common anywhere."""
        for key in sorted(found.anywhere):
            self.connection.execute(delete(copy_common).where(copy_common.c.hash == key))
            self.connection.execute(delete(copy_sentences).where(copy_sentences.c.hash == key))
        self._insert(copy_common, [{"hash": key, "anywhere": True} for key in sorted(found.anywhere)])
        self._insert(copy_common, [{"hash": key, "anywhere": False} for key in sorted(found.last - found.anywhere)])

    def save(self, pairs: Mapping[tuple[int, int], Reuse | None]) -> None:
        """Keep what pairs of texts share, in place of what was kept of them."""
        gone = [{"one": a, "other": b} for (a, b), reuse in pairs.items() if reuse is None]
        if gone:
            mine = (copy_pairs.c.text_key == bindparam("one")) & (copy_pairs.c.other_key == bindparam("other"))
            self.connection.execute(delete(copy_pairs).where(mine), gone)
        rows = [_row(pair, reuse) for pair, reuse in pairs.items() if reuse]
        if rows:
            self.connection.execute(_replacing(self.connection.dialect.name), rows)

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.connection.execute(insert(table), rows)

    def _where(self, table: Table, values: Collection[int]) -> Iterator[Any]:
        for part in _parts(sorted(values)):
            yield from self.connection.execute(_ASKED[table.name], {"values": part})


@cache
def _replacing(dialect: str) -> Any:
    """INSERT of pairs that takes the place of what is there."""
    made = (sqlite if dialect == "sqlite" else postgresql).insert(copy_pairs)
    values = {column.name: made.excluded[column.name] for column in copy_pairs.c if not column.primary_key}
    return made.on_conflict_do_update(index_elements=list(copy_pairs.primary_key), set_=values)


def _row(pair: tuple[int, int], reuse: Reuse) -> dict[str, Any]:
    return {
        "text_key": pair[0],
        "other_key": pair[1],
        "kind": reuse.kind.value,
        "share": reuse.share_of_a,
        "other_share": reuse.share_of_b,
        "sentences": reuse.sentences,
        "jaccard": reuse.jaccard,
    }


def _grouped(rows: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = defaultdict(list)
    for key, text in rows:
        found[key].append(text)
    return {key: tuple(sorted(texts)) for key, texts in found.items()}


def _parts(values: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]


def _remove(connection: Connection, table: Table, column: str, values: Iterable[int], text: int) -> None:
    rows = [{"value": value, "text": text} for value in values]
    if rows:
        gone = delete(table).where(table.c[column] == bindparam("value"), table.c.text_key == bindparam("text"))
        connection.execute(gone, rows)
