"""A trace on a terminal: the tree, and where a statement was changed the two exact sentences side by side.

Nothing depends on colour: what differs is underlined with carets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from accordingto.compare.trace import Trace
from accordingto.export.drawing import comparison, indented, wrapped
from accordingto.export.terminal import WIDTH, Colour, printed
from accordingto.export.trace_view import Line, View, view_of
from accordingto.pipeline.reading import Reading


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
    yield from wrapped(view.summary, width, "bold")
    yield from wrapped(f"traced: “{view.claim}”", width, "dim")
    yield Text()
    yield from _tree(view.lines, width)
    if view.others:
        yield Text()
        yield Text("Also changed on the way", style="bold")
        for compared in view.others:
            yield Text()
            yield Text(f"{compared.a.outlet} → {compared.b.outlet}")
            yield from indented("  ", comparison(compared, width - 2))
    if view.without:
        yield Text()
        yield from wrapped(f"Not found in: {', '.join(view.without)}", width, "dim")


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
        yield from indented(stem + below, rest)
        yield from indented(inner, _below(line, width - cell_len(inner)))


def _has_sibling(lines: Sequence[Line], i: int) -> bool:
    depth = lines[i].branch.depth
    for line in lines[i + 1 :]:
        if line.branch.depth <= depth:
            return line.branch.depth == depth and depth > 0
    return False


def _head(line: Line, width: int) -> list[Text]:
    lines = list(wrapped(" · ".join((line.label, *line.about)), width))
    lines[0].stylize("bold", 0, len(line.label))
    return lines


def _below(line: Line, width: int) -> Iterator[Text]:
    if line.sentence is not None and not any(not compared.note for compared in line.compared):
        quoted = line.sentence.text.startswith(tuple('“«"‘'))
        yield from wrapped(line.sentence.text if quoted else f"“{line.sentence.text}”", width)
    if line.according:
        yield from wrapped(line.according, width, "dim")
    if line.same:
        yield from wrapped(f"= {line.same}", width, "dim")
    for compared in line.compared:
        yield from comparison(compared, width)
