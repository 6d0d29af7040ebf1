"""What a real browser makes of the headers, cookies and tokens: our own forms pass, and other sites' pages get nowhere."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tests.browser.driving import DESKTOP, PHONE, Watched, axe
from tests.web import gates

HOLE = """<!doctype html><html lang="en"><title>quiet</title><body>
<script>document.title = "run"</script><img src="x" onerror="document.title = 'run'"><a href="javascript:document.title='run'">x</a>
<svg onload="document.title='run'"></svg><style>body{display:none}</style><p style="color:red">red</p>
<script src="data:text/javascript,document.title='run'"></script><base href="http://localhost:1/">
<form action="https://evil.example/"><button>Send</button></form></body></html>"""
"""A page of ours as it would be if its escaping had failed."""


@contextmanager
def running(app: Any) -> Iterator[int]:
    """Serve an application in a thread; gives the port."""
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, log_level="error", ws="none", proxy_headers=False, server_header=False)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A server with accounts, on which one page has lost its escaping."""
    with gates.quick_hashes(), gates.server(gates.with_people(tmp_path_factory.mktemp("people") / "people.db")) as app:
        app.router.routes.insert(0, Route("/hole", lambda _: HTMLResponse(HOLE)))
        with running(app) as made:
            yield made


@pytest.fixture(scope="module")
def evil(port: int) -> Iterator[int]:
    """Another site, whose pages do what the path says to ours."""

    def page(request: Request) -> Response:
        ours, what = f"http://localhost:{port}", request.path_params["what"]
        form = f'<form method="post" action="{ours}/decide"><input name="csrf" value="guess"></form>'
        body = {
            "form": form + "<script>document.forms[0].submit()</script>",
            "frame": f'<iframe src="{ours}/account" width="600" height="400"></iframe>',
            "read": f"<script>fetch('{ours}/account.json', {{credentials: 'include'}}).then(r => r.text())"
            ".then(t => document.title = t, e => document.title = 'refused')</script>",
        }[what]
        return HTMLResponse(f"<!doctype html><title>evil</title><body>{body}")

    with running(Starlette(routes=[Route("/{what}", page)])) as made:
        yield made


def sign_in(page: Page, port: int, name: str = "cody") -> None:
    """By keyboard alone."""
    page.set_default_timeout(30_000)
    page.goto(f"http://localhost:{port}/account")
    page.locator("input[name=name]:focus").wait_for()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(gates.WORDS)
    page.keyboard.press("Enter")
    page.wait_for_url(f"http://localhost:{port}/account")


@pytest.mark.parametrize("script", [True, False])
def test_somebody_signs_in_makes_a_token_and_signs_out(pages: Watched, port: int, script: bool) -> None:
    """Browsers send ``Origin: null`` with our own forms under some policies: this shows that ours is none of those."""
    page = pages.open(script=script)
    sign_in(page, port)
    assert page.locator("h1").inner_text().startswith("cody")
    page.get_by_label("What it is for").fill("notebook")
    page.get_by_role("button", name="Make a token").click()
    assert page.get_by_label("Token").input_value().startswith("accordingto_")
    page.goto(f"http://localhost:{port}/account")
    page.get_by_role("button", name="Take back notebook").first.click()
    assert page.get_by_text("not in use any more").first.is_visible()
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url("**/sign-in")
    page.goto(f"http://localhost:{port}/account")
    assert "/sign-in?next=" in page.url


@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (PHONE, True)], ids=["desk", "phone in the dark"])
def test_the_pages_of_people_can_be_used_by_everybody(
    pages: Watched, port: int, size: tuple[int, int], dark: bool
) -> None:
    page = pages.open(size=size, dark=dark)
    page.goto(f"http://localhost:{port}/sign-in")
    axe(page)
    sign_in(page, port, "ada")
    for path in ("/account", "/admin/accounts", "/admin/log"):
        page.goto(f"http://localhost:{port}{path}")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the screen"


def test_markup_that_got_through_still_does_not_run(browser: Browser, port: int) -> None:
    context = browser.new_context()
    page, said = context.new_page(), []
    sign_in(page, port)
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://localhost:{port}/hole")
    page.get_by_text("x", exact=True).click()
    page.wait_for_timeout(200)
    assert page.title() == "quiet"
    assert page.locator("p").evaluate("e => getComputedStyle(e).color") != "rgb(255, 0, 0)"
    assert page.locator("body").evaluate("e => getComputedStyle(e).display") == "block"
    assert page.evaluate("document.baseURI").endswith("/hole")
    page.evaluate("document.forms[0].submit()")
    page.wait_for_timeout(200)
    assert page.url.endswith("/hole"), "the form is not sent elsewhere"
    assert any("form-action" in line for line in said)
    assert sum("Content Security Policy" in line for line in said) >= 5
    context.close()


@pytest.mark.parametrize("site", ["localhost", "127.0.0.1"], ids=["same site, another port", "another site"])
def test_another_sites_page_does_nothing_in_the_name_of_who_is_signed_in(
    browser: Browser, port: int, evil: int, site: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    sign_in(page, port)
    with page.expect_response(f"http://localhost:{port}/decide") as sent:
        page.goto(f"http://{site}:{evil}/form")
    assert sent.value.status in (401, 403)
    assert ("cookie" in sent.value.request.all_headers()) == (site == "localhost"), "on one host the cookie goes along"
    page.goto(f"http://{site}:{evil}/read")
    page.wait_for_function("document.title !== 'evil'")
    assert page.title() == "refused"
    page.goto(f"http://{site}:{evil}/frame")
    page.wait_for_timeout(300)
    assert "cody" not in page.frames[1].content()
    context.close()


def test_cookies_are_out_of_reach_of_scripts(browser: Browser, port: int) -> None:
    context = browser.new_context()
    page = context.new_page()
    sign_in(page, port)
    (cookie,) = [one for one in context.cookies() if "session" in str(one.get("name"))]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    assert page.evaluate("document.cookie") == ""
    context.close()
