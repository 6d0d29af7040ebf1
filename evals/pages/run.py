"""Reading pages beside other libraries, in one run: ``python evals/pages/run.py GOLD/page-fields [--ours]``.

Prints body, title, date, authors, captions and pages a CPU-second over all pages, those in English, and the two halves of the
publishers: rules were written with the first in sight, the second was only scored. ``--ours`` leaves the others out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from accordingto.evaluate.pages import Tally, english, half, measure
from accordingto.evaluate.pagesystems import at_hand
from accordingto.evaluate.tables import number, table

FIGURES = ("body", "title", "date", "author_f1", "caption_f1", "caption_leak", "pages_per_second", "failed")
SETS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "all": lambda _: True,
    "English": english,
    "looked at": lambda row: half(row) == 0,
    "only scored": lambda row: half(row) == 1,
}


def main() -> None:
    """Measure and print."""
    folder, ours = Path(sys.argv[1]), "--ours" in sys.argv
    systems, missing = ({}, []) if ours else at_hand()
    lines = []
    for name, tallies in measure(folder, SETS, systems=systems).items():
        lines += [_line(name, system, tally) for system, tally in tallies.items()]
    print(table(("pages", "system", *FIGURES), lines))
    if missing:
        print(f"Not installed: {', '.join(missing)}; pip install {' '.join(missing)}")


def _line(name: str, system: str, tally: Tally) -> list[str]:
    figures = tally.figures()
    digits = {"pages_per_second": 1, "failed": 0}
    shown = [f"{figures[key]:.{digits.get(key, 3)}f}" if key in figures else number(None) for key in FIGURES]
    return [f"{name} ({len(tally.body)})", system, *shown]


if __name__ == "__main__":
    main()
