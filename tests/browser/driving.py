"""A browser to test with, pages that tell on themselves, and a small server of plain pages under the server's own policy."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request

import accordingto.web
from accordingto.web.security.headers import CONTENT

REQUIRED = "ACCORDINGTO_TEST_BROWSER_REQUIRED"
"""Set where a Chromium that is not found must fail the tests and not skip them."""
WEB = Path(accordingto.web.__file__).parent
DESKTOP, PHONE = (1280, 900), (390, 844)
_HERE = {"127.0.0.1", "localhost", "[::1]"}
_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}


class NoBrowser(Exception):
    """There is no Chromium here."""


def start(playwright: Playwright) -> Browser:
    """The system's Chromium; playwright's own download is asked for nowhere.

    Raises:
        NoBrowser: where there is none.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        raise NoBrowser("no chromium on the path; on Debian: apt-get install chromium")
    return playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--force-color-profile=srgb"])


def required() -> bool:
    """Whether tests must fail where there is no browser."""
    return bool(os.environ.get(REQUIRED))


@dataclass
class Watched:
    """Pages of one test, and what went wrong on them."""

    browser: Browser
    troubles: list[str] = field(default_factory=list)
    _contexts: list[Any] = field(default_factory=list)

    def open(self, *, size: tuple[int, int] = DESKTOP, dark: bool = False, script: bool = True, **more: Any) -> Page:
        """A new page in a context of its own: no cookies, no storage, nothing moves."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
            **more,
        )
        self._contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.on("request", self._asked)
        return page

    def close(self) -> None:
        """Close what is open."""
        for context in self._contexts:
            context.close()

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"{message.type} on the console: {message.text} ({message.location.get('url', '')})")

    def _asked(self, request: Request) -> None:
        to = urlsplit(request.url)
        if to.scheme not in ("data", "blob", "about", "file") and to.hostname not in _HERE:
            self.troubles.append(f"asked another host: {request.url}")


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other once the page listens: what is pressed while it is still loading is lost, as it is on any page."""
    for key in keys:
        page.locator("html[data-script=on]").wait_for(state="attached")
        page.keyboard.press(key)


def axe(page: Page, **options: Any) -> None:
    """Assert that axe-core finds nothing against WCAG 2.2 AA, nor against its own best practices."""
    found = Axe().run(page, options=options or None)
    told = [
        f"{one['id']} ({one['impact']}): {one['help']}: " + "; ".join(node["html"][:160] for node in one["nodes"][:4])
        for one in found.response["violations"]
    ]
    assert not told, "\n".join(told)


def asset(name: str) -> str:
    """The address of a built asset, as the pages have it."""
    manifest = json.loads((WEB / "built" / "manifest.json").read_text(encoding="utf-8"))
    return f"/assets/{manifest[name]}"


def plain(body: str, *, title: str = "A plain page") -> str:
    """A page that has nothing but the islands' code, the server's style sheet and a body."""
    styles = [asset("islands.css"), *(f"/static/{file.name}" for file in WEB.glob("static/base.css"))]
    links = "".join(f'<link rel="stylesheet" href="{href}">' for href in reversed(styles))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'
        f'<link rel="icon" href="data:,">{links}<script type="module" src="{asset("page.js")}"></script>'
        f'</head><body><main id="main">{body}</main></body></html>'
    )


@contextmanager
def serving(pages: dict[str, str]) -> Iterator[str]:
    """Serve pages by path, the built assets and the static files, all under the policy; gives the address."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, pages))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    request_queue_size = (
        64  # a browser opens several connections at once, and waits a second for one that is turned away
    )
    daemon_threads = True


class _Handler(BaseHTTPRequestHandler):
    """Gives pages by path; files of ``built`` and ``static`` by name."""

    def __init__(self, pages: dict[str, str], *more: Any) -> None:
        self._pages = pages
        super().__init__(*more)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        folder, _, name = path.lstrip("/").partition("/")
        file = {"assets": WEB / "built", "static": WEB / "static"}.get(folder, WEB) / (name or "-")
        if path in self._pages:
            kind = "text/html; charset=utf-8" if self._pages[path].lstrip().startswith("<") else "application/json"
            self._give(200, self._pages[path].encode(), kind)
        elif folder in ("assets", "static") and file.is_file():
            self._give(200, file.read_bytes(), _TYPES.get(file.suffix, "application/octet-stream"))
        else:
            self._give(404, b"", "text/plain")

    def _give(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", CONTENT)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the tests' own output is enough."""
