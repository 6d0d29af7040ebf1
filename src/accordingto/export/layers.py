"""The layers of a reading by name, each with its rows: what `Reading.to_dicts` and `Reading.to_arrow` take."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from accordingto.export.parts import Row
from accordingto.export.rows import statement_rows
from accordingto.export.rows_content import control_rows, estimate_rows, event_rows
from accordingto.export.rows_named import actor_rows, entity_rows, mention_rows, place_rows, time_rows
from accordingto.model import UsageError
from accordingto.pipeline.reading import Reading


class Layer(StrEnum):
    """A kind of records of a reading; the value is its name in the plural."""

    STATEMENTS = "statements"
    EVENTS = "events"
    ESTIMATES = "estimates"
    CONTROL = "control"
    PLACES = "places"
    TIMES = "times"
    ACTORS = "actors"
    MENTIONS = "mentions"
    ENTITIES = "entities"

    @property
    def record(self) -> str:
        """The ``type`` of its rows."""
        return _RECORDS.get(self, self.value.removesuffix("s"))


_RECORDS = {Layer.ENTITIES: "entity"}
NAMING = (Layer.MENTIONS, Layer.ENTITIES)
"""Layers that stand behind the others; written with ``--all``."""
ROWS: dict[Layer, Callable[[Reading], list[Row]]] = {
    Layer.STATEMENTS: statement_rows,
    Layer.EVENTS: event_rows,
    Layer.ESTIMATES: estimate_rows,
    Layer.CONTROL: control_rows,
    Layer.PLACES: place_rows,
    Layer.TIMES: time_rows,
    Layer.ACTORS: actor_rows,
    Layer.MENTIONS: mention_rows,
    Layer.ENTITIES: entity_rows,
}
"""What makes the rows of each layer, in the order in which they are written."""


def layer_of(name: str) -> Layer:
    """The layer of a name.

    Raises:
        UsageError: where there is none; the message names those that there are.
    """
    try:
        return Layer(name)
    except ValueError:
        raise UsageError(f"there is no layer {name}; there are {', '.join(Layer)}") from None


def rows_of(reading: Reading, layer: Layer | str) -> list[Row]:
    """The rows of one layer.

    Raises:
        UsageError: where there is no such layer.
    """
    return ROWS[layer_of(layer)](reading)
