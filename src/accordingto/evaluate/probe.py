"""The probe of conflict names: whether each resolves to the right country and first-order unit.

Every row is one name in a sentence of our own, under spellings that news uses, written as rows of the task ``places`` whose gold
toponyms also have ``country`` and ``admin1``. Where a place lies in several countries or units, or is claimed by several, the
gold lists them and any of them is right; of several countries, none is right as well, since an area over borders lies in no one
of them.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from accordingto.evaluate import measures
from accordingto.evaluate.measures import Counts, Measure
from accordingto.evaluate.rows import Row, name_of
from accordingto.model import IntegrityError

if TYPE_CHECKING:
    from accordingto.mentions.places.ranking import Choice
    from accordingto.mentions.places.toponym import Toponym

COLUMNS = ("name", "text", "context", "country", "admin1", "lat", "lon", "reference")
NEAR = 161.0
"""Kilometres (100 miles) within which a place counts as found (Leidner 2007)."""
EARTH = 6371.0
"""Radius in km."""
_GENERIC = frozenset(
    "al el ar as ash an governorate muhafazat province provincia oblast region state district division wilaya wilayat".split()
)
"""Articles and words of kind that spellings of one unit have or lack."""
_SILENT = re.compile(r"['’‘`ʿʾ]")


def rows_of(table: str) -> Iterator[Row]:
    """The probe's table as rows of the task ``places``.

    Raises:
        IntegrityError: where a line has other columns, or a name is not in its text; names the line.
    """
    lines = [(n, line) for n, line in enumerate(table.splitlines(), 1) if line and not line.startswith("#")]
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            raise IntegrityError(f"line {number} of the probe has {len(cells)} columns, not {len(COLUMNS)}")
        row = dict(zip(COLUMNS, cells, strict=True))
        probed = {**_at(row["name"], row["text"], number), "lat": float(row["lat"]), "lon": float(row["lon"])}
        probed |= {"geonameid": None, "country": _listed(row["country"]), "admin1": _listed(row["admin1"])}
        beside = [_at(name, row["text"], number) for name in _listed(row["context"])]
        toponyms = sorted([probed, *beside], key=lambda toponym: toponym["start"])
        yield {"id": f"probe-{number - lines[0][0]:03}", "text": row["text"], "toponyms": toponyms}


def _at(name: str, text: str, number: int) -> dict[str, Any]:
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    if found is None:
        raise IntegrityError(f"line {number} of the probe: {name!r} is not in its text")
    return {"start": found.start(), "end": found.end()}


def _listed(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def resolved(row: Row) -> list[Row]:
    """The toponyms of a row as the gazetteers of the package resolve them, nothing of the user's.

    Raises:
        ResourceError: where a gazetteer is missing or damaged.
    """
    from accordingto.mentions.places.given import given
    from accordingto.mentions.places.ranking import resolve
    from accordingto.resources.gazetteer.gazetteer import open_gazetteer
    from accordingto.resources.places import open_place_words

    gazetteer, words = open_gazetteer(own=False), open_place_words()
    toponyms = given(row["text"], [(one["start"], one["end"]) for one in row["toponyms"]], gazetteer, words)
    chosen = resolve(row["text"], toponyms, gazetteer, words)
    return [_placed(*pair) for pair in zip(toponyms, chosen, strict=True)]


def _placed(toponym: Toponym, choice: Choice | None) -> Row:
    row = {"start": toponym.span.start, "end": toponym.span.end}
    if choice is None:
        return row
    entry = choice.hit.entry
    named = {"id": entry.id, "name": entry.name, "country": entry.country, "admin1": entry.admin1}
    return {**row, **named, "lat": entry.lat, "lon": entry.lon}


def count(row: Row, toponyms: Iterable[Mapping[str, Any]]) -> Counts:
    """Counts of one sentence, to be summed and passed to `measured`. Toponyms without ``country`` are context."""
    found = Counts()
    by_span = {(one["start"], one["end"]): one for one in toponyms}
    for gold in row["toponyms"]:
        if "country" not in gold:
            continue
        mine = by_span.get((gold["start"], gold["end"]), {})
        country, unit = _right_country(gold, mine), _right_unit(gold, mine)
        found.update(gold=1, country=country, near=_is_near(gold, mine), both=country and unit)
        if gold["admin1"]:
            found.update(gold_admin1=1, admin1=unit)
    return found


def _right_country(gold: Mapping[str, Any], mine: Mapping[str, Any]) -> bool:
    given = mine.get("country")
    if given is None and mine.get("lat") is None:
        return False
    return given in gold["country"] or (given is None and len(gold["country"]) > 1)


def _right_unit(gold: Mapping[str, Any], mine: Mapping[str, Any]) -> bool:
    right = {plain(name) for name in gold["admin1"]}
    return not right or bool(right & {plain(name) for name in _listed(mine.get("admin1") or "")})


def _is_near(gold: Mapping[str, Any], mine: Mapping[str, Any]) -> bool:
    if mine.get("lat") is None or mine.get("lon") is None:
        return False
    return distance((gold["lat"], gold["lon"]), (mine["lat"], mine["lon"])) <= NEAR


def plain(name: str) -> str:
    """A unit's name without case, diacritics, articles and words of kind: "Ar Raqqah Governorate" is ``raqqah``."""
    folded = unicodedata.normalize("NFKD", name.lower().replace("ı", "i"))
    letters = _SILENT.sub("", "".join(c for c in folded if not unicodedata.combining(c)))
    words = re.split(r"[\W_]+", letters)
    return " ".join(word for word in words if word and word not in _GENERIC)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance in km of two points in degrees north and east."""
    (a, b), (c, d) = ((math.radians(value) for value in point) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts."""
    return [
        measures.share("country and admin-1", counts["both"], counts["gold"]),
        measures.share("country", counts["country"], counts["gold"]),
        measures.share("admin-1", counts["admin1"], counts["gold_admin1"]),
        measures.share("within 161 km", counts["near"], counts["gold"]),
    ]


def check(row: Row, items: list[Row], what: str) -> None:
    """Check toponyms against the text of their row.

    Raises:
        IntegrityError: where a span is missing or outside the text.
    """
    for number, item in enumerate(items, 1):
        start, end = item.get("start"), item.get("end")
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(row["text"])):
            raise IntegrityError(f"{what} of {name_of(row)}, toponym {number}: {start}–{end} is no span of the text")
