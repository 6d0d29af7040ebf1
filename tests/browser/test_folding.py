"""What is folded: forms on a phone, so that what they narrow is seen first; and nothing on paper."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.driving import DESKTOP, PHONE, Watched, axe

SHOWN = {"/map": "figure .map-frame", "/timeline": "figure svg"}
"""Of each page with a form that is folded, what is drawn on it."""
FOUND = "/search?q=boats"


@pytest.fixture(scope="module")
def site(serve: Callable[..., str], sample: Path) -> str:
    return serve(sample)


@pytest.mark.parametrize("path", SHOWN)
def test_a_phone_shows_what_is_drawn_before_the_form(pages: Watched, site: str, path: str):
    page = pages.open(size=PHONE)
    page.goto(f"{site}{path}")
    drawn = page.locator(SHOWN[path]).first
    expect(drawn).to_be_visible()
    box = drawn.bounding_box()
    assert box
    assert box["y"] + 200 < PHONE[1], f"it begins {box['y']} pixels down"
    words = page.get_by_label("Words")
    expect(words).to_be_hidden()
    page.get_by_text("Which claims").click()
    expect(words).to_be_visible()
    axe(page)


def test_a_phone_shows_what_was_found_before_the_form_and_the_form_where_nothing_was_asked(pages: Watched, site: str):
    page = pages.open(size=PHONE)
    page.goto(f"{site}{FOUND}")
    expect(page.locator(".hits li").first).to_be_in_viewport()
    expect(page.get_by_label("Words")).to_be_hidden()
    page.get_by_text("What to search").click()
    expect(page.get_by_label("Words")).to_have_value("boats")
    axe(page)
    page.goto(f"{site}/search")
    expect(page.get_by_label("Words")).to_be_visible()


@pytest.mark.parametrize("path", SHOWN)
@pytest.mark.parametrize("script", [True, False])
def test_the_form_opens_without_a_script_and_stands_open_on_a_wide_screen(
    pages: Watched, site: str, path: str, script: bool
):
    phone = pages.open(size=PHONE, script=script)
    phone.goto(f"{site}{path}?q=boats")
    told = phone.locator("summary", has_text="Which claims")
    expect(told).to_contain_text("1 field filled in")
    told.click()
    expect(phone.get_by_label("Words")).to_have_value("boats")
    wide = pages.open(size=DESKTOP, script=script)
    wide.goto(f"{site}{path}")
    expect(wide.get_by_label("Words")).to_be_visible()
    expect(wide.locator("summary", has_text="Which claims")).to_be_hidden()
    wide.get_by_label("Words").fill("boats")
    wide.get_by_label("Words").press("Enter")
    wide.wait_for_url("**q=boats**")


def test_nothing_stays_folded_on_paper(pages: Watched, site: str):
    page = pages.open()
    page.goto(f"{site}/stories")
    page.locator("main h2 a").first.click()
    page.wait_for_load_state()
    inside = page.locator("details:not([open]) > :not(summary)")
    assert inside.count()
    for one in inside.all():
        expect(one).to_be_hidden()
    page.emulate_media(media="print")
    for one in inside.all():
        expect(one).to_be_visible()
    paper = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages)
    ends = [_plain(words)[-12:] for words in page.locator("details.passages li").all_inner_texts()]
    assert ends
    assert [end for end in ends if end not in _plain(paper)] == []


def _plain(words: str) -> str:
    """Words without white space, ligatures and quotation marks, which a style sheet adds."""
    return "".join(filter(str.isalnum, normalize("NFKC", words)))
