"""`Reading`: everything read from one report, with the conveniences that a notebook wants."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from accordingto.model import (
    Actor,
    Control,
    Entity,
    Estimate,
    Event,
    Mention,
    Place,
    Report,
    Run,
    Spans,
    Statement,
    Time,
    text_of,
)

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True)
class Reading:
    """One report and its records. The records are plain; this is a façade over them."""

    report: Report
    statements: tuple[Statement, ...]
    run: Run
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    where: str = ""
    """Where the report came from: a path, a URL, ``-`` for standard input."""
    notes: tuple[str, ...] = field(default=())
    events: tuple[Event, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    control: tuple[Control, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    actors: tuple[Actor, ...] = ()
    """Of the registry, those that the entities resolve to."""

    def words(self, parts: Spans) -> str:
        """The report's words at some spans, gaps marked."""
        return text_of(self.report.text, parts)

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.statements}

    def to_dicts(self) -> list[dict[str, Any]]:
        """One plain dictionary a statement, as in the documented JSON Schema."""
        from accordingto.export.rows import statement_rows

        return statement_rows(self)

    def to_arrow(self) -> pyarrow.Table:
        """The statements as an Arrow table. Needs the extra ``arrow``."""
        from accordingto.export.arrow import table

        return table([self])

    def _repr_html_(self) -> str:
        from accordingto.export.html import fragment

        return fragment(self)
