"""Column files of named entities (one token and its BIO label a line, a blank line between sentences) as rows of the task ``entities``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Row = dict[str, Any]


def column_rows(lines: Iterable[str], kinds: Mapping[str, str] | None = None) -> Iterator[Row]:
    """Yield one row a sentence: ``doc``, ``text`` (tokens joined by spaces), ``entities`` with ``start``, ``end``, ``type``.

    ``kinds`` renames types; a type that it lacks stays as it is.
    """
    for number, sentence in enumerate(_sentences(lines)):
        yield {"doc": f"s{number:04}", **_row(sentence, kinds or {})}


def _sentences(lines: Iterable[str]) -> Iterator[list[tuple[str, str]]]:
    sentence: list[tuple[str, str]] = []
    for line in lines:
        parts = line.split()
        if parts and parts[0] != "-DOCSTART-":
            sentence.append((parts[0], parts[-1]))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _row(sentence: list[tuple[str, str]], kinds: Mapping[str, str]) -> Row:
    entities: list[Row] = []
    at, inside = 0, ""
    for token, label in sentence:
        mark, _, kind = label.partition("-")
        end = at + len(token)
        if mark == "I" and kind == inside:
            entities[-1]["end"] = end
        elif mark in ("B", "I"):
            entities.append({"start": at, "end": end, "type": kinds.get(kind, kind), "actor": None})
        inside = kind if mark in ("B", "I") else ""
        at = end + 1
    return {"text": " ".join(token for token, _ in sentence), "entities": entities}
