"""JSON Lines: a report, then its records layer by layer, then the next; a line a record, each told by its ``type``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from accordingto.export.layers import NAMING, Layer, rows_of
from accordingto.export.parts import Row
from accordingto.export.rows import failure_row, report_row
from accordingto.export.wording import Failed
from accordingto.pipeline.reading import Reading

_ESCAPED = re.compile("[\x7f\x85\u2028\u2029\ud800-\udfff]")


def lines(items: Iterable[Reading | Failed], *, everything: bool = False) -> Iterator[str]:
    """Each record as one line with its line end.

    Args:
        items: readings and failures, in order; taken one at a time.
        everything: mentions and entities too.
    """
    for item in items:
        for row in _rows(item, everything):
            yield dumps(row) + "\n"


def _rows(item: Reading | Failed, everything: bool) -> Iterator[Row]:
    if not isinstance(item, Reading):
        yield failure_row(item)
        return
    yield report_row(item)
    for layer in Layer:
        if everything or layer not in NAMING:
            yield from rows_of(item, layer)


def layer_lines(items: Iterable[Reading | Failed], layer: Layer) -> Iterator[str]:
    """The records of one layer alone, and failures in their place."""
    for item in items:
        for row in rows_of(item, layer) if isinstance(item, Reading) else [failure_row(item)]:
            yield dumps(row) + "\n"


def dumps(row: Row | str) -> str:
    """One row as JSON on one line.

    Letters stay as they are. Escaped are lone surrogates, so that the line can be written as UTF-8, and the further
    line ends of Unicode, so that no reader takes the line for two.
    """
    return _ESCAPED.sub(_escape, json.dumps(row, ensure_ascii=False, allow_nan=False))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
