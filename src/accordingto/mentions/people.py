"""Who is named in a report: persons and organisations with all their mentions, and the roles the report gives them.

A person's later mentions are matched by the last word of the name, an organisation's by its abbreviation or its head noun.
Nobody is looked up anywhere: persons stay local to their report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from accordingto.mentions.names import Name, names
from accordingto.model import MentionKind, Span
from accordingto.resources.lexicons import Lexicons

ROLE_LENGTH = 90
"""Characters that an apposition may have to be taken for a role; longer ones are clauses."""
_APPOSITION = re.compile(
    r",[ \u00a0]((?:the|a|an|its|their|his|her|who is|who was)[ \u00a0])?([^,.;:“”\"\n]{4,90})[,.]"
)
_ABBREVIATION = re.compile(r"[ \u00a0]\(([A-Z][A-Z-]{1,9}|[A-Z][a-z]+)\)")


@dataclass(slots=True)
class Known:
    """One person or organisation of a report, with the names found for it in text order."""

    name: str
    kind: MentionKind
    spans: list[Span] = field(default_factory=list)
    roles: list[tuple[str, Span | None]] = field(default_factory=list)
    abbreviation: str | None = None
    gender: str | None = None

    @property
    def first(self) -> int:
        """Where it is first named."""
        return self.spans[0].start

    @property
    def last_word(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]

    def before(self, offset: int) -> int:
        """Where it was last named before an offset, or -1."""
        at = bisect_left([span.start for span in self.spans], offset)
        return self.spans[at - 1].start if at else -1

    def role_words(self) -> set[str]:
        """Every word of every role, in lower case."""
        return {word.lower() for role, _ in self.roles for word in re.findall(r"[\w-]+", role)}


class People:
    """The persons and organisations of a text, searchable."""

    def __init__(self, text: str, lexicons: Lexicons) -> None:
        self.text, self.lexicons = text, lexicons
        self.all: list[Known] = []
        self._by_name: dict[str, Known] = {}
        for name in names(text, lexicons):
            self._add(name)

    def _add(self, name: Name) -> None:
        known = self._match(name)
        if known is None:
            known = Known(name.words, name.kind)
            self.all.append(known)
        elif len(name.words) > len(known.name) and name.kind is known.kind:
            known.name = name.words
        self._by_name[name.words.casefold()] = known
        known.spans.append(name.span)
        self._learn(known, name)

    def _match(self, name: Name) -> Known | None:
        exact = self._by_name.get(name.words.casefold())
        if exact is not None:
            return exact
        if " " in name.words:
            return None
        return next(
            (
                k
                for k in reversed(self.all)
                if name.words in (k.last_word, k.abbreviation) and k.kind is not MentionKind.PLACE
            ),
            None,
        )

    def _learn(self, known: Known, name: Name) -> None:
        if name.titles:
            known.roles.append((name.titles, Span(name.whole.start, name.span.start)))
        short = _ABBREVIATION.match(self.text, name.span.end)
        if short and known.kind is MentionKind.ORGANISATION:
            known.abbreviation = short[1]
            self._by_name[short[1].casefold()] = known
        apposition = _APPOSITION.match(self.text, name.span.end)
        if apposition and known.kind is MentionKind.PERSON and self._is_role(apposition[2]):
            known.roles.append((apposition[2].strip(), Span(apposition.start(2), apposition.end(2))))
        words = known.role_words()
        for gender in ("female", "male"):
            if words & self.lexicons.roles[gender]:
                known.gender = gender

    def _is_role(self, words: str) -> bool:
        return bool({w.lower() for w in re.findall(r"[\w-]+", words)} & self.lexicons.roles["titles"])

    def named(self, words: str) -> Known | None:
        """Who goes by these words: the whole name, its last word, or its abbreviation."""
        found = self._by_name.get(words.casefold())
        if found is None and words:
            last = words.rsplit(maxsplit=1)[-1]
            found = next((k for k in self.all if k.kind is MentionKind.PERSON and k.last_word == last), None)
        return found

    def persons_after(self, start: int, end: int) -> Sequence[Known]:
        """Persons whose first mention, with a whole name, lies in ``[start, end)``."""
        return [k for k in self.all if k.kind is MentionKind.PERSON and start <= k.first < end and " " in k.name]
