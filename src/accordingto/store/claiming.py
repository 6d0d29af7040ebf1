"""Which feed or page is asked for next, and by whom: leases with an end, so that what a killed program held is not lost."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Integer,
    Select,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    update,
)

from accordingto.capture.web.manners import Kind
from accordingto.pipeline.frontier import Job, State
from accordingto.store.schema.watch import watch_feeds, watch_fetches, watch_finds, watch_hosts

_ALWAYS = 1e15
"""Later than any time: all feeds were looked at before it."""
_OPEN = (State.WAITING, State.FETCHED)


_NOW, _SINCE = bindparam("now", type_=Float), bindparam("since", type_=Float)


@dataclass(frozen=True)
class Watched:
    """The feeds that a program watches, by key; nothing else is claimed. It holds the queries, which take longer to build than to run."""

    roots: tuple[int, ...]

    def is_feed(self, key: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether a key is that of one of them, or of a sitemap below one."""
        return exists().where(watch_feeds.c.fetch_key == key, watch_feeds.c.root_key.in_(self.roots))

    def is_page(self, key: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether a key is that of a page that one of them lists."""
        found = watch_finds.join(watch_feeds, watch_feeds.c.fetch_key == watch_finds.c.feed_key)
        listing = select(watch_finds.c.page_key).select_from(found)
        return listing.where(watch_finds.c.page_key == key, watch_feeds.c.root_key.in_(self.roots)).exists()

    def open(self) -> ColumnElement[bool]:
        """Whether something waits, and is among what is watched. ``since`` is bound when it is asked; see `Frontier.claim`."""
        fetch = watch_fetches
        due = or_(fetch.c.asked_at.is_(None), fetch.c.asked_at < _SINCE, fetch.c.tries > 0)
        feed = and_(fetch.c.kind == Kind.FEED, due, self.is_feed(fetch.c.key))
        return and_(fetch.c.state.in_(_OPEN), or_(feed, and_(fetch.c.kind == Kind.PAGE, self.is_page(fetch.c.key))))

    @cached_property
    def free_host(self) -> Select[int]:
        """The host that was left alone longest, of those of which something may be asked for now."""
        other = watch_fetches.alias()
        asking = (
            select(func.count())
            .select_from(other)
            .where(other.c.host_key == watch_hosts.c.key, other.c.state == State.WAITING, other.c.until > _NOW)
            .scalar_subquery()
        )
        some = select(watch_fetches.c.key).where(watch_fetches.c.host_key == watch_hosts.c.key, self._free()).exists()
        hosts = select(watch_hosts.c.key).where(
            watch_hosts.c.next_at <= _NOW, asking < bindparam("together", type_=Integer), some
        )
        return hosts.order_by(watch_hosts.c.next_at).limit(1)

    @cached_property
    def next_of_host(self) -> Select[Any]:
        """What is asked for next at a host: feeds before pages, what waits longest first."""
        fetch = watch_fetches
        wanted = select(fetch).where(fetch.c.host_key == bindparam("host", type_=Integer), self._free())
        return wanted.order_by(fetch.c.kind, fetch.c.next_at, fetch.c.key).limit(1).with_for_update(skip_locked=True)

    def _free(self) -> ColumnElement[bool]:
        return and_(watch_fetches.c.next_at <= _NOW, watch_fetches.c.until <= _NOW, self.open())


def claim(
    connection: Connection,
    watched: Watched,
    holder: str,
    *,
    now: float,
    until: float,
    together: int,
    since: float | None,
) -> Job | None:
    """Take on the next thing of the host that was left alone longest.

    On SQLite the transaction holds the lock of the one writer; on PostgreSQL the row is locked, and one that is locked by
    another program is passed over.
    """
    times = {"now": now, "since": _ALWAYS if since is None else since}
    host = connection.scalar(watched.free_host, {**times, "together": together})
    if host is None:
        return None
    row = connection.execute(watched.next_of_host, {**times, "host": host}).first()
    if row is None:
        return None
    taken = {"holder": holder, "until": until, "state": State.WAITING}
    connection.execute(update(watch_fetches).where(watch_fetches.c.key == row.key).values(taken))
    return _feed(connection, row) if row.kind == Kind.FEED else _page(connection, row, watched)


def _feed(connection: Connection, row: Any) -> Job:
    feed = connection.execute(select(watch_feeds).where(watch_feeds.c.fetch_key == row.key)).one()
    return Job(**_shared(row), every=feed.every, depth=feed.depth)


def _page(connection: Connection, row: Any, watched: Watched) -> Job:
    """A page's outlet and collections are those of the watched feeds that list it; what is given wins over what a feed says."""
    joined = watch_finds.join(watch_feeds, watch_feeds.c.fetch_key == watch_finds.c.feed_key)
    finds = connection.execute(
        select(watch_finds.c.title, watch_finds.c.outlet.label("said"), watch_feeds.c.outlet, watch_feeds.c.cases)
        .select_from(joined)
        .where(watch_finds.c.page_key == row.key, watch_feeds.c.root_key.in_(watched.roots))
        .order_by(watch_finds.c.found_at, watch_finds.c.feed_key)
    ).all()
    given = [find.outlet for find in finds if find.outlet] + [find.said for find in finds if find.said]
    cases = dict.fromkeys(name for find in finds for name in json.loads(find.cases))
    title = next((find.title for find in finds if find.title), None)
    return Job(**_shared(row), outlet=given[0] if given else None, cases=tuple(cases), title=title)


def _shared(row: Any) -> dict[str, Any]:
    names = ("key", "url", "address", "tries", "hops", "etag", "last_modified")
    return {"kind": Kind(row.kind), **{name: getattr(row, name) for name in names}}


def renew(connection: Connection, holder: str, until: float, *, let_go: bool = False) -> None:
    """Set the end of all leases of a holder."""
    values = {"until": until, **({"holder": None} if let_go else {})}
    connection.execute(update(watch_fetches).where(watch_fetches.c.holder == holder).values(values))


def due(connection: Connection, watched: Watched, since: float | None) -> float | None:
    """When the next thing may be asked for, leases and hosts considered; ``None`` where nothing waits."""
    fetch = watch_fetches
    latest = func.max if connection.dialect.name == "sqlite" else func.greatest
    at = func.min(latest(fetch.c.next_at, fetch.c.until, watch_hosts.c.next_at))
    joined = fetch.join(watch_hosts, watch_hosts.c.key == fetch.c.host_key)
    asked = select(at).select_from(joined).where(watched.open())
    found: float | None = connection.scalar(asked, {"since": _ALWAYS if since is None else since})
    return found


def states(connection: Connection, watched: Watched) -> dict[State, int]:
    """How many pages of the watched feeds are in each state."""
    fetch = watch_fetches
    asked = select(fetch.c.state, func.count()).where(fetch.c.kind == Kind.PAGE, watched.is_page(fetch.c.key))
    return {State(state): count for state, count in connection.execute(asked.group_by(fetch.c.state))}
