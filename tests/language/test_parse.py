"""The head's arithmetic and decoding on vectors that we make up; how well the trained head parses is measured by training.branch.agree."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.language.encoder import Encoded
from accordingto.language.parse import FAR, LONGEST, POS, RELATIONS, syntax
from accordingto.language.wordpiece import WordPiece
from accordingto.language.words import Words, words_of
from accordingto.model import Span, UsageError
from tests.language.vectors import LETTERS, SIZE, branched

ARC, RELATION = 3, 2


def tables(seed: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    shapes = {
        "pos.weight": (SIZE, len(POS)),
        "pos.bias": (len(POS),),
        "syntax.project.weight": (SIZE, 2 * ARC + 2 * RELATION),
        "syntax.project.bias": (2 * ARC + 2 * RELATION,),
        "syntax.product": (ARC, ARC),
        "syntax.prior": (ARC,),
        "syntax.distance": (2 * FAR + 1,),
        "relations.weight": (3 * RELATION, len(RELATIONS)),
        "relations.bias": (len(RELATIONS),),
    }
    return {f"branch.{name}": rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


TEXT = "Kharan left. The army of Orvenia came, and it stayed!\n\nNobody knew why"


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10_000), st.integers(3, 12))
def test_every_word_leads_to_a_root_inside_its_sentence(seed: int, window: int) -> None:
    encoded = branched(TEXT, window, seed)
    parsed = syntax(encoded, tables(seed))
    edges = [0, 3, 13]
    for word in range(len(parsed)):
        steps = list(parsed.ancestors(word))
        top = steps[-1] if steps else word
        assert parsed.heads[top] == top
        assert parsed.relations[top] == "ROOT"
        sentence = sum(word >= edge for edge in edges)
        assert all(sum(step >= edge for edge in edges) == sentence for step in steps)
        assert (parsed.relations[word] == "ROOT") == (parsed.heads[word] == word)


def test_given_sentences_are_kept() -> None:
    encoded = branched(TEXT, 50, 1)
    parsed = syntax(encoded, tables(1), [Span(0, len(TEXT))])
    assert sum(head == word for word, head in enumerate(parsed.heads)) >= 1
    assert len(parsed) == len(encoded.words)


def test_what_never_ends_is_parsed_in_parts() -> None:
    """A list without a full stop must take neither the memory of all its pairs nor a search that goes as deep."""
    words = 3 * LONGEST + 7
    parsed = syntax(branched("a " * words, 50, 3), tables(3))
    assert len(parsed) == words
    assert all(word // LONGEST == head // LONGEST for word, head in enumerate(parsed.heads))


def test_the_windows_change_nothing_where_a_sentence_lies_in_one() -> None:
    short = "Kharan left."
    whole = syntax(branched(short, 50, 2), tables(2))
    assert (whole.heads, whole.relations) == (
        syntax(branched(short + " It rained.", 3, 2), tables(2)).heads[:3],
        syntax(branched(short + " It rained.", 3, 2), tables(2)).relations[:3],
    )


def test_a_text_without_words_has_no_syntax() -> None:
    assert len(syntax(branched("", 5, 0), tables(0))) == 0


def test_a_text_encoded_without_its_branch_says_what_to_do() -> None:
    words: Words = words_of("Rain.", WordPiece.of_lines(LETTERS))
    vectors = np.zeros((2, SIZE), np.float32)
    encoded = Encoded("Rain.", words, ((0, 2),), (vectors,), (vectors[0],))
    with pytest.raises(UsageError, match="branch=True"):
        syntax(encoded, tables(0))
