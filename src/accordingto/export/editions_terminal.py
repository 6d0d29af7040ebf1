"""Two editions of an article on a terminal: old and new side by side. Nothing depends on colour: what differs is underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from accordingto.compare.editions import Change, FieldChange, Revision, SentenceChange, StatementChange
from accordingto.export.drawing import BETWEEN, beside, carets, wrapped
from accordingto.export.editions import Edition, statement_of
from accordingto.export.terminal import WIDTH, Colour, printed
from accordingto.export.wording import ACTS, COMMITMENTS, counted, in_quotes, moment_text
from accordingto.model import Span, text_of
from accordingto.pipeline.wording import chain_text, harmless, one_line

NARROWEST_COLUMN = 26
"""Columns that each of two sentences needs to stand side by side; with less they stand one below the other."""
_SIGNS = {Change.ADDED: "+", Change.REMOVED: "−", Change.CHANGED: "~", Change.MOVED: "↕"}
_WHAT_BECAME = {
    Change.ADDED: "a statement more",
    Change.REMOVED: "no longer there",
    Change.CHANGED: "",
    Change.MOVED: "moved",
}


def render(
    address: str, old: Edition, new: Edition, revision: Revision, *, width: int = WIDTH, colour: Colour | None = None
) -> str:
    """What changed from one edition to the next, as text that ends with a line end.

    Args:
        address: the address that both share.
        old: the earlier edition.
        new: the later one.
        revision: what changed between them.
        width: columns to wrap at.
        colour: the terminal's colour system; ``None`` writes no escape codes at all.
    """
    columns = max(width, 40)
    lines = _page(address, old, new, revision, columns)
    return printed(lines, width=columns, colour=colour, wrap=False)


def _page(address: str, old: Edition, new: Edition, revision: Revision, width: int) -> Iterator[Text]:
    title = new.account.report.title
    yield from wrapped(one_line(title.value) if title else "(no title)", width, "bold")
    yield from wrapped(one_line(address), width, "dim")
    for edition in (old, new):
        yield from wrapped(_about(edition), width)
    for change in revision.fields:
        yield from wrapped(_field(change), width)
    text = {"old": harmless(old.account.report.text), "new": harmless(new.account.report.text)}
    for one in revision.sentences:
        yield Text()
        yield from _sentence(one, text["old"], text["new"], width)
    if not revision.sentences:
        yield from wrapped("no sentence differs", width, "dim")
    yield Text()
    yield from _statements(old, new, revision.statements, width)


def _about(edition: Edition) -> str:
    report = edition.account.report
    parts = [f"edition {edition.number}", report.id]
    if report.updated or report.published:
        field = report.updated or report.published
        assert field
        parts.append(("updated " if report.updated else "published ") + moment_text(field.value))
    if edition.seen:
        parts.append(f"seen {one_line(edition.seen)}")
    return " · ".join(parts)


def _field(change: FieldChange) -> str:
    return f"{change.name}: {one_line(change.old or '(none)')} → {one_line(change.new or '(none)')}"


def _sentence(one: SentenceChange, old: str, new: str, width: int) -> Iterator[Text]:
    style = {"+": "green", "−": "red"}.get(_SIGNS[one.change], "bold")
    label = f"{_SIGNS[one.change]} {one.kind.value} {one.change.value}"
    yield Text(label, style=style)
    sides = [
        (span.of(text), [Span(part.start - span.start, part.end - span.start) for part in parts])
        for span, text, parts in (
            (one.old, old, [words.old for words in one.words if words.old]),
            (one.new, new, [words.new for words in one.words if words.new]),
        )
        if span is not None
    ]
    if one.change is Change.MOVED:
        sides = sides[1:]
    column = (width - 2 - len(BETWEEN)) // 2
    if len(sides) == 2 and column >= NARROWEST_COLUMN:
        yield from _side_by_side(sides, column)
        return
    for words, marks in sides:
        for line in _marked(words, marks, width - 2):
            yield Text("  ").append_text(line)


def _side_by_side(sides: Sequence[tuple[str, list[Span]]], column: int) -> Iterator[Text]:
    for line in beside([_marked(words, marks, column) for words, marks in sides], column):
        yield Text("  ").append_text(line)


def _marked(words: str, marks: Sequence[Span], width: int) -> Iterator[Text]:
    """The words, wrapped, with a line of carets under each line in which something differs."""
    return carets(words.replace("\n", " ").replace("\t", " "), marks, width)


def _statements(old: Edition, new: Edition, changes: Sequence[StatementChange], width: int) -> Iterator[Text]:
    if not (old.read and new.read):
        yield from wrapped(
            "statements are not compared: not both editions were read (accordingto process)", width, "dim"
        )
        return
    if not changes:
        yield from wrapped("no statement differs", width, "dim")
        return
    edited = [one for one in changes if one.edited]
    if edited:
        yield Text(counted(len(edited), "statement differs", "statements differ"), style="bold")
    for one in edited:
        yield from _statement(one, old, new, width)
    if len(edited) < len(changes):
        read = counted(len(changes) - len(edited), "statement is", "statements are")
        yield from wrapped(f"{read} read otherwise, though the words are the same", width, "dim")


def _statement(one: StatementChange, old: Edition, new: Edition, width: int) -> Iterator[Text]:
    label = ", ".join(one.slots) if one.slots else _WHAT_BECAME[one.change]
    yield from wrapped(f"{_SIGNS[one.change]} {label}", width, "dim")
    for edition, id_ in ((old, one.old), (new, one.new)):
        if id_ is not None:
            name = f"edition {edition.number}: " if one.change is Change.CHANGED else ""
            yield from (Text("  ").append_text(line) for line in wrapped(name + _said(edition, id_), width - 2))


def _said(edition: Edition, id_: str) -> str:
    statement = statement_of(edition.account, id_)
    words = in_quotes(one_line(text_of(edition.account.report.text, statement.content)))
    return f"{chain_text(statement)} {ACTS[statement.act]} ({COMMITMENTS[statement.factuality]}): {words}"
