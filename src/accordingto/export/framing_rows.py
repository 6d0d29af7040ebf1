"""Naming and framing as plain rows: one a word and outlet, with counts by place and examples with their spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from accordingto.compare.framing import Framing, Use, Words
from accordingto.export.csv import header, line, spans_text
from accordingto.export.jsonl import dumps

Row = dict[str, Any]
COLUMNS: dict[str, str] = {
    "outlet": "The outlet.",
    "kind": "`name`, `instead` (where another report has the name in the same sentence), `verb` (that gives its own words) or `act`.",
    "words": "The words, as most often written, without an article before them.",
    "means": "Of a name what is meant; of a verb the act of the voice; of an act the type of the event.",
    "times": "How often the outlet uses them in all.",
    "headline": "How often in a headline or standfirst.",
    "body": "How often in the body in the outlet's own voice.",
    "source": "How often in what a voice below the outlet says.",
    "report": "Id of the report of the first example.",
    "spans": "Where the words stand in its text: `12-40;55-60`, code points, half-open.",
    "voice": "Who uses them there, where that is not the outlet.",
    "text": "The words around them.",
}
"""Name of each column of the CSV, in order, and what it holds."""


def render(framing: Framing, words: Sequence[Words]) -> str:
    """One JSON object as a line; ``words`` are those of the framing that are to be shown."""
    return dumps(framing_row(framing, words)) + "\n"


def framing_row(framing: Framing, words: Sequence[Words]) -> Row:
    """The object as a plain dictionary; offsets are code points of each report's archived text."""
    return {
        "type": "framing",
        "wanted": framing.wanted,
        "meant": [{"name": name, "reports": count} for name, count in framing.meant],
        "looked": framing.looked,
        "reports": list(framing.reports),
        "words": [_words(one) for one in words],
    }


def _words(one: Words) -> Row:
    return {
        "outlet": one.outlet,
        "kind": one.kind.value,
        "words": one.words,
        "means": one.means,
        "times": one.times,
        "headline": one.headline,
        "body": one.body,
        "source": one.source,
        "examples": [_use(use) for use in one.examples],
    }


def _use(use: Use) -> Row:
    return {
        "report": use.report,
        "where": use.where.value,
        "words": use.words,
        "spans": [[span.start, span.end] for span in use.spans],
        "voice": use.voice,
        "quoted": use.quoted,
        "context": [use.context.start, use.context.end],
        "text": use.text,
        "other": _other(use),
    }


def _other(use: Use) -> Row | None:
    """The name that stands there in another report."""
    if use.other is None:
        return None
    spans = [[span.start, span.end] for span in use.other.spans]
    return {"report": use.other.report, "spans": spans, "words": use.other_words}


def lines(words: Sequence[Words]) -> Iterator[str]:
    """The lines of the CSV."""
    yield header(COLUMNS)
    for one in words:
        first = one.examples[0]
        row = {**_words(one), **_use(first), "words": one.words}
        row["spans"] = spans_text(first.spans)
        yield line(row[name] for name in COLUMNS)
