import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.flow import Flow
from accordingto.model import Block, BlockKind, Span

PARAGRAPH, CAPTION = BlockKind.PARAGRAPH, BlockKind.CAPTION
BLOCKS = (Block(PARAGRAPH, Span(10, 20), "x"), Block(PARAGRAPH, Span(40, 45), "x"), Block(CAPTION, Span(22, 30), "x"))
FLOW = Flow("a" * 10 + "\n\n" + "b" * 5 + "\n\n" + "c" * 8, BLOCKS, (0, 12, 19))
"""A caption between two paragraphs is read last."""


@pytest.mark.parametrize(
    ("archived", "running"),
    [(Span(10, 20), Span(0, 10)), (Span(41, 45), Span(13, 17)), (Span(22, 23), Span(19, 20))],
)
def test_archived_spans_lie_in_the_running_text(archived: Span, running: Span) -> None:
    assert FLOW.running(archived) == running
    assert FLOW.archived(running.start, running.end) == (archived,)


@pytest.mark.parametrize("archived", [Span(0, 5), Span(8, 12), Span(18, 24), Span(20, 21), Span(44, 46), Span(60, 61)])
def test_what_is_not_inside_one_block_is_not_in_the_running_text(archived: Span) -> None:
    assert FLOW.running(archived) is None


@given(st.integers(0, 26), st.integers(1, 27))
def test_parts_of_the_running_text_come_back(start: int, length: int) -> None:
    end = min(len(FLOW.text), start + length)
    parts = FLOW.archived(start, end)
    back = [FLOW.running(part) for part in parts]
    covered = [i for span in back if span for i in range(span.start, span.end)]
    assert covered == [i for i in range(start, end) if FLOW.text[i] != "\n"]
