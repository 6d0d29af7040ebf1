"""Scores for reading pages, on rows with gold title, authors, date, sections and captions, beside other libraries.

Body: F1 over word 4-grams of subheads and paragraphs, averaged over pages. Title: equal but for white space. Date:
the day. Authors and captions: micro-averaged precision and recall over letters and figures; a caption counts when one
of the two holds the other and is not longer by more than a quarter. Leak: gold captions in the body, not the gold body.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from accordingto.capture import capture_bytes
from accordingto.clean import report_of
from accordingto.clean.shapes import key_of
from accordingto.evaluate.measures import Measure
from accordingto.evaluate.pagesystems import Found, System
from accordingto.model import AccordingtoError, BlockKind, Report

NEAR = 0.8
"""Length of the shorter of two captions over the longer from which one inside the other is the same."""
MIN_LEAK = 15
_WORD = re.compile(r"\w+")
_CREDIT_LABEL = re.compile(
    r"[\s([|–-]*(?:(?:photo|photograph|picture|image|foto|bild|quelle|credit)(?: by)?\s*:?)?\s*$", re.I
)
Row = dict[str, Any]


@dataclass
class Tally:
    """Sums over pages; pairs are (hits, total)."""

    body: list[float] = field(default_factory=list)
    flat: dict[str, list[bool]] = field(default_factory=dict)
    pairs: dict[str, list[int]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, name: str, hits: int, total: int) -> None:
        """Add to a micro-averaged figure."""
        pair = self.pairs.setdefault(name, [0, 0])
        pair[0] += hits
        pair[1] += total

    def merge(self, other: Tally) -> None:
        """Take in another tally's sums."""
        self.body += other.body
        self.failed += other.failed
        self.seconds += other.seconds
        for name, values in other.flat.items():
            self.flat.setdefault(name, []).extend(values)
        for name, (hits, total) in other.pairs.items():
            self.add(name, hits, total)

    def figures(self) -> dict[str, float]:
        """All figures, and pages a CPU-second."""
        pages = max(1, len(self.body))
        found = {
            "pages": float(len(self.body)),
            "body": sum(self.body) / pages,
            "pages_per_second": pages / max(self.seconds, 1e-9),
        }
        found |= {name: sum(values) / max(1, len(values)) for name, values in self.flat.items()}
        found |= {name: hits / max(1, total) for name, (hits, total) in self.pairs.items()}
        for name in ("caption", "author"):
            p, r = found.get(f"{name}_precision"), found.get(f"{name}_recall")
            if p is not None and r is not None:
                found[f"{name}_f1"] = 2 * p * r / (p + r) if p + r else 0.0
        return {name: round(value, 4) for name, value in found.items()} | {"failed": float(len(self.failed))}


def rows(folder: Path) -> Iterator[tuple[Row, bytes]]:
    """The gold rows of a folder (``gold.jsonl``, ``html/*.gz``) with their pages."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row, gzip.decompress((folder / row["html"]).read_bytes())


def measure(
    folder: Path, sets: Mapping[str, Callable[[Row], bool]], *, systems: Mapping[str, System] | None = None
) -> dict[str, dict[str, Tally]]:
    """Tallies of ours and of other systems by set of rows, page after page in one run.

    Args:
        folder: with ``gold.jsonl`` and its pages.
        sets: which rows belong to each set, by its name.
        systems: the others, by name.
    """
    found = {name: {system: Tally() for system in ("accordingto", *(systems or {}))} for name in sets}
    for row, page in rows(folder):
        member = [found[name] for name, keep in sets.items() if keep(row)]
        for name, system in (("accordingto", None), *(systems or {}).items()):
            tally = Tally()
            if system is None:
                _ours(row, page, tally)
            else:
                _theirs(row, page, system, tally)
            for one in member:
                one[name].merge(tally)
    return found


def english(row: Row) -> bool:
    """Whether a page says that it is in English."""
    return str(row.get("html_lang") or "").startswith("en")


def half(row: Row) -> int:
    """Which half of the publishers a row belongs to: 0 was looked at when the rules were written, 1 only scored."""
    return int(hashlib.sha256(row["publisher"].encode()).hexdigest(), 16) % 2


def page_measures(folder: Path) -> list[Measure]:
    """The figures of ours that the gate watches, over all pages and over those in English."""
    found: list[Measure] = []
    for suffix, tallies in measure(folder, {"": lambda _: True, " English": english}).items():
        tally = tallies["accordingto"]
        figures, pages = tally.figures(), len(tally.body)
        gold = tally.pairs.get("caption_recall", [0, 0])[1]
        kept = 1 - figures.get("caption_leak", 0.0)
        for name, value, support in (
            ("body", figures["body"], pages),
            ("title", figures["title"], pages),
            ("date", figures["date"], pages),
            ("author F1", figures["author_f1"], tally.pairs["author_recall"][1]),
            ("caption F1", figures["caption_f1"], gold),
            ("caption out of body", kept, gold),
        ):
            found.append(Measure(name + suffix, 100 * value, support))
    return found


def _ours(row: Row, page: bytes, tally: Tally) -> None:
    start = time.process_time()
    try:
        report: Report | None = report_of(capture_bytes(page, where=row["id"], url=row["url"]))
    except AccordingtoError:
        report = None
        tally.failed.append(row["id"])
    tally.seconds += time.process_time() - start
    body = _texts(report, BlockKind.PARAGRAPH, BlockKind.SUBHEAD)
    tally.body.append(gram_f1(gold_body(row), "\n".join(body)))
    title = report.title.value if report and report.title else ""
    day = report.published.value.date if report and report.published else None
    _flat(tally, row, title, day)
    _names(tally, row, [author.value for author in report.authors] if report else [])
    _captions(tally, row, _texts(report, BlockKind.CAPTION), "\n".join(body))


def _texts(report: Report | None, *kinds: BlockKind) -> list[str]:
    return [block.span.of(report.text) for block in report.of_kind(*kinds)] if report else []


def _theirs(row: Row, page: bytes, system: System, tally: Tally) -> None:
    start = time.process_time()
    try:
        found = system(page, row["url"])
    except Exception:  # whatever another library raises is its failure on this page
        found = Found("")
        tally.failed.append(row["id"])
    tally.seconds += time.process_time() - start
    tally.body.append(gram_f1(gold_body(row), found.body))
    if found.title is not None:
        _flat(tally, row, found.title, found.day)
    if found.authors is not None:
        _names(tally, row, list(found.authors))
    tally.add("caption_leak", *_leaks(row, found.body))


def gold_body(row: Row) -> str:
    """Headings and paragraphs of all sections."""
    return "\n".join("\n".join(section["headline"] + section["paragraphs"]) for section in row["sections"])


def gram_f1(gold: str, found: str) -> float:
    """F1 over word 4-grams as bags; 1 where both are empty."""
    a, b = _grams(gold), _grams(found)
    return 2 * sum((a & b).values()) / (a.total() + b.total()) if a or b else 1.0


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def _flat(tally: Tally, row: Row, title: str, day: str | None) -> None:
    tally.flat.setdefault("title", []).append(title.split() == (row["title"] or "").split())
    tally.flat.setdefault("date", []).append(day == row["publishing_date"][:10])


def _names(tally: Tally, row: Row, found: list[str]) -> None:
    gold = {key_of(name) for name in row["authors"] or []} - {""}
    ours = {key_of(name) for name in found} - {""}
    tally.add("author_recall", len(gold & ours), len(gold))
    tally.add("author_precision", len(gold & ours), len(ours))


def _captions(tally: Tally, row: Row, found: list[str], body: str) -> None:
    gold = _gold_captions(row)
    ours = {key_of(text) for text in found} - {""}
    tally.add("caption_recall", sum(any(_same(g, p) for p in ours) for g in gold), len(gold))
    tally.add("caption_precision", sum(any(_same(g, p) for g in gold) for p in ours), len(ours))
    tally.add("caption_leak", *_leaks(row, body))


def _gold_captions(row: Row) -> set[str]:
    return {key_of(_without_credit(c)) for c in row["captions"] if c["caption"]} - {""}


def _without_credit(picture: dict[str, Any]) -> str:
    """A gold caption without the credit that the row states apart and that the page has behind it."""
    text: str = picture["caption"]
    for credit in picture.get("credit") or []:
        at = text.rfind(credit)
        if at > MIN_LEAK and not text[at + len(credit) :].strip(" .)]"):
            text = _CREDIT_LABEL.sub("", text[:at])
    return text


def _same(a: str, b: str) -> bool:
    return a == b or ((a in b or b in a) and min(len(a), len(b)) > NEAR * max(len(a), len(b)))


def _leaks(row: Row, body: str) -> tuple[int, int]:
    gold, inside, real = _gold_captions(row), key_of(body), key_of(gold_body(row))
    return sum(len(c) > MIN_LEAK and c in inside and c not in real for c in gold), len(gold)
