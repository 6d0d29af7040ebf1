"""The sheets as one plain file of SQLite, ready for Datasette (https://datasette.io): described tables with keys and an index of words.

Beside the file lies its metadata: ``datasette serve export.db --metadata export.metadata.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from accordingto.export.about import CREDITS, About, about
from accordingto.export.bare import Carried
from accordingto.export.exporting import Export, Item
from accordingto.export.sheets.columns import Column, Kind, Sheet
from accordingto.export.sheets.read import READ
from accordingto.export.sheets.running import SHEETS
from accordingto.export.sheets.told import TOLD
from accordingto.pipeline.wording import encodable
from accordingto.store.plain import Field, Plain, PlainFile, plain_file

_TYPES = {Kind.INTEGER: "INTEGER", Kind.NUMBER: "REAL", Kind.BOOLEAN: "INTEGER"}
_TO = {"report": "reports", "story": "stories", "matter": "matters"}
"""Columns that hold the id of a row of another table."""
_CLAIMED = ("events", "estimates", "control", "places")
_PAIRED = {
    "relations": {"a_key": ("a_report", "a"), "b_key": ("b_report", "b")},
    "quotes": {"statement_key": ("report", "statement")},
}
"""Keys of statements that are looked up when all are there: by which columns."""
_WORDS = {
    "reports": ("title", "text"),
    "statements": ("content", "chain_text"),
    "events": ("content", "trigger", "actors", "recipients", "places"),
    "quotes": ("words", "speaker"),
    "matters": ("label",),
    "stories": ("title",),
}
_LABELS = {"reports": "title", "statements": "content", "stories": "title", "matters": "label", "voices": "source"}
"""What a row is called where another points at it."""
_FACETS = {
    "reports": ["outlet", "language"],
    "statements": ["act", "factuality", "source_kind", "outlet"],
    "events": ["event_type", "act", "factuality", "outlet"],
    "estimates": ["act", "unit"],
    "control": ["status", "act"],
    "places": ["place_country", "precision"],
    "relations": ["kind", "slot"],
    "voices": ["act", "kind"],
    "lineage": ["kind"],
}
VOICE_COLUMNS = {
    "statement_key": "Key of the statement.",
    "position": "Number in the chain, from 0: the outlet first, the innermost voice last.",
    "source": "Who it is: the name that the report gives, the registry's, or a description.",
    "kind": "How it is named: person, office, organisation, agency, outlet, document, unnamed, agentless.",
    "actor": "Its id in the registry.",
    "act": "What it does.",
    "factuality": "How far it commits itself.",
    "said": "When, as a TIMEX3 value.",
    "source_spans": "JSON list of [start, end] of the words for it.",
    "cue_spans": "JSON list of [start, end] of the words that say that it is put forward.",
}
VOICES = "The chain of every statement, a row a voice: who says that who says that …"


@dataclass(frozen=True, slots=True)
class View:
    """Some rows or columns of a table."""

    of: str
    what: str
    where: str = "1"
    fields: tuple[str, ...] = ()
    """Its columns; all where none is named."""


VIEWS = {
    "claims": View(
        "events",
        "Claimed events in brief: what, by whom, where, when, according to whom, and how many origins the matter has.",
        fields=(
            "event_type", "mode", "actors", "recipients", "place", "time_start", "time_end", "killed_low", "killed_high",
            "according_to", "act", "factuality", "outlet", "published", "content", "origins_low", "origins_high", "echo",
            "statement_key", "report", "matter",
        ),
    ),
    "sayings": View(
        "statements",
        "Statements in brief: who says what, in which outlet.",
        fields=(
            "chain_text", "act", "factuality", "content", "form", "said", "outlet", "published", "origins_low", "origins_high", "echo",
            "key", "report", "matter",
        ),
    ),
    "contradictions": View(
        "relations",
        "Pairs of statements that contradict each other.",
        where="kind = 'contradicts'",
        fields=(
            "slot", "a_value", "b_value", "a_content", "a_chain", "a_outlet", "a_published", "b_content", "b_chain", "b_outlet",
            "b_published", "a_key", "b_key", "matter", "story",
        ),
    ),
    "unnamed_sources": View(
        "statements", "Statements of which nobody can tell from the report whose they are.", where="unnamed"
    ),
}  # fmt: skip
"""Views by name."""
_KEY: Column[Any] = Column("key", "Key of the row; means nothing outside of this file.", lambda *_: None, Kind.INTEGER)
_STATEMENT: Column[Any] = Column("statement_key", "Key of the statement.", lambda *_: None, Kind.INTEGER)


def write(export: Export, path: Path) -> About:
    """Make the file at a path; gives what is said about it."""
    told = about(export.store, carried=export.carried, scope=export.scope)
    with plain_file(path, tables(export.carried)) as file:
        rows = _Rows(file, export.carried)
        for item in export.items():
            rows.item(item)
        for journey in export.journeys():
            for sheet in TOLD.values():
                rows.sheet(sheet, journey)
        for name, keys in _PAIRED.items():
            for field, (report, statement) in keys.items():
                file.fill(name, field, of="statements", by={"report": report, "id": statement})
        for name, view in VIEWS.items():
            file.view(name, view.of, where=view.where, fields=view.fields)
        told["rows"] = {name: file.count(name) for name in (*SHEETS, "voices")}
        file.insert("about", [(name, json.dumps(value, ensure_ascii=False)) for name, value in told.items()])
        file.finish()
    return told


def companion(export: Export, told: About, name: str) -> str:
    """The metadata of a file of some name, for Datasette."""
    described = {
        table: _described(table, what, columns, export.carried) for table, what, columns in _listed(export.carried)
    }
    for name_of, view in VIEWS.items():
        columns = described[view.of]["columns"]
        described[name_of] = {
            "description": view.what,
            "columns": {one: columns[one] for one in view.fields or columns},
        }
    whole = {
        "title": "Claims of reports, each according to whom",
        "description": f"{told['claims']} {told['texts']}",
        "license": "Words of reports belong to their publishers. " + ". ".join(CREDITS),
        "source": f"{told['made_by']}, {told['at']}",
        "about": "What made it, from what, and how many rows there are: see the table about",
        "databases": {name: {"tables": described}},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _described(table: str, what: str, columns: dict[str, str], carried: Carried) -> dict[str, Any]:
    made: dict[str, Any] = {
        "description": what,
        "columns": {name: told.replace("`", "") for name, told in columns.items()},
    }
    if table in _LABELS and carried is not Carried.HASHES:
        made["label_column"] = _LABELS[table]
    if table in _FACETS:
        made["facets"] = [name for name in _FACETS[table] if name in columns]
    return made


def _listed(carried: Carried) -> Iterator[tuple[str, str, dict[str, str]]]:
    for name, sheet in SHEETS.items():
        yield name, sheet.what, {column.name: column.what for column in _columns(sheet, carried)}
    yield "voices", VOICES, {_KEY.name: _KEY.what, **VOICE_COLUMNS}
    yield (
        "about",
        "What made this file, from what, and how many rows there are.",
        {"name": "What.", "value": "As JSON."},
    )


def _columns(sheet: Sheet[Any], carried: Carried) -> tuple[Column[Any], ...]:
    own = sheet.of(carried)
    if sheet.name in ("reports", "stories", "matters"):
        return own
    if sheet.name in _CLAIMED:
        return (_KEY, _STATEMENT, *own)
    keys: tuple[Column[Any], ...] = tuple(
        Column(name, f"Key of the statement `{by[1]}`, where it is in this file.", lambda *_: None, Kind.INTEGER)
        for name, by in _PAIRED.get(sheet.name, {}).items()
    )
    return (_KEY, *keys, *own)


def tables(carried: Carried) -> list[Plain]:
    """The tables of a file that carries so much of the reports' words."""
    made = [_table(sheet, carried) for sheet in SHEETS.values()]
    fields = [Field("key", "INTEGER", key=True), Field("statement_key", "INTEGER", "statements")]
    fields += [Field(name, "INTEGER" if name == "position" else "TEXT") for name in list(VOICE_COLUMNS)[1:]]
    about_fields = (Field("name", "TEXT", key=True), Field("value", "TEXT"))
    return [*made, Plain("voices", tuple(fields), indexed=("actor",)), Plain("about", about_fields)]


def _table(sheet: Sheet[Any], carried: Carried) -> Plain:
    columns = _columns(sheet, carried)
    fields = tuple(_field(sheet, column) for column in columns)
    names = {column.name for column in columns}
    words = () if carried is Carried.HASHES else tuple(name for name in _WORDS.get(sheet.name, ()) if name in names)
    return Plain(sheet.name, fields, words)


def _field(sheet: Sheet[Any], column: Column[Any]) -> Field:
    kind = _TYPES.get(column.kind, "TEXT")
    if column.name == "key" or (column.name == "id" and sheet.name in _TO.values()):
        return Field(column.name, kind, key=True)
    if column.name.endswith("_key"):
        return Field(column.name, kind, "statements")
    to = _TO.get(column.name)
    # a story is told whole: of a report that was not asked for there is no row
    return Field(column.name, kind, None if sheet.story and to == "reports" else to)


class _Rows:
    """Hands rows to a file, and gives them keys."""

    def __init__(self, file: PlainFile, carried: Carried) -> None:
        self._file, self._carried = file, carried
        self._keys = count(1)
        self.counts = dict.fromkeys((*SHEETS, "voices"), 0)

    def item(self, item: Item) -> None:
        """All rows of a report."""
        self._known(item)
        self.sheet(READ["reports"], item)
        keys = self._statements(item)
        for name in _CLAIMED:
            rows = list(READ[name].rows(item))
            cells = READ[name].cells(item, rows, self._carried)
            pairs = zip(rows, cells, strict=True)
            self._put(name, [[next(self._keys), keys.get(row["statement"] or ""), *made] for row, made in pairs])

    def _known(self, item: Item) -> None:
        """A row for the story and the matters of a report, until what was found in the story takes their place."""
        shelf = item.shelf
        if shelf.story:
            self._file.insert(
                "stories", [_sparse("stories", {"id": shelf.story, "title": shelf.story_title})], over=False
            )
        told = {one.id: one for found in shelf.matters.values() for one in found}
        rows = [
            {
                "id": one.id,
                "label": one.label or None,
                "origins_low": one.at_least,
                "origins_high": one.at_most,
                "reports": one.reports,
                "outlets": one.outlets,
                "echoes": one.echoes,
            }
            for one in told.values()
        ]
        self._file.insert("matters", [_sparse("matters", row) for row in rows], over=False)

    def _statements(self, item: Item) -> dict[str, int]:
        sheet = READ["statements"]
        rows = list(sheet.rows(item))
        keys = {row["id"]: next(self._keys) for row in rows}
        cells = sheet.cells(item, rows, self._carried)
        self._put("statements", [[keys[row["id"]], *made] for row, made in zip(rows, cells, strict=True)])
        at = [column.name for column in sheet.of(self._carried)].index("chain")
        voices = [
            [next(self._keys), keys[row["id"]], position, *map(_cell, voice.values())]
            for row, made in zip(rows, cells, strict=True)
            for position, voice in enumerate(json.loads(str(made[at])))
        ]
        self._put("voices", voices)
        return keys

    def sheet(self, sheet: Sheet[Any], source: Any) -> None:
        """The rows of a report or story."""
        own = _columns(sheet, self._carried)
        cells = sheet.cells(source, sheet.rows(source), self._carried)
        before = len(own) - len(sheet.of(self._carried))
        self._put(
            sheet.name, [[*([next(self._keys)] if before else []), *[None] * (before - 1), *made] for made in cells]
        )

    def _put(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        self._file.insert(table, [[_plain(value) for value in row] for row in rows])


def _sparse(table: str, row: dict[str, Any]) -> list[Any]:
    return [_plain(row.get(column.name)) for column in SHEETS[table].of(Carried.QUOTES)]


def _cell(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    """Text as UTF-8 can hold it."""
    return encodable(value) if isinstance(value, str) else value
