"""How likely two voices go back to one occasion: what is looked at, and how groups come of it."""

from __future__ import annotations

import numpy as np

from accordingto.compare.candidates import weights_of
from accordingto.compare.heard import heard_in
from accordingto.compare.lineage import edges, handful
from accordingto.compare.normalise import canon_of
from accordingto.compare.oneoccasion import Row, features, likelihoods
from accordingto.compare.origins import grouped, rules_of
from accordingto.compare.said import said_of
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame
from accordingto.compare.together import by_words
from accordingto.compare.travel import travel
from accordingto.compare.tree import parents
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.travel import sentence_vectors
from tests.compare.build import AGENCY, PERSON, account
from tests.compare.words import WORDS

FERRO = ("Kamal Ferro", PERSON, "Kamal Ferro", "said")
HARKI = ("Dilan Harki", PERSON, "Dilan Harki", "said")
SHELLED = "the army shelled the market of Lubnik at noon"
WIRE = account(
    f"Shells hit Lubnik\n{SHELLED}, Dilan Harki said. Shops stayed shut and the schools were closed by the council.",
    "Northwire",
    "2023-05-16T10:00+00:00",
    (SHELLED, [HARKI]),
)
PAPER = account(
    f"Market shelled\n{SHELLED}, Dilan Harki told Northwire. The bakers of the town are out of flour since Sunday.",
    "Harbour Post",
    "2023-05-17T09:00+00:00",
    (SHELLED, [("Northwire", AGENCY, "Northwire", "told"), HARKI]),
)
DENIED = "no gun of ours fired that day"
DENIAL = account(
    f"Command speaks\n{DENIED}, Kamal Ferro said. The general will travel to the coast on Friday to open a bridge.",
    "ONA",
    "2023-05-18T10:00+00:00",
    (DENIED, [FERRO]),
)


def rows(*readings: Reading) -> dict[tuple[int, int], Row]:
    frame = Frame(canon_of([one.report.text for one in readings], WORDS), WORDS, {})
    said = {one.report.id: said_of(one, frame.canon) for one in readings}
    hand = handful(readings, WORDS)
    lineage = edges(hand)
    scene = Scene(hand, said, said, parents(said, lineage, hand), WORDS, lineage)
    weights = weights_of([one for every in said.values() for one in every])
    heard = [one for report, group in said.items() for one in heard_in(report, group, scene)]
    sure, tellings = rules_of(heard, scene, weights, frame)
    return features(heard, sure, tellings, by_words(said, weights, WORDS))


def test_what_lets_on_where_words_come_from_is_told_in_numbers() -> None:
    found = rows(WIRE, PAPER, DENIAL)
    taken, denied = found[0, 1], found[0, 2]
    assert (taken["voice"], denied["voice"]) == (1.0, -1.0)
    assert (taken["steps"], taken["credited"], taken["source"]) == (1.0, 1.0, 1.0)
    assert (denied["steps"], denied["credited"], denied["source"]) == (4.0, 0.0, 0.0)
    assert taken["alike"] == 1.0
    assert denied["alike"] == 0.0
    assert 22 < taken["hours"] <= 23
    assert (taken["voices"], denied["voices"]) == (1.0, 0.0)


def test_who_took_it_is_likelier_of_one_occasion_than_who_denies_it() -> None:
    likely = likelihoods(rows(WIRE, PAPER, DENIAL), 3, WORDS.learnt.occasion)
    assert likely[0, 1] > 0.7
    assert likely[0, 2] < 0.3
    assert np.array_equal(likely, likely.T)


def test_what_cannot_be_one_stays_apart_though_both_are_near_to_a_third() -> None:
    likely, barred = np.full((3, 3), 0.9), np.zeros((3, 3))
    assert grouped(likely, barred, 0.5) == [[0, 1, 2]]
    barred[1, 2] = barred[2, 1] = 1.0
    assert grouped(likely, barred, 0.5) == [[0, 1], [2]]
    assert grouped(likely, barred, 0.95) == [[0], [1], [2]]


def test_a_story_of_one_briefing_and_a_denial_has_two_occasions_and_an_echo() -> None:
    [found] = [
        one for one in travel([WIRE, PAPER], words=WORDS, vectors=sentence_vectors).matters if len(one.reports) > 1
    ]
    assert found.origins == (1, 1)
    assert found.echoes == (PAPER.report.id,)
