"""Two passes over the same reports compared: what both have, what one has, and where the labels differ."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quoting import letters

Row = dict[str, Any]
LAYERS = ("statements", "events", "estimates", "control", "timex", "toponyms")


def place_of(layer: str, item: Row) -> list[Any]:
    return (
        item["content"]
        if layer == "statements"
        else [item["span"]]
        if "span" in item
        else [(item["start"], item["end"])]
    )


def pairs(text: str, layer: str, a: list[Row], b: list[Row]) -> dict[int, int]:
    """One-to-one matches with IoU of at least .5, best first; equal places by the number of equal fields."""

    def rank(x: Row, y: Row) -> tuple[float, int]:
        s, t = letters(text, place_of(layer, x)), letters(text, place_of(layer, y))
        return len(s & t) / max(1, len(s | t)), sum(x[k] == y[k] for k in x)

    scored = sorted(((*rank(x, y), i, j) for i, x in enumerate(a) for j, y in enumerate(b)), reverse=True)
    matched: dict[int, int] = {}
    for iou, _, i, j in scored:
        if iou >= 0.5 and i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def facets(layer: str, text: str, item: Row, names: dict[str, str]) -> Iterator[tuple[str, Any]]:
    """What is compared: values; spans as words, marks at the edges off; a statement by its id in the other pass."""

    def words(spans: Any) -> list[str]:
        return [re.sub(r"^[^\w]+|[^\w]+$", "", text[a:b]) or text[a:b] for a, b in spans]

    yield "span", words(place_of(layer, item))
    for key, value in item.items():
        if key == "chain":
            yield "voices", [(v["name"] or "").casefold() or None for v in value]
            yield "sources", [words(v["source"]) for v in value]
            yield "cues", [words(v["cue"]) for v in value]
            yield "unnamed", [v["unnamed"] for v in value]
        elif key in {"actor", "recipient", "place", "what", "holder"}:
            yield key, words(value)
        elif key == "statement":
            yield key, names.get(value, f"{value}, only there") if names and value else value
        elif key not in {"id", "content", "span", "start", "end"}:
            yield key, value


def compare(path_a: Path, path_b: Path) -> int:
    a, b = (
        {r["doc"]: r for r in map(json.loads, p.read_text(encoding="utf-8").splitlines())} for p in (path_a, path_b)
    )
    found, fields = Counter[tuple[str, str]](), Counter[tuple[str, str, bool]]()
    for doc in sorted(a.keys() & b.keys()):
        text, names = a[doc]["text"], dict[str, str]()
        for layer in LAYERS:
            x, y = a[doc][layer], b[doc][layer]
            matched = pairs(text, layer, x, y)
            found += Counter({(layer, "a"): len(x), (layer, "b"): len(y), (layer, "both"): len(matched)})
            lone = [("only_a", i) for i in range(len(x)) if i not in matched] + [
                ("only_b", j) for j in range(len(y)) if j not in matched.values()
            ]
            for kind, i in lone:
                item = (x if kind == "only_a" else y)[i]
                print(
                    json.dumps(
                        {
                            "doc": doc,
                            "layer": layer,
                            "kind": kind,
                            "id": item.get("id"),
                            **dict(facets(layer, text, item, {})),
                        },
                        ensure_ascii=False,
                    )
                )
            for i, j in sorted(matched.items()):
                if layer == "statements":
                    names[x[i]["id"]] = y[j]["id"]
                other = dict(facets(layer, text, y[j], {}))
                for field, value in facets(layer, text, x[i], names):
                    fields[layer, field, value == other[field]] += 1
                    if value != other[field]:
                        ids = [x[i].get("id"), y[j].get("id")] if layer == "statements" else other["span"]
                        print(
                            json.dumps(
                                {
                                    "doc": doc,
                                    "layer": layer,
                                    "kind": "field",
                                    "at": ids,
                                    "field": field,
                                    "a": value,
                                    "b": other[field],
                                },
                                ensure_ascii=False,
                            )
                        )
    for layer in LAYERS:
        n, m, both = (found[layer, k] for k in ("a", "b", "both"))
        agreed = ", ".join(
            f"{f} {fields[layer, f, True]}/{both}" for f in dict.fromkeys(f for la, f, _ in fields if la == layer)
        )
        print(f"{layer}: a {n}, b {m}, both {both}, F1 {2 * both / max(1, n + m):.3f}; {agreed}", file=sys.stderr)
    return 0
