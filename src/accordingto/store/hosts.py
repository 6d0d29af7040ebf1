"""Turns at hosts and copies of robots.txt, shared by all programs that watch with one store."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Connection, delete, func, insert, select, update

from accordingto.capture.web.robots import RobotsCopy
from accordingto.capture.web.turns import POLL
from accordingto.store.schema.watch import watch_hosts, watch_robots, watch_turns
from accordingto.store.writer import ensure


def host_key(connection: Connection, host: str) -> int:
    """The key of a host, made where it is missing."""
    return ensure(connection, watch_hosts, {"host": host, "next_at": 0.0}, unique="host")[0]


def enter(connection: Connection, host: str, holder: str, now: float, until: float, together: int) -> float:
    """Take a turn; gives 0.0, or the seconds to wait before trying again."""
    key = host_key(connection, host)
    wanted = select(watch_hosts.c.next_at).where(watch_hosts.c.key == key).with_for_update()
    wait: float = connection.scalars(wanted).one() - now
    if wait > 0:
        return wait
    mine = watch_turns.c.host_key == key
    connection.execute(delete(watch_turns).where(mine, watch_turns.c.until <= now))
    if connection.scalars(select(func.count()).select_from(watch_turns).where(mine)).one() >= together:
        return POLL
    connection.execute(insert(watch_turns).values(host_key=key, holder=holder, until=until))
    return 0.0


def leave(connection: Connection, host: str, holder: str, not_before: float) -> None:
    """End a turn of a holder; the host is left alone until ``not_before`` at least."""
    key = host_key(connection, host)
    mine = select(watch_turns.c.key).where(watch_turns.c.host_key == key, watch_turns.c.holder == holder)
    turn = connection.scalar(mine.order_by(watch_turns.c.until).limit(1))
    connection.execute(delete(watch_turns).where(watch_turns.c.key == turn))
    later = watch_hosts.c.key == key, watch_hosts.c.next_at < not_before
    connection.execute(update(watch_hosts).where(*later).values(next_at=not_before))


def robots(connection: Connection, origin: str) -> RobotsCopy | None:
    """The copy of an origin's robots.txt."""
    row = connection.execute(select(watch_robots).where(watch_robots.c.origin == origin)).first()
    return RobotsCopy(row.origin, row.rules, row.expires, row.failures, row.reason, row.lasting) if row else None


def keep_robots(connection: Connection, copy: RobotsCopy) -> None:
    """Keep a copy in place of the one before."""
    values = asdict(copy)
    key, new = ensure(connection, watch_robots, values, unique="origin")
    if not new:
        connection.execute(update(watch_robots).where(watch_robots.c.key == key).values(values))
