"""Scores as plain text: columns that line up, no colour needed."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.evaluate.measures import LEAST, Measure
from accordingto.evaluate.score import Score

CONFUSIONS = 15
"""Confusions of classes that are listed; the JSON has all."""
CLASSES = {
    "statements": ("Acts", "act"),
    "events": ("Types", "type"),
    "estimates": ("Kinds of bounds", "bounds"),
    "control": ("Statuses", "status"),
    "lines": ("Roles", "role"),
    "travel": ("Relations", "relation"),
    "accounts": ("Labels", "label"),
}
"""What the classes of a task are called."""


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under a head, the first column to the left, the others to the right; no space at the ends of lines."""
    widths = [max(len(row[i]) for row in (head, *rows)) for i in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        first, rest = cells[0].ljust(widths[0]), [c.rjust(w) for c, w in zip(cells[1:], widths[1:], strict=True)]
        return "  ".join([first, *rest]).rstrip()

    return "\n".join(line(cells) for cells in (head, *rows))


def number(value: float | None) -> str:
    """One decimal, or a dash for what does not apply."""
    return "–" if value is None else f"{value:.1f}"


def measure_cells(measure: Measure) -> list[str]:
    """Name, value, interval, precision, recall and support. A share of nothing is a dash."""
    interval = "–" if measure.interval is None else f"[{measure.interval[0]:.1f}, {measure.interval[1]:.1f}]"
    value = number(measure.value if measure.support else None)
    return [measure.name, value, interval, number(measure.precision), number(measure.recall), str(measure.support)]


HEAD = ("figure (per cent)", "value", "95 %", "P", "R", "gold")


def render(score: Score) -> str:
    """A score for people."""
    parts = [f"{score.task}, {score.documents} documents", table(HEAD, [measure_cells(m) for m in score.measures])]
    if score.acts:
        rows = [[a.name, number(a.value), number(a.precision), number(a.recall), str(a.support)] for a in score.acts]
        names, name = CLASSES.get(score.task, ("Classes", "class"))
        macro = f"; those with at least {LEAST} enter the macro figure" if score.task == "statements" else ""
        parts += [f"{names} of what was found{macro}", table((name, "F1", "P", "R", "gold"), rows)]
    if score.confusion:
        shown = [[gold, given, str(n)] for gold, given, n in score.confusion[:CONFUSIONS]]
        parts += [
            f"{CLASSES.get(score.task, ('Classes',))[0]} taken for others",
            table(("gold", "predicted", "times"), shown),
        ]
    return "\n\n".join(parts) + "\n"
