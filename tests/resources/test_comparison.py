from pathlib import Path

import pytest

from accordingto.model import ResourceError
from accordingto.resources.comparison import SHIPPED, open_comparison


def test_the_shipped_lexicon_opens_and_is_in_lower_case() -> None:
    words = open_comparison()
    phrases = [*words.function_words, *words.negators, *words.negating_verbs, *words.clause_breaks, *words.verbs]
    phrases += [word for row in words.near for word in row]
    phrases += [p for row in words.occasions.values() for p in row]
    assert all(phrase == phrase.lower() == phrase.strip() for phrase in phrases)
    assert open_comparison() is words


def test_no_word_stands_in_two_rows_of_near_words() -> None:
    words = [word for row in open_comparison().near for word in row]
    assert sorted({w for w in words if words.count(w) > 1}) == []


@pytest.mark.parametrize("content", ["", "schema = 2", "not toml ["])
def test_another_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "comparison.toml"
    path.write_text(content)
    with pytest.raises(ResourceError, match="comparison"):
        open_comparison(path)
    with pytest.raises(ResourceError):
        open_comparison(tmp_path / "missing.toml")
    assert SHIPPED.exists()
