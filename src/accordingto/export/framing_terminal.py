"""Naming and framing on a terminal: what was meant, then for each outlet its words with counts and an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from accordingto.compare.framing import Framing, Kind, Use, Where, Words
from accordingto.export.drawing import wrap, wrapped
from accordingto.export.terminal import WIDTH, Colour, printed
from accordingto.export.wording import counted
from accordingto.pipeline.wording import one_line

HEADS = {
    Kind.NAME: "names it",
    Kind.INSTEAD: "puts in its place",
    Kind.VERB: "gives its words with",
    Kind.ACT: "calls the acts",
}
_COLUMN = 9
"""Columns of a count."""
_PLACES = (Where.HEADLINE, Where.BODY, Where.SOURCE)


def render(
    framing: Framing, words: Sequence[Words], *, width: int = WIDTH, colour: Colour | None = None, examples: bool = True
) -> str:
    """Text that ends with a line end.

    Args:
        framing: what was found.
        words: those of it that are to be shown.
        width: columns to wrap at.
        colour: the terminal's colour system; ``None`` writes no escape codes at all.
        examples: whether to show an example below each word.
    """
    columns = max(width, 48)
    return printed(_page(framing, words, columns, examples), width=columns, colour=colour, wrap=False)


def _page(framing: Framing, words: Sequence[Words], width: int, examples: bool) -> Iterator[Text]:
    yield from wrapped(_summary(framing), width, "bold")
    if framing.meant:
        taken = ", ".join(f"{one_line(name)} ({counted(count, 'report')})" for name, count in framing.meant)
        yield from wrapped(f"taken to mean: {taken}", width, "dim")
    for outlet, found in groupby(words, key=lambda one: one.outlet):
        yield Text()
        yield Text(one_line(outlet), style="bold")
        for kind, rows in groupby(found, key=lambda one: one.kind):
            yield from _table(HEADS[kind], list(rows), width, examples)


def _summary(framing: Framing) -> str:
    found = counted(len(framing.reports), "report")
    return f"{one_line(framing.wanted)}: in {found} of {framing.looked} looked through"


def _table(head: str, rows: Sequence[Words], width: int, examples: bool) -> Iterator[Text]:
    room = width - 2 - _COLUMN * len(_PLACES)
    yield Text(f"  {head}".ljust(room + 2) + "".join(place.value.rjust(_COLUMN) for place in _PLACES), style="dim")
    for row in rows:
        name = one_line(row.words)
        counts = "".join((str(n) if n else "·").rjust(_COLUMN) for n in (row.headline, row.body, row.source))
        parts = [name[start:end] for start, end in wrap(name, room - 2)] or [name]
        for part in parts[:-1]:
            yield Text(f"    {part}")
        yield Text("    " + parts[-1] + " " * max(1, room - 2 - cell_len(parts[-1])) + counts)
        if examples:
            yield from _example(row.examples[0], width)


def _example(use: Use, width: int) -> Iterator[Text]:
    """Where the words stand, and what stands around them; the words themselves between arrows."""
    words, at = "", use.context.start
    for span in use.spans:
        words += use.text[at - use.context.start : span.start - use.context.start]
        words += f"→{use.text[span.start - use.context.start : span.end - use.context.start]}←"
        at = span.end
    words += use.text[at - use.context.start :]
    whom = f" ({one_line(use.voice)})" if use.voice else ""
    where = ", ".join(f"{span.start}–{span.end}" for span in use.spans)
    shown = f"“{one_line(words)}”{whom} {use.report} {where}"
    if use.other is not None:
        spans = ", ".join(f"{span.start}–{span.end}" for span in use.other.spans)
        shown += f"; there “{one_line(use.other_words or '')}” in {use.other.report} {spans}"
    for line in wrapped(shown, width - 6, "dim"):
        yield Text("      ").append_text(line)
