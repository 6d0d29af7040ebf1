"""Putting the guard around an application: see `accordingto.web.security` for the order and the reasons."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from anyio import CapacityLimiter
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.requests import Request

from accordingto.store.auditing import Action, log
from accordingto.web.security.bodies import Bodies
from accordingto.web.security.book import Book
from accordingto.web.security.gate import Gate
from accordingto.web.security.guesses import Guesses
from accordingto.web.security.headers import Headers
from accordingto.web.security.hosts import Hosts
from accordingto.web.security.identity import Identity
from accordingto.web.security.passwords import prepare
from accordingto.web.security.peers import Peers
from accordingto.web.security.policy import Policy, policy
from accordingto.web.security.rates import Buckets, Rates
from accordingto.web.settings import Settings

AT_ONCE = 2
"""Passwords checked at a time: each takes 64 MiB, and everybody else waits for the processors."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What the pages to sign in, and those of accounts, work with; on ``app.state.guard``."""

    policy: Policy
    book: Book
    secret: bytes
    """Of this process."""
    guesses: Guesses
    checking: CapacityLimiter
    buckets: Buckets


def guard(app: FastAPI, settings: Settings) -> Guard:
    """Put the guard around an application.

    Args:
        app: the application; its errors are told by its own handlers.
        settings: what it is started with.

    Raises:
        UsageError: where it would let in people whom nobody knows.
    """
    book = Book(settings.db)
    made = Guard(
        policy=policy(settings, accounts=book.any()),
        book=book,
        secret=settings.secret or secrets.token_bytes(32),
        guesses=Guesses(),
        checking=CapacityLimiter(AT_ONCE),
        buckets=Buckets(),
    )
    if made.policy.accounts:
        prepare()
    app.state.guard = made
    app.user_middleware[:0] = _within(made)
    _around(app)
    return made


def _within(made: Guard) -> list[Middleware]:
    """What stands inside the handler of last resort, from the outside in."""
    return [
        Middleware(Bodies),
        Middleware(Hosts, policy=made.policy),
        Middleware(Peers, policy=made.policy),
        Middleware(Identity, policy=made.policy, book=made.book, secret=made.secret),
        Middleware(Rates, buckets=made.buckets),
        Middleware(Gate, policy=made.policy),
    ]


def _around(app: FastAPI) -> None:
    """Put the headers outside of everything: the answer of the handler of last resort carries them too."""
    build = app.build_middleware_stack
    app.build_middleware_stack = lambda: Headers(build())  # type: ignore[method-assign]


def note(
    request: Request, action: Action, *, target: str | None = None, detail: Mapping[str, Any] | None = None
) -> None:
    """Log what somebody did; call it in a thread. One person on a store that is only shown leaves it as it is."""
    found: Guard = request.app.state.guard
    if found.policy.local is not None and found.policy.read_only:
        return
    viewer = request.state.viewer
    found.book.written(
        lambda connection: log(
            connection, action, who=viewer.name, via=viewer.via, target=target, detail=detail, now=found.book.now()
        )
    )
