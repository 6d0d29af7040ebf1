"""A trace on a terminal: the tree, and where a statement was changed the two exact sentences side by side.

Nothing depends on colour: what differs is underlined with carets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from accordingto.compare.trace import Trace
from accordingto.export.terminal import WIDTH, Colour, printed
from accordingto.export.trace_view import Compared, Line, Marked, View, view_of
from accordingto.pipeline.reading import Reading

NARROWEST_COLUMN = 26
"""Columns that each of two sentences needs to stand side by side; with less they stand one below the other."""
_SEPARATOR = " │ "


def render(trace: Trace, readings: Sequence[Reading], *, width: int = WIDTH, colour: Colour | None = None) -> str:
    """A trace as text that ends with a line end.

    Args:
        trace: the trace.
        readings: the readings that it was made from.
        width: columns to wrap at.
        colour: the terminal's colour system; ``None`` writes no escape codes at all.
    """
    columns = max(width, 40)
    return printed(_page(view_of(trace, readings), columns), width=columns, colour=colour, wrap=False)


def _page(view: View, width: int) -> Iterator[Text]:
    yield from _wrapped(view.summary, width, "bold")
    yield from _wrapped(f"traced: “{view.claim}”", width, "dim")
    yield Text()
    yield from _tree(view.lines, width)
    if view.others:
        yield Text()
        yield Text("Also changed on the way", style="bold")
        for compared in view.others:
            yield Text()
            yield Text(f"{compared.a.outlet} → {compared.b.outlet}")
            yield from _indented("  ", _comparison(compared, width - 2))
    if view.without:
        yield Text()
        yield from _wrapped(f"Not found in: {', '.join(view.without)}", width, "dim")


def _tree(lines: Sequence[Line], width: int) -> Iterator[Text]:
    """The lines with their branches drawn."""
    open_at: dict[int, bool] = {}
    for i, line in enumerate(lines):
        depth = line.branch.depth
        more = _has_sibling(lines, i)
        stem = "".join("│  " if open_at.get(level) else "   " for level in range(1, depth))
        open_at[depth] = more
        joint = "" if not depth else "├─ " if more else "└─ "
        below = "" if not depth else "│  " if more else "   "
        deeper = i + 1 < len(lines) and lines[i + 1].branch.depth > depth
        inner = stem + below + ("│ " if deeper else "  ")
        head, *rest = _head(line, width - cell_len(stem + joint))
        yield Text(stem + joint, style="dim").append_text(head)
        yield from _indented(stem + below, rest)
        yield from _indented(inner, _below(line, width - cell_len(inner)))


def _has_sibling(lines: Sequence[Line], i: int) -> bool:
    depth = lines[i].branch.depth
    for line in lines[i + 1 :]:
        if line.branch.depth <= depth:
            return line.branch.depth == depth and depth > 0
    return False


def _head(line: Line, width: int) -> list[Text]:
    wrapped = list(_wrapped(" · ".join((line.label, *line.about)), width))
    wrapped[0].stylize("bold", 0, len(line.label))
    return wrapped


def _below(line: Line, width: int) -> Iterator[Text]:
    if line.sentence is not None and not any(not compared.note for compared in line.compared):
        quoted = line.sentence.text.startswith(tuple('“«"‘'))
        yield from _wrapped(line.sentence.text if quoted else f"“{line.sentence.text}”", width)
    if line.according:
        yield from _wrapped(line.according, width, "dim")
    if line.same:
        yield from _wrapped(f"= {line.same}", width, "dim")
    for compared in line.compared:
        yield from _comparison(compared, width)


def _comparison(compared: Compared, width: int) -> Iterator[Text]:
    if compared.note:
        yield from _wrapped(f"{compared.note}:", width, "dim")
    for heading in compared.headings:
        yield from _wrapped(heading, width, "bold red")
    column = (width - len(_SEPARATOR)) // 2
    if column < NARROWEST_COLUMN:
        for side in (compared.a, compared.b):
            yield Text(f"{side.name}:", style="dim")
            yield from _sentence(side, width)
        return
    yield from _side_by_side(compared, column)


def _side_by_side(compared: Compared, column: int) -> Iterator[Text]:
    sides = ([Text(side.name, style="dim"), *_sentence(side, column)] for side in (compared.a, compared.b))
    for one, other in zip_longest(*sides, fillvalue=Text()):
        padding = " " * max(0, column - cell_len(one.plain))
        yield Text().append_text(one).append(padding + _SEPARATOR, style="dim").append_text(other)


def _sentence(marked: Marked, width: int) -> Iterator[Text]:
    """The exact sentence, wrapped, with a line of marks under each line that has any."""
    for start, end in wrap(marked.text, width):
        text = Text(marked.text[start:end])
        under = [" "] * (end - start)
        for span in marked.slots:
            a, b = max(span.start, start) - start, min(span.end, end) - start
            if a < b:
                under[a:b] = "^" * (b - a)
                text.stylize("bold red", a, b)
        yield text
        widths = (mark * cell_len(char) for mark, char in zip(under, marked.text[start:end], strict=True))
        marks = "".join(widths).rstrip()
        if marks:
            yield Text(marks, style="dim")


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


def _wrapped(text: str, width: int, style: str = "") -> Iterator[Text]:
    for start, end in wrap(text, width) or [(0, 0)]:
        yield Text(text[start:end], style=style)


def _indented(by: str, lines: Iterator[Text] | Sequence[Text]) -> Iterator[Text]:
    for line in lines:
        yield Text(by, style="dim").append_text(line)
