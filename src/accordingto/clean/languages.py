"""The language of a text by its script and its stop words: enough to say that a text is not English."""

from __future__ import annotations

import re
from collections import Counter

from accordingto.resources.cleaning import CleanRules

SAMPLE = 4000
"""Characters looked at."""
MIN_WORDS = 8
SCRIPT_SHARE = 0.3
"""Share of the letters in another script from which a text is in it; quoted names stay below."""
MIN_SHARE = 0.12
"""Share of stop words below which the language is not known; running prose of the listed languages has .25 and more."""
MARGIN = 1.15
RTL = frozenset({"ar", "fa", "ur", "he"})
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u036f]")
"""Letters of no Latin script."""
_WORDS = re.compile(r"[^\W\d_]+")


def language_of(text: str, rules: CleanRules) -> str | None:
    """ISO 639-1 code, or ``None`` where the text is too short or its language is not among those listed."""
    sample = text[:SAMPLE]
    letters = sum(char.isalpha() for char in sample)
    if not letters:
        return None
    foreign = len(_FOREIGN.findall(sample)) > SCRIPT_SHARE * letters
    for code, pattern in rules.scripts.items() if foreign else ():
        if len(pattern.findall(sample)) > SCRIPT_SHARE * letters:
            return _by_letters(sample, code, rules)
    return _by_stopwords(sample, rules)


def _by_letters(sample: str, script: str, rules: CleanRules) -> str:
    """Letters that only one language of a script has."""
    within = {"ru": ("uk",), "ar": ("ur", "fa")}.get(script, ())
    for code in within:
        if len(rules.letters[code].findall(sample)) > len(sample) // 200:
            return code
    return script


def _by_stopwords(sample: str, rules: CleanRules) -> str | None:
    words = [word.lower() for word in _WORDS.findall(sample)]
    if len(words) < MIN_WORDS:
        return None
    counts = Counter(words)
    scores = {code: sum(counts[w] for w in listed) / len(words) for code, listed in rules.stopwords.items()}
    (best, first), (_, second) = sorted(scores.items(), key=lambda item: -item[1])[:2]
    return best if first >= MIN_SHARE and (first >= MARGIN * second or best == "en") else None


def direction_of(language: str | None) -> str:
    """``rtl`` for languages in Arabic or Hebrew script, else ``ltr``."""
    return "rtl" if language in RTL else "ltr"
