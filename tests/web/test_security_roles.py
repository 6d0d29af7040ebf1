"""What each role and each token may do; that what a route forgets, the gate refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from accordingto.model import UsageError
from accordingto.model.people import ROLES, Role, role_of
from accordingto.store import accounts, tokens
from accordingto.store.auditing import Action, entries
from accordingto.web.pages import PAGES, ROUTES
from accordingto.web.security import secrets
from accordingto.web.security.guard import note
from accordingto.web.security.needs import needs
from accordingto.web.security.viewer import Viewer
from accordingto.web.security.ways import OPEN
from tests.web.gates import HOST, PEOPLE, Clock, bearer, browser, form_token, raw, server, sign_in, signed_in, token_of

DECIDERS = {"cody", "judy", "ada"}


def test_roles_are_compared_and_named() -> None:
    assert [role_of(word) for word in ROLES] == sorted(Role)
    assert Role.READER < Role.CODER < Role.ADJUDICATOR < Role.ADMIN
    assert max(Role.ADMIN, Role.CODER) is Role.ADMIN
    assert not Role.ADMIN <= Role.READER
    assert [role for role in Role if role.settles] == [Role.ADJUDICATOR, Role.ADMIN]
    for word in ("king", "", "1", "Role.ADMIN"):
        with pytest.raises(UsageError, match="there are reader"):
            role_of(word)


@pytest.mark.parametrize("name", PEOPLE)
def test_only_a_coder_or_more_changes_records_also_where_the_route_forgets_to_ask(shared: Any, name: str) -> None:
    client, token = signed_in(shared, name)
    wanted = 200 if name in DECIDERS else 403
    for method in ("POST", "PUT", "DELETE"):
        assert client.request(method, "/decide", headers={"x-csrf-token": token}).status_code == wanted


@pytest.mark.parametrize("name", PEOPLE)
def test_only_an_admin_sees_and_changes_accounts_and_the_log(shared: Any, name: str) -> None:
    client, token = signed_in(shared, name)
    allowed = name == "ada"
    for path in ("/admin/accounts", "/admin/accounts.json", "/admin/accounts.csv", "/admin/log", "/admin/log.json"):
        assert (client.get(path).status_code == 200) == allowed, path
    twins = [
        route.path
        for route in shared.routes
        if "/admin/" in getattr(route, "path", "") and "GET" in (route.methods or ())
    ]
    assert {"/api/v1/admin/log", "/admin/log.csv"} <= set(twins)
    for path in twins:
        assert (client.get(path).status_code == 200) == allowed, path
    got = client.post("/admin/accounts/role", data={"csrf": token, "name": "rea", "role": "admin"})
    assert got.status_code == (303 if allowed else 403)
    rea = shared.state.guard.book.account("rea")
    assert rea.role is (Role.ADMIN if allowed else Role.READER)


SPELT = [
    *("/admin", "/admin/", "/admin/x", "/admin.json", "/admin/log/", "/Admin/log", "/admin%2Flog", "/admin%2flog.json"),
    *("//admin/log", "/./admin/log", "/x/../admin/log", "/admin//log", "/admin/./log", "/admin;/log", "/%61dmin/log"),
]


@pytest.mark.parametrize("path", SPELT)
def test_no_spelling_of_a_path_leads_a_reader_to_the_admins_pages(shared: Any, path: str) -> None:
    client, _ = signed_in(shared, "rea")
    headers = [(b"cookie", f"accordingto-session-80={client.cookies['accordingto-session-80']}".encode())]
    status, body = raw(shared, path.encode(), headers=headers)
    assert status in (403, 404, 307)
    assert "sign in" not in body, "an entry of the log"
    assert raw(shared, b"/account", headers=headers)[0] == 200, "they are signed in"


@pytest.mark.parametrize("page", [page for page in PAGES if "{" not in page.path], ids=lambda page: page.name)
def test_nobody_reads_without_saying_who_they_are(shared: Any, page: Any) -> None:
    client = browser(shared)
    for path in (page.path, *(f"{page.path}.{twin}" for twin in page.twins)):
        got = client.get(path)
        assert got.status_code == (303 if path == page.path else 401), path
        assert client.get(path, headers={"cookie": "accordingto-session-80=guess"}).status_code == got.status_code


def test_every_route_that_there_is_is_closed_to_strangers(shared: Any) -> None:
    """Whatever the pages add: each path, with each of its methods."""
    open_ = {"/sign-in", "/static", "/assets"}
    paths = {getattr(route, "path", "") for route in (*ROUTES, *shared.routes)}
    asked = 0
    for path in sorted(paths - open_):
        if path.startswith(OPEN):
            continue
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
            client = browser(shared, peer=f"203.0.{asked // 250}.{asked % 250}")
            got = client.request(method, path.replace("{", "").replace("}", ""), headers={"accept": "*/*"})
            assert got.status_code == 401, (method, path, got.status_code)
            asked += 1
    assert asked > 60


@pytest.mark.parametrize("name", PEOPLE)
def test_a_server_that_is_read_only_is_so_for_every_role(people: Path, name: str) -> None:
    with server(people, host="0.0.0.0", allowed_hosts=(HOST,), review=False) as app:
        client, token = signed_in(app, name)
        got = client.post("/decide", headers={"x-csrf-token": token, "accept": "application/json"})
        assert got.status_code == 403
        assert "--review" in got.text
        secret = token_of(app, name, Role.READER)
        assert browser(app).post("/decide", headers=bearer(secret)).status_code == 403
        assert client.post("/sign-out", data={"csrf": token}).status_code == 303, "what is one's own is no record"


def test_the_person_at_this_machine_changes_nothing_where_it_is_read_only(made: Path) -> None:
    with server(made, review=False) as app:
        client = browser(app, host="localhost", peer="127.0.0.1")
        token = form_token(client.get("/admin/accounts"))
        assert client.post("/decide", headers={"x-csrf-token": token}).status_code == 403
        assert client.get("/sign-in").status_code == 404


# tokens


def test_a_token_does_no_more_than_its_scope(shared: Any) -> None:
    client = browser(shared)
    for scope in Role:
        secret = token_of(shared, "ada", scope)
        got = client.post("/decide", headers=bearer(secret))
        assert got.status_code == (200 if scope >= Role.CODER else 403), scope
        if scope >= Role.CODER:
            assert got.json()["role"] == scope.value
        assert (client.get("/admin/log.json", headers=bearer(secret)).status_code == 200) == (scope is Role.ADMIN)


def test_a_token_with_a_scope_above_its_account_is_not_made(shared: Any) -> None:
    client, token = signed_in(shared, "cody")
    given = {"csrf": token, "label": "notebook", "days": "9"}
    for scope in ("admin", "adjudicator", "", "king"):
        assert client.post("/account/tokens", data={**given, "scope": scope}).status_code == 400
    made = client.post("/account/tokens", data={**given, "scope": "coder"})
    assert made.headers["cache-control"] == "no-store"
    secret = made.text.split('class="mono secret" value="')[1].split('"')[0]
    assert secret.startswith(secrets.PREFIX)
    assert browser(shared).post("/decide", headers=bearer(secret)).json()["who"] == "cody"
    assert secret not in client.get("/account").text, "it is shown once"


def test_a_token_follows_its_account_down(shared: Any) -> None:
    secret = token_of(shared, "ada", Role.ADMIN)
    book = shared.state.guard.book
    book.written(lambda c: accounts.set_role(c, accounts.known(c, "ada").key, Role.READER))
    client = browser(shared)
    assert client.get("/account.json", headers=bearer(secret)).json()["role"] == "reader"
    assert client.post("/decide", headers=bearer(secret)).status_code == 403


def test_a_token_is_refused_once_it_is_over_or_taken_back(shared: Any, clock: Clock) -> None:
    client, form = signed_in(shared, "cody")
    first, second = (token_of(shared, "cody", Role.CODER, days=days) for days in (1, 9))
    ask = browser(shared)
    assert [ask.get("/account.json", headers=bearer(one)).status_code for one in (first, second)] == [200, 200]
    clock.later(hours=24)
    got = ask.get("/account.json", headers=bearer(first))
    assert got.status_code == 401
    assert 'error="invalid_token"' in got.headers["www-authenticate"]
    client, form = signed_in(shared, "cody")
    key = max(one["token"] for one in client.get("/account.json").json()["tokens"])
    other, others = signed_in(shared, "rea")
    assert other.post("/account/tokens/revoke", data={"csrf": others, "token": str(key)}).status_code == 400
    assert ask.get("/account.json", headers=bearer(second)).status_code == 200, "nobody takes back another's"
    assert client.post("/account/tokens/revoke", data={"csrf": form, "token": str(key)}).status_code == 303
    assert ask.get("/account.json", headers=bearer(second)).status_code == 401


def test_a_token_makes_no_tokens_and_changes_no_accounts(shared: Any) -> None:
    """Whoever steals one must not be able to make it outlast being taken back."""
    secret = token_of(shared, "ada", Role.ADMIN)
    client = browser(shared)
    for path in ("/account/tokens", "/account/password", "/admin/accounts/add", "/admin/accounts/role", "/sign-out"):
        got = client.post(path, headers=bearer(secret), data={"label": "x", "scope": "admin", "days": "9"})
        assert got.status_code == 403, path
    assert len(shared.state.guard.book.looked(lambda c: tokens.of_account(c, accounts.known(c, "ada").key))) == 1


@pytest.mark.parametrize(
    "sent", ["", "accordingto_", "accordingto_" + "x" * 43, "x" * 5000, "accordingto_\x7f", "' OR 1=1 --", "null"]
)
def test_what_is_no_token_is_refused(shared: Any, sent: str) -> None:
    token_of(shared, "ada", Role.ADMIN)
    assert browser(shared).get("/account.json", headers=bearer(sent)).status_code == 401


def test_a_hash_from_the_store_is_no_token(shared: Any) -> None:
    """Whoever reads a copy of the database cannot use what is in it."""
    secret = token_of(shared, "ada", Role.ADMIN)
    client, _ = signed_in(shared, "ada")
    for kept in (secrets.kept(secret), secrets.PREFIX + secrets.kept(secret)):
        assert browser(shared).get("/account.json", headers=bearer(kept)).status_code == 401
    held = secrets.kept(client.cookies["accordingto-session-80"])
    thief = browser(shared)
    thief.cookies.set("accordingto-session-80", held, domain=HOST)
    assert thief.get("/account.json").status_code == 401


# what routes ask, and what is logged


@pytest.mark.parametrize("role", Role)
def test_a_route_asks_for_a_role(role: Role) -> None:
    def request(viewer: Viewer | None) -> Request:
        return Request({"type": "http", "headers": [], "state": {"viewer": viewer}})

    for held in Role:
        viewer = Viewer("x", held, "session")
        if held >= role:
            assert needs(role)(request(viewer)) is viewer
        else:
            with pytest.raises(HTTPException) as refused:
                needs(role)(request(viewer))
            assert refused.value.status_code == 403
    with pytest.raises(HTTPException) as refused:
        needs(role)(request(None))
    assert refused.value.status_code == 401


def test_an_admin_does_not_lock_themselves_out_by_a_slip(shared: Any) -> None:
    client, token = signed_in(shared, "ada")
    for path, more in (("role", {"role": "reader"}), ("disable", {})):
        got = client.post(f"/admin/accounts/{path}", data={"csrf": token, "name": "ada", **more})
        assert got.status_code == 400
        assert "your own account" in got.text


def test_what_an_admin_does_is_logged(shared: Any) -> None:
    client, token = signed_in(shared, "ada")
    new = {"csrf": token, "name": "Nia", "role": "coder", "password": "seven green ferries"}
    assert client.post("/admin/accounts/add", data=new).status_code == 303
    assert client.post("/admin/accounts/add", data=new).status_code == 400
    assert client.post("/admin/accounts/add", data={**new, "name": "Bo", "password": "short"}).status_code == 400
    assert sign_in(browser(shared), "nia", "seven green ferries").status_code == 303
    client.post("/admin/accounts/disable", data={"csrf": token, "name": "Nia"})
    rows = client.get("/admin/log.json").json()["entries"]
    assert [(row["action"], row["who"], row["target"]) for row in rows[:3]] == [
        ("disable account", "ada", "Nia"),
        ("sign in", "Nia", None),
        ("add account", "ada", "Nia"),
    ]
    assert "seven green" not in str(rows)
    assert client.get("/admin/log.json?action=sign+in&who=ada").json()["entries"][0]["via"] == "password"
    assert len(client.get(f"/admin/log.csv?after={rows[0]['entry']}").text.splitlines()) == len(rows)


def test_routes_log_what_is_done_in_the_name_of_who_asks(shared: Any, made: Path) -> None:
    def request(app: Any, viewer: Viewer) -> Request:
        return Request({"type": "http", "headers": [], "app": app, "state": {"viewer": viewer}})

    note(request(shared, Viewer("cody", Role.CODER, "token")), Action.EXPORT, target="claims.csv", detail={"rows": 3})
    (one,) = shared.state.guard.book.looked(entries)
    assert (one.who, one.via, one.action, one.target, one.detail) == (
        "cody",
        "token",
        "export",
        "claims.csv",
        {"rows": 3},
    )
    before = made.read_bytes()
    with server(made, review=False) as app:
        note(request(app, Viewer("lou", Role.ADMIN, "local")), Action.EXPORT, target="claims.csv")
    assert made.read_bytes() == before, "one's own store that is only shown is left as it is"
