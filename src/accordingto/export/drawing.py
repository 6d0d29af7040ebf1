"""Sentences on a terminal: wrapped, side by side, with carets under what differs, so that nothing depends on colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from accordingto.export.trace_view import Compared, Marked
from accordingto.model import Span

NARROWEST_COLUMN = 26
"""Columns that each of two sentences needs to stand side by side; with less they stand one below the other."""
BETWEEN = " │ "


def comparison(compared: Compared, width: int, *, whole: bool = False) -> Iterator[Text]:
    """Two statements side by side, or one below the other where there is no room.

    Args:
        compared: the two.
        width: columns.
        whole: also where each stands in its report, and according to whom.
    """
    if compared.note:
        yield from wrapped(f"{compared.note}:", width, "dim")
    for heading in compared.headings:
        yield from wrapped(heading, width, "bold red")
    column = (width - len(BETWEEN)) // 2
    if column < NARROWEST_COLUMN:
        for side in (compared.a, compared.b):
            yield from _head(side, width, whole)
            yield from sentence(side, width)
        return
    yield from _side_by_side(compared, column, whole)


def _head(side: Marked, width: int, whole: bool) -> Iterator[Text]:
    where = f" [{side.span.start}–{side.span.end}]" if whole else ""
    yield from wrapped(f"{side.name}{where}", width, "dim")
    if whole and side.according:
        yield from wrapped(f"← {side.according}", width, "dim")


def _side_by_side(compared: Compared, column: int, whole: bool) -> Iterator[Text]:
    heads = [list(_head(side, column, whole)) for side in (compared.a, compared.b)]
    deepest = max(map(len, heads))
    sides = (
        [*head, *[Text()] * (deepest - len(head)), *sentence(side, column)]
        for head, side in zip(heads, (compared.a, compared.b), strict=True)
    )
    yield from beside(sides, column)


def beside(sides: Iterable[Iterable[Text]], column: int) -> Iterator[Text]:
    """The lines of two columns beside each other."""
    for one, other in zip_longest(*sides, fillvalue=Text()):
        padding = " " * max(0, column - cell_len(one.plain))
        yield Text().append_text(one).append(padding + BETWEEN, style="dim").append_text(other)


def sentence(marked: Marked, width: int) -> Iterator[Text]:
    """The exact sentence, wrapped, with a line of marks under each line that has any."""
    yield from carets(marked.text, marked.slots, width)


def carets(words: str, marks: Iterable[Span], width: int) -> Iterator[Text]:
    """A text, wrapped, with a line of carets under each line that has marks."""
    spans = [*marks]
    for start, end in wrap(words, width):
        line, under = Text(words[start:end]), [" "] * (end - start)
        for span in spans:
            a, b = max(span.start, start) - start, min(span.end, end) - start
            if a < b:
                under[a:b] = "^" * (b - a)
                line.stylize("bold red", a, b)
        yield line
        below = "".join(sign * cell_len(char) for sign, char in zip(under, words[start:end], strict=True)).rstrip()
        if below:
            yield Text(below, style="dim")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Cut a text into lines of at most ``width`` columns, at white space where there is any: offsets, in order."""
    lines: list[tuple[int, int]] = []
    start = end = 0
    for match in re.finditer(r"\S+", text):
        if end > start and cell_len(text[start : match.end()]) > width:
            lines.append((start, end))
            start = match.start()
        elif end == start:
            start = match.start()
        end = match.end()
        while cell_len(text[start:end]) > width:
            cut = next(i for i in range(end, start, -1) if cell_len(text[start:i]) <= width or i == start + 1)
            lines.append((start, cut))
            start = cut
    return [*lines, (start, end)] if end > start else lines


def wrapped(text: str, width: int, style: str = "") -> Iterator[Text]:
    """A text on as many lines as it needs; of an empty one a blank line."""
    for start, end in wrap(text, width) or [(0, 0)]:
        yield Text(text[start:end], style=style)


def indented(by: str, lines: Iterable[Text]) -> Iterator[Text]:
    """Lines with something before each."""
    for line in lines:
        yield Text(by, style="dim").append_text(line)
