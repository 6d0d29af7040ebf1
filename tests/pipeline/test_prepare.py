"""What processes make of a capture, with the real model."""

from __future__ import annotations

from accordingto.capture.files import capture_text
from accordingto.pipeline.prepare import clean, read, run_now

TEXT = (
    "Ferry left Jisr Kamil\n\nSELMAR, 12 March 2023 – General Nadim Hazrun said that the ferry left the east bank at six with "
    "forty people on board. Dilan Harki denied that it had been shelled.\n"
)


def test_a_date_that_is_none_is_left_to_the_report() -> None:
    cleaned = clean(capture_text(TEXT), "Radio Asur", "not a day")
    assert cleaned.report.outlet
    assert cleaned.report.outlet.read_from == "given"
    assert cleaned.report.published is None or cleaned.report.published.read_from != "given"


def test_a_reading_comes_with_what_its_contents_mean() -> None:
    report = clean(capture_text(TEXT), None, None).report
    made = read(report, "a.txt")
    contents = {made.reading.words(statement.content) for statement in made.reading.statements}
    assert len(contents) >= 2
    assert set(made.given["vectors"]) == contents
    assert {len(vector) for vector in made.given["vectors"].values()} == {384}
    assert made.reading.run == run_now()
