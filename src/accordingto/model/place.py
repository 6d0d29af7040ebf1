"""`Place`: a toponym of a report and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.errors import EvidenceError
from accordingto.model.evidence import Evidence, check_score
from accordingto.model.spans import Span


class PlaceKind(StrEnum):
    """What kind of place a gazetteer entry is."""

    CONTINENT = "continent"
    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    SETTLEMENT = "settlement"
    REGION = "region"
    """An area without borders of its own: Donbas, Eastern Ghouta, the Sahel."""
    WATER = "water"
    RELIEF = "relief"
    """Mountains, valleys, deserts, islands."""
    FACILITY = "facility"
    """Camps, bases, crossings, dams, ports, airports."""
    LINE = "line"
    """Roads, fronts, demarcation lines."""


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym and what it was resolved to.

    Unresolved: ``name``, ``gazetteer_id``, ``lat`` and ``lon`` are ``None``. An area has no point unless ``centroid`` says that
    the point is only its middle. A vague area ("west of the Euphrates") has ``relation`` and no point.
    """

    id: str
    span: Span
    """The toponym, in the archived text."""
    toponym: str
    """As written."""
    evidence: Evidence
    score: float
    by: str
    name: str | None = None
    """The gazetteer's name."""
    gazetteer_id: str | None = None
    """``geonames:170654``, ``natural-earth:…``, ``region:eastern-ghouta`` or an id of the user's own gazetteer."""
    kind: PlaceKind | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2, or the name in a user's gazetteer."""
    admin1: str | None = None
    lat: float | None = None
    """Degrees north, WGS 84."""
    lon: float | None = None
    """Degrees east, WGS 84."""
    bounds: tuple[float, float, float, float] | None = None
    """West, south, east, north in degrees, for areas where known."""
    centroid: bool = False
    precision: str | None = None
    """How far the words fix it: ``settlement``, ``admin2``, ``admin1``, ``country``, ``region`` or ``vague``."""
    viewpoint: str | None = None
    """Whose view of borders ``country`` and ``admin1`` follow: ``GeoNames``, ``Natural Earth``, a user's gazetteer."""
    relation: str | None = None
    """``west of``, ``near``, ``outskirts of`` …, where the words mean an area relative to the toponym."""
    relation_span: Span | None = None
    demonym: bool = False
    """Whether the words are an adjective or a people ("Syrian"), which points at a place without naming it."""

    def __post_init__(self) -> None:
        check_score(self.score)
        if (self.lat is None) != (self.lon is None):
            raise EvidenceError("a place needs both coordinates or none")
        if self.relation and self.lat is not None:
            raise EvidenceError("an area relative to a place has no point")
