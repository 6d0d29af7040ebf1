"""Who does what to whom in a clause: subjects, objects, agents and what governs a word, by the syntax with surface rules beside it.

All functions take and give word indices of the running text's `Syntax`.
"""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.language.syntax import Syntax

SUBJECTS = ("nsubj", "csubj", "expl")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
VERBAL = frozenset(("VERB", "AUX"))
RELATIVES = frozenset(("who", "which", "that", "whom"))
_PERFECT = frozenset(("have", "has", "had", "having"))
_LINKED = ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep")
_REACH = 4
"""Words that a surface search looks ahead for an object where the syntax names none."""


def passive(syntax: Syntax, verb: int, *, depth: int = 4) -> bool:
    """Whether a verb stands in the passive: an auxiliary or a subject of the passive, or a participle that modifies a noun."""
    helpers = {syntax.lower(word) for word in syntax.children(verb, "aux")}
    if helpers & _PERFECT and not syntax.children(verb, "auxpass"):
        return False
    if syntax.children(verb, "auxpass", "nsubjpass", "agent"):
        return True
    if depth and syntax.relations[verb] == "conj" and not syntax.children(verb, "dobj", *SUBJECTS):
        return participle(syntax, verb) and passive(syntax, syntax.heads[verb], depth=depth - 1)
    return syntax.relations[verb] in ("acl", "amod") and participle(syntax, verb)


def participle(syntax: Syntax, verb: int) -> bool:
    """Whether a verb has the form of a past participle."""
    word = syntax.lower(verb)
    return not word.endswith("ing") and (
        word.endswith(("ed", "en", "wn", "ght", "ld", "ft", "ot", "un", "ut", "it", "et")) or word in _PARTICIPLES
    )


_PARTICIPLES = frozenset(
    "struck hung slain torn born sworn lost sent left held kept met shot hit set cut shut put beaten".split()
)


def subjects(syntax: Syntax, verb: int, *, depth: int = 5) -> list[int]:
    """The active subject of a verb, found through relative clauses, coordination and control; one word each coordinated part."""
    own = syntax.children(verb, *SUBJECTS)
    if own:
        return coordinated(syntax, _antecedent(syntax, verb, own[0]))
    if depth == 0 or passive(syntax, verb):
        return []
    relation, head = syntax.relations[verb], syntax.heads[verb]
    if relation == "acl" and head != verb:
        return [head] if syntax.lower(verb).endswith("ing") else []
    if relation == "relcl" and head != verb and not syntax.children(verb, *PASSIVE_SUBJECTS):
        return coordinated(syntax, head)
    if relation in _LINKED and head != verb:
        return _controller(syntax, verb, head, depth)
    return []


def _antecedent(syntax: Syntax, verb: int, subject: int) -> int:
    """What a relative pronoun stands for."""
    if syntax.lower(subject) in RELATIVES:
        above = (word for word in (verb, *syntax.ancestors(verb)) if syntax.relations[word] != "conj")
        clause = next(above, verb)
        if syntax.relations[clause] in ("relcl", "acl") and syntax.heads[clause] != clause:
            return syntax.heads[clause]
    return subject


def _controller(syntax: Syntax, verb: int, head: int, depth: int) -> list[int]:
    """The subject that a clause without one of its own shares: the object of a verb of ordering or accusing, else the subject above."""
    if syntax.pos[head] == "ADP" and syntax.heads[head] != head:
        above = syntax.heads[head]
        told = syntax.children(above, "dobj", "nsubjpass")
        if told and syntax.lower(head) in ("of", "for", "from", "into"):
            return coordinated(syntax, told[0])
        return subjects(syntax, above, depth=depth - 1) if syntax.pos[above] in VERBAL else []
    if syntax.pos[head] == "ADJ" and syntax.relations[head] in ("acomp", "attr", "oprd"):
        return subjects(syntax, syntax.heads[head], depth=depth - 1)
    if syntax.pos[head] == "ADP" and syntax.relations[head] != "ROOT":
        return subjects(syntax, syntax.heads[head], depth=depth - 1)
    if syntax.pos[head] not in VERBAL:
        return []
    if syntax.relations[verb] in ("xcomp", "ccomp", "advcl"):
        told = syntax.children(head, "dobj", "dative", "nsubjpass")
        before = [word for word in told if word < verb]
        if before and (syntax.relations[verb] != "advcl" or syntax.children(head, "nsubjpass")):
            return coordinated(syntax, before[0])
    if syntax.relations[verb] == "conj" and passive(syntax, head) and not passive(syntax, verb):
        return [word for sub in syntax.children(head, *PASSIVE_SUBJECTS) for word in coordinated(syntax, sub)]
    return subjects(syntax, head, depth=depth - 1)


def objects(syntax: Syntax, verb: int) -> list[int]:
    """What a verb is done to: its object, the subject of a passive, the noun that a participle modifies; else the next noun."""
    if passive(syntax, verb):
        return _suffering(syntax, verb)
    own = [word for word in syntax.children(verb, "dobj", "dative", "attr", "oprd") if syntax.pos[word] != "VERB"]
    own = [word for word in own if word > verb] or own
    if own:
        first = syntax.children(verb, "dobj") or own
        return coordinated(syntax, _antecedent(syntax, verb, first[0]))
    raised = [w for w in syntax.children(verb, "nsubj", "ccomp") if w > verb and syntax.pos[w] in NOMINAL]
    return raised[:1] or _next_noun(syntax, verb)


def all_objects(syntax: Syntax, verb: int) -> list[int]:
    """What a verb is done to, the thing given and the receiver both."""
    both = [word for word in syntax.children(verb, "dobj", "dative") if syntax.pos[word] in NOMINAL and word > verb]
    return list(dict.fromkeys([*objects(syntax, verb), *both]))


def _suffering(syntax: Syntax, verb: int, *, depth: int = 4) -> list[int]:
    own = syntax.children(verb, *PASSIVE_SUBJECTS)
    if own:
        return coordinated(syntax, _antecedent(syntax, verb, own[0]))
    relation, head = syntax.relations[verb], syntax.heads[verb]
    if head == verb or depth == 0:
        return []
    if relation in ("acl", "amod", "relcl") and syntax.pos[head] not in VERBAL:
        return coordinated(syntax, head) if relation != "relcl" else [head]
    if relation == "conj" and syntax.pos[head] in VERBAL:
        return _suffering(syntax, head, depth=depth - 1) if passive(syntax, head) else subjects(syntax, head)
    if relation in ("xcomp", "advcl", "ccomp", "dep"):
        return subjects(syntax, head) or _suffering(syntax, head, depth=depth - 1)
    return []


def _next_noun(syntax: Syntax, verb: int) -> list[int]:
    """The noun right behind a verb, past determiners, adjectives and numbers."""
    word = verb + 1
    while (
        word < len(syntax)
        and word <= verb + _REACH
        and syntax.pos[word] in ("DET", "ADJ", "NUM", "PROPN", "NOUN", "PRON")
    ):
        if syntax.pos[word] in ("NOUN", "PRON", "PROPN") and not _noun_follows(syntax, word):
            return [word] if syntax.relations[word] not in ("nsubj", "nsubjpass", "npadvmod") else []
        word += 1
    return []


def _noun_follows(syntax: Syntax, word: int) -> bool:
    return word + 1 < len(syntax) and syntax.pos[word + 1] in ("NOUN", "PROPN") and syntax.heads[word] == word + 1


def agents(syntax: Syntax, verb: int) -> list[int]:
    """The doer of a passive or of a noun: what follows "by"."""
    for by in (*syntax.children(verb, "agent"), *(p for p in syntax.children(verb, "prep") if syntax.lower(p) == "by")):
        found = [word for word in syntax.children(by, "pobj") if syntax.pos[word] in NOMINAL]
        if found:
            return coordinated(syntax, found[0])
    return []


def after_preposition(syntax: Syntax, word: int, prepositions: frozenset[str]) -> list[int]:
    """The nouns behind some prepositions that hang on a word."""
    return [
        part
        for prep in _prepositions(syntax, word)
        if syntax.lower(prep) in prepositions
        for noun in syntax.children(prep, "pobj")
        for part in coordinated(syntax, noun)
    ]


def _prepositions(syntax: Syntax, word: int) -> Iterator[int]:
    for prep in syntax.children(word, "prep", "dative", "agent"):
        yield prep
        yield from syntax.children(prep, "prep")


def coordinated(syntax: Syntax, word: int) -> list[int]:
    """A word and what is coordinated with it."""
    found, last = [word], word
    while following := [w for w in syntax.children(last, "conj") if w > last and syntax.pos[w] in NOMINAL]:
        last = following[0]
        found.append(last)
    return found
