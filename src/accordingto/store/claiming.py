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
_LOCK: dict[str, Any] = {"skip_locked": True, "of": watch_fetches}


@dataclass(frozen=True)
class Watched:
    """The feeds that a program watches, by key; nothing else is claimed. It holds the queries, which take longer to build than to run."""

    roots: tuple[int, ...]

    def is_feed(self, key: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether a key is that of one of them, or of a sitemap below one."""
        return exists().where(watch_feeds.c.fetch_key == key, watch_feeds.c.root_key.in_(self.roots))

    def is_page(self, key: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether a key is that of a page that one of them lists."""
        mine = select(watch_feeds.c.fetch_key).where(watch_feeds.c.root_key.in_(self.roots))
        # A sum is in no index: few feeds list a page, and very many sitemaps may be watched.
        return exists().where(watch_finds.c.page_key == key, (watch_finds.c.feed_key + 0).in_(mine))

    def open(self) -> ColumnElement[bool]:
        """Whether something waits, and is among what is watched. ``since`` is bound when it is asked; see `Frontier.claim`."""
        fetch = watch_fetches
        feed = and_(fetch.c.kind == Kind.FEED, _unseen(), self.is_feed(fetch.c.key))
        return and_(fetch.c.state.in_(_OPEN), or_(feed, and_(fetch.c.kind == Kind.PAGE, self.is_page(fetch.c.key))))

    @cached_property
    def next_feed(self) -> Select[Any]:
        """The feed that has waited longest, of those whose host may be asked now."""
        fetch = watch_fetches
        joined = watch_feeds.join(fetch, fetch.c.key == watch_feeds.c.fetch_key).join(
            watch_hosts, watch_hosts.c.key == fetch.c.host_key
        )
        wanted = select(fetch).select_from(joined).where(watch_feeds.c.root_key.in_(self.roots), _unseen())
        wanted = wanted.where(_free(), _host_free()).order_by(fetch.c.next_at, fetch.c.key)
        return wanted.limit(1).with_for_update(**_LOCK)

    @cached_property
    def next_host(self) -> Select[int]:
        """The host that was left alone longest, of those of which a page may be asked for now."""
        some = select(watch_fetches.c.key).where(*self._waiting(watch_hosts.c.key)).exists()
        return select(watch_hosts.c.key).where(_host_free(), some).order_by(watch_hosts.c.next_at).limit(1)

    @cached_property
    def next_page(self) -> Select[Any]:
        """The page of a host that has waited longest. An index has them in that order: there may be very many."""
        wanted = select(watch_fetches).where(*self._waiting(bindparam("host", type_=Integer)))
        return wanted.order_by(watch_fetches.c.next_at).limit(1).with_for_update(**_LOCK)

    def _waiting(self, host: Any) -> tuple[ColumnElement[bool], ...]:
        fetch = watch_fetches
        return fetch.c.host_key == host, fetch.c.kind == Kind.PAGE, _free(), self.is_page(fetch.c.key)


def _unseen() -> ColumnElement[bool]:
    """Whether a feed was not looked at in this pass, or is to be tried again."""
    fetch = watch_fetches
    return or_(fetch.c.asked_at.is_(None), fetch.c.asked_at < _SINCE, fetch.c.tries > 0)


def _free() -> ColumnElement[bool]:
    """Whether something may be asked for now, and nobody has taken it on.

    A sum is in no index: next to nothing is taken on, so that looking for what is not by an index would go through it all.
    """
    fetch = watch_fetches
    return and_(fetch.c.state == State.WAITING, fetch.c.next_at <= _NOW, fetch.c.until + 0.0 <= _NOW)


def _host_free() -> ColumnElement[bool]:
    """Whether a host may be asked now, and fewer things than may be are being asked for there."""
    other = watch_fetches.alias()
    asking = select(func.count()).select_from(other)
    asking = asking.where(other.c.host_key == watch_hosts.c.key, other.c.until > _NOW, other.c.state == State.WAITING)
    return and_(watch_hosts.c.next_at <= _NOW, asking.scalar_subquery() < bindparam("together", type_=Integer))


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
    """Take on the next thing: a feed if one is due, else the next page of the host that was left alone longest.

    On SQLite the transaction holds the lock of the one writer; on PostgreSQL the row is locked, and one that is locked by
    another program is passed over.
    """
    asked: dict[str, Any] = {"now": now, "since": _ALWAYS if since is None else since, "together": together}
    row = connection.execute(watched.next_feed, asked).first()
    if row is None:
        host = connection.scalar(watched.next_host, asked)
        row = None if host is None else connection.execute(watched.next_page, {**asked, "host": host}).first()
    if row is None:
        return None
    taken = {"holder": holder, "until": until, "state": State.WAITING}
    connection.execute(update(watch_fetches).where(watch_fetches.c.key == row.key).values(taken))
    return _feed(connection, row) if row.kind == Kind.FEED else _page(connection, row, watched)


def recover(connection: Connection, now: float) -> None:
    """Let pages wait again that a program had fetched and did not live to keep."""
    held = watch_fetches.c.holder > ""  # by an index: next to nothing is held
    lost = held, watch_fetches.c.state == State.FETCHED, watch_fetches.c.until <= now
    connection.execute(update(watch_fetches).where(*lost).values(state=State.WAITING))


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


def renew(connection: Connection, holder: str, until: float) -> None:
    """Set the end of all leases of a holder."""
    connection.execute(update(watch_fetches).where(watch_fetches.c.holder == holder).values(until=until))


def release(connection: Connection, holder: str) -> None:
    """End all leases of a holder; what it had fetched and not kept waits again."""
    open_ = watch_fetches.c.holder == holder, watch_fetches.c.state.in_(_OPEN)
    values = {"state": State.WAITING, "holder": None, "until": 0.0}
    connection.execute(update(watch_fetches).where(*open_).values(values))


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
