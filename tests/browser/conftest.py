"""What tests in a browser share: the browser, pages that fail their test where something went wrong on them, a running server."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.driving import NoBrowser, Watched, required, start
from tests.web.told import sample_store

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="package", autouse=True)
def built() -> None:
    """The islands as their sources are now: whoever changes those need not think of it."""
    spec = importlib.util.spec_from_file_location("hatch_build_for_browser", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    hook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hook)
    hook.build_assets(ROOT)


@pytest.fixture(
    scope="package"
)  # not of the session: while it is open, an event loop runs in which other tests could not start theirs
def browser() -> Iterator[Browser]:
    """The system's Chromium, started once for all of these tests."""
    expect.set_options(timeout=60_000)  # a machine may have other things to do; what is there passes at once
    with sync_playwright() as playwright:
        try:
            made = start(playwright)
        except NoBrowser as missing:
            (pytest.fail if required() else pytest.skip)(str(missing))
        yield made
        made.close()


@pytest.fixture
def pages(browser: Browser) -> Iterator[Watched]:
    """Opens pages; fails the test where any of them wrote an error to the console or asked another host."""
    watched = Watched(browser)
    yield watched
    watched.close()
    assert not watched.troubles, "\n".join(watched.troubles)


@pytest.fixture
def page(pages: Watched) -> Page:
    """One page, as wide as a desk's screen, light."""
    return pages.open()


@pytest.fixture(scope="package")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample story with a later edition, compared; not to be written to."""
    return sample_store(tmp_path_factory.mktemp("sample") / "sample.db", edited=True)


@pytest.fixture(scope="package")
def serve() -> Iterator[Callable[..., str]]:
    """Starts the server on a store, once for each store and set of options, and gives its address."""
    running: dict[tuple[str, ...], tuple[subprocess.Popen[str], str]] = {}

    def address(store: Path | str, *options: str) -> str:
        key = (str(store), *options)
        if key not in running:
            running[key] = _started(key)
        return running[key][1]

    yield address
    for process, _ in running.values():
        process.terminate()
    for process, _ in running.values():
        process.wait(timeout=20)


def _started(key: tuple[str, ...]) -> tuple[subprocess.Popen[str], str]:
    store, *options = key
    data = Path(store).parent / "data"  # what the user added: beside the store, where the sample's is
    given = {**os.environ, "NO_COLOR": "1", **({"ACCORDINGTO_DATA": str(data)} if data.is_dir() else {})}
    program = [sys.executable, "-c", "from accordingto.cli.main import main; main()"]
    command = [*program, "serve", "--db", store, "--port", "0", *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1, env=given
    )
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        found = next((word for word in line.split() if word.startswith("http://")), None)
        if found:
            return process, found.rstrip("/")
    raise AssertionError(f"the server did not start: {''.join(said)}")
