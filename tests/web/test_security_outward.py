"""What goes out: markup that came in with a report does nothing, and the server asks nobody for anything."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urljoin, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from accordingto.web.app import create_app
from accordingto.web.pages import PAGES
from accordingto.web.settings import Settings
from tests.web.gates import browser
from tests.web.odd import HOSTILE, odd_store

PAGES_SEEN = 100
"""Pages that are looked through at most."""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, ...]]:
    """A store, and the ids of the reports in it."""
    path = tmp_path_factory.mktemp("odd") / "odd.db"
    return path, tuple(odd_store(path).values())


@pytest.fixture(scope="module")
def app(odd: tuple[Path, tuple[str, ...]]) -> Any:
    return create_app(Settings(db=str(odd[0]), name=HOSTILE, review=True))


@pytest.fixture(scope="module")
def client(app: Any) -> TestClient:
    return browser(app, host="localhost")


@pytest.fixture(scope="module")
def seen(client: TestClient, odd: tuple[Path, tuple[str, ...]]) -> dict[str, Any]:
    """Every page that links lead to, from the reports and the start on, also with hostile words asked for, by its address."""
    asked = [f"/reports/{ident}" for ident in odd[1]]
    for page in PAGES:
        if "{" not in page.path:
            asked += [
                page.path,
                *(f"{page.path}?{urlencode({name: HOSTILE})}" for name in (*page.query.model_fields, "x")),
            ]
    found: dict[str, Any] = {}
    while asked and len(found) < PAGES_SEEN:
        at = asked.pop(0)
        got = client.get(at)
        if at in found or "text/html" not in got.headers.get("content-type", ""):
            continue
        found[at] = page = html.fromstring(got.text)
        links = [urlsplit(urljoin(at, href)) for href in page.xpath("//a/@href")]
        paths = [link.path for link in links if not link.netloc and link.path not in found]
        asked += sorted({path for path in paths if path.startswith("/reports/")}) + paths
    return found


def test_pages_show_what_is_hostile_as_words(seen: dict[str, Any]) -> None:
    reports = [page for at, page in seen.items() if at.startswith("/reports/")]
    assert len(reports) >= 3
    assert any("<script>alert(1)</script>" in page.text_content() for page in reports), "it is there, as words"
    assert sum(HOSTILE in page.text_content() for page in seen.values()) > 5
    assert not any("49 }}" in page.text_content() for page in seen.values()), "nothing of it is a template"


def test_no_page_has_an_element_or_attribute_that_runs(seen: dict[str, Any]) -> None:
    for at, page in seen.items():
        for element in page.iter():
            if not isinstance(element.tag, str):
                continue
            where = f"{at}: {html.tostring(element)[:200]!r}"
            assert element.tag not in ("iframe", "object", "embed", "base", "applet", "frame"), where
            assert not any(name.lower().startswith("on") for name in element.attrib), where
            assert "style" not in element.attrib, where
            assert element.tag != "style", where
            if element.tag == "script" and element.get("type", "") not in ("application/json", "application/geo+json"):
                assert str(element.get("src", "")).startswith(("/assets/", "/static/")), where
            for name in (
                "href",
                "src",
                "action",
                "formaction",
                "data",
                "poster",
                "srcset",
                "{http://www.w3.org/1999/xlink}href",
            ):
                scheme = urlsplit(element.get(name, "").strip()).scheme.lower()
                assert scheme in ("", "http", "https", "mailto"), where
            if element.tag in ("img", "script", "link", "audio", "video", "source", "form", "use", "image"):
                for name in ("src", "action") + (("href",) if element.get("rel") != "canonical" else ()):
                    assert not urlsplit(element.get(name, "")).netloc, where


def test_data_is_given_out_as_data(client: TestClient) -> None:
    """A browser that opens it shows no page."""
    for page in PAGES:
        if "{" in page.path:
            continue
        for twin in page.twins:
            got = client.get(f"{page.path}.{twin}?{urlencode({'x': '<script>alert(1)</script>'})}")
            assert not got.headers["content-type"].startswith("text/html")
            assert got.headers["x-content-type-options"] == "nosniff"


# asking others


CANARY = "http://203.0.113.250:9/canary"
NAMES = (
    "url",
    "uri",
    "href",
    "src",
    "link",
    "feed",
    "image",
    "next",
    "callback",
    "target",
    "webhook",
    "file",
    "path",
    "db",
    "host",
)
_CALLS: list[tuple[str, Any]] = []
_WATCHING: list[bool] = []


def _hook(event: str, given: tuple[Any, ...]) -> None:
    if _WATCHING and event in (
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "urllib.Request",
        "subprocess.Popen",
    ):
        _CALLS.append((event, given))


@contextmanager
def _watched() -> Iterator[None]:
    """Note every connection, name that is looked up and program started."""
    if not any(hooked for hooked in _HOOKED):
        sys.addaudithook(_hook)
        _HOOKED.append(True)
    _CALLS.clear()
    _WATCHING.append(True)
    try:
        yield
    finally:
        _WATCHING.clear()


_HOOKED: list[bool] = []


def test_the_watch_sees_a_connection() -> None:
    with _watched(), socket.socket() as one, suppress(OSError):
        one.settimeout(0.01)
        one.connect(("127.0.0.1", 9))
    assert [event for event, _ in _CALLS] == ["socket.connect"]


def test_no_route_asks_an_address_that_a_client_names(app: Any, client: TestClient) -> None:
    """Server-side request forgery: every route there is, with an address in every option and part of a path that it knows."""
    token = str(client.get("/admin/accounts").text).split('name="csrf" value="')[1].split('"')[0]
    options = {page.path: tuple(page.query.model_fields) for page in PAGES}
    asked = 0
    with _watched():
        for route in app.routes:
            path = getattr(route, "path", "")
            plain = path.rsplit(".", 1)[0] if path.rsplit(".", 1)[-1] in ("json", "csv", "geojson") else path
            names = options.get(plain, ())
            filled = _filled(path, CANARY)
            for query in (*({name: CANARY} for name in names), dict.fromkeys(NAMES, CANARY)):
                client.get(f"{filled}?{urlencode(query)}")
                asked += 1
            for method in {"POST", "PUT", "PATCH", "DELETE"} & set(getattr(route, "methods", None) or ()):
                body = dict.fromkeys((*names, *NAMES), CANARY)
                headers = {"x-csrf-token": token, "x-forwarded-server": CANARY, "referer": CANARY}
                client.request(method, filled, data=body, headers=headers)
                client.request(method, filled, json=body, headers=headers)
                asked += 2
    assert asked > 80
    assert _CALLS == []


def _filled(path: str, words: str) -> str:
    return re.sub(r"\{[^}]*\}", quote(words, safe=""), path)


def test_a_server_holds_nothing_that_asks_other_machines() -> None:
    """What fetches is not even there: no module of it is loaded by all pages together."""
    program = (
        "import sys; from accordingto.web.app import create_app; from accordingto.web.settings import Settings;"
        "create_app(Settings(db='none.db'));"
        "print(*(name for name in sys.modules if name.partition('.')[0] in {'httpx', 'httpcore', 'requests', 'aiohttp'}"
        " or name.startswith('accordingto.capture.web')))"
    )
    got = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert got.stdout.split() == []
