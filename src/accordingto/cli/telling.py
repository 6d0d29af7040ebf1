"""What the commands that show how reports travelled share: which reports are meant, and what was found between them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from accordingto.cli.exits import Exit, say
from accordingto.cli.inputs import STDIN, reports
from accordingto.cli.stores import at
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.compare.travel import Travel
    from accordingto.model.travel import Story
    from accordingto.pipeline.reading import Reading
    from accordingto.store.store import Store


@dataclass(frozen=True)
class Loaded:
    """Some reports, and what was found between them."""

    travel: Travel
    readings: tuple[Reading, ...]
    story: Story | None = None
    changed: bool = False
    """Whether the story is to be compared anew in its store."""
    notes: tuple[str, ...] = ()
    exit: Exit = Exit.READ


def are_files(given: Sequence[str]) -> bool:
    """Whether arguments name files, and not what a store holds.

    Raises:
        UsageError: where some do and others do not.
    """
    files = [one == STDIN or os.path.exists(one) for one in given]
    if all(files):
        return True
    if any(files):
        odd = given[files.index(False)]
        raise UsageError(f"{odd} is no file, and others are; give either files or ids of one store")
    return False


def files(given: Sequence[str], *, output: Path | None, jobs: int) -> Loaded:
    """Read reports out of files, and compare them; those that cannot be read are told of and left out."""
    from accordingto.cli.read import Batch

    batch = Batch(jobs=jobs)
    found = tuple(batch.read(reports(given, leave_out=output)))
    if not found:
        say("no report could be read, so there is nothing to compare")
        raise typer.Exit(batch.exit or Exit.FAILED)
    return related(found, exit=batch.exit)


def related(readings: Sequence[Reading], *, exit: Exit = Exit.READ) -> Loaded:
    """Compare readings."""
    from accordingto.pipeline.relating import relate

    found = relate(tuple(readings))
    left = f"{len(found.left)} of the reports were not compared: there are very many texts" if found.left else ""
    return Loaded(found.travel, tuple(readings), notes=(left,) if left else (), exit=exit)


def story_of(db: str, named: str) -> Loaded:
    """A story of a store, by its id, or by the id or address of a report in it.

    What was kept is shown; where the story has changed since, its reports are compared here and now, and nothing is kept. People's
    decisions on its matters and quotations hold in both.
    """
    with at(db, read_only=True) as store:
        (ident,) = store.stories_named([named])
        return loaded(store, ident)


def loaded(store: Store, ident: str) -> Loaded:
    """A story of an opened store."""
    story, readings, travel = store.story(ident), tuple(store.story_readings(ident)), store.travel(ident)
    changed = store.story_changed(ident)
    notes = []
    if len(readings) < len(story.reports):
        notes.append(f"{len(story.reports) - len(readings)} of its reports are not read yet: accordingto process")
    if not readings:
        raise UsageError(f"no report of {ident} has been read; accordingto process reads them")
    if travel is None or changed or not set(travel.reports) <= {reading.report.id for reading in readings}:
        notes.append("compared just now, and not kept: accordingto relate does that")
        found = related(readings)
        return Loaded(store.provisional(ident, found.travel, readings), readings, story, True, (*notes, *found.notes))
    left = len(readings) - len(travel.reports)
    if left:
        notes.append(f"{left} of its reports were not compared: there are very many texts")
    return Loaded(travel, readings, story, False, tuple(notes))


def from_store(db: str, given: Sequence[str]) -> Loaded:
    """Compare some reports of a store, by their ids or addresses."""
    with at(db, read_only=True) as store:
        readings = [store.reading(store.report_named(one)) for one in given]
    return related(readings)
