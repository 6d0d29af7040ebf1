"""What comes in: too much, too slow, too often, packed, with paths and headers that are meant for something else."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import anyio
import pytest
from starlette.exceptions import HTTPException

from accordingto.web.security import bodies, rates
from accordingto.web.security.bodies import Bodies
from accordingto.web.security.rates import READING, SIGN_IN, Buckets, Rate, Rates, network_of
from accordingto.web.security.viewer import Role, Viewer
from tests.web.gates import browser, form_token, raw, server, signed_in

SECRET = "not to be given out"


# bodies


def test_a_body_that_is_too_large_is_refused_whether_or_not_it_says_so(shared: Any) -> None:
    client, token = signed_in(shared, "cody")
    large = b"x" * (bodies.LARGEST + 1)
    headers = {"x-csrf-token": token}
    assert client.post("/decide", content=large, headers=headers).status_code == 413
    chunks = (large[at : at + 65_536] for at in range(0, len(large), 65_536))
    assert client.post("/decide", content=chunks, headers=headers).status_code == 413
    assert client.post("/decide", content=large[:-1], headers=headers).json()["bytes"] == bodies.LARGEST
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/decide", content=b"csrf=" + large, headers=form).status_code == 413
    assert browser(shared).post("/sign-in", content=large).status_code == 413
    for length in ("-1", "1e9", "٣", "99999999999999999999"):
        got = client.post(
            "/decide", content=b"x", headers={**headers, "content-length": length.encode("utf-8", "ignore")}
        )
        assert got.status_code in (400, 413)


def test_a_form_of_very_many_fields_is_refused(shared: Any) -> None:
    client, token = signed_in(shared, "cody")
    many = "&".join(f"f{n}=1" for n in range(5000))
    got = client.post(
        "/decide", content=f"csrf={token}&{many}", headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert got.status_code in (400, 403)
    file = client.post("/decide", data={"csrf": token}, files={"f": ("a.txt", b"x")})
    assert file.status_code in (400, 403), "no form of ours sends files"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "GZIP", "x"])
def test_a_packed_body_is_not_unpacked(shared: Any, coding: str) -> None:
    """A bomb: ten gigabytes of a kind that pack to ten megabytes are of no use where nothing is unpacked."""
    client, token = signed_in(shared, "cody")
    bomb = gzip.compress(bytes(20_000_000))
    assert len(bomb) < bodies.LARGEST
    got = client.post("/decide", content=bomb, headers={"x-csrf-token": token, "content-encoding": coding})
    assert got.status_code == 415


def test_a_body_that_trickles_is_given_up() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        while True:
            await receive()

    async def trickle() -> dict[str, Any]:
        await anyio.sleep(0.02)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def run() -> None:
        scope = {"type": "http", "headers": [], "path": "/", "query_string": b""}
        with anyio.fail_after(5), pytest.raises(HTTPException) as refused:
            await Bodies(app, slowest=0.2)(scope, trickle, None)  # type: ignore[arg-type]
        assert refused.value.status_code == 408

    anyio.run(run)


def test_an_address_that_is_too_long_is_refused(shared: Any) -> None:
    client, _ = signed_in(shared, "cody")
    assert client.get("/account?" + "a" * bodies.LONGEST).status_code == 414
    assert client.get("/" + "a" * bodies.LONGEST).status_code == 414


# how often


def test_a_bucket_fills_again_and_belongs_to_one() -> None:
    now = [0.0]
    found, rate = Buckets(lambda: now[0]), Rate(burst=3, a_second=0.5)
    assert [found.take("k", "a", rate) for _ in range(4)] == [0, 0, 0, 2.0]
    assert found.take("k", "b", rate) == 0
    assert found.take("other", "a", rate) == 0
    now[0] = 2.0
    assert [found.take("k", "a", rate) for _ in range(2)] == [0, 2.0]
    now[0] = 9999.0
    assert [found.take("k", "a", rate) for _ in range(4)] == [0, 0, 0, 2.0], "it holds no more than it holds"


def test_what_is_kept_of_who_asks_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "MOST", 100)
    found = Buckets()
    for number in range(1000):
        found.take("k", f"{number}", READING)
    assert len(found._held) == 100


def test_one_household_has_one_bucket() -> None:
    assert network_of("2001:db8:1:2::5") == network_of("2001:db8:1:2:ffff::1") != network_of("2001:db8:1:3::5")
    assert network_of("::ffff:192.0.2.1") == network_of("192.0.2.1").replace("192.0.2.1", "::ffff:192.0.2.1")
    assert network_of("-") == "-"


def test_who_asks_too_often_waits_and_nobody_else_does(shared: Any) -> None:
    shared.state.guard.buckets._clock = lambda: 0.0
    loud = browser(shared, peer="203.0.113.1")
    assert {loud.get("/sign-in").status_code for _ in range(READING.burst)} == {200}
    got = loud.get("/sign-in")
    assert got.status_code == 429
    assert int(got.headers["retry-after"]) >= 1
    assert browser(shared, peer="203.0.113.2").get("/sign-in").status_code == 200
    assert loud.get("/static/base.css").status_code == 200, "files that are the same for all are not counted"


def test_a_new_address_in_a_header_is_no_new_bucket(shared: Any) -> None:
    client = browser(shared)
    token = form_token(client.get("/sign-in"))
    given = {"csrf": token, "name": "x", "password": "y"}
    codes = [
        client.post(
            "/sign-in", data={**given, "name": f"n{n}"}, headers={"x-forwarded-for": f"198.51.100.{n}"}
        ).status_code
        for n in range(SIGN_IN.burst + 3)
    ]
    assert codes[-1] == 429


def test_behind_a_trusted_proxy_each_address_has_its_own_bucket_and_none_can_be_made_up(people: Path) -> None:
    with server(people, trusted_proxies=("10.0.0.0/24",), allowed_hosts=("desk.example",)) as app:
        client = browser(app, peer="10.0.0.5")
        token = form_token(client.get("/sign-in"))

        def codes(ways: list[str]) -> list[int]:
            given = {"csrf": token, "password": "y"}
            return [
                client.post(
                    "/sign-in", data={**given, "name": f"{way}{n}"}, headers={"x-forwarded-for": way}
                ).status_code
                for n, way in enumerate(ways)
            ]

        many = SIGN_IN.burst + 2
        assert codes([f"198.51.100.{n}" for n in range(many)]) == [403] * many
        assert codes([f"192.0.2.{n}, 198.51.100.99, 10.0.0.9" for n in range(many)])[-1] == 429, (
            "what stands before it is made up"
        )


def test_slow_readers_of_exports_do_not_take_all_connections() -> None:
    """Who asks for an export and does not read it holds a connection to the store."""
    answered: list[int] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await anyio.sleep_forever()

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            answered.append(message["status"])

    def scope(name: str) -> dict[str, Any]:
        state = {"viewer": Viewer(name, Role.READER, "session"), "peer": "-"}
        return {"type": "http", "method": "GET", "path": "/api/v1/export/csv", "headers": [], "state": state}

    async def run() -> None:
        guarded = Rates(app, buckets=Buckets())
        async with anyio.create_task_group() as group:
            for number in range(20):
                group.start_soon(guarded, scope("ada" if number < 5 else f"n{number}"), None, send)
            await anyio.sleep(0.05)
            assert len(answered) == 20 - rates.TOGETHER
            assert set(answered) == {429}
            group.cancel_scope.cancel()
        assert guarded._exports.total() == 0, "when they leave, there is room again"

    anyio.run(run)


def test_exports_are_given_out_less_often_than_pages(shared: Any) -> None:
    shared.state.guard.buckets._clock = lambda: 0.0
    client, _ = signed_in(shared, "rea")
    codes = [client.get("/api/v1/export/none").status_code for _ in range(rates.EXPORTING.burst + 1)]
    assert codes[-1] == 429
    assert 429 not in codes[:-1]
    assert client.get("/account").status_code == 200


def test_the_person_at_this_machine_is_not_made_to_wait(made: Path) -> None:
    with server(made) as app:
        client = browser(app, host="localhost")
        assert {client.get("/account.json").status_code for _ in range(READING.burst + 5)} == {200}


# paths


@pytest.fixture(scope="module")
def beside(made: Path) -> str:
    """A file that lies beside the store."""
    (made.parent / "secret.txt").write_text(SECRET)
    return str(made.parent / "secret.txt")


UP = [
    "../",
    "..%2f",
    "%2e%2e/",
    "%2e%2e%2f",
    "....//",
    "..\\",
    "..%5c",
    "..%c0%af",
    "%252e%252e/",
    "..;/",
    "./../",
    "/",
]


@pytest.mark.parametrize("root", ["/static/", "/assets/", "/style/", "/reports/", "/stories/", "/"])
def test_no_path_leads_out_of_the_folders_of_files(made: Path, beside: str, root: str) -> None:
    with server(made) as app:
        for step in UP:
            for end in (beside.lstrip("/"), "app.py", "web/app.py", "etc/passwd", "made.db"):
                for depth in (1, 3, 12):
                    path = root + step * depth + end
                    status, body = raw(app, path.encode())
                    assert status in (400, 404, 307), (path, status)
                    assert not any(told in body for told in (SECRET, "create_app", "root:")), path


@pytest.mark.parametrize(
    "name", [b"base.css%00.html", b"%00", b"base.css::$DATA", b"con", b"~root", b"\xff", b"%ff", b"a" * 300]
)
def test_odd_names_of_files_are_not_found(made: Path, name: bytes) -> None:
    with server(made) as app:
        assert raw(app, b"/static/" + name)[0] in (400, 404)


ODD_IDS = [
    *("'", '"', "' OR 1=1 --", "%", "_", "../../etc/passwd", "\x00", "{{1337*1337}}", "${1337*1337}", "-1", "NaN"),
    *("\ud800", "a" * 5000, "\uff11", "\u202e"),
]


@pytest.mark.parametrize("odd", ODD_IDS)
def test_an_id_that_is_none_is_not_found_and_does_not_fail(made: Path, odd: str) -> None:
    with server(made) as app:
        paths = {route.path for route in app.routes if "{" in getattr(route, "path", "")}
        assert paths
        for path in paths:
            filled = re.sub(r"\{[^}]*\}", quote(odd, safe="", errors="surrogatepass"), path)
            status, body = raw(app, filled.encode())
            assert status in (400, 404, 405), (path, status)
            assert "1787569" not in body


# headers


WAYS = [
    "/stories%0d%0aset-cookie:%20a=b",
    "/sign-in?next=/x%0d%0aset-cookie:a=b",
    "/a%0aX-Injected:%201?b%0d%0aX-Injected:1",
]


@pytest.mark.parametrize("way", WAYS)
def test_nothing_that_is_asked_becomes_a_header(shared: Any, way: str) -> None:
    client = browser(shared)
    got = client.get(way)
    assert "x-injected" not in got.headers
    assert "a=b" not in str(got.headers.get("set-cookie", ""))
    for value in got.headers.values():
        assert "\r" not in value
        assert "\n" not in value
