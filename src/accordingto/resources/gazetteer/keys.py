"""Keys under which names of places are found: one that folds spelling, one that folds transliteration.

`fold` takes away what writers treat freely: case, diacritics, hyphens, no-break spaces, apostrophes. `skeleton` goes further and
keeps the consonants that every romanisation of one Arabic, Persian, Hebrew or Slavic name shares: article, vowels, ayn and hamza
fall away, and letters that romanisations exchange (q, k and g; j, dj and zh; kh and h) are one. Names of unlike places often
share a skeleton, so that what it finds must compete by `likeness` and by context.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a", "ɓ": "b",
        "ɗ": "d", "ħ": "h", "ŋ": "n", "&": " and ",
    }
)  # fmt: skip
_DROPPED = re.compile(r"['’‘`´ʿʾʼʻ′ʹ״\"“”.]")
_SPACES = re.compile(r"[\W_]+")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
ARTICLES = frozenset("al el ar as ash ad an at az ath adh ez ed es er et esh en eth il".split())
"""Forms of the Arabic article, assimilated ones among them."""
_CYRILLIC = dict(
    zip(
        "абвгґдеёжзийклмнопрстуфхцчшщъыьэюяєіїўјљњћђџѓќѕ",
        "a b v g g d e e zh z i i k l m n o p r s t u f kh ts ch sh sh  y  e u a e i i u i l n c d j g k z".split(" "),
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "بپتثجچحخدذرزژسشصضطظغفقكکگلمنهوؤيیىئاأإآءعةۀەڤڨێۆڵڕ",
        "b p t t j c h h d d r z j s c s d t z k f k k k k l m n h w w y y y y a a a a a a ah a ah f k y w l r".split(),
        strict=True,
    )
)
_SOUNDS = (
    (re.compile(r"shch|sch|tch|tsch|ch|sh|cz|sz"), "c"),
    (re.compile(r"dzh|dj|dzj|zh|j|(?<=[aeiou])dg(?=[ei])"), "j"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"ck|[qg]"), "k"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"tz"), "ts"),
)
_FINAL_H = re.compile(r"(?<=[aeo])[ht]$")
_VOWELS = re.compile(r"[aeiouwy]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name as it is looked up: "Saint-Étienne" and "St. Etienne" are ``st etienne``."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
        name = "".join(c for c in name if not unicodedata.combining(c)).translate(_LETTERS)
    words = _SPACES.sub(" ", _DROPPED.sub("", name.lower().replace("&", " and "))).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(_SHORT.get(word, word) for word in words)


def without_article(folded: str) -> str:
    """A folded name without the Arabic articles in it."""
    words = folded.split()
    kept = [word for word in words if word not in ARTICLES]
    return " ".join(kept or words)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name in any romanisation, or in Arabic or Cyrillic letters; empty where too few are left to tell."""
    first = next((c for c in name if c.isalpha()), "a")
    if "\u0600" <= first <= "\u06ff":
        name = _from_arabic(name)
    elif "\u0400" <= first <= "\u04ff":
        name = "".join(_CYRILLIC.get(c, c) for c in name.lower())
    bones = "".join(map(_bones, without_article(fold(name)).split()))
    return bones if len(bones) > LEAST_BONES - 1 else ""


LEAST_BONES = 3
"""Consonants a skeleton needs: with two, most hits are other places."""


def _from_arabic(name: str) -> str:
    words = []
    for word in name.split():
        bare = word[2:] if word.startswith("ال") and len(word) > 3 else word
        words.append("".join(_ARABIC.get(c, "") for c in bare))
    return " ".join(words)


def _bones(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    word = _FINAL_H.sub("", _DOUBLED.sub(r"\1", word))
    opening = "A" if word[:1] in tuple("aeiouy") else "v" if word[:1] == "w" else ""
    return opening + _VOWELS.sub("", word)


def likeness(one: str, other: str) -> float:
    """How alike two folded names are, articles aside: 0 to 1 (Ratcliff and Obershelp 1988)."""
    return SequenceMatcher(None, without_article(one), without_article(other), autojunk=False).ratio()
