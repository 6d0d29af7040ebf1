from pathlib import Path

import pytest

from accordingto.model import ResourceError
from accordingto.resources.credits import open_credit_words


def test_the_shipped_words_find_what_they_stand_for() -> None:
    words = open_credit_words()
    assert words.background.search("as the agency reported earlier\u00a0this year")
    assert not words.background.search("the agency reported")
    notices = (
        "CORRECTED-Toll is 16",
        "Withdrawal: Beit Zarun",
        "A\n\n(Corrects number)",
        "ONA annuls its morning report",
    )
    assert all(words.withdrawing.search(notice) for notice in notices)
    assert not words.withdrawing.search("We withdraw")
    assert not words.withdrawing.search("Withdrawal of troops begins\n\nThe army withdrew from the town on Tuesday")
    assert "reuters" in words.agencies
    assert len(words.months) == 12
    assert len(words.weekdays) == 7


def test_a_file_that_is_no_lexicon_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "credits.toml"
    path.write_text("schema = 2\n")
    with pytest.raises(ResourceError, match=r"credits\.toml"):
        open_credit_words(path)
    with pytest.raises(ResourceError):
        open_credit_words(agencies=tmp_path / "none.toml")
