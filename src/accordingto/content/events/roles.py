"""Who does it and to whom: the words in the roles of a trigger, verbal or nominal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accordingto.content.events import clauses
from accordingto.content.events.triggers import Hit
from accordingto.language.syntax import Syntax
from accordingto.resources.events import Codebook

_AGAINST = frozenset(("on", "at", "against", "upon"))
_TOWARDS = frozenset(("to", "for", "with", "from", "of"))
_WITH = frozenset(("with", "between", "to"))
_BETWEEN = frozenset(("between", "among"))
_BY = frozenset(("by", "from"))
_OF = frozenset(("of",))
_GIVING = frozenset(("AID",))
_TALKING = frozenset(("CONSULT", "AGREE", "COOPERATE", "SUPPORT"))


@dataclass(frozen=True, slots=True)
class Roles:
    """Head words of the actors and recipients of one trigger, and of the places that stand in a role."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    places: tuple[int, ...] = ()


def roles(syntax: Syntax, hit: Hit, codebook: Codebook, placed: frozenset[int]) -> Roles:
    """The roles of a trigger, by the syntax. Places among the recipients are set apart."""
    actors, recipients = (_of_verb if hit.pattern.kind == "verb" else _of_noun)(syntax, hit, codebook, placed)
    own = set(hit.words)
    actors = [word for word in actors if word not in own and _somebody(syntax, word, codebook)]
    found = [word for word in recipients if word not in own and word not in actors]
    areas = codebook.classes["place"] | codebook.classes["route"]
    where = [w for w in found if w in placed or (syntax.lower(w) in areas and hit.pattern.type != "COERCE")]
    return Roles(
        _once(actors), _once(w for w in found if w not in where and _somebody(syntax, w, codebook)), _once(where)
    )


def _of_verb(syntax: Syntax, hit: Hit, codebook: Codebook, placed: frozenset[int]) -> tuple[list[int], list[int]]:
    verb, kind = hit.head, hit.pattern
    does, suffers = clauses.subjects(syntax, verb), clauses.objects(syntax, verb)
    if clauses.passive(syntax, verb):
        does = clauses.agents(syntax, verb)
    if kind.roles == "moved":
        moved = clauses.subjects(syntax, verb)
        return clauses.agents(syntax, verb), moved + [w for w in suffers if w in placed] if moved else suffers
    if kind.roles == "none":
        does = []
    suffers = [word for word in suffers if word not in hit.words]
    own_object = any(word in hit.words for word in clauses.objects(syntax, verb))
    if kind.type in _GIVING:
        return does, _given(syntax, verb) or [word for word in suffers if not _is_gift(syntax, word, codebook)]
    if not suffers or own_object or kind.type in _TALKING:
        aimed = (
            _AGAINST
            | (_WITH if kind.type in _TALKING else frozenset())
            | (frozenset(("to",)) if kind.type == "RETREAT" else frozenset())
        )
        behind = [
            w
            for word in hit.words
            for w in clauses.after_preposition(syntax, word, aimed)
            if not _time(syntax, w, codebook)
        ]
        suffers = suffers + behind if kind.type in _TALKING else suffers or behind
    return does, suffers


def _is_gift(syntax: Syntax, word: int, codebook: Codebook) -> bool:
    """Whether a word is what is given, and nobody who is given it ("$40 million", "missiles")."""
    gifts = codebook.classes["aid"] | codebook.classes["weapon"] | codebook.classes["money"]
    return syntax.pos[word] == "NUM" or syntax.lower(word) in gifts


def _given(syntax: Syntax, verb: int) -> list[int]:
    """To whom something is given: a dative, "to" or "for" somebody, or the object before "with"."""
    dative = [word for word in syntax.children(verb, "dative") if syntax.pos[word] in clauses.NOMINAL]
    if dative:
        return dative
    to = clauses.after_preposition(syntax, verb, frozenset(("to", "for")))
    for thing in clauses.objects(syntax, verb):
        to = to or clauses.after_preposition(syntax, thing, frozenset(("to", "for")))
    return to


def _of_noun(syntax: Syntax, hit: Hit, codebook: Codebook, placed: frozenset[int]) -> tuple[list[int], list[int]]:
    noun, kind = hit.head, hit.pattern
    owners = [
        w
        for w in syntax.children(noun, "poss", "compound", "nmod", "amod")
        if w not in hit.words and _acts(syntax, w, codebook, placed)
    ]
    does = clauses.after_preposition(syntax, noun, _BY) + owners
    suffers = clauses.after_preposition(syntax, noun, _AGAINST)
    inner = clauses.after_preposition(syntax, noun, _OF)
    if kind.roles == "moved":
        counted = [w for w in syntax.children(noun, "nummod", "amod") if syntax.pos[w] == "NUM"]
        return clauses.after_preposition(syntax, noun, frozenset(("by",))), inner + owners + (
            [] if inner or owners else counted
        )
    if kind.roles == "joint":
        sides = clauses.after_preposition(syntax, noun, _BETWEEN)
        return sides or does or _light_subject(syntax, noun, codebook), clauses.after_preposition(
            syntax, noun, frozenset(("with",))
        )
    if kind.type in _GIVING or kind.type in {"RETREAT", "SUPPORT"}:
        suffers += clauses.after_preposition(syntax, noun, frozenset(("to", "for")))
    if not suffers and (
        syntax.lower(noun).endswith("ing") or kind.type in ("COERCE", "RETREAT", "SANCTION") or kind.mode
    ):
        suffers = [word for word in inner if not _time(syntax, word, codebook)]
    does = does or _light_subject(syntax, noun, codebook)
    return does, suffers or _struck(syntax, noun)


def _light_subject(syntax: Syntax, noun: int, codebook: Codebook) -> list[int]:
    """The subject of a verb that only carries the noun ("the Front launched an attack"); of a passive its agent."""
    head, relation = syntax.heads[noun], syntax.relations[noun]
    for above in syntax.ancestors(head):
        if relation not in ("pobj", "conj") or syntax.pos[head] in clauses.VERBAL:
            break
        relation, head = syntax.relations[head], above
    if (
        syntax.pos[head] in clauses.VERBAL
        and syntax.lower(head) in codebook.phrases["light"]
        and relation in ("dobj", "nsubjpass", "prep", "conj", "xcomp")
    ):
        return clauses.agents(syntax, head) if clauses.passive(syntax, head) else clauses.subjects(syntax, head)
    return []


def _struck(syntax: Syntax, noun: int) -> list[int]:
    """What an attack does to something, where the noun is the subject of the verb ("the strike cut the bridge")."""
    head = syntax.heads[noun]
    if syntax.relations[noun] == "nsubj" and syntax.pos[head] in clauses.VERBAL:
        return [w for w in syntax.children(head, "dobj") if syntax.pos[w] in clauses.NOMINAL]
    return []


def _acts(syntax: Syntax, word: int, codebook: Codebook, placed: frozenset[int]) -> bool:
    """Whether a word before a noun names somebody who may act: a possessor, a people, a force, a name."""
    if syntax.relations[word] == "poss":
        return True
    if syntax.lower(word) in codebook.classes["armed"] | codebook.classes["official"] | codebook.classes["country"]:
        return syntax.relations[word] != "amod"
    return syntax.word(word)[0].isupper() and word not in placed and syntax.pos[word] in ("PROPN", "ADJ")


def _time(syntax: Syntax, word: int, codebook: Codebook) -> bool:
    return syntax.lower(word) in codebook.phrases["times"] or syntax.word(word)[0].isdigit()


def _somebody(syntax: Syntax, word: int, codebook: Codebook) -> bool:
    return syntax.pos[word] in clauses.NOMINAL | {"ADJ", "DET"} and syntax.lower(word) not in codebook.phrases["times"]


def _once(words: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(words))


def linked(syntax: Syntax, a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether one of some words hangs on one of others, at any depth."""
    return any(above in b for word in a for above in syntax.ancestors(word)) or any(
        above in a for word in b for above in syntax.ancestors(word)
    )
