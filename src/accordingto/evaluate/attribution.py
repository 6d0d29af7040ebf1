"""Scores for flat attributions (PolNeAR's task).

Spans are compared as sets of alphanumeric characters, so that a comma or a quotation mark at an edge costs nothing. Predicted
and gold attributions are matched one to one, maximising the summed overlap (IoU) of their contents.

- A1: content IoU ≥ .5. A2, the headline: and the sources overlap or both are empty. A3: and the cues overlap.
- A4: content and source exact. A5: content, source and cue all exact.
- C1, C2: A1, A2 with precision over all gold and recall over *claims* only: gold with quoted words, a speech cue or a colon.
- recall of A1 and A2 by type of content (direct: quoted throughout; mixed; indirect) and by cue (speech, according, other).
"""

from __future__ import annotations

import re
from typing import Any

from accordingto.evaluate import measures
from accordingto.evaluate.matching import Chars, assign, chars, iou
from accordingto.evaluate.measures import Counts, Measure
from accordingto.evaluate.rows import Row, check_spans, field_of, name_of

CONTENT_IOU = 0.5
QUOTED_WHOLLY = 0.999
ROLES = ("source", "cue", "content")
LEVELS = ("A1", "A2", "A3", "A4", "A5")
TYPES = ("direct", "indirect", "mixed")
CUES = ("speech", "according", "other")
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


def type_of(content: Chars, quoted: list[bool]) -> str:
    """``direct`` where all of a content is quoted, ``indirect`` where nothing is, else ``mixed``."""
    share = sum(quoted[i] for i in content) / max(1, len(content))
    return "direct" if share >= QUOTED_WHOLLY else "mixed" if share else "indirect"


def cue_class(words: str) -> str:
    """``according``, ``speech`` (a verb of speech) or ``other``."""
    lowered = words.lower()
    if "according to" in lowered:
        return "according"
    return "speech" if SPEECH_FORMS & set(re.findall("[a-z]+", lowered)) else "other"


def classes_of(text: str, attribution: Row, content: Chars, quoted: list[bool]) -> tuple[str, str, bool]:
    """Type of content, class of cue, and whether a gold attribution is a claim: quoted in part, under a cue of speech, or after a colon."""
    kind, cue = type_of(content, quoted), " ".join(text[a:b] for a, b in attribution["cue"])
    spoken = cue_class(cue)
    return kind, spoken, kind != "indirect" or spoken != "other" or ":" in cue


def count(row: Row, predicted: list[dict[str, Any]]) -> Counts:
    """Counts of one document, to be summed and passed to `figures` or `measured`."""
    text, found = row["text"], Counts()
    dropped, quoted = chars(text, row.get("discard")), quoted_characters(text)
    parts = [_parts(text, a) for a in row["attributions"]]
    gold = [
        (g, classes_of(text, a, g["content"], quoted))
        for a, g in zip(row["attributions"], parts, strict=True)
        if g["content"]
    ]
    mine = [p for p in (_parts(text, a) for a in predicted) if p["content"] and not _dropped(p["content"], dropped)]
    found.update(gold=len(gold), predicted=len(mine), claims=sum(claim for _, (_, _, claim) in gold))
    for _, (kind, spoken, _) in gold:
        found.update({f"gold:{kind}": 1, f"gold:{spoken}": 1})
    for i, j in assign([[_likeness(g, p) for p in mine] for g, _ in gold], floor=0.05):
        found.update(_compared(gold[i][0], mine[j], *gold[i][1]))
    return found


def _parts(text: str, attribution: Row) -> dict[str, Chars]:
    return {role: chars(text, attribution[role]) for role in ROLES}


def _dropped(content: Chars, dropped: Chars) -> bool:
    """Whether most of a content lies in what the annotators left out."""
    return len(content & dropped) > 0.5 * len(content)


def _compared(g: dict[str, Chars], p: dict[str, Chars], kind: str, spoken: str, claim: bool) -> Counts:
    """What a matched pair counts for."""
    overlap = iou(g["content"], p["content"])
    if overlap < CONTENT_IOU:
        return Counts()
    source = bool(g["source"] & p["source"]) or not (g["source"] or p["source"])
    exact = overlap > 1 - 1e-6 and g["source"] == p["source"]
    return Counts(
        {
            **dict.fromkeys(("A1", f"A1:{kind}", f"A1:{spoken}"), 1),
            **dict.fromkeys(("A2", f"A2:{kind}", f"A2:{spoken}"), int(source)),
            "A3": source and bool(g["cue"] & p["cue"]),
            "A4": exact,
            "A5": exact and g["cue"] == p["cue"],
            "C1": claim,
            "C2": claim and source,
        }
    )


def _likeness(gold: dict[str, Chars], predicted: dict[str, Chars]) -> float:
    """Overlap of contents; cue and source break ties."""
    ties = 1e-3 * bool(gold["cue"] & predicted["cue"]) + 1e-4 * bool(gold["source"] & predicted["source"])
    return iou(gold["content"], predicted["content"]) + ties


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts."""
    gold, predicted, claims = counts["gold"], counts["predicted"], counts["claims"]
    found = [measures.f1(level, counts[level], predicted, gold) for level in LEVELS]
    for level, claimed in (("A1", "C1"), ("A2", "C2")):
        precision, recall = 100 * counts[level] / max(1, predicted), 100 * counts[claimed] / max(1, claims)
        found.append(measures.harmonic(claimed, precision, recall, claims))
    for level in ("A1", "A2"):
        found += [
            measures.share(f"{level} recall {kind}", counts[f"{level}:{kind}"], counts[f"gold:{kind}"])
            for kind in (*TYPES, *CUES)
        ]
    return found


def figures(counts: Counts) -> dict[str, float]:
    """F1 of each level, in per cent."""
    return {measure.name: measure.value for measure in measured(counts) if "recall" not in measure.name}


def kept(row: Row) -> bool:
    """Whether a gold row counts: where several people annotated a document, one of them is its ``primary``."""
    return bool(row.get("primary", True))


def check(row: Row, items: list[Row], what: str) -> None:
    """Check attributions against the text of their row.

    Raises:
        IntegrityError: where a span list is missing, malformed or outside the text.
    """
    for number, item in enumerate(items, 1):
        for role in ROLES:
            where = f"{what} of {name_of(row)}, attribution {number}, `{role}`"
            check_spans(field_of(item, role, where), row["text"], where)
