import pytest

from accordingto.attribute.acts import act_of
from accordingto.attribute.commitment import factuality, mood
from accordingto.model import Act, Factuality, Mood, SourceKind
from accordingto.resources.lexicons import open_lexicons

LEXICONS = open_lexicons()
PERSON, AGENCY, NOBODY = SourceKind.PERSON, SourceKind.AGENCY, SourceKind.AGENTLESS


@pytest.mark.parametrize(
    ("cue", "kind", "act"),
    [
        ("said", PERSON, "state"),
        ("told", PERSON, "state"),
        ("according to", AGENCY, "state"),
        ("", PERSON, "state"),
        (":", PERSON, "state"),
        ("reported", AGENCY, "report"),
        ("reported", PERSON, "state"),
        ("reportedly", NOBODY, "report"),
        ("claimed", PERSON, "allege"),
        ("allegedly", NOBODY, "allege"),
        ("the claim", PERSON, "allege"),
        ("has also been accused", NOBODY, "accuse"),
        ("blamed", PERSON, "accuse"),
        ("denied", PERSON, "deny"),
        ("rejected", PERSON, "deny"),
        ("estimate", PERSON, "estimate"),
        ("put the number at", PERSON, "estimate"),
        ("have both declared", PERSON, "declare"),
        ("announced", PERSON, "declare"),
        ("does not intend", PERSON, "intend"),
        ("vowed", PERSON, "intend"),
        ("ruled out", PERSON, "intend"),
        ("refused", PERSON, "intend"),
        ("has no plans", PERSON, "intend"),
        ("called on", PERSON, "demand"),
        ("urged", PERSON, "demand"),
        ("calls for", PERSON, "demand"),
        ("warned", PERSON, "warn"),
        ("warning", PERSON, "warn"),
        ("is believed", NOBODY, "believe"),
        ("concerns", NOBODY, "believe"),
        ("doubts have been raised about", NOBODY, "doubt"),
        ("questioned whether", PERSON, "doubt"),
        ("have documented", PERSON, "document"),
        ("suggested", PERSON, "state"),
        ("says", SourceKind.DOCUMENT, "report"),
        ("gave a toll of", PERSON, "estimate"),
        ("made no mention of", PERSON, "no_response"),
        ("declined", PERSON, "no_response"),
        ("declined to comment", PERSON, "no_response"),
        ("has not formally responded to", PERSON, "no_response"),
        ("did not confirm", PERSON, "no_response"),
        ("asked whether", PERSON, "ask"),
        ("could not be reached", PERSON, "no_response"),
        ("refused to say", PERSON, "no_response"),
    ],
)
def test_the_act_follows_from_the_cue(cue: str, kind: SourceKind, act: str) -> None:
    assert act_of(cue, kind, LEXICONS) is Act(act)


def test_the_outlet_infers_from_somebodys_words() -> None:
    assert act_of("indicate", PERSON, LEXICONS, of_words=True) is Act.INFER
    assert act_of("drew anger", PERSON, LEXICONS, of_words=True) is Act.STATE


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("asked", "whether aid had come", "ask"),
        ("asked", "residents to leave", "demand"),
        ("told", "residents to leave", "demand"),
        ("told", "that residents wanted to leave", "state"),
        ("warned", "residents against going back", "demand"),
        ("warned", "that more would die", "warn"),
        ("refused", "to comment", "no_response"),
        ("refused", "to leave", "intend"),
        ("asked", "“Who is to say what we want?”", "ask"),
    ],
)
def test_the_first_words_of_the_content_tell_which_use_a_cue_has(cue: str, content: str, act: str) -> None:
    assert act_of(cue, PERSON, LEXICONS, content=content) is Act(act)


@pytest.mark.parametrize(
    ("act", "cue", "content", "expected"),
    [
        ("state", "said", "that the town had fallen", "CT+"),
        ("state", "said", "that they had not fired", "CT+"),
        ("deny", "denied", "that troops fired", "CT-"),
        ("intend", "does not intend", "to leave", "CT-"),
        ("intend", "vowed", "to leave", "CT+"),
        ("intend", "did not rule out", "a strike", "PS+"),
        ("believe", "believes", "that they fled", "PR+"),
        ("believe", "fears", "a new attack", "PS+"),
        ("doubt", "doubts", "that it will hold", "PR-"),
        ("state", "said", "the strike may have killed two", "PS+"),
        ("state", "said", "it was probably a drone", "PR+"),
        ("no_response", "declined", "to comment", "U"),
        ("demand", "urged", "both sides to stop", "U"),
        ("state", "said", "if they come, we will fight", "U"),
        ("estimate", "estimates", "40 dead", "PR+"),
        ("document", "could not verify", "the footage", "U"),
        ("state", "said", "the army left because it might lose", "CT+"),
    ],
)
def test_commitment_to_the_content_as_written(act: str, cue: str, content: str, expected: str) -> None:
    assert factuality(Act(act), cue, content, LEXICONS) is Factuality(expected)


@pytest.mark.parametrize(
    ("act", "content", "expected"),
    [
        ("intend", "to go", Mood.INTENDED),
        ("demand", "to go", Mood.DEMANDED),
        ("ask", "whether", Mood.ASKED),
        ("state", "If they come we go", Mood.CONDITIONAL),
        ("state", "“Who did it?”", Mood.ASKED),
        ("state", "they left", Mood.ASSERTED),
    ],
)
def test_mood(act: str, content: str, expected: Mood) -> None:
    assert mood(Act(act), content) is expected
