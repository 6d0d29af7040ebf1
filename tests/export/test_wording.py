"""Words for every value, and moments as far as they were stated."""

from __future__ import annotations

import pytest

from accordingto.export.wording import ACTS, COMMITMENTS, FORMS, moment_text
from accordingto.model import Act, Factuality, Form, Moment
from accordingto.pipeline.wording import one_line


def test_every_value_has_a_word() -> None:
    assert set(ACTS) == set(Act)
    assert set(COMMITMENTS) == set(Factuality)
    assert set(FORMS) == set(Form)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (Moment("2023", None), "2023"),
        (Moment("2023-03", None), "March 2023"),
        (Moment("2023-03-03", None), "3 March 2023"),
        (Moment("2023-03-13T14:07", "+02:00"), "13 March 2023, 14:07 (+02:00)"),
        (Moment("2023-03-13T14:07:09", None), "13 March 2023, 14:07:09"),
        (Moment("2023-99-13", None), "2023-99-13"),
        (Moment("yesterday", None), "yesterday"),
    ],
)
def test_moments(moment: Moment, text: str) -> None:
    assert moment_text(moment) == text


def test_one_line() -> None:
    assert one_line("a\u00a0b\n\tc\x1b[31m\u202ed\ud800") == "a b c\ufffd[31m\ufffdd\ufffd"
