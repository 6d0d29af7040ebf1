"""Every page, light at a desk and dark on a phone: no error, no other host, sound to axe-core, and whole without a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from accordingto.web.page import Page as Served
from accordingto.web.pages import PAGES
from tests.browser.driving import DESKTOP, PHONE, Watched, axe

ADMIN = ("/account", "/admin")
VARIANTS = {"desk": (DESKTOP, False), "phone-dark": (PHONE, True)}
"""Both widths, both themes."""


@pytest.fixture(scope="module")
def site(serve: Callable[..., str], sample: Path) -> str:
    """A server that shows it, and takes decisions."""
    return serve(sample, "--review", "--as", "ada")


@pytest.fixture(scope="module")
def parts(site: str) -> dict[str, str]:
    """What stands for each variable part of a path: the busiest of its kind in the sample story."""

    def got(path: str) -> Any:
        answer = httpx.get(f"{site}{path}", timeout=60)
        assert answer.status_code == 200, f"{path}: {answer.text[:300]}"
        return answer.json()

    story = got("/stories.json")["stories"][0]["id"]
    told = got(f"/stories/{story}.json")
    reports = [one["id"] for one in got("/search.json?reports=true")["reports"]]
    return {
        "story": story,
        "report": next(one for one in reports if got(f"/reports/{one}.json")["editions"]),
        "statement": got("/search.json?q=boats")["statements"][0]["id"],
        "quote": told["quotes"]["entries"][0]["id"],
        "matter": told["matters"]["entries"][0]["id"],
        "actor": got("/actors.json")["actors"][0]["id"],
        "place": got("/places.json")["places"][0]["id"],
        "outlet": got("/outlets.json")["outlets"][0]["name"],
    }


def _path(page: Served, parts: dict[str, str]) -> str:
    path = page.path.replace(":path}", "}")
    return path.format(**{name: quote(value, safe="") for name, value in parts.items()})


SHOWN = [page for page in PAGES if not page.path.startswith(ADMIN)]


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.name)
def test_a_page_is_sound(pages: Watched, site: str, parts: dict[str, str], page: Served):
    for name, (size, dark) in VARIANTS.items():
        shown = pages.open(size=size, dark=dark)
        answer = shown.goto(f"{site}{_path(page, parts)}")
        assert answer
        assert answer.status == 200
        if shown.locator("[data-island]").count():
            shown.wait_for_load_state("networkidle")
        wide = shown.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name}: the page is {wide} pixels wider than the window"
        axe(shown)


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.name)
def test_a_page_is_whole_without_a_script(pages: Watched, site: str, parts: dict[str, str], page: Served):
    path = _path(page, parts)
    words = {}
    for script in (True, False):
        shown = pages.open(script=script)
        shown.goto(f"{site}{path}")
        words[script] = shown.locator("main :is(h1, h2, td, li p):not([data-island] *)").all_inner_texts()
    assert words[False]
    lost = [word for word in words[True] if word.strip() and word not in words[False]]
    assert not lost, f"only with a script: {lost[:5]}"
