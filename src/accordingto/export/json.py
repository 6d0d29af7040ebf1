"""JSON: one document with all readings and failures, written as it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accordingto.export.jsonl import dumps
from accordingto.export.layers import NAMING, Layer, rows_of
from accordingto.export.parts import Row
from accordingto.export.rows import failure_row, report_row
from accordingto.export.wording import Failed
from accordingto.pipeline.reading import Reading


def chunks(items: Iterable[Reading | Failed], *, everything: bool = False) -> Iterator[str]:
    """The document in pieces; joined they are one JSON object.

    Args:
        items: readings and failures, in order; taken one at a time.
        everything: mentions and entities too.
    """
    failures, before = [], "\n"
    yield '{"type": "readings", "readings": ['
    for item in items:
        if isinstance(item, Reading):
            yield before + dumps(reading_row(item, everything=everything))
            before = ",\n"
        else:
            failures.append(dumps(failure_row(item)))
    yield '\n], "failures": [' + ", ".join(failures) + "]}\n"


def layer_chunks(items: Iterable[Reading | Failed], layer: Layer) -> Iterator[str]:
    """A document of the records of one layer, in pieces."""
    failures, before = [], "\n"
    yield f'{{"type": "listing", "layer": "{layer}", "records": ['
    for item in items:
        if not isinstance(item, Reading):
            failures.append(dumps(failure_row(item)))
            continue
        for row in rows_of(item, layer):
            yield before + dumps(row)
            before = ",\n"
    yield '\n], "failures": [' + ", ".join(failures) + "]}\n"


def reading_row(reading: Reading, *, everything: bool = False) -> Row:
    """One reading as an object: the report, and its records layer by layer; mentions and entities with ``everything``."""
    layers = {layer.value: rows_of(reading, layer) if everything or layer not in NAMING else [] for layer in Layer}
    return {"report": report_row(reading), **layers}
