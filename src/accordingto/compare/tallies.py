"""What the numbers of a side count: a harm, people, things, or how often; whose they are, and which are parts of others.

Told by the words around each number in its own stretch of the sentence: "killing nine people and wounding sixty" has two numbers, of
two harms; "19 of them by the army, and 12 by the rebels" has two of one thing, by two parties.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from accordingto.compare.kindred import kin_of, rows_of
from accordingto.compare.normalise import Token, same_name, tokens_of
from accordingto.compare.numbers import ALONE, TURNS, Quantity, loosely, often, singly
from accordingto.compare.sides import Side
from accordingto.model import Span, hull, spans_of

COUNT = "number"
"""Words of its kin speak of a count without saying of what."""
HEAD_WITHIN = 5
"""Words behind a number among which the noun stands that it counts."""
OUT_OF_WITHIN = 40
"""Characters between a number and the one that it is taken out of."""
RIGHT_BEFORE = 3
"""Words before a number in which a verb of harm has it as its object: "killing at least nine"."""
_PLURAL = re.compile(r"[^\W\d_]{2,}(?:[^s]s|men|people|children)")
_LISTED = re.compile(r"(?:[ \u00a0][\w-]+){0,4}(?:,|,?\sand\b)\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE)
_OF_THEM = re.compile(r"[ \u00a0]of[ \u00a0](?:them|these|those|whom|us|which)\b", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\b(?:out of|of)[ \u00a0](?:(?:the|its|their|his|her|our|all|a total of|some|about|a crew of)[ \u00a0])?"
    r"(?:[\w-]+[’'](?:s[ \u00a0])?)?$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"\bin[ \u00a0]$", re.IGNORECASE)
_LED_BY = ("of", "the", "its", "their", "our", "his", "her", "more", "other", "all")
"""Words that may stand between a number and its noun."""
_RELATIVE = ("who", "which", "whom", "whose", "where")
_FELL = ("fell", "fall", "fallen")
"""Of people: in battle."""
_AMONG = re.compile(
    r"\b(?:including|among them|among whom|of whom|of them|of which|among these)(?: (?:at least|about|the))?\s*$",
    re.IGNORECASE,
)
_ALL = re.compile(r"\ball (?:the |of the |of its |its |of |our |their )?$", re.IGNORECASE)


class Sort(StrEnum):
    """What kind of thing is counted, as far as the words right behind a number say."""

    PEOPLE = "people"
    THINGS = "things"
    OFTEN = "often"
    """How often a thing was done."""
    BARE = "bare"
    """No noun is said: "12 from the rebels", "five of them"."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A number with what it counts."""

    quantity: Quantity
    sort: Sort
    heads: frozenset[str]
    """Stems of the noun that is counted."""
    kin: frozenset[int]
    """Rows of kindred words that it stands in."""
    harms: frozenset[str]
    """Kinds of harm that it is a count of."""
    who: frozenset[str]
    """Names and nouns of parties in its stretch of the sentence, stemmed."""
    part: bool
    """Whether it is taken out of another number before it: "two of them seriously"."""
    whole: bool
    """Whether another number is taken out of it: the 40 of "14 out of 40"."""
    every: bool
    """Whether it is all that there are: "all 23"."""
    total: bool
    """Whether it is called a number or toll: "the number of dead has risen to 19"."""
    found: bool
    """Whether the dead are only counted, and nothing is said of how they died: "24 bodies"."""
    listed: bool
    """Whether it goes on with the number before: "12 bombers and two transport planes"."""


def tallies(side: Side) -> tuple[Tally, ...]:
    """The numbers of a side with what they count, in order; those named as what is not so are left out."""
    return side.once(_tallies)


def _tallies(side: Side) -> tuple[Tally, ...]:
    found = [q for q in side.quantities if not _put_right(side.text, q)]
    words = side.frame.words
    more = (*often(side.said, words), *loosely(side.said, words), *singly(side.said, words.alone, words))
    found += [q for q in more if not any(q.span.overlaps(one.span) for one in found)]
    ordered = sorted(found, key=lambda q: q.span)
    stretches = _stretches(side, ordered) if ordered else []
    return tuple(_tally(side, i, ordered, stretches) for i in range(len(ordered)))


def _put_right(text: str, quantity: Quantity) -> bool:
    """Whether a number is named as the one that is not so: "sixteen, not 18", "26 instead of the 31"."""
    before = text[max(0, quantity.span.start - 18) : quantity.span.start]
    return re.search(r"\b(?:not|instead of|rather than)\s+(?:the\s+)?$", before) is not None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The words of a number's sentence that are its own: behind it up to the next number, before it down to the last."""

    before: tuple[Token, ...]
    after: tuple[Token, ...]
    open: bool
    """Whether only "and" or a comma stands between its noun and the next number, so that both have one verb."""


def _stretches(side: Side, ordered: Sequence[Quantity]) -> list[_Stretch]:
    text, tokens, verbs = side.text, _tokens(side), side.frame.words.verbs
    made: list[_Stretch] = []
    begins = 0
    for one, following in zip(ordered, [*(q.span for q in ordered[1:]), None], strict=True):
        edge = following.start if following else len(text)
        before = _one_sentence(
            [t for t in tokens if begins <= t.start and t.end <= one.span.start], text, one.span.start, back=True
        )
        after = _one_sentence([t for t in tokens if one.span.end <= t.start and t.end <= edge], text, one.span.end)
        cut = _cut(after, text, one.span.end) if following and after and _near(text, after[-1].end, edge) else None
        after = after if cut is None else after[:cut]
        begins = after[-1].end if after else one.span.end
        joined = cut is not None and len(after) <= RIGHT_BEFORE and not any(t.word in verbs for t in after)
        made.append(_Stretch(tuple(before), tuple(after), joined))
    return made


def _tokens(side: Side) -> list[Token]:
    """The words of a side, with those between its parts that name no voice: a proposition may be read in pieces."""
    if len(side.said.parts) == 1:
        return [*side.said.tokens]
    voiced = [
        span for link in side.said.statement.voices for span in (*spans_of(link.source.evidence), *spans_of(link.cue))
    ]
    return [
        t for t in tokens_of(side.text, (hull(side.said.parts),)) if not any(s.start <= t.start < s.end for s in voiced)
    ]


def _near(text: str, end: int, start: int) -> bool:
    return re.search(r"[.;!?]\s", text[end:start]) is None


def _cut(after: Sequence[Token], text: str, start: int) -> int | None:
    """Where the stretch of the next number begins among the words between two: at the last "and" or comma."""
    if after and re.match(r"\s*,", text[after[-1].end : after[-1].end + 2]):
        return len(after)
    for i in range(len(after) - 1, -1, -1):
        gap = text[after[i - 1].end if i else start : after[i].start]
        if after[i].word in ("and", "but", "while", "against", "or") or "," in gap:
            return i
    return None


def _one_sentence(tokens: Sequence[Token], text: str, at: int, *, back: bool = False) -> list[Token]:
    """The words beside a number, up to where its sentence ends."""
    kept: list[Token] = []
    edge = at
    for token in reversed(tokens) if back else tokens:
        gap = text[token.end : edge] if back else text[edge : token.start]
        if re.search(r"[.;!?]\s", gap):
            break
        kept.append(token)
        edge = token.start if back else token.end
    return kept[::-1] if back else kept


def _tally(side: Side, i: int, ordered: Sequence[Quantity], stretches: Sequence[_Stretch]) -> Tally:
    one, stretch, text = ordered[i], stretches[i], side.text
    words = side.frame.words
    before = text[max(0, one.span.start - 40) : one.span.start]
    heads = _heads(side, one, stretch)
    harms = _harms(side, stretch)
    sort = _sort(side, one, heads)
    if not harms and sort is not Sort.THINGS:
        harms = _shared_harms(side, i, stretches)
    if not harms and (sort is Sort.PEOPLE or _OF_THEM.match(text, one.span.end)):
        harms = _struck(side, stretch)
    stems = frozenset(t.stem for t in heads)
    rows = kin_of(words)
    whole = _is_whole(before, heads, one, ordered[i - 1] if i else None) or _opens_whole(text, one, ordered, i)
    return Tally(
        quantity=one,
        sort=sort,
        heads=stems,
        kin=rows_of(stems, words),
        harms=harms,
        who=_who(side, stretch),
        part=bool(i) and bool(_OF_THEM.match(text, one.span.end) or _AMONG.search(before)),
        whole=whole,
        every=_ALL.search(before) is not None,
        total=any(rows.get(t.stem, frozenset()) & rows.get(COUNT, frozenset()) for t in stretch.before),
        found=bool({t.word for t in heads} & words.counted["remains"]),
        listed=bool(i) and _LISTED.fullmatch(text[ordered[i - 1].span.end : one.span.start]) is not None,
    )


def _is_whole(before: str, heads: Sequence[Token], one: Quantity, last: Quantity | None) -> bool:
    """Whether the number before is taken out of it: "14 out of 40", "two of the dam's six gates", "one gate in six"."""
    if last is None or one.span.start - last.span.end > OUT_OF_WITHIN:
        return False
    return bool(_OF_ALL.search(before) or (not heads and _IN_ALL.search(before)))


def _opens_whole(text: str, one: Quantity, ordered: Sequence[Quantity], i: int) -> bool:
    """Whether it opens the sentence as what others are taken out of: "Of the 40 aircraft, 12 have left"."""
    return (
        i + 1 < len(ordered)
        and re.search(
            r"(?:^|[.\n\"“] ?|, )Of (?:the|its|their|all) $", text[max(0, one.span.start - 14) : one.span.start]
        )
        is not None
    )


def _heads(side: Side, one: Quantity, stretch: _Stretch) -> list[Token]:
    """The noun behind a number: the first plural up to where the phrase ends, or else all its words."""
    if one.counted in (TURNS, ALONE) or _OF_THEM.match(side.text, one.span.end):
        return []
    words, found = side.frame.words, list[Token]()
    edge = one.span.end
    for token in stretch.after[:HEAD_WITHIN]:
        gap = side.text[edge : token.start]
        edge = token.end
        if re.search(r"[,;:.()–—]", gap) or token.word in words.clause_breaks:
            break
        if token.word.endswith("'s") or (token.word in _LED_BY and not found):
            continue
        if token.word in words.function_words or token.word in words.verbs:
            break
        found.append(token)
        if _plural(token, words.counted["people"]):
            return [token]
    return found if one.size == 1 else found[:1]


def _plural(token: Token, people: frozenset[str]) -> bool:
    return token.word in people or _PLURAL.fullmatch(token.word) is not None


def _sort(side: Side, one: Quantity, heads: Sequence[Token]) -> Sort:
    if one.counted == ALONE:
        return Sort.PEOPLE
    if one.counted == TURNS or any(t.stem == "occasion" for t in heads):
        return Sort.OFTEN
    if not heads:
        return Sort.BARE
    people = side.frame.words.counted["people"]
    if not _plural(heads[0], people) and one.size != 1:
        return Sort.BARE  # "rose to 19 overnight", and nouns whose plural has no ending
    harmful = any(t.word in named for t in heads for named in side.frame.words.harms.values())
    return Sort.PEOPLE if harmful or any(t.word in people or t.stem in people for t in heads) else Sort.THINGS


def _harms(side: Side, stretch: _Stretch) -> frozenset[str]:
    """The kinds of harm of a number: of the verb right before it, else of the first word of harm behind it, else of the last before."""
    for token in stretch.before[-RIGHT_BEFORE:][::-1]:
        if token.word in ("and", "but", "or", "while", "when", "as"):
            break
        if kinds := _harm(side, token):
            return kinds
    for token in _main(side, stretch.after):
        if token.word in side.frame.words.clause_breaks:
            break
        if kinds := _harm(side, token):
            return kinds
    for token in stretch.before[::-1]:
        if token.word in side.frame.words.clause_breaks:
            break
        if kinds := _harm(side, token):
            return kinds
    return frozenset()


def _main(side: Side, tokens: Sequence[Token]) -> list[Token]:
    """Some words without the relative clauses between commas: "three men, who had come by boat, were hurt"."""
    kept: list[Token] = []
    inside = False
    for i, token in enumerate(tokens):
        comma = i > 0 and "," in side.text[tokens[i - 1].end : token.start]
        inside = (comma and not inside and token.word in _RELATIVE) or (inside and not comma)
        if not inside:
            kept.append(token)
    return kept


def _struck(side: Side, stretch: _Stretch) -> frozenset[str]:
    """The harm of people that were hit or fell; of a thing neither is one."""
    near = {t.word for t in stretch.after[:HEAD_WITHIN]}
    if near & {*_FELL}:
        return frozenset(["killed"])
    return frozenset(["injured"]) if near & side.frame.words.counted["struck"] else frozenset()


def _shared_harms(side: Side, i: int, stretches: Sequence[_Stretch]) -> frozenset[str]:
    """Of a number whose verb stands behind the next: "12 men and three women were killed"."""
    return _harms(side, stretches[i + 1]) if stretches[i].open and i + 1 < len(stretches) else frozenset()


def _harm(side: Side, token: Token) -> frozenset[str]:
    return frozenset(kind for kind, named in side.frame.words.harms.items() if token.word in named)


def _who(side: Side, stretch: _Stretch) -> frozenset[str]:
    """The names, and the nouns of parties, behind a number or else before it."""
    return parties_among(side, stretch.after) or parties_among(side, stretch.before)


def parties_among(side: Side, tokens: Sequence[Token]) -> frozenset[str]:
    """The stems of names and of nouns of parties among some words, and with a sign before it the kind of force that they are of."""
    words = side.frame.words
    outside = [*(place.span for place in side.said.account.places), *(when.span for when in side.times)]
    opening = {side.said.sentence.start, *(part.start for part in side.said.parts)}
    found = {
        t.stem
        for t in tokens
        if (
            t.word in words.compared.parties
            or (t.capital and t.start not in opening and t.word not in words.function_words)
        )
        and t.word not in words.general_nouns
        and not any(Span(t.start, t.end).overlaps(span) for span in outside)
    }
    text = " ".join(t.word for t in tokens)
    ranks = {_rank(kind) for kind, pattern in words.compared.ranks.items() if pattern.search(text)}
    return frozenset(found | ranks)


def same_party(mine: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two such sets have a name or noun in common, names in two spellings too, or the kind of force."""
    return any(one == two or (one[0] != "=" != two[0] and same_name(one, two)) for one in mine for two in other)


def _rank(kind: str) -> str:
    return f"={'army' if kind == 'state' else kind}"
