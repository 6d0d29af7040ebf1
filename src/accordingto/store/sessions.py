"""Browsers that are signed in. The store keeps a hash of what the browser holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from accordingto.store.accounts import Account, account_of, stamp
from accordingto.store.schema.accounts import accounts, sessions

IDLE = timedelta(hours=12)
"""A session that nobody used for so long is over: it outlives a working day, not a night on a shared desk and the day after."""
WHOLE = timedelta(days=14)
"""However much it is used, it is over then."""
SEEN = timedelta(minutes=5)
"""How exact it is kept when a session was used last: a page must not cost a write."""


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that is signed in."""

    key: int
    account: Account
    csrf: str
    created_at: str
    seen_at: str
    expires_at: str


def open_session(connection: Connection, account: int, *, sha256: str, csrf: str, now: datetime) -> None:
    """Begin a session; those that are over, of anybody, go.

    Args:
        connection: a transaction that writes.
        account: key of the account.
        sha256: hash of what the browser holds.
        csrf: what its forms must send along.
        now: the time.
    """
    over = (sessions.c.expires_at <= stamp(now)) | (sessions.c.seen_at <= stamp(now - IDLE))
    connection.execute(delete(sessions).where(over))
    values = {
        "sha256": sha256,
        "account_key": account,
        "csrf": csrf,
        "created_at": stamp(now),
        "expires_at": stamp(now + WHOLE),
        "seen_at": stamp(now),
    }
    connection.execute(insert(sessions).values(values))


def session(connection: Connection, sha256: str, *, now: datetime) -> Session | None:
    """The session of a hash; ``None`` where there is none, it is over, or its account is disabled."""
    row = connection.execute(
        select(
            sessions.c.key.label("session_key"),
            sessions.c.csrf,
            sessions.c.created_at.label("began_at"),
            sessions.c.seen_at,
            sessions.c.expires_at,
            *accounts.c,
        )
        .join(accounts, accounts.c.key == sessions.c.account_key)
        .where(
            sessions.c.sha256 == sha256,
            sessions.c.expires_at > stamp(now),
            sessions.c.seen_at > stamp(now - IDLE),
            accounts.c.disabled.is_(False),
        )
    ).first()
    if row is None:
        return None
    return Session(row.session_key, account_of(row), row.csrf, row.began_at, row.seen_at, row.expires_at)


def stale(found: Session, *, now: datetime) -> bool:
    """Whether it is time to note that a session is used."""
    return found.seen_at <= stamp(now - SEEN)


def saw(connection: Connection, key: int, *, now: datetime) -> None:
    """Note that a session is used."""
    connection.execute(update(sessions).where(sessions.c.key == key).values(seen_at=stamp(now)))


def sessions_of(connection: Connection, account: int, *, now: datetime) -> list[tuple[int, str, str]]:
    """Key, beginning and last use of an account's sessions that are not over, the latest first."""
    query = select(sessions.c.key, sessions.c.created_at, sessions.c.seen_at).where(
        sessions.c.account_key == account,
        sessions.c.expires_at > stamp(now),
        sessions.c.seen_at > stamp(now - IDLE),
    )
    return [(row.key, row.created_at, row.seen_at) for row in connection.execute(query.order_by(sessions.c.key.desc()))]


def close_session(connection: Connection, sha256: str) -> None:
    """End one session."""
    connection.execute(delete(sessions).where(sessions.c.sha256 == sha256))


def close_sessions(connection: Connection, account: int, *, but: int | None = None) -> int:
    """End all sessions of an account, but one; gives how many."""
    ended = delete(sessions).where(sessions.c.account_key == account)
    return connection.execute(ended if but is None else ended.where(sessions.c.key != but)).rowcount
