"""Scores for the task ``travel``: lineage, quotes, relations, origins and mismatches of one story after the other.

A gold row may say ``held_back``: figures are also given for the stories so marked and for the others. Places are ``[start, end)`` of
a document; two of them *meet* where their intersection over union is at least `MEET`, or one holds the other.

*lineage* is the F1 of edges (from, to). *quotes B3* groups pieces (see `accordingto.evaluate.grouping`): gold and predicted pieces are
aligned one to one by overlap; a gold piece that was not found has recall 0, a predicted one that is no gold piece costs precision
where it stands in a group with others (Cai and Strube 2010) and nothing where it stands alone.

*relations*: every gold account is answered by the predicted one that lies over it best, both of whose ends meet its ends, in either
order. A prediction that answers none counts as false where its ends meet members of the gold between which the gold tells all
relations: body statements of two reports, headline and body of one. Others are not judged.

*origins*: a gold matter is the predicted one that holds most of its members, two at least.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from accordingto.evaluate.grouping import b_cubed, b_cubed_measure
from accordingto.evaluate.matching import assign
from accordingto.evaluate.measures import LEAST, Counts, Measure, Measuring, f1, share
from accordingto.evaluate.rows import Row
from accordingto.evaluate.statements import BETWEEN, CLASS
from accordingto.evaluate.travelrows import check_story, items_of
from accordingto.model import RelationKind

SUBSETS = ("", " open", " held")
"""What figures of all stories, of those whose errors may be looked at, and of those held back end with."""
MEET = 0.3
"""Intersection over union from which on two places are of one thing: half of a statement and its whole still are."""
HELD = 2
"""Members of a gold matter that a predicted one must hold to be taken for it: with one, its origins may be those of anything."""
NONE = "none"
"""Stands for no relation in the list of what was taken for what."""
_ARTICLE = re.compile(r"(?:the|an?|le|la|les|el|al)\s+|l[’']", re.I)

At = tuple[str, int, int]
Pair = tuple[At, At]


def count(gold: Row, predicted: Row) -> Counts:
    """Counts of one story, for each of `SUBSETS` that it belongs to."""
    check_story(gold, "the gold")
    check_story(predicted, "the prediction")
    own = Counts(stories=1)
    for part in (_lineage, _quotes, _accounts, _origins, _mismatches):
        own.update(part(gold, predicted))
    subsets = [""] if "held_back" not in gold else ["", SUBSETS[1 + bool(gold["held_back"])]]
    counts = Counts({f"{subset}|{key}": n for subset in subsets for key, n in own.items()})
    counts.update(_classes(gold, predicted))
    return counts


# Lineage


def edge_of(edge: Row) -> tuple[str, str]:
    """An edge by what it joins; names without their article, in lower case."""
    return edge["from"], _ARTICLE.sub("", " ".join(edge["to"].split()), count=1).casefold()


def _lineage(gold: Row, predicted: Row) -> Counts:
    wanted = {edge_of(edge): edge["kind"] for edge in items_of(gold, "lineage")}
    found = {edge_of(edge): edge["kind"] for edge in items_of(predicted, "lineage")}
    both = wanted.keys() & found.keys()
    kinds = sum(wanted[edge] == found[edge] for edge in both)
    return Counts({"edges": len(wanted), "own edges": len(found), "same edges": len(both), "same kinds": kinds})


# Places


def _at(item: Row) -> At:
    return item["doc"], item["start"], item["end"]


def likeness(a: At, b: At) -> float:
    """Intersection over union of two places, lifted to `MEET` where one holds the other; 0 under that."""
    shared = min(a[2], b[2]) - max(a[1], b[1])
    if a[0] != b[0] or shared <= 0:
        return 0.0
    union = max(a[2], b[2]) - min(a[1], b[1])
    if shared in (a[2] - a[1], b[2] - b[1]):
        return max(MEET, shared / union)
    return shared / union if shared >= MEET * union else 0.0


# Quotes


def _pieces(row: Row) -> dict[At, int]:
    """Pieces with the number of their group."""
    return {tuple(piece): number for number, group in enumerate(items_of(row, "quotes")) for piece in group}


def _quotes(gold: Row, predicted: Row) -> Counts:
    wanted, own = _pieces(gold), _pieces(predicted)
    gold_pieces, own_pieces = sorted(wanted), sorted(own)
    pairs = assign([[likeness(a, b) for b in own_pieces] for a in gold_pieces], floor=MEET)
    named = {own_pieces[j]: gold_pieces[i] for i, j in pairs}
    sizes = Counter(own.values())
    kept = {piece: group for piece, group in own.items() if piece in named or sizes[group] > 1}
    # what is no piece of the gold keeps its own place, unless that is also the place of a gold piece that another one lies over better
    found = b_cubed(
        "quotes",
        {(p, True): group for p, group in wanted.items()},
        {(named.get(p, p), p in named): group for p, group in kept.items()},
    )
    found.update({"pieces": len(wanted), "own pieces": len(own), "same pieces": len(pairs)})
    return found


# Accounts


def _ends(account: Row) -> Pair:
    return _at(account["a"]), _at(account["b"])


def _closeness(gold: Pair, own: Pair) -> tuple[float, bool]:
    """How well one account lies over another, 0 where an end does not meet, and whether it is the other way round."""
    straight = [likeness(a, b) for a, b in zip(gold, own, strict=True)]
    turned = [likeness(a, b) for a, b in zip(gold, own[::-1], strict=True)]
    one, other = (sum(both) if all(both) else 0.0 for both in (straight, turned))
    return max(one, other), other > one


def answers(gold: Row, predicted: Row) -> tuple[list[tuple[Row, Row | None, bool]], list[Row]]:
    """Each gold account with the prediction that answers it and whether that is turned round; and the predictions that are false."""
    wanted = [(account, _ends(account)) for account in items_of(gold, "accounts")]
    own = [(account, _ends(account)) for account in items_of(predicted, "accounts")]
    own.sort(key=lambda item: (item[1], item[0]["relation"], item[0].get("slot") or ""))
    met: set[int] = set()
    answered: list[tuple[Row, Row | None, bool]] = []
    for account, ends in wanted:
        near = [(*_closeness(ends, other), number) for number, (_, other) in enumerate(own)]
        over = [(-value, number, turned) for value, turned, number in near if value]
        met.update(number for _, number, _ in over)
        best = min(over, default=None)
        answered.append((account, own[best[1]][0], best[2]) if best else (account, None, False))
    judged = _judged(gold)
    return answered, [account for number, (account, ends) in enumerate(own) if number not in met and judged(ends)]


def _judged(gold: Row) -> Any:
    """Whether the gold would have told a relation between two places: both are members, in the body or one in its headline."""
    accounts = [_ends(account) for account in items_of(gold, "accounts")]
    body = {end for a, b in accounts for end in ((a,) if a[0] == b[0] else (a, b))}
    headlines = {tuple(m) for matter in items_of(gold, "origins") for m in matter["members"]} - body

    def in_any(places: Iterable[At], end: At) -> bool:
        return any(likeness(place, end) for place in places)

    def judged(ends: Pair) -> bool:
        a, b = ends
        if a[0] != b[0]:
            return in_any(body, a) and in_any(body, b)
        return any(in_any(body, one) and in_any(headlines, other) for one, other in ((a, b), (b, a)))

    return judged


def _accounts(gold: Row, predicted: Row) -> Counts:
    found = Counts()
    answered, false = answers(gold, predicted)
    for account, answer, turned in answered:
        relation = account["relation"]
        found.update({"accounts": 1, f"{relation} gold": 1})
        if answer is None:
            continue
        same = answer["relation"] == relation
        found.update({"answered": 1, f"{answer['relation']} own": 1, f"{relation} hits": same, "same relations": same})
        found[f"{relation} directed"] += same and (not turned or relation not in DIRECTED)
        found["same slots"] += (answer.get("slot") or None) == (account.get("slot") or None)
    for account in false:
        found.update({"false": 1, f"{account['relation']} own": 1})
    return found


DIRECTED = ("updates", "withdraws", "narrows")
"""Relations of which it matters which end is a."""


def _classes(gold: Row, predicted: Row) -> Counts:
    """What was taken for what, as the lists of classes under a table of figures need it."""
    answered, false = answers(gold, predicted)
    found = Counts(f"{CLASS}{one['relation']}{BETWEEN}{two['relation'] if two else NONE}" for one, two, _ in answered)
    found.update(f"{CLASS}{NONE}{BETWEEN}{account['relation']}" for account in false)
    return found


# Origins


def _members(matter: Row) -> list[At]:
    return [tuple(member) for member in matter["members"]]


def _bounds(value: Any) -> tuple[int, int]:
    return (value, value) if isinstance(value, int) else (value[0], value[1])


def counterpart(matter: Row, others: Sequence[Row]) -> Row | None:
    """The predicted matter that holds most members of a gold one; of several the one with fewest members."""

    def held(other: Row) -> int:
        places = _members(other)
        return sum(any(likeness(member, place) for place in places) for member in _members(matter))

    ranked = sorted((-held(other), len(other["members"]), _members(other), n) for n, other in enumerate(others))
    return others[ranked[0][-1]] if ranked and -ranked[0][0] >= HELD else None


def _origins(gold: Row, predicted: Row) -> Counts:
    found = Counts()
    wanted, own = items_of(gold, "origins"), items_of(predicted, "origins")
    for matter in wanted:
        found["matters"] += 1
        other = counterpart(matter, own)
        if other is None:
            continue
        (low, high), (least, most) = _bounds(matter["origins"]), _bounds(other["origins"])
        found.update({"matters found": 1, "width": most - least, "cover": least <= low and high <= most})
        found.update({"exact": (low, high) == (least, most), "echoes": matter.get("echoes") == other.get("echoes")})
    found.update(_matters(wanted, own))
    return found


def _matters(wanted: Sequence[Row], own: Sequence[Row]) -> Counts:
    """B³ over gold members; one that no predicted matter holds is alone."""
    gold = {(number, m): number for number, matter in enumerate(wanted) for m in _members(matter)}
    places = sorted((place, number) for number, matter in enumerate(own) for place in _members(matter))
    mine: dict[Any, Any] = {}
    for key in gold:
        over = [(-likeness(key[1], place), number) for place, number in places if likeness(key[1], place)]
        mine[key] = min(over)[1] if over else ("alone", key)
    return b_cubed("members", gold, mine)


# Mismatches


def _mismatches(gold: Row, predicted: Row) -> Counts:
    wanted, own = items_of(gold, "mismatches"), items_of(predicted, "mismatches")

    def hits(*names: str) -> int:
        def value(a: Row, b: Row) -> float:
            return likeness(_at(a), _at(b)) if all(a[name] == b[name] for name in names) else 0.0

        return len(assign([[value(a, b) for b in own] for a in wanted], floor=MEET))

    return Counts(
        {
            "mismatches": len(wanted),
            "own mismatches": len(own),
            "same mismatches": hits("source_doc", "slot"),
            "same places": hits("source_doc"),
        }
    )


# Figures


def large_relations(counts: Counts) -> dict[str, tuple[str, ...]]:
    """By subset the relations that enter its macro figure."""
    return {
        subset: tuple(kind for kind in RelationKind if counts[f"{subset}|{kind} gold"] >= LEAST) for subset in SUBSETS
    }


def measuring(whole: Counts) -> Measuring:
    """Makes measures of draws, the relations of macro figures being those that are frequent in the whole corpus."""
    return partial(measured, over=large_relations(whole))


def measured(counts: Counts, *, over: Mapping[str, Sequence[str]] | None = None) -> list[Measure]:
    """The measures of summed counts, of all stories and, where they are told apart, of those held back and the others."""
    large = large_relations(counts) if over is None else over
    apart = [subset for subset in SUBSETS[1:] if counts[f"{subset}|stories"]]
    return [
        *_measures(counts, "", large[""]),
        *_details(counts, large[""]),
        *(measure for subset in apart for measure in _measures(counts, subset, large[subset])),
    ]


def _measures(counts: Counts, subset: str, large: Sequence[str]) -> list[Measure]:
    """The figures that a corpus is judged by."""
    n = _Of(counts, subset)
    return [
        f1(f"lineage{subset}", n("same edges"), n("own edges"), n("edges")),
        b_cubed_measure(f"quotes B3{subset}", counts, f"{subset}|quotes"),
        _macro(counts, f"relations macro-F1{subset}", subset, "hits", large),
        share(f"origins cover{subset}", n("cover"), n("matters")),
        share(f"origins exact{subset}", n("exact"), n("matters")),
        f1(f"mismatches{subset}", n("same mismatches"), n("own mismatches"), n("mismatches")),
    ]


def _details(counts: Counts, large: Sequence[str]) -> list[Measure]:
    n = _Of(counts, "")
    right, false = n("same relations"), n("false")
    return [
        f1("lineage with kind", n("same kinds"), n("own edges"), n("edges")),
        f1("quote pieces", n("same pieces"), n("own pieces"), n("pieces")),
        f1("accounts found", n("answered"), n("answered") + false, n("accounts")),
        f1("relations", right, n("answered") + false, n("accounts")),
        _macro(counts, "relations macro-F1 directed", "", "directed", large),
        share("slot", n("same slots"), n("answered")),
        share("matters found", n("matters found"), n("matters")),
        Measure("origins width x 100", 100 * n("width") / max(1, n("matters found")), n("matters found")),
        share("echoes exact", n("echoes"), n("matters")),
        b_cubed_measure("matters B3", counts, "|members"),
        f1("mismatches without slot", n("same places"), n("own mismatches"), n("mismatches")),
    ]


class _Of:
    """Counts of one subset."""

    def __init__(self, counts: Counts, subset: str) -> None:
        self._counts, self._subset = counts, subset

    def __call__(self, key: str) -> int:
        return self._counts[f"{self._subset}|{key}"]


def _macro(counts: Counts, name: str, subset: str, hits: str, large: Sequence[str]) -> Measure:
    n = _Of(counts, subset)
    each = [f1(kind, n(f"{kind} {hits}"), n(f"{kind} own"), n(f"{kind} gold")) for kind in large]
    support = sum(one.support for one in each)
    return Measure(name, sum(one.value for one in each) / max(1, len(each)), support)
