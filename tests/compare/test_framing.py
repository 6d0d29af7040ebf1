"""Naming and framing: whose words for whom, counted by headline, body and source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accordingto.compare.framing import Kind, Where, framing
from accordingto.model import MentionKind, UsageError
from accordingto.pipeline.reading import Reading
from tests.compare.build import PERSON, Voice, account
from tests.compare.words import WORDS
from tests.export.claimed import FRONT, claimed

HARKI: Voice = ("Dilan Harki", PERSON, "Harki", "claimed")
TEXT = (
    "Front shells camp\n\nThe Kharan Front shelled the camp on Tuesday. The terrorists hit a queue, Harki claimed. "
    "“Kharanists do this,” he said.\n\nRead: What the Front wants"
)


def _named(made: Reading, **kinds: str) -> Reading:
    mentions = tuple(
        replace(mention, kind=MentionKind(kinds.get(mention.head.replace(" ", "_"), "organisation")), entity="e0")
        for mention in made.mentions
    )
    (entity, *_) = made.entities
    return replace(made, mentions=mentions, entities=(replace(entity, name="Kharan Front"),))


def _report(outlet: str = "Radio Asur") -> Reading:
    made = account(
        TEXT,
        outlet,
        "2023-05-16",
        ("The terrorists hit a queue", [HARKI]),
        ("Kharanists do this", [HARKI]),
        Front="Kharan Front",
        The_Kharan_Front="Kharan Front",
        The_terrorists="Kharan Front",
        Kharanists="Kharan Front",
        he="Kharan Front",
    )
    return _named(made, he="pronoun")


def counts(reading: Reading, wanted: str, **more) -> dict[str, tuple[int, int, int]]:
    found = framing([reading], wanted, **more)
    return {one.words: (one.headline, one.body, one.source) for one in found.words if one.kind is Kind.NAME}


def test_names_are_counted_in_headline_body_and_source_and_pronouns_name_nobody() -> None:
    assert counts(_report(), "Kharan Front") == {
        "Front": (1, 0, 0),
        "Kharan Front": (0, 1, 0),
        "Kharanists": (0, 0, 1),
        "terrorists": (0, 0, 1),
    }


def test_who_uses_a_name_and_whether_quoted_stands_with_the_example() -> None:
    found = framing([_report()], "the front")

    uses = {one.words: one.examples[0] for one in found.words if one.kind is Kind.NAME}
    assert (uses["terrorists"].voice, uses["terrorists"].quoted) == ("Dilan Harki", False)
    assert (uses["Kharanists"].voice, uses["Kharanists"].quoted) == ("Dilan Harki", True)
    assert uses["Kharan Front"].voice is None
    (span,) = uses["Kharanists"].spans
    assert span.of(TEXT) == "Kharanists"
    assert uses["Kharanists"].context.of(TEXT) == uses["Kharanists"].text


def test_the_verbs_that_give_its_words_are_counted_once_each() -> None:
    made = account(
        "News\n\nHarki claimed that the camp was shelled and that a queue was hit.",
        "ONA",
        "2023-05-16",
        ("the camp was shelled", [HARKI]),
        ("a queue was hit", [HARKI]),
        Harki="Dilan Harki",
    )
    statements = tuple(
        replace(
            one,
            chain=tuple(
                replace(link, source=replace(link.source, entity="e0")) if link is one.innermost else link
                for link in one.chain
            ),
        )
        for one in made.statements
    )

    found = framing([replace(made, statements=statements)], "Dilan Harki")

    assert [(one.words, one.means, one.times) for one in found.words if one.kind is Kind.VERB] == [
        ("claimed", "state", 1)
    ]


def test_acts_are_those_that_it_is_said_to_do_and_of_a_type_all() -> None:
    reading = claimed()

    of_front = framing([reading], "Kharan Front")
    of_type = framing([reading], "ASSAULT", types={"ASSAULT"})

    assert [one.words for one in of_front.words if one.kind is Kind.ACT] == ["Rockets … hit"]
    assert {one.words: (one.headline, one.body, one.source) for one in of_type.words} == {
        "Rockets … hit": (0, 0, 1),
        "bombed": (0, 0, 1),
        "kill": (1, 0, 0),
    }
    assert of_type.meant == (("ASSAULT", 1),)


@pytest.mark.parametrize("wanted", [FRONT, "KHARAN FRONT", "the Front", "kharan front"])
def test_an_actor_is_found_by_its_id_its_name_and_the_end_of_it(wanted: str) -> None:
    assert framing([claimed()], wanted).meant == (("Kharan Front", 1),)


@pytest.mark.parametrize("wanted", ["Kharan", "Front line", "ront"])
def test_other_parts_of_a_name_and_longer_names_mean_nobody(wanted: str) -> None:
    assert framing([claimed()], wanted).words == ()


def test_a_place_is_found_by_its_name() -> None:
    found = framing([claimed()], "manshar")

    assert found.meant == (("Manshar", 1),)
    assert {use.where for one in found.words for use in one.examples} <= {*Where}


def test_other_names_of_the_same_can_be_given() -> None:
    apart = replace(_report(), entities=(*_report().entities, replace(_report().entities[0], id="e9", name="militia")))

    assert framing([apart], "Kharan Front", also=["militia"]).meant == (("Kharan Front", 1),)
    with pytest.raises(UsageError, match="letter or a number"):
        framing([], "Kharan Front", also=["…"])


def test_neither_order_nor_repetition_of_reports_changes_anything() -> None:
    one, other = _report(), _report("ONA")

    assert framing([one, other], "Front") == framing([other, one, other], "Front")
    assert next(words.outlet for words in framing([other, one], "Front").words) == "ONA"


def test_words_that_stand_where_another_report_has_the_name_are_found_with_both_places() -> None:
    named = account(
        "News\n\nThe convoy waited two days at the river for a pass from the army before it crossed.",
        "Northwire",
        "2023-05-15",
        the_army="army",
    )
    named = replace(named, mentions=tuple(replace(one, kind=MentionKind.ORGANISATION) for one in named.mentions))
    swapped = account(
        "News\n\nThe convoy waited two days at the river for a pass from regime troops before it crossed.",
        "Meridian Monitor",
        "2023-05-16",
    )
    other = account(
        "News\n\nThe convoy waited two days at the river for a pass from then on before it crossed.",
        "ONA",
        "2023-05-16",
    )

    found = framing([other, swapped, named], "army", words=WORDS)

    (instead,) = [one for one in found.words if one.kind is Kind.INSTEAD]
    (use,) = instead.examples
    assert (instead.outlet, instead.words, instead.means) == ("Meridian Monitor", "regime troops", "army")
    assert use.spans[0].of(swapped.report.text) == "regime troops"
    assert use.other is not None
    assert use.other.report == named.report.id
    assert use.other.spans[0].of(named.report.text) == "the army" == use.other_words
    assert not [one for one in framing([swapped, named], "army").words if one.kind is Kind.INSTEAD]
