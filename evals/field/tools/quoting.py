"""How the words that an annotator quotes are found in a report: the rule stands in annotate.py's docstring."""

from __future__ import annotations

import re
from typing import Any

Span = tuple[int, int]
FOLD = str.maketrans(
    "\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u00a0\u202f\u2009\u2013\u2014\u2011", '"""""\'\'   ---'
)


class Problem(ValueError):
    """Something in an authoring file that its annotator has to put right."""


class Text:
    """A report's text, and how quoted strings are found in it."""

    def __init__(self, text: str) -> None:
        self.text, self.folded, self.notes = text, text.translate(FOLD), list[str]()
        self.paragraphs: list[Span] = [m.span() for m in re.finditer(r"[^\n]+", text)]

    def find(self, wanted: str, low: int = 0, high: int | None = None) -> list[Span]:
        """Every occurrence in [low, high), at word boundaries."""
        if not wanted.strip():
            raise Problem("an empty string: quote the words of the text")
        key = re.escape(wanted.translate(FOLD))
        edges = (r"(?<!\w)" if wanted[0].isalnum() else "") + key + (r"(?!\w)" if wanted[-1].isalnum() else "")
        end = len(self.text) if high is None else high
        return [m.span() for m in re.finditer(edges, self.folded) if low <= m.start() and m.end() <= end]

    def around(self, spans: list[Span]) -> list[Span]:
        """The paragraphs that the spans touch."""
        return [p for p in self.paragraphs if any(p[0] < b and a < p[1] for a, b in spans)]

    def one(self, place: Any, low: int = 0, high: int | None = None, first: bool = False) -> Span:
        """The single occurrence of a place in [low, high), or the first one if `first`."""
        if not isinstance(place, str):
            return self.pinned(place)
        found = self.find(place, low, high)
        if len(found) == 1 or (found and first):
            return found[0]
        if found:
            raise Problem(
                f"{place!r} occurs {len(found)} times here: quote more words, or use {{text, in}}, {{text, nth}}"
            )
        raise Problem(
            f"{place!r} is not in the text{' there' if low or high else ''}: quote it exactly, one paragraph a string"
        )

    def pinned(self, place: Any) -> Span:
        """A place given as [text, nth], {"text", "nth"}, {"text", "in"} or {"from", "to"}."""
        if isinstance(place, list) and len(place) == 2:
            place = {"text": place[0], "nth": place[1]}
        if not isinstance(place, dict) or set(place) not in ({"text"}, {"text", "nth"}, {"text", "in"}, {"from", "to"}):
            raise Problem(f"{place!r} is no place: a string, [text, nth], {{text, nth}}, {{text, in}} or {{from, to}}")
        if "from" in place:
            start = self.one(place["from"])[0]
            return start, self.one(place["to"], start, self.around([(start, start + 1)])[0][1], first=True)[1]
        low, high = self.one(place["in"]) if "in" in place else (0, None)
        if "nth" not in place:
            return self.one(place["text"], low, high)
        found = self.find(place["text"])
        if not 1 <= place["nth"] <= len(found):
            raise Problem(f"{place['text']!r} has {len(found)} occurrences, not {place['nth']}")
        nth: int = place["nth"]
        return found[nth - 1]

    def content(self, places: list[Any], within: list[Span] | None = None) -> list[Span]:
        """The spans of a content or trigger."""
        spans: list[Span] = []
        for place in places:
            if spans:
                spans.append(self.one(place, spans[-1][1], first=True))
            elif within and isinstance(place, str):
                hits = [s for low, high in within for s in self.find(place, low, high)]
                if len(hits) > 1:
                    raise Problem(f"{place!r} occurs {len(hits)} times in its statement: give {{'text':…, 'in':…}}")
                spans.append(hits[0] if hits else self.one(place))
            else:
                spans.append(self.one(place))
        return spans

    def near(self, place: Any, anchor: list[Span], outside: bool) -> Span:
        """The occurrence that belongs to an anchor: its paragraphs, then before, then after; the nearest wins."""
        if not isinstance(place, str):
            return self.pinned(place)
        home = self.around(anchor)
        hits = [s for s in self.find(place) if not (outside and any(a < s[1] and s[0] < b for a, b in anchor))]
        inside = [s for s in hits if any(a <= s[0] and s[1] <= b for a, b in home)]
        pool = inside or [s for s in hits if s[1] <= home[0][0]] or hits
        if not pool:
            return self.one(place)
        gap = {s: min(max(a - s[1], s[0] - b, 0) for a, b in anchor) for s in pool}
        best = sorted(pool, key=lambda s: gap[s])
        if len(best) > 1 and gap[best[0]] == gap[best[1]]:
            raise Problem(f"{place!r} occurs twice, equally near: give {{'text':…, 'in':…}}")
        if len(best) > 1 and gap[best[0]] > 2:  # further off than a space and a comma: worth a look
            self.notes.append(f"{place!r} occurs {len(best)} times in reach; took {self.show(best[0])}")
        return best[0]

    def show(self, span: Span) -> str:
        low, high = span
        return f"{self.text[max(0, low - 20) : low]}⟦{self.text[low:high]}⟧{self.text[high : high + 20]}".replace(
            "\n", "¶"
        )

    def quoted(self) -> set[int]:
        """Offsets between quotation marks; a quotation left open ends with its paragraph."""
        inside: set[int] = set()
        for low, high in self.paragraphs:
            opened = False
            for i in range(low, high):
                if self.text[i] in "“„«":
                    opened = True
                elif self.text[i] in "”»":
                    opened = False
                elif self.text[i] == '"':
                    opened = not opened
                elif opened:
                    inside.add(i)
        return inside


def letters(text: str, spans: Any) -> set[int]:
    return {i for a, b in spans or [] for i in range(a, b) if text[i].isalnum()}
