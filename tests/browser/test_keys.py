"""Keys: everything within reach of them, nothing taken from somebody who types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import Watched, axe, plain, serving

BODY = """
<h1>Queue</h1>
<nav data-key-group="Go to"><a href="/stories" data-key="g s" data-key-label="Stories">Stories</a></nav>
<form action="/found"><label>Search <input type="search" name="q"></label></form>
<label>Note <textarea id="note"></textarea></label>
<ol>
<li data-item id="one"><a href="/statement/1">The army has left.</a>
<button type="button" data-key="a" data-key-label="Accept">Accept</button></li>
<li data-item id="two"><a href="/statement/2">The army is there.</a>
<button type="button" data-key="a" data-key-label="Accept">Accept</button></li>
<li data-item id="gone" hidden><a href="/statement/3">Hidden.</a></li>
</ol>
<button type="button" data-keys-open hidden>Keys</button>
"""
TOLD = "document.addEventListener('click', (e) => { const b = e.target.closest('button'); if (b) b.dataset.pressed = 'yes'; })"


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    others = {path: plain(f"<h1>{path}</h1>") for path in ("/stories", "/statement/1", "/statement/2", "/found")}
    with serving({"/": plain(BODY), **others}) as address:
        yield address


@pytest.fixture
def queue(page: Page, site: str) -> Page:
    page.goto(site)
    page.evaluate(TOLD)
    return page


def test_a_question_mark_lists_the_keys_of_the_page(queue: Page) -> None:
    queue.keyboard.press("?")
    listed = queue.get_by_role("dialog", name="Keys")
    expect(listed).to_contain_text("Stories")
    expect(listed).to_contain_text("Accept")
    expect(listed).to_contain_text("Next item")
    assert listed.get_by_text("Accept", exact=True).count() == 1
    axe(queue)
    queue.keyboard.press("Escape")
    expect(listed).to_have_count(0)


def test_items_are_walked_and_opened(queue: Page) -> None:
    queue.keyboard.press("j")
    expect(queue.locator("#one")).to_be_focused()
    queue.keyboard.press("j")
    queue.keyboard.press("j")  # what is hidden is no item
    expect(queue.locator("#two")).to_be_focused()
    queue.keyboard.press("k")
    queue.keyboard.press("Enter")
    queue.wait_for_url("**/statement/1")


def test_a_key_is_that_of_the_item_at_hand(queue: Page) -> None:
    queue.keyboard.press("j")
    queue.keyboard.press("j")
    queue.keyboard.press("a")
    assert queue.locator("#two button").get_attribute("data-pressed") == "yes"
    assert queue.locator("#one button").get_attribute("data-pressed") is None


def test_g_and_a_letter_goes_to_a_section(queue: Page) -> None:
    queue.keyboard.press("g")
    queue.keyboard.press("x")  # leads nowhere, and what follows is no section either
    queue.keyboard.press("s")
    expect(queue.get_by_role("heading", name="Queue")).to_be_visible()
    queue.keyboard.press("g")
    queue.keyboard.press("s")
    queue.wait_for_url("**/stories")


def test_a_slash_goes_to_the_search_and_is_not_typed(queue: Page) -> None:
    queue.keyboard.press("/")
    search = queue.get_by_label("Search")
    expect(search).to_be_focused()
    expect(search).to_have_value("")


@pytest.mark.parametrize("field", ["Search", "Note"])
def test_no_key_is_taken_from_somebody_who_types(queue: Page, field: str) -> None:
    queue.get_by_label(field).focus()
    queue.keyboard.type("a?/jkgs")
    expect(queue.get_by_label(field)).to_have_value("a?/jkgs")
    assert queue.get_by_role("dialog").count() == 0
    assert queue.locator("[data-pressed]").count() == 0


@pytest.mark.parametrize("held", ["Control", "Alt", "Meta"])
def test_keys_of_browser_and_system_are_left_alone(queue: Page, held: str) -> None:
    queue.keyboard.press(f"{held}+j")
    assert queue.evaluate("document.activeElement === document.body")


def test_switched_off_they_stay_off_and_a_button_leads_back(queue: Page, site: str) -> None:
    queue.keyboard.press("?")
    queue.get_by_label("Single keys work on this page").uncheck()
    queue.keyboard.press("Escape")
    queue.goto(site)
    queue.keyboard.press("j")
    queue.keyboard.press("?")
    assert queue.evaluate("document.activeElement === document.body")
    assert queue.get_by_role("dialog").count() == 0
    queue.get_by_role("button", name="Keys").click()
    queue.get_by_label("Single keys work on this page").check()
    queue.get_by_role("button", name="Close").click()
    queue.keyboard.press("j")
    expect(queue.locator("#one")).to_be_focused()


def test_without_a_script_nothing_promises_keys(pages: Watched, site: str) -> None:
    page = pages.open(script=False)
    page.goto(site)
    expect(page.locator("[data-keys-open]")).to_be_hidden()
