"""The mechanical edits of the bench: each makes of a text one copy of it, of a known kind."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from accordingto.language.sentences import sentences

LIGHT = 0.02
"""Words in a hundred that a light edit changes: two."""
RATES = (1 / 12, 1 / 10, 1 / 8, 1 / 6)
"""Of words changed where every sentence is edited, one word in each at the least; each such copy draws one of them."""
SPARE = "later also early reportedly western local officials again on Sunday heavily roughly still first only".split()

Edit = Callable[[str, random.Random], str]


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [span.of(text) for span in sentences(text)]


def verbatim(text: str, rng: random.Random) -> str:
    """The same words; half of them in another dress: straight quotation marks, no-break spaces, other line breaks."""
    if rng.random() < 0.5:
        return text
    plain = text.replace("“", '"').replace("”", '"').replace("’", "'")
    return re.sub(r" (?=\d)", "\u00a0", plain).replace("\n\n", "\n \n")


def light(text: str, rng: random.Random) -> str:
    """A few words changed, anywhere."""
    return _worded(text, rng, LIGHT)


def trimmed(text: str, rng: random.Random) -> str:
    """The first paragraphs: three in ten to seven in ten of the sentences, two at the least."""
    kept = split(text)
    return "\n\n".join(kept[: max(2, round(len(kept) * rng.uniform(0.3, 0.7)))])


def edited(text: str, rng: random.Random) -> str:
    """Every sentence edited, at one of `RATES`."""
    rate = rng.choice(RATES)
    return "\n\n".join(_worded(sentence, rng, rate, least=1) for sentence in split(text))


def partial(text: str, host: str, rng: random.Random) -> str:
    """Two to five sentences in a row of one text, each of six words or more where there are such, inside another."""
    own, around = split(text), split(host)
    size = min(len(own), rng.randint(2, 5))
    starts = [i for i in range(len(own) - size + 1) if all(len(s.split()) >= 6 for s in own[i : i + size])]
    at = rng.choice(starts or [0])
    here = rng.randrange(len(around) + 1)
    return "\n\n".join(around[:here] + own[at : at + size] + around[here:])


def _worded(text: str, rng: random.Random, rate: float, *, least: int = 1) -> str:
    """A share of the words replaced, dropped or with another before them."""
    parts = re.split(r"(\s+)", text)
    places = [i for i in range(0, len(parts), 2) if parts[i]]
    for i in rng.sample(places, min(len(places), max(least, round(rate * len(places))))):
        how = rng.randrange(3)
        parts[i] = (rng.choice(SPARE), "", f"{rng.choice(SPARE)} {parts[i]}")[how]
    return "".join(parts)


KINDS: dict[str, Edit] = {"verbatim": verbatim, "light": light, "trimmed": trimmed, "edited": edited}
"""Those that need only the text; `partial` needs a host as well."""
