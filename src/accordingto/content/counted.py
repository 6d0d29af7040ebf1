"""What a quantity counts: the noun it is a number of, and the phrase that says so.

The words right behind a quantity decide first ("31 people", "dozens of Front fighters", "12 of them children"), then what it is the
number of by its verb ("the toll rose to 31", "put the dead at 26"). Parts of speech are trusted, arcs are not needed.
"""

from __future__ import annotations

from typing import NamedTuple

from accordingto.content.scene import Scene
from accordingto.language.syntax import Syntax
from accordingto.model import Quantity, Span
from accordingto.resources.counting import CountingWords

PEOPLE = "people"
_NOUNS = ("NOUN", "PROPN")
_INNER = ("NOUN", "PROPN", "ADJ", "NUM", "X", "SYM")
_MARKS = frozenset("-‐‑’'“”‘\"«»&/")
_ARE = frozenset("are were is was being".split())
_HYPHENS = frozenset("-‑")
_OPENERS = ("DET", "PRON")
LONGEST_PHRASE = 12
"""Words of a noun phrase that are looked at."""
REACH = 6
"""Words within which an arc may carry a phrase further."""


class Counted(NamedTuple):
    """What is counted: ``unit`` is ``None`` where no words say it, ``rule`` how it was found."""

    unit: str | None
    what: Span | None
    rule: str
    carried: bool = False
    """Whether it goes on with what was counted before ("another 12", "22 of them")."""


class Phrase(NamedTuple):
    """A noun phrase: its first word, the end of its words, and its head (``None`` without a noun)."""

    first: int
    end: int
    head: int | None


def counted(quantity: Quantity, scene: Scene, words: CountingWords) -> Counted:
    """What a quantity of the running text counts."""
    syntax, sentence = scene.syntax, scene.sentence_of(quantity.span)
    after = syntax.inside(Span(quantity.span.end, max(sentence.end, quantity.span.end + 1)))
    here = _Here(syntax, sentence, words, after.stop)
    at = here.past_marks(after.start)
    kind = words.quantities.kind_of(quantity.measure)
    if kind is not None:
        return here.measured(quantity, at, kind)
    found = here.behind(quantity, at)
    return found or here.by_verb(quantity) or Counted(None, None, "bare")


class _Here(NamedTuple):
    """The sentence that a quantity stands in."""

    syntax: Syntax
    sentence: Span
    words: CountingWords
    stop: int

    def lower(self, word: int) -> str:
        return self.syntax.lower(word) if word < self.stop else ""

    def pos(self, word: int) -> str:
        return self.syntax.pos[word] if word < self.stop else ""

    def past_marks(self, word: int) -> int:
        while word < self.stop and self.syntax.word(word) in _MARKS:
            word += 1
        return word

    def measured(self, quantity: Quantity, at: int, kind: str) -> Counted:
        """A share, a sum of money or a measure: of what, where "of" says it."""
        text = self.syntax.text
        unit = "%" if kind == "share" else quantity.measure or ""
        if (
            kind == "money"
            and self.lower(at) in self.words.quantities.currencies
            and self.lower(at + 1) not in ("of", "in")
        ):
            return Counted(unit, Span(self.syntax.starts[at], self.syntax.ends[at]), kind)
        if kind != "share" and text[quantity.span.end : quantity.span.end + 40].lower().lstrip(" \u00a0-").startswith(
            unit
        ):
            at += len(unit.split())
        elif (
            kind == "money" and self.pos(at) in ("NOUN", "PROPN") and self.lower(at) in self.words.quantities.currencies
        ):
            at += 1
        first = at + 1 if self.lower(at) in ("of", "in") else at
        what = None if self.lower(first) in ("what", "how", "whatever") else self.phrase(first, openers=True)
        if what is None or (what.head is None and self.lower(what.end - 1) not in self.words.people):
            return Counted(unit, None, kind)
        return Counted(unit, self.span(what), kind)

    def behind(self, quantity: Quantity, at: int) -> Counted | None:
        """By the words right behind the quantity."""
        if self.lower(at) == "of":
            return self.of(at + 1)
        only = self.lower(self.past_marks(at))
        if only in _ARE and (said := self.predicate(at + 1)):
            return said
        if only == "strong" and quantity.span.end < self.syntax.starts[at]:
            return Counted(PEOPLE, None, "strong")
        if only == "out" and (whole := self.out_of(at)):
            return whole
        found = self.extended(quantity, at, self.phrase(at))
        if only in self.words.people and (found is None or found.end == found.first + 1):
            at = self.past_marks(at)
            return Counted(PEOPLE, Span(self.syntax.starts[at], self.syntax.ends[at]), "people")
        if found is None:
            return None
        if found.head is None:
            if only in self.words.carrying:
                return Counted(None, None, "carried", carried=True)
            return None
        if self.lower(found.head) in self.words.carrying and found.head == found.first:
            return Counted(self.lower(found.head), self.span(found), "noun")
        return Counted(self.unit(found), self.tail(found), "noun")

    def out_of(self, at: int) -> Counted | None:
        """What "5 out of 11 boats" counts: boats."""
        number = at + 2
        if self.lower(at + 1) != "of" or self.pos(number) != "NUM":
            return None
        found = self.phrase(number + 1)
        return Counted(self.unit(found), self.tail(found), "part") if found and found.head is not None else None

    def extended(self, quantity: Quantity, at: int, found: Phrase | None) -> Phrase | None:
        """Up to the noun that the number hangs on, where that stands further on ("12 Front affiliated fighters")."""
        numbers = [w for w in self.syntax.inside(quantity.span) if self.syntax.relations[w] == "nummod"]
        noun = self.syntax.heads[numbers[-1]] if numbers else -1
        first = found.first if found else at
        between = range(found.end if found else at, noun)
        if not first < noun < min(self.stop, first + REACH) or self.pos(noun) not in _NOUNS:
            return found
        if found is not None and found.head is not None and _plural(self.lower(found.head)):
            return found
        return Phrase(first, noun + 1, noun) if all(self.pos(w) in (*_INNER, "VERB", "ADV") for w in between) else found

    def of(self, at: int) -> Counted:
        """Behind "of": a noun phrase, or a pronoun and what is said of it ("of them children")."""
        bare = self.pos(at + 1) not in (*_NOUNS, "ADJ", "NUM", "ADV", "VERB")
        if self.lower(at) in self.words.wholes or (self.lower(at) in self.words.pronouns and bare):
            if said := self.predicate(at + 2 if self.lower(at + 1) in _ARE else at + 1):
                return said
            return Counted(None, self.span(Phrase(at, at + 1, None)), "pronoun", carried=True)
        found = self.phrase(at, openers=True)
        if found is None:
            return Counted(None, None, "bare")
        if found.head is None:
            last = self.lower(found.end - 1)
            return Counted(last if last in self.words.people else None, self.span(found), "people")
        unit = self.unit(found)
        return Counted(PEOPLE if unit in self.words.counts else unit, self.tail(found), "of")

    def predicate(self, at: int) -> Counted | None:
        """What is said of a part: "of them children", "30 were civilians"."""
        said = self.phrase(at)
        if said is None or said.head is None or self.pos(said.end) in ("VERB", "AUX"):
            return None
        return Counted(self.unit(said), self.tail(said), "part")

    def phrase(self, at: int, *, openers: bool = False) -> Phrase | None:
        """The noun phrase that begins at a word; with ``openers`` it may begin with articles and possessives."""
        first = word = self.past_marks(at)
        head = None
        while word < min(self.stop, first + LONGEST_PHRASE):
            if not self._goes_on(word, head, openers):
                break
            openers = openers and self.pos(word) in (*_OPENERS, "ADJ")
            if self._possessive(word) or (self.pos(word) not in _NOUNS and self.syntax.word(word - 1) in _HYPHENS):
                head = None  # what follows is what is possessed, or what the compound qualifies
            elif self.pos(word) in _NOUNS:
                head = word
            word += 1
        end = head + 1 if head is not None else word
        return Phrase(first, end, head) if end > first else None

    def _goes_on(self, word: int, head: int | None, openers: bool) -> bool:
        pos, form = self.pos(word), self.syntax.word(word)
        if form in _MARKS or self._possessive(word):
            return True
        if head is not None and form.endswith(("ing", "ed")) and _plural(self.lower(head)) and not self._hyphened(word):
            return False  # "people queueing": what follows a plural says what they do
        if pos in _INNER and form.lower() not in self.words.times:
            return head is None or pos in _NOUNS or self._hyphened(word)
        if openers and pos in _OPENERS:
            return True
        if pos == "VERB":
            before_noun = head is None and self.pos(word + 1) in (*_NOUNS, "ADJ")
            modifier = self.syntax.relations[word] == "amod" or form.lower() in self.words.people
            return self._hyphened(word) or (before_noun and modifier) or (openers and form.lower() in self.words.people)
        return (
            pos == "ADV" and head is None and self.pos(word + 1) in ("ADJ", "VERB", "ADV") and not form.endswith("ward")
        )

    def _possessive(self, word: int) -> bool:
        return self.syntax.word(word) == "s" and word > 0 and self.syntax.word(word - 1) in ("’", "'")

    def _hyphened(self, word: int) -> bool:
        """Whether a word is joined to a neighbour by a hyphen or an apostrophe."""
        return self.syntax.word(word - 1) in ("-", "’", "'", "‑") or self.lower(word + 1) in ("-", "‑", "’", "'")

    def unit(self, found: Phrase) -> str:
        """The head noun, with a second one that it is joined to ("men and boys")."""
        head = found.head if found.head is not None else found.first
        unit = self.lower(head)
        joined = self.lower(found.end) == "and" and self.pos(found.end + 1) in _NOUNS
        if joined and self.syntax.heads[found.end + 1] == head and self._closes(found.end + 2):
            other = self.lower(found.end + 1)
            if _plural(unit) and _plural(other):
                return f"{unit} and {other}"
        return unit

    def _closes(self, word: int) -> bool:
        return self.pos(word) not in (*_NOUNS, "PART", "SCONJ", "PRON")

    def span(self, found: Phrase) -> Span:
        return Span(self.syntax.starts[found.first], self.syntax.ends[found.end - 1])

    def tail(self, found: Phrase) -> Span:
        """The phrase with the "of" that goes on with it."""
        end = found.end
        if self.lower(end) == "of":
            more = self.phrase(end + 1, openers=True)
            if more is not None and more.head is not None:
                end = more.end
        return Span(self.syntax.starts[found.first], self.syntax.ends[end - 1])

    def by_verb(self, quantity: Quantity) -> Counted | None:
        """By the verb before a bare quantity: what was put at it, or what stands at it."""
        if quantity.span.start <= self.sentence.start:
            return None
        before = self.syntax.inside(Span(self.sentence.start, quantity.span.start))
        return self._replace(stop=before.stop).by_words(before) if before else None

    def by_words(self, before: range) -> Counted | None:
        """By the words of the sentence before the quantity, at which everything ends here."""
        last = before.stop - 1
        if self.syntax.lower(last) == "at" and (put := self.put_at(before, last)):
            return put
        verb = next((w for w in reversed(before[-4:]) if self.syntax.lower(w) in self.words.standing), None)
        if verb is not None:
            return self.subject(before.start, verb)
        if self.syntax.lower(last) == "of" and last > before.start:
            return self.told(Phrase(last - 1, last, last - 1))
        return None

    def put_at(self, before: range, at: int) -> Counted | None:
        verb = next((w for w in reversed(range(before.start, at)) if self.syntax.lower(w) in self.words.putting), None)
        if verb is None:
            return None
        found = self.phrase(verb + 1, openers=True)
        return self.told(found) if found is not None and found.end <= at else self.subject(before.start, verb)

    def subject(self, first: int, verb: int) -> Counted | None:
        """The noun phrase that ends before a verb, auxiliaries between them passed over."""
        subjects = [w for w in self.syntax.children(self._main(verb), "nsubj", "nsubjpass") if first <= w < verb]
        if not subjects:
            return None
        under = [w for w in self.syntax.subtree(subjects[-1]) if first <= w < verb]
        return self.told(Phrase(under[0], under[-1] + 1, subjects[-1]))

    def _main(self, verb: int) -> int:
        return self.syntax.heads[verb] if self.syntax.relations[verb] in ("aux", "auxpass") else verb

    def told(self, found: Phrase) -> Counted | None:
        """What "the number of fighters", "the toll" or "the dead" is a number of."""
        if found.head is None:
            bare = self.lower(found.end - 1)
            return Counted(bare, self.span(found), "put") if bare in self.words.people else None
        head = self.lower(found.head)
        if head in self.words.tolls:
            return Counted(PEOPLE, self.span(found), "toll")
        if head not in self.words.counts:
            return Counted(head, self.span(found), "put") if _plural(head) and self.pos(found.head) == "NOUN" else None
        if self.lower(found.head + 1) == "of":
            inner = self.phrase(found.head + 2, openers=True)
            if inner is not None:
                last = inner.head if inner.head is not None else inner.end - 1
                return Counted(self.syntax.lower(last), self.span(inner), "put")
        return Counted(None, None, "figure", carried=True)


_PLURALS = frozenset(
    ("people", "men", "women", "children", "police", "dead", "wounded", "mice", "cattle", "troops", "aircraft")
)


def _plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith("ss"))
