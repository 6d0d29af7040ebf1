import pytest

from accordingto.mentions.times import find_times
from accordingto.resources.times import open_time_words

WORDS = open_time_words()


@pytest.mark.parametrize(
    ("text", "published", "words", "value"),
    [
        ("They met on Christmas Eve.", "2023-05-04", "Christmas Eve", "2022-12-24"),
        ("They met at Easter.", "2023-05-04", "Easter", "2023-04-09"),
        ("They met on Easter Monday.", "2023-05-04", "Easter Monday", "2023-04-10"),
        ("They will meet at Nowruz.", "2023-02-04", "Nowruz", "2023-03-21"),
        ("They met on New Year’s Eve.", "2023-01-04", "New Year’s Eve", "2022-12-31"),
        ("They met during Ramadan.", "2023-05-04", "Ramadan", "2023-03-23/2023-04-20"),
        ("They met in Ramadan 1444.", None, "Ramadan 1444", "2023-03-23/2023-04-20"),
        ("They met on 7 Ramadan 1444.", None, "7 Ramadan 1444", "2023-03-29"),
        ("They met on 1 Muharram 1445.", None, "1 Muharram 1445", "2023-07-19"),
        ("They met on 10 Dhu al-Hijjah 1444.", None, "10 Dhu al-Hijjah 1444", "2023-06-28"),
        ("They met on Eid al-Fitr.", "2023-05-04", "Eid al-Fitr", "2023-04-21"),
        ("They will meet before Eid al-Adha.", "2023-05-04", "Eid al-Adha", "2023-06-28"),
        ("They met on Eid al-Adha 2022.", "2023-05-04", "Eid al-Adha 2022", "2022-07-09"),
    ],
)
def test_feasts(text: str, published: str | None, words: str, value: str) -> None:
    (found,) = find_times(text, WORDS, published=published)
    assert (found.span.of(text), found.value) == (words, value)
    assert found.start == value[:10]


def test_without_a_day_a_moving_feast_has_no_place() -> None:
    assert [f.start for f in find_times("They met during Ramadan.", WORDS, published=None)] in ([], [None])
