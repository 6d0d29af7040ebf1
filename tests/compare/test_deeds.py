import pytest

from accordingto.compare.deeds import deeds
from tests.compare.words import frame_of, saying


def doers(content: str) -> list[tuple[str, str, bool]]:
    frame = frame_of(content)
    side = frame.side(saying(content, frame))
    return [(d.verb.word, side.text[d.agent[0].start : d.agent[-1].end], d.denied) for d in deeds(side)]


@pytest.mark.parametrize(
    ("content", "verb", "agent"),
    [
        ("Two lads from the Talva estate set the depot on fire", "set", "Two lads from the Talva estate"),
        (
            "Six rockets were fired at the depot in the night by the Soran-led alliance",
            "fired",
            "the Soran-led alliance",
        ),
        ("it was Hill fighters who had shot at the bus", "shot", "Hill fighters"),
        ("It was the Home Watch, a militia close to the mayor, that took him away", "took", "the Home Watch"),
        ("persons who had come from the estate lit the fire", "lit", "persons who had come from the estate"),
        ("At 03:15 on Monday the alliance bombed the depot", "bombed", "the alliance"),
        ("The Home Watch, which denies it, looted the store", "looted", "The Home Watch"),
        ("The shots had come from the position of the Home Watch", "come", "the position of the Home Watch"),
        ("the fire had been opened from a mill held by the Home Watch", "opened", "the Home Watch"),
        ("The blast was the work of the Hill Front", "work", "the Hill Front"),
        ("the Hill Front was responsible for the blast", "responsible", "the Hill Front"),
        ("the mayor accused the Hill Front of the attack", "accused", "the Hill Front"),
        ("the Hill Front was blamed for the attack", "blamed", "the Hill Front"),
        ("the ferry had probably hit a mine", "hit", "a mine"),
        ("the ferry blew up from within", "blew", "within"),
        ("it is not known who shot the miller", "shot", "who"),
        ("the wreck was most likely caused by gas that had gathered below", "caused", "gas"),
    ],
)
def test_who_does_a_deed_is_told_by_the_order_of_words(content: str, verb: str, agent: str) -> None:
    assert (verb, agent, False) in doers(content)


@pytest.mark.parametrize(
    "content",
    [
        "Twelve people died in the market",
        "two lorries burned beside the road",
        "the rockets fell on the depot",
        "the wounded were brought in by road",
        "the Talva-led council",
    ],
)
def test_who_only_suffers_does_nothing(content: str) -> None:
    assert doers(content) == []


def test_a_negation_leads_to_who_did_not_do_it() -> None:
    assert doers("no unit of the Northern Division had shelled the camp") == [
        ("shelled", "unit of the Northern Division", True)
    ]
    assert doers("the army did not shell the camp") == [("shell", "the army", True)]
