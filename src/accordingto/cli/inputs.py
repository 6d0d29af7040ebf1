"""Which reports to read: files, folders and standard input."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from accordingto.model import UsageError

STDIN = "-"
SUFFIXES = (".txt", ".html", ".htm", ".pdf", ".docx", ".rtf")
_ISO = re.compile(r"(\d{4})(-\d\d)?(-\d\d)?(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?\Z", re.ASCII)


def reports(given: Iterable[str], *, leave_out: Path | None = None) -> list[str]:
    """The reports that arguments name, each once, in the order given; a folder stands for what is in it.

    Args:
        given: paths of files and folders; ``-`` is standard input.
        leave_out: a file that is never a report: the output, where it lies in one of the folders.

    Raises:
        UsageError: where a folder holds no report, or a file to read is also the one to write.
    """
    found: dict[str, str] = {}
    for path in given:
        if path != STDIN and leave_out and _same(path, leave_out):
            raise UsageError(f"{path} is both read and written; give the output another name")
        for name in _in_folder(path, leave_out) if path != STDIN and os.path.isdir(path) else [path]:
            found.setdefault(name if name == STDIN else os.path.realpath(name), name)
    return list(found.values())


def _in_folder(folder: str, leave_out: Path | None) -> list[str]:
    found = [path for path in _walk(folder) if not (leave_out and _same(path, leave_out))]
    if not found:
        raise UsageError(f"{folder} holds no report: no file in it ends in {', '.join(SUFFIXES)}")
    return found


def _walk(folder: str) -> Iterator[str]:
    """Files with the suffixes of a report, sorted; hidden ones and links to folders are passed over."""
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            os.path.join(at, name)
            for name in sorted(files)
            if name.lower().endswith(SUFFIXES) and not name.startswith(".")
        )


def _same(a: str, b: Path) -> bool:
    return os.path.realpath(a) == os.path.realpath(b)


def moment(text: str) -> str:
    """Check an ISO 8601 date or time, as far as it is known: ``2023-03``, ``2023-03-13``, ``2023-03-13T14:07+02:00``.

    Raises:
        UsageError: where it is none.
    """
    match = _ISO.match(text)
    try:
        if not match or (match[4] and not match[3]):
            raise ValueError
        day = date(int(match[1]), int((match[2] or "-01")[1:]), int((match[3] or "-01")[1:]))
        if match[4]:
            datetime.fromisoformat(day.isoformat() + match[4])
    except ValueError:
        raise UsageError(
            f"{text} is no ISO 8601 date or time; write it as 2023-03-13 or 2023-03-13T14:07+02:00"
        ) from None
    return text
