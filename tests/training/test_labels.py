"""What the network is taught follows from the spans; no torch is needed for it."""

from accordingto.attribute.scheme import BEGIN, INSIDE
from accordingto.language.wordpiece import Cut, WordPiece
from accordingto.language.words import DIGIT, LOWER, MIXED, OTHER, TITLE, UPPER, casing, one_hot, words_of
from training.corpora import Attribution, Example
from training.labels import IGNORE, NOWHERE, labels_of


class SpaceTokenizer(WordPiece):
    """Splits at spaces, and words of more than four letters into two pieces."""

    def cut(self, text: str) -> Cut:
        starts, ends, first, at = [], [], [0], 0
        for word in text.split(" "):
            starts.append(at)
            ends.append(at + len(word))
            first.append(first[-1] + (2 if len(word) > 4 else 1))
            at += len(word) + 1
        return Cut(starts, ends, list(range(first[-1])), first)


TEXT = "Shells fell , General Teli said , yes"


def test_words_join_their_pieces() -> None:
    words = words_of(TEXT, SpaceTokenizer({}))
    assert [TEXT[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == TEXT.split(" ")
    assert words.first_piece.tolist() == [0, 2, 3, 4, 6, 7, 8, 9, 10]


def test_labels_and_pointers() -> None:
    words = words_of(TEXT, SpaceTokenizer({}))
    example = Example("d", TEXT, [Attribution(content=[(0, 11), (34, 37)], source=[(14, 26)], cue=[(27, 31)])])
    labels = labels_of(example, words)
    assert labels.tags.tolist() == [
        BEGIN["content"],
        INSIDE["content"],
        0,
        BEGIN["source"],
        INSIDE["source"],
        BEGIN["cue"],
        0,
        BEGIN["content"],
    ]
    assert labels.cue_of.tolist() == [5, 5, IGNORE, IGNORE, IGNORE, IGNORE, IGNORE, 5]
    assert labels.source_of.tolist() == [3, 3, IGNORE, IGNORE, IGNORE, 3, IGNORE, 3]


def test_an_empty_role_points_nowhere_and_an_unannotated_one_teaches_nothing() -> None:
    words = words_of(TEXT, SpaceTokenizer({}))
    labels = labels_of(Example("d", TEXT, [Attribution([(0, 11)], source=None, cue=[])], ignore=[(34, 37)]), words)
    assert labels.cue_of[0] == NOWHERE
    assert labels.source_of[0] == IGNORE
    assert labels.tags[-1] == IGNORE


def test_casing_and_features() -> None:
    assert [casing(w) for w in ("army", "Army", "OAF", "McTeli", "12", "“")] == [
        LOWER,
        TITLE,
        UPPER,
        MIXED,
        DIGIT,
        OTHER,
    ]
    hot = one_hot(words_of("“Go now” he said", SpaceTokenizer({})).features)
    assert hot.shape == (4, 10)
    assert hot.sum(1).tolist() == [3.0] * 4
    assert hot[:, 9].tolist() == [1.0, 1.0, 0.0, 0.0]
