from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.overlap import SpanIndex
from accordingto.model import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30))


@given(st.lists(st.none() | SPANS, max_size=20), SPANS)
def test_finds_what_a_look_at_every_span_finds_in_the_same_order(spans: list[Span | None], asked: Span) -> None:
    expected = [index for index, span in enumerate(spans) if span and span.overlaps(asked)]
    assert SpanIndex(spans).overlapping(asked) == expected
