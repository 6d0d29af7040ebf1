import pytest

from accordingto.compare.polarity import seen, turned_between
from accordingto.model import Slot
from tests.compare.build import PERSON
from tests.compare.words import WORDS, frame_of, saying, slots_between


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        ("the army has left Manshar", "the army has not left Manshar", ("left", "not left")),
        (
            "it has no intention of striking boats",
            "it does not rule out striking boats",
            ("no intention", "not rule out striking"),
        ),
        ("the army will strike the camp", "the army won’t strike the camp", ("strike", "won’t strike")),
        ("the division had shelled the camp", "no unit of the division had fired on the camp", ("division", "no unit")),
    ],
)
def test_a_turned_statement_differs_in_polarity(a: str, b: str, values: tuple[str, str]) -> None:
    assert slots_between(a, b) == [(Slot.POLARITY, *values)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the army has not left Manshar", "the army hasn’t left Manshar"),
        ("it never denied striking boats", "it struck boats"),
        ("the army has left Manshar", "the army has left Manshar, but nobody believes it"),
        ("the raid killed 20 people", "the raid killed no fewer than 20 people"),
        ("the army has no plans to go after the rebels", "the army does not plan to attack the rebels"),
        ("the army shelled the camp", "he spoke of nobody but the army, which shelled the camp"),
        ("the Guard besieged Beit Zarun in May", "in Beit Zarun nobody believes it"),
        ("19 people were killed in the camp", "the wounded of the camp were brought to a clinic without a surgeon"),
        ("two families have not been traced", "nobody has found a trace of two families"),
    ],
)
def test_what_only_looks_like_a_negation_turns_nothing(a: str, b: str) -> None:
    assert Slot.POLARITY not in [slot for slot, _, _ in slots_between(a, b)]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        ("we will blow up nothing", "we will blow up everything", ("nothing", "everything")),
        ("we cannot let every cargo through", "we will let no cargo through", ("every", "no")),
    ],
)
def test_none_of_a_thing_is_not_all_of_it(a: str, b: str, values: tuple[str, str]) -> None:
    assert (Slot.POLARITY, *values) in slots_between(a, b)


def test_none_of_one_thing_and_all_of_another_may_both_be() -> None:
    assert slots_between("no cargo was let through", "all crews went ashore for the night") == []


def pole_of_cue(cue: str, content: str) -> int | None:
    """The sign of a content under a cue, against the same content said plainly."""
    frame = frame_of(content)
    text = f"News\n\nThe general {cue} {content}."
    other = saying(content, frame, [("the general", PERSON, "The general", cue)], text)
    poles = turned_between(*(seen(one, frame.canon, WORDS) for one in (saying(content, frame), other)))
    return poles[1].sign if poles else None


def test_a_negating_cue_turns_its_content_and_a_negated_verb_of_speech_does_not() -> None:
    assert pole_of_cue("denied", "that troops shelled the market") == -1
    assert pole_of_cue("did not deny", "that troops shelled the market") == 1
    assert pole_of_cue("did not say", "that troops shelled the market") in (1, None)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the shots came from the post of the Guard and not from the hills", "the Guard fired the shots from its post"),
        ("two men were hurt and nobody died", "two men were hurt"),
        ("the grain was sold in the market rather than given away", "the grain was sold in the market"),
    ],
)
def test_what_is_only_set_off_as_not_so_turns_nothing_else(a: str, b: str) -> None:
    assert Slot.POLARITY not in [slot for slot, _, _ in slots_between(a, b)]


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (
            "the shell fell beside the mill",
            "the shell fell into the yard of the inn, not beside the mill",
            (Slot.PLACE, "mill", "not beside the mill"),
        ),
        (
            "the lorry was stopped by the army",
            "the lorry was stopped by gendarmes and not by the army",
            (Slot.ACTOR, "army", "not by the army"),
        ),
    ],
)
def test_what_is_set_off_as_not_so_is_what_the_other_says(a: str, b: str, found: tuple[Slot, str, str]) -> None:
    assert found in slots_between(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the lorries have yet to leave Marsa", "the lorries have left Marsa"),
        ("two divers are not yet found", "both divers have been found"),
        ("the navy never violated the truce off Marsa", "the navy was blamed for a violation of the truce"),
        ("both planes are intact", "two aircraft burned out beside the hangar"),
        ("the mill is in use", "the mill was razed, and no one was hurt"),
        ("the ferry's captain is recovering", "the captain drowned"),
        ("vaccination of the flocks goes on", "vaccination has been halted"),
    ],
)
def test_states_that_cannot_both_be_differ_in_polarity(a: str, b: str) -> None:
    assert [slot for slot, _, _ in slots_between(a, b)] == [Slot.POLARITY]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the mill was not burned", "the mill is intact"),
        ("the captain drowned", "the inn is intact"),
        ("one diver is not yet found", "one diver is missing"),
        ("work on the dam has not been suspended in any part", "work on the dam goes on in every part"),
    ],
)
def test_what_is_denied_of_one_state_is_not_against_its_contrary(a: str, b: str) -> None:
    assert Slot.POLARITY not in [slot for slot, _, _ in slots_between(a, b)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tamria had nothing to do with it", "the boat that fired was a Tamrian one"),
        ("it was burned down", "the mill is intact"),
    ],
)
def test_who_is_cleared_and_what_a_pronoun_stands_for_is_held_against_the_other(a: str, b: str) -> None:
    assert [slot for slot, _, _ in slots_between(a, b)] == [Slot.POLARITY]


def test_who_is_cleared_is_not_named_by_whoever_names_another() -> None:
    assert Slot.POLARITY not in [
        slot for slot, _, _ in slots_between("Tamria had nothing to do with it", "the boat was of Orsk")
    ]
