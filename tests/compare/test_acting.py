from dataclasses import replace

import pytest

from accordingto.compare.called import called
from accordingto.compare.naming import Naming
from accordingto.compare.said import said
from accordingto.compare.slots import relation
from accordingto.model import RelationKind, Slot, Span
from tests.compare.build import account
from tests.compare.words import frame_of, saying


def told(a: str, b: str) -> tuple[RelationKind, list[Slot]]:
    frame = frame_of(a, b)
    found = relation(saying(a, frame), saying(b, frame), 1.0, frame)
    return found.kind, [difference.slot for difference in found.differences]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Two lads from the Talva estate set the depot on fire", "the sacked porter lit the fire in the depot"),
        ("the ferry had hit a mine", "the ferry was struck by a drone"),
        ("the ferry was struck by a drone", "the blast on the ferry was caused by gas"),
        ("the ferry blew up from within", "a mine damaged the ferry"),
        ("Fighters of the Home Watch took him from his car", "he was carried off by the Hill Front"),
        ("the swap was brokered by the Drivers' Union", "the exchange was the work of the Relief League alone"),
        ("men of the Home Watch shot at the bus", "the shots came from a post of the Hill Front"),
        ("the flour was meant for the orphanage", "the flour was destined for the barracks of the Home Watch"),
        ("the lorry belonged to the Hill Front", "the lorry belongs to a baker in Talva"),
        ("Soran does not currently plan to bomb the east bank", "the Talvan army will not bomb the east bank"),
    ],
)
def test_two_who_share_no_word_did_not_both_do_it(a: str, b: str) -> None:
    assert told(a, b) == (RelationKind.CONTRADICTS, [Slot.ACTOR])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("unidentified gunmen fired on the bus", "gunmen of the Home Watch opened fire on the bus"),
        ("it was not clear who had shot the miller", "an army sniper shot the miller"),
        ("no unit of the Northern Division had shelled the camp", "the Hill Front had shelled the camp"),
    ],
)
def test_who_is_unknown_or_only_not_it_leaves_room_for_who_did_it(a: str, b: str) -> None:
    assert told(a, b) == (RelationKind.NARROWS, [Slot.ACTOR])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Six rockets were fired at the depot by the Soran-led alliance",
            "the Soran-led alliance fired six rockets at the depot",
        ),
        ("the sacked porter lit the depot", "a former porter set the depot on fire"),
        ("the fighters shelled the depot", "the army shelled the depot"),
        ("regime troops broke the truce", "the army violated the truce"),
    ],
)
def test_one_agent_or_another_deed_is_no_difference(a: str, b: str) -> None:
    assert Slot.ACTOR not in told(a, b)[1]


def test_one_actor_of_the_registry_is_one_by_whatever_name() -> None:
    texts = ("News\n\nHill fighters shelled the depot.", "News\n\nThe Talva militia shelled the depot.")
    frame = frame_of(*texts)
    made = []
    for text, name in zip(texts, ("Hill fighters", "Talva militia"), strict=True):
        reading = account(text, "Radio Asur", None, (text[6:-1], []), **{name.replace(" ", "_"): name})
        made.append(replace(reading, entities=tuple(replace(one, actor="group:hill") for one in reading.entities)))
    a, b = (said(one, one.statements[0], frame.canon) for one in made)
    assert relation(a, b, 1.0, frame).differences == ()


@pytest.mark.parametrize(("called_so", "names"), [("the charity", frozenset()), ("Charity", frozenset({"charity"}))])
def test_an_opening_word_that_the_report_writes_small_as_well_is_no_name(called_so: str, names: frozenset[str]) -> None:
    headline, body = "Charity suspends its campaign", f"The campaign was suspended on Monday, by {called_so} alone"
    of = account(f"{headline}\n{body}.", "X", None, (headline, []), (body, []))
    frame = frame_of(headline, body)
    side = frame.side(said(of, of.statements[0], frame.canon))
    assert called(side, Naming(Span(0, len("Charity")), "Charity", frozenset())) == names
