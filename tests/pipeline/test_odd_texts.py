"""Whatever text comes, the whole way gives a reading whose spans lie in it: with the shipped model, for want of another."""

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.model import InputError, Span
from accordingto.pipeline.read import shared_reader
from accordingto.pipeline.reading import Reading

REPORT = (
    "The Front took Dorva on Tuesday, the army said. At least 12 people, five of them children, were killed near Selmar, 40\u00a0km "
    "west of the lake, General Nadim Hazrun told reporters yesterday. “We hold the ridge,” he said. "
)
ODD = {
    "one word": "War",
    "one figure": "7",
    "no letters": "— … — 12 % (½) ²³ ٧٧ —",
    "right to left": "قالت الجبهة يوم الثلاثاء إنها سيطرت على دورفا. وقتل 12 شخصا على الأقل.\n\n“لن نغادر” قال الناطق.",
    "two directions": "\u200f" + REPORT + "قال الناطق إن 12 قتيلا. " + REPORT,
    "no sentence": "Selmar Dorva killed 12 said " * 100,
    "quotes that never close": "“" * 300 + REPORT,
    "marks alone": "e" + "\u0301" * 500 + " " + REPORT,
    "capitals": REPORT.upper(),
    "case that changes length": "İSTANBUL İİİ said ŉ ẞ ﬁghters ǰ. " + REPORT,
    "beyond the first plane": "😀" * 50 + REPORT + "𝕬𝖗𝖒𝖞 said 𝟏𝟐 died.",
    "shares": "150% of -3.5 percent, half of 1/0 and 1/2, hundred thousand million, between ten and nine people, $1.2.3m killed, zero",
    "times": "10000 years ago, in 999999 days, 30 February, 31 April 2017, 1 Ramadan 99999, week 60, next year 9999, 99:99 on 12/13/2017",
    "figures": "9" * 5000 + " people were killed " + "9" * 400 + " years ago. " + REPORT,
    "a long word": "A" * 5000 + " said so. " + REPORT,
}


def spans(value: object) -> Iterator[Span]:
    """All spans in a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from spans(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from spans(getattr(value, name))


def checked(reading: Reading, text: str) -> None:
    assert reading.report.text == text
    layers = (
        reading.statements, reading.mentions, reading.events, reading.estimates, reading.control, reading.places, reading.times,
    )  # fmt: skip
    assert all(0 <= span.start < span.end <= len(text) for span in spans(layers))
    assert len(reading.to_dicts()) == len(reading.statements)


@pytest.mark.parametrize("published", ["2023-05-04", None])
@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_read(text: str, published: str | None) -> None:
    checked(shared_reader().read_text(text, published=published), text)


WORDS = [
    *REPORT.split(),
    "\n\n",
    "“",
    "”",
    "(",
    "\u00a0",
    "12",
    "1,000",
    "%",
    "Photo:",
    "Read:",
    "–",
    "’s",
    "said",
    "ل",
    "\u2028",
]


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join) | st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    try:
        reading = shared_reader().read_text(text, published="2023-05-04")
    except InputError:
        assert not text.strip() or any(unicodedata.category(char) == "Cc" for char in text)
    else:
        checked(reading, reading.report.text)
