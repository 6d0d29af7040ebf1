"""What places and other names settle between them."""

from __future__ import annotations

import pytest

from accordingto.mentions.places.settled import names_a_body
from accordingto.model import Implied, Place, Report, Span, text_sha256
from accordingto.resources.actors import open_shipped_actors


@pytest.mark.parametrize(
    ("before", "name", "body"),
    [
        ("The war ends when ", "Hamas", True),
        ("They met in ", "Hamas", False),
        ("The war ends when ", "Syria", False),
        ("The war ends when ", "Dorva", False),
    ],
)
def test_the_name_of_a_group_is_no_place_unless_it_is_used_as_one(before: str, name: str, body: bool) -> None:
    text = before + name
    report = Report("report-1", "capture-1", text, text_sha256(text), (), "test")
    place = Place("p", Span(len(before), len(text)), name, Implied("test"), 1.0, "test")
    assert names_a_body(place, report, open_shipped_actors()) is body
