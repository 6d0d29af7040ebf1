"""A list of stories, as JSON Lines and as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from rich.cells import cell_len

from accordingto.export.jsonl import dumps
from accordingto.export.terminal import WIDTH
from accordingto.export.wording import counted
from accordingto.pipeline.wording import one_line
from accordingto.store.storying import Listed


def json_lines(rows: Iterable[Listed]) -> str:
    """A line of JSON a story."""
    return "".join(dumps({"type": "story", **asdict(row)}) + "\n" for row in rows)


def text(rows: Iterable[Listed], *, width: int = WIDTH) -> str:
    """Two lines a story: days and title, and below what is in it."""
    return "".join(_story(row, width) for row in rows)


def _story(row: Listed, width: int) -> str:
    days = _days(row.first, row.last)
    title = one_line(row.title or "(no title)")
    room = max(20, width - 25)
    return f"{days:<23}  {title if cell_len(title) <= room else title[: room - 1] + '…'}\n{'':25}{_about(row)}\n"


def _about(row: Listed) -> str:
    parts = [f"{counted(row.reports, 'report')} of {counted(row.outlets, 'outlet')}"]
    if row.contradictions:
        parts.append(counted(row.contradictions, "contradiction"))
    if row.mismatches:
        parts.append(f"{row.mismatches} not as the source has it")
    if row.changed:
        parts.append("not compared yet" if row.matters is None else "changed since it was compared")
    return " · ".join([*parts, row.id])


def _days(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return "no date"
    return first if first == last else f"{first}–{last[5:] if last[:4] == first[:4] else last}"


def summary(shown: int, total: int, waiting: int) -> str:
    """How many there are, for standard error."""
    told = counted(total, "story", "stories")
    if shown < total:
        told += f", {shown} shown (--limit, --offset)"
    if waiting:
        told += f"; {waiting:,} to be compared in this store: accordingto relate"
    return told
