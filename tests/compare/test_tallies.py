import pytest

from accordingto.compare.nils import nil_findings
from accordingto.compare.tallies import Tally, tallies
from accordingto.model import RelationKind, Slot
from tests.compare.test_slots import kind_between
from tests.compare.words import frame_of, saying, slots_between


def tallied(words: str) -> tuple[Tally, ...]:
    frame = frame_of(words)
    return tallies(frame.side(saying(words, frame)))


@pytest.mark.parametrize(
    ("words", "harms"),
    [
        ("the blast killed at least eight people and wounded about thirty", ["killed", "injured"]),
        ("six villagers lost their lives and three gendarmes were hurt", ["killed", "injured"]),
        ("five nurses, who had come from Beldar, were wounded", ["injured"]),
        ("eight men and two boys were killed", ["killed", "killed"]),
        ("forty houses burned while nine people died", ["", "killed"]),
        ("ten lorries crossed on Friday", [""]),
    ],
)
def test_a_number_is_of_the_harm_in_its_own_stretch(words: str, harms: list[str]) -> None:
    assert ["".join(one.harms) for one in tallied(words)] == harms


@pytest.mark.parametrize(
    ("words", "wholes"),
    [
        ("three of the bridge's eight arches are gone", [8]),
        ("three arches out of eight are gone", [8]),
        ("of the eight arches, three are gone", []),
        ("one arch in eight is gone", [8]),
        ("twelve men in two boats came ashore", []),
    ],
)
def test_what_a_number_is_taken_out_of_is_the_whole(words: str, wholes: list[int]) -> None:
    assert [one.quantity.size for one in tallied(words) if one.whole] == wholes


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the blast killed eight people and wounded thirty", "two citizens lost their lives and thirty were injured"),
        ("seven nurses were hurt", "five of them were hit"),
        ("seven nurses, all of them women, were wounded, two of them badly", "three employees were slightly hurt"),
        ("the brigade broke the truce 40 times", "there were eleven violations by the brigade"),
        ("the jets came twice", "the jets came three times"),
        ("20 breaches by the Beldar League and 14 by the army", "14 breaches by the Beldar League and 20 by the army"),
        ("three men robbed the depot", "the robber acted alone"),
        ("there were three of them at the depot", "he came to the depot on his own"),
        ("thousands of sacks were burned", "310 sacks were burned"),
        ("dozens of villagers were killed", "nine villagers were killed"),
        ("all 15 sailors are safe", "12 of the 15 sailors were taken off"),
    ],
)
def test_numbers_of_one_thing_contradict(a: str, b: str) -> None:
    assert Slot.NUMBER in [slot for slot, _, _ in slots_between(a, b)]
    assert kind_between(a, b) is RelationKind.CONTRADICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("eight people were killed", "eight people were killed and thirty were hurt"),
        ("thirty people were hurt", "eight people were killed"),
        ("two of them were badly hurt, and seven in all were wounded", "seven were wounded"),
        ("twelve men were killed", "the crowd of 300 ran"),
        ("dozens of villagers were killed", "the shop alone lost 4,000 coats"),
        ("on Monday alone 40 shells fell", "two men were seen"),
        ("the price is three times the old one", "the price rose twice"),
    ],
)
def test_numbers_of_other_things_do_not(a: str, b: str) -> None:
    assert Slot.NUMBER not in [slot for slot, _, _ in slots_between(a, b)]


def test_numbers_that_add_up_to_the_other_say_it_more_exactly() -> None:
    whole, listed = "14 aircraft have left Dornik", "12 bombers and two transport planes have left Dornik"
    assert kind_between(whole, listed) is RelationKind.NARROWS
    assert kind_between(whole, "13 bombers and two transport planes have left Dornik") is RelationKind.CONTRADICTS


def test_a_number_told_at_large_is_said_more_exactly_by_one_within_it() -> None:
    assert kind_between("dozens of villagers were killed", "41 villagers were killed") is RelationKind.NARROWS


@pytest.mark.parametrize(
    ("a", "b", "turned"),
    [
        ("there were no deaths", "four villagers were killed", True),
        ("nobody was hurt", "four villagers were killed", True),
        ("not a single man was injured", "nine soldiers were wounded", True),
        ("there were no deaths", "four villagers were hurt", False),
        ("no fewer than four were killed", "nine soldiers were killed", False),
        ("the brigade did not break the truce on a single occasion", "the brigade broke the truce nine times", True),
        ("everybody on board is safe", "two sailors are missing", True),
        ("everybody on board is not yet safe", "two sailors are missing", False),
        ("not all on board are safe", "two sailors are missing", False),
    ],
)
def test_none_of_a_thing_stands_against_a_number_of_it(a: str, b: str, turned: bool) -> None:
    assert (Slot.POLARITY in [slot for slot, _, _ in slots_between(a, b)]) is turned


def test_none_of_one_group_says_nothing_of_another() -> None:
    texts = "no civilians were killed", "nine soldiers were killed"
    frame = frame_of(*texts)
    assert nil_findings(*(frame.side(saying(text, frame)) for text in texts)) == []


def test_the_line_above_a_number_takes_nothing_from_it() -> None:
    frame = frame_of("Belde\nSixteen buses left", "Belde")
    made = saying("Sixteen buses left", frame, text="News\n\nDELSAM\nSixteen buses left, Petra Orsk said.")
    assert [one.quantity.size for one in tallies(frame.side(made))] == [16]
