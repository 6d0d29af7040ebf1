"""Pairs of statements out of a store, as text for a terminal, JSON Lines and CSV: both sentences, both chains, the slot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.text import Text

from accordingto.export.csv import header, line, spans_text
from accordingto.export.drawing import comparison, wrapped
from accordingto.export.jsonl import dumps
from accordingto.export.terminal import WIDTH, Colour, printed
from accordingto.export.trace_view import Compared, Marked, changed_words, heading, with_words
from accordingto.export.wording import counted
from accordingto.model import Difference, Passage, RelationKind, Slot, Span, Spans
from accordingto.pipeline.wording import UNKNOWN_OUTLET, harmless, one_line
from accordingto.store.opposed import Contradiction, Side

COLUMNS = {
    "kind": "How the two stand to each other.",
    "slot": "In what they differ; a row for each.",
    "a_value": "What the earlier one has there.",
    "b_value": "What the later one has there.",
    **{
        f"{side}_{name}": f"Of the {which}: {what}."
        for side, which in (("a", "earlier"), ("b", "later"))
        for name, what in (
            ("outlet", "the outlet"),
            ("published", "when it was published"),
            ("chain", "the voices below the outlet, outermost first"),
            ("sentence", "the sentence"),
            ("content", "the words of the statement"),
            ("spans", "where these stand in the report's text, `12-40;55-60`"),
            ("slot_spans", "where what differs stands"),
            ("statement", "id of the statement"),
            ("report", "id of the report"),
            ("title", "its headline"),
            ("url", "its address"),
        )
    },
    "matter": "Id of the matter that both tell of.",
    "story": "Id of the story.",
    "score": "How sure the program is that both are about one thing.",
    "by": "The rule.",
}
"""Columns of the CSV, in order."""


def text(found: Sequence[Contradiction], *, width: int = WIDTH, colour: Colour | None = None) -> str:
    """Pairs side by side; what differs has carets under it."""
    columns = max(width, 40)
    return printed(_page(found, columns), width=columns, colour=colour, wrap=False) if found else ""


def _page(found: Sequence[Contradiction], width: int) -> Iterator[Text]:
    story = None
    for one in found:
        if one.story != story:
            yield from wrapped(one_line(one.story_title or "(no title)"), width, "bold")
            yield Text(one.story, style="dim")
            story = one.story
        for side in (one.a, one.b):
            yield from wrapped(_where(side), width, "dim")
        yield from comparison(compared(one), width, whole=True)
        yield Text()


def _where(side: Side) -> str:
    day = (side.published or "no date")[:10]
    return f"{day}  {_outlet(side)}: {one_line(side.title or '(no title)')}"


def _outlet(side: Side) -> str:
    return one_line(side.outlet or UNKNOWN_OUTLET)


def compared(found: Contradiction) -> Compared:
    """A pair as it is shown."""
    note = "its headline against its own text" if found.a.report == found.b.report else ""
    # a whole quotation is left to the word comparison
    differing = [one for one in found.differences if one.slot is not Slot.QUOTE]
    a, b = _marked(found.a, [one.a for one in differing]), _marked(found.b, [one.b for one in differing])
    if found.differences and not differing:
        in_a, in_b = changed_words(a.text, b.text)
        a = with_words(a, found.a.content, in_a, True)
        b = with_words(b, found.b.content, in_b, True)
    headings = tuple(heading(one, a, b) for one in found.differences) or (found.kind.value,)
    return Compared(found.kind, headings, a, b, note)


def _marked(side: Side, differing: Sequence[Passage]) -> Marked:
    end = side.start + len(side.sentence)
    words = harmless(side.sentence).replace("\n", " ").replace("\r", " ").replace("\t", " ")
    spans = sorted({span for passage in differing for span in passage.spans})
    slots = tuple(
        Span(span.start - side.start, span.end - side.start)
        for span in spans
        if side.start <= span.start < span.end <= end
    )
    chain = "" if one_line(side.chain) == _outlet(side) else one_line(side.chain)
    return Marked(
        _outlet(side), side.report, Span(side.start, end), words, slots, (), headline=side.headline, according=chain
    )


def json_lines(found: Iterable[Contradiction]) -> Iterator[str]:
    """A line of JSON a pair."""
    for one in found:
        yield dumps(pair_row(one)) + "\n"


def pair_row(found: Contradiction) -> dict[str, Any]:
    """A pair as a plain dictionary."""
    return {
        "type": "pair",
        "kind": found.kind.value,
        "story": found.story,
        "matter": found.matter,
        "a": _side_row(found.a),
        "b": _side_row(found.b),
        "differences": [
            {
                "slot": one.slot.value,
                "a": {"value": one.a_value, "spans": _pairs(one.a.spans)},
                "b": {"value": one.b_value, "spans": _pairs(one.b.spans)},
            }
            for one in found.differences
        ],
        "score": round(found.score, 4),
        "by": found.by,
    }


def shown_row(found: Contradiction) -> dict[str, Any]:
    """A pair as a page shows it: what differs in a line each, and both sentences with the places in them that are marked."""
    made = compared(found)
    return {
        "kind": found.kind.value,
        "slots": list(dict.fromkeys(one.slot.value for one in found.differences)),
        "headings": list(made.headings) if found.differences else [],
        "note": made.note,
        "story": found.story,
        "story_title": found.story_title,
        "matter": found.matter,
        "a": _shown_side(found.a, made.a),
        "b": _shown_side(found.b, made.b),
        "score": round(found.score, 4),
        "by": found.by,
        "key": found.key,
    }


def _shown_side(side: Side, marked: Marked) -> dict[str, Any]:
    return {
        "statement": side.statement,
        "report": side.report,
        "number": None,  # in its story, for whom that is known to
        "outlet": marked.outlet,
        "published": side.published,
        "title": side.title,
        "language": side.language,
        "according": marked.according,
        "headline": side.headline,
        "text": marked.text,
        "start": side.start,
        "marks": _pairs(merged(marked.slots)),
    }


def merged(parts: Spans) -> Spans:
    """Spans in order, those that overlap or touch as one."""
    made: list[Span] = []
    for part in sorted(parts):
        if made and part.start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, part.end))
        else:
            made.append(part)
    return tuple(made)


def _side_row(side: Side) -> dict[str, Any]:
    return {
        "statement": side.statement,
        "report": side.report,
        "outlet": side.outlet,
        "published": side.published,
        "title": side.title,
        "url": side.url,
        "chain_text": side.chain,
        "text": side.words,
        "spans": _pairs(side.content),
        "sentence": {"text": side.sentence, "spans": [[side.start, side.start + len(side.sentence)]]},
    }


def _pairs(parts: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in parts]


def csv_lines(found: Iterable[Contradiction]) -> Iterator[str]:
    """A header, and a line for each slot in which a pair differs."""
    yield header(COLUMNS)
    for one in found:
        for difference in one.differences or (None,):
            row = _csv_row(one, difference)
            yield line(row[name] for name in COLUMNS)


def _csv_row(found: Contradiction, one: Difference | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kind": found.kind.value,
        "slot": one.slot.value if one else None,
        "matter": found.matter,
        "story": found.story,
        "score": round(found.score, 4),
        "by": found.by,
    }
    for name, side in (("a", found.a), ("b", found.b)):
        passage = getattr(one, name) if one else None
        row |= {
            f"{name}_value": getattr(one, f"{name}_value") if one else None,
            f"{name}_slot_spans": spans_text(passage.spans) if passage else None,
            f"{name}_content": side.words,
            f"{name}_spans": spans_text(side.content),
            **{
                f"{name}_{key}": getattr(side, key)
                for key in ("outlet", "published", "chain", "sentence", "statement", "report", "title", "url")
            },
        }
    return row


def summary(shown: int, total: int, kinds: Sequence[RelationKind]) -> str:
    """How many there are, for standard error."""
    told = counted(total, "contradiction" if tuple(kinds) == (RelationKind.CONTRADICTS,) else "pair")
    return told + (f", {shown} shown (--limit, --offset)" if shown < total else "")
