"""What a search of a store found, as rows, JSON, CSV and text for a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from accordingto.export.csv import header, line, pairs_text
from accordingto.export.jsonl import dumps
from accordingto.export.terminal import WIDTH, Colour, printed
from accordingto.export.wording import ACTS, COMMITMENTS, counted, moment_text
from accordingto.model import Act, Factuality, Moment
from accordingto.pipeline.wording import UNKNOWN_OUTLET, one_line
from accordingto.store.find import Found, Order, Target
from accordingto.store.marks import marks, stretch
from accordingto.store.nearest import Near
from accordingto.store.query import Phrase

Row = dict[str, Any]
COLUMNS: dict[Target, dict[str, str]] = {
    Target.STATEMENTS: {
        "id": "Id of the statement.",
        "report": "Id of the report.",
        "outlet": "The outlet.",
        "published": "When the report was published, ISO 8601 as far as known.",
        "title": "The report's title.",
        "url": "Its address, where it is known.",
        "edition": "Number of the edition, from 1.",
        "chain_text": "The voices below the outlet, outermost first; for narration the outlet.",
        "source": "Name or description of the innermost voice; empty where no source is given.",
        "source_kind": "How it is named: person, office, agency, unnamed …",
        "source_actor": "Id of the actor of the registry that it is.",
        "unnamed": "Whether nobody can tell from the report who it is.",
        "act": "What the innermost voice does.",
        "factuality": "Its commitment to the content.",
        "form": "direct, indirect, mixed or narration.",
        "content": "What is put forward, in the report's words.",
        "matches": "Where the words of the query stand in the content: `[start, end]` in code points, half-open.",
        "spans": "Where the content stands in the report's text, the same way.",
        "similarity": "Cosine of the content with the sentence of `--like`; empty without one.",
        "alike": "How many statements that were asked for have just these words, this one counted; empty without `--like`.",
    },
    Target.REPORTS: {
        "id": "Id of the report.",
        "outlet": "The outlet.",
        "published": "When it was published, ISO 8601 as far as known.",
        "title": "Its title.",
        "url": "Its address, where it is known.",
        "edition": "Number of the edition, from 1.",
        "extract": "A stretch of its text around the first words that match.",
        "matches": "Where the words of the query stand in the extract.",
    },
}
"""What the rows of each target hold, in order."""


def hit_rows(found: Found, rows: Iterable[Any], target: Target, sought: tuple[Phrase, ...]) -> list[Row]:
    """Hits as rows, in their order.

    Args:
        found: keys and scores.
        rows: what `accordingto.store.find.rows` gave for them.
        target: statements or reports.
        sought: the phrases of the query to be marked.
    """
    similarity = dict(zip(found.keys, found.scores, strict=False))
    alike = dict(zip(found.keys, found.alike, strict=False)) if isinstance(found, Near) else {}
    made = []
    for row in rows:
        own = {**row._mapping}
        if target is Target.STATEMENTS:
            own |= {"chain_text": row.chain, "matches": marks(row.content, sought), "spans": json.loads(row.spans)}
            own |= {"similarity": _rounded(similarity.get(row.key)), "alike": alike.get(row.key)}
        else:
            own["extract"], own["matches"] = stretch(row.text, marks(row.text, sought))
        made.append({name: own[name] for name in COLUMNS[target]})
    return made


def _rounded(cosine: float | None) -> float | None:
    return None if cosine is None else round(cosine, 4)


def json_lines(rows: Iterable[Row], target: Target) -> Iterator[str]:
    """A line of JSON a hit."""
    for row in rows:
        yield dumps({"type": target.value.removesuffix("s"), **row}) + "\n"


def json_whole(rows: list[Row], target: Target, found: Found) -> str:
    """All hits and how many there are in all, as one object."""
    about = {"order": found.order.value, "total": found.total, "more": found.more}
    return dumps({**about, target.value: rows}) + "\n"


def csv_lines(rows: Iterable[Row], target: Target, *, bom: bool = False) -> Iterator[str]:
    """A header and a line a hit; places as ``12-40;55-60``."""
    yield header(COLUMNS[target], bom=bom)
    for row in rows:
        yield line(_cell(row[name]) for name in COLUMNS[target])


def _cell(value: Any) -> Any:
    return pairs_text(value) if isinstance(value, list) else value


def text(rows: list[Row], target: Target, *, width: int = WIDTH, colour: Colour | None = None) -> str:
    """Hits for a terminal: according to whom, what, and where it stands. Matches are in bold and between ``[`` and ``]`` without colour."""
    draw = _statement if target is Target.STATEMENTS else _report
    parts: list[RenderableType] = []
    for number, row in enumerate(rows, 1):
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(justify="right", width=3, no_wrap=True)
        grid.add_column(ratio=1, overflow="fold")
        lines = [one for one in draw(row, plain=colour is None) if one]
        for at, one in enumerate(lines):
            grid.add_row(Text(str(number) if not at else "", style="bold"), one)
        parts += [grid, Text()]
    return printed(parts, width=max(width, 40), colour=colour) if parts else ""


def _statement(row: Row, *, plain: bool) -> Iterator[Text]:
    chain = Text(overflow="fold")
    outlet = one_line(row["outlet"] or UNKNOWN_OUTLET)
    *outer, innermost = one_line(row["chain_text"]).split(" → ")
    voices = [*outer, innermost] if row["form"] != "narration" else []
    for name in [outlet, *(voice for voice in voices if voice != outlet)]:
        chain.append(" ← " if chain else "", style="dim")
        chain.append(name, style="bold" if name == (innermost if voices else outlet) else "")
    if row["unnamed"] and row["source"]:
        chain.append(" [unnamed]", style="yellow")
    yield chain
    factuality = Factuality(row["factuality"])
    yield Text(f"{ACTS[Act(row['act'])]} · {COMMITMENTS[factuality]} ({factuality.value})", style="cyan")
    yield _marked(row["content"], row["matches"], plain=plain)
    near = f"{row['similarity']:.2f} alike" if row["similarity"] is not None else ""
    same = f"{row['alike']} statements in these words" if (row["alike"] or 1) > 1 else ""
    yield _where(row, near, same)
    yield Text(row["id"], style="dim", overflow="fold")


def _report(row: Row, *, plain: bool) -> Iterator[Text]:
    yield Text(one_line(row["title"] or "(no title)"), style="bold", overflow="fold")
    yield _marked(row["extract"], row["matches"], plain=plain)
    yield _where({**row, "title": row["outlet"] or UNKNOWN_OUTLET})
    yield Text(row["id"], style="dim", overflow="fold")


def _marked(words: str, places: list[tuple[int, int]], *, plain: bool) -> Text:
    """Words in quotation marks, the places marked."""
    made, at = Text("“", overflow="fold"), 0
    for start, end in places:
        made.append(_plain(words[at:start]))
        inside = _plain(words[start:end])
        made.append(f"[{inside}]" if plain else inside, style="bold yellow")
        at = end
    made.append(_plain(words[at:]) + "”")
    return made


def _plain(words: str) -> str:
    """Words on one line; white space at the edges stays."""
    whole = one_line(f"|{words}|")
    return whole[1:-1]


def _where(row: Row, *more: str) -> Text:
    published = moment_text(_moment(row["published"])) if row["published"] else "(date not known)"
    edition = f"edition {row['edition']}" if row["edition"] > 1 else ""
    parts = [published, one_line(row["title"] or ""), edition, one_line(row["url"] or ""), *more]
    return Text(" · ".join(part for part in parts if part), style="dim", overflow="fold")


def _moment(iso: str) -> Moment:
    """The day and clock of a time; the offset is left to other formats."""
    return Moment(iso[:16], None)


def summary(found: Found, shown: int, target: Target) -> str:
    """How many were found, how they are ordered."""
    if found.order is Order.NEAREST:
        return f"{counted(shown, 'wording')}, nearest first" if shown else "nothing found"
    noun = counted(found.total, target.value.removesuffix("s"))
    many = f"more than {noun}" if found.more else noun
    if not shown:
        return f"{many} found" + ("; none from there on" if found.total else "")
    order = {Order.BEST: "best matches first", Order.NEWEST: "newest first"}[found.order]
    return f"{many} found; {shown} shown, {order}" if shown < found.total or found.more else f"{many} found, {order}"
