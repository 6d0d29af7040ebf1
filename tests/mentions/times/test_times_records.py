import pytest

from accordingto.capture import capture_text
from accordingto.clean import report_of
from accordingto.language.flow import flow_of
from accordingto.mentions.times import said_when, time_for, times_of
from accordingto.model import Report, Span, Stated, Time, spans_of
from accordingto.resources.times import open_time_words

WORDS = open_time_words()
PROSE = "Troops entered the town on Tuesday after two days of shelling, residents told reporters in the capital."


def report(text: str, published: str | None = "2023-05-04") -> Report:
    return report_of(capture_text(text), published=published)


def read(made: Report) -> list[Time]:
    return list(times_of(made, flow_of(made), WORDS))


def words_of(made: Report, time: Time) -> str:
    return spans_of(time.evidence)[0].of(made.text)


def test_date_lines_and_datelines_are_no_times_of_the_text() -> None:
    made = report(
        f"Selmar Today\n\nArmy enters Tarsa\n\nMay 4, 2023 at 2:07 pm\n\nSELMAR, May 4 (Northwire) — {PROSE}\n\n{PROSE}"
    )
    found = read(made)
    assert [words_of(made, t) for t in found] == ["Tuesday", "two days"] * 2
    assert [t.value for t in found[:2]] == ["2023-05-02", "P2D"]
    assert found[0].anchor == "published"
    assert len({t.id for t in found}) == 4


def test_the_anchor_may_be_another_expression() -> None:
    made = report(
        f"Army enters Tarsa\n\n{PROSE}\n\nThe dam broke on 3 March. Two days later Selmar spoke of sabotage again."
    )
    found = read(made)
    assert (found[-1].value, found[-1].anchor) == ("2023-03-05", found[-2].id)
    assert isinstance(found[-1].evidence, Stated)


def test_entries_of_a_live_blog_have_their_own_day() -> None:
    entry = "The army says that it took the bus station this morning, our correspondent in the town reports."
    made = report(
        f"Orvenia live: army enters Rusafi\n\n{PROSE}\n\n00:40\n\n{entry}\n\n23:10\n\n{entry}\n\n21:05\n\n{entry}",
        published="2023-05-05T00:45",
    )
    found = [t for t in read(made) if words_of(made, t) == "this morning"]
    assert [(t.value, t.anchor) for t in found] == [
        ("2023-05-05TMO", "entry"),
        ("2023-05-04TMO", "entry"),
        ("2023-05-04TMO", "entry"),
    ]


def test_a_report_without_a_date_leaves_relative_times_open() -> None:
    found = read(report(f"Army enters Tarsa\n\n{PROSE}", published=None))
    assert [(t.value, t.start, t.anchor) for t in found] == [("XXXX-WXX-2", None, None), ("P2D", None, None)]


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("said yesterday", "2023-05-03", "2023-05-03", "2023-05-03"),
        ("said on Tuesday", "2023-05-02", "2023-05-02", "2023-05-02"),
        ("said last month", "2023-04", "2023-04-01", "2023-04-30"),
        ("said on 28 April", "2023-04-28", "2023-04-28", "2023-04-28"),
        ("said on December 20", "2022-12-20", "2022-12-20", "2022-12-20"),
        ("said last week", "2023-W17", "2023-04-24", "2023-04-30"),
        ("said for two days on Tuesday", "2023-05-02", "2023-05-02", "2023-05-02"),
    ],
)
def test_when_something_was_said(text: str, value: str, start: str, end: str) -> None:
    time = said_when(text, 0, len(text), "2023-05-04", WORDS)
    assert time is not None
    assert (time.value, time.start, time.end, time.anchor) == (value, start, end, "published")


def test_the_evidence_of_a_saying_points_into_the_whole_text() -> None:
    text = "It fell on Monday. The general said on Tuesday that it held."
    time = said_when(text, text.index("said") + 4, len(text), "2023-05-04", WORDS)
    assert time is not None
    assert words_in(text, time) == "Tuesday"


def words_in(text: str, time: Time) -> str:
    return spans_of(time.evidence)[0].of(text)


def test_nothing_relative_resolves_without_a_date() -> None:
    assert said_when("said yesterday", 0, 14, None, WORDS) is None
    assert said_when("said on 31 February", 0, 19, "2023-05-04", WORDS) is None


@pytest.mark.parametrize(
    ("sentence", "trigger", "words"),
    [
        ("The army shelled the town on Monday and entered it on Tuesday.", "shelled", "Monday"),
        ("The army shelled the town on Monday and entered it on Tuesday.", "entered", "Tuesday"),
        ("On Monday, after two days of talks, the army shelled the town.", "shelled", "Monday"),
        ("The army shelled the town for two days.", "shelled", None),
        ("The army has now shelled the town.", "shelled", None),
    ],
)
def test_the_time_of_a_happening(sentence: str, trigger: str, words: str | None) -> None:
    made = report(f"Army enters Tarsa\n\n{PROSE}\n\n{sentence} {PROSE}")
    flow = flow_of(made)
    start = flow.text.index(sentence)
    at = flow.text.index(trigger, start)
    time = time_for(Span(at, at + len(trigger)), Span(start, start + len(sentence)), times_of(made, flow, WORDS), flow)
    assert (time and words_of(made, time)) == words


def test_only_times_of_the_content_date_what_was_said() -> None:
    sentence = "The general said on Tuesday that the army shelled the town."
    made = report(f"Army enters Tarsa\n\n{PROSE}\n\n{sentence} {PROSE}")
    flow = flow_of(made)
    start = flow.text.index(sentence)
    whole = Span(start, start + len(sentence))
    at = flow.text.index("shelled", start)
    trigger, content = Span(at, at + 7), Span(flow.text.index("the army", start), whole.end)
    times = times_of(made, flow, WORDS)
    assert time_for(trigger, whole, times, flow) is not None
    assert time_for(trigger, whole, times, flow, within=(content,)) is None
