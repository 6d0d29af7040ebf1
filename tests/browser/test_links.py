"""Links: none leads nowhere, and each kind of page that they lead to holds to the policy, with a script and without."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Page
from starlette.routing import Route

from accordingto.web.app import create_app
from accordingto.web.settings import Settings
from tests.browser.driving import Watched

_LINK = re.compile(r'<a [^>]*href="(/[^"#]*)')
MOST = 400
"""Addresses that are looked at for pages of another kind; the sample story has fewer."""


@pytest.fixture(scope="module")
def site(serve: Callable[..., str], sample: Path) -> str:
    return serve(sample)


@pytest.fixture(scope="module")
def linked(site: str) -> dict[str, str]:
    """All addresses that links lead to from the first page, and the page that a link to each stands on."""
    seen, waiting = {"/stories": "/"}, ["/stories"]
    with httpx.Client(base_url=site, timeout=60) as client:
        while waiting and len(seen) < MOST:
            path = waiting.pop(0)
            answer = client.get(path)
            assert answer.status_code == 200, f"{path}, linked from {seen[path]}: {answer.status_code}"
            if answer.headers["content-type"].startswith("text/html"):
                fresh = {link.replace("&amp;", "&") for link in _LINK.findall(answer.text)} - seen.keys()
                fresh = {
                    link for link in sorted(fresh) if not link.startswith("/search?")
                }  # each search leads to narrower ones
                seen |= dict.fromkeys(fresh, path)
                waiting += sorted(fresh)
    return seen


@pytest.fixture(scope="module")
def kinds(linked: dict[str, str], sample: Path) -> dict[str, str]:
    """A page of each kind: name to path."""
    routes = [route for route in create_app(Settings(db=str(sample))).router.routes if isinstance(route, Route)]
    found: dict[str, str] = {}
    for path in linked:
        kind = next(route.name for route in routes if route.path_regex.match(urlsplit(path).path))
        if not kind.endswith((".json", ".csv", ".geojson")):
            found.setdefault(kind, path)
    return found


def test_no_link_is_dead_and_they_lead_to_the_pages_that_a_story_has(kinds: dict[str, str]) -> None:
    assert {"stories", "report", "map", "timeline", "actor", "place", "outlet"} <= kinds.keys()


def test_every_page_can_be_read_without_a_script(pages: Watched, site: str, kinds: dict[str, str]) -> None:
    page = pages.open(script=False)
    for kind, path in kinds.items():
        page.goto(site + path)
        assert page.locator("h1:visible").count() == 1, kind
        assert page.locator("[data-keys-open]:visible").count() == 0, kind


def test_nothing_runs_that_the_policy_does_not_allow(pages: Watched, site: str, kinds: dict[str, str]) -> None:
    page = pages.open()
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', (e) => console.error('policy', e.violatedDirective))"
    )
    for path in kinds.values():
        _settled(page, site + path)
        page.keyboard.press("?")
        page.keyboard.press("Escape")
    assert "script-src 'self'" in httpx.get(site + "/stories").headers["content-security-policy"]


def _settled(page: Page, address: str) -> None:
    """Gone to, with its islands drawn."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
