"""JSON lines in and out, with errors that name the line, what is wrong with it and what to do.

A file that is not what was asked for is a `UsageError`; a row at odds with its own text or with another file is an
`IntegrityError`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from accordingto.evaluate.columns import column_rows
from accordingto.evaluate.re3d import is_re3d, re3d_rows
from accordingto.model import IntegrityError, UsageError

Row = dict[str, Any]
NAMES = ("doc", "id", "idx", "unique_id")
"""Fields that may name a row's document, the first that is there counting."""
STORY = "story"
"""Names a row that is of a whole story, and of no document."""
COLUMNS = (".txt", ".conll", ".bio", ".iob2")
"""Suffixes of column files of named entities."""
STANDARD = "-"
"""Stands for standard input or output in place of a path."""


def name_of(row: Row) -> str | None:
    """What a row calls its document, or its story; ``None`` where it has none of `NAMES` and no story."""
    name = next((row[key] for key in (*NAMES, STORY) if key in row), None)
    return None if name is None else str(name)


def read_rows(path: str | Path, *, needed: Sequence[str] = ()) -> Iterator[Row]:
    """The rows of a file of JSON lines, one at a time; empty lines are passed over.

    The documents of a folder of re3d come with its entities and synonyms.
    A column file (`COLUMNS`: one token and its BIO label a line) is read as rows of the task ``entities``, one a sentence.

    Args:
        path: a file, or ``-`` for standard input.
        needed: the fields that each row must have; ``doc`` may be called ``id``.

    Raises:
        UsageError: where the file cannot be opened, or a line is no row with those fields.
    """
    if is_re3d(Path(path)):
        yield from re3d_rows(Path(path).parent)
        return
    with _opened(path) as lines:
        try:
            if Path(path).suffix in COLUMNS:
                yield from column_rows(lines)
                return
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(line, f"{_shown(path)}, line {number}", needed)
        except UnicodeDecodeError as error:
            raise UsageError(f"{_shown(path)} is not UTF-8 ({error.reason}); save it as UTF-8 text") from error


@contextmanager
def _opened(path: str | Path) -> Iterator[IO[str]]:
    if str(path) == STANDARD:
        yield sys.stdin
        return
    try:
        stream = Path(path).open(encoding="utf-8-sig")  # noqa: SIM115 - closed below
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{path} cannot be read: {reason}; check the path and its permissions") from error
    with stream:
        yield stream


def _shown(path: str | Path) -> str:
    return "standard input" if str(path) == STANDARD else str(path)


def _row(line: str, where: str, needed: Sequence[str]) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{where}: not JSON ({error}); write one JSON object a line") from error
    if not isinstance(row, dict):
        raise UsageError(f"{where}: a JSON {type(row).__name__}, not an object; write one JSON object a line")
    missing = [key for key in needed if key not in row and not (key == "doc" and name_of(row) is not None)]
    if missing:
        fields = ", ".join(f"`{key}`" for key in missing)
        has = ", ".join(f"`{key}`" for key in row) or "nothing"
        raise UsageError(f"{where}: {fields} missing, the row has {has}; add it, or name another task")
    if "text" in needed and not isinstance(row["text"], str):
        raise UsageError(f"{where}: `text` is a JSON {type(row['text']).__name__}, not a string")
    return row


def by_document(rows: Iterable[Row], what: str) -> dict[str, Row]:
    """Rows by the name of their document. The same row may stand twice (gold with several annotators is predicted once each).

    Raises:
        IntegrityError: where two different rows have one name.
    """
    found: dict[str, Row] = {}
    for row in rows:
        name = name_of(row)
        if name is None:
            raise UsageError(f"{what}: a row has none of {', '.join(f'`{key}`' for key in NAMES)}")
        if name in found and found[name] != row:
            raise IntegrityError(f"{what} has two different rows for the document {name}; keep one")
        found[name] = row
    return found


def field_of(item: Any, name: str, where: str) -> Any:
    """A field of something inside a row.

    Raises:
        IntegrityError: where it is missing.
    """
    if not isinstance(item, dict) or name not in item:
        raise IntegrityError(f"{where} is missing; the predict contract needs it")
    return item[name]


def check_spans(parts: Any, text: str, where: str) -> None:
    """Check a span list: pairs ``[start, end)`` of whole numbers inside the text.

    Raises:
        IntegrityError: where it is none.
    """
    if not isinstance(parts, list | None):
        raise IntegrityError(f"{where}: {parts!r} is no list of spans; write [[start, end], …]")
    for part in parts or ():
        pair = part if isinstance(part, list | tuple) else ()
        if len(pair) != 2 or not all(type(n) is int for n in pair):
            raise IntegrityError(f"{where}: {part!r} is no span; a span is [start, end)")
        if not 0 <= pair[0] <= pair[1] <= len(text):
            raise IntegrityError(
                f"{where}: the span {list(pair)} lies outside the text of {len(text)} code points; "
                "predict again from the same text"
            )


def line_of(row: Row) -> str:
    """A row as one line of JSON, in the order of its fields."""
    return json.dumps(row, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def write_rows(rows: Iterable[Row], path: str | Path, *, append: bool = False) -> int:
    """Write rows as they come, each at once, so that what is done stays done; gives their number.

    Raises:
        UsageError: where the file cannot be written.
    """
    with _writable(path, append=append) as stream:
        written = 0
        for row in rows:
            stream.write(line_of(row))
            stream.flush()
            written += 1
        return written


@contextmanager
def _writable(path: str | Path, *, append: bool) -> Iterator[IO[str]]:
    if str(path) == STANDARD:
        yield sys.stdout
        return
    try:
        stream = Path(path).open(  # noqa: SIM115 - closed below
            "a" if append else "w", encoding="utf-8", errors="surrogatepass", newline="\n"
        )
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error
    with stream:
        yield stream


def same_file(a: str | Path, b: str | Path) -> bool:
    """Whether two paths name one file; standard streams never do."""
    return STANDARD not in (str(a), str(b)) and os.path.realpath(a) == os.path.realpath(b)


def done_in(out: Path, docs: Sequence[str]) -> int:
    """How many rows of an earlier, unfinished run stand in a file; a last line that was cut off is removed.

    Args:
        out: the predictions; may be missing.
        docs: the documents of the input, in order.

    Raises:
        IntegrityError: where the rows there are not the first of the input.
    """
    if not out.exists():
        return 0
    _cut(out)
    found = [name_of(row) for row in read_rows(out)]
    for number, (there, wanted) in enumerate(zip(found, docs, strict=False), 1):
        if there != wanted:
            raise IntegrityError(
                f"{out}, row {number}, is of {there}, but the input has {wanted} there: it was made from another input; "
                "leave --resume out to begin anew"
            )
    if len(found) > len(docs):
        raise IntegrityError(
            f"{out} has {len(found)} rows, the input only {len(docs)}: it was made from another input; "
            "leave --resume out to begin anew"
        )
    return len(found)


def _cut(out: Path) -> None:
    """Remove what follows the last line break: a row that was being written when the run ended."""
    data = out.read_bytes()
    if data and not data.endswith(b"\n"):
        out.write_bytes(data[: data.rfind(b"\n") + 1])
