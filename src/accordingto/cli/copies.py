"""``accordingto copies``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from accordingto.cli.output import choice, writer
from accordingto.cli.stores import DEFAULT, Db, at

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Form(StrEnum):
    """What pairs are written as."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


class Sort(StrEnum):
    """How two reports can share text."""

    EXACT = "exact"
    NEAR = "near"
    PARTIAL = "partial"
    QUOTATION = "quotation"


_SAID = {
    "exact": "the same text",
    "near": "near copies",
    "partial": "a part of one in the other",
    "quotation": "the same quotation",
}


@app.command()
def copies(
    named: Annotated[
        str | None,
        typer.Argument(metavar="REPORT", help="Only pairs with this report: its id or its address. Default: all."),
    ] = None,
    *,
    db: Db = DEFAULT,
    kinds: Annotated[
        list[Sort] | None,
        typer.Option("--kind", metavar="exact|near|partial|quotation", help="Only pairs of this kind. Repeatable."),
    ] = None,
    case: Annotated[
        str | None, typer.Option("--case", metavar="NAME", help="Only pairs of which this collection holds both.")
    ] = None,
    editions: Annotated[
        bool, typer.Option("--editions", help="Editions of one article among each other, too.")
    ] = False,
    chosen: Annotated[
        Form | None,
        typer.Option(
            "--format",
            "-f",
            metavar="text|jsonl|csv",
            help="Default: by the ending of FILE; else text on a terminal, jsonl in a pipe.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """List the pairs of reports in a store that share text: copies, parts of one in another, quotations.

    Shares are of each report's words, in sentences that stand equal in both; wording is compared over the whole texts and estimated.
    Who copied from whom is not said: both may have it from a third.
    """
    from accordingto.store.copies import Sought, pair_rows

    form = choice(chosen, output, other=Form.JSONL, terminal=Form.TEXT, pipe=Form.JSONL)
    sought = Sought(named, tuple(kind.value for kind in kinds or ()), case, editions)
    with at(db, read_only=True) as store, store.looking() as connection, writer(output) as write:
        for part in _FORMS[form](pair_rows(connection, sought)):
            write(part)


def _text(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    from accordingto.export.wording import counted

    found = 0
    for row in rows:
        found += 1
        yield f"{_head(row)}\n{_report(row, '')}{_report(row, 'other_')}\n"
    yield f"{counted(found, 'pair')}\n"


def _head(row: dict[str, Any]) -> str:
    from accordingto.export.wording import counted

    parts = [_SAID[row["kind"]] + (" (editions of one article)" if row["editions"] else "")]
    if row["kind"] != "exact":
        shares = f"{row['share']:.0%} and {row['other_share']:.0%} of the words"
        parts += [f"{counted(row['sentences'], 'equal sentence')}: {shares}", f"wording {row['jaccard']:.0%} alike"]
    return "; ".join(parts)


def _report(row: dict[str, Any], side: str) -> str:
    from accordingto.pipeline.wording import one_line

    day = (row[f"{side}published"] or "no date")[:10].ljust(10)
    outlet, title = row[f"{side}outlet"] or "(outlet not known)", row[f"{side}title"] or "(no title)"
    return f"  {day}  {one_line(outlet)}: {one_line(title)}\n              {row[f'{side}report']}\n"


def _jsonl(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    from accordingto.export.jsonl import dumps

    for row in rows:
        yield dumps({"type": "copy", **_rounded(row)}) + "\n"


def _csv(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    from accordingto.export.csv import header, line
    from accordingto.store.copies import COLUMNS

    yield header(COLUMNS)
    for row in map(_rounded, rows):
        yield line(row[name] for name in COLUMNS)


def _rounded(row: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value, 4) if isinstance(value, float) else value for name, value in row.items()}


_FORMS = {Form.TEXT: _text, Form.JSONL: _jsonl, Form.CSV: _csv}
