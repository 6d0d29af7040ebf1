"""Pictures of the pages for the documentation: ``python -m evals.serve.screenshots OUT``, of the sample story, in the system's Chromium."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import httpx
from playwright.sync_api import Browser, sync_playwright

from tests.browser.driving import DESKTOP, PHONE, start
from tests.web.told import sample_store


def pages(site: str) -> dict[str, tuple[str, bool, bool]]:
    """The pictures: name to path, whether on a phone, whether dark."""

    def got(path: str) -> dict[str, list[dict[str, str]]]:
        found: dict[str, list[dict[str, str]]] = httpx.get(f"{site}{path}", timeout=60).json()
        return found

    story = got("/stories.json")["stories"][0]["id"]
    report = next(
        one["id"] for one in got("/search.json?reports=true")["reports"] if one["outlet"] == "Meridian Monitor"
    )
    statement = got("/search.json?q=%22not+intend+to+target%22")["statements"][0]["id"]
    actor, place = got("/actors.json")["actors"][0]["id"], got("/places.json")["places"][0]["id"]
    return {
        "story": (f"/stories/{story}", False, False),
        "story-phone-dark": (f"/stories/{story}", True, True),
        "report": (f"/reports/{report}", False, False),
        "report-dark": (f"/reports/{report}", False, True),
        "statement": (f"/statements/{statement}", False, False),
        "actor": (f"/actors/{actor}", False, False),
        "place": (f"/places/{place}", False, False),
        "search": ("/search?q=boats", False, False),
        "map": ("/map?show=places", False, False),
        "timeline": ("/timeline?by=origins", False, False),
        "review": ("/review", False, False),
        "desk": (f"/review/reports/{report}", False, False),
    }


def taken(browser: Browser, site: str, out: Path) -> None:
    """Take all pictures."""
    for name, (path, phone, dark) in pages(site).items():
        width, height = PHONE if phone else DESKTOP
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        page.goto(f"{site}{path}", wait_until="networkidle")
        page.screenshot(path=out / f"{name}.png")
        page.close()


def main() -> None:
    """Run from the command line."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = sample_store(Path(folder) / "sample.db")
        program = [sys.executable, "-c", "from accordingto.cli.main import main; main()"]
        command = [*program, "serve", "--review", "--as", "ada", "--port", "0", "--db", str(store)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server, sync_playwright() as playwright:
            assert server.stderr is not None
            site = next(word for line in server.stderr for word in line.split() if word.startswith("http://")).rstrip(
                "/"
            )
            browser = start(playwright)
            taken(browser, site, out)
            browser.close()
            server.terminate()


if __name__ == "__main__":
    main()
