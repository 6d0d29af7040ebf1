import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.tokenised import joined


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("She did n't say so .", "She didn't say so."),
        ("the army 's men ( and women ) left", "the army's men (and women) left"),
        ("$ 40 , or 12 %", "$40, or 12%"),
    ],
)
def test_tokens_are_joined_as_they_would_be_printed(tokens: str, text: str) -> None:
    assert joined(tokens).text == text


@given(st.lists(st.text("ab.,'n(t$)", min_size=1), max_size=8))
def test_each_token_stands_where_it_is_said_to(tokens: list[str]) -> None:
    found = joined(" ".join(tokens))
    assert len(found.starts) == len(tokens)
    for token, start in zip(tokens, found.starts, strict=True):
        assert found.text[start : start + len(token)] == token
