from accordingto.capture import capture_text
from accordingto.clean import report_of
from accordingto.language.flow import flow_of
from accordingto.mentions.places import places_of
from accordingto.model import Place, PlaceKind, Stated
from accordingto.resources.gazetteer.gazetteer import open_gazetteer
from accordingto.resources.places import open_place_words

TEXT = """Army enters town near Manbij

ALEPPO, Syria, May 4 (Northwire) – Syrian troops crossed the river west of Raqqa on Thursday, residents of Manbij said.

They had come from Derbazin, a village in Orvenia, and from Eastern Ghouta.
"""


def read(text: str = TEXT) -> tuple[Place, ...]:
    report = report_of(capture_text(text))
    return places_of(report, flow_of(report), (), open_gazetteer(own=False), open_place_words())


def one(name: str) -> Place:
    return next(place for place in read() if place.toponym == name)


def test_every_place_is_where_the_text_names_it_in_order():
    places = read()
    assert [TEXT[place.span.start : place.span.end] for place in places] == [place.toponym for place in places]
    assert [place.span.start for place in places] == sorted(place.span.start for place in places)
    assert all(place.evidence == Stated((place.span,)) for place in places)
    assert len({place.id for place in places}) == len(places)


def test_a_dateline_names_places_too():
    aleppo = one("ALEPPO")
    assert (aleppo.country, aleppo.kind, aleppo.precision) == ("SY", PlaceKind.SETTLEMENT, "settlement")
    assert (aleppo.viewpoint, aleppo.centroid) == ("GeoNames", False)


def test_an_area_relative_to_a_place_has_no_point():
    raqqa = one("Raqqa")
    assert (raqqa.relation, raqqa.precision, raqqa.lat, raqqa.bounds) == ("west of", "vague", None, None)
    assert raqqa.country == "SY"


def test_a_region_has_its_extent_and_a_middle_that_says_so():
    ghouta = one("Eastern Ghouta")
    assert (ghouta.gazetteer_id, ghouta.kind, ghouta.centroid) == ("region:eastern-ghouta", PlaceKind.REGION, True)
    assert ghouta.bounds is not None


def test_what_no_gazetteer_has_stays_unresolved():
    derbazin = one("Derbazin")
    assert (derbazin.name, derbazin.gazetteer_id, derbazin.lat, derbazin.viewpoint) == (None, None, None, None)


def test_a_demonym_points_at_its_country():
    syrian = one("Syrian")
    assert (syrian.demonym, syrian.name, syrian.country) == (True, "Syria", "SY")
