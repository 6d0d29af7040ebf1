"""Whether two reports give words to one speaker, as far as what they call them tells."""

from __future__ import annotations

from functools import lru_cache

from accordingto.compare.normalise import tokens_of
from accordingto.model import Link, Source, SourceKind
from accordingto.resources.folding import fold, levelled

_NAMED = (SourceKind.PERSON, SourceKind.OFFICE, SourceKind.ORGANISATION, SourceKind.DOCUMENT)
_SMALL = frozenset("the a an its his her their of for and in at on from to who which with by".split())


def same_voice(a: Link | None, b: Link | None) -> bool | None:
    """Whether two voices are one person, office or body; ``None`` where what they are called does not tell.

    Persons are compared by their last names, spelt alike but for ways of transliterating; an office or a body is its
    spokesman where his role or name holds its words.
    """
    if a is None or b is None:
        return None
    one, other = a.source, b.source
    if one.actor is not None and one.actor == other.actor:
        return True
    if one.kind not in _NAMED or other.kind not in _NAMED:
        return True if _common(one, other) else None
    if one.kind is SourceKind.PERSON is other.kind:
        return _same_person(_names(one), _names(other))
    return True if _holds(one, other) or _holds(other, one) or _common(one, other) else None


def called(link: Link) -> str:
    """What a voice is known by: its actor, a person's last name, or all that an office or body is called."""
    source = link.source
    words = _names(source)
    return source.actor or (words[-1] if words and source.kind is SourceKind.PERSON else " ".join(words))


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names end alike, or one of two words and more is a part of the other: Abu Samer, Abu Samer al-Kharani."""
    short, long = sorted((a, b), key=len)
    return bool(short) and (short[-1] == long[-1] or (len(short) > 1 and set(short) <= set(long)))


def _names(source: Source) -> tuple[str, ...]:
    return _words_of_name(source.name or source.words or "")


@lru_cache(maxsize=4096)
def _words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name, without what a report sets behind it: Nura Salim of the Red Lamp."""
    return tuple(
        levelled(fold(token.word)).replace("q", "k")
        for token in tokens_of(name.split(" of ", maxsplit=1)[0].split(",", maxsplit=1)[0])
    )


@lru_cache(maxsize=4096)
def _telling(words: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens_of(words) if token.word not in _SMALL)


def _holds(office: Source, person: Source) -> bool:
    """Whether a person's role or name holds all words of an office or a body."""
    held = _telling(f"{person.role or ''} {person.name or ''} {person.words or ''}")
    words = _telling(office.name or "")
    return bool(words) and words <= held


def _common(one: Source, other: Source) -> bool:
    """Whether what two voices are called, with their roles, shares the greater part of the shorter."""
    a, b = (_telling(f"{source.name or ''} {source.role or ''}") for source in (one, other))
    return bool(a and b) and len(a & b) * 2 > min(len(a), len(b))
