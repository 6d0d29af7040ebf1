#!/usr/bin/env python3
"""Authoring files (quoted strings, no offsets) to stand-off gold, and the comparison of two passes.

    annotate.py number REPORT.txt           the report's paragraphs, numbered
    annotate.py check  [-v] PASS/NAME.json… errors, and notes to look at; -v prints every span as it was found
    annotate.py compile PASS_DIR OUT.jsonl  one row a report, in the formats of the predict contract
    annotate.py compare A.jsonl B.jsonl     counts on stderr, one JSON line a disagreement on stdout

The report's text and meta are read from `--reports` (default: `../reports` beside this folder). What is annotated, and how,
stands in docs/reference/annotation-guidelines.md.

A place in the text is written as a string, or as an object: {"text": s, "nth": 2}, the second occurrence in the whole text (the
short form is [s, 2]); {"text": s, "in": longer}, the occurrence inside a longer string that is unique; {"from": s, "to": t},
from the first words to the last words inside one paragraph. Curly and straight quotes, no-break and plain spaces, and
the dashes match each other; a string starts and ends at word boundaries.

A bare string is looked for in the narrowest context that has it: for the first string of a content or a trigger, the whole text
(a trigger with a statement: that statement's content), where it must be unique; for each further content string, the text after the one before it (the first
occurrence); for a source, cue or role, the paragraphs of the content or trigger, outside the content for a source or cue, then the text before
them, then the text after; there the nearest occurrence counts, two equally near are an error, and a choice among several is noted.
"""
from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Iterator

from quoting import Problem, Span, Text, letters

Row = dict[str, Any]
REPORTS = Path(__file__).resolve().parents[1] / "reports"
ACTS = set("state report allege accuse deny estimate declare intend demand warn believe doubt document infer no_response ask narrate".split())
FORMS = {"direct", "indirect", "mixed", "narration"}
FACTUALITY = {"CT+", "PR+", "PS+", "U", "PS-", "PR-", "CT-"}
USUAL = {"deny": {"CT-", "PR-"}, "doubt": {"PR-", "U"}, "no_response": {"U"}, "ask": {"U"}, "demand": {"U"}}
MODES = {kind: set(modes.split()) for kind, modes in {
    "AGREE": "", "CONSULT": "visit third-party multilateral phone", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign", "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue", "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional",
}.items()}
AUX = {None, "negated", "future", "hypothetical", "historical"}
STATUS = {"holds", "contests", "besieges", "gains", "loses", "withdraws"}
TIMEX = {"DATE", "TIME", "DURATION", "SET"}
ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d){0,2}([+-]\d\d:\d\d|Z)?)?)?|-W\d\d)?")
FIELDS = {"statements": {"id", "content", "form", "act", "factuality", "chain", "said"},
          "events": {"statement", "span", "type", "mode", "aux", "actor", "recipient", "place", "date", "killed", "injured", "displaced"},
          "estimates": {"statement", "span", "low", "high", "unit", "what", "place"},
          "control": {"statement", "span", "place", "holder", "status", "asserted"},
          "timex": {"span", "type", "value"}, "toponyms": {"text", "name", "country", "lat", "lon", "geonameid", "except"}}


def require(test: bool, message: str) -> None:
    if not test:
        raise Problem(message)


def spans_of(text: Text, value: Any, anchor: list[Span], outside: bool = False) -> list[Span]:
    """A role, source or cue, sorted; null and [] mean none."""
    require(value is None or isinstance(value, list), f"{value!r}: a list of strings is wanted")
    return sorted(text.near(place, anchor, outside) for place in value or [])


def statement(text: Text, item: Row, quoted: set[int]) -> Row:
    """One authored statement in the contract's form."""
    require(item.get("act") in ACTS, f"act {item.get('act')!r} is none of {sorted(ACTS)}")
    require(item.get("form") in FORMS, f"form {item.get('form')!r} is none of {sorted(FORMS)}")
    require(item.get("factuality") in FACTUALITY, f"factuality {item.get('factuality')!r} is none of {sorted(FACTUALITY)}")
    content, chain = sorted(text.content(item["content"])), item.get("chain", [])
    told = {item["act"] == "narrate", item["form"] == "narration", not chain}
    require(len(told) == 1, "narrate, narration and an empty chain go together, all or none")
    require(not item.get("said") or bool(ISO.fullmatch(item["said"])), f"said {item.get('said')!r} is no ISO date")
    voices = []
    for link in chain:
        source, cue = (spans_of(text, link.get(k), content, outside=True) for k in ("source", "cue"))
        require(bool(link.get("name")) or not source, "a voice with a source needs a name: the resolved name, or the description")
        require(bool(source) or not link.get("name"), "a named voice needs its source: quote where it is named, even if earlier")
        require(isinstance(link.get("unnamed"), bool), "each voice says unnamed true or false")
        require(bool(cue), "each voice has a cue; an inherited one quotes the cue it is inherited from")
        voices.append({"name": link["name"] or None, "source": source, "cue": cue, "unnamed": link["unnamed"]})
    inside = letters(text.text, content)
    form = "direct" if inside <= quoted else "mixed" if inside & quoted else "indirect"
    if chain and form != item["form"]:
        text.notes.append(f"{item['id']}: form is {item['form']}, the quotation marks say {form}")
    if item["factuality"] not in USUAL.get(item["act"], FACTUALITY):
        text.notes.append(f"{item['id']}: {item['act']} is usually {sorted(USUAL[item['act']])}, not {item['factuality']}")
    return {"id": item["id"], "content": content, **{k: item[k] for k in ("form", "act", "factuality")}, "chain": voices, "said": item.get("said")}


def bounds(value: Any, name: str) -> list[int | None] | None:
    require(value is None or (isinstance(value, list) and len(value) == 2 and all(v is None or type(v) is int for v in value)), f"{name}: [low, high] or null")
    require(not value or None in value or value[0] <= value[1], f"{name}: low is above high")
    return value


def record(layer: str, text: Text, item: Row, contents: dict[str, list[Span]]) -> Row:
    """One authored event, estimate, control or time in the contract's form (`span` is the trigger's [start, end])."""
    owner = item.get("statement")
    require(owner is None or owner in contents, f"statement {owner!r} is not there")
    trigger = text.content([item["span"]], contents.get(owner or ""))
    roles = {k: spans_of(text, item.get(k), trigger) for k in ("actor", "recipient", "place", "what", "holder") if k in FIELDS[layer]}
    if layer == "timex":
        require(item.get("type") in TIMEX and bool(item.get("value")), "a time has a type of TIMEX3 and a value")
        return {"start": trigger[0][0], "end": trigger[0][1], "type": item["type"], "value": item["value"]}
    out: Row = {"statement": owner, "span": trigger[0], **roles}
    if layer == "events":
        require(item.get("type") in MODES, f"type {item.get('type')!r}: one of {sorted(MODES)} (ACCUSE, REQUEST, REJECT, THREATEN come from acts: leave out)")
        require(item.get("mode") is None or item["mode"] in MODES[item["type"]], f"mode {item.get('mode')!r}: one of {sorted(MODES[item['type']])} or null")
        require(item.get("aux") in AUX, f"aux {item.get('aux')!r}: negated, future, hypothetical, historical or null")
        require(not item.get("date") or bool(ISO.fullmatch(item["date"])), f"date {item.get('date')!r} is no ISO date, month or week")
        return {**out, **{k: item.get(k) for k in ("type", "mode", "aux", "date")}, **{k: bounds(item.get(k), k) for k in ("killed", "injured", "displaced")}}
    if layer == "estimates":
        bounds([item.get("low"), item.get("high")] if all(type(item.get(k)) is int for k in ("low", "high")) else None, "low and high")
        require(item.get("low") is not None or item.get("high") is not None, "an estimate has low, high or both")
        return {**out, **{k: item.get(k) for k in ("low", "high", "unit")}}
    require(item.get("status") in STATUS and isinstance(item.get("asserted"), bool) and bool(roles["place"]), f"control: status of {sorted(STATUS)}, asserted true or false, a place")
    return {**out, "status": item["status"], "asserted": item["asserted"]}


def toponyms(text: Text, items: list[Row]) -> list[Row]:
    """Every occurrence of each name outside its `except` strings; the longer name wins where two overlap."""
    taken: dict[Span, Row] = {}
    for item in sorted(items, key=lambda t: -len(t["text"])):
        barred = [s for words in item.get("except", []) for s in text.find(words)]
        hits = [s for s in text.find(item["text"]) if not any(a < s[1] and s[0] < b for a, b in [*barred, *taken])]
        require(bool(hits), f"toponym {item['text']!r} is not in the text (or only inside longer ones)")
        taken |= {s: {"start": s[0], "end": s[1], "name": item.get("name") or item["text"], **{k: item.get(k) for k in ("lat", "lon", "geonameid", "country")}} for s in hits}
    return [taken[s] for s in sorted(taken)]


def convert(path: Path, reports: Path) -> tuple[Row, Text, list[str]]:
    """One authoring file as a row of gold, with the text (its notes) and the errors found."""
    source = json.loads(path.read_text(encoding="utf-8"))
    meta = json.loads((reports / f"{path.stem}.json").read_text(encoding="utf-8"))
    text = Text((reports / f"{path.stem}.txt").read_bytes().decode("utf-8"))
    row: Row = {"doc": path.stem, "id": path.stem, "text": text.text, "outlet": meta.get("outlet"), "published": meta.get("published"), "dct": meta.get("published"), "register": meta.get("register")}
    errors, quoted = [], text.quoted()
    contents: dict[str, list[Span]] = {}
    if source.get("doc") != path.stem:
        errors.append(f"doc is {source.get('doc')!r}, the file is {path.stem!r}")
    errors += [f"{key}: no such layer" for key in source if key not in {"doc", *FIELDS}]
    for layer, fields in FIELDS.items():
        row[layer] = []
        for n, item in enumerate(source.get(layer, []), 1):
            try:
                require(set(item) <= fields, f"unknown fields {sorted(set(item) - fields)}")
                if layer == "statements":
                    require(bool(item.get("id")) and item["id"] not in contents, f"id {item.get('id')!r} is missing or used twice")
                    contents[item["id"]] = []
                    row[layer].append(statement(text, item, quoted))
                    contents[item["id"]] = row[layer][-1]["content"]
                else:
                    row[layer] += toponyms(text, [item]) if layer == "toponyms" else [record(layer, text, item, contents)]
            except (Problem, KeyError, TypeError, AttributeError) as error:
                errors.append(f"{layer} {item.get('id') or n}: {error if isinstance(error, Problem) else f'malformed ({error!r})'}")
    if not errors:
        row["toponyms"] = toponyms(text, source.get("toponyms", []))
    chars = Counter(i for spans in contents.values() for i in letters(text.text, spans))
    for key, spans in contents.items():
        if any(chars[i] > 1 for i in letters(text.text, spans)):
            text.notes.append(f"{key}: its content overlaps another's: contents are flat unless the guidelines allow it")
    return row, text, errors


def check(paths: list[Path], reports: Path, verbose: bool) -> int:
    failed = 0
    for path in paths:
        row, text, errors = convert(path, reports)
        failed += bool(errors)
        print(f"{path.name}: {len(errors)} errors, {len(text.notes)} notes; " + ", ".join(f"{len(row[k])} {k}" for k in FIELDS))
        print("".join(f"  ERROR {e}\n" for e in errors) + "".join(f"  note {n}\n" for n in text.notes), end="")
        for s in row["statements"] if verbose else []:
            voices = " > ".join(f"{v['name']} ({'; '.join(map(text.show, v['source'] + v['cue']))})" for v in s["chain"])
            print(f"  {s['id']} {s['form']} {s['act']} {s['factuality']} {' / '.join(text.text[slice(*c)] for c in s['content'])}\n      {voices}".rstrip())
    return int(failed > 0)


def compile_pass(folder: Path, out: Path, reports: Path) -> int:
    rows = [convert(path, reports) for path in sorted(folder.glob("*.json"))]
    bad = [f"{row['doc']}: {error}" for row, _, errors in rows for error in errors]
    if bad:
        print("\n".join(bad), "\nnothing written: put these right first", file=sys.stderr)
        return 1
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row, _, _ in rows), encoding="utf-8")
    return 0


def place_of(layer: str, item: Row) -> list[Any]:
    return item["content"] if layer == "statements" else [item["span"]] if "span" in item else [(item["start"], item["end"])]


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
    """What is compared: values as they are, spans as their words, a statement's id as the other pass calls it."""
    def words(spans: Any) -> list[str]:
        return [text[a:b] for a, b in spans]
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
            yield key, names.get(value, value)
        elif key not in {"id", "content", "span", "start", "end"}:
            yield key, value


def compare(path_a: Path, path_b: Path) -> int:
    a, b = ({r["doc"]: r for r in map(json.loads, p.read_text(encoding="utf-8").splitlines())} for p in (path_a, path_b))
    found, fields = Counter[tuple[str, str]](), Counter[tuple[str, str, bool]]()
    for doc in sorted(a.keys() & b.keys()):
        text, names = a[doc]["text"], dict[str, str]()
        for layer in FIELDS:
            x, y = a[doc][layer], b[doc][layer]
            matched = pairs(text, layer, x, y)
            found += Counter({(layer, "a"): len(x), (layer, "b"): len(y), (layer, "both"): len(matched)})
            lone = [("only_a", i) for i in range(len(x)) if i not in matched] + [("only_b", j) for j in range(len(y)) if j not in matched.values()]
            for kind, i in lone:
                item = (x if kind == "only_a" else y)[i]
                print(json.dumps({"doc": doc, "layer": layer, "kind": kind, "id": item.get("id"), **dict(facets(layer, text, item, {}))}, ensure_ascii=False))
            for i, j in sorted(matched.items()):
                if layer == "statements":
                    names[x[i]["id"]] = y[j]["id"]
                other = dict(facets(layer, text, y[j], {}))
                for field, value in facets(layer, text, x[i], names):
                    fields[layer, field, value == other[field]] += 1
                    if value != other[field]:
                        ids = [x[i].get("id"), y[j].get("id")] if layer == "statements" else other["span"]
                        print(json.dumps({"doc": doc, "layer": layer, "kind": "field", "at": ids, "field": field, "a": value, "b": other[field]}, ensure_ascii=False))
    for layer in FIELDS:
        n, m, both = (found[layer, k] for k in ("a", "b", "both"))
        agreed = ", ".join(f"{f} {fields[layer, f, True]}/{both}" for f in dict.fromkeys(f for la, f, _ in fields if la == layer))
        print(f"{layer}: a {n}, b {m}, both {both}, F1 {2 * both / max(1, n + m):.3f}; {agreed}", file=sys.stderr)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["number", "check", "compile", "compare"])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--reports", type=Path, default=REPORTS)
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    if args.command == "number":
        text = Text(args.paths[0].read_bytes().decode("utf-8"))
        print("\n".join(f"[{n}] {text.text[slice(*p)]}" for n, p in enumerate(text.paragraphs, 1)))
        return 0
    if args.command == "check":
        return check(args.paths, args.reports, args.verbose)
    if len(args.paths) != 2:
        parser.error(f"{args.command} takes two paths")
    return compile_pass(*args.paths, args.reports) if args.command == "compile" else compare(*args.paths)


if __name__ == "__main__":
    sys.exit(main())
