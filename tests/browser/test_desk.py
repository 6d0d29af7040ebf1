"""Reviewing in a browser: by the keyboard alone, with words taken from the text by selecting them, and without a script."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import Watched, axe, press
from tests.web.told import sample_store


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample story that this module writes to."""
    folder = tmp_path_factory.mktemp("desk")
    return Path(shutil.move(sample_store(folder / "made.db"), folder / "kept.db"))


@pytest.fixture
def address(serve: Callable[..., str], kept: Path) -> str:
    """A server that takes decisions of ada."""
    return serve(kept, "--review", "--as", "ada")


def test_the_queue_is_worked_off_by_keys(page: Page, address: str):
    page.goto(f"{address}/review")
    first = page.locator("[data-item]").first
    words = first.locator(".words").inner_text()
    press(page, "j")
    expect(first).to_be_focused()
    press(page, "a")
    expect(page.locator(".last")).to_contain_text("Your last decision: accept")
    expect(page.locator("[data-item]").first.locator(".words")).not_to_have_text(words)
    press(page, "u")
    expect(page.locator("[data-item]").first.locator(".words")).to_have_text(words)
    press(page, "e")
    expect(page).to_have_url(re.compile("/review/reports/"))


def test_words_selected_in_the_text_become_the_source(page: Page, address: str):
    page.goto(f"{address}/review?order=text")
    press(page, "e")
    record = page.locator("[data-item].target")
    field = record.locator("[data-spans=source]")
    before = field.input_value()
    field.focus()
    expect(record.locator("div.field.taking")).to_be_visible()
    block = page.locator(".source-text p.headline").first
    block.dblclick(position={"x": 12, "y": 12})
    selected = page.evaluate("String(document.getSelection()).trim()")
    assert selected
    expect(field).not_to_have_value(before)
    start, end = map(int, field.input_value().split("-"))
    text = page.request.get(page.url.partition("?")[0] + ".json").json()["text"]
    assert text[start:end].strip() == selected


def test_the_desk_works_without_a_script(pages: Watched, address: str):
    page = pages.open(script=False)
    page.goto(f"{address}/review")
    page.get_by_role("button", name="Reject").first.click()
    expect(page.locator(".last")).to_contain_text("Your last decision: reject")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


@pytest.mark.parametrize("path", ["/review", "/review/decisions"])
def test_the_desk_passes_axe(page: Page, address: str, path: str):
    page.goto(f"{address}{path}")
    axe(page)


def test_a_report_at_the_desk_passes_axe(page: Page, address: str):
    page.goto(f"{address}/review")
    press(page, "e")
    expect(page.locator("[data-item].target")).to_be_visible()
    for layer in ("statements", "events", "estimates", "control", "places"):
        page.goto(page.url.partition("?")[0] + f"?layer={layer}")
        axe(page)
