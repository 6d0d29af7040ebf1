"""A newcomer's ten minutes at the desk, as the tutorial tells them: each command is run, each step taken in the browser."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accordingto.store.store import Store
from tests.browser.driving import press
from tests.docs.commands import ROOT, commands

PAGE = ROOT / "docs" / "tutorial" / "first-desk.md"
SERVE, EXPORT = "serve", "export"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which everything before the server was typed."""
    made = tmp_path_factory.mktemp("tutorial")
    for words in commands(PAGE):
        if words[1] == SERVE:
            break
        typed(made, words)
    return made


def typed(folder: Path, words: list[str]) -> str:
    given = {
        **os.environ,
        "ACCORDINGTO_DATA": str(folder / "data"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    program = [sys.executable, "-c", "from accordingto.cli.main import main; main()", *words[1:]]
    done = subprocess.run(program, capture_output=True, text=True, check=False, cwd=folder, env=given)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def test_it_can_be_followed_to_the_dossier(page: Page, serve: Callable[..., str], folder: Path) -> None:
    options = next(words for words in commands(PAGE) if words[1] == SERVE)[2:]
    site = serve(folder / "accordingto.db", *options)
    page.goto(site)
    page.get_by_role("main").get_by_role("listitem").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/stories/story-"))
    story = page.url.rpartition("/")[2]
    against = page.get_by_text("coalition → FUF").first
    expect(against).to_be_visible()

    page.get_by_role("link", name="the statement").first.click()
    expect(page).to_have_url(re.compile("/statements/statement-"))
    expect(page.get_by_text("Northwire").first).to_be_visible()

    press(page, "?")
    expect(page.get_by_role("dialog")).to_contain_text("Review")
    press(page, "Escape")

    press(page, "g", "r")
    expect(page).to_have_url(re.compile("/review"))
    press(page, "a")
    expect(page.locator(".last")).to_contain_text("accept")
    press(page, "x")
    expect(page.locator(".last")).to_contain_text("reject")
    press(page, "u")
    expect(page.locator(".last")).to_contain_text("accept")
    with Store.open(folder / "accordingto.db", read_only=True) as store:
        assert [one.action for one in store.decisions()] == ["accept", "reject", "undo"]
        assert {one.by for one in store.decisions()} == {options[options.index("--as") + 1]}

    behind = [words for words in commands(PAGE) if words[1] not in ("demo", "gazetteer", "actors", "add", SERVE)]
    for words in behind:
        typed(folder, [story if word == "STORY" else word for word in words])
    assert [words[1] for words in behind] == ["audit", "stories", EXPORT]
    page.goto((folder / "dossier.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Free Upland Forces").first).to_be_visible()
