import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare.normalise import canon_of, same_name, stem, tokens_of
from accordingto.model import Span
from tests.compare.words import WORDS


@given(st.text())
def test_tokens_lie_in_the_text_in_order_and_hold_their_word(text: str) -> None:
    tokens = tokens_of(text)
    assert all(0 <= t.start < t.end <= len(text) for t in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    assert all(text[t.start : t.end].replace("’", "'").lower() == t.word for t in tokens)


@given(st.text(min_size=2), st.integers(0, 50), st.integers(1, 50))
def test_tokens_of_a_span_stay_inside_it(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text) - 1), min(min(start, len(text) - 1) + length, len(text)))
    assert all(span.start <= t.start and t.end <= span.end for t in tokens_of(text, (span,)))


@given(st.text())
def test_a_stem_is_never_empty_where_the_word_is_not(text: str) -> None:
    assert all(t.stem for t in tokens_of(text))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("striking", "strike"),
        ("strikes", "strike"),
        ("areas", "area"),
        ("crossed", "crossing"),
        ("planned", "plans"),
        ("cities", "city"),
        ("killed", "kill"),
        ("government’s", "government"),
    ],
)
def test_forms_of_one_word_share_a_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


@pytest.mark.parametrize("number", ["3,500", "3 500", "1,200,000", "12.5"])
def test_a_written_number_is_one_token(number: str) -> None:
    assert [t.word for t in tokens_of(f"some {number} men")] == ["some", number, "men"]


def test_names_are_one_up_to_an_ending_of_belonging() -> None:
    assert same_name("orvenia", "orvenian")
    assert same_name("kharan", "kharanists")
    assert not same_name("port", "portal")
    assert not same_name("al", "alia")


def test_near_words_find_one_another_and_function_words_weigh_nothing() -> None:
    canon = canon_of(["The regime holds areas", "the government controls territory"], WORDS)
    first, second = (
        canon.all_of(tokens_of(text)) for text in ("the regime holds areas", "government controls territory")
    )
    assert first == second
