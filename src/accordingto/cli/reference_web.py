"""The reference page of the server: its pages with their twins, and the routes of its API."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from accordingto.web.api.document import V1, parameters
from accordingto.web.api.routes import add_api
from accordingto.web.desk.routes import add_decisions
from accordingto.web.page import Page
from accordingto.web.pages import PAGES

_INTRO = f"""# Pages and API

`accordingto serve` answers at `http://127.0.0.1:8474/`. Every page has its twin as JSON at the same address with `.json`, and where it is a
table or has places also `.csv` and `.geojson`; what may be asked is the same. The JSON is just what the page shows. What stands
last in an address may itself end so, as an outlet called `Ledger.json`: its page is at `/outlets/Ledger.json.html`.

The API stands at `{V1}`; `{V1}/openapi.json` describes it, and the number is raised when something that was there changes or goes. A
release may add fields and routes. Lists go on behind the `next` of the page before, given as `after`. Every answer has an `ETag`; given
back as `If-None-Match`, what has not changed is not sent again. What cannot be asked is told as `error` with `status`, `title` and
`message`. Days are ISO 8601 as far as known; offsets are code points of a report's text, half-open.
"""


def page() -> str:
    """The page."""
    parts = [_INTRO, "## Pages\n", *(line for one in PAGES for line in _page(one))]
    return "\n".join([*parts, "## Routes of the API\n", *_routes()])


def _page(one: Page) -> Iterator[str]:
    twins = ", ".join(f"`.{twin}`" for twin in one.twins)
    yield f"### `{one.path}`\n\n{one.about} Twins: {twins}.\n"
    yield from _table("May be asked", [_asked(given) for given in parameters("", one.query)])
    yield from _table("Column of the CSV", list((one.columns or {}).items()))


def _asked(given: dict[str, Any]) -> tuple[str, str]:
    schema = given["schema"]
    inner = schema.get("items", schema)
    values = ", ".join(f"`{value}`" for value in inner.get("enum", ()))
    told = [given.get("description", ""), f"One of {values}." if values else ""]
    told += ["Repeatable." if schema.get("type") == "array" else ""]
    return given["name"], " ".join(part for part in told if part)


def _table(head: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    if rows:
        yield f"| {head} | |\n| --- | --- |"
        yield "\n".join(f"| `{name}` | {about.replace('|', chr(92) + '|')} |" for name, about in rows) + "\n"


def _routes() -> Iterator[str]:
    app = FastAPI()
    add_api(app, PAGES)
    add_decisions(app)
    for path, methods in sorted(app.openapi()["paths"].items()):
        for method, told in sorted(methods.items()):
            yield f"- `{method.upper()} {path}`: {told['summary']}"
    yield ""
