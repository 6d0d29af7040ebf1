"""Quotations grouped by utterance: cut, joined, cleaned up, translated anew, given to somebody else."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare.accounts import Account
from accordingto.compare.pieces import pieces_of
from accordingto.compare.quotes import quotes
from accordingto.model import EditKind, QuoteGroup
from accordingto.pipeline.reading import Reading
from tests.compare.build import OFFICE, PERSON, Voice, account
from tests.compare.words import WORDS, frame_of

THACKLEY: Voice = ("Owen Thackley", PERSON, "Thackley", "said")
DEPUTY: Voice = ("deputy commander", OFFICE, "deputy commander", "said")
HADDUN: Voice = ("Samir Haddun", PERSON, "Haddun", "said")

WIRE = account(
    "Coalition talks to Veshkar\n\n“We will keep talking every day. There are no plans to work in areas that the "
    "government holds,” Thackley said.",
    "Northwire",
    "2023-11-14T16:05+00:00",
    (
        "We will keep talking every day. There are no plans to work in areas that the government holds,",
        [THACKLEY],
    ),
)
CUT = account(
    "Coalition stays out\n\nThe coalition has “no plans to work” there, its deputy commander said. “We will keep "
    "talking every day,” Thackley said.",
    "The Harbour Post",
    "2023-11-14T18:00+00:00",
    ("no plans to work", [DEPUTY]),
    ("We will keep talking every day,", [THACKLEY]),
)
ANEW = account(
    "Daily talks\n\n«We shall go on talking each day», said Thackley.",
    "VeshTel",
    "2023-11-15",
    ("We shall go on talking each day", [THACKLEY]),
)
OTHER = account(
    "Talks\n\n“The Front has lost nine tenths of the land it once held,” Thackley said. “Not one lorry came,” Haddun said.",
    "Radio Asur",
    "2023-11-15",
    ("The Front has lost nine tenths of the land it once held,", [THACKLEY]),
    ("Not one lorry came,", [HADDUN]),
)


def grouped(*accounts: Reading) -> tuple[QuoteGroup, ...]:
    return quotes(accounts, frame=frame_of(*(one.report.text for one in accounts)))


def words_of(group: QuoteGroup, accounts: Sequence[Account]) -> list[list[str]]:
    texts = {one.report.id: one.report.text for one in accounts}
    return [[span.of(texts[variant.report]) for span in variant.pieces] for variant in group.variants]


def test_cut_joined_and_translated_wordings_are_one_utterance_and_other_sentences_are_not() -> None:
    accounts = [WIRE, CUT, ANEW, OTHER]

    found = grouped(*accounts)

    assert [words_of(group, accounts) for group in found] == [
        [
            ["We will keep talking every day. There are no plans to work in areas that the government holds,"],
            ["no plans to work"],
            ["We will keep talking every day,"],
            ["We shall go on talking each day"],
        ],
        [["The Front has lost nine tenths of the land it once held,"]],
        [["Not one lorry came,"]],
    ]


def test_a_part_given_to_an_office_stands_as_a_variant_of_its_own_with_that_speaker() -> None:
    group = grouped(WIRE, CUT)[0]

    assert [variant.speaker for variant in group.variants] == ["Owen Thackley", "deputy commander", "Owen Thackley"]
    assert group.speakers == ("Owen Thackley", "deputy commander")


def test_variants_are_aligned_with_the_first_word_by_word() -> None:
    group = grouped(WIRE, ANEW)[0]

    edits = group.variants[1].edits

    assert [
        (
            edit.kind,
            edit.a.of(WIRE.report.text) if edit.a else None,
            edit.b.of(ANEW.report.text) if edit.b else None,
        )
        for edit in edits
    ] == [
        (EditKind.SUBSTITUTION, "will keep", "shall go on"),
        (EditKind.SUBSTITUTION, "every", "each"),
        (EditKind.CUT, "There are no plans to work in areas that the government holds", None),
    ]


def test_the_order_given_changes_nothing() -> None:
    expected = grouped(WIRE, CUT, ANEW, OTHER)

    for order in itertools.permutations([WIRE, CUT, ANEW, OTHER]):
        assert grouped(*order) == expected


def test_two_reports_with_the_same_text_count_as_two() -> None:
    again = account(
        WIRE.report.text,
        "Gulf Ledger",
        "2023-11-14T17:00+00:00",
        ("We will keep talking every day. There are no plans to work in areas that the government holds,", [THACKLEY]),
    )

    (group,) = grouped(WIRE, again)

    assert group.reports == (WIRE.report.id, again.report.id)
    assert group.variants[1].edits == ()


def test_the_same_words_given_to_another_speaker_stay_in_the_group() -> None:
    wrong = account(
        "Talks\n\n“We will keep talking every day,” Haddun said.",
        "Lumen",
        "2023-11-15",
        ("We will keep talking every day,", [HADDUN]),
    )

    (group,) = grouped(WIRE, wrong)

    assert group.speakers == ("Owen Thackley", "Samir Haddun")


def test_a_few_words_given_to_another_speaker_stay_in_the_group_and_a_mere_name_joins_nothing() -> None:
    one = account(
        "A\n\n“We have no plans to work with the Kharan Front,” Thackley said.",
        "A",
        "2023-11-15",
        ("We have no plans to work with the Kharan Front,", [THACKLEY]),
    )
    cut = account("B\n\nHaddun said he had “no plans to work”.", "B", "2023-11-15", ("no plans to work", [HADDUN]))
    name = account("C\n\nHaddun spoke of “the Kharan Front” alone.", "C", "2023-11-15", ("the Kharan Front", [HADDUN]))

    found = grouped(one, cut, name)

    assert [len(group.reports) for group in found] == [2, 1]
    assert found[0].speakers == ("Owen Thackley", "Samir Haddun")


def test_one_word_that_two_speakers_share_joins_nothing() -> None:
    one = account("A\n\nIt was “appalling”, Thackley said.", "A", "2023-11-15", ("appalling", [THACKLEY]))
    other = account(
        "B\n\n“It is an appalling thing to say,” Haddun said.",
        "B",
        "2023-11-15",
        ("It is an appalling thing to say,", [HADDUN]),
    )

    assert len(grouped(one, other)) == 2


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The so-called “safe zone” is empty.", []),
        ("Troops crossed into what it calls the “buffer”.", []),
        ("“We are going home,” he said, “and nobody can stop us.”", ["We are going home,", "and nobody can stop us."]),
        ("'We are going home,' he said.", ["We are going home,"]),
        ("The fighters' base is the brothers' house.", []),
        ("« Nous are going home », he said.", ["Nous are going home"]),
        ("“We are going [back] home,” he said.", ["We are going [back] home,"]),
        ("“We are going home.\n\n“They are not.”", ["We are going home.", "They are not."]),
    ],
)
def test_pieces_are_what_stands_between_the_marks_of_somebodys_words(text: str, pieces: list[str]) -> None:
    made = account(f"News\n\n{text}", "Radio Asur", None)

    found = [one for one in pieces_of(made, frame_of(text).canon, WORDS) if one.sure or one.runs_on]

    assert [one.text for one in found] == pieces


def test_the_words_that_the_outlet_set_in_brackets_are_not_compared() -> None:
    text = "News\n\n“Those who say so should show [us] the picture,” he said."
    made = account(text, "Radio Asur", None)

    (piece,) = pieces_of(made, frame_of(text).canon, WORDS)

    assert piece.words == ("those", "who", "say", "so", "should", "show", "the", "picture")


def test_a_quotation_over_two_paragraphs_is_one_utterance_of_two_pieces() -> None:
    made = account(
        "News\n\n“We are going home.\n\n“They are not,” Thackley said.",
        "Radio Asur",
        None,
        ("We are going home.", [THACKLEY]),
        ("They are not,", [THACKLEY]),
    )

    (group,) = grouped(made)

    assert words_of(group, [made]) == [["We are going home.", "They are not,"]]


def test_what_is_said_in_one_go_is_one_utterance_unless_a_report_has_it_apart() -> None:
    together = account(
        "Dam\n\n“I am drinking tea on its crest,” Thackley said. “We will blow up nothing.”",
        "The Harbour Post",
        "2023-05-16",
        ("I am drinking tea on its crest,", [THACKLEY]),
        ("We will blow up nothing.", [THACKLEY]),
    )
    apart = account(
        "Dam\n\n“I am drinking tea on its crest,” Thackley said.\n\nAsked about charges, he said: “We will blow up nothing.”",
        "Northwire",
        "2023-05-15",
        ("I am drinking tea on its crest,", [THACKLEY]),
        ("We will blow up nothing.", [THACKLEY]),
    )

    assert [words_of(group, [together]) for group in grouped(together)] == [
        [["I am drinking tea on its crest,", "We will blow up nothing."]]
    ]
    assert len(grouped(together, apart)) == 2


def test_what_two_speakers_say_in_one_paragraph_is_two_utterances() -> None:
    assert len(grouped(OTHER)) == 2


def test_three_hundred_reprints_are_grouped_at_once_whatever_was_done_to_some() -> None:
    made = [
        account(
            f"News {i}\n\n“We will keep talking{' and talking' * (i % 7)} every day of this year,” Thackley said.",
            f"Outlet {i}",
            "2023-11-15",
            (f"We will keep talking{' and talking' * (i % 7)} every day of this year,", [THACKLEY]),
        )
        for i in range(300)
    ]

    (group,) = grouped(*made)

    assert len(group.reports) == 300


def _renderings() -> list[tuple[str, list[list[str]]]]:
    table = tomllib.loads((Path(__file__).parent / "retranslated.toml").read_text(encoding="utf-8"))
    return [(row["name"], row["sentences"]) for row in table["speakers"]]


def test_translations_of_a_sentence_come_together_and_two_sentences_of_a_speaker_do_not() -> None:
    """Pairs of renderings: how many of those of one sentence are joined, and how many of two sentences."""
    from accordingto.pipeline.travel import sentence_vectors

    joined, asked, wrong = 0, 0, 0
    for name, originals in _renderings():
        voice: Voice = (name, PERSON, "", "")
        accounts = [
            account(f"News {i} {j}\n\n“{words},” {name} said.", f"Outlet {i} {j}", "2023-05-01", (f"{words},", [voice]))
            for i, renderings in enumerate(originals)
            for j, words in enumerate(renderings)
        ]
        frame = frame_of(*(one.report.text for one in accounts))
        found = quotes(accounts, frame=frame, vectors=sentence_vectors)
        group_of = {report: group.id for group in found for report in group.reports}
        sentence = [i for i, renderings in enumerate(originals) for _ in renderings]
        for (i, a), (j, b) in itertools.combinations(enumerate(accounts), 2):
            together = group_of[a.report.id] == group_of[b.report.id]
            asked += sentence[i] == sentence[j]
            joined += together and sentence[i] == sentence[j]
            wrong += together and sentence[i] != sentence[j]
    assert wrong == 0
    assert joined >= 0.75 * asked


MARKED = st.text(alphabet="aB .,?!“”«»‘’\"'[]…\n\u00a0ب\ud800", max_size=80)


@given(text=MARKED)
def test_pieces_of_any_text_lie_inside_its_marks_and_keep_its_order(text: str) -> None:
    report = account(f"News\n{text}", "Radio Asur", None)

    found = pieces_of(report, frame_of(text).canon, WORDS)

    assert [one.span for one in found] == sorted(one.span for one in found)
    for piece in found:
        assert piece.text == piece.text.strip("“”«»‘’\"' \u00a0")
        assert piece.tokens
        assert all(piece.span.start <= token.start < token.end <= piece.span.end for token in piece.tokens)


@given(texts=st.lists(MARKED, max_size=4))
def test_every_piece_of_any_reports_stands_in_one_group_in_any_order(texts: list[str]) -> None:
    accounts = [account(f"News\n{text}", f"Outlet {i}", None) for i, text in enumerate(texts)]

    found = grouped(*accounts)

    places = [(variant.report, piece) for group in found for variant in group.variants for piece in variant.pieces]
    assert len(places) == len(set(places))
    assert grouped(*reversed(accounts)) == found
