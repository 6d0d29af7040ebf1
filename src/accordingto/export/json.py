"""JSON: one document with all readings and failures, written as it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accordingto.export.jsonl import dumps
from accordingto.export.rows import entity_rows, failure_row, mention_rows, report_row, statement_rows
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
            yield before + _reading(item, everything)
            before = ",\n"
        else:
            failures.append(dumps(failure_row(item)))
    yield '\n], "failures": [' + ", ".join(failures) + "]}\n"


def _reading(reading: Reading, everything: bool) -> str:
    return dumps(
        {
            "report": report_row(reading),
            "statements": statement_rows(reading),
            "mentions": mention_rows(reading) if everything else [],
            "entities": entity_rows(reading) if everything else [],
        }
    )
