"""What the branch is taught follows from texts, gold and the teacher's parse; neither torch nor a teacher is needed for it."""

from dataclasses import dataclass, field

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.parse import POS, RELATIONS
from accordingto.language.wordpiece import WordPiece
from accordingto.language.words import words_of
from accordingto.mentions.tagged import MENTIONED, NAMED, begin, inside
from tests.language.vectors import LETTERS
from training.branch.cases import TrueCase, recased
from training.branch.labels import IGNORE, ROOT, innermost, labels_of, outermost, trimmed
from training.branch.passages import Passage
from training.branch.silver import Silver, silver_of
from training.branch.swaps import swapped

PIECES = WordPiece.of_lines(LETTERS)


def test_true_case_comes_from_inside_sentences_and_keeps_the_length() -> None:
    case = TrueCase.of(["Shells hit the town, and the army left for Rusafi."])
    text = "THE ARMY LEFT RUSAFI. THE TOWN OF MANSHAR IS QUIET."
    assert case(text) == "The army left Rusafi. The town Of Manshar Is Quiet."
    assert len(case(text)) == len(text)


def test_recased_headlines_keep_what_is_in_capitals() -> None:
    assert recased("the UN’s men left", "title") == "The UN’S Men Left"
    assert recased("The UN", "lower") == "the un"


ROW = {
    "doc": "a",
    "text": "Lena met the Kharan Front in Rusafi",
    "entities": [
        {"start": 0, "end": 4, "type": "person"},
        {"start": 13, "end": 25, "type": "party"},
        {"start": 29, "end": 35, "type": "place"},
    ],
}
OTHER = {"doc": "b", "text": "Manshar", "entities": [{"start": 0, "end": 7, "type": "place"}]}


@given(st.integers(0, 500))
def test_swapped_names_are_where_they_are_said_to_be_and_of_their_type(seed: int) -> None:
    known = {"person": {"Lena"}, "party": {"Kharan Front"}, "place": {"Rusafi", "Manshar"}}
    for row in swapped([ROW, OTHER], 2, seed):
        for entity in row["entities"]:
            assert row["text"][entity["start"] : entity["end"]] in known[entity["type"]]


def test_articles_and_genitives_are_no_part_of_a_name() -> None:
    text = "the Kharan Front's men"
    assert trimmed(text, (0, 18, "organisation")) == (4, 16, "organisation")
    assert trimmed(text, (4, 16, "organisation")) == (4, 16, "organisation")


def test_mentions_are_told_apart_by_nesting() -> None:
    spans = [(0, 20, "Person"), (8, 20, "Person"), (30, 36, "Location")]
    assert outermost(spans) == [spans[0], spans[2]]
    assert innermost(spans) == [spans[1]]


TEXT = "General Lena left Rusafi"
TAUGHT = Silver(
    ["PROPN", "PROPN", "VERB", "PROPN"], [1, 2, 2, 2], ["compound", "nsubj", "ROOT", "dobj"], [(8, 12, "person")]
)


def test_labels_stand_on_words() -> None:
    passage = Passage("x", "d", TEXT, TEXT, mentions=[(0, 12, "Person"), (8, 12, "Person")], factuality=[(13, 2.5)])
    labels = labels_of(passage, TAUGHT, words_of(TEXT, PIECES), np.zeros(4, np.int64))
    person = MENTIONED.index("Person")
    assert labels.heads.tolist() == [1, 2, ROOT, 2]
    assert [POS[i] for i in labels.pos] == TAUGHT.pos
    assert [RELATIONS[i] for i in labels.relations] == TAUGHT.relations
    assert labels.names.tolist() == [0, begin(NAMED.index("person")), 0, 0]
    assert labels.outer.tolist() == [begin(person), inside(person), 0, 0]
    assert labels.inner.tolist() == [0, begin(person), 0, 0]
    assert np.isnan(labels.factuality).tolist() == [True, True, False, True]


def test_a_head_outside_the_window_teaches_nothing() -> None:
    passage = Passage("x", "d", TEXT, TEXT)
    part = labels_of(passage, TAUGHT, words_of(TEXT, PIECES), np.zeros(4, np.int64)).part(1, 4)
    assert part.heads.tolist() == [1, ROOT, 1]
    part = labels_of(passage, TAUGHT, words_of(TEXT, PIECES), np.zeros(4, np.int64)).part(0, 2)
    assert part.heads.tolist() == [1, IGNORE]


def test_peoples_among_gold_names_are_told_by_the_teacher() -> None:
    text = "Orvenian troops"
    taught = Silver(["ADJ", "NOUN"], [1, 1], ["amod", "ROOT"], [(0, 8, "nationality")])
    passage = Passage("x", "d", text, text, names=[(0, 8, "other")])
    labels = labels_of(passage, taught, words_of(text, PIECES), np.zeros(2, np.int64))
    assert labels.names.tolist() == [begin(NAMED.index("nationality")), 0]


@dataclass
class Token:
    """As much of a teacher's token as is read."""

    i: int
    idx: int
    text: str
    pos_: str
    dep_: str
    head: "Token" = None  # type: ignore[assignment]
    is_space: bool = False


@dataclass
class Doc:
    """As much of a teacher's document as is read."""

    text: str
    tokens: list[Token]
    ents: list[object] = field(default_factory=list)

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]


def doc(text: str, *tokens: tuple[str, str, str, int]) -> Doc:
    made, at = [], 0
    for i, (word, pos, dep, _) in enumerate(tokens):
        at = text.index(word, at)
        made.append(Token(i, at, word, pos, dep))
        at += len(word)
    for token, (_, _, _, head) in zip(made, tokens, strict=True):
        token.head = made[head]
    return Doc(text, made)


def test_a_token_of_several_words_hangs_them_on_its_first_and_a_clitic_keeps_its_arc() -> None:
    text = "U.S. men didn't go"
    parsed = doc(
        text,
        ("U.S.", "PROPN", "compound", 1),
        ("men", "NOUN", "nsubj", 4),
        ("did", "AUX", "aux", 4),
        ("n't", "PART", "neg", 4),
        ("go", "VERB", "ROOT", 4),
    )
    passage = Passage("x", "d", text, text)
    silver = silver_of(passage, words_of(text, PIECES), [(0, parsed)])
    words = [text[a:b] for a, b in zip(*(getattr(words_of(text, PIECES), n) for n in ("starts", "ends")), strict=True)]
    assert words == ["U", ".", "S", ".", "men", "didn", "'", "t", "go"]
    assert silver.heads == [4, 0, 0, 0, 8, 8, 8, 6, 8]
    assert silver.relations == ["compound", *["goeswith"] * 3, "nsubj", "aux", "neg", "goeswith", "ROOT"]
    assert silver.pos[:4] == ["PROPN", "PUNCT", "PROPN", "PUNCT"]
