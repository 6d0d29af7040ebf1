"""Which keys reports and statements of a story have, and which ids its matters and quote groups keep or get."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select

from accordingto.compare.travel import Travel
from accordingto.store.minting import Change, Former, Minted, mint
from accordingto.store.project import Values
from accordingto.store.schema import metadata
from accordingto.store.schema.records import reports
from accordingto.store.schema.travel import group_ledger, matter_statements, matters, quote_groups, quote_variants
from accordingto.store.syncing import keys_of, parted
from accordingto.store.travel_rows import Told, TravelRow, members

_REPORTS = {"report_key", "target_key"}
_STATEMENTS = {"statement_key", "source_key", "a_key", "b_key"}


class Keys:
    """Keys of reports and statements by id."""

    def __init__(self, connection: Connection, ids: Sequence[str]) -> None:
        statements = metadata.tables["statements"]
        self.reports: dict[str, int] = {}
        self.statements: dict[tuple[str, str], int] = {}
        for part in parted(list(ids)):
            named = reports.c.id.in_(part)
            self.reports |= {
                row.id: row.key for row in connection.execute(select(reports.c.id, reports.c.key).where(named))
            }
            asked = select(reports.c.id, statements.c.id, statements.c.key).join(statements).where(named)
            self.statements |= {(row[0], row[1]): row[2] for row in connection.execute(asked)}

    def row(self, row: TravelRow) -> TravelRow:
        """The row with keys in the place of ids."""
        return TravelRow(self._keyed(row.values), {name: [*map(self._keyed, rows)] for name, rows in row.parts.items()})

    def _keyed(self, values: Values) -> Values:
        return {name: self._key(name, value) for name, value in values.items()}

    def _key(self, name: str, value: Any) -> Any:
        if value is None or (name not in _REPORTS and name not in _STATEMENTS):
            return value
        return self.reports[value] if name in _REPORTS else self.statements[value]


def matter_ids(connection: Connection, story: int, travel: Travel, told: Told, keys: Keys) -> Minted:
    """The ids of a story's matters; those that are merged or ended are deleted."""
    inside = set(keys.statements.values())
    held: dict[int, set[int]] = {}
    statements = metadata.tables["statements"]
    for part in parted(list(keys.reports.values())):
        asked = select(matter_statements.c.matter_key, matter_statements.c.statement_key)
        asked = asked.join(statements, statements.c.key == matter_statements.c.statement_key)
        for row in connection.execute(asked.where(statements.c.report_key.in_(part))):
            held.setdefault(row.matter_key, set()).add(row.statement_key)
    groups = [(one.id, {keys.statements[said] for said in members(one, told)}) for one in travel.matters]
    formers = _formers(connection, story, matters, matter_statements, held)
    minted = mint(groups, formers, _used(connection, matters, [wanted for wanted, _ in groups]))
    _leave(connection, matters, formers, minted)
    for former in keys_of(connection, matters, set(formers) - set(minted.ids)).values():
        gone = (
            matter_statements.c.matter_key == former,
            matter_statements.c.statement_key.in_(sorted(inside & held.get(former, set()))),
        )
        connection.execute(delete(matter_statements).where(*gone))
    return minted


def quote_ids(connection: Connection, story: int, travel: Travel, keys: Keys) -> Minted:
    """The ids of a story's quote groups; those that are merged or ended are deleted."""
    held: dict[int, set[object]] = {}
    for part in parted(list(keys.reports.values())):
        asked = select(quote_variants.c.group_key, quote_variants.c.report_key, quote_variants.c.spans)
        for row in connection.execute(asked.where(quote_variants.c.report_key.in_(part))):
            held.setdefault(row.group_key, set()).update(_pieces(row.report_key, json.loads(row.spans)))
    groups = [
        (
            one.id,
            {
                piece
                for variant in one.variants
                for piece in _pieces(keys.reports[variant.report], ((s.start, s.end) for s in variant.pieces))
            },
        )
        for one in travel.quotes
    ]
    formers = _formers(connection, story, quote_groups, quote_variants, held)
    minted = mint(groups, formers, _used(connection, quote_groups, [wanted for wanted, _ in groups]))
    _leave(connection, quote_groups, formers, minted)
    for former in keys_of(connection, quote_groups, set(formers) - set(minted.ids)).values():
        gone = quote_variants.c.group_key == former, quote_variants.c.report_key.in_(sorted(keys.reports.values()))
        connection.execute(delete(quote_variants).where(*gone))
    return minted


def _pieces(report: int, spans: Iterable[Sequence[int]]) -> Iterator[object]:
    return ((report, start, end) for start, end in spans)


def _formers(
    connection: Connection, story: int, table: Table, tied: Table, held: Mapping[int, Collection[object]]
) -> dict[str, Former]:
    """Groups that hold something of the reports that were compared, and those of the story of which nothing is left."""
    owner = tied.primary_key.columns[0]
    found: dict[str, Former] = {}
    asked = select(table.c.key, table.c.id, table.c.story_key)
    rows = list(connection.execute(asked.where(table.c.story_key == story)))
    known = {row.key for row in rows}
    for part in parted(sorted(set(held) - known)):
        rows += list(connection.execute(asked.where(table.c.key.in_(part))))
    counts: dict[int, int] = {}
    for part in parted([row.key for row in rows]):
        counted = select(owner, func.count()).where(owner.in_(part)).group_by(owner)
        counts |= {row[0]: row[1] for row in connection.execute(counted)}
    for row in rows:
        inside = frozenset(held.get(row.key, ()))
        found[row.id] = Former(inside, max(0, counts.get(row.key, 0) - len(inside)), row.story_key == story)
    return found


def _used(connection: Connection, table: Table, wanted: Sequence[str]) -> set[str]:
    """Those of some ids that stand for a group, or did."""
    found: set[str] = set()
    for part in parted(list(wanted)):
        found |= set(connection.scalars(select(table.c.id).where(table.c.id.in_(part))))
        found |= set(connection.scalars(select(group_ledger.c.id).where(group_ledger.c.id.in_(part))))
    return found


def _leave(connection: Connection, table: Table, formers: Mapping[str, Former], minted: Minted) -> None:
    """Delete the groups that were merged into others, or of which nothing is left."""
    gone = [ident for ident, change, _ in minted.ledger if ident in formers and change is not Change.SPLIT]
    if gone:
        connection.execute(delete(table).where(table.c.id == bindparam("gone")), [{"gone": ident} for ident in gone])


def note(connection: Connection, changes: Iterable[tuple[str, Change, str | None]], at: str) -> None:
    """Write changes of ids into the ledger."""
    rows = [{"id": ident, "change": change.value, "other": other, "at": at} for ident, change, other in changes]
    if rows:
        connection.execute(insert(group_ledger), rows)
