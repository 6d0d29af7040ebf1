from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.sentences import sentences


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops left. The town fell.", ["Troops left.", "The town fell."]),
        ("Gen. Hazrun spoke. He left.", ["Gen. Hazrun spoke.", "He left."]),
        ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
        ("The W.A. envoy came. “No,” she said.", ["The W.A. envoy came.", "“No,” she said."]),
        ("“Go.” He went.", ["“Go.”", "He went."]),
        ("No stop here\n\nNext one", ["No stop here", "Next one"]),
        ("J. Teli spoke.", ["J. Teli spoke."]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet="aB.!?\n “”’12 \u00a0", max_size=120))
def test_sentences_hold_every_visible_character_in_order(text: str) -> None:
    found = list(sentences(text))
    assert "".join("".join(s.of(text) for s in found).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s.of(text) == s.of(text).strip() for s in found)
