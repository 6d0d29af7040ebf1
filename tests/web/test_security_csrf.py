"""Changes that another site's page sends in somebody's name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from accordingto.model.people import Role
from tests.web.gates import HOST, bearer, browser, form_token, server, sign_in, signed_in, token_of

FORM = {"content-type": "application/x-www-form-urlencoded"}


def test_with_its_token_a_form_is_taken_and_the_route_sees_all_of_it(shared: Any) -> None:
    client, token = signed_in(shared, "cody")
    body = f"csrf={token}&words={'w' * 70_000}"
    assert client.post("/decide", content=body, headers=FORM).json()["bytes"] == len(body)
    got = client.post("/decide", files={"words": (None, "v")}, data={"csrf": token})
    assert got.json()["who"] == "cody"
    assert client.put("/decide", json={"a": 1}, headers={"x-csrf-token": token}).json()["bytes"] == len('{"a":1}')


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_without_one_nothing_is_done(shared: Any, method: str) -> None:
    client, token = signed_in(shared, "cody")
    for more in (
        {},
        {"headers": {"x-csrf-token": ""}},
        {"headers": {"x-csrf-token": token[:-1]}},
        {"data": {"csrf": "x"}},
    ):
        assert client.request(method, "/decide", **more).status_code == 403
    assert client.request(method, f"/decide?csrf={token}").status_code == 403, "an address is no place for it"
    assert client.request(method, "/decide", json={"csrf": token}).status_code == 403
    assert client.request(method, "/decide", content=f"csrf={token}&csrf=x", headers=FORM).status_code == 403
    plain = {"content-type": "text/plain"}
    assert client.request(method, "/decide", content=f"csrf={token}", headers=plain).status_code == 403


def test_another_sessions_token_is_refused_also_of_the_same_person(shared: Any) -> None:
    client, token = signed_in(shared, "cody")
    _, others = signed_in(shared, "rea")
    _, own = signed_in(shared, "cody")
    assert len({token, others, own}) == 3
    for wrong in (others, own):
        assert client.post("/decide", headers={"x-csrf-token": wrong}).status_code == 403
    assert client.post("/decide", headers={"x-csrf-token": token}).status_code == 200


@pytest.mark.parametrize(
    "said",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": f"http://{HOST}.evil.example"},
        {"origin": f"http://{HOST}:8000"},
        {"origin": f"https://{HOST}"},
        {"origin": ""},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": f"http://{HOST}"},
        {"sec-fetch-site": "same-origin", "origin": "https://evil.example"},
    ],
)
def test_from_another_site_nothing_is_done_even_with_the_token(shared: Any, said: dict[str, str]) -> None:
    client, token = signed_in(shared, "cody")
    assert client.post("/decide", headers={"x-csrf-token": token, **said}).status_code == 403
    assert client.post("/sign-out", data={"csrf": token}, headers=said).status_code == 403
    assert client.get("/account.json").status_code == 200


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"origin": f"http://{HOST}"},
        {"sec-fetch-site": "same-origin", "origin": f"http://{HOST}"},
        {"sec-fetch-site": "none"},
    ],
)
def test_from_our_own_pages_and_from_programs_it_is_taken(shared: Any, said: dict[str, str]) -> None:
    client, token = signed_in(shared, "cody")
    assert client.post("/decide", headers={"x-csrf-token": token, **said}).status_code == 200


def test_the_person_at_this_machine_is_protected_as_well(made: Path) -> None:
    """Any page in their browser can send a form to localhost."""
    with server(made) as app, server(made) as again:
        client = browser(app, host="localhost", peer="127.0.0.1")
        token = form_token(client.get("/admin/accounts"))
        assert client.post("/decide").status_code == 403
        assert (
            client.post("/decide", headers={"x-csrf-token": token, "origin": "http://localhost:9999"}).status_code
            == 403
        )
        assert client.post("/decide", headers={"x-csrf-token": token, "sec-fetch-site": "same-site"}).status_code == 403
        assert client.post("/decide", headers={"x-csrf-token": token}).json()["who"] == "lou"
        other = browser(again, host="localhost", peer="127.0.0.1")
        assert other.post("/decide", headers={"x-csrf-token": token}).status_code == 403, "the token of another start"
        got = client.post("/decide", headers={"authorization": "Bearer accordingto_x"})
        assert got.status_code == 403, "a header is no way around it"


def test_a_program_without_a_token_asks_what_to_send_along(shared: Any, made: Path) -> None:
    client, token = signed_in(shared, "cody")
    assert client.get("/api/v1/me").json() == {"name": "cody", "role": "coder", "via": "session", "csrf": token}
    with server(made) as app:
        local = browser(app, host="localhost", peer="127.0.0.1")
        found = local.get("/api/v1/me").json()
        assert local.post("/decide", headers={"x-csrf-token": found["csrf"]}).json()["who"] == "lou"
    secret = token_of(shared, "cody", Role.CODER)
    assert browser(shared).get("/api/v1/me", headers=bearer(secret)).json()["csrf"] == "", "it needs none"


def test_a_token_of_the_api_carries_no_cookie_and_needs_none_of_this(shared: Any) -> None:
    secret = token_of(shared, "cody", Role.CODER)
    assert browser(shared).post("/decide", headers=bearer(secret)).json()["via"] == "token"


def test_a_token_beside_a_cookie_acts_for_the_token_alone(shared: Any) -> None:
    """An attacker who could add a token of their own to a victim's request would act as themselves."""
    victim, _ = signed_in(shared, "ada")
    attackers = token_of(shared, "cody", Role.CODER)
    got = victim.post("/decide", headers=bearer(attackers)).json()
    assert (got["who"], got["role"], got["via"]) == ("cody", "coder", "token")
    for wrong in ("accordingto_none", "", "x"):
        got = victim.post("/decide", headers=bearer(wrong))
        assert got.status_code == 401, "no falling back to the cookie"
    assert victim.post("/decide", headers={"authorization": "Basic eDp5"}).status_code == 403, (
        "that is no token: a cookie asks"
    )
    two = [("authorization", f"Bearer {attackers}"), ("authorization", "Bearer x")]
    assert victim.post("/decide", headers=two).status_code == 400


def test_another_site_does_not_sign_somebody_in_as_somebody_else(shared: Any) -> None:
    """Sign-in CSRF: the victim would work in the attacker's account."""
    attackers = form_token(browser(shared).get("/sign-in"))
    victim = browser(shared)
    given = {"name": "rea", "password": "four grey herons wade"}
    assert victim.post("/sign-in", data=given).status_code == 403
    assert victim.post("/sign-in", data={**given, "csrf": attackers}).status_code == 403
    victim.get("/sign-in")
    assert victim.post("/sign-in", data={**given, "csrf": attackers}).status_code == 403
    token = form_token(victim.get("/sign-in"))
    elsewhere = {"sec-fetch-site": "cross-site"}
    assert victim.post("/sign-in", data={**given, "csrf": token}, headers=elsewhere).status_code == 403
    assert sign_in(victim, "rea").status_code == 303


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_what_only_reads_needs_no_token(shared: Any, method: str) -> None:
    client, _ = signed_in(shared, "cody")
    assert client.request(method, "/account", headers={"sec-fetch-site": "cross-site"}).status_code in (200, 405)


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND", "get", "Post"])
def test_there_are_no_other_methods(shared: Any, method: str) -> None:
    client, token = signed_in(shared, "cody")
    assert client.request(method, "/decide", headers={"x-csrf-token": token}).status_code in (200, 405)
    assert browser(shared).request(method, "/decide").status_code != 200


def test_no_other_site_is_told_that_it_may_ask(shared: Any) -> None:
    client, _ = signed_in(shared, "cody")
    asked = {
        "origin": "https://evil.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization",
    }
    got = client.options("/decide", headers=asked)
    assert not any(name.startswith("access-control") for name in got.headers)
