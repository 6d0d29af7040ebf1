"""What is found where, and what it means. Published on Thursday 4 May 2023 unless a test says otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.mentions.times import find_times
from accordingto.resources.times import open_time_words

WORDS = open_time_words()
DAY = "2023-05-04"


def read(text: str, published: str | None = DAY) -> list[tuple[str, str, str]]:
    return [(f.span.of(text), f.kind.value, f.value) for f in find_times(text, WORDS, published=published)]


def values(text: str, published: str | None = DAY) -> list[tuple[str, str]]:
    return [(words, value) for words, _, value in read(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The truce began on 2 May 2023.", "2 May 2023", "2023-05-02"),
        ("The truce began on May 2, 2023, at Selmar.", "May 2, 2023", "2023-05-02"),
        ("The truce began on the 2nd of May 2023.", "the 2nd of May 2023", "2023-05-02"),
        ("The truce began on Tuesday, 2 May 2023.", "Tuesday, 2 May 2023", "2023-05-02"),
        ("The truce began on 2\u00a0May.", "2\u00a0May", "2023-05-02"),
        ("The truce began on Dec. 20.", "Dec. 20", "2022-12-20"),
        ("The truce ends on 1 June.", "1 June", "2023-06-01"),
        ("It is dated 2023-04-30.", "2023-04-30", "2023-04-30"),
        ("It is dated 30/4/2023.", "30/4/2023", "2023-04-30"),
        ("It is dated 3/4/2023.", "3/4/2023", "2023"),
        ("It was built in October 2021.", "October 2021", "2021-10"),
        ("It was built in 2021.", "2021", "2021"),
        ("It was built in May last year.", "May last year", "2022-05"),
        ("It was built last October.", "last October", "2022-10"),
        ("It was built in January.", "January", "2023-01"),
        ("It was besieged since March.", "March", "2023-03"),
        ("It was built in the late 1980s.", "the late 1980s", "198"),
        ("It was built in the 19th century.", "the 19th century", "18"),
        ("It was shelled last summer.", "last summer", "2022-SU"),
        ("It was shelled in the spring of 2021.", "the spring of 2021", "2021-SP"),
        ("It fell in the winter.", "the winter", "2022-WI"),
        ("Exports fell in the third quarter.", "the third quarter", "2022-Q3"),
        ("Exports fell in the first half of 2022.", "the first half of 2022", "2022-H1"),
        ("It was hit yesterday.", "yesterday", "2023-05-03"),
        ("It was hit on Friday.", "Friday", "2023-04-28"),
        ("It was hit on Thursday.", "Thursday", "2023-05-04"),
        ("They will meet on Friday.", "Friday", "2023-05-05"),
        ("They will meet next Tuesday.", "next Tuesday", "2023-05-09"),
        ("They met last Thursday.", "last Thursday", "2023-04-27"),
        ("They met over the weekend.", "the weekend", "2023-W17-WE"),
        ("They met last week.", "last week", "2023-W17"),
        ("They met last month.", "last month", "2023-04"),
        ("They met earlier this month.", "earlier this month", "2023-05"),
        ("They met late last year.", "late last year", "2022"),
        ("They will meet next month.", "next month", "2023-06"),
        ("They met three days ago.", "three days ago", "2023-05-01"),
        ("They met two months ago.", "two months ago", "2023-03"),
        ("They met twenty-one years ago.", "twenty-one years ago", "2002"),
        ("They met months ago.", "months ago", "PAST_REF"),
        ("They met a week or so ago.", "a week or so ago", "2023-04-27"),
        ("They will meet this coming Sunday.", "this coming Sunday", "2023-05-07"),
        ("They met several years ago.", "several years ago", "PAST_REF"),
        ("They met at the end of April.", "the end of April", "2023-04"),
        ("They met in the last week of April.", "the last week of April", "2023-04"),
        ("They met the day before yesterday.", "the day before yesterday", "2023-05-02"),
        ("They will meet the day after tomorrow.", "the day after tomorrow", "2023-05-06"),
        ("It is the town of the 7 October attack.", "7 October", "2022-10-07"),
        ("They met in mid-2014.", "mid-2014", "2014"),
        ("They met in fiscal 2010.", "fiscal 2010", "2010"),
        ("They met on Monday 19 December.", "Monday 19 December", "2022-12-19"),
        ("They met last Oct. 23.", "last Oct. 23", "2022-10-23"),
        ("They met in the term ended March 31.", "March 31", "2023-03-31"),
        ("The talks were put off to Monday.", "Monday", "2023-05-08"),
        ("The army could attack as soon as Friday.", "Friday", "2023-05-05"),
        ("The army agreed to leave on Friday.", "Friday", "2023-05-05"),
        ("The army agreed on Friday.", "Friday", "2023-04-28"),
        ("He was quoted on Friday as saying it will hold.", "Friday", "2023-04-28"),
        ("The truce had been due to expire on Friday.", "Friday", "2023-04-28"),
        ("They want to overturn Friday’s ruling.", "Friday", "2023-04-28"),
        ("They held a Tuesday meeting.", "Tuesday", "2023-05-02"),
        ("They met on a Tuesday.", "a Tuesday", "XXXX-WXX-2"),
        ("It was hit by year-end.", "year-end", "2023"),
        ("Now they talk.", "Now", "PRESENT_REF"),
        ("They recently met.", "recently", "PAST_REF"),
        ("They will soon meet.", "soon", "FUTURE_REF"),
        ("They will meet in the near future.", "the near future", "FUTURE_REF"),
    ],
)
def test_dates(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It was hit at 5 a.m. on Tuesday.", "5 a.m. on Tuesday", "2023-05-02T05:00"),
        ("It was hit at dawn on Wednesday.", "dawn on Wednesday", "2023-05-03TMO"),
        ("It was hit late on 3 May.", "late on 3 May", "2023-05-03TEV"),
        ("It was hit on Monday night.", "Monday night", "2023-05-01TNI"),
        ("It was hit late on Tuesday.", "late on Tuesday", "2023-05-02TEV"),
        ("It was hit this morning.", "this morning", "2023-05-04TMO"),
        ("It was hit last night.", "last night", "2023-05-03TNI"),
        ("It was hit yesterday evening.", "yesterday evening", "2023-05-03TEV"),
        ("It was hit in the early hours of Sunday.", "the early hours of Sunday", "2023-04-30TMO"),
        ("They held a Sunday night vigil.", "Sunday night", "2023-04-30TNI"),
        ("It was hit shortly before dawn.", "shortly before dawn", "2023-05-04TMO"),
        ("It was hit at half past four in the afternoon.", "half past four in the afternoon", "2023-05-04T16:30"),
        ("It was hit at a quarter past nine.", "quarter past nine", "2023-05-04T09:15"),
        ("It was hit at ten to six.", "ten to six", "2023-05-04T05:50"),
        ("It was hit at first light.", "first light", "2023-05-04TMO"),
        ("It was hit at 7.40.", "7.40", "2023-05-04T07:40"),
        ("The truce will begin at midnight.", "midnight", "2023-05-04T24:00"),
        ("It was hit at 0130 GMT.", "0130 GMT", "2023-05-04T01:30"),
        ("It was hit overnight.", "overnight", "2023-05-03TNI"),
        ("It was hit at 15:40 GMT.", "15:40 GMT", "2023-05-04T15:40"),
        ("It was hit at 10.30pm.", "10.30pm", "2023-05-04T22:30"),
        ("It was hit at four in the afternoon.", "four in the afternoon", "2023-05-04T16:00"),
        ("It was hit at noon.", "noon", "2023-05-04T12:00"),
        ("It was hit in the night of 2 to 3 May.", "the night of 2 to 3 May", "2023-05-02TNI"),
    ],
)
def test_times_of_day(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "TIME", value)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The siege lasted three weeks.", "three weeks", "DURATION", "P3W"),
        ("The siege lasted a year.", "a year", "DURATION", "P1Y"),
        ("The siege lasted weeks.", "weeks", "DURATION", "PXW"),
        ("The siege lasted several days.", "several days", "DURATION", "PXD"),
        ("A 48-hour truce was agreed.", "48-hour", "DURATION", "PT48H"),
        ("A seven-month siege was lifted.", "seven-month", "DURATION", "P7M"),
        ("They waited 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("They waited an hour and a half.", "an hour and a half", "DURATION", "PT1H30M"),
        ("They waited for half an hour.", "half an hour", "DURATION", "PT30M"),
        ("They waited for a quarter of an hour.", "a quarter of an hour", "DURATION", "PT15M"),
        ("They waited three quarters of an hour.", "three quarters of an hour", "DURATION", "PT45M"),
        ("It was the worst in a quarter of a century.", "a quarter of a century", "DURATION", "P25Y"),
        ("They waited two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("It happened in the past three months.", "the past three months", "DURATION", "P3M"),
        ("The truce may last three weeks.", "three weeks", "DURATION", "P3W"),
        ("The footage is two days old.", "two days", "DURATION", "P2D"),
        ("They held a three hour meeting.", "three hour", "DURATION", "PT3H"),
        ("It happened in recent week.", "recent week", "DURATION", "PXW"),
        ("They waited within an hour.", "within an hour", "DURATION", "PT1H"),
        ("They waited a week or so.", "a week or so", "DURATION", "P1W"),
        ("They waited at least two days.", "at least two days", "DURATION", "P2D"),
        ("The road opens daily.", "daily", "SET", "P1D"),
        ("The road opens every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        ("The road opens every two weeks.", "every two weeks", "SET", "P2W"),
        ("They live on five litres a day.", "a day", "SET", "P1D"),
        ("They march each July.", "each July", "SET", "XXXX-07"),
    ],
)
def test_durations_and_sets(text: str, words: str, kind: str, value: str) -> None:
    assert read(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "A 40-year-old man and Samira, 38 years old, were killed.",
        "They paid $1990 for 2,000 shells.",
        "A girl aged 12 years saw it.",
        "The Sunday Times and Derbazin Today wrote of Black Friday.",
        "You may march to Selmar.",
        "Prices fall and springs dry up.",
        "About three-quarters of the town was hit.",
        "He drove an M1 tank to gate 7.",
        "A man in his early 60s hosts a morning show on the future of trade.",
        "The truce may last.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It went on from 12–15 April.", [("12", "2023-04-12"), ("15 April", "2023-04-15")]),
        ("Between February 16 and 24 it held.", [("February 16", "2023-02-16"), ("24", "2023-02-24")]),
        ("Between 2 and 4 p.m. it held.", [("2", "2023-05-04T14:00"), ("4 p.m.", "2023-05-04T16:00")]),
        ("From Monday to Wednesday it held.", [("Monday", "2023-05-01"), ("Wednesday", "2023-05-03")]),
        ("The war of 2014-16 ended.", [("2014", "2014"), ("16", "2016")]),
        (
            "On the nights of April 17, 18 and 19 they drove.",
            [("the nights of April 17", "2023-04-17TNI"), ("18", "2023-04-18TNI"), ("19", "2023-04-19TNI")],
        ),
    ],
)
def test_a_range_is_two_expressions(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


def test_an_expression_may_lean_on_an_earlier_one() -> None:
    text = "The dam broke on 3 March. Two days later Selmar spoke, and the following week it paid."
    broke, later, week = find_times(text, WORDS, published=DAY)
    assert (later.value, later.anchor, later.of) == ("2023-03-05", "expression", 0)
    assert (week.value, week.anchor, week.of) == ("2023-W10", "expression", 1)
    assert (broke.anchor, broke.start, broke.end) == ("published", "2023-03-03", "2023-03-03")


def test_the_day_before_is_counted_from_the_day_just_named() -> None:
    assert values("The dam broke on 3 March. They had met the day before.")[-1] == ("the day before", "2023-03-02")


def test_a_time_of_day_takes_the_day_named_before() -> None:
    assert values("On Tuesday they came. By noon it was over.") == [
        ("Tuesday", "2023-05-02"),
        ("noon", "2023-05-02T12:00"),
    ]


def test_inside_a_quotation_the_anchor_stays() -> None:
    assert values("“We fled yesterday,” she said on Monday.") == [("yesterday", "2023-05-03"), ("Monday", "2023-05-01")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Tuesday", "XXXX-WXX-2"),
        ("yesterday", "XXXX-XX-XX"),
        ("last week", "XXXX-WXX"),
        ("last month", "XXXX-XX"),
        ("in May last year", "XXXX-05"),
        ("since 3 May", "XXXX-05-03"),
        ("three years ago", "XXXX"),
        ("last summer", "XXXX-SU"),
        ("this morning", "XXXX-XX-XXTMO"),
        ("on Christmas Day", "XXXX-12-25"),
    ],
)
def test_without_a_day_of_publication_nothing_relative_resolves(text: str, value: str) -> None:
    (found,) = find_times(f"They met {text}.", WORDS, published=None)
    assert (found.value, found.start, found.end, found.anchor) == (value, None, None, None)


def test_an_interval_beside_the_anchor_ends_or_begins_there() -> None:
    (earlier,) = find_times("They met earlier this month.", WORDS, published="2023-05-10")
    assert (earlier.start, earlier.end, earlier.mod) == ("2023-05-01", "2023-05-10", "START")
    (past,) = find_times("It happened in the past three weeks.", WORDS, published="2023-05-22")
    assert (past.start, past.end) == ("2023-05-01", "2023-05-22")


def test_a_blank_line_ends_every_expression() -> None:
    assert [words for words, _ in values("early\n\nMay 2023")] == ["May 2023"]


def test_quotes_dashes_and_arabic_names_do_no_harm() -> None:
    text = "Abu Ja‘far al-Sha’ir — “of ‘Ayn ʿIsa” — spoke on 2\u00a0May – and ‘today’ in Umm al-Qura."
    assert values(text) == [("2\u00a0May", "2023-05-02"), ("today", "2023-05-04")]


WORDS_OF_TIME = (
    "on Tuesday 3 May 2023 the night of 12 – and last week , two days ago later a year Ramadan at noon 7:40 every “ ’s fall 1444 end 0 31 "
    "February second half quarter"
)
PIECES = [*WORDS_OF_TIME.split(), "\n\n", "2,000", "10.30", "99", "60s", *sorted(WORDS.words)]


@given(
    st.lists(st.sampled_from(PIECES + [word.capitalize() for word in PIECES]), max_size=14),
    st.sampled_from([DAY, "2024-02-29", None, "2023"]),
)
def test_spans_are_in_order_and_never_overlap(parts: list[str], published: str | None) -> None:
    text = " ".join(parts)
    found = find_times(text, WORDS, published=published)
    ends = [0, *(f.span.end for f in found)]
    assert all(end <= f.span.start for end, f in zip(ends, found, strict=False))
    for index, f in enumerate(found):
        assert f.span.of(text) == f.span.of(text).strip()
        assert f.of is None or f.of < index or f.kind.value == "TIME"
        assert f.start is None or f.end is None or f.start <= f.end


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for f in find_times(text, WORDS, published=DAY):
        assert f.span.end <= len(text)


@pytest.mark.parametrize("odd", ["9" * 5000 + " days ago", "1," + ",".join(["000"] * 2000), "٣½ hours", "²³ May"])
def test_numbers_out_of_all_proportion_do_no_harm(odd: str) -> None:
    assert ("yesterday", "2023-05-03") in values(f"They left {odd}. It rained yesterday.")


def test_far_from_our_time_there_is_no_anchor() -> None:
    assert values("They met on Friday.", "9999-12-30") == [("Friday", "XXXX-WXX-5")]
