import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.model import UsageError
from accordingto.store.query import DIALECTS, MOST, All, Any, Not, Phrase, parsed, phrases

FTS5 = DIALECTS["sqlite"]


def p(*words: str, prefix: bool = False) -> Phrase:
    return Phrase(words, prefix)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("one", p("one")),
        ("one two", All((p("one"), p("two")))),
        ("one AND two", All((p("one"), p("two")))),
        ('"one two" three', All((p("one", "two"), p("three")))),
        ("“one two”", p("one", "two")),
        ('"not closed', p("not", "closed")),
        ("beg*", p("beg", prefix=True)),
        ('"one beg"*', p("one", "beg", prefix=True)),
        ('"one beg*"', p("one", "beg", prefix=True)),
        ("be*", p("be")),
        ("one OR two three", All((Any((p("one"), p("two"))), p("three")))),
        ("one OR", p("one")),
        ("OR one", p("one")),
        ("-one", Not(p("one"))),
        ("- one", p("one")),
        ("--one", p("one")),
        ("NOT one", Not(p("one"))),
        ("one -(two OR three)", All((p("one"), Not(Any((p("two"), p("three"))))))),
        ("(one two) OR three", Any((All((p("one"), p("two"))), p("three")))),
        ("one) two", All((p("one"), p("two")))),
        ("(one", p("one")),
        ("al-Hol", p("al", "hol")),
        ("one-two -three", All((p("one", "two"), Not(p("three"))))),
        ("or and not", All((p("or"), p("and"), p("not")))),
    ],
)
def test_trees(text: str, tree: object) -> None:
    assert parsed(text) == tree


@pytest.mark.parametrize("text", ["", " ", "-", "()", '""', "OR", "NOT", "…", "' *"])
def test_nothing_to_look_for_is_said(text: str) -> None:
    with pytest.raises(UsageError, match="no word to look for"):
        parsed(text)


def test_too_many_words_are_said() -> None:
    with pytest.raises(UsageError, match="--like"):
        parsed("word " * (MOST + 1))


def test_conditions_that_a_database_can_ask() -> None:
    assert FTS5.match(parsed("one -two")).expression == '("one" NOT "two")'
    assert FTS5.match(parsed("one OR -two")) == FTS5.match(parsed("-(two -one)"))
    assert not FTS5.match(parsed("-one -two")).inside


def test_words_that_must_be_lacking_are_not_wanted() -> None:
    assert list(phrases(parsed("one -two (three OR -four)"), wanted=True)) == [p("one"), p("three")]


@given(st.text(alphabet=st.sampled_from("ab \"“”()-*|&OR NT'’\u0301قُ1,.")))
def test_any_text_is_a_tree_or_has_no_word(text: str) -> None:
    try:
        tree = parsed(text)
    except UsageError:
        return
    made = FTS5.match(tree).expression
    assert made.count("(") == made.count(")")
    assert made.count('"') % 2 == 0


def test_parentheses_inside_each_other_end_somewhere() -> None:
    assert parsed("(" * 5000 + "one" + ")" * 5000 + " two") == All((p("one"), p("two")))
    assert parsed("NOT " * 5000 + "one") == Not(p("one"))
