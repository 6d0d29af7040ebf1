"""The bench of copies in small, on invented reports: floors under what it measured at 20,000 documents."""

from collections import Counter

import pytest

from accordingto.compare.door import Kind
from evals.door.bench import Found, on_shelf
from evals.door.corpus import Document, documents
from evals.door.judge import Judge, Pair, copies_of

RECALL = {"verbatim": 1.0, "light": 0.99, "trimmed": 0.99, "partial": 0.95, "edited": 0.96}
PRECISION = 0.99


@pytest.fixture(scope="module")
def texts() -> list[Document]:
    return documents(1200, seed=11)


@pytest.fixture(scope="module")
def found(texts: list[Document]) -> Found:
    return on_shelf(texts)


def copies(found: Found) -> set[Pair]:
    return {pair for pair, kind in found.items() if kind != Kind.QUOTATION}


@pytest.mark.parametrize("kind", RECALL)
def test_recall(kind: str, texts: list[Document], found: Found) -> None:
    pairs = copies_of(texts)[kind]
    assert len(pairs) > 150
    assert sum(pair in copies(found) for pair in pairs) / len(pairs) >= RECALL[kind]


def test_precision_of_pairs(texts: list[Document], found: Found) -> None:
    judge, pairs = Judge(texts), copies(found)
    assert len(pairs) > 3000
    assert sum(judge.right(pair) for pair in pairs) / len(pairs) >= PRECISION


def test_the_hard_negatives_are_hard(texts: list[Document]) -> None:
    """Many unrelated reports share sentences word for word, and some a quotation."""
    unrelated = [document for document in texts if document.kind == "unrelated"]
    lines = Counter(line for document in unrelated for line in set(document.text.split("\n\n")))
    assert sum(count > 1 for count in lines.values()) > 10
    assert any(count > 1 and line.startswith("“") for line, count in lines.items())
