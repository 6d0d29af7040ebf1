"""Names that a report treats as outlets."""

import time

import pytest

from accordingto.capture.files import capture_text
from accordingto.clean import report_of
from accordingto.mentions.media import media_names
from accordingto.model import SourceKind
from accordingto.resources.cleaning import open_clean_rules
from accordingto.resources.lexicons import open_lexicons

LEXICONS = open_lexicons()


def names_in(text: str) -> dict[str, SourceKind]:
    report = report_of(capture_text(text), outlet=None, published=None, rules=open_clean_rules())
    return media_names(report, text, LEXICONS)


def test_who_reported_is_an_outlet() -> None:
    assert "northwire daily" in names_in("The dam has burst, the broadcaster Northwire Daily said on Monday.")


@pytest.mark.parametrize("text", ["Selmar Dorva Kharan " * 2500, "A" * 50_000, "A-" * 25_000])
def test_lists_of_names_and_endless_words_take_no_time(text: str) -> None:
    began = time.process_time()
    media_names(report_of(capture_text(text), rules=open_clean_rules()), text, LEXICONS)
    assert time.process_time() - began < 2
