"""Silver labels: what a spaCy pipeline, the teacher, says of the passages, put on our words.

Each of our sentences is parsed by itself, so that no head lies outside it. A teacher's token that several of our words make up
("U.S.") hangs its further words on the first as ``goeswith``; of several of the teacher's tokens in one of our words ("did" and the "n"
of "n't") the one counts whose head lies outside.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.language.sentences import sentences
from accordingto.language.wordpiece import WordPiece
from accordingto.language.words import Words, words_of
from training.branch.passages import Named, Passage

KINDS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "nationality",
    "EVENT": "happening", "PRODUCT": "other", "LAW": "other", "WORK_OF_ART": "other", "LANGUAGE": "other",
}  # fmt: skip
"""OntoNotes' types as ours; its times and numbers are no names."""
ROOT, FURTHER, NONE = "ROOT", "goeswith", "dep"


@dataclass(frozen=True)
class Silver:
    """Per word: part of speech, head (a root is its own) and relation; and the names, in offsets."""

    pos: list[str]
    heads: list[int]
    relations: list[str]
    names: list[Named]


def taught(passages: list[Passage], pieces: WordPiece, teacher: Path | None, path: Path) -> list[Silver]:
    """The silver labels of passages, read from ``path`` where they are there, else asked of the teacher and kept there."""
    if not path.exists():
        if teacher is None:
            raise SystemExit(f"{path} is not there yet: name the folder of an installed spaCy pipeline with --teacher")
        with path.with_suffix(".new").open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(vars(silver)) + "\n" for silver in ask(passages, pieces, teacher))
        path.with_suffix(".new").replace(path)
    with path.open(encoding="utf-8") as lines:
        found = [Silver(**json.loads(line)) for line in lines]
    if len(found) != len(passages):
        raise SystemExit(f"{path} was made of other passages: remove it")
    return found


def ask(passages: list[Passage], pieces: WordPiece, teacher: Path) -> Iterator[Silver]:
    """Let the teacher read."""
    import spacy

    nlp = spacy.load(teacher, exclude=["lemmatizer"])
    for passage, parsed in _read(nlp, passages):
        yield silver_of(passage, words_of(passage.taught, pieces), parsed)


def _read(nlp: Any, passages: list[Passage]) -> Iterator[tuple[Passage, list[tuple[int, Any]]]]:
    """Each passage with its parsed sentences and where they start."""
    spans = [[(s.start, s.end) for s in sentences(p.taught)] for p in passages]
    parts = (p.taught[a:b].replace("\u00a0", " ") for p, cut in zip(passages, spans, strict=True) for a, b in cut)
    docs = iter(nlp.pipe(parts, batch_size=256))
    for passage, cut in zip(passages, spans, strict=True):
        yield passage, [(a, next(docs)) for a, _ in cut]


def silver_of(passage: Passage, words: Words, parsed: Iterable[tuple[int, Any]]) -> Silver:
    """A passage's silver labels from its parsed sentences, each given with the offset that it starts at."""
    starts, ends = words.starts.tolist(), words.ends.tolist()
    silver = Silver(["X"] * len(starts), list(range(len(starts))), [NONE] * len(starts), [])
    word = 0
    for offset, doc in parsed:
        first = word
        while word < len(starts) and starts[word] < offset + len(doc.text):
            word += 1
        _sentence(silver, passage.taught, doc, offset, starts[first:word], ends[first:word], first)
        silver.names.extend(
            (offset + e.start_char, offset + e.end_char, KINDS[e.label_]) for e in doc.ents if e.label_ in KINDS
        )
    return silver


def _sentence(silver: Silver, text: str, doc: Any, offset: int, starts: list[int], ends: list[int], base: int) -> None:
    """Put one parsed sentence on the words from ``base`` on."""
    token_of = _tokens_of_words(doc, offset, starts, ends)
    first: dict[int, int] = {}
    for word, token in enumerate(token_of):
        if token is not None:
            first.setdefault(token, word)
    for word, token in enumerate(token_of):
        if token is None:
            continue
        here = base + word
        if first[token] != word:
            silver.pos[here] = doc[token].pos_ if text[starts[word]].isalnum() else "PUNCT"
            silver.heads[here], silver.relations[here] = base + first[token], FURTHER
            continue
        silver.pos[here], silver.relations[here] = doc[token].pos_, doc[token].dep_
        silver.heads[here] = base + first.get(_standing(doc[token], first), word)


def _tokens_of_words(doc: Any, offset: int, starts: list[int], ends: list[int]) -> list[int | None]:
    """For each word the teacher's token that stands for it."""
    tokens = [(offset + t.idx, offset + t.idx + len(t.text), t.i) for t in doc if not t.is_space]
    found: list[int | None] = []
    at = 0
    for a, b in zip(starts, ends, strict=True):
        while at < len(tokens) and tokens[at][1] <= a:
            at += 1
        inside = []
        for start, _, token in tokens[at:]:
            if start >= b:
                break
            inside.append(token)
        outward = (t for t in inside if doc[t].head.i not in inside or doc[t].head.i == t)
        found.append(next(outward, None))
    return found


def _standing(token: Any, first: dict[int, int]) -> int:
    """The nearest token above that a word stands for."""
    head = token.head
    while head.i not in first and head.head.i != head.i:
        head = head.head
    return int(head.i)
