"""A report's page: words and statements lead to each other by click, tap and key, and what is copied is the archived text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import PHONE, Watched

TITLE = "Coalition to leave Front alone in government territory, general says"
COPIED = """() => {
  const sent = new DataTransfer();
  const event = new ClipboardEvent("copy", { clipboardData: sent, bubbles: true, cancelable: true });
  getSelection().anchorNode.parentElement.dispatchEvent(event);
  return [event.defaultPrevented, sent.getData("text/plain")];
}"""
SELECT = """([from, to]) => {
  const blocks = document.querySelectorAll(".row > .t");
  getSelection().setBaseAndExtent(blocks[from], 0, blocks[to], blocks[to].childNodes.length);
}"""


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], sample: Path) -> str:
    """The report of the sample story that names an actor differently."""
    with closing(sqlite3.connect(sample)) as kept:
        (report,) = kept.execute("SELECT id FROM reports WHERE title = ?", [TITLE]).fetchone()
    return f"{serve(sample)}/reports/{report}"


def opened(page: Page, address: str) -> None:
    """Wait for the island, which makes the cards so that they can be gone to at its end."""
    page.goto(address)
    expect(page.locator(".card[tabindex]")).to_have_count(page.locator(".card").count())


@pytest.fixture
def report(page: Page, address: str) -> Page:
    opened(page, address)
    return page


def test_clicked_words_lead_to_their_statement_and_light_up(report: Page) -> None:
    words = report.locator(".t .s.k-2").first
    words.click()
    card = report.locator(".card.k-2")
    expect(card).to_be_focused()
    shown = "(element) => getComputedStyle(element).backgroundColor"
    assert words.evaluate(shown) == card.evaluate(shown)
    assert words.evaluate(shown) != report.locator(".t .s.k-1").first.evaluate(shown)


def test_words_of_several_statements_lead_to_each_in_turn(report: Page) -> None:
    words = report.locator(".t .s.k-2.k-3").first
    reached = []
    for _ in range(3):
        words.click()
        reached.append(report.evaluate("document.activeElement.querySelector('.no').textContent"))
    assert len(set(reached)) == 3


def test_keys_walk_the_statements_and_open_them(report: Page) -> None:
    report.keyboard.press("j")
    first = report.locator(".card").first
    expect(first).to_be_focused()
    report.keyboard.press("e")
    assert first.locator("details").evaluate("(all) => all.open")
    report.keyboard.press("j")
    expect(report.locator(".card").nth(1)).to_be_focused()


def test_what_is_copied_over_several_blocks_is_the_archived_text(report: Page, address: str) -> None:
    text = httpx.get(f"{address}.json").json()["reading"]["report"]["text"]
    report.evaluate(SELECT, [0, 4])
    taken, copied = report.evaluate(COPIED)
    assert taken
    assert len(copied) > 500
    assert text.startswith(copied)


def test_a_part_of_one_block_and_a_card_are_copied_as_they_are(report: Page) -> None:
    report.locator(".t").nth(3).evaluate(
        "(block) => getSelection().setBaseAndExtent(block.querySelector('.s').firstChild, 0, block, 1)"
    )
    assert report.evaluate(COPIED)[1] == report.evaluate("String(getSelection())")
    report.locator(".card").first.evaluate("(card) => getSelection().selectAllChildren(card)")
    assert report.evaluate(COPIED) == [False, ""]


def test_on_a_phone_a_tap_brings_the_statement_into_view(pages: Watched, address: str) -> None:
    page = pages.open(size=PHONE, has_touch=True)
    opened(page, address)
    page.locator(".t .s.k-2").first.tap()
    expect(page.locator(".card.k-2")).to_be_in_viewport()


def test_without_a_script_numbers_lead_to_the_statements(pages: Watched, address: str) -> None:
    page = pages.open(script=False)
    page.goto(address)
    page.locator(".t a.m").first.click()
    expect(page.locator(".card:target")).to_be_in_viewport()
