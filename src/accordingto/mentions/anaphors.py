"""Words that mean somebody named elsewhere: pronouns, "the group", "regime" in "regime-held", found before anyone asks whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from accordingto.model import Span
from accordingto.resources.nominals import Nominals

PRONOUNS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "plural", "them": "plural", "their": "plural", "theirs": "plural", "themselves": "plural",
}  # fmt: skip
_PRONOUN = re.compile(rf"\b(?:{'|'.join(PRONOUNS)})\b", re.I)
_S = r"[ \u00a0]"
_EXPLETIVE = re.compile(
    rf"it(?:{_S}(?:is|was|would be|will be|has been|had been|may be|might be|remains?|remained|became)|[’']s){_S}(?:not{_S}|also{_S})?"
    rf"(?:\w+ly{_S})?(?:\w+{_S})?(?:that|to|whether|if|how|who|what|when|why|for)\b"
    rf"|it{_S}(?:seems?|seemed|appears?|appeared|turn(?:s|ed) out|emerged){_S}(?:that|as if)\b"
    rf"|it{_S}(?:is|was){_S}(?:\w+{_S})?(?:unclear|clear|feared|believed|thought|reported|understood|possible|likely|unlikely|not known"
    r"|unknown)\b",
    re.I,
)
"""An "it" that means nothing: "it was unclear whether"."""
_CLAUSE_END = re.compile(r"\s*(?:[.,;:!?”\")]|\Z)")
_DETERMINER = r"(?P<det>the|this|that|these|those|both|its|their|his|her)[ \u00a0]"
_FUNCTION = r"(?!(?:the|a|an|of|and|or|in|on|at|by|to|for|from|with|is|are|was|were|has|have|had|would|will|its|their|his|her|that|who)\b)"
_MODIFIERS = rf"(?P<mods>(?:{_FUNCTION}[^\W\d_][\w’'-]*[ \u00a0]){{0,3}}?)"
_HYPHENED = r"(?=-(?:held|controlled|backed|run|led|affiliated|aligned|allied|linked|occupied|loyal|owned|appointed|imposed|ruled)\b)"
_NUMBERED = re.compile(r"[ \u00a0]of[ \u00a0]", re.I)
OTHERS = frozenset(
    "other another rival second third new different neighbouring neighboring any every each such several many some two three "
    "opposing enemy fellow similar".split()
)
"""Modifiers with which a description means somebody else."""


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words to be resolved: a pronoun has no noun."""

    span: Span
    word: str
    noun: str | None = None
    modifiers: tuple[str, ...] = ()
    determiner: str | None = None
    ends_clause: bool = False


def anaphors(text: str, nominals: Nominals) -> list[Anaphor]:
    """The words of a text that may refer, in text order."""
    return sorted((*_pronouns(text), *_descriptions(text, nominals)), key=lambda a: a.span)


def people_nouns(text: str, nominals: Nominals) -> list[Span]:
    """Plural nouns for people, who may be meant by "they" and are no actor."""
    return [Span(m.start(), m.end()) for m in _patterns(nominals)[1].finditer(text)]


def _pronouns(text: str) -> Iterator[Anaphor]:
    for match in _PRONOUN.finditer(text):
        word = match[0].lower()
        if word != "it" or not _EXPLETIVE.match(text, match.start()):
            ends = bool(_CLAUSE_END.match(text, match.end()))
            yield Anaphor(Span(match.start(), match.end()), word, ends_clause=ends)


def _descriptions(text: str, nominals: Nominals) -> Iterator[Anaphor]:
    for match in _patterns(nominals)[0].finditer(text):
        noun = (match["noun"] or match["bare"] or match["compound"]).lower().replace("\u00a0", " ")
        modifiers = tuple((match["mods"] or "").lower().split())
        determiner = match["det"].lower() if match["det"] else None
        if OTHERS & set(modifiers) or (noun in ("group", "number") and _counts(text, match.end())):
            continue
        start = match.start("compound") if match["compound"] else match.start()
        yield Anaphor(Span(start, match.end()), noun, noun, modifiers, determiner)


def _counts(text: str, end: int) -> bool:
    """Whether it is a quantity ("the group of reporters")."""
    return bool(_NUMBERED.match(text, end))


@lru_cache(maxsize=4)
def _patterns(nominals: Nominals) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Descriptions, and plural people."""
    alone = sorted(nominals.senses, key=len, reverse=True)
    nouns = "|".join(re.escape(noun).replace(r"\ ", r"[ \u00a0]") for noun in alone)
    rulers = [n for n in alone if any(s.kind and not s.plural and not s.own for s in nominals.senses[n])]
    bare = "|".join(map(re.escape, rulers))
    forces = [
        n
        for n in alone
        if any(s.kind and s.plural for s in nominals.senses[n])
        and " " in n
        and n.split()[0] in ("government", "regime")
    ]
    compound = "|".join(re.escape(noun).replace(r"\ ", r"[ \u00a0]") for noun in forces)
    description = re.compile(
        rf"\b(?:{_DETERMINER}{_MODIFIERS}(?P<noun>{nouns})\b(?!-)|(?P<bare>{bare}){_HYPHENED}|(?P<compound>{compound})\b)",
        re.I,
    )
    many = [n for n in alone if any(s.kind is None and s.plural for s in nominals.senses[n])]
    return description, re.compile(rf"\b(?:{'|'.join(many)})\b", re.I)
