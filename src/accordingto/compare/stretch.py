"""A stretch of words read for who does what: which words are verbs, and where the subject or the agent of each stands.

There is no syntax at hand when statements are compared, only words; what is told here is what their order tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from accordingto.compare.normalise import Token, irregular, stem
from accordingto.compare.sides import Side

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

LONGEST = 14
"""Words of a phrase for somebody."""
FAR = 5
"""Words before a participle within which its auxiliary stands, nothing but adverbs between them."""

BE = frozenset("be been being is are was were got get gets isn't wasn't weren't aren't".split())
AUXILIARIES = BE | frozenset(
    "has have had having will would shall should can could may might must do does did to hasn't haven't hadn't won't wouldn't didn't "
    "doesn't don't can't couldn't cannot not never also still already now then later again once ever just only".split()
)
ARTICLES = frozenset("the a an this that these those its their his her our your my some any no every each".split())
NOT = frozenset("not no none never nobody neither nor nothing".split())
_MODALS = frozenset(
    "will would shall should can could may might must do does did never won't wouldn't didn't don't doesn't cannot".split()
)
_BETWEEN = AUXILIARIES | frozenset(
    "most likely very in all probability likelihood fact at first perhaps maybe themselves itself both".split()
)
_PREPOSITIONS = frozenset(
    "of in on at from near after before since during for with by as under outside around inside despite until against over between "
    "into through towards toward without within across beyond above below behind along among upon about beside beneath "
    "amid amongst throughout past via".split()
)
_RELATIVE = frozenset("who which that whom whose".split())
_BREAKS = _RELATIVE | frozenset(
    "when while whereas if because although though after before as since until unless whether but so where than".split()
)
_ENDS = _BREAKS | AUXILIARIES
"""What no phrase for somebody goes on behind."""
_NO_OBJECT = _ENDS | _PREPOSITIONS | {"and", "or"}
_NOMINAL = (ARTICLES - _RELATIVE) | _PREPOSITIONS
"""Behind these a past form is no finite verb."""
_PARTICLES = frozenset("up down out off away back over".split())
_ITSELF = frozenset("within inside itself".split())
_UNKNOWN = frozenset(
    "clear unclear known unknown say know knows knew establish established determine determined tell told question seen found".split()
)
"""Words before a "who" that asks."""
_SPEECH = frozenset(
    map(stem, "said says told added reported claimed insisted denied announced stated confirmed".split())
)
_FULL = re.compile(r"[;:.][^\w\s]*\s|[–—“”«»\"?!]")
_MARK = re.compile(r"[,;:.][^\w\s]*\s|[–—()“”«»\"?!]")
_APPOSITION = frozenset("a an the its his her their which who whose where acting led part known".split())
_NO_AGENT = re.compile(
    r"\w+ing\b|\d|noon\b|dawn\b|night\b|mistake\b|accident\b|hand\b|air\b|sea\b|land\b|road\b|force\b"
)
"""What follows "by" and is no agent."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a side between full stops and the like."""

    side: Side
    tokens: Sequence[Token]

    def gap(self, i: int) -> str:
        """What stands before a word."""
        return self.side.text[self.tokens[i - 1].end : self.tokens[i].start] if i else ""

    def mark(self, i: int) -> bool:
        """Whether a mark parts a word from the one before; brackets around a single word part nothing: "Upland Forces (UF)"."""
        gap = self.gap(i)
        text, k = self.side.text, i if "(" in gap else i - 1
        if gap.strip() in ("(", ")"):
            return text[self.tokens[k].start - 1] != "(" or text[self.tokens[k].end : self.tokens[k].end + 1] != ")"
        return bool(_MARK.search(gap))

    def verb(self, i: int) -> bool:
        """Whether a word is the verb of a deed, finite or a participle."""
        token, words = self.tokens[i], self.side.frame.words
        if token.word in AUXILIARIES or token.capital or not i or "-" in self.gap(i) or token.stem in _SPEECH:
            return False
        before = self.tokens[i - 1].word
        if self.past(i):
            return before not in _NOMINAL and not before.endswith("'s") and not before.isdigit()
        if self._modal(i):
            return token.word not in words.function_words and not token.word.endswith("ly")
        plural = before.endswith("s") or before in ("men", "people", "women", "police")
        deed = token.stem in deeds_of(words) and token.word not in words.blows
        return self.side.said.headline and deed and (plural or token.word.endswith("s"))

    def past(self, i: int) -> bool:
        """Whether a word is a past form of a verb."""
        word = self.tokens[i].word
        return (
            (word.endswith("ed") and len(word) > 4)
            or word in self.side.frame.words.compared.doing.pasts
            or irregular(word)
        )

    def _modal(self, i: int) -> bool:
        """Whether a verb that changes no form leads to a word, be it over adverbs: "does not currently plan"."""
        k = i - 1
        while k > 0 and (
            self.tokens[k].word.endswith("ly") or self.tokens[k].word in ("not", "never", "also", "still")
        ):
            k -= 1
        return self.tokens[k].word in _MODALS

    def passive(self, start: int, i: int) -> bool:
        """Whether a verb whose auxiliaries begin at ``start`` is done to its subject: "was hit", "missiles fired by the army"."""
        by = i + 1 < len(self.tokens) and self.tokens[i + 1].word == "by" and self.past(i)
        return by or any(token.word in BE for token in self.tokens[start:i])

    def before(self, i: int) -> int:
        """Where the auxiliaries and adverbs of a verb begin."""
        start = i
        for k in range(i - 1, max(-1, i - FAR - 1), -1):
            if self.tokens[k].word in BE:
                start = k + 1
            elif self.tokens[k].word not in _BETWEEN and not self.tokens[k].word.endswith("ly"):
                break
        while start and (self.tokens[start - 1].word in AUXILIARIES or self.tokens[start - 1].word.endswith("ly")):
            if self.mark(start):
                break
            start -= 1
        return start

    def behind(self, i: int) -> tuple[Token, ...]:
        """Whom a passive names behind "by", be it far behind."""
        for k in range(i + 1, len(self.tokens) - 1):
            token = self.tokens[k]
            if token.word in _BREAKS and token.word not in ("after", "before", "as"):
                break
            if token.word == "by" and not _NO_AGENT.match(self.tokens[k + 1].word):
                agent = self.phrase(k + 1)
                return agent if agent and _agentive(agent) else ()
        return ()

    def from_whom(self, i: int) -> tuple[Token, ...]:
        """From whose hands fire comes: "from the position of the Guard"; empty where no such thing is named."""
        held = self.side.frame.words.compared.doing.held
        for k in range(i + 1, min(i + LONGEST, len(self.tokens) - 1)):
            if self.tokens[k].word in _BREAKS or (k > i + 1 and self.mark(k)):
                break
            if self.tokens[k].word == "from":
                found = self.phrase(k + 1)
                return found if any(token.word in held for token in found) else ()
        return ()

    def of_itself(self, i: int) -> tuple[Token, ...]:
        """What tells that a thing blew up of itself: "from within"."""
        behind = range(i + 2, min(i + 5, len(self.tokens)))
        led = ("from", "by", "of")
        found = (k for k in behind if self.tokens[k].word in _ITSELF and self.tokens[k - 1].word in led)
        return next(((self.tokens[k],) for k in found), ())

    def met(self, i: int) -> tuple[Token, ...]:
        """What does harm to whoever hits it: "she had hit a mine"."""
        if self.tokens[i].stem not in ("hit", "strike", "run", "touch", "trip", "step", "drive"):
            return ()
        phrase = self.phrase(i + 1)
        return phrase if phrase and phrase[-1].word in self.side.frame.words.compared.doing.obstacles else ()

    def asked(self, start: int) -> tuple[Token, ...]:
        """The "who" that leaves open who did what: "it was not clear who shot"."""
        open_ = start > 1 and self.tokens[start - 1].word == "who" and self.tokens[start - 2].word in _UNKNOWN
        return (self.tokens[start - 1],) if open_ else ()

    def acts(self, i: int, agent: Sequence[Token]) -> bool:
        """Whether an active verb is done to something, or by somebody who is known to act: "the boys lit the school"."""
        words, party = self.side.frame.words, self._party(agent)
        if not agent or (agent[-1].word in words.blows and not party):
            return False
        if party:
            return self.tokens[i].stem != "come"
        k = i + 1
        while k < len(self.tokens) and self.tokens[k].word in _PARTICLES:
            k += 1
        if k >= len(self.tokens) or self.mark(k):
            return False
        after = self.tokens[k].word
        if after in ("at", "on", "upon", "into") and self.tokens[i].stem in stems_of(words.compared.doing.aimed):
            return True
        return after not in _NO_OBJECT and not after.endswith("ly")

    def _party(self, agent: Sequence[Token]) -> bool:
        """Whether a phrase holds a name or a noun of a party."""
        parties = self.side.frame.words.compared.parties
        return any(token.word in parties or (token.capital and token.word not in ARTICLES) for token in agent)

    def phrase(self, start: int) -> tuple[Token, ...]:
        """The words of a phrase for somebody from a word on."""
        found: list[Token] = []
        for k in range(start, min(start + LONGEST, len(self.tokens))):
            token = self.tokens[k]
            if token.word in _ENDS or (found and (self.mark(k) or self.verb(k))):
                break
            if found and token.word in _PREPOSITIONS and token.word not in ("of", "from"):
                break
            found.append(token)
        while found and found[-1].word in ("of", "from", "and", "or", "the", "a"):
            found.pop()
        return tuple(found)

    def subject(self, end: int) -> tuple[tuple[Token, ...], bool]:
        """Whom the words before a verb name, and whether a negation leads to it: "no unit of the army"."""
        first, last = self._opening(end)
        found = list(self.tokens[first:last])
        denied = bool(found) and (found[0].word in NOT or (first > 0 and self.tokens[first - 1].word in NOT))
        while found and (found[0].word in NOT or found[0].word == "of" or found[0].word.endswith("ly")):
            found.pop(0)
        found = _without_setting(found)
        return (tuple(found), denied) if found and len(found) <= LONGEST else ((), denied)

    def _opening(self, end: int) -> tuple[int, int]:
        """Between which words the subject of a verb stands that begins there."""
        last = self._aside(end) if 0 < end < len(self.tokens) and "," in self.gap(end) else end
        if last and self.tokens[last - 1].word in _RELATIVE:
            last -= 1
            last = self._aside(last) if last and "," in self.gap(last) else last
        first, inner = last, False
        while first and not (first < last and self.mark(first)):
            word = self.tokens[first - 1].word
            if word in _RELATIVE and inner:
                inner = False
            elif self.verb(first - 1) or (word in AUXILIARIES and not inner):
                if not self._inside_relative(first - 1):
                    break
                inner = True
            elif (word in _BREAKS and not self._hyphened(first - 1)) or self._joins_verbs(first - 1):
                break
            first -= 1
        return first, last

    def _hyphened(self, i: int) -> bool:
        end = self.tokens[i].end
        return self.side.text[end : end + 1] == "-"

    def _joins_verbs(self, i: int) -> bool:
        """Whether a word joins what two verbs say and not two names."""
        return self.tokens[i].word in ("and", "or") and any(self.verb(k) for k in range(max(0, i - 8), i))

    def _aside(self, end: int) -> int:
        """Where what is set in between commas before a word begins: an apposition, a participle or a relative clause."""
        for k in range(end - 1, max(0, end - 3 * LONGEST), -1):
            if "," in self.gap(k):
                return k if self.tokens[k].word in _APPOSITION or self.past(k) else end
        return end

    def _inside_relative(self, i: int) -> bool:
        """Whether a verb is that of a relative clause without marks: "persons who came from the camp had lit it"."""
        for k in range(i - 1, max(-1, i - FAR), -1):
            if self.tokens[k].word in _RELATIVE:
                return k > 0 and self.tokens[k - 1].word not in AUXILIARIES and not self.verb(k - 1)
            if self.tokens[k].word not in AUXILIARIES:
                return False
        return False


def stretches(side: Side) -> Iterator[Stretch]:
    """The stretches of a side in reading order."""
    held: list[Token] = []
    starts = {part.start for part in side.said.parts}
    for token in side.said.tokens:
        if held and (token.start in starts or _FULL.search(side.text, held[-1].end, token.start)):
            yield Stretch(side, held)
            held = []
        held.append(token)
    if held:
        yield Stretch(side, held)


@lru_cache(maxsize=4)
def deeds_of(words: Comparison) -> Mapping[str, frozenset[int]]:
    """The rows of deeds that a stem stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(words.compared.doing.deeds):
        for one in stems_of(row):
            found.setdefault(one, set()).add(number)
    return {one: frozenset(numbers) for one, numbers in found.items()}


@lru_cache(maxsize=256)
def stems_of(words: Iterable[str]) -> frozenset[str]:
    """The stems of verbs in all their forms: short ones keep an "e" that their forms have lost."""
    return frozenset(stem(form) for word in words for form in (word, word + "s", word.removesuffix("e") + "ing"))


def _agentive(phrase: Sequence[Token]) -> bool:
    """Whether a phrase may name somebody: it has an article, a name, a number or a plural; "by plane" has not."""
    return len(phrase) > 1 or phrase[0].capital or phrase[0].word.endswith("s") or phrase[0].word in NOT


def _without_setting(found: list[Token]) -> list[Token]:
    """A phrase without what tells time and place before it: "At 02:40 on Thursday the coalition"."""
    if not found or found[0].word not in _PREPOSITIONS:
        return found
    for k in range(1, len(found)):
        if found[k].word in ARTICLES and found[k - 1].word not in _PREPOSITIONS:
            return found[k:]
    return []
