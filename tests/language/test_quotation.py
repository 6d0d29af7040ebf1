from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.quotation import quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we stay” and left.", ["“we stay”"]),
        ('"We stay," he said. "We fight."', ['"We stay,"', '"We fight."']),
        ("Il dit « nous restons » hier.", ["« nous restons »"]),
        ("The army’s men didn’t go.", []),
        ("‘We stay,’ the army’s man said.", ["‘We stay,’"]),
        ("“He told us ‘go’ and we went.”", ["“He told us ‘go’ and we went.”"]),
        ('A 5" pipe and 3" nails.', []),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_reopened_in_the_next_paragraph_runs_on() -> None:
    text = "“We stay.\n\n“We fight,” he said.\n\n“New one.”"
    first, second, third = quotations(text)
    assert (first.closed, first.continued) == (False, False)
    assert (second.closed, second.continued) == (True, True)
    assert (third.closed, third.continued) == (True, False)


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "“We stay.\n\nThe army left.\n\n“A new one.”"
    assert quoted(text) == ["“We stay.", "“A new one.”"]
    assert not quotations(text)[1].continued


@given(st.text(alphabet='ab ’‘“”"«»\n.,s', max_size=80))
def test_quotations_never_overlap_and_stay_in_their_paragraph(text: str) -> None:
    found = quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all("\n" not in text[q.start : q.end] for q in found)
