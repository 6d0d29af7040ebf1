"""The status of an event within its content: negated, future, hypothetical or historical (PLOVER's auxiliary modes)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accordingto.content.events import clauses
from accordingto.content.events.triggers import Hit
from accordingto.language.syntax import Syntax
from accordingto.model import Act, Aux, Mood, Statement
from accordingto.resources.events import Codebook

_FUTURE_MOODS = frozenset((Mood.INTENDED, Mood.DEMANDED))
_FUTURE_ACTS = frozenset((Act.INTEND, Act.DEMAND))
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_CLAUSES = frozenset(("advcl", "ccomp", "relcl", "acl", "conj", "xcomp", "pcomp"))
_MODAL = frozenset(("could", "might", "may", "can"))
_WILL = frozenset(("will", "shall", "would", "wo"))
_TO_BE = frozenset(("is", "are", "was", "were", "be"))
_DONE = frozenset(("have", "has", "had", "having", "’ve", "'ve", "been"))


def status(
    syntax: Syntax,
    hit: Hit,
    statement: Statement,
    *,
    codebook: Codebook,
    published: str | None,
    time: str | None = None,
) -> Aux | None:
    """The status of a trigger, or ``None`` where it is told as happening or happened.

    Args:
        syntax: of the running text.
        hit: the trigger.
        statement: whose content holds it.
        codebook: cue words in ``aux``.
        published: ISO date of the report.
        time: TIMEX3 value of the event, where known.
    """
    if _told_by_the_way(syntax, hit):
        return Aux.HISTORICAL if _long_ago(time, published) else None
    if _hypothetical(syntax, hit):
        return Aux.HYPOTHETICAL
    if _negated(syntax, hit, codebook):
        return Aux.NEGATED
    if _future(syntax, hit, statement, codebook):
        return Aux.FUTURE
    return Aux.HISTORICAL if _long_ago(time, published) else None


def _told_by_the_way(syntax: Syntax, hit: Hit) -> bool:
    """Whether a past participle only describes a noun ("people arrested since March"): its status is not that of the clause around."""
    relation = syntax.relations[hit.head]
    plain = not syntax.children(hit.head, "aux", "auxpass", "neg", "mark")
    return relation in ("acl", "amod") and plain and clauses.participle(syntax, hit.head)


def _verbs(syntax: Syntax, hit: Hit) -> Iterator[int]:
    """The verb of the trigger's clause, and those that it stands under without a finite verb of its own."""
    word, steps = hit.head, 0
    while steps < 6:
        if syntax.pos[word] in clauses.VERBAL:
            yield word
            joined = syntax.relations[word] in ("conj", "xcomp") and not syntax.children(word, *clauses.SUBJECTS)
            if _finite(syntax, word) and not joined:
                return
        head = syntax.heads[word]
        if head == word or syntax.relations[word] in ("relcl", "appos", "parataxis"):
            return
        word, steps = head, steps + 1


def _finite(syntax: Syntax, verb: int) -> bool:
    """Whether a verb has a tense of its own: a subject or auxiliary, and no "to" and no -ing alone."""
    helpers = {syntax.lower(w) for w in syntax.children(verb, "aux", "auxpass")}
    if "to" in helpers:
        return False
    return bool(helpers or syntax.children(verb, *clauses.SUBJECTS, *clauses.PASSIVE_SUBJECTS))


def _helpers(syntax: Syntax, verb: int) -> set[str]:
    found = {syntax.lower(w) for w in syntax.children(verb, "aux", "auxpass", "neg")}
    if syntax.relations[verb] == "conj" and not syntax.children(verb, *clauses.SUBJECTS, *clauses.PASSIVE_SUBJECTS):
        head = syntax.heads[verb]
        found |= {syntax.lower(w) for w in syntax.children(head, "aux") if syntax.lower(w) not in _DONE}
    return found


def _hypothetical(syntax: Syntax, hit: Hit) -> bool:
    for verb in _verbs(syntax, hit):
        marks = {syntax.lower(w) for w in syntax.children(verb, "mark", "advmod")}
        if marks & {"if", "unless", "whether", "lest"}:
            return True
        helpers = _helpers(syntax, verb)
        if helpers & _MODAL and not helpers & _DONE:
            return True
        if _conditional_clause(syntax, verb) and not helpers & _DONE and helpers & _WILL:
            return "would" in helpers
    return _whether_before(syntax, hit)


def _whether_before(syntax: Syntax, hit: Hit) -> bool:
    return any(syntax.lower(w) in ("whether",) for w in range(max(0, hit.words[0] - 3), hit.words[0]))


def _conditional_clause(syntax: Syntax, verb: int) -> bool:
    """Whether an "if" clause hangs on a verb."""
    return any(
        syntax.lower(mark) in ("if", "unless")
        for clause in syntax.children(verb, "advcl")
        for mark in syntax.children(clause, "mark")
    )


def _negated(syntax: Syntax, hit: Hit, codebook: Codebook) -> bool:
    words = codebook.aux["negated"]
    if any(syntax.lower(w) in words for w in syntax.children(hit.head, "det", "neg")):
        return True
    for verb in _verbs(syntax, hit):
        if syntax.children(verb, "neg") or _helpers(syntax, verb) & words:
            return True
        subject = list(syntax.children(verb, *clauses.SUBJECTS, *clauses.PASSIVE_SUBJECTS))
        for word in subject:
            if syntax.lower(word) in words or any(
                syntax.lower(w) in words for w in syntax.children(word, "det", "neg")
            ):
                return True
            if syntax.lower(word) == "one" and any(syntax.lower(w) == "not" for w in syntax.children(word)):
                return True
        if verb != hit.head and hit.pattern.kind == "verb":
            return False
    return _without_before(syntax, hit)


def _without_before(syntax: Syntax, hit: Hit) -> bool:
    head = syntax.heads[hit.head]
    return syntax.lower(head) == "without" and syntax.relations[hit.head] in ("pobj", "pcomp")


def _future(syntax: Syntax, hit: Hit, statement: Statement, codebook: Codebook) -> bool:
    intended = codebook.aux["intention"]
    for verb in _verbs(syntax, hit):
        helpers = _helpers(syntax, verb)
        if helpers & (_WILL | {"’ll", "'ll", "ll", "should", "must"}) and not helpers & _DONE:
            return True
        if "to" in helpers and _opens(syntax, verb, intended):
            return True
        if "to" in helpers and syntax.relations[verb] in ("ROOT", "acl") and not helpers & {"have"}:
            return True
    if hit.pattern.kind != "verb" and _wished(syntax, hit.head, intended):
        return True
    first = next(_verbs(syntax, hit), None)
    if statement.act in _FUTURE_ACTS or statement.mood in _FUTURE_MOODS:
        return first is None or not _told(syntax, first)
    return False


def _wished(syntax: Syntax, noun: int, intended: frozenset[str]) -> bool:
    """Whether a noun is what somebody plans, wants, asks for or expects ("wants a pause", "asking for safe passage")."""
    head, relation = syntax.heads[noun], syntax.relations[noun]
    if relation == "pobj" and syntax.heads[head] != head:
        if syntax.lower(head) != "for":
            return False
        relation, head = "dobj", syntax.heads[head]
    return relation in ("dobj", "nsubjpass") and syntax.pos[head] in clauses.VERBAL and syntax.lower(head) in intended


def _opens(syntax: Syntax, verb: int, intended: frozenset[str]) -> bool:
    """Whether an infinitive hangs on a word of intention or duty ("plans to", "is to", "agreed to")."""
    head = syntax.heads[verb]
    if head == verb:
        return True
    return syntax.lower(head) in intended | _TO_BE


def _told(syntax: Syntax, verb: int) -> bool:
    """Whether a verb is told as past or going on."""
    helpers = _helpers(syntax, verb)
    if helpers & (_DONE | {"did", "was", "were", "is", "are"}):
        return True
    return not helpers and (syntax.lower(verb).endswith("ed") or syntax.relations[verb] in ("relcl", "acl", "advcl"))


def _long_ago(time: str | None, published: str | None) -> bool:
    """Whether a time lies a year or more before the report."""
    if not time or not published or not time[:4].isdigit() or not published[:4].isdigit():
        return False
    if _YEAR.match(time):
        return int(time) < int(published[:4])
    months = (int(published[:4]) - int(time[:4])) * 12
    if len(time) >= 7 and time[5:7].isdigit() and published[5:7].isdigit():
        months += int(published[5:7]) - int(time[5:7])
    return months >= HISTORICAL_MONTHS


HISTORICAL_MONTHS = 12
"""From how long before the report an event is historical: the annotation guidelines say about a year."""
