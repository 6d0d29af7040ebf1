from dataclasses import replace

from accordingto.compare.credits import Credit, credits_of, names_at_hand
from accordingto.compare.outlets import same_outlet
from accordingto.model import BlockKind, Field, MentionKind
from accordingto.pipeline.reading import Reading
from accordingto.resources.credits import open_credit_words
from tests.compare.build import AGENCY, Voice, account

WORDS = open_credit_words()
OUTLETS = ("The Harbour Post", "Northwire", "Radio Asur")


def credits(
    text: str, *known: str, outlet: str = "Gulf Ledger", said: tuple[str, list[Voice]] | None = None
) -> list[Credit]:
    made = account(text, outlet, "2023-05-17", *([said] if said else []))
    return credits_of(made, known or OUTLETS, WORDS)


def named(text: str) -> list[str]:
    return [credit.name for credit in credits(text)]


def test_a_name_at_hand_is_a_credit_wherever_the_running_text_has_it() -> None:
    assert named("Dam\n\nThe dam holds, an engineer told Northwire.") == ["Northwire"]
    assert named("Dam\n\nThe dam holds, says Radio\u00a0Asur's man at the dam.") == ["Radio Asur"]
    assert named("Dam\n\nThe HARBOUR POST has the figures.") == ["The Harbour Post"]


def test_a_name_in_an_account_of_other_times_is_none() -> None:
    assert named("Dam\n\nThe dam leaked in March, as Northwire reported at the time.") == []
    assert named("Dam\n\nIn March Northwire had reported a leak.") == []
    assert named("Dam\n\nNorthwire reported a leak last year. The dam holds.") == []


def test_links_to_other_reports_and_the_outlets_own_name_are_no_credits() -> None:
    assert named("Dam\n\nThe dam holds.\nRead: Northwire on the dam") == []
    assert [c.name for c in credits("Dam\n\nThe dam holds, he told Radio Asur.", outlet="Radio Asur")] == []


def test_the_day_of_what_is_credited_is_read_where_it_is_said() -> None:
    voice: Voice = ("Northwire", AGENCY, "Northwire", "reported")
    day = credits("Dam\n\nThe dam holds, Northwire reported on Monday.", said=("The dam holds", [voice]))
    assert [(credit.by, credit.about, len(credit.statements)) for credit in day] == [("chain", "2023-05-15", 1)]


def test_words_that_name_nobody_are_no_credit() -> None:
    for words in ("State", "the agency", "Local media"):
        voice: Voice = (words, AGENCY, words, "reported")
        assert credits(f"Dam\n\nThe dam holds, {words} reported.", said=("The dam holds", [voice])) == []


def readings() -> list[Reading]:
    return [
        account("A\n\nSELMAR, March 9 (Northwire) – It rained.", "Gulf Ledger", None),
        account("B\n\nC.", "Radio Asur", None),
    ]


def test_names_at_hand_are_of_outlets_and_of_agencies_over_their_texts() -> None:
    assert names_at_hand(readings()) == ["Gulf Ledger", "Radio Asur", "Northwire"]


def test_the_agency_is_the_one_named_last() -> None:
    text = (
        "Dam\n\nNorthwire has the figures. The agency asked twice. Radio Asur was there too. The broadcaster was shut."
    )
    found = {credit.name: [span.of(text) for span in credit.evidence] for credit in credits(text)}
    assert found == {"Northwire": ["Northwire", "The agency"]}


def test_the_river_is_no_short_name_of_the_radio_and_the_post_is_one_of_the_paper() -> None:
    assert named("Dam\n\nThe Asur rose, and the Post says by how much.") == ["The Harbour Post"]


def feet(*lines: str) -> list[list[str]]:
    """What is credited by the last line of a report, as a byline or foot line."""
    found = []
    for line in lines:
        text = f"Dam\n\nThe dam holds.\n\n{line}"
        made = account(text, "Gulf Ledger", "2023-05-17")
        last = replace(made.report.blocks[-1], kind=BlockKind.BYLINE)
        report = replace(made.report, blocks=(*made.report.blocks[:-1], last))
        found.append([c.name for c in credits_of(replace(made, report=report), OUTLETS, WORDS) if c.by == "foot"])
    return found


def test_foot_lines_credit_in_many_ways() -> None:
    ways = (
        "(Northwire)",
        "Reporting by Northwire",
        "By Lena Orsk and Northwire",
        "Source: Northwire",
        "© Northwire 2023",
        "Northwire/gl",
    )
    assert feet(*ways) == [["Northwire"]] * len(ways)
    assert feet("avec Agence Lumen", "Source: ONA", "(Northwire, Radio Asur)") == [
        ["Agence Lumen"],
        ["ONA"],
        ["Northwire", "Radio Asur"],
    ]


def test_persons_places_pictures_and_nobody_are_not_credited_by_foot_lines() -> None:
    ways = (
        "(Reporting by Lena Orsk; editing by Piet Hallan)",
        "Photo: Northwire",
        "with agency reports",
        "Additional reporting from Selmar",
    )
    assert feet(*ways) == [[]] * len(ways)


def test_two_agencies_over_one_text_are_two_credits() -> None:
    found = credits("Dam\n\nSELMAR, 9 mars (Northwire/ONA) – The dam holds.")
    assert [(c.name, c.by) for c in found] == [("Northwire", "dateline"), ("ONA", "dateline")]


def test_a_partys_media_office_and_a_place_that_is_only_named_are_no_credits() -> None:
    voice: Voice = ("Sawt al-Kharan", AGENCY, "Sawt al-Kharan", "said")
    text = "Dam\n\nThe dam holds, Sawt al-Kharan said.\n\nThe Front’s media office, Sawt al-Kharan, is in Manshar."
    assert credits(text, said=("The dam holds", [voice])) == []
    assert named("Dam\n\nThe dam holds. A shell hit the yard behind Northwire.") == []
    assert named("Dam\n\nA driver for Radio Asur was among those hurt when the wall fell, the mayor said.") == []


def test_a_place_and_a_day_in_the_bracket_of_a_dateline_are_no_agency() -> None:
    assert named("Dam\n\n(Castel Brume, October 12, 2023) – The dam holds.") == []
    made = account("Dam\n\n(Castel Brume) – The dam holds.", "Lantern Rights", None)
    report = replace(made.report, place=Field("Castel Brume", "text:dateline"))
    assert credits_of(replace(made, report=report), OUTLETS, WORDS) == []


def test_a_body_that_is_no_medium_is_credited_only_where_its_report_is_at_hand() -> None:
    voice: Voice = ("Lantern Rights", AGENCY, "Lantern Rights", "says")
    text = "Dam\n\nThe dam leaks, Lantern Rights says."
    assert [(c.name, c.medium) for c in credits(text, "Lantern Rights", said=("The dam leaks", [voice]))] == [
        ("Lantern Rights", False)
    ]
    assert credits(text, said=("The dam leaks", [voice])) == []


def test_an_adjective_before_the_name_and_the_outlets_own_initials_name_nobody() -> None:
    voice: Voice = ("Orvenian", AGENCY, "the Orvenian news agency ONA", "reported")
    assert credits("Dam\n\nIt leaks, the Orvenian news agency ONA reported.", said=("It leaks", [voice])) == []
    assert feet("Orvenian News Agency") == [["Orvenian News Agency"]]
    assert same_outlet("Orvenian News Agency", "ONA")
    assert not same_outlet("Orvenian News Agency", "ONE")


def test_a_time_is_that_of_the_credit_only_beside_the_name() -> None:
    assert named("Dam\n\nThe bridge, shut since last year, was hit, Northwire reported.") == ["Northwire"]
    assert named("Dam\n\nThe bridge was hit, Northwire reported, for the first time since last year.") == ["Northwire"]
    assert named("Dam\n\nNorthwire, which in March 2021 reported a leak, has no figures.") == []
    assert named("Dam\n\nNorthwire reported on the leak in 2021.") == []
    assert named("Dam\n\nThe dam leaked in May, Northwire reported.") == ["Northwire"]


def test_a_ministrys_press_office_beside_an_agency_makes_it_no_party() -> None:
    voice: Voice = ("Meskar Press", AGENCY, "Meskar Press", "reported")
    text = "Dam\n\nThe dam holds, Meskar Press reported. The ministry's press office told Meskar Press nothing."
    assert [c.name for c in credits(text, said=("The dam holds", [voice]))] == ["Meskar Press"]


def test_an_agency_is_named_without_its_word_too() -> None:
    assert [c.name for c in credits("Dam\n\nThe dam holds, Lumen reported.", "Agence Lumen")] == ["Agence Lumen"]
    assert same_outlet("Le Courrier", "Le Courrier de l’Imbra")


def test_a_place_that_an_outlet_is_called_after_is_not_the_outlet() -> None:
    text = "Dam\n\nZELENHOR, March 9 – The dam holds."
    made = account(text, "Gulf Ledger", "2023-03-09")
    blocks = (*made.report.blocks[:-1], replace(made.report.blocks[-1], kind=BlockKind.DATELINE))
    assert credits_of(replace(made, report=replace(made.report, blocks=blocks)), ("Radio Zelenhor",), WORDS) == []
    assert feet("By Tribune staff") == [[]]


def test_a_reference_in_brackets_and_a_name_before_another_are_credits() -> None:
    assert named("Dam\n\nThe dam has leaked since March (Northwire, March 21).") == ["Northwire"]
    assert named("Dam\n\nThe dam leaks, Radio Asur and the agency Northwire reported.") == ["Radio Asur", "Northwire"]


def test_an_agency_called_one_counts_though_its_name_was_taken_for_a_body() -> None:
    voice: Voice = ("Northwire", AGENCY, "the agency Northwire", "according to")
    text = "Dam\n\nThe dam holds, according to the agency Northwire."
    made = account(text, "Gulf Ledger", "2023-05-17", ("The dam holds", [voice]), Northwire="Northwire")
    wrong = replace(made, mentions=tuple(replace(one, kind=MentionKind.GROUP) for one in made.mentions))
    assert wrong.mentions
    assert [(credit.name, credit.by) for credit in credits_of(wrong, (), WORDS)] == [("Northwire", "chain")]


def test_what_an_outlet_has_found_or_passed_on_or_has_in_its_pages_is_credited() -> None:
    assert named("Dam\n\nThe dam holds, as Radio Asur established this morning.") == ["Radio Asur"]
    assert named("Dam\n\nThe dam holds, an engineer asserts in The Harbour Post.") == ["The Harbour Post"]
    assert named("Dam\n\nA tally which the agency Northwire has passed on is higher.") == ["Northwire"]
    assert named("Dam\n\nA shell hit a cupboard in Northwire's yard.") == []


def test_a_name_in_brackets_on_a_line_of_its_own_stands_over_the_whole_report() -> None:
    assert [(c.name, c.whole) for c in credits("Dam\n\nThe dam holds.\n\n(Northwire)")] == [("Northwire", True)]
    assert [(c.name, c.whole) for c in credits("Dam\n\nThe dam holds (Northwire) for now.")] == [("Northwire", False)]
