"""One happening, one event: casualties go to the deed that caused them, bare references back are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from accordingto.content.events import clauses
from accordingto.content.events.triggers import Hit
from accordingto.language.syntax import Syntax
from accordingto.model import Span, Statement

CASUALTIES = frozenset(("killed", "injured"))
_CAUSES = frozenset(("ASSAULT", "PROTEST"))
_SPECIFIC = frozenset(("targeted", "torture", "beat", "abduct"))
_BACK = frozenset(("the", "this", "that", "these", "those", "such", "any", "its", "their"))
_ARGUMENTS = frozenset(
    ("on", "in", "at", "against", "by", "for", "between", "near", "over", "with", "of", "from", "to", "into")
)
_LASTING = frozenset(("siege", "sieges", "blockade", "blockades", "encirclement", "ban"))
_UNCAUSED = frozenset(("die", "death", "the", "perish", "loss", "fatality", "toll", "casualty"))
"""First words of patterns that name deaths without a doer: an event only where an assault is told before."""


@dataclass(frozen=True, slots=True)
class Told:
    """A trigger inside its statement and sentence, with the casualties told beside it."""

    hit: Hit
    statement: Statement
    sentence: Span
    harmed: tuple[Hit, ...] = field(default=())


def fold(told: Sequence[Told], syntax: Syntax) -> list[Told]:
    """Casualties joined to the deed of the same sentence and statement; deaths without any assault before them left out."""
    kept: list[Told] = []
    for group in _by_sentence(told):
        kept += _folded(_once(group, syntax), syntax)
    return [one for one in kept if not _groundless(one, kept)]


def is_casualty(hit: Hit) -> bool:
    """Whether a trigger only tells that people were killed or hurt."""
    return hit.pattern.harm in CASUALTIES and hit.pattern.mode is None and hit.pattern.type == "ASSAULT"


def _by_sentence(told: Sequence[Told]) -> Iterator[list[Told]]:
    group: list[Told] = []
    for one in told:
        if group and (one.sentence, one.statement.id) != (group[-1].sentence, group[-1].statement.id):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _once(group: Sequence[Told], syntax: Syntax) -> list[Told]:
    """Without doubles: of an assault and the verb whose subject it is ("the strike hit", "rockets fell") one is left.

    The verb stays where it is the projectile that falls, the noun where the strike itself is named.
    """
    nouns = {word: one for one in group if _assault(one) and one.hit.pattern.kind == "noun" for word in one.hit.words}
    dropped: set[int] = set()
    for one in group:
        if not _assault(one) or one.hit.pattern.kind != "verb":
            continue
        named = next((nouns[word] for word in clauses.subjects(syntax, one.hit.head) if word in nouns), None)
        if named is not None and not is_casualty(one.hit):
            dropped.add(id(named if one.hit.pattern.subject else one))
    return [one for one in group if id(one) not in dropped]


def _assault(one: Told) -> bool:
    return one.hit.pattern.type == "ASSAULT" and one.hit.pattern.mode not in ("destroy", *_SPECIFIC)


def _folded(group: Sequence[Told], syntax: Syntax) -> list[Told]:
    deeds = [one for one in group if not is_casualty(one.hit)]
    harms = [one for one in group if is_casualty(one.hit)]
    causes = [one for one in deeds if _causes(one.hit)]
    if not harms:
        return list(group)
    if not causes:
        first = harms[0]
        return sorted(
            [*deeds, replace(first, harmed=tuple(one.hit for one in harms[1:]))], key=lambda one: one.hit.words
        )
    joined = {id(one): list(one.harmed) for one in causes}
    for harm in harms:
        joined[id(min(causes, key=lambda one: _distance(one.hit, harm.hit, syntax)))].append(harm.hit)
    return [replace(one, harmed=tuple(joined[id(one)])) if id(one) in joined else one for one in deeds]


def _causes(hit: Hit) -> bool:
    pattern = hit.pattern
    if pattern.type == "COERCE":
        return pattern.kind == "noun" and pattern.text.split()[0] in _LASTING
    return pattern.type in _CAUSES and pattern.mode not in _SPECIFIC and pattern.mode != "destroy"


def _distance(deed: Hit, harm: Hit, syntax: Syntax) -> tuple[int, int]:
    above = [*syntax.ancestors(harm.head)]
    tied = deed.head in above or harm.head in [*syntax.ancestors(deed.head)]
    return (0 if tied else 1, abs(deed.head - harm.head))


def _groundless(one: Told, told: Sequence[Told]) -> bool:
    """Whether deaths are told with no assault anywhere before: who did it is not known, or nobody did."""
    first = one.hit.pattern.text.split()[0]
    if not is_casualty(one.hit) or first not in _UNCAUSED:
        return False
    before = [
        other
        for other in told
        if other.hit.words < one.hit.words and other.hit.pattern.type == "ASSAULT" and other is not one
    ]
    return not before


def refers_back(one: Told, syntax: Syntax, before: Sequence[Told], *, tells: bool) -> bool:
    """Whether a noun only points back at what was told: definite, bare, and telling nothing new.

    Args:
        one: a trigger.
        syntax: of the running text.
        before: the triggers kept so far.
        tells: whether its clause gives it victims, a time or a place.
    """
    hit = one.hit
    if hit.pattern.kind == "verb":
        return False
    lasting = hit.pattern.text.split()[0] in _LASTING and not one.harmed
    if lasting:
        return True
    determiner = {syntax.lower(w) for w in syntax.children(hit.head, "det", "poss")}
    if tells or not determiner & _BACK:
        return False
    if any(syntax.lower(prep) in _ARGUMENTS for prep in syntax.children(hit.head, "prep")):
        return False
    if [
        w
        for w in syntax.children(hit.head, "poss", "compound", "nmod", "amod", "relcl", "acl", "nummod")
        if w not in hit.words
    ]:
        return False
    return any(other.hit.pattern.type == hit.pattern.type for other in before)
