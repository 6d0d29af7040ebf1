"""Readers: the corpora as lists of `Example`. Nothing of their text ever leaves the folder that they lie in."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Span = tuple[int, int]


@dataclass
class Attribution:
    """One flat attribution; spans are ``[start, end)`` code points. ``None`` marks a role that the corpus does not annotate."""

    content: list[Span]
    source: list[Span] | None
    cue: list[Span] | None


@dataclass
class Example:
    """A document as one annotator saw it. Stretches in ``ignore`` carry no loss."""

    doc: str
    text: str
    attributions: list[Attribution]
    ignore: list[Span] = field(default_factory=list)
    weight: float = 1.0


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _spans(value: list[list[int]]) -> list[Span]:
    return [(a, b) for a, b in value]


def polnear(path: Path) -> list[Example]:
    """Every annotator's reading of every document; what the annotators set aside (``discard``) is ignored."""
    return [
        Example(
            doc=row["doc"],
            text=row["text"],
            attributions=[
                Attribution(_spans(a["content"]), _spans(a["source"]), _spans(a["cue"])) for a in row["attributions"]
            ],
            ignore=_spans(row.get("discard", [])),
        )
        for row in _rows(path)
    ]


def gum(path: Path, split: str) -> list[Example]:
    """The outermost contents of GUM; its cue segment mixes source and cue, so neither is learnt from it."""
    examples = []
    for row in _rows(path):
        if row["split"] != split:
            continue
        contents = [_spans(a["content"]) for a in row["attributions"]]
        outer = [c for c in contents if not any(_inside(c, other) for other in contents if other is not c)]
        segments = [s for a in row["attributions"] for s in _spans(a["cue_segment"])]
        examples.append(Example(row["doc"], row["text"], [Attribution(c, None, None) for c in outer], ignore=segments))
    return examples


def _inside(inner: list[Span], outer: list[Span]) -> bool:
    a, b = inner[0][0], inner[-1][1]
    return any(s <= a and b <= e and (s, e) != (a, b) for s, e in outer)


def field(path: Path) -> list[Example]:
    """Our own reports, flattened to their outermost attributions.

    Statements with the same innermost cue are one attribution, as PolNeAR has it for quotations that run on. Where an outer voice
    is cued in the same paragraph, its content is the whole inner attribution.
    """
    return [Example(row["doc"], row["text"], _outermost(row)) for row in _rows(path)]


def _outermost(row: dict[str, Any]) -> list[Attribution]:
    grouped: dict[tuple[Span, ...], Attribution] = {}
    for statement in row["statements"]:
        if not statement["chain"]:
            continue
        content = _spans(statement["content"])
        voices = [voice for voice in statement["chain"] if voice["cue"]]
        line = content[0][0], content[-1][1]
        near = [v for v in voices if _same_paragraph(row["text"], v["cue"][0], line)] or voices[-1:]
        if not near:
            continue
        inner = [span for voice in near[1:] for span in (*_spans(voice["source"]), *_spans(voice["cue"]))]
        outer = near[0]
        cue, source = _spans(outer["cue"]), _spans(outer["source"])
        whole = _joined([*content, *inner], [*cue, *source]) if inner else content
        attribution = grouped.setdefault(tuple(cue), Attribution([], source, cue))
        attribution.content = sorted({*attribution.content, *whole})
    return list(grouped.values())


def _same_paragraph(text: str, span: list[int], line: Span) -> bool:
    a, b = min(span[0], line[0]), max(span[1], line[1])
    return "\n\n" not in text[a:b] or "\n\n" in text[line[0] : line[1]]


def _joined(parts: list[Span], between: list[Span]) -> list[Span]:
    """Parts run together where only a few characters, and none of ``between``, stand between them."""
    joined: list[Span] = []
    for a, b in sorted(parts):
        gap_free = joined and a - joined[-1][1] <= 3 and not any(joined[-1][1] <= s < a for s, _ in between)
        if joined and (gap_free or a <= joined[-1][1]):
            joined[-1] = joined[-1][0], max(b, joined[-1][1])
        else:
            joined.append((a, b))
    return joined


OWN = Path(__file__).parent.parent / "evals" / "field" / "gold.jsonl"
"""The corpus that we wrote ourselves."""


def load(names: list[str], gold: Path) -> list[Example]:
    """The training examples of the corpora that a recipe names."""
    readers = {
        "polnear": lambda: polnear(gold / "polnear" / "train.jsonl"),
        "gum": lambda: gum(gold / "gum" / "dev.jsonl", "train"),
        "field": lambda: field(OWN),
    }
    return [example for name in names for example in readers[name]()]


def dev_rows(name: str, gold: Path) -> list[dict[str, Any]]:
    """The rows a run watches itself by."""
    return [row for row in _rows(gold / name / "dev.jsonl") if row.get("primary", True)]


def bare(rows: list[dict[str, Any]]) -> list[Example]:
    """Rows as examples without labels."""
    return [Example(row["doc"], row["text"], []) for row in rows]
