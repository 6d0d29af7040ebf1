"""A place: who is said to hold it, what is claimed to have happened there, and where it lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from markupsafe import Markup

from accordingto.store import located
from accordingto.web import stripes
from accordingto.web.page import Asking, Page, Row
from accordingto.web.pages import places
from accordingto.web.pages.listing import Cursor, Sections, bounded, plain

MOST_INSIDE = 40
"""Places inside an area that are told one by one; the list of places has all."""


class PlaceQuery(Sections):
    """Where the list of events goes on."""

    events: Cursor | None = None


class Shown(dict[str, Any]):
    """What the page shows; the template has the records of control drawn."""

    def stripes(self) -> Markup:
        """The records of control by source, on an axis of time."""
        return stripes.drawn(self["control"]["records"])


def view(asking: Asking) -> Row:
    """All that is shown of the place."""
    query: PlaceQuery = asking.query
    ident, every = asking.path["place"], places.every(asking.store)
    with asking.store.looking() as connection:
        place = located.place_of(connection, ident)
        inside = located.inside(every, place, ident)
        control = located.control_of(connection, ident)
        return Shown(
            id=ident,
            **place,
            statements=bounded(located.naming(connection, ident)),
            toponyms=[{"words": words, "times": times} for words, times in located.toponyms_of(connection, ident)],
            lies_in=[asdict(one) for one in located.around(every, place, ident)],
            inside={"total": len(inside), "places": [asdict(one) for one in inside[:MOST_INSIDE]]},
            control=_control(control),
            events=_events(
                located.events_at(connection, ident, after=_key(query.events), limit=query.limit + 1), query
            ),
        )


def _key(cursor: str | None) -> int | None:
    return int(cursor) if cursor else None


def _control(found: list[Row]) -> Row:
    rows = [{name: row[name] for name in row if name != "key"} for row in found[: located.MOST_CONTROL]]
    rows.sort(key=lambda row: (stripes.source_of(row), *stripes.days_of(row), row["id"]))
    return {"records": rows, "more": len(found) > located.MOST_CONTROL}


def _events(found: list[Row], query: PlaceQuery) -> Row:
    page = found[: query.limit]
    rows = [{name: row[name] for name in row if name != "key"} for row in page]
    for row in rows:
        row["victims"] = [{name: plain(value) for name, value in one.items()} for one in row["victims"]]
    return {"events": rows, "next": str(page[-1]["key"]) if len(found) > query.limit else None}


def _rows(shown: Row) -> Iterable[Row]:
    for one in shown["control"]["records"]:
        told = {"record": "control", "what": one["status"], "who": _names(one["holders"]), "to_whom": None}
        yield {**one, **told, "when": one["as_of"], "asserted": one["asserted"]}
    for one in shown["events"]["events"]:
        what = one["type"] + (f", {one['mode']}" if one["mode"] else "")
        told = {"record": "event", "what": what, "who": _names(one["actors"]), "to_whom": _names(one["recipients"])}
        yield {**one, **told, "when": one["time"], "asserted": None}


def _names(parts: list[Row]) -> str | None:
    return "; ".join(dict.fromkeys(part["name"] for part in parts)) or None


def _features(shown: Row) -> Row:
    """The place, and each claim about it as a feature of its own at the same point."""
    about = {
        name: shown[name]
        for name in ("id", "name", "kind", "country", "admin1", "latitude", "longitude", "centroid", "viewpoint")
    }
    place = places.feature({**about, "statements": shown["statements"]["count"]})
    keep = ("record", "what", "who", "to_whom", "when", "aux", "asserted", "chain", "act", "factuality", "content", "statement",
            "report", "outlet", "published")  # fmt: skip
    claims = [
        {
            "type": "Feature",
            "id": f"{row['report']}/{row['id']}",
            "geometry": place["geometry"],
            "properties": {**{name: row[name] for name in keep}, "geometry_is": place["properties"]["geometry_is"]},
        }
        for row in _rows(shown)
    ]
    return {"type": "FeatureCollection", "features": [place, *claims]}


PAGE = Page(
    name="place",
    path="/places/{place}",
    about="A place: control over time by source, claimed events, the areas it lies in.",
    view=view,
    template="place.html",
    section="places",
    query=PlaceQuery,
    columns={
        "record": "control or event.",
        "what": "How somebody stands to the place, or the type and mode of the event.",
        "who": "Who holds it, or who does it; names parted by '; '.",
        "to_whom": "Of events: to whom.",
        "when": "As of when, or when it happened, as a TIMEX3 value; empty where it is not told.",
        "aux": "negated, future, hypothetical or historical; empty where it is said to be or to have happened.",
        "asserted": "Of control: false where a modifier only presupposes it.",
        "chain": "According to whom, outermost first; the outlet for narration.",
        "act": "What the innermost voice does.",
        "factuality": "How far it commits itself.",
        "content": "What is put forward, in the report's words.",
        "statement": "Id of the statement.",
        "report": "Id of the report.",
        "outlet": "Who published it.",
        "published": "When, ISO 8601, as far as known.",
        "id": "Id of the record.",
    },
    rows=_rows,
    features=_features,
)
