"""CSV of one layer: one row a record, flat; every row says according to whom.

Cells are made from the JSON rows, so that both formats say the same. Lists are joined by ``; ``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from accordingto.export.csv import Value, header, line, pairs_text
from accordingto.export.harm import total
from accordingto.export.layers import Layer, rows_of
from accordingto.export.parts import Row
from accordingto.export.wording import Failed
from accordingto.export.wording_content import victims_text
from accordingto.model import Event, Harm
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import value_of

Cell = Callable[[Reading, Row], Value]
Table = dict[str, tuple[str, Cell]]
"""Name of each column, in order; what it holds; and what makes the cell."""


def layer_lines(items: Iterable[Reading | Failed], layer: Layer, *, bom: bool = False) -> Iterator[str]:
    r"""The header, then each record of the layer as one row with its line end ``\r\n``. Failures have no row."""
    table = TABLES[layer]
    yield header(table, bom=bom)
    for item in items:
        for row in rows_of(item, layer) if isinstance(item, Reading) else ():
            yield line(cell(cast(Reading, item), row) for _, cell in table.values())


def _at(*path: str) -> Cell:
    """The value at a path of a row; ``None`` where it ends before."""

    def cell(_: Reading, row: Row) -> Value:
        value: Any = row
        for key in path:
            value = value.get(key) if value else None
        return cast(Value, value)

    return cell


def _joined(*path: str) -> Cell:
    """The values of a list, or of one field of its records, each once."""

    def cell(_: Reading, row: Row) -> Value:
        values = [part[path[1]] if len(path) > 1 else part for part in row[path[0]]]
        return "; ".join(dict.fromkeys(str(value) for value in values if value)) or None

    return cell


def _spans(*path: str) -> Cell:
    """``12-40;55-60``, code points of the report's text, half-open."""

    def cell(reading: Reading, row: Row) -> Value:
        spans: Any = _at(*path, "spans")(reading, row)
        return pairs_text(spans or ())

    return cell


def _coordinate(name: str) -> Cell:
    """A coordinate of the first place that has a point."""

    def cell(reading: Reading, row: Row) -> Value:
        places = [reading.places_by_id.get(part["place"]) for part in row["places"]]
        return next((getattr(place, name) for place in places if place and place.lat is not None), None)

    return cell


def _event(reading: Reading, row: Row) -> Event:
    return next(event for event in reading.events if event.id == row["id"])


def _harmed(harm: Harm, end: int, *, civilians: bool = False) -> Cell:
    def cell(reading: Reading, row: Row) -> Value:
        found = total(_event(reading, row).victims, harm, civilians=civilians)
        return found[end] if found else None

    return cell


def _parts(key: str, who: str) -> Table:
    return {
        key: (f"{who}: the names that the words resolve to.", _joined(key, "name")),
        f"{key}_words": ("The report's words for them.", _joined(key, "words")),
    }


def _ids(key: str, field: str, what: str) -> Table:
    return {f"{key}_ids": (what, _joined(key, field))}


def _time(key: str, what: str) -> Table:
    return {
        key: (f"{what}, as a TIMEX3 value.", _at(key, "value")),
        f"{key}_start": ("First day; empty where open.", _at(key, "start")),
        f"{key}_end": ("Last day, inclusive; empty where open.", _at(key, "end")),
        f"{key}_words": ("The words that state it.", _at(key, "evidence", "text")),
        f"{key}_anchor": ("What a relative expression was resolved against.", _at(key, "anchor")),
    }


_POINT: Table = {
    "lat": ("Degrees north of the first place that has a point.", _coordinate("lat")),
    "lon": ("Degrees east of it.", _coordinate("lon")),
}
_WHO: Table = {
    "according_to": ("The voices of the statement, outermost first; for narration the outlet.", _at("chain_text")),
    "source": ("The innermost voice; empty where no source is given.", _at("source")),
    "unnamed": ("`true` where nobody can tell from the report who it is.", _at("unnamed")),
    "act": ("What that voice does.", _at("act")),
    "factuality": ("Its commitment to the content.", _at("factuality")),
    "form": ("How the content stands in the text.", _at("form")),
    "mood": ("How the content is put forward.", _at("mood")),
    "said": ("When it was said, as a TIMEX3 value.", _at("said")),
    "content": ("The content of the statement, in the report's words.", _at("content", "text")),
    "content_spans": ("Where it stands: `12-40;55-60`, code points of the report's text.", _spans("content")),
    "statement": ("Id of the statement.", _at("statement")),
    "report": ("Id of the report.", _at("report")),
    "where": ("Where the report came from.", lambda reading, _: reading.where),
    "outlet": ("The outlet.", _at("outlet")),
    "published": ("When the report was published, ISO 8601 as far as stated.", _at("published")),
    "title": ("The report's title.", lambda reading, _: value_of(reading.report.title)),
}
_MADE: Table = {
    "score": ("How sure the machine is, 0 to 1.", _at("score")),
    "by": ("The rule or the head of the model that found it.", _at("by")),
    "run": ("Id of the run.", _at("run")),
}
_VICTIMS: Table = {
    name: (what, cell)
    for harm in Harm
    for name, what, cell in (
        (f"{harm}_low", f"At least so many {harm}, parts of a total not added.", _harmed(harm, 0)),
        (f"{harm}_high", "At most so many; empty where open.", _harmed(harm, 1)),
        (f"civilians_{harm}_low", "Of these at least so many civilians.", _harmed(harm, 0, civilians=True)),
        (f"civilians_{harm}_high", "At most so many.", _harmed(harm, 1, civilians=True)),
    )
}
_EVENTS: Table = {
    "id": ("Id of the event.", _at("id")),
    "event_type": ("Type of the codebook.", _at("event_type")),
    "mode": ("Mode of that type.", _at("mode")),
    "contexts": ("Contexts.", _joined("contexts")),
    "aux": ("Its status within the content; empty where it is told as having happened.", _at("aux")),
    "derived": ("`true` where it is derived from the act.", _at("derived")),
    **_parts("actors", "Who does it"),
    **_ids("actors", "actor", "Their ids in the registry."),
    **_parts("recipients", "To whom"),
    **_ids("recipients", "actor", "Their ids in the registry."),
    **_parts("places", "Where"),
    **_ids("places", "place", "Their ids in the layer of places."),
    **_POINT,
    **_time("time", "When"),
    "victims": (
        "Victims, in words.",
        lambda reading, row: victims_text(_event(reading, row).victims, reading.report.text) or None,
    ),
    **_VICTIMS,
    "trigger": ("The words that name the happening.", _at("trigger", "text")),
    "trigger_spans": ("Where they stand.", _spans("trigger")),
    **_WHO,
    **_MADE,
}
_ESTIMATES: Table = {
    "id": ("Id of the estimate.", _at("id")),
    "low": ("At least so many, inclusive; empty where open.", _at("low")),
    "high": ("At most so many, inclusive; empty where open.", _at("high")),
    "approximate": ("`true` where the words say that it is only about so many.", _at("approximate")),
    "unit": ("The counted noun as written; `%`; an ISO 4217 code.", _at("unit")),
    "quantity": ("The quantity with its bound, in the report's words.", _at("quantity", "text")),
    "quantity_spans": ("Where it stands.", _spans("quantity")),
    "what": ("The phrase that says what is counted.", _at("what", "text")),
    "part_of": ("Id of the estimate of which this is a part; never add the two.", _at("part_of")),
    **_parts("places", "Where"),
    **_ids("places", "place", "Their ids in the layer of places."),
    **_POINT,
    **_time("as_of", "As of when"),
    **_WHO,
    **_MADE,
}
_CONTROL: Table = {
    "id": ("Id of the record.", _at("id")),
    "status": ("How the party stands to the place.", _at("status")),
    "asserted": ("`false` where a modifier only presupposes it.", _at("asserted")),
    "aux": ("Its status within the content; empty where it is told as being so.", _at("aux")),
    **_parts("holders", "Who"),
    **_ids("holders", "actor", "Their ids in the registry."),
    **_parts("places", "What place"),
    **_ids("places", "place", "Their ids in the layer of places."),
    **_POINT,
    **_time("as_of", "As of when"),
    "trigger": ("The words that say so.", _at("trigger", "text")),
    "trigger_spans": ("Where they stand.", _spans("trigger")),
    **_WHO,
    **_MADE,
}
_PLACES: Table = {
    "id": ("Id of the place.", _at("id")),
    "toponym": ("As written.", _at("toponym")),
    "spans": ("Where it stands: `12-40`, code points of the report's text.", _spans()),
    "name": ("The gazetteer's name; empty where it is not resolved.", _at("name")),
    "gazetteer_id": ("Id in the gazetteer.", _at("gazetteer_id")),
    "kind": ("What kind of place it is.", _at("kind")),
    "country": ("ISO 3166-1 alpha-2, or the name in a gazetteer of your own.", _at("country")),
    "admin1": ("First-level administrative area.", _at("admin1")),
    "lat": ("Degrees north.", _at("lat")),
    "lon": ("Degrees east.", _at("lon")),
    "centroid": ("`true` where the point is only the middle of an area.", _at("centroid")),
    "bounds": ("West, south, east, north of an area.", lambda _, row: " ".join(map(str, row["bounds"] or ()))),
    "precision": ("How far the words fix it.", _at("precision")),
    "viewpoint": ("Whose view of borders country and admin1 follow.", _at("viewpoint")),
    "relation": ("The words mean an area relative to the toponym: `west of` …", _at("relation")),
    "demonym": ("`true` where the words are an adjective or a people.", _at("demonym")),
    **_WHO,
    **_MADE,
}
_TIMES: Table = {
    "id": ("Id of the expression.", _at("id")),
    "words": ("The words.", _at("evidence", "text")),
    "spans": ("Where they stand.", _spans("evidence")),
    "kind": ("TIMEX3 type.", _at("kind")),
    "value": ("TIMEX3 value.", _at("value")),
    "start": ("First day; empty where open.", _at("start")),
    "end": ("Last day, inclusive; empty where open.", _at("end")),
    "mod": ("TIMEX3 mod.", _at("mod")),
    "anchor": ("What a relative expression was resolved against.", _at("anchor")),
    **_WHO,
    "by": ("The rule that resolved it.", _at("by")),
    "run": ("Id of the run.", _at("run")),
}


def _namings(_: Reading, row: Row) -> Value:
    said = [naming["words"] + (f" ({naming['by']})" if naming["by"] else "") for naming in row["namings"]]
    return "; ".join(said) or None


_ACTORS: Table = {
    "id": ("Id in the registry.", _at("id")),
    "name": ("Canonical name.", _at("name")),
    "kind": ("What it is.", _at("kind")),
    "words": ("The report's own words for it, each once.", _joined("words")),
    "namings": ("The same with the voice in whose quotation they stand, if any, in brackets.", _namings),
    "country": ("ISO 3166-1 alpha-2 of the state that it is or belongs to.", _at("country")),
    "reference": ("A public page where it can be checked.", _at("reference")),
    "origin": ("`registry`, or the file that you added.", _at("origin")),
    "report": ("Id of the report.", _at("report")),
    "where": ("Where the report came from.", lambda reading, _: reading.where),
    "outlet": ("The outlet.", lambda reading, _: value_of(reading.report.outlet)),
}
TABLES: dict[Layer, Table] = {
    Layer.EVENTS: _EVENTS,
    Layer.ESTIMATES: _ESTIMATES,
    Layer.CONTROL: _CONTROL,
    Layer.PLACES: _PLACES,
    Layer.TIMES: _TIMES,
    Layer.ACTORS: _ACTORS,
}
"""The columns of each layer that is written as CSV."""
