from __future__ import annotations

import tomllib
from importlib import resources

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto.clean.marks import named
from accordingto.resources.cleaning import open_clean_rules

MARKS: dict[str, list[str]] = tomllib.loads(
    (resources.files("accordingto.lexicons") / "pages.toml").read_text(encoding="utf-8")
)["marks"]
PATTERNS = [(mark, pattern) for mark, listed in MARKS.items() for pattern in listed]


@pytest.mark.parametrize(("mark", "pattern"), PATTERNS)
def test_every_name_that_tells_holds_a_fragment(mark: str, pattern: str) -> None:
    rules = open_clean_rules()

    @given(st.from_regex(pattern, alphabet=st.characters(codec="ascii", categories=("L", "N", "P"))))
    @settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def holds(name: str) -> None:
        assert any(fragment in name.lower() for fragment in rules.name_fragments)

    holds()


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("wp-caption-text", "caption"),
        ("article__standfirst", "standfirst"),
        ("entry-byline", "byline"),
        ("related-posts", "related"),
        ("PhotoCredit", "credit"),
        ("sharedaddy", "furniture"),
    ],
)
def test_names(name: str, mark: str) -> None:
    assert mark in named(name, open_clean_rules())


@pytest.mark.parametrize("name", ["mt-4", "flex", "css-1x2y3z", "article-body", "entry-content", "accreditation"])
def test_layout_tells_nothing(name: str) -> None:
    assert not named(name, open_clean_rules()) - {"picture", "frame"}
