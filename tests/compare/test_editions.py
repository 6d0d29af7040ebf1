"""What changed between two editions of an article."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from accordingto.compare.editions import Change, field_changes, revision, sentence_changes, statement_changes
from accordingto.model import Field, Report
from tests.compare.build import OFFICE, PERSON, account

LEAD = "The coalition does not intend to target the Front in Manshar, its deputy commander said on Tuesday."
SECOND = "Fewer than 800 fighters are left in Orvenia, most of them near Qasr Omeyn."
THIRD = "The army did not respond to a request for comment."


def report(*lines: str) -> Report:
    return account("\n\n".join(("Ferry", *lines)), "Radio Asur", None).report


def told(old: Report, new: Report) -> list[tuple[Change, str | None, str | None]]:
    return [
        (one.change, one.old and one.old.of(old.text), one.new and one.new.of(new.text))
        for one in sentence_changes(old, new)
    ]


def test_the_same_text_has_no_changes() -> None:
    assert sentence_changes(report(LEAD, SECOND), report(LEAD, SECOND)) == ()


def test_a_changed_sentence_gives_the_words_on_both_sides() -> None:
    old, new = report(LEAD, SECOND), report(LEAD.replace("The coalition", "Free Upland Forces"), SECOND)
    [one] = sentence_changes(old, new)
    assert one.change is Change.CHANGED
    assert one.old
    assert one.new
    assert (one.old.of(old.text), one.new.of(new.text)) == (LEAD, new.text.split("\n\n")[1])
    [words] = one.words
    assert words.old
    assert words.new
    assert (words.old.of(old.text), words.new.of(new.text)) == ("The coalition", "Free Upland Forces")


def test_a_word_put_in_has_no_words_on_the_other_side() -> None:
    old, new = report(SECOND), report(SECOND.replace("Fewer than", "Probably fewer than"))
    [one] = sentence_changes(old, new)
    assert [words.new and words.new.of(new.text) for words in one.words] == ["Probably fewer"]
    old, new = report(SECOND), report(SECOND.replace("Orvenia,", "Orvenia today,"))
    [one] = sentence_changes(old, new)
    assert [(words.old, words.new and words.new.of(new.text)) for words in one.words] == [(None, "today")]


def test_sentences_that_came_went_and_moved() -> None:
    assert told(report(LEAD, THIRD), report(LEAD, SECOND)) == [
        (Change.REMOVED, THIRD, None),
        (Change.ADDED, None, SECOND),
    ]
    moved = told(report(LEAD, SECOND, THIRD), report(THIRD, LEAD, SECOND))
    assert moved == [(Change.MOVED, THIRD, THIRD)]


def test_typography_and_related_links_are_no_changes() -> None:
    assert not sentence_changes(report("“We don't know,” he said."), report('"We don’t\u00a0know," he said.'))
    assert not sentence_changes(report(LEAD, "Read: The ferrymen"), report(LEAD, "Read: The lake"))


def test_a_text_in_arabic() -> None:
    before, after = "قال أبو ليث إن الجبهة لن تنسحب من تل هارون.", "قال أبو ليث إن الجبهة قد تنسحب من تل هارون."
    old, new = report(before), report(after)
    [one] = sentence_changes(old, new)
    assert [(w.old and w.old.of(old.text), w.new and w.new.of(new.text)) for w in one.words] == [("لن", "قد")]


WORDS = st.lists(st.sampled_from(["ferry", "lake", "road", "Harun", "seven", "the"]), min_size=1, max_size=6)
TEXTS = st.lists(WORDS.map(lambda words: " ".join(words) + "."), max_size=6)


@given(TEXTS, TEXTS)
@example(  # a sentence that goes comes back as the changed form of another
    ["ferry ferry ferry ferry.", "ferry ferry ferry ferry.", "ferry ferry.", "ferry ferry."],
    ["ferry.", "ferry ferry ferry ferry.", "ferry ferry.", "ferry ferry ferry ferry."],
)
def test_every_sentence_is_accounted_for_once(before: list[str], after: list[str]) -> None:
    old, new = report(*before), report(*after)
    found = sentence_changes(old, new)
    gone = [one.old for one in found if one.old]
    come = [one.new for one in found if one.new]
    assert len(set(gone)) == len(gone)
    assert len(set(come)) == len(come)
    assert len(before) - len(gone) == len(after) - len(come)
    for one in found:
        for words in one.words:
            assert one.old
            assert one.new
            assert words.old is None or one.old.start <= words.old.start < words.old.end <= one.old.end
            assert words.new is None or one.new.start <= words.new.start < words.new.end <= one.new.end


def test_fields() -> None:
    old = report(LEAD)
    new = replace(old, title=Field("Boats", "test"))
    assert [(one.name, one.new) for one in field_changes(old, new)] == [("title", "Boats")]


GENERAL = ("General Nadim Hazrun", PERSON, "General Nadim Hazrun", "said")
DENIED = ("General Nadim Hazrun", PERSON, "General Nadim Hazrun", "denied")
OFFICE_VOICE = ("the president’s office", OFFICE, "the president’s office", "said")


def test_statements_that_came_went_and_changed() -> None:
    text = "Dam\n\nGeneral Nadim Hazrun said the army holds the dam.\n\nThe lake is full."
    later = "Dam\n\nGeneral Nadim Hazrun denied the army holds the dam.\n\nThe road is closed."
    old = account(text, "Radio Asur", None, ("the army holds the dam", [GENERAL]), ("The lake is full", []))
    new = account(later, "Radio Asur", None, ("the army holds the dam", [DENIED]), ("The road is closed", []))
    found = statement_changes(old, new)
    assert [(one.change, one.slots) for one in found] == [
        (Change.CHANGED, ("act",)),
        (Change.ADDED, ()),
        (Change.REMOVED, ()),
    ]


def test_another_voice_is_a_change_and_nothing_else_is_told() -> None:
    text = "Dam\n\nGeneral Nadim Hazrun said the army holds the dam."
    later = "Dam\n\nthe president’s office said the army holds the dam."
    old = account(text, "Radio Asur", None, ("the army holds the dam", [GENERAL]))
    new = account(later, "Radio Asur", None, ("the army holds the dam", [OFFICE_VOICE]))
    made = revision(old, new)
    assert [(one.change, one.slots) for one in made.statements] == [(Change.CHANGED, ("voice",))]
    assert [one.change for one in made.sentences] == [Change.CHANGED]
    assert made.fields == ()


def test_a_statement_read_otherwise_in_the_same_words_is_told_apart() -> None:
    text = "Dam\n\nGeneral Nadim Hazrun said the army holds the dam.\n\nThe lake is full."
    later = text.replace("full", "empty")
    old = account(text, "Radio Asur", None, ("the army holds the dam", [GENERAL]), ("The lake is full", []))
    new = account(later, "Radio Asur", None, ("the army holds the dam", []), ("The lake is empty", []))
    made = revision(old, new)
    assert [(one.change, one.slots, one.edited) for one in made.statements] == [
        (Change.CHANGED, ("content",), True),
        (Change.CHANGED, ("voice", "act"), False),
    ]
