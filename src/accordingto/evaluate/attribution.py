"""Scores for flat attributions (PolNeAR's task).

Spans are compared as sets of alphanumeric characters, so that a comma or a quotation mark at an edge costs nothing. Predicted
and gold attributions are matched one to one, maximising the summed overlap (IoU) of their contents.

- A1: content IoU ≥ .5. A2, the headline: and the sources overlap or both are empty. A3: and the cues overlap.
- A5: content, source and cue all exact.
- C2: A2 with precision over all gold and recall over *claims* only: gold with quoted words, a speech cue or a colon.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from accordingto.evaluate.matching import Chars, assign, chars, iou

CONTENT_IOU = 0.5
_SPEECH_STEMS = (
    "say tell add claim state announce report allege argue insist deny warn note explain declare stress suggest admit "
    "acknowledge confirm assert maintain contend testify remark reply respond write tweet post accuse blame criticize praise "
    "promise vow pledge urge call ask demand describe complain recall mention estimate predict believe"
).split()
_VOWELS = "aeiou"


def _forms(verb: str) -> set[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    soft = verb.endswith("y") and verb[-2] not in _VOWELS
    third = verb[:-1] + "ies" if soft else verb + "s"
    past = verb[:-1] + "ied" if verb.endswith("y") else stem + "ed"
    return {verb, third, stem + "ed", stem + "ing", past, verb + verb[-1] + "ed", verb + verb[-1] + "ing"}


SPEECH_FORMS = set().union(*map(_forms, _SPEECH_STEMS)) | {"said", "told", "wrote", "written", "spoke", "spoken"}

Spans = Sequence[Sequence[int]]


def quoted_characters(text: str) -> list[bool]:
    """Which characters stand between double quotation marks; a paragraph break closes them."""
    flags, inside = [], False
    for char in text:
        if char == "“":
            inside = True
        elif char == '"':
            inside = not inside
        elif char in "”\n":
            inside = False
        flags.append(inside)
    return flags


def is_claim(text: str, attribution: dict[str, Any], content: Chars, quoted: list[bool]) -> bool:
    """Whether a gold attribution is a claim: quoted in part, under a cue of speech, or introduced by a colon."""
    if any(quoted[i] for i in content):
        return True
    cue = " ".join(text[a:b] for a, b in attribution["cue"])
    return "according to" in cue.lower() or bool(SPEECH_FORMS & set(re.findall("[a-z]+", cue.lower()))) or ":" in cue


def count(row: dict[str, Any], predicted: list[dict[str, Any]]) -> Counter[str]:
    """Counts of one document, to be summed and passed to `figures`."""
    text, found = row["text"], Counter[str]()
    dropped = chars(text, row.get("discard", []))
    gold = [(a, {k: chars(text, a[k]) for k in ("source", "cue", "content")}) for a in row["attributions"]]
    gold = [(a, g) for a, g in gold if g["content"]]
    mine = [{k: chars(text, a[k]) for k in ("source", "cue", "content")} for a in predicted]
    mine = [p for p in mine if p["content"] and len(p["content"] & dropped) <= 0.5 * len(p["content"])]
    quoted = quoted_characters(text)
    claims = [is_claim(text, a, g["content"], quoted) for a, g in gold]
    found.update(gold=len(gold), predicted=len(mine), claims=sum(claims))
    for i, j in assign([[_likeness(g, p) for p in mine] for _, g in gold], floor=0.05):
        g, p = gold[i][1], mine[j]
        overlap = iou(g["content"], p["content"])
        if overlap < CONTENT_IOU:
            continue
        source = bool(g["source"] & p["source"]) or not (g["source"] or p["source"])
        exact = overlap > 1 - 1e-6 and g["source"] == p["source"] and g["cue"] == p["cue"]
        found.update(
            A1=1, A2=source, A3=source and bool(g["cue"] & p["cue"]), A5=exact, C1=claims[i], C2=claims[i] and source
        )
    return found


def _likeness(gold: dict[str, Chars], predicted: dict[str, Chars]) -> float:
    ties = 1e-3 * bool(gold["cue"] & predicted["cue"]) + 1e-4 * bool(gold["source"] & predicted["source"])
    return iou(gold["content"], predicted["content"]) + ties


def figures(counts: Counter[str]) -> dict[str, float]:
    """F1 of each level, in per cent."""
    total = counts["gold"] + counts["predicted"]
    out = {k: 200 * counts[k] / total if total else 0.0 for k in ("A1", "A2", "A3", "A5")}
    precision = counts["A2"] / max(1, counts["predicted"])
    recall = counts["C2"] / max(1, counts["claims"])
    out["C2"] = 200 * precision * recall / max(1e-9, precision + recall)
    return out


def intervals(
    per_document: list[Counter[str]], *, draws: int = 500, seed: int = 0
) -> dict[str, tuple[float, float]]:
    """95 % intervals of `figures`, documents drawn with replacement."""
    rng = np.random.default_rng(seed)
    drawn: dict[str, list[float]] = {}
    for _ in range(draws):
        sample = Counter[str]()
        for i in rng.integers(len(per_document), size=len(per_document)):
            sample.update(per_document[i])
        for name, value in figures(sample).items():
            drawn.setdefault(name, []).append(value)
    return {k: (float(np.percentile(v, 2.5)), float(np.percentile(v, 97.5))) for k, v in drawn.items()}
