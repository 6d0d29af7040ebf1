"""Dates as far as they are known."""

from __future__ import annotations

import pytest

from accordingto.cli.inputs import moment
from accordingto.model import UsageError


@pytest.mark.parametrize(
    "text", ["2023", "2023-03", "2023-03-13", "2023-03-13T14:07", "2023-03-13T14:07:09+02:00", "2023-03-13T14:07Z"]
)
def test_moments(text: str) -> None:
    assert moment(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "23", "2023-13", "2023-02-30", "2023-3-1", "2023T10:00", "2023-03-13T25:00", "2023-03-13 10:00", "٢٠٢٣"],
)
def test_no_moments(text: str) -> None:
    with pytest.raises(UsageError, match="ISO 8601"):
        moment(text)
