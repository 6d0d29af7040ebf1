"""Scores for the task ``actors``: how many mentions reach an actor of the registry, and whether what is one is found to be one.

A gold mention is *reached* where the mention of ours with the same head word, or the same end, has an actor. What is one: gold
mentions joined by ``synonyms``, and those of one type and the same words; scored by B³ (Bagga and Baldwin 1998) over the mentions
that are joined to others by synonyms, and over all. A mention that has no entity of ours is alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from accordingto.evaluate import measures
from accordingto.evaluate.grouping import b_cubed, b_cubed_measure
from accordingto.evaluate.measures import Counts, Measure
from accordingto.evaluate.rows import Row, check_spans, field_of, name_of

TYPES = ("Organisation", "Person", "Nationality", "Location")
"""Types of which a figure each is given; others are counted, too, and listed by `coverage`."""
PRONOUNS = frozenset(
    "i me my we us our you your he him his she her it its they them their this that these those who which there".split()
)
"""Words that are never one because they are the same."""
_ARTICLE = re.compile(r"(?:the|a|an|this|that)\s+", re.I)
_CUT = re.compile(r"[,;:(\[]|\s(?:of|for|from|in|at|with|to|on|near|by|who|which|that)\s", re.I)
_ENDING = re.compile(r"[’']s?\Z")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many mentions of a corpus reach an actor, by type."""

    reached: Mapping[str, int]
    total: Mapping[str, int]
    missed: Mapping[str, Sequence[tuple[str, int]]]
    """The most frequent words by type that reach nobody, with how often."""


def coverage(rows: Iterable[Row], predicted: Iterable[Row], *, most: int = 15) -> Coverage:
    """How many mentions reach an actor.

    Args:
        rows: with ``text`` and ``entities`` (``start``, ``end``, ``type``).
        predicted: rows of the task ``actors`` for the same texts, in the same order.
        most: how many of the words that reach nobody are kept for each type.
    """
    reached, total, missed = Counter[str](), Counter[str](), defaultdict[str, Counter[str]](Counter)
    for row, found in zip(rows, predicted, strict=True):
        mine = _Mine(row["text"], found["mentions"])
        for item in row["entities"]:
            total[item["type"]] += 1
            if mine.actor(item) is None:
                missed[item["type"]][words(row["text"], item)] += 1
            else:
                reached[item["type"]] += 1
    return Coverage(reached, total, {kind: tuple(count.most_common(most)) for kind, count in missed.items()})


def count(row: Row, predicted: list[Row]) -> Counts:
    """Counts of one document, to be summed and passed to `measured`. B³ is counted in thousandths of a mention."""
    mine = _Mine(row["text"], predicted)
    found = Counts()
    for item in row["entities"]:
        found[f"total {item['type']}"] += 1
        found[f"reached {item['type']}"] += mine.actor(item) is not None
    gold = clusters(row)
    own = [mine.entity(item) or f"alone {i}" for i, item in enumerate(row["entities"])]
    joined = {i for pair in row.get("synonyms", ()) for i in pair}
    with_synonyms = [i for i, cluster in enumerate(gold) if any(gold[j] == cluster for j in joined)]
    of_types = [i for i, item in enumerate(row["entities"]) if item["type"] in TYPES]
    for name, items in (("synonyms", with_synonyms), ("all", of_types)):
        found += b_cubed(name, {i: gold[i] for i in items}, {i: own[i] for i in items})
    found["pairs"] = len(row.get("synonyms", ()))
    found["pairs found"] = sum(own[a] == own[b] for a, b in row.get("synonyms", ()))
    return found


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts: reach by type, B³ over synonyms and over all, synonyms found."""
    reach = [measures.share(f"reached {kind}", counts[f"reached {kind}"], counts[f"total {kind}"]) for kind in TYPES]
    reached = sum(counts[f"reached {kind}"] for kind in TYPES)
    return [
        measures.share("reached", reached, sum(counts[f"total {kind}"] for kind in TYPES)),
        *reach,
        *(b_cubed_measure(f"B3 {name}", counts, name) for name in ("synonyms", "all")),
        measures.share("synonym pairs", counts["pairs found"], counts["pairs"]),
    ]


def clusters(row: Row) -> list[int]:
    """For each gold mention the number of what it is one with: joined by synonyms, or by type and words."""
    number = list(range(len(row["entities"])))
    first: dict[tuple[str, str], int] = {}
    same = [tuple(pair) for pair in row.get("synonyms", ())]
    for i, item in enumerate(row["entities"]):
        key = item["type"], words(row["text"], item)
        if key[1] not in PRONOUNS:
            same.append((first.setdefault(key, i), i))
    for a, b in same:
        old, new = number[b], number[a]
        number = [new if n == old else n for n in number]
    return number


def words(text: str, item: Mapping[str, Any]) -> str:
    """A mention's words in lower case, without article and possessive ending."""
    plain = " ".join(text[item["start"] : item["end"]].split())
    article = _ARTICLE.match(plain)
    return _ENDING.sub("", plain[article.end() :] if article else plain).casefold()


def head_end(text: str, start: int, end: int) -> int:
    """Where the head word of a noun phrase ends: before its first preposition, relative, comma or bracket."""
    article = _ARTICLE.match(text, start, end)
    begin = article.end() if article else start
    cut = _CUT.search(text, begin + 1, end)
    ends = cut.start() if cut else end
    return begin + len(_ENDING.sub("", text[begin:ends].rstrip()))


class _Mine:
    """Our mentions of a text, searchable by head and by end."""

    def __init__(self, text: str, mentions: Sequence[Mapping[str, Any]]) -> None:
        self._text = text
        self._by: dict[tuple[str, int], list[Mapping[str, Any]]] = defaultdict(list)
        for mention in mentions:
            self._by["head", head_end(text, mention["start"], mention["end"])].append(mention)
            self._by["end", mention["start"] + len(_ENDING.sub("", text[mention["start"] : mention["end"]]))].append(
                mention
            )

    def of(self, item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """Ours with the head of a gold mention, else with its end, the most alike first."""
        start, end = item["start"], item["end"]
        plain = start + len(_ENDING.sub("", self._text[start:end]))
        found = self._by.get(("head", head_end(self._text, start, end))) or self._by.get(("end", plain)) or []
        return sorted(found, key=lambda m: abs(m["start"] - start) + abs(m["end"] - end))

    def actor(self, item: Mapping[str, Any]) -> str | None:
        return next((m["actor"] for m in self.of(item) if m["actor"]), None)

    def entity(self, item: Mapping[str, Any]) -> str | None:
        return next((m["entity"] for m in self.of(item) if m["entity"]), None)


def check(row: Row, items: list[dict[str, Any]], what: str) -> None:
    """Check mentions against the text of their row.

    Raises:
        IntegrityError: where a span is missing, malformed or outside the text.
    """
    for number, item in enumerate(items, 1):
        where = f"{what} of {name_of(row)}, item {number}"
        span = [field_of(item, "start", f"{where}, `start`"), field_of(item, "end", f"{where}, `end`")]
        check_spans([span], row["text"], where)
