"""The predict contract: records as the rows that its tasks have. Spans are ``[start, end)`` code points of the row's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from accordingto.model import Link, Span, Spans, Statement, spans_of

if TYPE_CHECKING:
    from accordingto.pipeline.reading import Reading

Row = dict[str, Any]
_ISO = re.compile(r"\d{4}(-\d\d(-\d\dT?.*)?|-W\d\d)?\Z")


def statement_row(reading: Reading) -> Row:
    """A reading as the task ``statements`` has it: ``statements``, in the order in which their contents begin."""
    ordered = sorted(reading.statements, key=lambda statement: (_pairs(statement.content), statement.id))
    return {"statements": [_statement(statement) for statement in ordered]}


def _statement(statement: Statement) -> Row:
    return {
        "id": statement.id,
        "content": _pairs(statement.content),
        "form": statement.form.value,
        "act": statement.act.value,
        "factuality": statement.factuality.value,
        "chain": [_voice(link) for link in statement.voices],
        "said": _said(statement),
    }


def _voice(link: Link) -> Row:
    return {
        "name": link.source.name,
        "source": _pairs(spans_of(link.source.evidence)),
        "cue": _pairs(spans_of(link.cue)),
        "unnamed": link.source.unnamed,
    }


def _said(statement: Statement) -> str | None:
    """When the innermost voice below the outlet spoke, where that is a date."""
    said = statement.innermost.said if statement.voices else None
    return said.value if said and _ISO.match(said.value) else None


def _pairs(parts: Spans) -> list[list[int]]:
    """Spans as the contract writes them, in text order."""
    ordered: list[Span] = sorted(parts)
    return [[span.start, span.end] for span in ordered]
