from pathlib import Path

import pytest

from accordingto.compare.normalise import plain_words
from accordingto.model import ResourceError
from accordingto.resources.stock import SHORT, open_stock

FURNITURE = [
    "This is a developing story.",
    "Reporting by the Asur newsroom; editing by its night desk.",
    "Get the Upland newsletter in the morning.",
    "Follow the Upland Voice on Telegram for all that happens on the river.",
    "The claim could not be independently verified.",
    "The ministry did not immediately respond to a request for comment.",
]
REPORTED = [
    "The army followed the retreating column on foot through the pass.",
    "The council verified the list of the missing on Monday.",
    "Two officials, who spoke on condition of anonymity, said that the garrison had left the fort before dawn with its guns.",
]


@pytest.mark.parametrize("sentence", FURNITURE)
def test_furniture_and_phrases_of_reserve_are_stock(sentence: str) -> None:
    assert open_stock().covers(plain_words(sentence))


@pytest.mark.parametrize("sentence", REPORTED)
def test_what_is_reported_is_not(sentence: str) -> None:
    assert not open_stock().covers(plain_words(sentence))


def test_a_phrase_of_reserve_makes_no_stock_of_a_long_sentence() -> None:
    words = plain_words(REPORTED[-1])
    assert len(words) > SHORT
    assert open_stock().covers(words[:SHORT])


def test_each_pattern_is_found_only_where_one_of_its_words_stands() -> None:
    stock = open_stock()
    assert all(word == word.lower() for table in (stock.furniture, stock.reserve) for word in table)


@pytest.mark.parametrize(
    "content", ["", "schema = 2", "not toml [", "schema = 1\nfurniture = [['a', '(']]\nreserve = []"]
)
def test_another_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "stock.toml"
    path.write_text(content)
    with pytest.raises(ResourceError, match="stock"):
        open_stock(path)
