"""Decisions on matters and quotations, applied to what is kept of how stories travelled.

The record of a story stays as the program found it. Where people merged or split its groups, a second one beside it has them as people have
them, and rows are made of that, so that whatever reads rows shows what counts and asks nothing more. Before a story is compared again
the program's own groups are put back, so that ids are kept by what they meant, and decisions are applied to what is found then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Table, delete, select, update

from accordingto.compare.grouped import MERGE
from accordingto.compare.regrouped import groups_of, regrouped
from accordingto.compare.travel import Travel
from accordingto.model import Matter, QuoteGroup, UsageError
from accordingto.model.people import Role
from accordingto.model.review import GroupDecision, GroupKind, GroupReview
from accordingto.pipeline.reading import Reading
from accordingto.resources.comparison import open_comparison
from accordingto.store import groupings
from accordingto.store.fetch import asked, reading_of
from accordingto.store.groupings import of_kind
from accordingto.store.schema.claims import statements
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories
from accordingto.store.schema.travel import (
    matter_statements,
    matters,
    quote_groups,
    quote_variants,
    relations,
    travels,
)
from accordingto.store.syncing import keys_of, parted, write_groups
from accordingto.store.tracing import ledger_leads, resolved
from accordingto.store.travel_ids import Keys
from accordingto.store.travel_record import pack, unpack
from accordingto.store.travel_rows import Told, group_counts, matter_row, quote_row

Group = Matter | QuoteGroup
_TABLES = {GroupKind.MATTERS: matters, GroupKind.QUOTES: quote_groups}


def decide(connection: Connection, asked_for: GroupDecision) -> tuple[int, tuple[GroupReview, ...]]:
    """Keep a decision on groups, and have what it is on be as it says; see `accordingto.store.groupings.decide`.

    Raises:
        UsageError: where it is not whole, there is no such group or member, or the groups are told in several stories.
    """
    made = groupings.decide(connection, asked_for)
    found = _stories(connection, asked_for.kind, asked_for.ids)
    if asked_for.action == MERGE and len(found) > 1:
        raise UsageError(
            f"these {asked_for.kind} are told in different stories; {asked_for.kind} are merged within one story"
        )
    for story in found:
        apply(connection, story)
    return made


def undo(connection: Connection, key: int, *, by: str, role: Role | None = None, note: str | None = None) -> int:
    """Take a decision on groups back, and have what it was on be as without it; see `accordingto.store.groupings.undo`.

    Raises:
        UsageError: where there is no such decision of this person, or it does not stand.
    """
    made = groupings.undo(connection, key, by=by, role=role, note=note)
    one = next(one for one in of_kind(connection) if one.key == key)
    for story in _stories(connection, one.kind, [*one.ids, *([one.target] if one.target else [])]):
        apply(connection, story)
    return made


def _stories(connection: Connection, kind: GroupKind, ids: Iterable[str]) -> list[int]:
    """Keys of the stories in which some matters or quotations are told."""
    table = _TABLES.get(kind)
    if table is None:
        return []
    now = {resolved(connection, table, one) for one in ids}
    found = connection.scalars(select(table.c.story_key).where(table.c.id.in_(now - {None})))
    return sorted({key for key in found if key is not None})


def apply(connection: Connection, story: int) -> None:
    """Have what is kept of a story be as people have it.

    Args:
        connection: inside a transaction; on PostgreSQL others that compare the story wait.
        story: its key.
    """
    connection.execute(select(stories.c.key).where(stories.c.key == story).with_for_update())
    row = connection.execute(select(travels.c.record, travels.c.regrouped).where(travels.c.story_key == story)).first()
    if row is None:
        return
    found = unpack(row.record)
    before, after = unpack(row.regrouped) if row.regrouped else found, as_people_have_it(connection, found)
    if before == after:
        return
    _rewrite(connection, story, before, after)
    data = None if after == found else pack(after).data
    connection.execute(
        update(travels).where(travels.c.story_key == story).values(regrouped=data, **group_counts(after))
    )


def as_people_have_it(connection: Connection, travel: Travel) -> Travel:
    """What was found between the reports of a story, with decisions on its groups applied."""
    reviews = [one for one in of_kind(connection) if one.kind is not GroupKind.ACTORS and one.standing]
    if not reviews:
        return travel
    leads = ledger_leads(connection, {ident for one in reviews for ident in (*one.ids, one.target or "")})
    made, quoted = groups_of(travel, reviews, leads)
    touched = _touched(travel, made.sources.values(), quoted.sources.values())
    if not touched:
        return travel
    readings = _readings(connection, _reports(touched))
    words = open_comparison().function_words
    return regrouped(travel, readings, reviews, function=words, leads=leads).travel


def _touched(travel: Travel, matter_ids: Iterable[set[str]], quote_ids: Iterable[set[str]]) -> list[Group]:
    told, quoted = set[str]().union(*matter_ids), set[str]().union(*quote_ids)
    return [
        *(one for one in travel.matters if one.id in told),
        *(one for one in travel.quotes if one.id in quoted),
    ]


def _reports(groups: Iterable[Group]) -> set[str]:
    """The reports of some groups, and those that tell of their occasions."""
    found: set[str] = set()
    for one in groups:
        found.update(one.reports)
        if isinstance(one, Matter):
            found.update(passage.report for occasion in one.occasions for passage in occasion.evidence)
    return found


def _readings(connection: Connection, ids: Collection[str]) -> list[Reading]:
    found = []
    for part in parted(sorted(ids)):
        rows = connection.execute(asked().where(reports.c.id.in_(part)).order_by(reports.c.key)).all()
        found += [reading_of(connection, row) for row in rows]
    return found


def _rewrite(connection: Connection, story: int, before: Travel, after: Travel) -> None:
    """Write the rows of groups that are not as they were, and delete those of groups that are no more."""
    told_before, quoted_before = {one.id: one for one in before.matters}, {one.id: one for one in before.quotes}
    told = [one for one in after.matters if told_before.get(one.id) != one]
    quoted = [one for one in after.quotes if quoted_before.get(one.id) != one]
    _write(connection, story, told, quoted)
    _rehome(connection, story, after.matters)
    _drop(connection, matters, told_before.keys() - {one.id for one in after.matters})
    _drop(connection, quote_groups, quoted_before.keys() - {one.id for one in after.quotes})


def _write(connection: Connection, story: int, told: Sequence[Matter], quoted: Sequence[QuoteGroup]) -> None:
    held = _reports([*told, *quoted])
    words, keys = Told(_readings(connection, held)), Keys(connection, sorted(held))
    write_groups(connection, story, matters, [keys.row(matter_row(one, words)) for one in told])
    write_groups(connection, story, quote_groups, [keys.row(quote_row(one, words)) for one in quoted])


def _rehome(connection: Connection, story: int, groups: Sequence[Matter]) -> None:
    """Have each pair of statements be of the matter that has them now."""
    keys = keys_of(connection, matters, [one.id for one in groups])
    home = {statement: keys[one.id] for one in groups for statement in one.statements}
    one, other = statements.alias("sa"), statements.alias("sb")
    query = (
        select(relations.c.key, relations.c.matter_key, one.c.id.label("a"), other.c.id.label("b"))
        .join(one, one.c.key == relations.c.a_key)
        .join(other, other.c.key == relations.c.b_key)
        .where(relations.c.story_key == story)
    )
    moved: dict[int | None, list[int]] = {}
    for row in connection.execute(query):
        now = home.get(row.a, home.get(row.b))
        if now != row.matter_key:
            moved.setdefault(now, []).append(row.key)
    for matter, pairs in moved.items():
        for part in parted(pairs):
            connection.execute(update(relations).where(relations.c.key.in_(part)).values(matter_key=matter))


def _drop(connection: Connection, table: Table, ids: Collection[str]) -> None:
    for part in parted(sorted(ids)):
        connection.execute(delete(table).where(table.c.id.in_(part)))


def loosen(connection: Connection, reports: Collection[int], *, story: int | None = None) -> None:
    """Put the program's own groups back in every story that holds something of some reports by their keys, before ids are minted.

    What is no longer at hand of them is left out: the story is compared again.
    """
    decided = set(connection.scalars(select(travels.c.story_key).where(travels.c.regrouped.is_not(None))))
    if not decided:
        return
    for key in sorted(decided & _holding(connection, reports) | decided & {story}):
        restore(connection, key)


def _holding(connection: Connection, held: Collection[int]) -> set[int | None]:
    """Keys of the stories of whose groups some reports have a part."""
    found: set[int | None] = set()
    told = (
        select(matters.c.story_key)
        .join(matter_statements, matter_statements.c.matter_key == matters.c.key)
        .join(statements, statements.c.key == matter_statements.c.statement_key)
        .distinct()
    )
    quoted = (
        select(quote_groups.c.story_key)
        .join(quote_variants, quote_variants.c.group_key == quote_groups.c.key)
        .distinct()
    )
    for part in parted(sorted(held)):
        found |= set(connection.scalars(told.where(statements.c.report_key.in_(part))))
        found |= set(connection.scalars(quoted.where(quote_variants.c.report_key.in_(part))))
    return found


def restore(connection: Connection, story: int) -> None:
    """Put the program's own groups of a story back, as far as what they hold is at hand."""
    row = connection.execute(select(travels.c.record, travels.c.regrouped).where(travels.c.story_key == story)).first()
    if row is None or row.regrouped is None:
        return
    before, after = unpack(row.regrouped), unpack(row.record)
    at_hand = _readings(connection, _reports([*after.matters, *after.quotes]))
    _rewrite(connection, story, before, _pruned(after, {one.report.id: one for one in at_hand}))
    connection.execute(update(travels).where(travels.c.story_key == story).values(regrouped=None))


def _pruned(travel: Travel, held: dict[str, Reading]) -> Travel:
    """Groups with the reports and statements that are at hand."""
    said = {statement for reading in held.values() for statement in reading.by_id}
    told = [
        replace(
            one,
            statements=tuple(statement for statement in one.statements if statement in said),
            reports=tuple(report for report in one.reports if report in held),
            occasions=(),
        )
        for one in travel.matters
    ]
    quoted = [
        replace(
            one,
            variants=tuple(
                variant
                for variant in one.variants
                if variant.report in held and variant.statement in {None, *held[variant.report].by_id}
            ),
        )
        for one in travel.quotes
    ]
    return replace(
        travel,
        matters=tuple(one for one in told if one.statements and one.reports),
        quotes=tuple(one for one in quoted if one.variants),
    )
