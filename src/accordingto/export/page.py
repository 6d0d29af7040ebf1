"""The reference page of the exports, made from the formats and the sheets themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accordingto.export.formats import FORMATS, Format
from accordingto.export.sheets.columns import Column, Sheet
from accordingto.export.sheets.datasette import VIEWS, VOICE_COLUMNS, VOICES
from accordingto.export.sheets.running import SHEETS
from accordingto.resources.event_columns import DataSet, Mapped, open_data_sets
from accordingto.resources.hxl import open_hxl

_INTRO = """# Exports

`accordingto export FORMAT` writes what a store holds for other programs; [how to](../how-to/export.md) shows some of it. Every row is
a claim: what a report says, according to whom. Nothing is rated true, nothing is merged into one event: what five
outlets report gives five rows, and `matter`, `origins_low`, `origins_high` and `echo` say how many of them may be one
origin told again.

## Formats
"""
_EVIDENCE = """
## What of the reports' words goes out

`--evidence` says it, for every format alike:

| level | what goes out |
| --- | --- |
| `full` | The texts of the reports too: columns `context` and `text`. |
| `quotes` | Only the words that records point at: contents, cues, names, headlines. The default. |
| `hashes` | No word of a report. |

Narration is content as well, so that under `quotes` all statements of a report together repeat most of it. Under `hashes` columns of words
are empty, voices have the registry's name or their kind (`(person)`), and `content_sha256` lets whoever holds the text check
each span. Addresses stay, also where they spell a headline: without them nobody finds the report.

The path under which a file was read on your machine goes out in none of them.

## What is said about an export

Every format says what made it: the program, the runs with the hashes of model, lexicons and gazetteer, when, how much of
the texts it carries, what was asked for, how many rows, and what an audit of the store measured, if there was one. Beside CSV, which
has no place for that, lies a file `….about.json`, in a folder `about.json`.

## Columns

CSV, GeoJSON, Parquet and SQLite have the same columns; spans are `12-40;55-60`, code points of the report's text, half-open; lists are
joined by `; `. Columns marked *words* have words of reports: with `--evidence hashes` they are empty, or have only names that are ours.
Columns marked *full* are only there with `--evidence full`. In CSV a text that a spreadsheet could take for a formula
gets an apostrophe in front: one that starts with `=`, `+`, `-` or `@`.
"""

_KEYS = """
`statement_key`, `a_key` and `b_key` hold the key of a row of `statements`, `report`, `story` and `matter` the id of a row of the
table of that name. `key` means nothing outside of the file. `about` says what made it.
"""
_NAMES = """## Claimed events under others' names

`accordingto export events --names acled|ucdp` puts the columns first that a data set has a name for, and then all of ours; one of ours
whose name means something else there gets `own_` in front. **Only names are taken over.** Those data sets hold events: a coder has read all
reports, found out which tell of one event, and decided what happened. A row here is one claim; counting rows counts claims, and
adding up their dead counts echoes.
"""


def page() -> str:
    """The page without its first line."""
    sheets = (_sheet(sheet) for sheet in SHEETS.values())
    names = (_names(given) for given in open_data_sets().values())
    return "\n".join([_INTRO, _formats(), _EVIDENCE, *sheets, _sqlite(), _NAMES, *names])


def _formats() -> str:
    rows = [f"| `{made.name}` | {made.what}. | {_layers(made)} | `{made.media_type}` |" for made in FORMATS.values()]
    return "\n".join(["| format | what it is | layers | media type |", "| --- | --- | --- | --- |", *rows]) + "\n"


def _layers(made: Format) -> str:
    return ", ".join(made.layers) or ("one story" if made.story else "one document")


def _sqlite() -> str:
    head = [
        "### voices\n",
        f"{VOICES} Only in `sqlite`, beside a table for each sheet.\n",
        "| column | what it holds |",
        "| --- | --- |",
    ]
    rows = [f"| `{name}` | {what} |" for name, what in VOICE_COLUMNS.items()]
    views = [f"| `{name}` | {view.what} |" for name, view in VIEWS.items()]
    seen = ["\n### Views of `sqlite`\n", "| view | what it shows |", "| --- | --- |", *views]
    return "\n".join([*head, *rows, *seen, _KEYS])


def _names(given: DataSet) -> str:
    head = [
        f"### {given.title}\n",
        f"Names as [documented by {given.title}]({given.reference}).\n",
        "| column | ours | |",
        "| --- | --- | --- |",
    ]
    rows = [
        f"| `{one.to}` | {', '.join(f'`{name}`' for name in one.sources)} | {_made_of(one)} |" for one in given.columns
    ]
    left = ["\nDeliberately not filled:\n", "| column | why |", "| --- | --- |"]
    return "\n".join([*head, *rows, *left, *(f"| `{name}` | {why} |" for name, why in given.left_out.items())]) + "\n"


def _made_of(one: Mapped) -> str:
    codes = "; ".join(f"{value}: {code}" for value, code in (one.codes or {}).items())
    return " ".join(part for part in (one.note, f"`{codes}`." if codes else "") if part)


def _sheet(sheet: Sheet[Any]) -> str:
    head = [
        f"### {sheet.name}\n",
        f"{sheet.what}\n",
        "| column | type | HXL | what it holds |",
        "| --- | --- | --- | --- |",
    ]
    return "\n".join([*head, *_rows(sheet)]) + "\n"


def _rows(sheet: Sheet[Any]) -> Iterator[str]:
    tags = open_hxl()
    for column in sheet.columns:
        yield f"| `{column.name}` | {_kind(column)} | `{tags.of(sheet.name, column.name)}` | {column.what.replace('|', chr(92) + '|')} |"


def _kind(column: Column[Any]) -> str:
    marks = ["*words*"] if column.worded else []
    return ", ".join([column.kind.value, *marks, *(["*full*"] if column.full else [])])
