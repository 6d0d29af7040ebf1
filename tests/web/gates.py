"""Servers to attack: with accounts, behind a proxy, or for the one person at this machine; all over a store of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import anyio
from argon2 import PasswordHasher
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from accordingto.model.people import Role
from accordingto.store import accounts, tokens
from accordingto.store.store import Store
from accordingto.web.app import create_app
from accordingto.web.security import passwords, secrets
from accordingto.web.settings import Settings

WORDS = "four grey herons wade"
HOST = "desk.example"
PEOPLE = {"rea": Role.READER, "cody": Role.CODER, "judy": Role.ADJUDICATOR, "ada": Role.ADMIN}
_TOKEN = re.compile(r'name="csrf" value="([^"]+)"')


class Clock:
    """A time that tests move."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)


@contextmanager
def quick_hashes() -> Iterator[None]:
    """Hashes of passwords that take a millisecond."""
    earnest, quick = passwords.hasher, PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    passwords.hasher = lambda: quick  # type: ignore[assignment]
    yield
    passwords.hasher = earnest


def with_people(path: Path) -> Path:
    """Give a store one account of each role, all with the same password."""
    kept = passwords.hasher().hash(WORDS)
    with Store.open(path) as store, store.writing() as connection:
        for name, role in PEOPLE.items():
            accounts.add(connection, name, role=role, password_hash=kept, now=Clock().now)
    return path


@contextmanager
def server(path: Path, *, clock: Clock | None = None, **more: Any) -> Iterator[Any]:
    """An application with a route that changes something, as the routes of decisions do."""
    app = create_app(Settings(db=str(path), name="lou", **{"review": True, **more}))
    app.router.routes.insert(0, Route("/decide", _decide, methods=["GET", "POST", "PUT", "DELETE"]))
    app.router.routes.insert(0, Route("/broken", _broken))
    if clock is not None:
        app.state.guard.book.now = clock
    yield app
    app.state.guard.book.close()
    app.state.stores.close()


def browser(app: Any, *, https: bool = False, host: str = HOST, peer: str = "203.0.113.7") -> TestClient:
    """A browser that stands outside; it does not follow redirects."""
    return TestClient(
        app,
        base_url=f"http{'s' if https else ''}://{host}",
        client=(peer, 50000),
        follow_redirects=False,
        raise_server_exceptions=False,
        headers={"accept": "text/html"},
    )


def raw(
    app: Any, path: bytes, *, headers: Sequence[tuple[bytes, bytes]] = (), peer: str = "127.0.0.1"
) -> tuple[int, str]:
    """Status and body of what a client is answered that sends bytes which no decent one would."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    asked, _, query = path.partition(b"?")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(asked.decode("latin-1")),
        "raw_path": asked,
        "query_string": query,
        "root_path": "",
        "headers": [(b"host", b"localhost"), *headers],
        "client": (peer, 50000),
        "server": ("localhost", 80),
        "state": {},
    }
    with suppress(Exception):  # a fault is answered with 500, and raised again for the log
        anyio.run(app, scope, receive, send)
    body = b"".join(one.get("body", b"") for one in sent[1:])
    return sent[0]["status"], body.decode("utf-8", "replace")


def form_token(response: Any) -> str:
    """The token of the form on a page."""
    found = _TOKEN.search(response.text)
    assert found, response.text
    return found[1]


def sign_in(client: TestClient, name: str, password: str = WORDS, **more: str) -> Any:
    """Fill in the page to sign in."""
    token = form_token(client.get("/sign-in"))
    return client.post("/sign-in", data={"csrf": token, "name": name, "password": password, **more})


def signed_in(app: Any, name: str, **more: Any) -> tuple[TestClient, str]:
    """A browser in which somebody is signed in, and the token of its forms."""
    client = browser(app, **more)
    assert sign_in(client, name).status_code == 303
    return client, form_token(client.get("/account"))


def token_of(app: Any, name: str, scope: Role, *, days: int = 9) -> str:
    """A token of somebody's."""
    book, secret = app.state.guard.book, secrets.token()

    def work(connection: Any) -> None:
        tokens.make(
            connection,
            accounts.known(connection, name),
            sha256=secrets.kept(secret),
            label="notebook",
            scope=scope,
            now=book.now(),
            lasting=timedelta(days=days),
        )

    book.written(work)
    return secret


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


async def _decide(request: Request) -> Response:
    """What a route of decisions sees."""
    body = await request.body()
    viewer = request.state.viewer
    return JSONResponse({"who": viewer.name, "role": viewer.role.value, "via": viewer.via, "bytes": len(body)})


def _broken(_: Request) -> Response:
    raise RuntimeError("a fault of ours")
