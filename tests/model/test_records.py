import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.model import (
    EvidenceError,
    Moment,
    Span,
    SpanError,
    Stated,
    check_score,
    check_spans,
    content_id,
    hull,
    length,
    overlap,
    spans,
    text_of,
)

pairs = st.lists(
    st.tuples(st.integers(0, 500), st.integers(1, 60)).map(lambda p: (p[0], p[0] + p[1])), min_size=1, max_size=6
)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4)])
def test_malformed_spans_cannot_be_built(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="start < end"):
        Span(start, end)


def test_spans_need_at_least_one() -> None:
    with pytest.raises(SpanError, match="at least one"):
        spans([])
    with pytest.raises(EvidenceError, match="at least one"):
        Stated(())


@given(pairs)
def test_hull_contains_every_part_and_length_adds_up(given_pairs: list[tuple[int, int]]) -> None:
    parts = spans(given_pairs)
    assert all(hull(parts).contains(part) for part in parts)
    assert length(parts) == sum(b - a for a, b in given_pairs)
    assert list(parts) == sorted(parts)


@given(pairs, pairs)
def test_overlap_is_symmetric(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> None:
    assert overlap(spans(a), spans(b)) == overlap(spans(b), spans(a))


def test_offsets_are_code_points_not_bytes() -> None:
    text = "قال الناطق: «لا»"
    assert text_of(text, spans([(4, 10), (12, 16)])) == "الناطق … «لا»"


def test_spans_past_the_text_are_an_integrity_error() -> None:
    with pytest.raises(EvidenceError, match="ends after"):
        check_spans(spans([(0, 9)]), "short")


@pytest.mark.parametrize("score", [-0.1, 1.1])
def test_scores_outside_the_unit_interval_are_refused(score: float) -> None:
    with pytest.raises(EvidenceError, match="between 0 and 1"):
        check_score(score)


def test_ids_follow_from_content_alone() -> None:
    here = content_id("statement", "abc", spans([(1, 4)]))
    assert here == content_id("statement", "abc", spans([(1, 4)]))
    assert (
        len({here, content_id("mention", "abc", spans([(1, 4)])), content_id("statement", "abd", spans([(1, 4)]))}) == 3
    )


@pytest.mark.parametrize(
    ("local", "precision", "day"),
    [
        ("2023", "year", None),
        ("2023-05", "month", None),
        ("2023-05-04", "day", "2023-05-04"),
        ("2023-05-04T09:10", "minute", "2023-05-04"),
        ("2023-05-04T09:10:30", "second", "2023-05-04"),
    ],
)
def test_moments_know_their_precision(local: str, precision: str, day: str | None) -> None:
    moment = Moment(local, "+03:00")
    assert (moment.precision, moment.date, moment.iso) == (precision, day, local + "+03:00")


def test_ids_never_change() -> None:
    """Ids are API: this one was minted by the first release."""
    assert content_id("statement", "abc", spans([(1, 4)])) == "statement-b21554080f59296a13a9"
