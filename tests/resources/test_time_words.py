from accordingto.resources.times import open_time_words


def test_words_have_one_class_each_and_are_lower_case() -> None:
    lexicon = open_time_words()
    assert {kind for kind, _ in lexicon.words.values()} <= set(lexicon.classes)
    assert all(word == word.lower() for word in lexicon.words)
    assert lexicon.words["tuesday"] == ("WEEKDAY", 2)
    assert not lexicon.ahead & lexicon.back
