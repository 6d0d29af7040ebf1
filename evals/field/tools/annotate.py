#!/usr/bin/env python3
"""Authoring files (quoted strings, no offsets) to stand-off gold, and the comparison of two passes.

    annotate.py number REPORT.txt           the report's paragraphs, numbered
    annotate.py check  [-v] PASS/NAME.json… errors, and notes to look at; -v prints every span as it was found
    annotate.py compile PASS_DIR OUT.jsonl  one row a report, in the formats of the predict contract
    annotate.py compare A.jsonl B.jsonl     counts on stderr, one JSON line a disagreement on stdout

The report's text and meta are read from `--reports` (default: `../reports` beside this folder). The rules stand
in docs/reference/annotation-guidelines.md.

A place in the text is written as a string, or as an object:

- {"text": s, "nth": 2}: the second occurrence in the whole text (short form: [s, 2]);
- {"text": s, "in": longer}: the occurrence inside a longer string that is unique;
- {"from": s, "to": t}: from the first words to the last words, inside one paragraph.

Curly and straight quotes, no-break and plain spaces, and the dashes match each other; a string starts and ends at word
boundaries. A bare string is looked for in the narrowest context that has it:

- the first string of a content: the whole text, where it must be unique;
- a further string of a content: the text after the one before it, first occurrence;
- a trigger: the content of its statement, where it must be unique, else the whole text, likewise;
- a source, cue or role: the paragraphs of the content or trigger (a source or cue: outside the content), then the text
  before them, then the text after. The nearest occurrence counts; two equally near are an error; a choice is noted.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from agreement import compare
from quoting import Problem, Span, Text, letters

Row = dict[str, Any]
REPORTS = Path(__file__).resolve().parents[1] / "reports"
CODES: Row = json.loads(Path(__file__).with_name("codes.json").read_text(encoding="utf-8"))
ACTS, FORMS, FACTUALITY, USUAL = (CODES[k] for k in ("acts", "forms", "factuality", "usual"))
MODES, AUX, STATUS, TIMEX = (CODES[k] for k in ("modes", "aux", "status", "timex"))
FIELDS: dict[str, set[str]] = {layer: set(names) for layer, names in CODES["fields"].items()}
ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d){0,2}([+-]\d\d:\d\d|Z)?)?)?|-W\d\d)?")


def require(test: bool, message: str) -> None:
    if not test:
        raise Problem(message)


def spans_of(text: Text, value: Any, anchor: list[Span], outside: bool = False) -> list[Span]:
    """A role, source or cue, sorted; null and [] mean none."""
    require(value is None or isinstance(value, list), f"{value!r}: a list of strings is wanted")
    return sorted(text.near(place, anchor, outside) for place in value or [])


def statement(text: Text, item: Row, quoted: set[int]) -> Row:
    """One authored statement in the contract's form."""
    require(item.get("act") in ACTS, f"act {item.get('act')!r} is none of {ACTS}")
    require(item.get("form") in FORMS, f"form {item.get('form')!r} is none of {FORMS}")
    require(item.get("factuality") in FACTUALITY, f"factuality {item.get('factuality')!r} is none of {FACTUALITY}")
    content, chain = sorted(text.content(item["content"])), item.get("chain", [])
    told = {item["act"] == "narrate", item["form"] == "narration", not chain}
    require(len(told) == 1, "narrate, narration and an empty chain go together, all or none")
    require(not item.get("said") or bool(ISO.fullmatch(item["said"])), f"said {item.get('said')!r} is no ISO date")
    voices = []
    for link in chain:
        source, cue = (spans_of(text, link.get(k), content, outside=True) for k in ("source", "cue"))
        require(
            bool(link.get("name")) or not source,
            "a voice with a source needs a name: the resolved name, or the description",
        )
        require(
            bool(source) or not link.get("name"),
            "a named voice needs its source: quote where it is named, even if earlier",
        )
        require(isinstance(link.get("unnamed"), bool), "each voice says unnamed true or false")
        require(bool(cue), "each voice has a cue; an inherited one quotes the cue it is inherited from")
        voices.append({"name": link["name"] or None, "source": source, "cue": cue, "unnamed": link["unnamed"]})
    inside = letters(text.text, content)
    form = "direct" if inside <= quoted else "mixed" if inside & quoted else "indirect"
    if chain and form != item["form"]:
        text.notes.append(f"{item['id']}: form is {item['form']}, the quotation marks say {form}")
    if item["factuality"] not in USUAL.get(item["act"], FACTUALITY):
        text.notes.append(f"{item['id']}: {item['act']} is usually {USUAL[item['act']]}, not {item['factuality']}")
    return {
        "id": item["id"],
        "content": content,
        **{k: item[k] for k in ("form", "act", "factuality")},
        "chain": voices,
        "said": item.get("said"),
    }


def bounds(value: Any, name: str) -> Any:
    require(
        value is None
        or (isinstance(value, list) and len(value) == 2 and all(v is None or type(v) is int for v in value)),
        f"{name}: [low, high] or null",
    )
    require(not value or None in value or value[0] <= value[1], f"{name}: low is above high")
    return value


def record(layer: str, text: Text, item: Row, contents: dict[str, list[Span]]) -> Row:
    """One authored event, estimate, control or time in the contract's form (`span` is the trigger's [start, end])."""
    owner = item.get("statement")
    require(owner is None or owner in contents, f"statement {owner!r} is not there")
    trigger = text.content([item["span"]], contents.get(owner or ""))
    roles: Row = {
        k: spans_of(text, item.get(k), trigger)
        for k in ("actor", "recipient", "place", "what", "holder")
        if k in FIELDS[layer]
    }
    if layer == "timex":
        require(item.get("type") in TIMEX and bool(item.get("value")), "a time has a type of TIMEX3 and a value")
        return {"start": trigger[0][0], "end": trigger[0][1], "type": item["type"], "value": item["value"]}
    out: Row = {"statement": owner, "span": trigger[0], **roles}
    if layer == "events":
        require(
            item.get("type") in MODES,
            f"type {item.get('type')!r}: one of {sorted(MODES)} (verbal types come from acts: leave out)",
        )
        require(
            item.get("mode") is None or item["mode"] in MODES[item["type"]],
            f"mode {item.get('mode')!r}: one of {MODES[item['type']]} or null",
        )
        require(item.get("aux") in AUX, f"aux {item.get('aux')!r}: negated, future, hypothetical, historical or null")
        require(
            not item.get("date") or bool(ISO.fullmatch(item["date"])),
            f"date {item.get('date')!r} is no ISO date, month or week",
        )
        return {
            **out,
            **{k: item.get(k) for k in ("type", "mode", "aux", "date")},
            **{k: bounds(item.get(k), k) for k in ("killed", "injured", "displaced")},
        }
    if layer == "estimates":
        bounds(
            [item.get("low"), item.get("high")] if all(type(item.get(k)) is int for k in ("low", "high")) else None,
            "low and high",
        )
        require(item.get("low") is not None or item.get("high") is not None, "an estimate has low, high or both")
        return {**out, **{k: item.get(k) for k in ("low", "high", "unit")}}
    require(
        item.get("status") in STATUS and isinstance(item.get("asserted"), bool) and bool(roles["place"]),
        f"control: status of {STATUS}, asserted true or false, a place",
    )
    return {**out, "status": item["status"], "asserted": item["asserted"]}


def toponyms(text: Text, items: list[Row]) -> list[Row]:
    """Every occurrence of each name outside its `except` strings; the longer name wins where two overlap."""
    taken: dict[Span, Row] = {}
    for item in sorted(items, key=lambda t: -len(t["text"])):
        barred = [s for words in item.get("except", []) for s in text.find(words)]
        hits = [s for s in text.find(item["text"]) if not any(a < s[1] and s[0] < b for a, b in [*barred, *taken])]
        require(bool(hits), f"toponym {item['text']!r} is not in the text (or only inside longer ones)")
        taken |= {
            s: {
                "start": s[0],
                "end": s[1],
                "name": item.get("name") or item["text"],
                **{k: item.get(k) for k in ("lat", "lon", "geonameid", "country")},
            }
            for s in hits
        }
    return [taken[s] for s in sorted(taken)]


def convert(path: Path, reports: Path) -> tuple[Row, Text, list[str]]:
    """One authoring file as a row of gold, with the text (its notes) and the errors found."""
    try:
        source = json.loads(path.read_text(encoding="utf-8"))
        meta = json.loads((reports / f"{path.stem}.json").read_text(encoding="utf-8"))
    except (json.JSONDecodeError, FileNotFoundError) as error:
        sys.exit(f"{path}: {error}: it must be valid JSON, and named as a report in {reports}")
    text = Text((reports / f"{path.stem}.txt").read_bytes().decode("utf-8"))
    row: Row = {
        "doc": path.stem,
        "id": path.stem,
        "text": text.text,
        "outlet": meta.get("outlet"),
        "published": meta.get("published"),
        "dct": meta.get("published"),
        "register": meta.get("register"),
    }
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
                    require(
                        bool(item.get("id")) and item["id"] not in contents,
                        f"id {item.get('id')!r} is missing or used twice",
                    )
                    contents[item["id"]] = []
                    row[layer].append(statement(text, item, quoted))
                    contents[item["id"]] = row[layer][-1]["content"]
                else:
                    row[layer] += (
                        toponyms(text, [item]) if layer == "toponyms" else [record(layer, text, item, contents)]
                    )
            except (Problem, KeyError, TypeError, AttributeError) as error:
                what = error if isinstance(error, Problem) else f"malformed ({error!r})"
                errors.append(f"{layer} {item.get('id') or n if isinstance(item, dict) else n}: {what}")
    if not errors:
        row["toponyms"] = toponyms(text, source.get("toponyms", []))
    chars = Counter(i for spans in contents.values() for i in letters(text.text, spans))
    for key, spans in contents.items():
        if any(chars[i] > 1 for i in letters(text.text, spans)):
            text.notes.append(
                f"{key}: its content overlaps another's: contents are flat unless the guidelines allow it"
            )
    return row, text, errors


def check(paths: list[Path], reports: Path, verbose: bool) -> int:
    failed = 0
    for path in paths:
        row, text, errors = convert(path, reports)
        failed += bool(errors)
        print(
            f"{path.name}: {len(errors)} errors, {len(text.notes)} notes; "
            + ", ".join(f"{len(row[k])} {k}" for k in FIELDS)
        )
        print("".join(f"  ERROR {e}\n" for e in errors) + "".join(f"  note {n}\n" for n in text.notes), end="")
        for s in row["statements"] if verbose else []:
            voices = " > ".join(
                f"{v['name']} ({'; '.join(map(text.show, v['source'] + v['cue']))})" for v in s["chain"]
            )
            content = " / ".join(text.text[slice(*c)] for c in s["content"])
            print(f"  {s['id']} {s['form']} {s['act']} {s['factuality']} {content}\n      {voices}".rstrip())
    return int(failed > 0)


def compile_pass(folder: Path, out: Path, reports: Path) -> int:
    rows = [convert(path, reports) for path in sorted(folder.glob("*.json"))]
    bad = [f"{row['doc']}: {error}" for row, _, errors in rows for error in errors]
    if bad:
        print("\n".join(bad), "\nnothing written: put these right first", file=sys.stderr)
        return 1
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row, _, _ in rows), encoding="utf-8")
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
    first, second = args.paths
    return compile_pass(first, second, args.reports) if args.command == "compile" else compare(first, second)


if __name__ == "__main__":
    sys.exit(main())
