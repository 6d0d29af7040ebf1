"""A normalised view of text: word tokens with light stems. Offsets always lead back to the archived text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from accordingto.model import Spans

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNSEEN = {
    code: None
    for first, last in (
        (0x00AD, 0x00AD),
        (0x0300, 0x036F),
        (0x0640, 0x0640),
        (0x064B, 0x065F),
        (0x0670, 0x0670),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x2069),
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
}
"""Marks over letters, Arabic vowel signs and stretching, soft hyphens, joiners, marks of direction: one outlet sets them, the
next does not, and a pattern of words would split at them."""
_SUFFIXES = ("ings", "ing", "ied", "ies", "edly", "ed", "es", "s", "ly")
_IRREGULAR = {
    form: base
    for base, forms in (
        row.split(": ")
        for row in (
            "arise: arose arisen|bear: bore borne|beat: beaten|become: became|begin: began begun|bend: bent|bite: bit bitten|bleed: bled"
            "|blow: blew blown|break: broke broken|bring: brought|build: built|burn: burnt|buy: bought|catch: caught|choose: chose chosen"
            "|come: came|deal: dealt|dig: dug|draw: drew drawn|drink: drank drunk|drive: drove driven|eat: ate eaten|fall: fell fallen"
            "|feed: fed|feel: felt|fight: fought|find: found|flee: fled|fly: flew flown|forbid: forbade forbidden|forget: forgot forgotten"
            "|freeze: froze frozen|give: gave given|go: went gone|grow: grew grown|hang: hung|hear: heard|hide: hid hidden|hold: held"
            "|keep: kept|know: knew known|lead: led|lend: lent|lose: lost|make: made|mean: meant|meet: met|pay: paid|ride: rode ridden"
            "|rise: rose risen|run: ran|see: saw seen|seek: sought|sell: sold|send: sent|shake: shook shaken|shoot: shot|show: shown"
            "|sink: sank sunk|sleep: slept|speak: spoke spoken|spend: spent|stand: stood|steal: stole stolen|strike: struck stricken"
            "|swear: swore sworn|sweep: swept|take: took taken|teach: taught|tear: tore torn|tell: told|think: thought|throw: threw thrown"
            "|understand: understood|wake: woke woken|wear: wore worn|win: won|withdraw: withdrew withdrawn|withhold: withheld"
            "|write: wrote written|die: dying|lie: lying|man: men|woman: women|child: children|foot: feet|wife: wives|knife: knives"
        ).split("|")
    )
    for form in forms.split()
}
"""Forms of verbs and nouns that no ending leads back to the word; those that are another word's as well are left out ("left", "wound")."""
_SHORTEST_STEM = 3
"""Suffixes are cut only where three letters stay, so that "us", "bed" and "ring" keep their form."""
_DEMONYM = frozenset(
    ["", "s", "i", "is", "n", "ns", "an", "ans", "ian", "ians", "ist", "ists", "er", "ers", "ese", "ite", "ites"]
)
_SHORTEST_NAME = 4
"""Names are joined by a common start only from four letters on: "Iran" and "Iranian", but not "Al" and "Alia"."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word at ``[start, end)`` of its text; ``word`` is in lower case with straight apostrophes."""

    start: int
    end: int
    word: str
    stem: str
    capital: bool


def tokens_of(text: str, parts: Spans | None = None) -> list[Token]:
    """The word tokens of a text, or of some spans of it; offsets are those of the whole text."""
    stretches = [(0, len(text))] if parts is None else [(span.start, span.end) for span in parts]
    return [_token(match) for start, end in stretches for match in _WORD.finditer(text, start, end)]


def plain_words(text: str) -> list[str]:
    """The words of a text for comparison at large, without offsets: those of `tokens_of` in compatible form, unmarked letters."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_UNSEEN).replace("’", "'").replace("ʼ", "'")
    return _WORD.findall(text.lower())


def _token(match: re.Match[str]) -> Token:
    word = match[0].replace("’", "'").lower()
    return Token(match.start(), match.end(), word, stem(word), match[0][0].isupper())


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A light stem: possessive, plural and verb endings cut, final ``e`` dropped, doubled consonants made single."""
    word = re.sub(r"'s?$", "", word.lower().replace("’", "'"))
    word = _IRREGULAR.get(word, word)
    if word.isdigit() or len(word) <= _SHORTEST_STEM:
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return _tidy(word[: -len(suffix)], suffix)
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM + 1 else word


def irregular(word: str) -> bool:
    """Whether a word is a form of a verb that no ending leads back to it: "struck"; plurals of nouns are none."""
    return word in _IRREGULAR and not word.endswith(("men", "children", "feet", "ves", "ying"))


def _tidy(base: str, suffix: str) -> str:
    if suffix in ("ied", "ies"):
        return base + "y"
    if suffix == "s" and base.endswith("s"):
        return base + "s"
    if suffix in ("ing", "ings", "ed") and re.search(r"([^aeiouls])\1$", base) and len(base) > _SHORTEST_STEM:
        base = base[:-1]
    return base.removesuffix("e") if len(base) > _SHORTEST_STEM else base


def same_name(a: str, b: str) -> bool:
    """Whether two name words are one up to an ending of belonging: Orvenia and Orvenian."""
    short, long = sorted((a.removesuffix("'s"), b.removesuffix("'s")), key=len)
    if short == long:
        return True
    base = short[:-1] if short[-1:] in "aeiy" and len(short) > _SHORTEST_NAME else short
    ends = [long[len(start) :] for start in (short, base) if long.startswith(start)]
    return len(base) >= _SHORTEST_NAME and any(end in _DEMONYM for end in ends)


@dataclass(frozen=True, slots=True)
class Canon:
    """What stands for a stem when candidates are sought: near words by the lexicon, names by their common start."""

    near: Mapping[str, str]
    names: Mapping[str, str]
    function: frozenset[str]

    def of(self, token: Token) -> str | None:
        """The canonical form of a token, or ``None`` for a word without content of its own."""
        if token.word in self.function or token.word.split("'")[0] in self.function:
            return None
        return self.near.get(token.stem) or self.names.get(token.word) or token.stem

    def all_of(self, tokens: Iterable[Token]) -> list[str]:
        """The canonical forms of the content words, in order."""
        return [form for form in map(self.of, tokens) if form is not None]


def canon_of(texts: Iterable[str], words: Comparison) -> Canon:
    """The canonical forms for a handful of texts; names are joined only within the handful."""
    return canon_of_tokens((token for text in texts for token in tokens_of(text)), words)


def canon_of_tokens(tokens: Iterable[Token], words: Comparison) -> Canon:
    """The same for the tokens of a handful of texts."""
    names = {token.word for token in tokens if token.capital}
    return Canon(_near(words), _joined(names), words.function_words)


@lru_cache(maxsize=4)
def _near(words: Comparison) -> Mapping[str, str]:
    return {stem(word): stem(row[0]) for row in words.near for word in row}


def _joined(names: Iterable[str]) -> dict[str, str]:
    """Each name word by the shortest name word that it extends."""
    heads: list[str] = []
    joined: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (len(name), name)):
        head = next((head for head in heads if len(head) >= _SHORTEST_NAME and same_name(head, name)), name)
        joined[name] = stem(head)
        if head == name:
            heads.append(name)
    return joined
