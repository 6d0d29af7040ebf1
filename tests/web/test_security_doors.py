"""Who is let in at all: where the server listens, under which name it is asked, what a proxy says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from accordingto.model import UsageError
from accordingto.model.people import Role
from accordingto.web.app import create_app
from accordingto.web.security.headers import CONTENT
from accordingto.web.settings import Settings
from tests.web.gates import HOST, bearer, browser, server, signed_in, token_of

HEADER = "X-Forwarded-User"
PROXY = "10.0.0.5"
BEHIND = {"host": "0.0.0.0", "allowed_hosts": (HOST,), "identity_header": HEADER, "trusted_proxies": ("10.0.0.0/24",)}


# where it listens


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "192.0.2.9", "desk.example", "127.0.0.1.example", "localhost.example"]
)
def test_another_host_than_this_machines_is_refused_without_accounts(made: Path, host: str) -> None:
    with pytest.raises(UsageError, match=r"no accounts: make one first \(accordingto accounts add"):
        create_app(Settings(db=str(made), host=host, allowed_hosts=(HOST,)))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.9.9.9", "LOCALHOST"])
def test_this_machines_own_addresses_need_none(made: Path, host: str) -> None:
    assert create_app(Settings(db=str(made), host=host, name="lou")).state.guard.policy.local == "lou"


def test_a_header_alone_lets_nobody_in(made: Path) -> None:
    with pytest.raises(UsageError, match="--trusted-proxy"):
        create_app(Settings(db=str(made), host="192.0.2.9", identity_header=HEADER))
    with pytest.raises(UsageError, match="no header"):
        create_app(Settings(db=str(made), identity_header="Cookie", trusted_proxies=(PROXY,)))
    with pytest.raises(UsageError, match="no address or network"):
        create_app(Settings(db=str(made), identity_header=HEADER, trusted_proxies=("proxy.example",)))


def test_a_server_at_every_address_has_to_be_told_its_name(people: Path) -> None:
    with pytest.raises(UsageError, match="--allowed-host"):
        create_app(Settings(db=str(people), host="0.0.0.0"))


def test_with_accounts_nobody_is_taken_for_the_person_at_the_machine(people: Path) -> None:
    with server(people) as app:
        client = browser(app, host="localhost", peer="127.0.0.1")
        assert client.get("/account").headers["location"] == "/sign-in?next=%2Faccount"
        assert client.get("/account.json", headers={"accept": "*/*"}).status_code == 401
        assert client.post("/decide").status_code == 401


# under which name


@pytest.mark.parametrize(
    "host",
    ["rebound.example", "localhost.rebound.example", "127.0.0.1.rebound.example", "desk.example.rebound.example", "", "[::2]",
     "desk.example@rebound.example", "rebound.example#desk.example", "rebound.example/desk.example"],
)  # fmt: skip
def test_a_page_of_another_host_that_points_here_is_refused(made: Path, people: Path, host: str) -> None:
    """DNS rebinding: the browser thinks that we are that page's own host, and tells us so."""
    for path, more in ((made, {}), (people, {"host": "0.0.0.0", "allowed_hosts": (HOST,)})):
        with server(path, **more) as app:
            got = browser(app, host="localhost").get("/account.json", headers={"host": host})
            assert got.status_code == 421
            assert "lou" not in got.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8474", "127.0.0.1:1", "[::1]:8474", "desk.example.", HOST])
def test_its_own_names_are_answered_at_any_port(made: Path, host: str) -> None:
    with server(made, allowed_hosts=(HOST,)) as app:
        assert browser(app).get("/account.json", headers={"host": host}).status_code == 200


def test_two_names_in_one_request_are_refused(made: Path) -> None:
    with server(made) as app:
        got = browser(app).get("/account.json", headers=[("host", "localhost"), ("host", "rebound.example")])
        assert got.status_code == 421


def test_a_socket_of_another_page_is_not_opened(made: Path) -> None:
    with server(made) as app:
        client = TestClient(app, base_url="http://localhost")
        with pytest.raises(WebSocketDisconnect) as refused, client.websocket_connect("/account"):
            pass
        assert refused.value.code == 1008


# what a proxy says


def test_behind_a_proxy_that_tells_nobody_the_person_at_the_machine_is_not_taken_for_all(made: Path) -> None:
    """A proxy on the same machine asks from localhost for people who are not at it."""
    with server(made, allowed_hosts=(HOST,)) as app:
        client = browser(app, peer="127.0.0.1")
        for name in ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Real-IP", "Via"):
            got = client.get("/account.json", headers={name: "203.0.113.7"})
            assert got.status_code == 403, name
            assert "no accounts" in got.json()["error"]["message"]


def test_a_trusted_proxy_says_who_asks(people: Path, made: Path) -> None:
    with server(people, **BEHIND) as app:
        client = browser(app, peer=PROXY)
        got = client.get("/account.json", headers={HEADER: "Cody"}).json()
        assert (got["name"], got["role"], got["via"]) == ("cody", "coder", "proxy"), (
            "their account says what they may do"
        )
        got = client.get("/account.json", headers={HEADER: "New Person"}).json()
        assert (got["name"], got["role"]) == ("New Person", "reader")
    with server(made, **BEHIND, identity_role="nobody") as app:
        assert browser(app, peer=PROXY).get("/account.json", headers={HEADER: "New"}).status_code == 403
    with pytest.raises(UsageError, match="no role"):
        create_app(Settings(db=str(made), **BEHIND, identity_role="king"))


@pytest.mark.parametrize("peer", ["203.0.113.7", "10.0.1.5", "127.0.0.1", "::1", "testclient"])
def test_the_header_from_anybody_else_is_refused(people: Path, made: Path, peer: str) -> None:
    for path in (people, made):
        with server(path, **BEHIND) as app:
            client = browser(app, peer=peer)
            got = client.get("/account.json", headers={HEADER: "ada"})
            assert got.status_code == 403
            assert "ada" not in got.text
            assert client.get("/account.json", headers={HEADER: "ada", "X-Forwarded-For": PROXY}).status_code == 403
            assert client.get("/account.json").status_code == 401


def test_a_name_that_the_client_put_beside_the_proxys_is_refused(people: Path) -> None:
    """A proxy that adds its header and does not take out the client's own sends both."""
    with server(people, **BEHIND) as app:
        got = browser(app, peer=PROXY).get("/account.json", headers=[(HEADER, "ada"), (HEADER, "rea")])
        assert got.status_code == 400


@pytest.mark.parametrize("name", ["", " ", "<script>", "a" * 200, "ada, rea", "a\tb", "ada;role=admin"])
def test_what_is_no_name_is_nobody(people: Path, name: str) -> None:
    with server(people, **BEHIND) as app:
        got = browser(app, peer=PROXY).get("/account.json", headers=[(HEADER.encode(), name.encode("latin-1"))])
        assert got.status_code == 400


def test_whose_account_is_disabled_is_refused_also_through_the_proxy(people: Path) -> None:
    from accordingto.store import accounts

    with server(people, **BEHIND) as app:
        book = app.state.guard.book
        book.written(lambda c: accounts.set_disabled(c, accounts.known(c, "cody").key, True))
        assert browser(app, peer=PROXY).get("/account.json", headers={HEADER: "cody"}).status_code == 403


def test_a_change_through_the_proxy_needs_the_token_of_the_form(people: Path) -> None:
    """The proxy knows people by a cookie of its own, which another site's form sends along."""
    with server(people, **BEHIND) as app:
        client = browser(app, peer=PROXY)
        page = client.get("/admin/accounts", headers={HEADER: "ada"}).text
        assert client.post("/decide", headers={HEADER: "cody"}).status_code == 403
        mine = page.split('name="csrf" value="')[1].split('"')[0]
        assert client.post("/decide", headers={HEADER: "ada", "x-csrf-token": mine}).status_code == 200
        assert client.post("/decide", headers={HEADER: "cody", "x-csrf-token": mine}).status_code == 403, (
            "somebody else's"
        )


def test_a_token_goes_before_the_proxys_header_and_does_not_fall_back_to_it(people: Path) -> None:
    with server(people, **BEHIND) as app:
        client = browser(app, peer=PROXY)
        secret = token_of(app, "ada", Role.READER)
        assert client.get("/account.json", headers={HEADER: "rea", **bearer(secret)}).json()["name"] == "ada"
        assert client.get("/account.json", headers={HEADER: "rea", **bearer("accordingto_none")}).status_code == 401
        got = client.get("/account.json", headers={HEADER: "rea", "authorization": "Basic cmVhOng="}).json()
        assert got["name"] == "rea", "what the proxy asked for itself is the proxy's"


# what every answer says


ANSWERS = [
    "/sign-in",
    "/account",
    "/nothing",
    "/static/base.css",
    "/static/../app.py",
    "/broken",
    "/admin/log",
    "/decide",
]


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_forbids_frames_foreign_scripts_and_guessing(shared: Any, path: str) -> None:
    """Also one that went wrong, and one that is refused before any route."""
    client, _ = signed_in(shared, "cody")
    for got in (client.get(path), browser(shared).get(path), browser(shared).get(path, headers={"host": "x.example"})):
        assert got.headers["content-security-policy"] == CONTENT
        assert "unsafe" not in CONTENT
        assert "frame-ancestors 'none'" in CONTENT
        assert got.headers["x-frame-options"] == "DENY"
        assert got.headers["x-content-type-options"] == "nosniff"
        assert got.headers["referrer-policy"] == "same-origin"
        assert got.headers["cross-origin-opener-policy"] == got.headers["cross-origin-resource-policy"] == "same-origin"
        assert "camera=()" in got.headers["permissions-policy"]
        assert "server" not in got.headers
        assert "access-control-allow-origin" not in got.headers
        if not path.startswith("/static") and got.status_code < 421:
            assert {"private", "no-store"} & set(got.headers["cache-control"].replace(" ", "").split(","))
            assert "public" not in got.headers["cache-control"]


def test_a_fault_of_ours_tells_nothing_of_how_we_are_made(shared: Any) -> None:
    client, _ = signed_in(shared, "cody")
    got = client.get("/broken")
    assert got.status_code == 500
    assert "fault of ours" not in got.text
    assert "Traceback" not in got.text


def test_what_needs_an_identity_is_not_kept_by_caches_that_others_share(shared: Any) -> None:
    client, _ = signed_in(shared, "cody")
    got = client.get("/account")
    assert "private" in got.headers["cache-control"]
    assert {"Cookie", "Authorization"} <= {part.strip() for part in got.headers["vary"].split(",")}


def test_over_tls_browsers_are_told_to_stay_there(shared: Any) -> None:
    assert "max-age" in browser(shared, https=True).get("/sign-in").headers["strict-transport-security"]
    assert "strict-transport-security" not in browser(shared).get("/sign-in").headers
