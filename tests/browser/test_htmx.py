"""htmx under the server's policy: swaps in what it asked for, evaluates nothing, asks nobody else, keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import Watched, plain, serving

BODY = """
<button type="button" hx-get="/part" hx-target="#here">More</button>
<button type="button" hx-get="http://192.0.2.1/part" hx-target="#here">Elsewhere</button>
<button type="button" hx-on:click="document.title = 'evaluated'">Evaluate</button>
<div id="here"></div>
"""
PART = '<p>What was asked for</p><script>document.title = "run"</script><button data-keys-open hidden>Keys</button>'


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving({"/": plain(BODY, title="As it was"), "/part": PART}) as address:
        yield address


def test_it_swaps_and_what_comes_is_taken_up(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("button", name="More").click()
    expect(page.get_by_text("What was asked for")).to_be_visible()
    expect(page.locator("#here [data-keys-open]")).to_be_visible()
    assert page.title() == "As it was"
    stored = page.evaluate("[...Object.values(localStorage), ...Object.values(sessionStorage)]")
    assert stored in ([], ["/"])  # the path at most, never what was on the page


def test_it_evaluates_nothing(pages: Watched, site: str) -> None:
    page = pages.open()
    page.goto(site)
    page.get_by_role("button", name="Evaluate").click()
    assert page.title() == "As it was"
    _refused(pages, "htmx:evalDisallowedError")


def test_it_asks_no_other_host(pages: Watched, site: str) -> None:
    page = pages.open()
    page.goto(site)
    with page.expect_event("console"):
        page.get_by_role("button", name="Elsewhere").click()
    _refused(pages, "htmx:invalidPath")


def _refused(pages: Watched, word: str) -> None:
    """htmx said so itself, and nothing else went wrong."""
    assert [word in trouble for trouble in pages.troubles] == [True]
    pages.troubles.clear()
