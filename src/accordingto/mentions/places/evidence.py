"""What speaks for a name's being that of a place, summed over all the times a text uses it.

A name that is in no gazetteer, and that an entity head has never seen, still shows what it is: things happen *in* it, people live
in the *town of* it, it comes before ", Orvenia"; persons speak and have titles. One sense a discourse: what some of its uses
show holds for the others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from accordingto.mentions.places.runs import ENDING, LETTER, Token
from accordingto.model import Span
from accordingto.resources.gazetteer.gazetteer import Gazetteer, Hit
from accordingto.resources.gazetteer.index import Role
from accordingto.resources.places import PlaceWords

WINDOW = 32
"""Characters on either side that are read."""
HEAD = {"place": 1.5, "person": -0.5, "organisation": -0.5, "nationality": -0.5}
"""What the entity head's kind says, times its score."""
KNOWN = 1.5
"""What a large place of this name says; countries and states say twice as much."""
ALSO_KNOWN = 1.0
"""What a large place says that has this name among others."""
SMALL = 0.3
"""What a small place says: villages share their names with people and things."""
LAST_NAME = -4.0
TITLED = -4.0
ARTICLE = -0.8
DATELINE = 4.0
BRACKETED = -3.0
BESIDE_PLACE = 1.5
KIND = 2.0
"""What a word of kind behind a name says; an article before the two says nothing then ("the Tarsa valley")."""
SURE = 4.0
"""Evidence at which a name counts as a place for the names beside it."""
PEOPLE = 3.0
"""An adjective formed from the name elsewhere in the text: "Orvenian" tells that Orvenia is a country."""
SEVERAL_WORDS = -0.5
"""Names of two or three words that nothing known begins are persons' more often than places'."""
MOST = 6.0
"""Bound of what one kind of witness can say: a hundred uses of "in" prove no more than a few."""
LARGE = 15_000
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]+)?,? ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?\.? ?)?(?:\([A-Z][^()\n]{1,40}\) ?|/[A-Z][\w/ ]{1,30}/ ?)?(?:[–—-]|/)"
)
_ADJECTIVE = re.compile(rf"\b[A-Z]{LETTER}{{3,}}(?:n|ns|i|is|ese|ish)\b")
_BEHIND = re.compile(rf"(?:,| in|,? and|,? nor(?: at)?) (?:the )?({LETTER}[\w’'-]*(?: [A-Z]\w+)?)")
_AHEAD = re.compile(rf"({LETTER}[\w’'-]*)(,|,? and) $")
_LISTED = re.compile(r",? (?:and )?[A-Z]")
_AGED = re.compile(r", \d{2}(?:,|\b)")


@dataclass(slots=True)
class Witness:
    """What is known of one name: sums by kind of witness."""

    sums: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    uses: int = 0

    @property
    def total(self) -> float:
        """All witnesses together, each bounded."""
        return sum(max(-MOST, min(MOST, value)) for value in self.sums.values())


class Evidence:
    """Sums of witnesses by name, over one text."""

    def __init__(self, text: str, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.words = words
        self.names: defaultdict[str, Witness] = defaultdict(Witness)
        self._stems = {stem for match in _ADJECTIVE.finditer(text) for stem in _stems(match[0])}

    def read(self, span: Span) -> None:
        """Add what one use of a name shows."""
        name = span.of(self.text)
        witness = self.names[key(name)]
        witness.uses += 1
        if witness.uses == 1:
            self._by_itself(name, witness)
        before, after = self.text[max(0, span.start - WINDOW) : span.start], self.text[span.end : span.end + WINDOW]
        ahead, behind = self._beside("before", before), self._beside("after", after)
        witness.sums["before"] += ahead if behind < KIND else max(ahead, 0.0)
        witness.sums["after"] += behind
        opening = not before.rstrip(" (") or before.rstrip(" (").endswith("\n")
        if before.endswith("(") and after.startswith(")"):
            witness.sums["bracket"] += DATELINE if opening and _DATELINE.match(after[1:].lstrip()) else BRACKETED
        if _AGED.match(after):
            witness.sums["after"] += TITLED
        elif opening and _DATELINE.match(after):
            witness.sums["dateline"] += DATELINE

    def join(self, span: Span) -> None:
        """Add what the places beside one use show; to be told once all uses have been read."""
        before, after = self.text[max(0, span.start - WINDOW) : span.start], self.text[span.end : span.end + WINDOW]
        self.names[key(span.of(self.text))].sums["neighbour"] += self._neighbours(before, after)

    def head(self, span: Span, kind: str, score: float) -> None:
        """Add what the entity head says of one use."""
        self.names[key(span.of(self.text))].sums["head"] += HEAD.get(kind, 0.0) * score

    def person(self, names: Iterable[str]) -> None:
        """Add that a name is a person's, or the last name of one."""
        for name in names:
            self.names[key(name)].sums["person"] += LAST_NAME

    def total(self, name: str) -> float:
        """Everything that was seen of a name."""
        return self.names[key(name)].total if key(name) in self.names else 0.0

    def _by_itself(self, name: str, witness: Witness) -> None:
        tokens = name.lower().split()
        if len(tokens) > 1:
            witness.sums["form"] += self.words.openings.get(tokens[0].strip(".‘’ʿʾ`'"), SEVERAL_WORDS)
        elif key(name) in self._stems:
            witness.sums["people"] += PEOPLE
        witness.sums["form"] += (
            next((value for value, ending in self.words.endings if ending.search(tokens[-1])), 0.0) / 2
        )
        witness.sums["gazetteer"] += max(map(_known, self.gazetteer.find(name)), default=0.0)

    def _beside(self, side: str, words: str) -> float:
        patterns = self.words.beside[side]
        if side == "before":
            return next((value for value, pattern in patterns if pattern.search(words)), 0.0)
        return next((value for value, pattern in patterns if pattern.match(words)), 0.0)

    def _neighbours(self, before: str, after: str) -> float:
        """A comma and a larger place behind it, or a place in one list with it."""
        behind = _BEHIND.match(after)
        ahead = _AHEAD.search(before)
        listed = ahead and (ahead[2] != "," or _LISTED.match(after))
        names = [match[1] for match in (behind, ahead if listed else None) if match and match[1][0].isupper()]
        return BESIDE_PLACE if any(self._is_place(name) for name in names) else 0.0

    def _is_place(self, name: str) -> bool:
        found = self.gazetteer.find(ENDING.sub("", name)) or self.gazetteer.find(name.split(maxsplit=1)[0])
        return any(_known(hit) >= KNOWN for hit in found) or self.total(name) >= SURE


def _stems(adjective: str) -> Iterator[str]:
    """Names that an adjective may be formed from: Orvenian from Orvenia, Veshkari from Veshkar, Lorrander from Lorrand."""
    word = adjective.casefold().removesuffix("s")
    for ending, added in (
        ("n", ""),
        ("an", ""),
        ("ian", ""),
        ("ian", "ia"),
        ("i", ""),
        ("ese", ""),
        ("ish", ""),
        ("ian", "y"),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            yield word[: len(word) - len(ending)] + added


SHORTEST = 4


def key(name: str) -> str:
    """Uses of a name in capitals count with the others."""
    return ENDING.sub("", name).casefold()


def _known(hit: Hit) -> float:
    entry = hit.entry
    if hit.role in (Role.DEMONYM, Role.SHORT):
        return 0.0
    if entry.kind.value in ("country", "continent", "admin1", "region", "water", "relief") and hit.role is Role.NAME:
        return 2 * KNOWN
    if hit.rank < 2:
        return 2 * KNOWN
    if entry.people < LARGE:
        return SMALL
    return KNOWN if hit.role is Role.NAME else ALSO_KNOWN


def is_titled(text: str, run: Sequence[Token], words: PlaceWords) -> bool:
    """Whether a title stands before a run, or begins it."""
    before = re.search(rf"({LETTER}+)\.?[ \u00a0]$", text[max(0, run[0].start - WINDOW) : run[0].start])
    first = run[0].word.lower().rstrip(".")
    return first in words.titles or (before is not None and before[1].lower() in words.titles)
