"""A report: its text as archived with what was read from it as people have it, and what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import partial
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from accordingto.export import csv
from accordingto.export.geojson import collection
from accordingto.export.html_article import Names, article
from accordingto.export.html_links import Links
from accordingto.export.html_marks import LEGEND, lit, sheet, toggles
from accordingto.export.json import reading_row
from accordingto.export.layers import Layer
from accordingto.model import NotKept
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import reading_order, value_of
from accordingto.review import Judged, applied
from accordingto.store.around import Around, Some, around
from accordingto.store.store import Store
from accordingto.web.page import Asking, Page, Row
from accordingto.web.templating import path_of

_KEY = "k"
"""Class of the article; it is the only one on its page."""
_STEP = 64
"""Sheets of lit statements come in sizes, so that a browser that has one has it for most reports."""
_MOST_LIT = 2**14
"""Statements of a report that light up; the longest reports that were seen have some hundreds."""
_FOREVER = {"cache-control": "public, max-age=31536000, immutable"}


class Shown(dict[str, Any]):
    """What the page shows; it keeps the reading, of which the template wants the text drawn."""

    def __init__(self, reading: Reading, plain: Row) -> None:
        super().__init__(plain)
        self.reading = reading

    def article(self, request: Request) -> Markup:
        """The text with its statements at the side, as the offline page has it; names lead to the pages of the server."""
        path = partial(path_of, request.app)
        own = f"?report={quote(self.reading.report.id)}"  # reports of one text share the ids of their statements
        actor = _known(self.reading, _to(path, "actor"))
        links = Links(_to(path, "statement", own), actor, _to(path, "place"), _to(path, "outlet"), level=1)
        return Markup(article(self.reading, Names(), _KEY, links))  # everything in it is escaped there

    def marks(self) -> Markup:
        """How to read the marks, and the boxes that choose them."""
        return Markup(LEGEND + toggles())  # nothing of a report is in it

    @property
    def lit(self) -> int:
        """The size of the sheet that lights up its statements."""
        return min(-(-len(self.reading.statements) // _STEP) * _STEP, _MOST_LIT)


def _to(path: Callable[..., str], name: str, query: str = "") -> Callable[[str], str]:
    def address(ident: str) -> str:
        found = path(name, **{name: ident}) if ident else ""
        return found and found + query

    return address


def _known(reading: Reading, address: Callable[[str], str]) -> Callable[[str], str]:
    """Addresses of the actors that were kept with a reading: an outlet that nobody names has no page among actors."""
    return lambda ident: address(ident) if ident in reading.actors_by_id else ""


def view(asking: Asking) -> Row:
    """The reading, and what stands around the report."""
    store, report = asking.store, asking.path["report"]
    with store.looking() as connection:
        found = around(connection, report)
    machine = read(store, report)
    held = [] if machine.unread else store.decisions_of(report, viewer=asking.viewer.name)
    people = applied(machine, held) if held else None
    reading = people.reading if people else machine
    return Shown(
        reading,
        {
            "id": report,
            "title": value_of(reading.report.title),
            "read": not reading.unread,
            "decided": [_decided(one, reading) for one in people.judged if one.decided] if people else [],
            "reading": reading_row(reading),
            **_around(found, report),
            "against": {"total": found.against.total, "statements": _against(found, reading)},
        },
    )


def _decided(one: Judged, reading: Reading) -> Row:
    """What people decided on a record: the decision that counts."""
    assert one.decided
    return {
        "layer": one.layer,
        "record": one.record.id,
        "words": reading.words(one.selector),
        "action": one.decided.action,
        "by": one.decided.by,
        "at": one.decided.at,
        "disputed": one.disputed,
    }


def read(store: Store, report: str) -> Reading:
    """The reading of a report, or its text alone where it was kept unread."""
    try:
        return store.reading(report)
    except NotKept:
        return Reading.unread_of(store.report(report))


def _around(found: Around, report: str) -> Row:
    numbers = {one.report: one.number for one in found.editions}
    return {
        "story": found.story,
        "took": _some(found.took),
        "gave": _some(found.gave),
        "address": found.article.address if found.article else None,
        "edition": numbers.get(report),
        "editions": [asdict(one) for one in found.editions] if len(found.editions) > 1 else [],
        "cleaned_as": found.cleaned,
        "captures": _some(found.captures),
        "sightings": _some(found.sightings),
        "cases": list(found.cases),
    }


def _against(found: Around, reading: Reading) -> list[Row]:
    """Statements of the report that stand against others, in reading order, each with those."""
    others: dict[str, list[Row]] = {}
    for row in found.against.rows:
        others.setdefault(row["statement"], []).append({name: row[name] for name in row if name != "statement"})
    return [
        {
            "statement": statement.id,
            "number": number,
            "content": reading.words(statement.content),
            "others": others[statement.id],
        }
        for number, statement in enumerate(reading_order(reading.statements), 1)
        if statement.id in others
    ]


def _some(found: Some) -> Row:
    return {"total": found.total, "rows": list(found.rows)}


def _rows(shown: Row) -> Iterable[Row]:
    assert isinstance(shown, Shown)
    return csv.rows(shown.reading)


def _features(shown: Row) -> Row:
    assert isinstance(shown, Shown)
    return collection(shown.reading, Layer.PLACES)


def _article_sheet(_: Request) -> Response:
    return Response(sheet("article.css"), media_type="text/css", headers={"cache-control": "no-cache"})


def _lit_sheet(request: Request) -> Response:
    """The rules that light up a statement's words and card together; made of numbers alone, and so the same for all reports."""
    size = min(request.path_params["size"], _MOST_LIT)
    keys = [(_KEY, f"{_KEY}-{number}") for number in range(1, size + 1)]
    return Response(lit(keys), media_type="text/css", headers=_FOREVER)


ROUTES = (
    Route("/style/article.css", _article_sheet, name="article.css"),
    Route("/style/lit-{size:int}.css", _lit_sheet, name="lit.css"),
)
"""Style sheets that are no files: that of the station of exports, and one that is made of numbers."""

PAGE = Page(
    name="report",
    path="/reports/{report}",
    about="A report: its text with who says what, and what stands around it.",
    view=view,
    template="report.html",
    section="stories",
    columns=csv.COLUMNS,
    rows=_rows,
    features=_features,
)
