"""Origins: the occasions behind a matter, voice by voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accordingto.compare.accounts import canonical_order
from accordingto.compare.candidates import weights_of
from accordingto.compare.lapse import Lapse
from accordingto.compare.lineage import edges, handful
from accordingto.compare.normalise import canon_of
from accordingto.compare.origins import Origins, origins_of
from accordingto.compare.said import said_of
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame, relation
from accordingto.compare.together import by_words
from accordingto.compare.travel import travel
from accordingto.compare.tree import parents
from accordingto.model import Implied, RelationKind, SourceKind, Time
from accordingto.pipeline.reading import Reading
from tests.compare.build import AGENCY, ORGANISATION, OUTLET, PERSON, Voice, account
from tests.compare.words import WORDS

HARKI = [("Dilan Harki", PERSON, "Dilan Harki", "said")]
FERRO = [("Kamal Ferro", PERSON, "Kamal Ferro", "said")]
LAMP = [("Red Lamp Society", ORGANISATION, "the Red Lamp Society", "said")]

WIRE = account(
    "Shells hit Lubnik\n"
    "LUBNIK, May 16 (Northwire) – The army shelled the market of Lubnik, Dilan Harki said.\n"
    "At least 12 people were killed when the market of Lubnik was shelled, the Red Lamp Society said.",
    "Northwire",
    "2023-05-16T10:00+00:00",
    ("The army shelled the market of Lubnik", HARKI),
    ("At least 12 people were killed when the market of Lubnik was shelled", LAMP),
)
DENIAL = account(
    "Command speaks\nNo unit of the army shelled the market of Lubnik, Kamal Ferro said in a statement.",
    "ONA",
    "2023-05-16T14:00+00:00",
    ("No unit of the army shelled the market of Lubnik", FERRO),
)
BOTH = account(
    "Toll rises\n"
    "The number of people killed when the market of Lubnik was shelled has risen to 19, the Red Lamp Society said.\n"
    "No unit of the army shelled the market of Lubnik, Kamal Ferro said, ONA reported. Dilan Harki said the army shelled the market "
    "of Lubnik.",
    "Harbour Post",
    "2023-05-17T09:00+00:00",
    ("The number of people killed when the market of Lubnik was shelled has risen to 19", LAMP),
    ("No unit of the army shelled the market of Lubnik", [("ONA", AGENCY, "ONA", "reported"), *FERRO]),
    ("the army shelled the market of Lubnik", HARKI),
)
SEEN = account(
    "What we saw in Lubnik\nI counted 15 people killed in the market of Lubnik when it was shelled.",
    "Radio Asur",
    "2023-05-16T18:00+00:00",
    ("I counted 15 people killed in the market of Lubnik when it was shelled", []),
)
SILENT = account(
    "Bad day\nSome 12 people were killed when the market of Lubnik was shelled.",
    "Gulf Ledger",
    "2023-05-16T19:00+00:00",
    ("Some 12 people were killed when the market of Lubnik was shelled", []),
)


def origins(*readings: Reading, about: str) -> Origins:
    """The origins of the statements with some words in them."""
    accounts = canonical_order(readings)
    texts = [one.report.text for one in accounts]
    frame = Frame(canon_of(texts, WORDS), WORDS, {})
    said = {one.report.id: said_of(one, frame.canon) for one in accounts}
    matter = {report: found for report, every in said.items() if (found := [s for s in every if about in s.content])}
    hand = handful(accounts, WORDS)
    lineage = edges(hand)
    scene = Scene(hand, matter, said, parents(matter, lineage, hand), WORDS, lineage)
    weights = weights_of([s for every in said.values() for s in every])
    return origins_of(scene, weights, frame, by_words(said, weights, WORDS))


def test_accusation_and_denial_are_two_origins_and_who_gives_both_sides_adds_none() -> None:
    found = origins(WIRE, DENIAL, BOTH, about="army")
    assert found.interval == (2, 2)
    assert found.echoes == (BOTH.report.id,)
    assert [o.description for o in found.occasions] == ["words of Dilan Harki", "a statement by Kamal Ferro"]


def test_a_toll_that_has_risen_was_said_anew() -> None:
    found = origins(WIRE, BOTH, about="killed")
    assert found.interval == (2, 2)
    assert found.echoes == ()


def test_own_eyes_are_an_origin() -> None:
    found = origins(WIRE, SEEN, about="killed")
    assert found.interval == (2, 2)
    assert found.occasions[-1].description == "what Radio Asur saw itself"


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        ("Our reporter counted 15 people killed in the market of Lubnik", True),
        ("Radio Asur's correspondent found 15 people killed in the market of Lubnik", True),
        ("An officer told reporters of 15 people killed in the market of Lubnik", False),
        ("Our correspondent in Lubnik — Some 15 people killed in the market of Lubnik were buried", False),
    ],
)
def test_only_people_of_its_own_who_were_there_are_an_outlets_eyes(told: str, seen: bool) -> None:
    reading = account(f"Market\n{told}.", "Radio Asur", "2023-05-16T18:00+00:00", (told, []))
    assert [one.witness for one in origins(reading, about="killed").heard] == [seen]


def test_who_has_it_from_an_eyewitness_adds_none() -> None:
    words = "I counted 15 people killed in the market of Lubnik when it was shelled"
    taken = account(
        f"What was seen in Lubnik\n{words}, its correspondent wrote, Radio Asur reported.",
        "Gulf Ledger",
        "2023-05-16T20:00+00:00",
        (words, [("Radio Asur", OUTLET, "Radio Asur", "reported")]),
    )
    found = origins(SEEN, taken, about="killed")
    assert found.interval == (1, 1)
    assert found.echoes == (taken.report.id,)


def test_who_does_not_let_on_where_it_is_from_may_have_it_from_what_was_told_before() -> None:
    assert origins(WIRE, SILENT, about="killed").interval == (1, 2)


def test_the_order_given_changes_nothing() -> None:
    assert travel([WIRE, DENIAL, BOTH, SEEN], words=WORDS) == travel([SEEN, BOTH, DENIAL, WIRE], words=WORDS)


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        ("The number of people killed when the market of Lubnik was shelled has risen to 19", RelationKind.UPDATES),
        ("Exactly 9 people were killed when the market of Lubnik was shelled", RelationKind.CONTRADICTS),
    ],
)
def test_only_what_says_so_is_an_update(later: str, kind: RelationKind) -> None:
    other = account(f"News\n{later}.", "Harbour Post", "2023-05-16T12:00+00:00", (later, []))
    canon = canon_of([WIRE.report.text, other.report.text], WORDS)
    frame = Frame(canon, WORDS, {})
    a, b = said_of(WIRE, canon)[1], said_of(other, canon)[0]
    assert Lapse(WORDS).kind(a, b, relation(a, b, 1.0, frame), same_source=False) is kind


def test_a_correction_of_its_own_report_withdraws_it() -> None:
    words = "Exactly 9 people were killed when the market of Lubnik was shelled"
    other = account(f"CORRECTED: Shells hit Lubnik\n{words}.", "Northwire", "2023-05-16T12:00+00:00", (words, []))
    canon = canon_of([WIRE.report.text, other.report.text], WORDS)
    a, b = said_of(WIRE, canon)[1], said_of(other, canon)[0]
    found = relation(a, b, 1.0, Frame(canon, WORDS, {}))
    assert Lapse(WORDS).kind(a, b, found, same_source=True) is RelationKind.WITHDRAWS
    assert Lapse(WORDS).kind(a, b, found, same_source=False) is RelationKind.CONTRADICTS


def test_who_hears_people_of_its_own_reports_itself() -> None:
    own = account(
        "A day in Lubnik\nSome 12 people were killed when the market of Lubnik was shelled.\n"
        "My door is gone, the baker Omar Daud said.",
        "Radio Asur",
        "2023-05-16T19:00+00:00",
        ("Some 12 people were killed when the market of Lubnik was shelled", []),
        ("My door is gone", [("Omar Daud", PERSON, "the baker Omar Daud", "said")]),
    )
    assert origins(WIRE, own, about="killed").interval == (2, 2)


def test_of_two_published_the_same_day_either_may_be_the_source() -> None:
    undated = account(WIRE.report.text, "Gulf Ledger", "2023-05-16", ("At least 12 people were killed", LAMP))
    assert origins(WIRE, undated, about="killed").interval == (1, 1)


MARKET = "people were killed when the market of Lubnik was shelled"


def draws_on_the_wire(*, toll: bool) -> Reading:
    """A report that names the wire for the blame and, or not, for the toll of a voice that the wire lacks."""
    blame, killed = "It was soldiers who fired on the stalls of Lubnik", "Twelve traders of the market were killed"
    wire = [("Northwire", AGENCY, "Northwire", "reported")]
    return account(
        f"Day in Lubnik\n{blame}, Northwire reported.\n{killed}, Ana Derin {'told Northwire' if toll else 'said'}.",
        "Radio Asur",
        "2023-05-16T19:00+00:00",
        (blame, wire),
        (killed, [*(wire if toll else []), ("Ana Derin", PERSON, "Ana Derin", "")]),
    )


def test_whom_a_report_hears_itself_it_does_not_have_from_whom_it_names_for_something_else() -> None:
    assert origins(WIRE, draws_on_the_wire(toll=False), about="killed").interval == (2, 2)
    credited = draws_on_the_wire(toll=True)
    assert origins(WIRE, credited, about="killed").echoes == (credited.report.id,)


def test_a_name_in_one_sentence_is_no_credit_for_what_others_say_in_the_next_paragraph() -> None:
    blame, killed = "It was soldiers who fired on the stalls of Lubnik", "Twelve traders of the market were killed"
    own = account(
        f"Day in Lubnik\n{killed}, Ana Derin said.\n{blame}, Dilan Harki earlier told the agency Northwire.",
        "Radio Asur",
        "2023-05-16T19:00+00:00",
        (killed, [("Ana Derin", PERSON, "Ana Derin", "said")]),
        (blame, [("Dilan Harki", PERSON, "Dilan Harki", "told")]),
    )
    assert origins(WIRE, own, about="killed").interval == (2, 2)


def test_what_a_body_publishes_itself_is_its_own_word() -> None:
    toll = f"At least 12 {MARKET}"

    def named(outlet: str) -> list[str]:
        return [one.name for one in origins(account(f"News\n{toll}.", outlet, None, (toll, [])), about="killed").heard]

    assert named("Tell Nimra Observer Mission") == ["Tell Nimra Observer Mission"]
    assert named("Tell Nimra Observer") == [""]


def test_a_statement_is_taken_from_the_report_that_its_own_sentence_names() -> None:
    toll, bread = f"Exactly 9 {MARKET}", "Bread has become dear in the north"
    post = account(f"Post\n{toll}, a clerk said.", "Harbour Post", "2023-05-16T10:00", (toll, _clerk("clerk")))
    wire = account(f"Wire\n{toll}, a nurse said.", "Northwire", "2023-05-16T11:00", (toll, _clerk("nurse")))
    both = account(
        f"News\n{bread}, the Harbour Post reported.\n{toll}, as the agency Northwire reported.",
        "Gulf Ledger",
        "2023-05-16T19:00",
        (bread, [("Harbour Post", OUTLET, "the Harbour Post", "reported")]),
        (toll, []),
    )
    found = origins(post, wire, both, about="killed")
    assert found.source_of[both.statements[1].id] == wire.statements[0].id


def _clerk(of: str) -> list[Voice]:
    return [(of, SourceKind.UNNAMED, f"a {of}", "said")]


def test_two_persons_who_speak_for_one_body_on_two_days_are_not_one_for_its_name() -> None:
    def spoke(words: str, outlet: str, when: str, name: str, kind: SourceKind, role: str) -> Reading:
        return account(f"News\n{words}, {role} said.", outlet, when, (words, [(name, kind, role, "said")]))

    accounts = (
        spoke(
            "The bridge opens", "Gulf Ledger", "2023-05-16T10:00", "Omar Daud", PERSON, "port office chief Omar Daud"
        ),
        spoke("The bridge opens", "Radio Asur", "2023-05-16T12:00", "port office", ORGANISATION, "the port office"),
        spoke(
            "The bridge opens", "Meskar Press", "2023-05-18T10:00", "Ana Derin", PERSON, "port office clerk Ana Derin"
        ),
    )
    assert origins(*accounts, about="bridge").interval == (2, 2)


def test_words_said_on_a_day_after_the_report_of_others_were_said_anew() -> None:
    first = account(
        f"Shells\nAt least 12 {MARKET}, the Red Lamp Society said.",
        "Gulf Ledger",
        "2023-05-16T10:00",
        (f"At least 12 {MARKET}", LAMP),
    )

    def later(day: str) -> Reading:
        words = f"At least 12 {MARKET}"
        reading = account(
            f"Shells\n{words}, the Red Lamp Society said.", "Radio Asur", "2023-05-17T10:00", (words, LAMP)
        )
        [one] = reading.statements
        said = Time(day, day, day, None, Implied("test"), "test")
        return replace(reading, statements=(replace(one, chain=(*one.chain[:-1], replace(one.innermost, said=said))),))

    assert origins(first, later("2023-05-16"), about="killed").interval == (1, 1)
    assert origins(first, later("2023-05-17"), about="killed").interval == (2, 2)


def test_an_outlet_that_says_otherwise_than_before_has_it_anew() -> None:
    first = account(f"Shells\nAt least 12 {MARKET}.", "Radio Asur", "2023-05-16T10:00", (f"At least 12 {MARKET}", []))
    words = f"Exactly 9 {MARKET}"
    again = f"Fewer dead\n{words}. Radio Asur reported on Tuesday that it was more."

    def later(outlet: str) -> Reading:
        return account(again, outlet, "2023-05-17T10:00", (words, []))

    own, other = later("Radio Asur"), later("Gulf Ledger")
    assert origins(first, own, about="killed").interval == (2, 2)
    assert origins(first, other, about="killed").interval == (1, 1)


def test_an_agency_said_to_have_told_two_counts_told_them_on_two_occasions() -> None:
    carrier = [("Northwire", AGENCY, "Northwire", "reported")]

    def carried(outlet: str, count: str) -> Reading:
        words = f"{count} {MARKET}"
        return account(f"News\n{words}, Northwire reported.", outlet, "2023-05-16T12:00+00:00", (words, carrier))

    assert origins(
        carried("Gulf Ledger", "Exactly 9"), carried("Meskar Press", "Exactly 9"), about="killed"
    ).interval == (1, 1)
    assert origins(
        carried("Gulf Ledger", "Exactly 9"), carried("Meskar Press", "Exactly 80"), about="killed"
    ).interval == (2, 2)


def test_a_voice_that_only_one_report_has_beside_what_is_nearer_to_the_matter_is_no_occasion_of_it() -> None:
    aside = "people of Lubnik fear for the harvest"
    more = account(
        f"Lubnik\nAt least 12 {MARKET}, the Red Lamp Society said. Many {aside}, Omar Daud said.",
        "Gulf Ledger",
        "2023-05-16T12:00+00:00",
        (f"At least 12 {MARKET}", LAMP),
        (f"Many {aside}", [("Omar Daud", PERSON, "Omar Daud", "said")]),
    )
    found = origins(WIRE, more, about="people")
    assert found.interval == (1, 1)
    assert [one.name for one in found.heard] == ["Red Lamp Society", "Omar Daud", "Red Lamp Society"]
