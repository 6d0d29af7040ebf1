import pytest

from accordingto.compare.quoted import altered, quoted
from tests.compare.build import account

SAID = "“We gave it up to save the villages, and for no other reason,” he said. “Let nobody say that we were beaten.”"


def changed(words: str, source: str = SAID) -> tuple[str, str] | None:
    one, other = (account(f"Dam\n\n{text}", outlet, None).report for text, outlet in ((source, "A"), (words, "B")))
    found = altered(quoted(other), quoted(one))
    return (found.source.span.of(one.text), found.report.span.of(other.text)) if found else None


@pytest.mark.parametrize(
    "words",
    [
        "“We gave it up to save the villages,” he said.",
        '"Let nobody say that we were beaten."',
        "«to save the villages, and for no other reason»",
        "“[The Brigades] gave it up to save the villages,” he said.",
        "“We gave it up […] for no other reason,” he said.",
        "“We gave it up ... for no other reason. Let nobody say that we were beaten,” he said.",
        "“I slept in the boat,” he said.",
        "We gave up to save some villages, he said.",
    ],
)
def test_cut_bracketed_and_joined_quotations_are_as_they_were_said(words: str) -> None:
    assert changed(words) is None


@pytest.mark.parametrize(
    ("words", "was"),
    [
        (
            "“We gave it up to spare the villages,” he said.",
            "We gave it up to save the villages, and for no other reason",
        ),
        ("“Let nobody say we were beaten.”", "Let nobody say that we were beaten"),
        ("“Let nobody ever say that we were beaten.”", "Let nobody say that we were beaten"),
    ],
)
def test_words_put_for_others_put_in_and_left_out_inside_make_another_quotation(words: str, was: str) -> None:
    found = changed(words)
    assert found is not None
    assert found[0] == was


def test_what_the_source_quotes_in_both_ways_is_as_it_was_said() -> None:
    assert (
        changed("“Let nobody say we were beaten.”", f"{SAID} Later he wrote: “Let nobody say we were beaten.”") is None
    )
