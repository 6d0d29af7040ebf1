from __future__ import annotations

import random
from dataclasses import replace

import pytest

from accordingto.capture import capture_text
from accordingto.clean import report_of
from accordingto.compare import stories
from accordingto.compare.stories import admit
from accordingto.compare.storylikeness import PRIOR, STEPS, WINDOW, likeness, odds, rarities, rarity, weighed
from accordingto.compare.storyprints import MOST, SHARES, UNDATED, Kind, StoryPrint, story_print, unpacked
from accordingto.compare.storyshelf import StoryShelf
from accordingto.model import UsageError
from accordingto.pipeline.stories import grouped
from accordingto.resources.background import open_background
from evals.stories.corpus import b_cubed
from evals.stories.invent import Inventor

SHELLING = """Shells hit the market of Orlava, five dead

Five people were killed on Monday when shells hit the market of Orlava, governor Idris Hamun said.

Hamun said the shells had come from the hills held by the Kharanist Front."""
OTHER = """Shells hit a bakery in Tesmin, nine dead

Nine people were killed on Thursday when shells hit a bakery in Tesmin, mayor Rana Osk said.

Osk said the shells had come from the hills held by the Kharanist Front."""


def made(text: str, day: str | None = None) -> StoryPrint:
    found = story_print(report_of(capture_text(text), published=day, as_given=True), open_background())
    assert found is not None
    return found


def plain(print_: StoryPrint):
    return weighed(print_, rarities(print_, {}, 0))


def told(seed: int, happenings: int, each: int, spread: int = 0) -> list[tuple[int, str, str]]:
    inventor = Inventor(seed)
    days = random.Random(seed)
    rows = []
    for n in range(happenings):
        happening = inventor.happening(days.randint(0, spread))
        rows += [(n, inventor.told(happening), happening.day) for _ in range(each)]
    random.Random(seed).shuffle(rows)
    return rows


def test_a_print_packs_and_unpacks_to_itself() -> None:
    for text in (SHELLING, OTHER, "Am 3. March 2023 und dem 4 April sprach 1999 niemand mit ihm darüber."):
        one = made(text, "2023-11-14")
        assert unpacked(one.packed) == one
    assert len(made(" ".join(f"word{n}x" for n in range(5000))).terms) == MOST


def test_a_print_says_who_how_many_and_when() -> None:
    one = made(SHELLING.replace("on Monday", "on Monday, March 6, 2023"), "2023-03-07")
    kinds = [Kind(term.kind) for term in one.terms]
    assert sum(bool(kind & Kind.NAME) for kind in kinds) >= 5  # Orlava, Idris, Hamun, Kharanist, Front
    assert sum(bool(kind & Kind.NUMBER) for kind in kinds) == 2
    assert (one.week, one.dates, one.years) == (1, frozenset({32 * 3 + 6}), frozenset({2023}))
    assert one.day == 738586


@pytest.mark.parametrize(
    "text", [SHELLING.replace(" ", "\u00a0"), SHELLING.replace("\n\n", "\n\n\n\n"), SHELLING.replace("Hamun", "Hámun")]
)
def test_spaces_and_accents_make_no_difference(text: str) -> None:
    assert {term.hash for term in made(text).terms} == {term.hash for term in made(SHELLING).terms}


def test_a_report_of_next_to_no_words_has_no_print() -> None:
    for text in ("Gone.", "One two three"):
        assert story_print(report_of(capture_text(text), as_given=True), open_background()) is None


def test_a_script_without_capitals_is_compared_by_all_its_words() -> None:
    words = "قال المتحدث باسم المجلس إن القوات انسحبت من الجسر القديم قبل الفجر بعد معارك عنيفة في أورلافا"
    other = "ارتفعت أسعار الخبز في الأسواق بعد قرار الحكومة رفع الدعم عن الطحين والوقود هذا العام"
    assert grouped([("a", words, None), ("b", other, None), ("c", words.replace("أورلافا", "المدينة"), None)]) == [
        "a",
        "b",
        "a",
    ]


def test_likeness_is_the_same_from_both_sides_and_most_with_itself() -> None:
    one, other = plain(made(SHELLING)), plain(made(OTHER))
    assert likeness(one, other) == likeness(other, one)
    assert odds(one, other) == odds(other, one)
    assert odds(one, one) > odds(one, other)
    assert likeness(one, other).weekdays == 1


def test_two_happenings_of_one_kind_are_two_stories() -> None:
    again = SHELLING.replace("killed", "left dead").replace("Shells hit", "Shelling of")
    assert grouped([("a", SHELLING, None), ("b", OTHER, None), ("c", again, None)]) == ["a", "b", "a"]


def test_reports_far_apart_in_time_are_not_of_one_story_and_those_without_a_date_may_be() -> None:
    again = SHELLING.replace("Hamun said the shells had come", "The shells came, Hamun added,")
    near, far = "2023-03-07", "2023-09-07"
    for day, one_story in ((near, True), (far, False), (None, True)):
        shelf = StoryShelf()
        admit(shelf, 0, made(SHELLING, "2023-03-06"))
        admit(shelf, 1, made(again, day))
        assert (len(shelf.reports) == 1) == one_story
    assert made(SHELLING).day == UNDATED
    assert WINDOW < 180


def test_a_near_copy_is_of_its_story_unless_it_is_of_other_days_or_names_others() -> None:
    form = (
        "A market was hit near {0}, {2} says\n\nA market was hit near {0} on Monday. At least {1} people were killed and three families "
        "left the village, {2} said by telephone. {3}, a teacher from {0}, said that she had heard two blasts before noon."
    )
    one, again, other = (
        form.format(*given)
        for given in (
            ("Tell Sabra", 12, "Governor Nadim Karout", "Salma Hadid"),
            ("Tell Sabra", 14, "Governor Nadim Karout", "Salma Hadid"),
            ("Jisr Wadeen", 12, "Colonel Ilyas Morkos", "Rima Toubal"),
        )
    )
    for text, day, one_story in (
        (again, "2023-03-07", True),
        (again, "2023-09-07", False),
        (other, "2023-03-07", False),
    ):
        shelf = StoryShelf()
        admit(shelf, 0, made(one, "2023-03-06"))
        admit(shelf, 1, made(text, day), near=[0])
        assert (len(shelf.reports) == 1) == one_story, text


def test_a_rare_word_weighs_more_and_what_is_known_beforehand_counts_like_so_many_reports() -> None:
    assert rarity(1, 1, SHARES[0]) < rarity(1, 1, 0.001)
    assert rarity(500, 1000, 0.001) < rarity(1, 1000, 0.001)
    assert rarity(PRIOR, PRIOR, 1.0) == 0
    assert rarity(1, 10**6, 0.001) == rarity(1, 10**9, 0.001) == 255 < STEPS * 8


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_invented_happenings_are_told_apart_in_any_order(seed: int) -> None:
    rows = told(seed, 30, 6, spread=10)
    found = grouped([(str(i), text, day) for i, (_, text, day) in enumerate(rows)])
    assert b_cubed([n for n, _, _ in rows], found)[0] > 0.95


def test_ids_do_not_matter_and_each_may_stand_once() -> None:
    rows = told(4, 5, 3)
    first = grouped([(str(i), text, day) for i, (_, text, day) in enumerate(rows)])
    other = grouped([(f"x{i}", text, day) for i, (_, text, day) in enumerate(rows)])
    assert [f"x{name}" for name in first] == other
    with pytest.raises(UsageError, match="two texts have the id a"):
        grouped([("a", SHELLING, None), ("a", OTHER, None)])


def test_an_empty_text_is_a_story_of_its_own() -> None:
    assert grouped([("a", "", None), ("b", " \n", None), ("c", SHELLING, None), ("d", "Gone.", None)]) == list("abcd")


def test_three_hundred_reprints_are_one_story_and_cost_no_more_than_others() -> None:
    rng = random.Random(1)
    sentences = SHELLING.split("\n\n")
    texts = ["\n\n".join([*sentences, f"More was heard from {rng.choice('ABCDEF')}{n} at night."]) for n in range(300)]
    assert set(grouped([(str(n), text, "2023-03-07") for n, text in enumerate(texts)])) == {"0"}


def test_a_report_that_tells_both_merges_two_small_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule, whatever is learnt: each of the smaller story's reports has one like it in the larger."""
    shelf = StoryShelf()
    prints = [replace(made(SHELLING), terms=made(SHELLING).terms[n : n + 12]) for n in range(5)]
    for key, one in enumerate(prints):
        monkeypatch.setattr(stories, "odds", lambda a, b: -1.0)
        if key == 4:
            monkeypatch.setattr(stories, "odds", lambda a, b: 5.0)
        elif key in (1, 2):
            monkeypatch.setattr(stories, "odds", lambda a, b: 2.0)
        admit(shelf, key, one)
    assert set(shelf.story.values()) == {0}
    assert sorted(shelf.reports[0]) == [0, 1, 2, 3, 4]
