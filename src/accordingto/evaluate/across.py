"""Predictions that need several rows at once: the reports of a story, and all reports of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from accordingto.evaluate.rows import NAMES, STORY, Row, name_of
from accordingto.evaluate.travelrows import FIELDS, stories_of, travel_row
from accordingto.model import InputError

if TYPE_CHECKING:
    from accordingto.pipeline.reading import Reading

Read = Callable[[Row], "Reading"]
Failed = Callable[[str, Exception], None]


def travel(rows: Sequence[Row], read: Read, failed: Failed) -> Iterator[Row]:
    """A row for each story, in the order in which the first report of each stands.

    Reports that cannot be read are left out of their story, whose row then has an ``error`` beside what the others gave.
    """
    for story, reports in stories_of(rows).items():
        readings, errors = _read(reports, read, failed)
        try:
            found: Row = one_story(readings)
        except Exception as error:  # one story that cannot be compared never costs the others
            failed(story, error)
            found, errors = {name: [] for name in FIELDS}, [error, *errors]
        said = {"error": f"{type(errors[0]).__name__}: {errors[0]}"} if errors else {}
        yield {STORY: story, **found, **said}


def _read(reports: Sequence[Row], read: Read, failed: Failed) -> tuple[dict[str, Reading], list[Exception]]:
    """The readings of a story's reports by document, and what went wrong with the others."""
    readings: dict[str, Reading] = {}
    errors: list[Exception] = []
    for report in reports:
        try:
            readings[_doc(report)] = read(report)
        except Exception as error:
            failed(name_of(report) or "?", error)
            errors.append(error)
    return readings, errors


def one_story(readings: Mapping[str, Reading]) -> Row:
    """What comparing the reports of one story gives, by the names of their documents."""
    from accordingto.pipeline.travel import travel as compare

    return travel_row(compare(list(readings.values())), readings)


def _doc(report: Row) -> str:
    name: Any = report.get("doc")
    if not isinstance(name, str):
        raise InputError(
            f"a report of the story {report.get(STORY)} has no `doc`; the rows of a story are told apart by it"
        )
    return name


def stories(rows: Sequence[Row], _: Read, __: Failed) -> Iterator[Row]:
    """Each row's story, in the order of the file: that is the order in which the reports arrive. No model is needed."""
    from accordingto.pipeline.stories import grouped

    given = [(name_of(row) or "?", row["text"], row.get("date") or row.get("published")) for row in rows]
    for row, story in zip(rows, grouped(given), strict=True):
        yield {**{key: row[key] for key in NAMES if key in row}, STORY: story}


JOINT: dict[str, Callable[[Sequence[Row], Read, Failed], Iterator[Row]]] = {"travel": travel, "stories": stories}
"""Tasks that need several rows at once, by name."""


def expected(task: str, rows: Sequence[Row]) -> int:
    """How many rows are predicted."""
    return len(stories_of(rows)) if task == "travel" else len(rows)
