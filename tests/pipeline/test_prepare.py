"""What processes make of a capture, with the real model."""

from __future__ import annotations

from pathlib import Path

import accordingto
from accordingto.capture.files import capture_path, capture_text
from accordingto.pipeline.prepare import clean, read, run_now

TEXT = (
    "Ferry left Jisr Kamil\n\nSELMAR, 12 March 2023 – General Nadim Hazrun said that the ferry left the east bank at six with "
    "forty people on board. Dilan Harki denied that it had been shelled.\n"
)


def test_a_date_that_is_none_is_left_to_the_report() -> None:
    cleaned = clean(capture_text(TEXT), "Radio Asur", "not a day", None)
    assert cleaned.report.outlet
    assert cleaned.report.outlet.read_from == "given"
    assert cleaned.report.published is None or cleaned.report.published.read_from != "given"


def test_a_report_comes_with_its_prints() -> None:
    one, other = (clean(capture_text(TEXT), outlet, None, None) for outlet in ("Radio Asur", "Gulf Ledger"))
    assert one.report.id != other.report.id
    assert one.given["door"].fingerprint == other.given["door"].fingerprint
    assert clean(capture_text("Two words."), None, None, None).given["door"] is None


def test_a_reading_comes_with_what_its_contents_mean() -> None:
    report = clean(capture_text(TEXT), None, None, None).report
    made = read(report, "a.txt")
    contents = {made.reading.words(statement.content) for statement in made.reading.statements}
    assert len(contents) >= 2
    assert set(made.given["vectors"]) == contents
    assert {len(vector) for vector in made.given["vectors"].values()} == {384}
    assert made.reading.run == run_now()


def test_a_headline_from_outside_is_for_what_has_none_of_its_own() -> None:
    text = clean(capture_text(TEXT), None, None, "The ferry").report
    assert text.title
    assert (text.title.value, text.title.read_from) == ("The ferry", "given")
    sample = Path(accordingto.__file__).parent / "samples" / "crossing" / "harbour-post.html"
    page = clean(capture_path(sample), None, None, "Coalition to leave …").report
    assert page.title
    assert page.title.value == "Coalition to leave Front alone in government territory, general says"
