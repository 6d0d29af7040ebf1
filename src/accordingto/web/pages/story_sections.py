"""The parts of a story's page, each as far as it is shown at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from accordingto.export.pairs import shown_row
from accordingto.export.story_rows import Row, matter_row, quote_row, telling, telling_row
from accordingto.export.travel_view import AGAINST, Group, grouped, seems
from accordingto.model import RelationKind
from accordingto.pipeline.wording import one_line
from accordingto.store.contradicting import mismatched, pairs_of
from accordingto.store.opposed import Contradiction
from accordingto.store.storygroups import Telling, matters_of, occasions_of, quotes_of, tellings_of
from accordingto.store.storyparts import Member, Tie, Took, kinds_in, passages, ties, took

WEIGHED = 2_000
"""Pairs of a kind that are grouped: the surest. A story of 63 reports has 1,100 contradictions."""
GROUPS, FEWER_GROUPS, BESIDE = 10, 4, 4
"""Groups of contradictions shown in full, groups of what is taken back or updated, and other pairs of each behind a line; the page of
contradictions has them all."""
FEW = {"mismatches": 6, "matters": 8, "lineage": 10, "quotes": 6}
"""Entries of a part on the story's own page."""
MANY = 40
"""Entries where a part is shown alone."""
MOST_TELLERS, MOST_OF_OUTLET = 12, 3
"""Outlets named under a matter, and reports of each; the matter's own page has all."""


@dataclass(frozen=True)
class Told:
    """What every part needs of a story."""

    connection: Connection
    key: int
    members: Sequence[Member]
    by_id: Mapping[str, Member] = field(init=False)
    """The reports by id."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {one.id: one for one in self.members})

    def edges(self) -> list[Took]:
        """What its reports took; of a story that has changed since it was compared, those that it still has."""
        return [one for one in took(self.connection, self.key) if one.report in self.by_id]

    def telling(self, one: Telling) -> Row:
        """A statement that tells of a matter, with its report's number and outlet."""
        return telling_row(one, self.by_id.get(one.report))


def shown(told: Told, found: Contradiction) -> Row:
    """A pair with the numbers that its reports have in the story."""
    row = shown_row(found)
    for side in (row["a"], row["b"]):
        member = told.by_id.get(side["report"])
        side["number"] = member.number if member else None
        side["outlet"] = one_line(member.outlet) if member else side["outlet"]
        side["decided"] = None
    return row


def against(told: Told) -> list[Row]:
    """What contradicts, takes back or updates something else: a statement against the one that it differs from most surely."""
    counts = kinds_in(told.connection, story=told.key)
    return [_against(told, kind, counts[kind.value]) for kind in AGAINST if counts.get(kind.value)]


def _against(told: Told, kind: RelationKind, total: int) -> Row:
    held = ties(told.connection, told.key, [kind], limit=WEIGHED)
    sure = [one for one in held if not seems(one.kind, one.score, one.slots)]
    groups = [_led(group) for group in grouped(sure)]
    most = GROUPS if kind is AGAINST[0] else FEWER_GROUPS
    wanted = [tie.key for group in groups[:most] for tie in (group.surest, *group.others[:BESIDE])]
    pairs = {one.key: one for one in pairs_of(told.connection, wanted)}
    rows = [_group(told, group, pairs) for group in groups[:most]]
    kept = [row for n, row in enumerate(rows) if _sentences(row) not in map(_sentences, rows[:n])]
    return {
        "kind": kind.value,
        "total": total,
        "groups": kept,
        "doubtful": len(held) - len(sure),
        "more": sum(1 + len(group.others) for group in groups[most:]) + len(rows) - len(kept),
    }


def _led(group: Group[Tie]) -> Group[Tie]:
    """The same with a pair of whole sentences first, where there is one: a headline leaves out what tells most."""
    held = sorted((group.surest, *group.others), key=lambda one: (one.headline, -one.score))
    return Group(group.hub, held[0], tuple(held[1:]))


def _sentences(row: Row) -> tuple[tuple[str, int], ...]:
    """Which two sentences a group shows: two statements may stand in one."""
    return tuple((row["pair"][side]["report"], row["pair"][side]["start"]) for side in ("a", "b"))


def _group(told: Told, group: Group[Tie], pairs: dict[int, Contradiction]) -> Row:
    beside = group.others[:BESIDE]
    return {
        "pair": shown(told, pairs[group.surest.key]),
        "others": [{**shown(told, pairs[one.key]), "other": "b" if one.a == group.hub else "a"} for one in beside],
        "more": len(group.others) - len(beside),
    }


def mismatches(told: Told, total: int, at: int, only: str | None) -> Row:
    """Statements that are not as their named source has them."""
    limit = MANY if only else FEW["mismatches"]
    found = mismatched(told.connection, story=told.key, limit=limit + 1, offset=at if only else 0)
    entries = [
        {**shown(told, one.pair), "named": {"text": one.named, "spans": [[s.start, s.end] for s in one.spans]}}
        for one in found[:limit]
    ]
    return _part(entries, total, at, only, more=len(found) > limit)


def matters(told: Told, total: int, at: int, only: str | None) -> Row:
    """Matters, those that most reports tell first, with their origins and who tells of them."""
    limit = MANY if only else FEW["matters"]
    found = matters_of(told.connection, told.key, limit=limit + 1, offset=at if only else 0)
    keys = [one.key for one in found[:limit]]
    occasions, tellings = occasions_of(told.connection, keys), tellings_of(told.connection, keys)
    entries = [
        {
            **matter_row(one, occasions.get(one.key, []), told.by_id),
            "outlets_told": by_outlet([told.telling(said) for said in tellings.get(one.key, [])]),
        }
        for one in found[:limit]
    ]
    return _part(entries, total, at, only, more=len(found) > limit)


def by_outlet(rows: Sequence[Row], *, most: int | None = MOST_TELLERS) -> list[Row]:
    """Statements that tell of a matter, outlet by outlet in the order of publication; of each report the first that is no headline."""
    ordered = sorted(rows, key=lambda row: (row["number"] or 0, row["headline"]))
    reports: dict[str, list[Row]] = {}
    for row in ordered:
        reports.setdefault(row["report"], []).append(row)
    outlets: dict[str, list[Row]] = {}
    for held in reports.values():
        first = {**held[0], "statements": len(held)}
        outlets.setdefault(held[0]["outlet"], []).append(first)
    kept = list(outlets.items())[:most]
    few = None if most is None else MOST_OF_OUTLET
    return [
        {
            "outlet": outlet,
            "echo": all(one["echo"] for one in held),
            "reports": held[:few],
            "more": len(held) - len(held[:few]),
        }
        for outlet, held in kept
    ]


def lineage(told: Told, edges: Sequence[Took], rows: Sequence[Row], at: int, only: str | None) -> Row:
    """The passages that show most of who took from whom; ``rows`` are those of the edges."""
    told_how = {edge.key: row["how"] for edge, row in zip(edges, rows, strict=True)}
    limit, start = (MANY, at) if only else (FEW["lineage"], 0)
    chosen = sorted(edges, key=telling)[start : start + limit]
    found = passages(told.connection, [one.key for one in chosen])
    entries = []
    for edge in chosen:
        here = [one for one in found.get(edge.key, ()) if one.report == edge.report]
        longest = max(here, key=lambda one: len(one.words), default=None)
        entries.append(
            {
                "report": edge.report,
                "number": told.by_id[edge.report].number,
                "outlet": one_line(told.by_id[edge.report].outlet),
                "how": told_how[edge.key],
                "text": longest.words if longest else None,
                "spans": [[s.start, s.end] for s in longest.spans] if longest else [],
                "more": max(0, sum(len(one.spans) for one in here) - 1),
            }
        )
    return _part(entries, len(edges), at, only, more=start + limit < len(edges))


def quotes(told: Told, total: int, at: int, only: str | None) -> Row:
    """Utterances that several reports quote."""
    limit = MANY if only else FEW["quotes"]
    found = quotes_of(told.connection, told.key, limit=limit + 1, offset=at if only else 0)
    return _part([quote_row(one) for one in found[:limit]], total, at, only, more=len(found) > limit)


def _part(entries: list[Row], total: int, at: int, only: str | None, *, more: bool) -> Row:
    start = at if only else 0
    return {"total": total, "entries": entries, "from": start, "next": start + len(entries) if more else None}
