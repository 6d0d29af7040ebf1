"""Clauses: a statement cut where another subject begins, so that what is said of one thing is compared with what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from accordingto.compare.normalise import tokens_of
from accordingto.compare.said import Said
from accordingto.compare.slots import Frame
from accordingto.model import Form, Span

SUBJECT = 8
"""Words within which the verb of a clause comes."""

_JOINT = re.compile(r"(?:[,;]\s*|\s)(?:and|but|while|whereas)\s+|;\s+")
_RELATIVE = re.compile(r",\s+(?:which|who|whose|where)\s+[^,;]*(?:,|$)")
"""A clause set in after a noun: "The boat, which had no flag, was …"."""


def clauses(said: Said, frame: Frame) -> list[Said]:
    """The clauses of a statement, each as a statement of its own with the same id; quotations are left whole."""
    if said.statement.form is Form.DIRECT:
        return [said]
    parts = [clause for part in said.parts for clause in _cut(said.text, part, frame)]
    made = [_clause(said, clause, frame) for clause in parts]
    whole = [one for one in made if one.forms]
    return whole if len(whole) > 1 else [said]


def _cut(text: str, part: Span, frame: Frame) -> Iterator[tuple[Span, ...]]:
    """The spans of each clause of a stretch: one, or two around a relative clause, which is one of its own."""
    for span in _joined(text, part, frame):
        match = _RELATIVE.search(text, span.start, span.end)
        if match is None or match.start() == span.start:
            yield (span,)
            continue
        yield (*_trimmed(text, span.start, match.start()), *_trimmed(text, match.end(), span.end))
        yield _trimmed(text, match.start(), match.end())


def _trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """A stretch without the marks and white space at its ends; none where nothing is left."""
    match = re.compile(r"[\s,;]*(.*?)[\s,;]*", re.DOTALL).fullmatch(text, start, end)
    return (Span(match.start(1), match.end(1)),) if match and match[1] else ()


def _joined(text: str, part: Span, frame: Frame) -> Iterator[Span]:
    """The main clauses of a stretch, cut before a conjunction that another subject and its verb follow."""
    start = part.start
    for match in _JOINT.finditer(text, part.start, part.end):
        if match.start() <= start or match.end() >= part.end:
            continue
        if _verbs(text, Span(start, match.start()), frame) and _opens(text, Span(match.end(), part.end), frame):
            yield Span(start, match.start())
            start = match.end()
    yield Span(start, part.end)


def _opens(text: str, rest: Span, frame: Frame) -> bool:
    """Whether words begin with a subject and its verb."""
    words = tokens_of(text, (rest,))[: SUBJECT + 1]
    verbs = [n for n in _verbs(text, rest, frame) if n <= SUBJECT]
    marks = [n for n, token in enumerate(words[1:], 1) if re.search(r"[,;:]", text[words[n - 1].end : token.start])]
    return bool(verbs) and verbs[0] > 0 and not (marks and marks[0] <= verbs[0])


def _verbs(text: str, part: Span, frame: Frame) -> list[int]:
    """The places of the verbs among some words."""
    words = tokens_of(text, (part,))
    return [n for n, token in enumerate(words) if token.word in frame.words.verbs or token.word.endswith("ed")]


def _clause(said: Said, parts: tuple[Span, ...], frame: Frame) -> Said:
    tokens = tuple(tokens_of(said.text, parts))
    actor = said.actor if parts[0].start == said.parts[0].start else ()
    return replace(
        said,
        statement=replace(said.statement, content=parts),
        parts=parts,
        actor=actor,
        tokens=tokens,
        forms=frozenset(frame.canon.all_of(tokens)),
    )
