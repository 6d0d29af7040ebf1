"""Our WordPiece against the reference implementation, the package ``tokenizers``, over the shipped vocabulary."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tokenizers import BertWordPieceTokenizer

from accordingto.language.wordpiece import Cut, WordPiece
from accordingto.resources.model import SHIPPED

VOCABULARY = SHIPPED / "vocabulary.txt"
REFERENCE = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
with VOCABULARY.open(encoding="utf-8") as lines:
    OURS = WordPiece.of_lines(lines)
SPECIAL = ("[UNK]", "[CLS]", "[SEP]", "[PAD]", "[MASK]")
ODD = "قالЖ漢字가—–“”‘’«»…\u00a0\u200b\ufeff\u0301\u202e\u00ad😀ﬁǅİıßΣς\ufffd\u2028\u2029\x85\x1c\x1f\x0c_#[]"


def reference(text: str) -> Cut:
    encoding = REFERENCE.encode(text, add_special_tokens=False)
    starts, ends, first, last = [], [], [], None
    for i, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
        if word == last:
            ends[-1] = end
            continue
        starts.append(start)
        ends.append(end)
        first.append(i)
        last = word
    return Cut(starts, ends, encoding.ids, [*first, len(encoding.ids)])


@pytest.mark.parametrize(
    "text",
    [
        "“We will not leave,” General Nadim Hazrun said — not this year.",
        "The US-backed FUF hasn’t answered; 12\u00a0km, $3.5m, 50%…",
        "Fawwāz al-Sāmarrāʾī et l’Élysée: «\u00a0non\u00a0»",
        "x" * 101 + " " + "antidisestablishmentarianism",
        "\r\n\t  \n",
        "",
    ],
)
def test_news_text(text: str) -> None:
    assert OURS.cut(text) == reference(text)


@settings(max_examples=300)
@given(st.text(alphabet=st.one_of(st.characters(max_codepoint=0x24F), st.sampled_from(ODD)), max_size=60))
def test_any_text_of_the_scripts_that_news_is_written_in(text: str) -> None:
    assume(
        not any(special in text for special in SPECIAL)
    )  # the reference takes these for its own symbols; we read text
    assert OURS.cut(text) == reference(text)
