"""What a person types to search, as a tree of words and phrases, and that tree as SQLite's FTS5 and PostgreSQL's tsquery want it.

``airstrike hospital`` asks for both words, ``"will not attack"`` for the words in a row, ``shell*`` for what begins so, ``strike OR raid``
for either, ``-denied`` for what lacks it, parentheses for any of these together. OR binds closer than standing side by side.
Whatever is typed means something: marks that mean nothing here are passed over, a quotation that is not closed ends at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from accordingto.language.terms import words
from accordingto.model import UsageError

_QUOTES = '"“”„‟«»＂'
_TOKEN = re.compile(
    rf"(?P<minus>(?<![^\s(])[-−](?=[^\s\-−)]))|(?P<open>\()|(?P<close>\))"
    rf"|[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|\Z)|(?P<word>[^\s(){_QUOTES}]+)"
)
MOST = 200
"""Words that a query may have: a long sentence with everything in it is better asked for by its meaning."""
DEEPEST = 20
"""Parentheses inside each other that count; further ones are passed over."""
SHORTEST = 3
"""Letters before a star that count: what begins with fewer is most of a language, and SQLite reads seconds of it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row; with ``prefix`` the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever lacks it."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """What has every part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """What has one part or more."""

    parts: tuple[Node, ...]


Node = Phrase | Not | All | Any


@dataclass(frozen=True, slots=True)
class Matching:
    """A condition in the language of a database: what matches the expression, or all that does not."""

    expression: str
    inside: bool = True


def parsed(text: str) -> Node:
    """The tree of a query.

    Raises:
        UsageError: where nothing is left to look for, or there are more than `MOST` words.
    """
    tree = _Parser(list(_lexed(text))).all()
    if tree is None:
        raise UsageError(f"“{text}” has no word to look for")
    if sum(len(phrase.words) for phrase in phrases(tree)) > MOST:
        raise UsageError(f"the query has more than {MOST} words; ask for fewer, or for the meaning with --like")
    return tree


def phrases(tree: Node, *, wanted: bool = False) -> Iterator[Phrase]:
    """All phrases of a tree; with ``wanted`` without those that must be lacking."""
    if isinstance(tree, Phrase):
        yield tree
    elif isinstance(tree, Not):
        if not wanted:
            yield from phrases(tree.part)
    else:
        for part in tree.parts:
            yield from phrases(part, wanted=wanted)


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    phrase: Phrase | None = None


def _lexed(text: str) -> Iterator[_Lexeme]:
    depth, previous = 0, ""
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if kind in ("open", "close"):
            depth += 1 if kind == "open" else -1 if depth else 0
            if depth + (kind == "close") > DEEPEST:
                continue
        found = _Lexeme(kind) if kind in ("open", "close", "minus") else _worded(text, match, previous)
        if found and not (found.kind == previous == "minus"):
            yield found
        previous = found.kind if found else ""


def _worded(text: str, match: re.Match[str], previous: str) -> _Lexeme | None:
    """A word, a quotation or a word that ties others; nothing where no word is in it."""
    written, quoted = match[0], match["phrase"]
    if quoted is None and written in _TIES:
        return _TIES[written]
    if quoted is None and previous == "phrase":  # a star behind a closing quotation mark
        written = written.lstrip("*")
    inside = written if quoted is None else quoted
    star = inside.rstrip().endswith("*") or (quoted is not None and text[match.end() : match.end() + 1] == "*")
    found = tuple(words(inside))
    return _Lexeme("phrase", Phrase(found, star and len(found[-1]) >= SHORTEST)) if found else None


_TIES: dict[str, _Lexeme | None] = {
    **dict.fromkeys(("OR", "|", "||"), _Lexeme("or")),
    **dict.fromkeys(("AND", "&", "&&"), None),
    "NOT": _Lexeme("minus"),
}


class _Parser:
    """Reads lexemes from left to right; what does not fit is passed over."""

    def __init__(self, lexemes: list[_Lexeme]) -> None:
        self.lexemes = lexemes
        self.at = 0
        self.depth = 0

    def all(self) -> Node | None:
        parts = []
        while (kind := self._kind()) and not (kind == "close" and self.depth):
            if kind in ("close", "or"):
                self.at += 1
            elif part := self._any():
                parts.append(part)
        return _joined(All, parts)

    def _any(self) -> Node | None:
        parts = [self._one()]
        while self._kind() == "or":
            self.at += 1
            if self._kind() in ("phrase", "minus", "open"):
                parts.append(self._one())
        return _joined(Any, [part for part in parts if part])

    def _one(self) -> Node | None:
        kind, lexeme = self._kind(), self.lexemes[self.at]
        self.at += 1
        if kind == "phrase":
            return lexeme.phrase
        if kind == "minus":
            if self._kind() not in ("phrase", "minus", "open"):
                return None
            part = self._one()
            return Not(part) if part and not isinstance(part, Not) else part.part if isinstance(part, Not) else None
        self.depth += 1
        part = self.all()
        self.depth -= 1
        if self._kind() == "close":
            self.at += 1
        return part

    def _kind(self) -> str:
        return self.lexemes[self.at].kind if self.at < len(self.lexemes) else ""


def _joined(kind: type[All] | type[Any], parts: Sequence[Node]) -> Node | None:
    return None if not parts else parts[0] if len(parts) == 1 else kind(tuple(parts))


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a database writes a condition."""

    phrase: Callable[[Phrase], str]
    both: str
    either: str
    lacking: str
    """Between what must be there and what must not."""

    def match(self, tree: Node) -> Matching:
        """A tree as a condition. Neither database finds what merely lacks a word, so that this is told apart."""
        if isinstance(tree, Phrase):
            return Matching(self.phrase(tree))
        if isinstance(tree, Not):
            inner = self.match(tree.part)
            return Matching(inner.expression, not inner.inside)
        inside: list[str] = []
        outside: list[str] = []
        for part in tree.parts:
            made = self.match(part)
            (inside if made.inside else outside).append(made.expression)
        if isinstance(tree, All):
            return self._parted(inside, self.both, outside, self.either, found=True)
        return self._parted(outside, self.both, inside, self.either, found=False)

    def _parted(self, must: list[str], joint: str, lack: list[str], other: str, *, found: bool) -> Matching:
        """``must`` but not ``lack``; of alternatives the other way round, since (not a or b) is not (a but not b)."""
        if not must:
            return Matching(self.joined(lack, other), not found)
        whole = self.joined(must, joint)
        if lack:
            whole = f"({whole} {self.lacking} {self.joined(lack, other)})"
        return Matching(whole, found)

    def joined(self, parts: Iterable[str], joint: str) -> str:
        """Conditions with a word between them, in parentheses where there are several."""
        listed = list(parts)
        return listed[0] if len(listed) == 1 else "(" + f" {joint} ".join(listed) + ")"


def _fts5(phrase: Phrase) -> str:
    quoted = " ".join(phrase.words).replace('"', '""')
    return f'"{quoted}"' + (" *" if phrase.prefix else "")


def _tsquery(phrase: Phrase) -> str:
    quoted = ["'" + word.replace("\\", "\\\\").replace("'", "''") + "'" for word in phrase.words]
    if phrase.prefix:
        quoted[-1] += ":*"
    return quoted[0] if len(quoted) == 1 else "(" + " <-> ".join(quoted) + ")"


DIALECTS = {
    "sqlite": Dialect(_fts5, "AND", "OR", "NOT"),
    "postgresql": Dialect(_tsquery, "&", "|", "& !"),
}
"""By the name of the database."""
