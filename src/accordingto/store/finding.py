"""What feeds list and where pages move: new things to fetch, each once; and what became of what was fetched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from accordingto.capture.feeds import Feed, Item
from accordingto.capture.web.addresses import host_of, page_key
from accordingto.capture.web.manners import MAX_REDIRECTS, Kind
from accordingto.model import NotFetched
from accordingto.pipeline.frontier import Job, Settled, State, Wanted
from accordingto.store import hooks
from accordingto.store.hosts import host_key
from accordingto.store.packing import digest
from accordingto.store.schema.keeping import case_reports, cases
from accordingto.store.schema.watch import watch_feeds, watch_fetches, watch_finds
from accordingto.store.writer import ensure, ignoring

AGAIN = 24 * 3600.0
"""Seconds after which a page that failed, moved or was forbidden is asked for again, if a feed still lists it."""
_BATCH = 500
_ENDED = (State.FAILED, State.FORBIDDEN, State.MOVED)


def named(connection: Connection, feeds: Sequence[Wanted], now: float) -> list[int]:
    """Note the feeds that are watched; gives their keys. One that is watched oftener than before is due sooner."""
    keys = []
    for feed in feeds:
        key, new = _fetch(connection, Kind.FEED, feed.url, now)
        values = {"outlet": feed.outlet, "cases": json.dumps(feed.cases), "every": feed.every}
        _feed_row(connection, key, {**values, "root_key": key, "depth": 0})
        _file_all(connection, key, feed.cases)
        if not new:
            row = watch_fetches.c.key == key, watch_fetches.c.next_at > now + feed.every, watch_fetches.c.tries == 0
            connection.execute(update(watch_fetches).where(*row).values(next_at=now + feed.every))
        below = watch_feeds.c.root_key == key
        connection.execute(update(watch_feeds).where(below).values(values))
        keys.append(key)
    return keys


def settle(connection: Connection, settled: Settled, *, report: int | None = None) -> None:
    """Note what became of a job. One whose bytes are being read and kept stays taken on."""
    values: dict[str, Any] = {"state": settled.state, "tries": settled.tries}
    if settled.state is not State.FETCHED:
        values |= {"next_at": settled.next_at, "message": settled.message, "holder": None, "until": 0.0}
        if settled.asked:
            values["asked_at"] = settled.now
        if settled.message is None:
            values |= {"etag": settled.etag, "last_modified": settled.last_modified}
    if report is not None:
        values["report_key"] = report
    connection.execute(update(watch_fetches).where(watch_fetches.c.key == settled.key).values(values))


def listed(connection: Connection, job: Job, feed: Feed, settled: Settled) -> int:
    """Take in what a feed lists, and settle it; gives how many pages are to be fetched that were not before."""
    own = connection.execute(select(watch_feeds).where(watch_feeds.c.fetch_key == job.key)).one()
    told = {"kind": feed.kind, "title": feed.title}
    connection.execute(update(watch_feeds).where(watch_feeds.c.fetch_key == job.key).values(told))
    for sitemap in feed.sitemaps:
        _sitemap(connection, own, sitemap, settled.now)
    new = 0
    for start in range(0, len(feed.items), _BATCH):
        new += _pages(connection, own, feed.items[start : start + _BATCH], settled.now)
    settle(connection, settled)
    return new


def moved(connection: Connection, job: Job, url: str, now: float) -> None:
    """Settle a page that redirects: where it leads is to be fetched in its place, and is listed by the same feeds.

    Raises:
        NotFetched: where it leads back to itself, or too far.
    """
    if job.hops >= MAX_REDIRECTS:
        raise NotFetched(f"{job.url} is the end of {MAX_REDIRECTS} redirects, and leads on to {url}; it was given up")
    key, new = _fetch(connection, Kind.PAGE, url, now, hops=job.hops + 1)
    if not new and _leads_to(connection, key, job.key):
        raise NotFetched(f"{job.url} redirects in a circle, by way of {url}")
    finds = connection.execute(select(watch_finds).where(watch_finds.c.page_key == job.key)).mappings().all()
    if finds:
        connection.execute(ignoring(connection, watch_finds), [{**find, "page_key": key} for find in finds])
    settle(connection, Settled(job.key, State.MOVED, now, message=f"it redirects to {url}"))
    connection.execute(update(watch_fetches).where(watch_fetches.c.key == job.key).values(moved_key=key))


def _leads_to(connection: Connection, start: int, end: int) -> bool:
    """Whether redirects lead from one page to another."""
    at: int | None = start
    for _ in range(MAX_REDIRECTS + 1):
        if at is None or at == end:
            break
        row = watch_fetches.c.key == at, watch_fetches.c.state == State.MOVED
        at = connection.scalar(select(watch_fetches.c.moved_key).where(*row))
    return at == end


def _fetch(connection: Connection, kind: Kind, url: str, now: float, *, hops: int = 0) -> tuple[int, bool]:
    """The row of an address, made where it is missing; and whether it was."""
    values = _row(connection, kind, url, now, hops, {})
    return ensure(connection, watch_fetches, values, unique="digest")


def _row(connection: Connection, kind: Kind, url: str, now: float, hops: int, known: dict[str, int]) -> dict[str, Any]:
    address = page_key(url) if kind is Kind.PAGE else url
    host = host_of(url)
    if host not in known:
        known[host] = host_key(connection, host)
    return {
        "digest": digest(kind, address),
        "kind": kind,
        "address": address,
        "url": url,
        "host_key": known[host],
        "state": State.WAITING,
        "tries": 0,
        "next_at": now,
        "until": 0.0,
        "hops": hops,
    }


def _feed_row(connection: Connection, key: int, values: dict[str, Any]) -> None:
    connection.execute(ignoring(connection, watch_feeds), [{"fetch_key": key, **values}])
    if values["depth"] == 0:  # an index may have listed it before it was named
        connection.execute(update(watch_feeds).where(watch_feeds.c.fetch_key == key).values(values))


def _sitemap(connection: Connection, index: Any, item: Item, now: float) -> None:
    """A sitemap that an index lists: it is looked at where it is new, or the index does not say that it is as it was."""
    key, _ = _fetch(connection, Kind.FEED, item.url, now)
    values = {name: getattr(index, name) for name in ("root_key", "outlet", "cases", "every")}
    _feed_row(connection, key, {**values, "depth": index.depth + 1})
    held = connection.execute(select(watch_feeds).where(watch_feeds.c.fetch_key == key)).one()
    if held.depth == 0:  # it is watched for itself
        return
    failed = connection.scalar(select(watch_fetches.c.message).where(watch_fetches.c.key == key)) is not None
    if failed or held.kind is None or item.updated is None or item.updated != held.updated:
        row = watch_fetches.c.key == key, watch_fetches.c.until <= now
        connection.execute(update(watch_fetches).where(*row).values(next_at=now))
    connection.execute(update(watch_feeds).where(watch_feeds.c.fetch_key == key).values(updated=item.updated))


def _pages(connection: Connection, feed: Any, items: Sequence[Item], now: float) -> int:
    """Note pages that a feed lists; gives how many are to be fetched that were not before."""
    hosts: dict[str, int] = {}
    rows = [_row(connection, Kind.PAGE, item.url, now, 0, hosts) for item in items]
    digests = [row["digest"] for row in rows]
    before = _held(connection, digests, feed.fetch_key)
    unique = {row["digest"]: row for row in reversed(rows)}
    fresh = [unique[name] for name in dict.fromkeys(digests) if name not in before]
    if fresh:
        connection.execute(ignoring(connection, watch_fetches), fresh)
    held = {**before, **_held(connection, [row["digest"] for row in fresh], feed.fetch_key)}
    again = []
    for item, name in zip(items, digests, strict=True):
        row = held[name]
        if name in before and _again(row, item, now):
            again.append(row.key)
        if name in before and row.feed_key is None and row.report_key is not None:
            _file(connection, row.report_key, json.loads(feed.cases))
    _find(connection, feed.fetch_key, zip(items, (held[name] for name in digests), strict=True), now)
    if again:
        reset = {"state": State.WAITING, "tries": 0, "next_at": now, "message": None}
        connection.execute(update(watch_fetches).where(watch_fetches.c.key.in_(again)).values(reset))
    return len(fresh) + len(again)


def _held(connection: Connection, digests: Sequence[str], feed: int) -> dict[str, Any]:
    """Pages that are known, each with what this feed said of it before."""
    found = watch_finds.c.page_key == watch_fetches.c.key, watch_finds.c.feed_key == feed
    asked = (
        select(
            watch_fetches.c.digest,
            watch_fetches.c.key,
            watch_fetches.c.state,
            watch_fetches.c.asked_at,
            watch_fetches.c.until,
            watch_fetches.c.report_key,
            watch_finds.c.feed_key,
            watch_finds.c.updated,
        )
        .outerjoin(watch_finds, found[0] & found[1])
        .where(watch_fetches.c.digest.in_(digests))
    )
    return {row.digest: row for row in connection.execute(asked)}


def _again(row: Any, item: Item, now: float) -> bool:
    """Whether a page that is settled is to be fetched again: the feed says that it changed, or it failed a while ago."""
    if row.state == State.DONE:
        return item.updated is not None and row.updated is not None and item.updated != row.updated
    return row.state in _ENDED and row.until <= now and (row.asked_at or 0.0) < now - AGAIN


def _find(connection: Connection, feed: int, found: Iterable[tuple[Item, Any]], now: float) -> None:
    new, changed = [], []
    for item, row in found:
        said = {name: getattr(item, name) for name in ("title", "outlet", "published", "updated")}
        if row.feed_key is None:
            new.append({"page_key": row.key, "feed_key": feed, "found_at": now, **said})
        elif row.updated != item.updated:
            changed.append((row.key, said))
    if new:
        connection.execute(ignoring(connection, watch_finds), new)
    for key, said in changed:
        one = watch_finds.c.page_key == key, watch_finds.c.feed_key == feed
        connection.execute(update(watch_finds).where(*one).values(said))


def _file_all(connection: Connection, root: int, names: Iterable[str]) -> None:
    """Put the reports that a feed led to before into the collections that it is watched for now."""
    for name in names:
        case, _ = ensure(connection, cases, {"digest": digest(name), "name": name}, unique="digest")
        held = select(case_reports.c.report_key).where(case_reports.c.case_key == case)
        joined = watch_fetches.join(watch_finds, watch_finds.c.page_key == watch_fetches.c.key).join(
            watch_feeds, watch_feeds.c.fetch_key == watch_finds.c.feed_key
        )
        missing = (
            select(watch_fetches.c.report_key)
            .select_from(joined)
            .where(
                watch_feeds.c.root_key == root,
                watch_fetches.c.report_key.is_not(None),
                watch_fetches.c.report_key.not_in(held),
            )
            .distinct()
        )
        rows = [{"case_key": case, "report_key": report} for report in connection.scalars(missing)]
        if rows:
            connection.execute(ignoring(connection, case_reports), rows)
        for row in rows:
            hooks.cased(connection, row["report_key"])


def _file(connection: Connection, report: int, names: Iterable[str]) -> None:
    """Put the report of a page that is done into the collections of another feed that lists it."""
    for name in names:
        case, _ = ensure(connection, cases, {"digest": digest(name), "name": name}, unique="digest")
        values = {"case_key": case, "report_key": report}
        if connection.execute(ignoring(connection, case_reports), [values]).rowcount:
            hooks.cased(connection, report)
