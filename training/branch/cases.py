"""Texts in other cases: capitals, lower case and headlines for robustness, and true case for wires sent in capitals."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

MUCH_UPPER = 3
"""One in so many wires sent in capitals is read as it came."""
_WORD = re.compile(r"[^\W_]+")
_INSIDE = re.compile(r"(?<=[a-z,;:] )[^\W_]+")
_OPENERS = re.compile(r"(?:\A|[.!?\n][\"'\])]*\s+|\[TEXT\] )([^\W\d_])", re.I)


def recased(text: str, case: str) -> str:
    """A text in ``lower``, ``upper`` or ``title`` case; its length may change where a letter has no such form."""
    if case == "title":
        return _WORD.sub(lambda m: m[0][:1].upper() + m[0][1:], text)
    return text.lower() if case == "lower" else text.upper()


@dataclass(frozen=True)
class TrueCase:
    """Gives a text in capitals the case that its words mostly have inside the sentences of other texts."""

    forms: dict[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> TrueCase:
        """Learn the forms from texts in ordinary case."""
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for word in _INSIDE.findall(text):
                seen[word.lower()][word] += 1
        return cls({word: forms.most_common(1)[0][0] for word, forms in seen.items()})

    def __call__(self, text: str) -> str:
        """The text in true case, of the same length. Words never seen are taken for names."""
        cased = _WORD.sub(lambda m: self._form(m[0]), text)
        return _OPENERS.sub(lambda m: m[0][:-1] + m[0][-1].upper(), cased)

    def _form(self, word: str) -> str:
        form = self.forms.get(word.lower(), word[:1].upper() + word[1:].lower())
        return form if len(form) == len(word) else word
