import itertools

from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare.copies import RUN, copies, runs, shared
from accordingto.compare.thresholds import DEFAULTS
from tests.compare.build import account

WORDS = st.lists(st.sampled_from("abcd"), max_size=40)


@given(WORDS, WORDS, st.integers(2, 5))
def test_runs_are_equal_words_long_enough_and_do_not_overlap(a: list[str], b: list[str], least: int) -> None:
    found = runs(a, b, least=least)
    assert all(length >= least and a[i : i + length] == b[j : j + length] for i, j, length in found)
    assert all(first[1] + first[2] <= second[1] for first, second in itertools.pairwise(found))


@given(st.lists(st.sampled_from("abcd"), min_size=RUN, max_size=30))
def test_a_text_is_wholly_found_in_itself(words: list[str]) -> None:
    assert sum(length for _, _, length in runs(words, words)) == len(words)


BODY = (
    "The ferry left the east bank at six with forty people on board and a goat, and came back at seven with the goat alone, "
    "which nobody on the landing could explain to the harbour master."
)


def test_passages_lead_back_to_the_same_words_on_both_sides_wherever_they_moved() -> None:
    one = account(f"Ferry\n\n{BODY}\n\nIt rained.", "Radio Asur", None).report
    other = account(
        f"Goat\n\nRain fell on the river all day long, they say here.\n\n{BODY}", "Upland Voice", None
    ).report
    found = shared(one, other)
    assert [span.of(other.text) for span in found.b] == [span.of(one.text) for span in found.a] == [BODY.rstrip(".")]
    assert found.own_words >= DEFAULTS.copied_words
    assert found.of_a > found.of_b


def test_a_shared_quotation_alone_is_no_copy() -> None:
    quote = f"“{BODY}” the ferryman said."
    one = account(f"Ferry\n\n{quote}", "Radio Asur", None).report
    other = account(f"Goat\n\nThe whole town talks of it.\n\n{quote}", "Upland Voice", None).report
    found = shared(one, other)
    assert found.of_b > 0.5
    assert found.own_words < DEFAULTS.copied_words


def test_one_stock_phrase_in_a_short_report_is_no_copy() -> None:
    one = account("A\n\nThe army took the Lake Imbra dam on Monday.", "Radio Asur", None).report
    other = account("B\n\nThe army took the Lake Imbra dam, people say.", "Upland Voice", None).report
    assert shared(one, other).own_words < DEFAULTS.copied_words


def test_no_passage_runs_across_two_blocks() -> None:
    first, second = "the ferry left at six", "and came back at seven"
    one = account(f"Ferry\n\n{first}\n\n{second}", "Radio Asur", None).report
    other = account(f"Ferry\n\n{first} {second}", "Upland Voice", None).report
    assert shared(one, other).b == ()


def changes(one: str, other: str) -> list[tuple[str | None, str | None]]:
    """What `shared` says was done to the words of one body to make the other."""
    a, b = (account(f"Head {n}\n\n{text}", "Radio Asur", None).report for n, text in enumerate((one, other)))
    return [
        (edit.a.of(a.text) if edit.a else None, edit.b.of(b.text) if edit.b else None) for edit in shared(a, b).edits
    ]


def test_a_sentence_edited_in_every_clause_is_still_found_with_its_edits_even_at_its_ends() -> None:
    one = "Eighteen lorries with flour, medicine and tents reached the camp in the hills on Sunday, the relief office said in a letter."
    other = "Eighty trucks with flour, drugs and tents reached the camp in the north on Sunday, the relief office wrote in a note."
    assert changes(one, other) == [
        ("Eighteen lorries", "Eighty trucks"),
        ("medicine", "drugs"),
        ("hills", "north"),
        ("said", "wrote"),
        ("letter", "note"),
    ]


def test_sentences_joined_and_split_are_each_others() -> None:
    one = "The ferry left the east bank at six with forty people on board. It came back at seven with nobody but the goat."
    other = "The ferry left the east bank at six with forty people on board, and it came back at seven with nobody but the goat."
    assert changes(one, other) == [(None, "and")]
    assert changes(other, one) == [("and", None)]
    a, b = (account(f"H\n\n{text}", "Radio Asur", None).report for text in (one, other))
    assert (len(shared(a, b).a), len(shared(a, b).b)) == (2, 1)


def test_equal_texts_are_one_class_and_cost_no_comparison_each() -> None:
    reports = [account(f"H{n}\n\n{BODY}", f"Outlet {n}", None).report for n in range(60)]
    found = copies(reports)
    assert all(found.share(reports[0].id, other.id) > 0.9 for other in reports[1:])
    assert len({row for text in found.texts.values() for row, _ in text.rows}) == 61


def test_a_report_without_words_shares_none() -> None:
    empty, other = account("…\n\n– –", "Radio Asur", None).report, account(f"H\n\n{BODY}", "Upland Voice", None).report
    assert shared(empty, other).own_words == 0
    assert shared(empty, other).b == ()


SENTENCES = st.lists(
    st.lists(st.sampled_from(["ferry", "goat", "“river", "bank”", "left", "the"]), min_size=1, max_size=14),
    min_size=1,
    max_size=6,
)


@given(SENTENCES, SENTENCES)
def test_passages_and_edits_lie_inside_the_bodies(one: list[list[str]], other: list[list[str]]) -> None:
    a, b = (
        account("Head\n\n" + "\n\n".join(" ".join(words) + "." for words in lines), outlet, None).report
        for lines, outlet in ((one, "Radio Asur"), (other, "Upland Voice"))
    )
    found = shared(a, b)
    for report, spans in ((a, found.a), (b, found.b)):
        assert all(any(block.span.contains(span) for block in report.blocks) for span in spans)
    assert all(edit.a or edit.b for edit in found.edits)
    assert 0 <= found.of_a <= 1
    assert 0 <= found.own_of_b <= 1
