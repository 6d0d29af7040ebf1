"""Opened stores for the threads of a server: a store is used by one request at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue
from threading import BoundedSemaphore

from accordingto.store.store import Store

MOST = 16
"""Stores open at once: more requests than cores wait for each other anyway, and each holds a connection and its cache."""


class Stores:
    """A pool of stores at one address, opened as they are needed.

    Args:
        url: the address.
        read_only: whether nothing will be written.
        patience: seconds that PostgreSQL may work at one query; any where ``None``.
        most: how many are open at once.
    """

    def __init__(self, url: str, *, read_only: bool, patience: float | None = None, most: int = MOST) -> None:
        self._url = url
        self._read_only = read_only
        self._patience = patience
        self._free: LifoQueue[Store] = LifoQueue()
        self._room = BoundedSemaphore(most)

    @contextmanager
    def taken(self) -> Iterator[Store]:
        """A store for the time of a request.

        Raises:
            UsageError: where it cannot be opened.
        """
        with self._room:
            store = self._take()
            try:
                yield store
            finally:
                self._free.put(store)

    def _take(self) -> Store:
        try:
            return self._free.get_nowait()
        except Empty:
            return Store.open(self._url, create=False, read_only=self._read_only, patience=self._patience)

    def close(self) -> None:
        """Close all that are free: all, once the server answers nobody any more."""
        while not self._free.empty():
            self._free.get_nowait().close()
