from collections.abc import Sequence
from dataclasses import replace

from accordingto.compare.lineage import edges, handful
from accordingto.compare.mismatches import mismatches
from accordingto.compare.said import said_of
from accordingto.language.quotation import quotations
from accordingto.model import QuoteGroup, Slot, SourceKind, Span, Variant
from accordingto.pipeline.reading import Reading
from tests.compare.build import AGENCY, PERSON, Voice, account
from tests.compare.words import WORDS, frame_of

WIRE: Voice = ("Northwire", AGENCY, "Northwire", "reported")
SAMIR: Voice = ("Samir Adwan", PERSON, "Samir Adwan", "said")
FERRO: Voice = ("Kamal Ferro", PERSON, "Kamal Ferro", "said")

Found = list[tuple[str, Slot, str, str]]


def found(*readings: Reading, quotes: Sequence[QuoteGroup] = ()) -> Found:
    frame = frame_of(*(reading.report.text for reading in readings))
    hand = handful([*readings], WORDS)
    said = {report: said_of(reading, frame.canon) for report, reading in hand.accounts.items()}
    names = {reading.report.id: reading.report.outlet.value for reading in readings if reading.report.outlet}
    by_id = {one.id: one.report for group in said.values() for one in group}
    made = mismatches(hand, said, frame, edges(hand), quotes)
    assert mismatches(hand, said, frame, quotes=quotes) == made
    for one in made:
        assert one.named.report == by_id[one.statement]
        assert all(
            (d.a.report, d.b.report) == (by_id[one.source_statement], by_id[one.statement]) for d in one.differences
        )
    return [(names[by_id[one.statement]], d.slot, d.a_value, d.b_value) for one in made for d in one.differences]


def wire() -> Reading:
    return account(
        "Army leaves bridge\n\nSELMAR, May 3 (Northwire) – The army withdrew about 40 soldiers from the Jisr Kamil bridge on Tuesday, "
        "Kamal Ferro said.\n\nFewer than 40 soldiers left the Jisr Kamil bridge, a driver said.\n\nThe ferry did not run.",
        "Northwire",
        "2023-05-03T09:00+03:00",
        ("The army withdrew about 40 soldiers from the Jisr Kamil bridge on Tuesday", [FERRO]),
        ("Fewer than 40 soldiers left the Jisr Kamil bridge", [("a driver", PERSON, "a driver", "said")]),
        ("The ferry did not run", []),
    )


def other(content: str, rest: str = ", Northwire reported.", *voices: Voice, outlet: str = "Gulf Ledger") -> Reading:
    text = f"Bridge\n\n{content}{rest}"
    return account(text, outlet, "2023-05-03T12:00+03:00", (content, voices or [WIRE]))


def test_an_actor_swapped_against_the_agency_that_is_named() -> None:
    swapped = other("The Front withdrew about 40 soldiers from the Jisr Kamil bridge on Tuesday")
    assert found(wire(), swapped) == [("Gulf Ledger", Slot.ACTOR, "army", "Front")]


def test_the_name_of_who_acts_does_not_lead_to_what_else_the_source_says_of_them() -> None:
    source = account(
        "Market hit\n\nThe Veshkari warplanes bombed a crowded market in Rusafi on Tuesday, Kamal Ferro said.\n\n"
        "Zhelin has flown missions since 2021 at the request of the Tamrin government.",
        "Northwire",
        "2023-05-03T09:00+03:00",
        ("The Veshkari warplanes bombed a crowded market in Rusafi on Tuesday", [FERRO]),
        ("Zhelin has flown missions since 2021 at the request of the Tamrin government", []),
    )
    swapped = other("Aircraft of the Tamrin regime carried out the raid")
    assert found(source, swapped) == [
        ("Gulf Ledger", Slot.ACTOR, "Veshkari warplanes", "Aircraft of the Tamrin regime")
    ]


def test_nothing_is_found_where_nobody_is_named_or_the_source_is_not_at_hand() -> None:
    swapped = other("The Front withdrew about 40 soldiers from the Jisr Kamil bridge on Tuesday", ".", FERRO)
    assert found(wire(), swapped) == []
    assert found(other("The Front withdrew about 40 soldiers from the Jisr Kamil bridge on Tuesday")) == []


def test_what_agrees_with_any_statement_of_the_source_is_no_mismatch() -> None:
    assert found(wire(), other("Fewer than 40 soldiers left the Jisr Kamil bridge")) == []
    assert found(wire(), other("The army withdrew about 40 soldiers from the Jisr Kamil bridge")) == []


def test_the_name_may_stand_after_what_was_told_to_it_and_govern_what_the_same_voice_goes_on_to_say() -> None:
    text = (
        "Bridge\n\nThe ferry did not run, Kamal Ferro told Northwire. The army withdrew 400 soldiers from the Jisr Kamil bridge on "
        "Tuesday, Kamal Ferro said."
    )
    swapped = account(
        text,
        "Gulf Ledger",
        "2023-05-03T12:00+03:00",
        ("The ferry did not run", [("Kamal Ferro", PERSON, "Kamal Ferro", "told")]),
        ("The army withdrew 400 soldiers from the Jisr Kamil bridge on Tuesday", [FERRO]),
    )
    assert [(slot, a, b) for _, slot, a, b in found(wire(), swapped)] == [(Slot.NUMBER, "about 40", "400")]


def test_a_misquote_is_a_mismatch_of_the_quotation_and_nothing_else() -> None:
    def told(words: str, outlet: str, hour: int) -> Reading:
        voice: Voice = ("Kamal Ferro", PERSON, "Kamal Ferro", "told")
        text = f"Bridge\n\n“{words},” Kamal Ferro told Northwire."
        return account(text, outlet, f"2023-05-03T{hour:02}:00+03:00", (words, [voice]))

    wire = told("We left forty men at the bridge and no more", "Northwire", 9)
    assert found(wire, told("We left forty men at the bridge", "Gulf Ledger", 12)) == []
    words = "We left forty men at the gate and no more"
    was = "We left forty men at the bridge and no more"
    assert found(wire, told(words, "Gulf Ledger", 12)) == [("Gulf Ledger", Slot.QUOTE, was, words)]


def test_a_quotation_that_cannot_be_so_is_a_mismatch_of_what_was_changed_first() -> None:
    def told(words: str, outlet: str, hour: int) -> Reading:
        voice: Voice = ("Kamal Ferro", PERSON, "Kamal Ferro", "told")
        text = f"Bridge\n\n“{words},” Kamal Ferro told Northwire."
        return account(text, outlet, f"2023-05-03T{hour:02}:00+03:00", (words, [voice]))

    was, words = "We left forty men at the bridge and no more", "We left four men at the bridge and no more"
    assert found(told(was, "Northwire", 9), told(words, "Gulf Ledger", 12)) == [
        ("Gulf Ledger", Slot.NUMBER, "forty", "four"),
        ("Gulf Ledger", Slot.QUOTE, was, words),
    ]


def test_a_quotation_put_in_quite_other_words_is_held_against_the_one_that_it_is_of() -> None:
    def told(words: str, outlet: str, hour: int) -> Reading:
        voice: Voice = ("Kamal Ferro", PERSON, "Kamal Ferro", "told")
        text = f"Bridge\n\n“{words},” Kamal Ferro told Northwire."
        return account(text, outlet, f"2023-05-03T{hour:02}:00+03:00", (words, [voice]))

    first, second = told("Nobody will sink us", "Northwire", 9), told("We shall stay afloat", "Gulf Ledger", 12)
    pieces = {one.report.id: [Span(q.start, q.end) for q in quotations(one.report.text)] for one in (first, second)}
    group = QuoteGroup("q", tuple(Variant(report, tuple(s), None, None) for report, s in pieces.items()), 1.0, "test")
    assert found(first, second) == []
    assert [(slot, a, b) for _, slot, a, b in found(first, second, quotes=[group])] == [
        (Slot.QUOTE, "Nobody will sink us", "We shall stay afloat")
    ]


def test_what_a_person_told_the_agency_that_is_named_it_told_in_other_paragraphs_too() -> None:
    spoken = "The ferry did not run"
    swapped = "The army withdrew 400 soldiers from the Jisr Kamil bridge on Tuesday"

    def report(told: str) -> Reading:
        return account(
            f"Bridge\n\n{spoken}, Kamal Ferro {told}.\n\nPears are dear.\n\n{swapped}, the spokesman said.",
            "Gulf Ledger",
            "2023-05-03T12:00+03:00",
            (spoken, [("Kamal Ferro", PERSON, "Kamal Ferro", "told")]),
            ("Pears are dear", []),
            (swapped, [("Kamal Ferro", PERSON, "the spokesman", "said")]),
        )

    assert [(slot, a, b) for _, slot, a, b in found(wire(), report("told Northwire"))] == [
        (Slot.NUMBER, "about 40", "400")
    ]
    assert found(wire(), report("said, according to Northwire")) == []


def test_another_part_of_a_sentence_is_no_other_actor() -> None:
    whole = "The driver slept and the army withdrew about 40 soldiers from the Jisr Kamil bridge on Tuesday"
    assert found(wire(), other(whole)) == []


def test_a_blow_is_no_actor_and_a_fragment_is_no_statement() -> None:
    assert found(wire(), other("An air strike hit the Jisr Kamil bridge on Tuesday and killed about 40 soldiers")) == []
    assert found(wire(), other("400 soldiers")) == []


def test_clauses_of_one_statement_are_each_held_against_the_source() -> None:
    source = account(
        "Mine\n\nSELMAR, May 3 (Northwire) – Eight fighters died at the Zelenhor mine. The mine itself was not damaged.",
        "Northwire",
        "2023-05-03T09:00+03:00",
        ("Eight fighters died at the Zelenhor mine", []),
        ("The mine itself was not damaged", []),
    )
    assert found(source, other("Eighteen fighters died at the Zelenhor mine and the mine was damaged")) == [
        ("Gulf Ledger", Slot.NUMBER, "Eight", "Eighteen"),
        ("Gulf Ledger", Slot.POLARITY, "not damaged", "damaged"),
    ]


def test_a_sentence_that_answers_what_another_reported_has_nothing_from_there() -> None:
    text = "Bridge\n\nKamal Ferro rejected the story of Northwire: “The army withdrew nobody from the Jisr Kamil bridge on Tuesday.”"
    words = "The army withdrew nobody from the Jisr Kamil bridge on Tuesday."
    answer = account(text, "Gulf Ledger", "2023-05-03T12:00+03:00", (words, [FERRO]))
    assert found(wire(), answer) == []


def test_a_number_for_another_time_or_anew_for_each_is_a_mismatch() -> None:
    source = account(
        "Convoys\n\nTwo aid convoys a week will be let into Ghavra, Kamal Ferro said.\n\nThey say 900 people may leave the camp.",
        "Northwire",
        "2023-05-03T09:00+03:00",
        ("Two aid convoys a week will be let into Ghavra", [FERRO]),
        ("They say 900 people may leave the camp", []),
    )
    assert found(source, other("Two aid convoys a month will be let into Ghavra")) == [
        ("Gulf Ledger", Slot.NUMBER, "Two aid convoys a week", "Two aid convoys a month")
    ]
    assert found(source, other("They say 900 people a day may leave the camp"))[0][1:] == (
        Slot.NUMBER,
        "900",
        "900 people a day",
    )
    assert found(source, other("Two aid convoys a week will be allowed into Ghavra")) == []
    assert found(source, other("Two aid convoys will be let into Ghavra in a week")) == []


def test_a_reprint_that_names_its_source_anywhere_names_it_for_all_of_its_text() -> None:
    lead = "Shells hit the upper market of Rusafi on Tuesday, where farmers from six villages had come to sell their onions"
    end = (
        "Nobody took responsibility for the attack and the army spokesman could not be reached by telephone all evening"
    )
    killed = "12 people were killed there when the stalls came down on them"
    source = account(
        f"Market\n\n{lead}.\n\nAt least {killed}.\n\n{end}.",
        "Northwire",
        "2023-05-03T09:00+03:00",
        (lead, []),
        (f"At least {killed}", []),
        (end, []),
    )
    text = f"Market\n\n{lead}.\n\nAll {killed}.\n\n{end}.\n\nHe told Northwire that."
    report = account(
        text,
        "Gulf Ledger",
        "2023-05-03T12:00+03:00",
        (lead, []),
        (end, []),
        (killed, []),
    )
    assert [one[1:] for one in found(source, report)] == [(Slot.NUMBER, "At least 12", "12")]


def test_who_was_only_described_may_be_named_beside_the_quotation_that_follows() -> None:
    quote = "We have eleven and we have not reached the stairwell yet"
    source = account(f"School\n\n“{quote},” Samir Adwan said.", "Northwire", "2023-05-03T09:00+03:00", (quote, [SAMIR]))
    man: Voice = ("ambulance man", SourceKind.UNNAMED, "An ambulance man", "told")
    turned = "We have eleven, and the stairwell we have not even reached"
    text = f"School\n\nAn ambulance man told Northwire that they were far from done. “{turned},” said Samir Adwan."
    report = account(
        text, "Gulf Ledger", "2023-05-03T12:00+03:00", ("they were far from done", [man]), (turned, [SAMIR])
    )
    assert [one[:2] for one in found(source, report)] == [("Gulf Ledger", Slot.QUOTE)]
    apart = account(
        text.replace("An ambulance man", "The mayor"),
        "Gulf Ledger",
        "2023-05-03T12:00+03:00",
        ("they were far from done", [("the mayor", PERSON, "The mayor", "told")]),
        (turned, [SAMIR]),
    )
    assert found(source, apart) == []


def test_a_report_of_the_source_that_quotes_and_states_nothing_is_no_trouble() -> None:
    rain = (
        "It rained in Lubnik all day and the market on the square behind the old bridge stayed shut until the evening."
    )
    silent = account(
        f"Rain\n\nSELMAR, May 3 (Northwire) – {rain}\n\n“The bridge will never be open to your lorries again,” a poster read.",
        "Northwire",
        "2023-05-03T07:00+03:00",
    )
    told = "The bridge will never be shut to your lorries again"
    taker = account(
        f"Rain\n\n{rain}\n\n“{told},” a poster read, Northwire reported.",
        "Gulf Ledger",
        "2023-05-04T12:00+03:00",
        (told, [WIRE]),
    )
    readings = [silent, wire(), taker]
    frame, hand = frame_of(*(reading.report.text for reading in readings)), handful(readings, WORDS)
    said = {report: said_of(reading, frame.canon) for report, reading in hand.accounts.items()}
    [edge] = edges(hand)
    assert edge.target == silent.report.id
    assert mismatches(hand, said, frame, [edge, replace(edge, target=wire().report.id)]) == ()
