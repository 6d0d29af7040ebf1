"""A statement as it counts: as the program reads it with what people decided, or one that only people say is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from accordingto.export.rows import statement_row
from accordingto.model import NotKept, Statement
from accordingto.model.review import Action, Review
from accordingto.pipeline.reading import Reading
from accordingto.review.apply import Applied, Judged, applied
from accordingto.store.judging import any_stands, bringing
from accordingto.store.reviews import of_text
from accordingto.store.saying import Home, homes, homes_of_text
from accordingto.store.store import Store
from accordingto.web.page import Moved, Row
from accordingto.web.pages.judged import decided_row


@dataclass(frozen=True, slots=True)
class Counting:
    """A statement as it counts, and where it stands."""

    home: Home
    elsewhere: tuple[str, ...]
    """Ids of other reports of the same text."""
    reading: Reading
    """The report as people have it; as the program reads it where nobody decided on the statement, or it was rejected."""
    statement: Statement
    decided: Row | None = None
    """The decision that counts."""
    read: Row | None = None
    """The statement as the program reads it, where that is something else."""
    unread: bool = False
    """Whether the program reads nothing there, so that only people say it."""


def counting(store: Store, ident: str, report: str | None, viewer: str) -> Counting:
    """A statement as it counts.

    Args:
        store: the store.
        ident: id of the statement, as the program reads it or as people have it.
        report: id of the report in which it is looked at, where several have the text.
        viewer: who looks; whoever codes a text blind sees only their own decisions on it.

    Raises:
        NotKept: where there is no such statement, or none any more; says who took it back.
        Moved: where the program reads the statement under another id, or people have another there by now.
    """
    with store.looking() as connection:
        held = homes(connection, ident)
        brought = [] if held else bringing(connection, ident, viewer=viewer)
        found = held or (homes_of_text(connection, brought[-1].text_sha256) if brought else [])
    home = _chosen(found, ident, report)
    reading = store.reading(home.report)
    elsewhere = tuple(one.report for one in found if one.report != home.report)
    with store.looking() as connection:
        if held:
            return _read(connection, Counting(home, elsewhere, reading, reading.by_id[ident]), viewer)
        people = applied(reading, of_text(connection, reading.report.text_sha256, viewer=viewer))
    one = _there(people, reading, brought, ident)
    decided = decided_row(one.decided, disputed=one.disputed) if one.decided else None
    return Counting(home, elsewhere, people.reading, people.reading.by_id[ident], decided, unread=True)


def _chosen(held: Sequence[Home], ident: str, report: str | None) -> Home:
    if not held:
        raise NotKept(f"there is no statement {ident} in this store; the search and the pages of reports show ids")
    found = next((one for one in held if report in (None, one.report)), None)
    if found is None:
        raise NotKept(f"report: {report} has no statement {ident}; {held[0].report} has it")
    return found


def _read(connection: Connection, read: Counting, viewer: str) -> Counting:
    """What the program reads, with what people decided on it."""
    if not any_stands(connection):
        return read
    reading, statement = read.reading, read.statement
    people = applied(reading, of_text(connection, reading.report.text_sha256, viewer=viewer))
    one = next((one for one in _statements(people) if one.selector == statement.content), None)
    if one is None or one.decided is None:
        return read
    decided = decided_row(one.decided, disputed=one.disputed)
    if one.rejected:
        return Counting(read.home, read.elsewhere, reading, statement, decided)
    counts = people.reading.by_id.get(one.record.id, statement)
    row = statement_row(reading, statement)
    changed = statement_row(people.reading, counts) != row
    return Counting(read.home, read.elsewhere, people.reading, counts, decided, row if changed else None)


def _statements(people: Applied) -> list[Judged]:
    return [one for one in people.judged if one.layer == "statements"]


def _there(people: Applied, reading: Reading, brought: Sequence[Review], ident: str) -> Judged:
    """The statement that people have under an id that the program does not read.

    Raises:
        NotKept: where there is none any more.
        Moved: where what the decisions were on has another id.
    """
    places = {one.spans for one in brought}
    found = [one for one in _statements(people) if one.selector in places and not one.rejected]
    read = {one.content: one.id for one in reading.statements}
    known = {one.id: one for one in people.reading.statements}
    alone = next((one for one in found if one.record.id == ident in known and one.selector not in read), None)
    if alone is not None:
        return alone
    for one in found:
        raise Moved("statement", statement=read.get(one.selector, one.record.id))
    raise NotKept(_gone(people, brought, ident))


def _gone(people: Applied, brought: Sequence[Review], ident: str) -> str:
    """What became of a statement that people had."""
    last = brought[-1]
    how = {Action.ADD: "added it", Action.CORRECT: "corrected another to it"}.get(Action(last.action), "accepted it")
    judged = next((one for one in _statements(people) if one.selector == last.spans), None)
    rejected = judged.decided if judged and judged.rejected else None
    end = f"{rejected.by} rejected it on {rejected.at[:10]}" if rejected else "that was taken back"
    return f"the statement {ident} is not there any more: {last.by} {how} on {last.at[:10]}, and {end}"
