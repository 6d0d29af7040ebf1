"""Scores for the task ``stories``: reports put together by what happened, against the story that the gold gives each.

B³ over all reports (see `accordingto.evaluate.grouping`); a report without a prediction is alone. Draws are of gold stories.
"""

from __future__ import annotations

from collections.abc import Mapping

from accordingto.evaluate.grouping import b_cubed, b_cubed_measure
from accordingto.evaluate.measures import Counts, Measure, share
from accordingto.evaluate.rows import Row, field_of
from accordingto.model import IntegrityError


def counts(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> list[Counts]:
    """Counts of each gold story.

    Args:
        gold: rows with ``story`` by the name of the report.
        predicted: the same, predicted.

    Raises:
        IntegrityError: where a story is no string or number.
    """
    wanted = {name: _story(row, "the gold") for name, row in gold.items()}
    own = {
        name: f"story {_story(predicted[name], 'the prediction')}" if name in predicted else f"alone {name}"
        for name in gold
    }
    first = {group: name for name, group in reversed(own.items())}
    found = []
    for story in dict.fromkeys(wanted.values()):
        items = [name for name in wanted if wanted[name] == story]
        one = b_cubed("reports", wanted, own, of=items)
        one.update({"stories": 1, "own stories": sum(first[own[name]] == name for name in items)})
        found.append(one)
    return found


def _story(row: Row, what: str) -> str:
    value = field_of(row, "story", f"{what}: `story` of a report")
    if not isinstance(value, str | int):
        raise IntegrityError(f"{what}: the story {value!r} is neither a string nor a number")
    return str(value)


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts: B³, and how many groups there are for a hundred gold stories."""
    return [
        b_cubed_measure("B3", counts, "reports"),
        share("groups for 100 stories", counts["own stories"], counts["stories"]),
    ]
