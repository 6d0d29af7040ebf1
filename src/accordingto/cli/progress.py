"""How far a batch is, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from accordingto.cli.exits import say

Say = Callable[[str], None]


@contextmanager
def progress(total: int, *, shown: bool, doing: str = "reading") -> Iterator[tuple[Callable[[], None], Say]]:
    """A bar on standard error; gives a function that moves it on by one, and one that says a line above it.

    Args:
        total: how many reports there are.
        shown: whether to draw it; lines are said either way.
        doing: what is written before it.
    """
    if not shown or not sys.stderr.isatty():
        yield (lambda: None), say
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(doing, total=total)
        yield (lambda: bar.advance(task)), say
