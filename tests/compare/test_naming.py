import pytest

from accordingto.compare.naming import abbreviations, same_actor, subject_of
from accordingto.compare.normalise import stem
from accordingto.compare.said import said
from tests.compare.build import AGENCY, ORGANISATION, account
from tests.compare.words import WORDS, frame_of, saying


def subject(content: str, *others: str) -> str | None:
    frame = frame_of(content, *others)
    found = subject_of(saying(content, frame), WORDS, frame.abbreviations)
    return found.value if found else None


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("The Lorrand-led coalition does not intend to strike", "coalition"),
        ("The coalition-backed Free Upland Forces (FUF) do not intend to strike", "FUF"),
        ("Government forces have entered Rusafi", "Government forces"),
        ("In Manshar, the army has closed the road", "army"),
        ("However, Kharan Front fighters shelled the bridge", "Kharan Front fighters"),
        ("The Front, which lost the mine, denied it", "Front"),
    ],
)
def test_the_subject_is_named_without_what_only_modifies_it(content: str, value: str) -> None:
    assert subject(content) == value


@pytest.mark.parametrize(
    "content", ["We have no plans to work there", "Striking the road", "more than forty days of rain"]
)
def test_no_subject_is_claimed_where_none_is_plain(content: str) -> None:
    assert subject(content) is None


def test_a_pronoun_is_resolved_by_the_reports_own_mentions() -> None:
    text = "News\n\nThey do not intend to strike, Petra Orsk said."
    made = account(text, "Radio Asur", None, ("They do not intend to strike", []), They="Free Upland Forces")
    frame = frame_of(text)
    found = subject_of(said(made, made.statements[0], frame.canon), WORDS, {})
    assert found is not None
    assert found.value == "Free Upland Forces"


def test_the_voice_that_intends_is_the_subject_of_an_infinitive() -> None:
    text = "News\n\nThe army does not intend to leave Rusafi, Northwire reported."
    voices = [("Northwire", AGENCY, "Northwire", "reported"), ("the army", ORGANISATION, "The army", "intend")]
    made = account(text, "Radio Asur", None, ("to leave Rusafi", voices))
    one = said(made, made.statements[0], frame_of(text).canon)
    assert [span.of(text) for span in one.parts] == ["The army does not intend to leave Rusafi"]
    found = subject_of(one, WORDS, {})
    assert found is not None
    assert found.value == "army"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("The coalition struck", "The Lorrand-led coalition struck", True),
        ("The coalition struck", "The coalition-backed Free Upland Forces struck", False),
        ("The government has left", "The Tamrin regime has left", True),
        ("Orvenian forces have left", "Upland forces have left", False),
        ("The fighters have left", "The army has left", None),
        ("FUF has left", "The Free Upland Forces (FUF) have left", True),
    ],
)
def test_two_namings_are_one_where_they_share_a_telling_word(a: str, b: str, same: bool | None) -> None:
    frame = frame_of(a, b)
    one, other = (subject_of(saying(text, frame), WORDS, frame.abbreviations) for text in (a, b))
    assert one is not None
    assert other is not None
    assert same_actor(one, other, WORDS) is same


def test_abbreviations_are_those_that_the_texts_explain() -> None:
    assert abbreviations(["the World Assembly (WA) met", "in May (Northwire)"]) == {
        "wa": frozenset({"world", stem("assembly")})
    }
