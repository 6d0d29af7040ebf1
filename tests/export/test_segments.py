"""Cutting the text loses nothing and covers everything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accordingto.export.segments import Mark, Role, marks_of, segments
from accordingto.model import Span
from tests.export.invented import TEXT, reading

LENGTH = 40


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    start = draw(st.integers(0, LENGTH - 1))
    span = Span(start, draw(st.integers(start + 1, LENGTH)))
    return Mark(span, draw(st.integers(1, 5)), draw(st.sampled_from(Role)))


@given(st.lists(marks()), st.lists(st.integers(-3, LENGTH + 3)))
def test_pieces_are_the_text_and_list_exactly_what_covers_them(found: list[Mark], cuts: list[int]) -> None:
    pieces = segments(LENGTH, found, cuts)
    assert [piece.span.start for piece in pieces] == [0, *(piece.span.end for piece in pieces[:-1])]
    assert pieces[-1].span.end == LENGTH
    for piece in pieces:
        assert set(piece.marks) == {mark for mark in found if mark.span.contains(piece.span)}
        assert not [mark for mark in found if mark.span.overlaps(piece.span) and mark not in piece.marks]
    begun = [mark for piece in pieces for mark in piece.begins]
    assert sorted(begun) == sorted({mark for mark in found if mark.role is Role.CONTENT})


def test_no_text_has_no_pieces() -> None:
    assert segments(0, []) == []


def test_a_statement_marks_its_content_its_voices_and_the_outlets_brackets() -> None:
    statement = next(s for s in reading().statements if s.editorial)
    found = {(mark.role, mark.span.of(TEXT)) for mark in marks_of(1, statement)}
    assert (Role.SOURCE, "the general") in found
    assert (Role.SOURCE, "Northwire") in found
    assert (Role.CUE, "the general said") in found
    assert (Role.EDITORIAL, "[of the Asur]") in found
    assert [mark.part for mark in marks_of(1, statement) if mark.role is Role.CONTENT] == [0, 1]
