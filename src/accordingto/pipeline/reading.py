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

    @classmethod
    def unread_of(cls, report: Report, where: str = "") -> Reading:
        """A report that nothing was read from: for what shows the text alone."""
        return cls(report, (), Run("", report.extraction, "", "", ""), where=where)

    @property
    def unread(self) -> bool:
        """Whether nobody has read it; no statements may also mean that there are none."""
        return not self.run.version

    def words(self, parts: Spans) -> str:
        """The report's words at some spans, gaps marked."""
        return text_of(self.report.text, parts)

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def places_by_id(self) -> dict[str, Place]:
        """Places by id."""
        return {place.id: place for place in self.places}

    @cached_property
    def entities_by_id(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def actors_by_id(self) -> dict[str, Actor]:
        """Actors of the registry by id."""
        return {actor.id: actor for actor in self.actors}

    def to_dicts(self, layer: str = "statements") -> list[dict[str, Any]]:
        """One plain dictionary a record of a layer, as in the documented JSON Schema.

        Args:
            layer: ``statements``, ``events``, ``estimates``, ``control``, ``places``, ``times``, ``actors``, ``mentions``
                or ``entities``.

        Raises:
            UsageError: where there is no such layer.
        """
        from accordingto.export.layers import rows_of

        return rows_of(self, layer)

    def to_arrow(self, layer: str = "statements") -> pyarrow.Table:
        """A layer as an Arrow table; the names are those of `to_dicts`. Needs the extra ``arrow``.

        Raises:
            UsageError: where there is no such layer, or pyarrow is missing.
        """
        from accordingto.export.arrow import table

        return table([self], layer)

    def _repr_html_(self) -> str:
        from accordingto.export.html import fragment

        return fragment(self)
