import itertools

from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare.copies import RUN, runs, shared
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
