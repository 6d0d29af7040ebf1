"""The numbers that speak for an update or a withdrawal."""

from __future__ import annotations

from accordingto.compare.changes import changes
from accordingto.compare.finding import Finding
from accordingto.compare.hand import Handful
from accordingto.compare.heard import hear
from accordingto.compare.lineage import handful
from accordingto.compare.normalise import canon_of
from accordingto.compare.said import said_of
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame, found_between
from accordingto.compare.traits import Traits
from accordingto.model import RelationKind
from tests.compare.build import account
from tests.compare.words import WORDS

EARLIER = "Forty lorries reached Lubnik on Monday"


def told(b: str, beside: str = "", outlet: str = "Dornik Times", when: str = "2023-05-04T11:00+00:00") -> Traits:
    """What a later statement has that speaks for it, b, with a sentence beside it."""
    one = account(f"News\n{EARLIER}.", "Beldar Post", "2023-05-01T10:00+00:00", (EARLIER, []))
    other = account(f"More\n{b}. {beside}", outlet, when, (b, []))
    canon = canon_of([one.report.text, other.report.text], WORDS)
    frame = Frame(canon, WORDS, {})
    said = {reading.report.id: said_of(reading, canon) for reading in (one, other)}
    hand: Handful = handful([one, other], WORDS)
    scene = Scene(hand, said, said, {}, WORDS)
    x, y = (hear(some[0], report, scene) for report, some in said.items())
    found: list[Finding] = found_between(x.said, y.said, frame)
    return changes(x, y, RelationKind.CONTRADICTS, found, scene, frame)


def test_words_of_correction_count_in_the_sentence_and_beside_it() -> None:
    plain = told("Thirty lorries reached Lubnik on Monday")
    righted = told("Thirty lorries reached Lubnik on Monday", "The society apologised and took back its word.")
    assert (plain["b.right.beside"], righted["b.right.beside"]) == (0, 2)
    assert righted["b.right"] == 0


def test_what_is_named_as_not_so_counts_where_the_other_said_it() -> None:
    assert told("The lorries reached Dornik, not Lubnik")["instead.b"] == 1
    assert told("The lorries reached Dornik, not Selmar")["instead.b"] == 0


def test_an_outlet_that_told_of_it_before_is_known_and_how_many_days_ago() -> None:
    other, own = told("Thirty lorries came"), told("Thirty lorries came", outlet="Beldar Post")
    assert (other["house.earlier"], own["house.earlier"]) == (0, 1)
    assert (other["house"], own["house"]) == (0, 1)
    assert 3 <= own["days"] < 3.1


def test_a_number_that_rose_is_told_from_one_that_fell() -> None:
    more, less = told("Ninety lorries reached Lubnik on Monday"), told("Nine lorries reached Lubnik on Monday")
    assert (more["number.more"], more["number.less"]) == (1, 0)
    assert (less["number.more"], less["number.less"]) == (0, 1)
