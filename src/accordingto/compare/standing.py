"""Whether a difference between two statements holds, though the two need not be of one extent nor built in the same way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.compare.naming import subject_of
from accordingto.compare.normalise import Token, tokens_of
from accordingto.compare.polarity import negators as negators_in
from accordingto.compare.said import Said
from accordingto.compare.slots import Frame
from accordingto.model import Difference, Passage, Slot, Span, hull

_PRONOUNS = frozenset(
    "i we you he she it they one this that these those there who which his her its their our my your both".split()
)

_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|ne|nt|ot|ck|ld|ft|id|ung|un|ught|ut|it|ept|ade)\b"
)
"""A form of to be and a participle."""

_AGENT = re.compile(r"\bby\s+")

AGENT_WORDS = 8
"""Words of an agent after its "by"."""


def stands(difference: Difference, a: Said, b: Said, frame: Frame) -> bool:
    """Whether a difference says what it seems to; quotations are compared on their own."""
    if difference.slot is Slot.ACTOR:
        return _is_swap(difference, a, b, frame)
    if difference.slot is Slot.POLARITY:
        return _is_turned(difference.a, a, b, frame) or _is_turned(difference.b, b, a, frame)
    if difference.slot is Slot.NUMBER:
        return _counts_alike(_counted(a, difference.a, frame), _counted(b, difference.b, frame), frame)
    return difference.slot is not Slot.QUOTE


def _is_swap(difference: Difference, a: Said, b: Said, frame: Frame) -> bool:
    """Whether two subjects are of two actors.

    Either side knows nothing of the other's, or, where two changed places, both know both: whom only one of the statements lacks is
    another part of the sentence. A blow is no actor, a number and a pronoun name none, and in a passive the subject is not who acts.
    """
    sides = ((a, difference.a), (b, difference.b))
    if passive(a) != passive(b) or not all(_names(said, subject, frame) for said, subject in sides):
        return False
    return _has(b, difference.a_value) == _has(a, difference.b_value)


def passive(said: Said) -> bool:
    """Whether a clause is in the passive."""
    return any(_PASSIVE.search(said.text, part.start, part.end) for part in said.parts)


def _participle(said: Said, frame: Frame) -> str | None:
    """What is done in a passive clause, as a form."""
    match = next((m for part in said.parts for m in _PASSIVE.finditer(said.text, part.start, part.end)), None)
    return frame.canon.of(tokens_of(match[0])[-1]) if match else None


def _names(said: Said, subject: Passage, frame: Frame) -> bool:
    """Whether a subject names somebody."""
    tokens = tokens_of(said.text, subject.spans)
    end = subject.spans[-1].end
    near = [*tokens[-1:], *tokens_of(said.text[end : end + 20])[:1]]
    if any(token.word in frame.words.blows for token in near) or (tokens and tokens[0].word in _PRONOUNS):
        return False
    return any(_tells(token, frame) for token in tokens)


def _tells(token: Token, frame: Frame) -> bool:
    if token.word[0].isdigit() or token.word in frame.words.quantities.words:
        return False
    plain = token.word in frame.words.general_nouns or token.word in frame.words.function_words
    return token.capital or not plain


def _has(one: Said, words: str) -> bool:
    """Whether a statement has all of some words."""
    stems = {token.stem for token in one.tokens}
    return {token.stem for token in tokens_of(words)} <= stems


def _is_turned(negators: Passage, negated: Said, other: Said, frame: Frame) -> bool:
    """Whether what a negator turns stands in the other statement: "not damaged" and "damaged", but not "not attack" and "leave alone"."""
    if not negators_in(negated.text, negators.spans, frame.words):
        return False
    whole = hull(negators.spans)
    following = [token for token in negated.tokens if token.start >= whole.end]
    turned = [form for token in following[:TURNED_WITHIN] if (form := frame.canon.of(token)) is not None]
    inside = [
        form for token in tokens_of(negated.text, (whole,)) if (form := frame.canon.of(token)) in other.forms and form
    ]
    return bool(inside) or bool(set(turned[:1]) & other.forms)


COUNTED_WITHIN = 4
"""Words after a number among which that which it counts comes."""


def _counted(said: Said, number: Passage, frame: Frame) -> list[Token]:
    """The words of content right after a number."""
    end = number.spans[-1].end
    inside = [part.end for part in said.parts if part.start <= end < part.end]
    tokens = tokens_of(said.text, (Span(end, inside[0]),)) if inside else []
    return [token for token in tokens[:COUNTED_WITHIN] if frame.canon.of(token) is not None]


def _counts_alike(a: Sequence[Token], b: Sequence[Token], frame: Frame) -> bool:
    """Whether two numbers count the same: words shared, people under any name, nothing said; never miles and people, or days."""
    if not a or not b:
        return True
    if _unit(a, frame) != _unit(b, frame):
        return False
    if {frame.canon.of(token) for token in a} & {frame.canon.of(token) for token in b}:
        return True
    return any(token.word in frame.words.general_nouns for token in (*a, *b))


def _unit(counted: Sequence[Token], frame: Frame) -> str | None:
    """The kind of measure that what is counted is given in."""
    kinds = frame.words.quantities.kinds
    return next((kinds[token.word] for token in counted[:2] if token.word in kinds), None)


TURNED_WITHIN = 4
"""Words after a negator among which the one that it turns comes first."""


def agents_differ(a: Said, b: Said, frame: Frame) -> tuple[Span, Span] | None:
    """Who acts in two clauses of which one or both are in the passive, where that is not the same; else ``None``.

    The one who acts in a passive stands after its "by", in another clause it is the subject. Both must tell of the same deed.
    """
    done = _participle(a, frame) if passive(a) else _participle(b, frame) if passive(b) else None
    if done is None or not (done in a.forms and done in b.forms):
        return None
    one, other = _agent(a, frame), _agent(b, frame)
    if not one or not other or _same(one, other, frame):
        return None
    if {t.stem for t in one if t.capital} & {t.stem for t in b.tokens} and not passive(b):
        return None
    return Span(one[0].start, one[-1].end), Span(other[0].start, other[-1].end)


def _agent(said: Said, frame: Frame) -> list[Token]:
    """The telling words of who acts in a clause."""
    if not passive(said):
        found = subject_of(said, frame.words, frame.abbreviations)
        tokens: Sequence[Token] = tokens_of(said.text, (found.span,)) if found else ()
        return [token for token in tokens if _tells(token, frame)]
    match = next((m for part in said.parts for m in _AGENT.finditer(said.text, part.start, part.end)), None)
    if match is None:
        return []
    end = min(part.end for part in said.parts if part.end > match.start())
    tokens = tokens_of(said.text, (Span(match.end(), end),))[:AGENT_WORDS] if match.end() < end else []
    return _up_to_break(said.text, tokens, frame)


def _up_to_break(text: str, tokens: Sequence[Token], frame: Frame) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if kept and (
            token.word in ("in", "on", "at", "to", "for", "with", "from", "after", "before", "and", "who", "which")
        ):
            break
        if kept and re.search(r"[,;:]", text[kept[-1].end : token.start]):
            break
        kept.append(token)
    return [token for token in kept if _tells(token, frame)]


def _same(a: Sequence[Token], b: Sequence[Token], frame: Frame) -> bool:
    """Whether two agents share a telling word or stand in one row of near words."""
    ours, theirs = ({frame.canon.of(token) or token.stem for token in side} for side in (a, b))
    return bool(ours & theirs)
