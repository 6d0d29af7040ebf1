"""The accounts of a server, as the threads of its middleware ask for them: a store of its own, which may be written to.

A server that is read-only still has to note who signed in; so this store is open for writing whatever the others are.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection

from accordingto.store import accounts, sessions, tokens
from accordingto.store.engine import address
from accordingto.store.store import Store
from accordingto.web.security import secrets

T = TypeVar("T")


class Book:
    """The accounts; threads may share it, for each call takes a connection of its own.

    Args:
        db: the store.
        clock: tells the time.
    """

    def __init__(self, db: str, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._db = db
        self._store: Store | None = None
        self._opening = Lock()
        self.now = clock

    def any(self) -> bool:
        """Whether there are accounts; there are none where there is no store."""
        url = address(self._db)
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
            return False
        return self.looked(accounts.any_account)

    def account(self, name: str) -> accounts.Account | None:
        """The account of a name, also a disabled one."""
        return self.looked(lambda connection: accounts.account(connection, name))

    def session(self, secret: str) -> sessions.Session | None:
        """The session of what a browser holds; that it is used is noted now and then."""
        now = self.now()
        found = self.looked(lambda connection: sessions.session(connection, secrets.kept(secret), now=now))
        if found is not None and sessions.stale(found, now=now):
            self.written(lambda connection: sessions.saw(connection, found.key, now=now))
        return found

    def token(self, secret: str) -> tokens.Token | None:
        """The token that a program holds; that it is used is noted once a day."""
        now = self.now()
        found = self.looked(lambda connection: tokens.token(connection, secrets.kept(secret), now=now))
        if found is not None and found.last_used_day != accounts.stamp(now)[:10]:
            self.written(lambda connection: tokens.used(connection, found.key, now=now))
        return found

    def looked(self, work: Callable[[Connection], T]) -> T:
        """Read something."""
        with self._opened().looking() as connection:
            return work(connection)

    def written(self, work: Callable[[Connection], T]) -> T:
        """Write something, in one transaction."""
        return self._opened().transact(work)

    def close(self) -> None:
        """Close the store."""
        with self._opening:
            if self._store is not None:
                self._store.close()
            self._store = None

    def _opened(self) -> Store:
        with self._opening:
            if self._store is None:
                self._store = Store.open(self._db, create=False)
            return self._store
