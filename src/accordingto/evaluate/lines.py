"""The task ``lines``: what each line of a scraped report is, against roles that people gave.

A gold row has its lines in order, each with a ``role`` of `ROLES` and its ``text`` or, where the texts may not be passed on, the
``sha256`` of it (`DIGITS` digits). A line is given the role of most of its characters; white space never counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from accordingto.evaluate.measures import LEAST, Counts, Measure, f1, share
from accordingto.evaluate.rows import Row, field_of, name_of
from accordingto.evaluate.statements import BETWEEN, CLASS
from accordingto.model import BlockKind, IntegrityError, sha256

if TYPE_CHECKING:
    from accordingto.model import Block

ROLES = ("title", "standfirst", "subhead", "body", "caption", "credit", "byline", "other")
ROLE_OF = {
    BlockKind.HEADLINE: "title",
    BlockKind.STANDFIRST: "standfirst",
    BlockKind.SUBHEAD: "subhead",
    BlockKind.PARAGRAPH: "body",
    BlockKind.CAPTION: "caption",
    BlockKind.CREDIT: "credit",
    BlockKind.BYLINE: "byline",
}
"""The role of each kind of block; all others are ``other``."""
LOST = frozenset((BlockKind.BOILERPLATE, BlockKind.RELATED, BlockKind.CREDIT, BlockKind.BYLINE))
"""Kinds left out of the running text; of a body line only a dateline may be."""
DIGITS = 16
"""Of the hash of a line: enough to notice a changed one."""
SUBSETS = ("all", "open", "held", "English")
"""Documents that figures are given for: the half whose errors may be looked at, the half that is only scored, one language."""


def lines_text(row: Row) -> tuple[str, list[tuple[int, int]]]:
    """The lines of a row as one text, a line break after each, and where each stands in it.

    Raises:
        IntegrityError: where a line has no text.
    """
    spans, at, parts = [], 0, []
    for number, line in enumerate(row["lines"]):
        text = field_of(line, "text", f"`text` of line {number} of {name_of(row)}")
        spans.append((at, at + len(text)))
        parts.append(text)
        at += len(text) + 1
    return "\n".join(parts), spans


def line_rows(text: str, spans: Sequence[tuple[int, int]], blocks: Sequence[Block]) -> list[Row]:
    """What each line was read as.

    Returns:
        For each line ``role``; ``sha256``; ``characters``; ``lost``, those in blocks that are not read; ``prose``, whether it has
        a dozen words and a sentence's end: what is body to the floor that rules are measured against.
    """
    return [_line(text, start, end, blocks) for start, end in spans]


def _line(text: str, start: int, end: int, blocks: Sequence[Block]) -> Row:
    from accordingto.clean.shapes import terminal

    line = text[start:end]
    kinds: Counter[BlockKind] = Counter()
    for block in blocks:
        if block.span.start < end and start < block.span.end:
            kinds[block.kind] += _solid(text[max(start, block.span.start) : min(end, block.span.end)])
    roles: Counter[str] = Counter()
    for kind, count in kinds.items():
        roles[ROLE_OF.get(kind, "other")] += count
    return {
        "role": roles.most_common(1)[0][0] if roles else "other",
        "sha256": digest(line),
        "characters": _solid(line),
        "lost": sum(kinds[kind] for kind in LOST),
        "prose": len(line.split()) >= 12 and terminal(line.strip()),
    }


def _solid(text: str) -> int:
    return sum(not char.isspace() for char in text)


def digest(line: str) -> str:
    """The beginning of a line's SHA-256."""
    return sha256(line.encode("utf-8", "surrogatepass"))[:DIGITS]


def check(gold: Row, items: list[Row], what: str) -> None:
    """Check the lines of a row.

    Raises:
        IntegrityError: where there are more or fewer than in the gold, one has changed, or a role is unknown.
    """
    wanted = gold["lines"]
    if len(items) != len(wanted):
        raise IntegrityError(
            f"{what} has {len(items)} lines for {name_of(gold)}, the gold {len(wanted)}; predict again"
        )
    for number, (item, line) in enumerate(zip(items, wanted, strict=True)):
        where = f"{what}, {name_of(gold)}, line {number}"
        if field_of(item, "role", f"{where}: `role`") not in ROLES:
            raise IntegrityError(f"{where}: {item['role']!r} is no role; roles are {', '.join(ROLES)}")
        if _digest_of(item) != _digest_of(line):
            raise IntegrityError(f"{where} is not the line that the gold has there; predict from the same texts")


def _digest_of(line: dict[str, Any]) -> str:
    return str(line["sha256"]) if "sha256" in line else digest(field_of(line, "text", "`text` or `sha256` of a line"))


def count(gold: Row, predicted: Row) -> Counts:
    """Counts of one document, for each of `SUBSETS` that it belongs to."""
    found: list[Row] = predicted["lines"] or [{"role": "", "characters": 0, "lost": 0, "prose": False}] * len(
        gold["lines"]
    )
    own: Counts = Counter()
    for line, item in zip(gold["lines"], found, strict=True):
        _count_line(own, line["role"], item)
    language = gold.get("language") or gold.get("lang") or ""
    subsets = ["all", *([gold["half"]] if "half" in gold else []), *(["English"] if language[:2] == "en" else [])]
    counted = Counter({f"{subset}|{key}": n for subset in subsets for key, n in own.items()})
    counted.update(
        f"{CLASS}{line['role']}{BETWEEN}{item['role']}" for line, item in zip(gold["lines"], found, strict=True)
    )
    return counted


def _count_line(own: Counts, role: str, item: Row) -> None:
    own[f"{role}|gold"] += 1
    own[f"{item['role']}|predicted"] += 1
    own[f"{role}|hit"] += item["role"] == role
    own["prose|predicted"] += bool(item.get("prose"))
    own["prose|hit"] += bool(item.get("prose")) and role == "body"
    if role == "body":
        own["body|characters"] += item.get("characters", 0)
        own["body|lost"] += item.get("lost", 0)
    if role in ("caption", "other"):
        own[f"{role}|in body"] += item["role"] == "body"


def measured(counts: Counts) -> list[Measure]:
    """Macro-F1 by subset, body against its floor, characters of the body that are read, and furniture in it."""
    measures = [_macro(counts, subset) for subset in SUBSETS]
    measures.append(_f1(counts, "English", "body", "body English"))
    floor = (counts["English|prose|hit"], counts["English|prose|predicted"], counts["English|body|gold"])
    measures.append(f1("floor body English", *floor))
    characters, lost = counts["all|body|characters"], counts["all|body|lost"]
    measures.append(share("body characters read", characters - lost, characters))
    for role in ("caption", "other"):
        kept = counts[f"all|{role}|gold"] - counts[f"all|{role}|in body"]
        measures.append(share(f"{role} out of body", kept, counts[f"all|{role}|gold"]))
    return measures


def _f1(counts: Counts, subset: str, role: str, name: str) -> Measure:
    return f1(name, *(counts[f"{subset}|{role}|{what}"] for what in ("hit", "predicted", "gold")))


def _macro(counts: Counts, subset: str) -> Measure:
    roles = [role for role in ROLES if counts[f"{subset}|{role}|gold"] >= LEAST]
    values = [_f1(counts, subset, role, role).value for role in roles]
    support = sum(counts[f"{subset}|{role}|gold"] for role in roles)
    name = "macro-F1" if subset == "all" else f"macro-F1 {subset}"
    return Measure(name, sum(values) / len(values) if values else 0.0, support)


def with_texts(rows: Iterable[Row], texts: Iterable[Row]) -> list[Row]:
    """Checked rows with the lines of the corpus that they were checked on.

    Raises:
        IntegrityError: where a document is missing there, or a line is another one.
    """
    by_name = {name_of(row): row for row in texts}
    joined = []
    for row in rows:
        if name_of(row) not in by_name:
            raise IntegrityError(f"the corpus has no document {name_of(row)} that the checked roles are of; restore it")
        lines = [{"role": line["role"], "text": line["text"]} for line in by_name[name_of(row)]["lines"]]
        check(row, lines, "the corpus")
        given = [{**line, "text": own["text"]} for line, own in zip(row["lines"], lines, strict=True)]
        joined.append({**row, "lines": given})
    return joined


def told_rows(
    lines: list[Row], spans: Sequence[tuple[int, int]], contents: Iterable[Sequence[Sequence[int]]]
) -> list[Row]:
    """Lines with ``statements``: how many statements have most of their content in each.

    Args:
        lines: as `line_rows` gives them.
        spans: where each line stands in the text.
        contents: the content of each statement, a list of spans of the text.
    """
    told: Counter[int] = Counter()
    for parts in contents:
        shares = [sum(max(0, min(b, end) - max(a, start)) for a, b in parts) for start, end in spans]
        if any(shares):
            told[shares.index(max(shares))] += 1
    return [{**line, "statements": told[number]} for number, line in enumerate(lines)]


def count_told(gold: Row, predicted: Row) -> Counts:
    """Statements of one document by the role of the line that they stand in."""
    found = predicted["lines"] or [{}] * len(gold["lines"])
    counts: Counts = Counter()
    for line, item in zip(gold["lines"], found, strict=True):
        counts[line["role"]] += item.get("statements", 0)
    return counts


def measured_told(counts: Counts) -> list[Measure]:
    """The shares of statements that stand in the body, and outside captions and other lines."""
    whole = counts.total()
    return [
        share("statements in body", counts["body"], whole),
        share("statements out of captions", whole - counts["caption"], whole),
        share("statements out of other lines", whole - counts["other"], whole),
    ]
