"""The actor slot: whom a content is about, by the words that name its grammatical subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from accordingto.compare.normalise import Token, same_name, stem, tokens_of
from accordingto.compare.said import Said
from accordingto.model import Entity, Mention, MentionKind, Span

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

LONGEST_SUBJECT = 12
"""Words within which the verb must come; beyond that no subject is claimed."""

_PRONOUNS = frozenset("i we you he she it they one this that these those there who which".split())
_PERSONAL = frozenset("i we you he she it they".split())
_ARTICLES = frozenset(["the", "a", "an", "that", "whether"])
_PREPOSITIONS = frozenset(
    "in on at from near after before since during for with by as under outside around inside despite until to".split()
)
_LEADING = frozenset("however meanwhile yesterday today tomorrow earlier later still instead also then now".split())
_INNER_BREAKS = frozenset([",", ";", ":", "—", "–", "…"])
_MODIFIER = re.compile(
    r"(?<![^\s(])[^\W\d_]+(?:-[^\W\d_]+)*-(?:led|backed|held|based|controlled|run|allied|aligned|linked|affiliated|"
    r"supported|trained|sponsored|dominated|majority|born|owned|funded)\b",
    re.IGNORECASE,
)
"""Compound adjectives that name another actor: a "coalition-backed" force is not the coalition."""
_ABBREVIATION = re.compile(r"((?:[A-Z][\w’'-]*\s+){1,6})\(([A-Z][A-Za-z-]{1,7})\)")
_GAP = re.compile(r"[\s\"“”‘«»(\[]*")


@dataclass(frozen=True, slots=True)
class Naming:
    """How a content names whom it is about."""

    span: Span
    value: str
    """The shortest telling form: an abbreviation given with it, or the name without article and modifiers."""
    names: frozenset[str]
    """Telling words, stemmed, with those of the entity it resolves to; empty where only general nouns stand."""


def abbreviations(texts: Iterable[str]) -> dict[str, frozenset[str]]:
    """Abbreviations that the texts themselves explain, "Upland Forces (UF)", with the stems of the full name."""
    found: dict[str, frozenset[str]] = {}
    for text in texts:
        for match in _ABBREVIATION.finditer(text):
            full = [token.stem for token in tokens_of(match[1])][-len(match[2]) :]
            if full and full[0][:1] == match[2][:1].lower():
                found[match[2].lower()] = frozenset(full)
    return found


def subject_of(said: Said, words: Comparison, short: Mapping[str, frozenset[str]]) -> Naming | None:
    """The naming of a content's subject, or ``None`` where it has none, or only a pronoun that nothing resolves."""
    phrase = tokens_of(said.text, said.actor) if said.actor else _phrase(said, words)
    if phrase and phrase[0].word in _PERSONAL:
        phrase = phrase[:1]
    return named(said, phrase, words, short)


def named(said: Said, phrase: Sequence[Token], words: Comparison, short: Mapping[str, frozenset[str]]) -> Naming | None:
    """How some words of a content name somebody; ``None`` where they are none, or a pronoun that nothing resolves."""
    phrase = [*_without_article(phrase)]
    if not phrase:
        return None
    span = _with_abbreviation(said.text, Span(phrase[0].start, phrase[-1].end))
    if phrase[0].word in _PRONOUNS and len(phrase) == 1:
        return _pronoun(said, span, words, short)
    telling = _telling(said.text, span, phrase, words)
    names = {token.stem for token in telling if token.word not in words.verbs} | _entity_names(said, span, words)
    return Naming(span, _value(said.text, span, phrase, telling), _expanded(names, short))


def _without_article(phrase: Sequence[Token]) -> Sequence[Token]:
    return phrase[1:] if phrase and phrase[0].word in _ARTICLES else phrase


def _phrase(said: Said, words: Comparison) -> list[Token]:
    """The tokens before the first verb, less any phrase set before the subject; empty where no verb comes soon."""
    phrase: list[Token] = []
    fronted = False
    for token in _opening(said):
        gap = said.text[phrase[-1].end : token.start] if phrase else ""
        if any(mark in gap for mark in _INNER_BREAKS):
            if not (fronted or _adverb(phrase)):
                return phrase if _appositive(said, phrase, token) else []
            phrase, fronted = [], False
        if phrase and _is_verb(token, phrase, said.text, words):
            return [] if fronted else phrase
        if not phrase and token.word in _PREPOSITIONS:
            fronted = True
        if phrase or token.word not in _ARTICLES or fronted:
            phrase.append(token)
        if len(phrase) > LONGEST_SUBJECT:
            return []
    return []


def _adverb(phrase: Sequence[Token]) -> bool:
    """Whether what stands before a comma only leads in: "However,", "Separately,"."""
    return len(phrase) == 1 and (phrase[0].word in _LEADING or phrase[0].word.endswith("ly"))


def _opening(said: Said) -> Sequence[Token]:
    first = said.statement.content[0]
    return [token for token in said.tokens if token.start < first.end]


def _appositive(said: Said, phrase: Sequence[Token], token: Token) -> bool:
    """Whether a comma after a name opens an apposition: "The Front, which …", "Thackley, its deputy commander, …"."""
    return said.text[phrase[-1].end : token.start].strip() == "," and any(part.capital for part in phrase)


def _is_verb(token: Token, before: Sequence[Token], text: str, words: Comparison) -> bool:
    if text[token.start - 1 : token.start] == "-" or token.capital:
        return False
    if token.word in words.verbs or token.word.endswith("n't"):
        return True
    last = before[-1]
    somebody = last.capital or len(before) > 1 or last.word in words.compared.parties
    return token.word.endswith("ed") and last.word not in _ARTICLES and somebody


def _with_abbreviation(text: str, span: Span) -> Span:
    """The span with the rest of a bracket that it opens."""
    left_open = text.count("(", span.start, span.end) > text.count(")", span.start, span.end)
    return Span(span.start, span.end + 1) if left_open and text[span.end : span.end + 1] == ")" else span


def _telling(text: str, span: Span, phrase: Sequence[Token], words: Comparison) -> list[Token]:
    """The tokens that tell one actor from another: no "coalition-backed", no "fighters"."""
    modifiers = [(span.start + m.start(), span.start + m.end()) for m in _MODIFIER.finditer(span.of(text))]
    return [
        token
        for token in phrase
        if not any(start <= token.start < end for start, end in modifiers)
        and token.word not in words.function_words
        and (token.capital or (token.word not in words.general_nouns and token.stem not in words.general_nouns))
        and not (token.word in words.general_nouns and len(phrase) == 1)
    ]


def _value(text: str, span: Span, phrase: Sequence[Token], telling: Sequence[Token]) -> str:
    bracket = re.search(r"\(([A-Z][A-Za-z-]{1,7})\)?$", span.of(text))
    if bracket:
        return bracket[1]
    kept = telling or phrase
    return text[kept[0].start : max(kept[-1].end, phrase[-1].end)] if telling else span.of(text)


def _pronoun(said: Said, span: Span, words: Comparison, short: Mapping[str, frozenset[str]]) -> Naming | None:
    """A pronoun by the entity that the report's mentions resolve it to."""
    names = _entity_names(said, span, words)
    entity = _entity(said, span)
    return Naming(span, entity.name, _expanded(names, short)) if names and entity else None


def _entity(said: Said, span: Span) -> Entity | None:
    mentions = [m for m in said.account.mentions if m.entity and m.span.overlaps(span)]
    best: Mention | None = max(mentions, key=lambda m: (m.span == span, len(m.span)), default=None)
    found = next((e for e in said.account.entities if best and e.id == best.entity), None)
    return found if found and found.kind is not MentionKind.PLACE else None


def _entity_names(said: Said, span: Span, words: Comparison) -> set[str]:
    entity = _entity(said, span)
    if entity is None:
        return set()
    forms = [*tokens_of(_MODIFIER.sub(" ", entity.name)), *tokens_of(entity.abbreviation or "")]
    plain = words.function_words | words.general_nouns
    return {token.stem for token in forms if token.word not in plain}


def _expanded(names: Iterable[str], short: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Names with what their abbreviations stand for."""
    names = set(names)
    return frozenset(names.union(*(short[name] for name in names if name in short)))


def same_actor(a: Naming, b: Naming, words: Comparison) -> bool | None:
    """Whether two namings share a telling word; ``None`` where one of them has none.

    Near words of the lexicon count as shared: "the government" and "the regime" are words for one thing, which
    `framing` shows, not two actors.
    """
    if not a.names or not b.names:
        return None
    near, general = _near_and_general(words)
    ours, theirs = a.names - general or a.names, b.names - general or b.names
    return any(same_name(x, y) or any(x in row and y in row for row in near) for x in ours for y in theirs)


@lru_cache(maxsize=4)
def _near_and_general(words: Comparison) -> tuple[tuple[frozenset[str], ...], frozenset[str]]:
    return tuple(frozenset(map(stem, row)) for row in words.near), frozenset(map(stem, words.general_nouns))
