"""The commands that pages of the documentation show."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [ROOT / "README.md", *(ROOT / "docs" / "tutorial").glob("*.md"), *(ROOT / "docs" / "how-to").glob("*.md")]
)
_FENCE = re.compile(r"^( *)```(?:sh|bash|console)?\n(.*?)^ *```$", re.M | re.S)
_SHELL = re.compile(r"[|>&;]")


def commands(page: Path) -> Iterator[list[str]]:
    """The words of each ``accordingto …`` line in a fence that is not of another language; pipes and redirections cut off."""
    for fence in _FENCE.finditer(page.read_text(encoding="utf-8")):
        for line in fence[2].replace("\\\n", " ").splitlines():
            words = line.strip().removeprefix("$ ")
            if words.startswith("accordingto "):
                yield _words(words)


def _words(line: str) -> list[str]:
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    found = []
    for word in lexer:
        if _SHELL.fullmatch(word[:1]):
            break
        found.append(word)
    return found
