from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare.edits import alignment, edits
from accordingto.compare.normalise import tokens_of
from accordingto.model import EditKind

WORDS = st.lists(st.sampled_from(["the", "ferry", "left", "goat", "river"]), max_size=12)


@given(WORDS, WORDS)
def test_an_alignment_covers_both_sides_and_its_equal_stretches_are_equal(a: list[str], b: list[str]) -> None:
    equal, changed = alignment(a, b)
    assert all(a[i:j] == b[k:m] and j > i for i, j, k, m in equal)
    assert sorted(w for i, j, _, _ in (*equal, *changed) for w in range(i, j)) == [*range(len(a))]
    assert sorted(w for _, _, k, m in (*equal, *changed) for w in range(k, m)) == [*range(len(b))]


@given(WORDS, WORDS)
def test_edits_make_the_one_text_of_the_other(a: list[str], b: list[str]) -> None:
    one, other = " ".join(a), " ".join(b)
    ours, theirs = tokens_of(one), tokens_of(other)
    made = edits(ours, theirs)
    gone = {t for edit in made if edit.a for t in ours if edit.a.start <= t.start < edit.a.end}
    come = {t for edit in made if edit.b for t in theirs if edit.b.start <= t.start < edit.b.end}
    assert [t.word for t in ours if t not in gone] == [t.word for t in theirs if t not in come]


def changes(one: str, other: str) -> list[tuple[EditKind, str | None, str | None]]:
    return [
        (edit.kind, edit.a and edit.a.of(one), edit.b and edit.b.of(other))
        for edit in edits(tokens_of(one), tokens_of(other))
    ]


def test_a_word_changed_a_word_cut_and_words_put_in() -> None:
    one = "“The jets came twice, and the second time we were already digging,” he said."
    other = "The planes came twice and we were already digging for them, he said"
    assert changes(one, other) == [
        (EditKind.SUBSTITUTION, "jets", "planes"),
        (EditKind.CUT, "the second time", None),
        (EditKind.INSERTION, None, "for them"),
    ]


def test_case_and_the_look_of_marks_are_no_edits() -> None:
    assert changes("The army’s men don't leave", "the ARMY's men, don’t\u00a0leave!") == []


def test_where_many_words_became_few_those_over_were_cut() -> None:
    one = "the army which has besieged the town since the spring of last year left"
    assert [kind for kind, _, _ in changes(one, "the troops left")] == [EditKind.SUBSTITUTION, EditKind.CUT]
