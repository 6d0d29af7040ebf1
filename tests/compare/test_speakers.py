"""Whether two reports give words to one speaker."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accordingto.compare.speakers import same_voice
from accordingto.model import Act, Factuality, Implied, Link, Source, SourceKind
from tests.compare.build import AGENCY, OFFICE, ORGANISATION, PERSON

UNNAMED = SourceKind.UNNAMED


def voice(name: str, kind: SourceKind, role: str | None = None) -> Link:
    source = Source(kind, Implied("test"), name, name, role)
    return Link(source, Implied("test"), Act.STATE, Factuality.CERTAIN, 1.0, "test")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (voice("Owen Thackley", PERSON), voice("Thackley", PERSON), True),
        (voice("Owen Thackley", PERSON), voice("Samir Haddun", PERSON), False),
        (voice("Nura Salim", PERSON), voice("Nura Salim of the Red Lamp", PERSON), True),
        (voice("Tarek al-Mansur", PERSON), voice("Tareq al-Mansour", PERSON), True),
        (voice("Abu Samer", PERSON), voice("Abu Samer al-Kharani", PERSON), True),
        (voice("deputy commander", OFFICE), voice("Owen Thackley", PERSON, "its deputy commander"), True),
        (voice("deputy commander", OFFICE), voice("Samir Haddun", PERSON, "mayor"), None),
        (voice("Red Lamp Society", ORGANISATION), voice("Maher Sabbagh", PERSON, "head of the Red Lamp Society"), True),
        (voice("a doctor", UNNAMED), voice("Harun Saleh", PERSON, "surgeon"), None),
        (voice("the head of the post", UNNAMED), voice("Maher Sabbagh", PERSON, "head of the Red Lamp post"), True),
        (voice("Northwire", AGENCY), voice("Owen Thackley", PERSON), None),
        (None, voice("Owen Thackley", PERSON), None),
    ],
)
def test_what_two_voices_are_called_tells_whether_they_are_one(
    a: Link | None, b: Link | None, same: bool | None
) -> None:
    assert same_voice(a, b) is same
    assert same_voice(b, a) is same


def test_one_actor_of_the_registry_is_one_speaker_whatever_he_is_called() -> None:
    a, b = voice("Owen Thackley", PERSON), voice("the commander", OFFICE)
    one, other = (replace(link, source=replace(link.source, actor="actor-1")) for link in (a, b))

    assert same_voice(one, other) is True
