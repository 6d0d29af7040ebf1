"""Invented reports for the bench of copies: words of no language in sentences of English build, so that nothing is anyone's text.

What two of them share beyond what the bench puts there is chance, as between unrelated reports: the commonest words are English
function words, the rest follow a Zipf distribution, and each report keeps coming back to words of its own.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

FUNCTION = (
    "the of and to in a that was for on with as by at from it had were has his be an said after their which but who this he they "
    "been not its have will would over into more than about when two before near against during between under no"
).split()
_ONSETS = "b br d dr f g gr h k kr l m n p pl r s sh st t tr v z".split()
_NUCLEI = "a e i o u ai ou ei".split()
_CODAS = ["", "n", "r", "l", "s", "m", "th", "nd", "k"]
_SPEAKERS = ["the spokesman", "the governor", "a resident", "the commander", "an aid worker", "the minister"]


def vocabulary(rng: random.Random, *, size: int = 6000) -> list[str]:
    """Invented words, each once."""
    words: dict[str, None] = {}
    while len(words) < size:
        parts = (rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS) for _ in range(rng.randint(1, 3)))
        words["".join(parts)] = None
    return list(words)


class Inventor:
    """Makes reports; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.words = vocabulary(self.rng)
        self.weights = [1 / (rank + 3) for rank in range(len(self.words))]

    def report(self, *, least: int = 8, most: int = 30) -> str:
        """A report of some sentences, in paragraphs of one to three."""
        topic = self.rng.choices(self.words, k=40)
        left = self.rng.randint(least, most)
        paragraphs = []
        while left > 0:
            size = min(left, self.rng.randint(1, 3))
            paragraphs.append(" ".join(self.sentence(topic) for _ in range(size)))
            left -= size
        return "\n\n".join(paragraphs)

    def sentence(self, topic: Sequence[str] = ()) -> str:
        """A sentence; one in seven is a quotation."""
        words = [self._word(topic) for _ in range(self.rng.randint(7, 30))]
        text = " ".join(words)
        if self.rng.random() < 1 / 7:
            return f"“{text[0].upper()}{text[1:]},” {self.rng.choice(_SPEAKERS)} said."
        return f"{text[0].upper()}{text[1:]}."

    def quotation(self) -> str:
        """What a spokesman told everybody: a quotation of some length."""
        words = [self._word(()) for _ in range(self.rng.randint(16, 30))]
        return f"“{' '.join(words).capitalize()}.”"

    def _word(self, topic: Sequence[str]) -> str:
        draw = self.rng.random()
        if draw < 0.42:
            return self.rng.choice(FUNCTION)
        if topic and draw < 0.65:
            return self.rng.choice(topic)
        return self.rng.choices(self.words, self.weights)[0]
