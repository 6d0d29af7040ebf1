"""Quotations on a terminal: each wording beside the first, what differs underlined with carets; nothing depends on colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from accordingto.compare.accounts import Account
from accordingto.export.drawing import BETWEEN, NARROWEST_COLUMN, beside, carets, wrap, wrapped
from accordingto.export.quotes_view import Pair, Shown, shown
from accordingto.export.terminal import WIDTH, Colour, printed
from accordingto.model import QuoteGroup

_MARGIN = "  "


def render(
    groups: Sequence[QuoteGroup], accounts: Sequence[Account], *, width: int = WIDTH, colour: Colour | None = None
) -> str:
    """Groups as text that ends with a line end, a blank line between two.

    Args:
        groups: the groups.
        accounts: hold the reports that they were made from.
        width: columns to wrap at.
        colour: the terminal's colour system; ``None`` writes no escape codes at all.
    """
    columns = max(width, 40)
    return printed(page(shown(groups, accounts), columns), width=columns, colour=colour, wrap=False)


def page(groups: Iterator[Shown], width: int) -> Iterator[Text]:
    """Groups as lines, a blank one between two."""
    for number, group in enumerate(groups):
        if number:
            yield Text()
        yield from _group(group, width)


def _group(group: Shown, width: int) -> Iterator[Text]:
    yield from wrapped(f"“{group.first.text}”", width, "bold")
    yield from wrapped(group.summary, width)
    yield from _indented(wrapped(group.first.about, width - 2, "dim"))
    for wording in group.same:
        yield from _indented(wrapped(f"= {wording.about}", width - 2, "dim"))
    for pair in group.pairs:
        yield from _indented(_pair(pair, width - 2))


def _pair(pair: Pair, width: int) -> Iterator[Text]:
    yield from wrapped(f"≠ {pair.other.about}: {pair.changes}", width, "red")
    column = (width - len(BETWEEN)) // 2
    if column < NARROWEST_COLUMN:
        for wording in (pair.first, pair.other):
            yield Text(f"{wording.outlet}:", style="dim")
            yield from carets(wording.text, wording.marks, width)
        return
    sides = [
        [Text(_short(wording.outlet, column), style="dim"), *carets(wording.text, wording.marks, column)]
        for wording in (pair.first, pair.other)
    ]
    yield from beside(sides, column)


def _short(name: str, width: int) -> str:
    start, end = next(iter(wrap(name, width)), (0, 0))
    return name[start:end]


def _indented(lines: Iterator[Text]) -> Iterator[Text]:
    for line in lines:
        yield Text(_MARGIN).append_text(line)
