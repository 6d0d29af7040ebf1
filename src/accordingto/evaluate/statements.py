"""Scores for statements with their chains.

Predicted and gold statements are matched one to one by their contents (IoU ≥ .5 over letters and digits). *found* is the F1 of
that. Of those found: the share with the right form, act and factuality; *act macro-F1* over acts with at least
`accordingto.evaluate.measures.LEAST` gold statements found; and, leaving gold narration out, the share with the whole chain
right: as many voices, and each one named alike or its source overlapping (or both without name and source).

Predicted narration that meets no gold statement counts neither way: gold annotates narration only where it carries something.
"""

from __future__ import annotations

from typing import Any

from accordingto.evaluate import measures
from accordingto.evaluate.matching import Chars, assign, chars, iou
from accordingto.evaluate.measures import LEAST, Counts, Measure
from accordingto.evaluate.rows import Row, check_spans, field_of, name_of
from accordingto.model import IntegrityError

CONTENT_IOU = 0.5
NARRATION = "narration"
CLASS = "class:"
BETWEEN = ">"
"""Keys of counts of classes: `CLASS`, the gold one, `BETWEEN`, the predicted one. Acts of statements are such classes."""
FIELDS = ("content", "form", "act", "factuality", "chain")


def count(row: Row, predicted: list[dict[str, Any]]) -> Counts:
    """Counts of one document, to be summed and passed to `measured`."""
    text, gold, found = row["text"], row["statements"], Counts()
    contents = [chars(text, statement["content"]) for statement in gold]
    mine = [chars(text, statement["content"]) for statement in predicted]
    pairs = matched(contents, mine)
    for i, j in pairs:
        found.update(_compared(text, gold[i], predicted[j]))
    met = {j for _, j in pairs}
    found.update(gold=len(gold), predicted=sum(j in met or p["form"] != NARRATION for j, p in enumerate(predicted)))
    return found


def matched(gold: list[Chars], predicted: list[Chars]) -> list[tuple[int, int]]:
    """Pairs (gold, predicted) of contents, one to one."""
    return assign([[iou(g, p) for p in predicted] for g in gold], floor=CONTENT_IOU)


def _compared(text: str, gold: Row, predicted: Row) -> Counts:
    """What a matched pair counts for."""
    found = Counts(found=1)
    found.update({CLASS + gold["act"] + BETWEEN + predicted["act"]: 1})
    found.update(form=gold["form"] == predicted["form"], factuality=gold["factuality"] == predicted["factuality"])
    if gold["form"] != NARRATION:
        found.update(attributed=1, chain=same_chain(text, gold["chain"], predicted["chain"]))
    return found


def same_chain(text: str, gold: list[Row], predicted: list[Row]) -> bool:
    """Whether two chains have the same voices in the same order."""
    return len(gold) == len(predicted) and all(map(same_voice, [text] * len(gold), gold, predicted))


def same_voice(text: str, a: Row, b: Row) -> bool:
    """Whether two voices have one name, or sources that overlap, or neither name nor source."""
    name, other = (a.get("name") or "").casefold(), (b.get("name") or "").casefold()
    source, its = chars(text, a.get("source")), chars(text, b.get("source"))
    if name and name == other:
        return True
    return bool(source & its) or not (source or its or name or other)


def confusion(counts: Counts) -> dict[tuple[str, str], int]:
    """How often a gold act (first) was predicted as an act (second), among the statements found."""
    found = {}
    for key, number in counts.items():
        if key.startswith(CLASS) and number:
            gold, _, predicted = key.removeprefix(CLASS).partition(BETWEEN)
            found[gold, predicted] = number
    return found


def act_measures(counts: Counts) -> list[Measure]:
    """F1 of each gold act among the statements found, the most frequent first."""
    pairs = confusion(counts)
    gold, predicted = Counts(), Counts()
    for (act, given), number in pairs.items():
        gold[act] += number
        predicted[given] += number
    order = sorted(gold, key=lambda act: (-gold[act], act))
    return [measures.f1(act, pairs.get((act, act), 0), predicted[act], gold[act]) for act in order]


def large_acts(counts: Counts) -> frozenset[str]:
    """The acts that enter the macro figure."""
    return frozenset(act.name for act in act_measures(counts) if act.support >= LEAST)


def measured(counts: Counts, *, over: frozenset[str] | None = None) -> list[Measure]:
    """The measures of summed counts.

    Args:
        counts: of all documents, or of a draw of them.
        over: the acts of the macro figure; without it those with enough gold in ``counts``.
    """
    found, wanted = counts["found"], large_acts(counts) if over is None else over
    acts = [act for act in act_measures(counts) if act.name in wanted]
    macro = sum(act.value for act in acts) / max(1, len(acts))
    right = sum(number for (gold, given), number in confusion(counts).items() if gold == given)
    return [
        measures.f1("found", found, counts["predicted"], counts["gold"]),
        measures.share("form", counts["form"], found),
        measures.share("act", right, found),
        Measure("act macro-F1", macro, sum(act.support for act in acts)),
        measures.share("factuality", counts["factuality"], found),
        measures.share("chain", counts["chain"], counts["attributed"]),
    ]


def check(row: Row, items: list[Row], what: str) -> None:
    """Check statements against the text of their row.

    Raises:
        IntegrityError: where a field is missing, or a span is malformed or outside the text.
    """
    for number, item in enumerate(items, 1):
        where = f"{what} of {name_of(row)}, statement {number}"
        for name in FIELDS:
            field_of(item, name, f"{where}, `{name}`")
        if not all(isinstance(item[name], str) for name in ("form", "act", "factuality")):
            raise IntegrityError(f"{where}: form, act and factuality are strings")
        if not isinstance(item["chain"], list) or not all(isinstance(voice, dict) for voice in item["chain"]):
            raise IntegrityError(f"{where}: `chain` is a list of voices, outermost first")
        check_spans(item["content"], row["text"], f"{where}, `content`")
        for voice in item["chain"]:
            check_spans(voice.get("source"), row["text"], f"{where}, `source` of a voice")
