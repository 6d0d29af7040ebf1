"""What a `Store` does with people's decisions.

Its shape, for the pages and the command line::

    shown = accordingto.review.applied(store.reading(report), store.decisions_of(report, viewer="Nura"))
    decision = accordingto.review.correct(shown, "statements", record_id, {"act": "deny"}, by="Nura", saw=tag)
    made = store.decide(decision)  # Decided(key, conflicts): kept in any case; conflicts are of others, unseen and different
    store.undo(made.key, by="Nura")  # what stood before stands again
    store.coded(report, by="Nura", rest=Action.ACCEPT)  # everything of the report is decided
    store.decisions_of(report, viewer="Nura")  # [Review]: the history, the oldest first; `standing` tells what counts
    store.queue(Queue(by="Nura", order=Order.SCORE, lease=300))  # Page(items, next)
    store.decide_group(GroupDecision("merge", GroupKind.MATTERS, ids, by="Nura"))
    store.group_decisions(GroupKind.MATTERS)
    store.assign(Assigning("batch 1", reports, coders), by="Sami")
    store.assignments(coder="Nura", state=State.OPEN)

``saw`` is the key of the latest decision on the selector that whoever decides had before them: that which their own got, `Item.tag`, or
`tag` of `accordingto.review.Judged`. ``viewer`` is who looks: whoever codes blind sees only their own. What decisions make of a reading is
`accordingto.review.applied`; what a decision may say is made and checked by the functions of `accordingto.review`, from plain values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from sqlalchemy import Connection, select

from accordingto.model import UsageError
from accordingto.model.people import Role
from accordingto.model.review import (
    LAYERS,
    Action,
    Assignment,
    Decided,
    Decision,
    GroupDecision,
    GroupKind,
    GroupReview,
    Review,
    State,
)
from accordingto.store import applying, assigning, carrying, coding, groupings, queueing, reviews
from accordingto.store.assigning import Assigning
from accordingto.store.carrying import Carried
from accordingto.store.queueing import Page, Queue
from accordingto.store.schema.records import reports
from accordingto.store.schema.reviewing import reviews as kept

T = TypeVar("T")
_LOOKED = 50
"""Decisions that are looked back through for one that stands."""


class Opened(Protocol):
    """An opened store."""

    def looking(self) -> AbstractContextManager[Connection]:
        """A transaction that reads one state of the database."""

    def transact(self, work: Callable[[Connection], T]) -> T:
        """Carry out work in one transaction that writes."""


class Reviewing:
    """The part of `accordingto.store.store.Store` that knows people's decisions."""

    def decide(self: Opened, decision: Decision) -> Decided:
        """Keep a decision; it is kept whatever others decided meanwhile, and what contradicts it is told.

        Raises:
            UsageError: where it is not whole, or there is no such text or record.
            EvidenceError: where a span lies outside the text.
        """
        return self.transact(lambda connection: reviews.decide(connection, decision))

    def undo(self: Opened, key: int, *, by: str, role: Role | None = None, note: str | None = None) -> Decided:
        """Take a decision of one's own back; what stood before it stands again, and both stay in the history.

        Raises:
            UsageError: where there is no such decision of this person, or it does not stand.
        """
        return self.transact(lambda connection: reviews.undo(connection, key, by=by, role=role, note=note))

    def coded(
        self: Opened,
        report: str,
        *,
        by: str,
        role: Role | None = None,
        layers: tuple[str, ...] = tuple(LAYERS),
        rest: Action | None = None,
        batch: str | None = None,
    ) -> Decided:
        """Say that everything of some layers of a report is decided, and that nothing is missed.

        Args:
            report: id of the report.
            by: who says so.
            role: in which role.
            layers: of which layers.
            rest: `Action.ACCEPT` or `Action.REJECT` of what they have not decided on; without it that is refused.
            batch: the batch of assignments in which it was coded.

        Raises:
            UsageError: where there is no such report, it is not read, or something is not decided; says how much.
        """
        asked = coding.Coded(report, by, role, layers, rest, batch)
        return self.transact(lambda connection: coding.coded(connection, asked))

    def decisions_of(self: Opened, report: str, *, viewer: str | None = None) -> list[Review]:
        """All decisions on a report's text that somebody may see, the oldest first, with those that do not stand any more.

        Args:
            report: id of the report.
            viewer: who looks; ``None`` sees everything.

        Raises:
            UsageError: where there is no such report.
        """
        with self.looking() as connection:
            return reviews.of_text(connection, _text(connection, report), viewer=viewer)

    def decision(self: Opened, key: int) -> Review:
        """A decision by its key.

        Raises:
            UsageError: where there is none.
        """
        with self.looking() as connection:
            row = connection.execute(reviews.asked_reviews().where(kept.c.key == key)).first()
        if row is None:
            raise UsageError(f"there is no decision {key} in this store; accordingto review list lists them")
        return reviews.review_of(row)

    def decisions(self: Opened, *, by: str | None = None, after: int = 0, limit: int = 100) -> list[Review]:
        """Decisions of the whole store, or of one person, in the order of keeping, a page at a time.

        Args:
            by: only theirs.
            after: key of the last one of the page before.
            limit: how many at most.
        """
        query = reviews.asked_reviews().where(kept.c.key > after).order_by(kept.c.key).limit(limit)
        with self.looking() as connection:
            rows = connection.execute(query if by is None else query.where(kept.c.by == by)).all()
        return [reviews.review_of(row) for row in rows]

    def last_decision(self: Opened, by: str) -> Review | None:
        """The latest decision of somebody that stands and can be taken back."""
        query = reviews.asked_reviews().where(kept.c.by == by, kept.c.decision != Action.UNDO)
        with self.looking() as connection:
            rows = connection.execute(query.order_by(kept.c.key.desc()).limit(_LOOKED)).all()
        return next((found for found in map(reviews.review_of, rows) if found.standing), None)

    def carried(self: Opened, *, orphaned: bool = False, after: int = 0) -> Iterator[Carried]:
        """Decisions that stand with the records that they are carried to, or those that are carried to nothing any more."""
        with self.looking() as connection:
            yield from (carrying.orphaned if orphaned else carrying.carried)(connection, after=after)

    def queue(self: Opened, asked: Queue) -> Page:
        """A page of what is to be decided next.

        Raises:
            UsageError: where it cannot be asked for so.
        """
        if asked.lease is not None:
            return self.transact(lambda connection: queueing.page(connection, asked))
        with self.looking() as connection:
            return queueing.page(connection, asked)

    def decide_group(self: Opened, decision: GroupDecision) -> tuple[int, tuple[GroupReview, ...]]:
        """Keep a decision on actors, quotes or matters; gives its key and unseen decisions of others on the same.

        Raises:
            UsageError: where it is not whole, there is no such group or member, or the groups are told in several stories.
        """
        return self.transact(lambda connection: applying.decide(connection, decision))

    def undo_group(self: Opened, key: int, *, by: str, role: Role | None = None, note: str | None = None) -> int:
        """Take a decision of one's own on groups back.

        Raises:
            UsageError: where there is none that stands.
        """
        return self.transact(lambda connection: applying.undo(connection, key, by=by, role=role, note=note))

    def group_decisions(self: Opened, kind: GroupKind | None = None) -> list[GroupReview]:
        """All decisions on groups, the oldest first, with those that do not stand any more."""
        with self.looking() as connection:
            return groupings.of_kind(connection, kind)

    def assign(self: Opened, asked: Assigning, *, by: str) -> int:
        """Assign reports to coders; gives how many assignments are new.

        Raises:
            UsageError: where there is no such report or layer, or there are too few coders.
        """
        return self.transact(lambda connection: assigning.assign(connection, asked, by=by))

    def withdraw(self: Opened, batch: str, *, coder: str | None = None, report: str | None = None) -> int:
        """Take open assignments of a batch back; gives how many."""
        return self.transact(lambda connection: assigning.withdraw(connection, batch, coder=coder, report=report))

    def assignments(
        self: Opened,
        *,
        batch: str | None = None,
        coder: str | None = None,
        state: State | None = None,
        after: int = 0,
        limit: int | None = None,
    ) -> list[Assignment]:
        """Assignments, in the order in which they were made."""
        with self.looking() as connection:
            return assigning.listed(connection, batch=batch, coder=coder, state=state, after=after, limit=limit)

    def coded_together(self: Opened, batch: str) -> list[tuple[str, tuple[Assignment, ...]]]:
        """Reports of a batch that everybody who was to code them has coded, with their assignments."""
        with self.looking() as connection:
            return list(assigning.together(connection, batch))

    def coded_reports(self: Opened) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Ids of the reports that somebody has coded, with the layers, in the order of keeping; the latest kept one of a text."""
        with self.looking() as connection:
            yield from coding.coded_reports(connection)


def _text(connection: Connection, report: str) -> str:
    found: str | None = connection.scalar(select(reports.c.text_sha256).where(reports.c.id == report))
    if found is None:
        raise UsageError(f"there is no report {report} in this store; accordingto reports lists what there is")
    return found
