"""Names in a text: runs of capitalised words, split into titles and the name itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.model import MentionKind, Span
from accordingto.resources.lexicons import Lexicons

_PARTICLES = "al|el|as|an|ash|ad|ar|at|az|bin|ibn|bint|abu|abou|umm|de|del|della|da|di|du|van|von|der|den|of|for"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐÉĘĚĞİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ]"
_WORD = rf"(?:[‘’ʿʾ'`]?(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]n|[Aa]d|[Aa]r|[Aa]s|[Aa]t|[Aa]z)-)?[‘ʿʾ`]?{_CAPITAL}(?:[\w]|[’'ʿʾ](?!s\b))*(?:-\w+)*"
_ABBREVIATED = r"(?:Gen|Maj|Col|Lt|Brig|Capt|Adm|Sgt|Cmdr|Dr|Mr|Mrs|Ms|Prof|Gov|Sen|Rep|St)\."
_PART = rf"(?:{_ABBREVIATED}|{_WORD})"
_NAME = re.compile(rf"(?<![\w@#]){_PART}(?:[ \u00a0](?:(?:{_PARTICLES})[ \u00a0](?:the[ \u00a0])?)?{_PART})*")
_TOKEN = re.compile(r"[^ \u00a0]+")
_ORDINARY_OPENERS = frozenset(
    (
        "the a an this that these those it its he she they we i you there here but and or nor yet so in on at by for "
        "from with as if when while after before since until although though because however meanwhile despite "
        "according also both some many most several all no not one two three four five six seven eight nine ten his "
        "her their our my your what who why how where which then now today yesterday tomorrow earlier later last next "
        "read more than under over between among during asked still even only just once monday tuesday wednesday "
        "thursday friday saturday sunday january february march april may june july august september october november "
        "december each every another other such about around near nearly at least up out"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words; ``span`` and ``words`` are the name without its titles, ``titles`` what stood before."""

    span: Span
    words: str
    titles: str
    whole: Span
    kind: MentionKind

    @property
    def last(self) -> str:
        """The last word of the name."""
        return self.words.split()[-1]


def names(text: str, lexicons: Lexicons) -> Iterator[Name]:
    """The names of a text, in order."""
    for match in _NAME.finditer(text):
        tokens = [(match.start() + m.start(), match.start() + m.end()) for m in _TOKEN.finditer(match[0])]
        while tokens and text[slice(*tokens[0])].lower() in _ORDINARY_OPENERS:
            tokens.pop(0)
        if tokens:
            name = _split(text, tokens, lexicons)
            if name is not None:
                yield name


def _split(text: str, tokens: list[tuple[int, int]], lexicons: Lexicons) -> Name | None:
    words = [text[a:b].rstrip(".").lower() for a, b in tokens]
    titles = lexicons.roles["titles"]
    cut = max((i + 1 for i, word in enumerate(words[:-1]) if word in titles), default=0)
    whole = Span(tokens[0][0], tokens[-1][1])
    if words[-1] in titles and not cut:
        return None
    body = tokens[cut:]
    if _is_organisation(words[cut:], [text[a:b] for a, b in body], lexicons):
        kind = MentionKind.ORGANISATION
        body, cut = (tokens, 0) if not cut or words[cut - 1] in ("general", "chief") else (body, cut)
    elif cut or (len(body) in (2, 3, 4) and not _after_article(text, whole.start)):
        kind = MentionKind.PERSON
    else:
        kind = MentionKind.PLACE
    span = Span(body[0][0], body[-1][1])
    return Name(span, span.of(text), text[whole.start : span.start].strip(), whole, kind)


def _is_organisation(words: list[str], written: list[str], lexicons: Lexicons) -> bool:
    known = lexicons.roles["organisations"] | lexicons.roles["media"]
    acronym = any(len(w) >= 2 and w.isupper() and w.isalpha() for w in written)
    named = " ".join(written).casefold() in lexicons.agencies
    return acronym or named or bool(known & set(words)) or any(word in ("of", "for") for word in words)


def _after_article(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].lower() in ("the ", " the")
