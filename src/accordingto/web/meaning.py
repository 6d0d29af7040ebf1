"""Sentences as vectors, for searching by meaning: one encoder a server, opened when somebody first asks."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import Any

from accordingto.model import UsageError

_ONE = Lock()


def vector(sentence: str) -> Any:
    """A sentence as a vector of length 1, shape (384,).

    Raises:
        UsageError: where it has no word.
    """
    if not any(map(str.isalnum, sentence)):
        raise UsageError("like: needs a sentence with words in it")
    with _ONE:
        return _encoder().vectors([sentence])[0]


@lru_cache(maxsize=1)
def _encoder() -> Any:
    from accordingto.language.vectors import SentenceEncoder
    from accordingto.resources.sentence_encoder import open_sentences

    return SentenceEncoder(open_sentences())
