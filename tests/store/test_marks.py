from accordingto.store.marks import AROUND, marks, stretch
from accordingto.store.query import parsed, phrases


def marked(text: str, query: str) -> list[str]:
    return [text[a:b] for a, b in marks(text, phrases(parsed(query), wanted=True))]


def test_words_phrases_and_beginnings_are_marked() -> None:
    text = "Shells fell on Mánshar’s market; shelling went on."
    assert marked(text, "manshar") == ["Mánshar’s"]
    assert marked(text, '"fell on"') == ["fell on"]
    assert marked(text, "shel* -market") == ["Shells", "shelling"]
    assert marked(text, '"shells fell" "fell on"') == ["Shells fell on"]
    assert marked(text, "nothing") == []


def test_a_stretch_holds_the_first_mark_and_keeps_places() -> None:
    text = "word " * 200 + "bridge " + "word " * 200
    part, places = stretch(text, marks(text, phrases(parsed("bridge"))))
    assert [part[a:b] for a, b in places] == ["bridge"]
    assert part.startswith("… word")
    assert part.endswith("word …")
    assert len(part) <= AROUND + 4


def test_a_short_text_is_its_own_stretch() -> None:
    assert stretch("short", [(0, 5)]) == ("short", [(0, 5)])
    assert stretch("x" * 1000, [])[0].endswith("…")
