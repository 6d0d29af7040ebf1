"""Invented reports of invented happenings, for tests and the bench: words of no language in sentences of English build.

Reports of one happening share who, where, how many and some of the words; each has sentences of its own, and news keeps coming back to the
same few actors, so that happenings share names too.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from evals.door.invent import FUNCTION, vocabulary

ACTORS = 300
"""Names that many happenings share."""
BACKGROUND = 0.35
"""Share of a report's sentences that tell nothing of its happening."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What reports tell of."""

    day: str
    names: tuple[str, ...]
    """Its own ones first."""
    words: tuple[str, ...]
    number: str
    weekday: str


class Inventor:
    """Makes happenings and reports of them; the same seed makes the same ones."""

    def __init__(self, seed: int, *, start: str = "2023-03-01", size: int = 6000) -> None:
        self.rng = random.Random(seed)
        self.words = vocabulary(self.rng, size=size)
        self.weights = [1 / (rank + 3) for rank in range(len(self.words))]
        self.actors = [word.capitalize() + "ov" for word in self.rng.sample(self.words, ACTORS)]
        self.start = date.fromisoformat(start)

    def happening(self, day: int = 0) -> Happening:
        """A happening on a day, counted from the start."""
        own = [word.capitalize() + "ur" for word in self.rng.choices(self.words, k=3)]
        at = self.start + timedelta(days=day)
        return Happening(
            at.isoformat(),
            (*own, *self.rng.sample(self.actors, 2)),
            tuple(self.rng.choices(self.words, self.weights, k=14)),
            str(self.rng.randint(3, 400)),
            at.strftime("%A"),
        )

    def told(self, happening: Happening) -> str:
        """A report of a happening: a headline, an opening, and paragraphs of it and of other things."""
        names = happening.names
        head = f"{names[0]} {self._words(happening, 4)} in {names[1]}"
        when = f"{self._words(happening, 6).capitalize()} in {names[1]} on {happening.weekday}"
        opening = f"{when}, {names[0]} said, {self._words(happening, 5)} {happening.number}."
        rest = [self._sentence(happening) for _ in range(self.rng.randint(4, 9))]
        return "\n\n".join([head, opening, *rest])

    def _sentence(self, happening: Happening) -> str:
        if self.rng.random() < BACKGROUND:
            words = [self.rng.choice(FUNCTION), *self.rng.choices(self.words, self.weights, k=12)]
            return f"{' '.join(words).capitalize()} {self.rng.choice(self.actors)}."
        return (
            f"{self._words(happening, 7).capitalize()} {self.rng.choice(happening.names)} {self._words(happening, 5)}."
        )

    def _words(self, happening: Happening, count: int) -> str:
        return " ".join(
            self.rng.choice(FUNCTION) if self.rng.random() < 0.4 else self.rng.choice(happening.words)
            for _ in range(count)
        )
