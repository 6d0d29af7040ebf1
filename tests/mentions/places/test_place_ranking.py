"""Which place is meant: facts about real places, in sentences of our own."""

import pytest

from accordingto.mentions.places import given, resolve
from accordingto.resources.gazetteer.gazetteer import open_gazetteer
from accordingto.resources.places import open_place_words


def meant(text: str, *names: str) -> list[tuple[str, str | None] | None]:
    """Id and country of what names mean, each at its first place in the text."""
    gazetteer, words = open_gazetteer(own=False), open_place_words()
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    chosen = resolve(text, given(text, spans, gazetteer, words), gazetteer, words)
    return [
        (choice.hit.entry.unit or choice.hit.entry.id, choice.hit.entry.country) if choice else None
        for choice in chosen
    ]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Smoke rose over Arbin, near Damascus in Syria.", ["Arbin", "Damascus", "Syria"], ("SY.08", "SY")),
        ("The road from Arbin to Albertville in France is shut.", ["Arbin", "Albertville", "France"], ("FR.84", "FR")),
        ("A fire broke out in Alexandria, La., police said.", ["Alexandria", "La."], ("US.LA", "US")),
        ("Ships wait off Alexandria in Egypt.", ["Alexandria", "Egypt"], ("EG.06", "EG")),
        ("Troops shelled Sievierodonetsk in Luhansk.", ["Sievierodonetsk", "Luhansk"], ("UA.14", "UA")),
        ("A strike hit Hodeidah port in Yemen.", ["Hodeidah", "Yemen"], ("YE.08", "YE")),
        (
            "Voters in Georgia, Alabama and Florida went to the polls.",
            ["Georgia", "Alabama", "Florida"],
            ("US.GA", "US"),
        ),
        (
            "Tbilisi is the capital of Georgia, beside Armenia.",
            ["Georgia", "Tbilisi", "Armenia"],
            ("geonames:614540", "GE"),
        ),
        ("Fighters went from Raqqa to Manbij in Syria.", ["Raqqa", "Manbij", "Syria"], ("SY.04", "SY")),
    ],
)
def test_context_decides_between_namesakes(text, names, expected):
    assert meant(text, *names)[0] == expected


def test_one_name_means_one_place_throughout():
    text = "Paris, Texas, is small. Nothing happens in Paris."
    gazetteer, words = open_gazetteer(own=False), open_place_words()
    spans = [(0, 5), (7, 12), (43, 48)]
    first, _, last = resolve(text, given(text, spans, gazetteer, words), gazetteer, words)
    assert first.hit.entry == last.hit.entry
    assert first.hit.entry.unit == "US.TX"


def test_a_chance_likeness_to_another_country_resolves_nothing():
    assert meant("Envoys from France and Spain met in Qarabzin.", "Qarabzin", "France", "Spain")[0] is None


def test_a_body_stands_where_its_place_does():
    assert meant("Officials of the Harare City Council met.", "Harare City Council") == [("ZW.10", "ZW")]


def test_no_toponyms_give_none():
    assert resolve("", [], open_gazetteer(own=False), open_place_words()) == []
