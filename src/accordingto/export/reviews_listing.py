"""People's decisions, what is to be decided, and how far people agree, as JSON Lines and as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accordingto.export.jsonl import dumps
from accordingto.export.wording import counted, in_quotes
from accordingto.model import Spans, hull, text_of
from accordingto.model.review import Assignment, GroupReview, Review
from accordingto.pipeline.wording import one_line
from accordingto.review.agreement import Agreement
from accordingto.review.apply import Judged
from accordingto.store.carrying import Carried
from accordingto.store.codec import encode
from accordingto.store.queueing import Item

WORDS = 90
"""Characters of a record's words in a line of a list."""


def pairs(spans: Spans) -> list[list[int]]:
    """Spans as JSON has them."""
    return [[span.start, span.end] for span in spans]


def review_row(review: Review) -> dict[str, Any]:
    """A decision as plain values; ``value`` is the record that it brings with it, in the form in which the store keeps it."""
    return {
        "type": "review",
        "key": review.key,
        "action": review.action,
        "layer": review.layer,
        "text_sha256": review.text_sha256,
        "spans": pairs(review.spans),
        "record": review.record,
        "by": review.by,
        "role": review.role,
        "at": review.at,
        "note": review.note,
        "value": encode(review.value) if review.value is not None else None,
        "layers": list(review.layers),
        "batch": review.batch,
        "supersedes": review.supersedes,
        "saw": review.saw,
        "conflicts": review.conflicts,
        "standing": review.standing,
    }


def review_line(review: Review) -> str:
    """A decision in a line."""
    what = review.record or ", ".join(review.layers) or review.layer
    marks = [f"“{one_line(review.note)}”"] if review.note else []
    marks += ["does not stand"] if not review.standing and review.action != "undo" else []
    marks += [f"takes back {review.supersedes}"] if review.action == "undo" else []
    marks += [f"against {review.conflicts}"] if review.conflicts else []
    tail = f" ({'; '.join(marks)})" if marks else ""
    return f"{review.key:>7}  {review.at[:10]}  {one_line(review.by)}: {review.action} {one_line(what)}{tail}\n"


def group_row(review: GroupReview) -> dict[str, Any]:
    """A decision on groups as plain values."""
    return {
        "type": "group-review",
        "key": review.key,
        "action": review.action,
        "kind": review.kind.value,
        "ids": list(review.ids),
        "members": list(review.members),
        "target": review.target,
        "by": review.by,
        "role": review.role,
        "at": review.at,
        "note": review.note,
        "supersedes": review.supersedes,
        "saw": review.saw,
        "conflicts": review.conflicts,
        "standing": review.standing,
    }


def group_line(review: GroupReview) -> str:
    """A decision on groups in a line."""
    stands = "" if review.standing or review.action == "undo" else " (does not stand)"
    ids = ", ".join(review.ids)
    return f"{review.key:>7}  {review.at[:10]}  {one_line(review.by)}: {review.action} {review.kind} {one_line(ids)}{stands}\n"


def carried_row(one: Carried) -> dict[str, Any]:
    """A decision and the records that it is carried to, as plain values."""
    records = [{"report": report, "record": record} for report, record in one.records]
    return {**review_row(one.review), "records": records, "orphaned": one.orphaned}


def item_row(item: Item) -> dict[str, Any]:
    """A record to be decided on, as plain values."""
    return {
        "type": "item",
        "report": item.report,
        "layer": item.layer,
        "record": item.record,
        "spans": pairs(item.spans),
        "words": item.words,
        "score": item.score,
        "order": item.order.value,
        "outlet": item.outlet,
        "title": item.title,
        "text_sha256": item.text_sha256,
        "decided": item.decided,
        "saw": item.tag,
    }


def item_lines(item: Item) -> str:
    """A record to be decided on, in two lines: its words, and what to name in a decision."""
    others = f", {counted(item.decided, 'decision')} of others" if item.decided else ""
    where = f"{one_line(item.outlet or '(outlet not known)')}{others}"
    return f"{item.score:.2f}  {in_quotes(_short(item.words))}, {where}\n      {item.report} {item.record}\n"


def _short(words: str) -> str:
    plain = one_line(words)
    return plain if len(plain) <= WORDS else plain[: WORDS - 1] + "…"


def assignment_row(one: Assignment) -> dict[str, Any]:
    """An assignment as plain values."""
    return {
        "type": "assignment",
        "key": one.key,
        "batch": one.batch,
        "report": one.report,
        "coder": one.coder,
        "duty": one.duty.value,
        "blind": one.blind,
        "layers": list(one.layers),
        "state": one.state.value,
        "by": one.by,
        "at": one.at,
        "done_at": one.done_at,
    }


def assignment_line(one: Assignment) -> str:
    """An assignment in a line."""
    return f"{one.state:<9}  {one_line(one.batch)}  {one_line(one.coder)}: {one.duty} {one.report}{' (blind)' if one.blind else ''}\n"


def dispute_row(report: str, one: Judged) -> dict[str, Any]:
    """A record of which coders say different things, as plain values."""
    said = [review_row(review) for review in one.standing if review.decides]
    return {
        "type": "dispute",
        "report": report,
        "layer": one.layer,
        "record": one.record.id,
        "spans": pairs(one.selector),
        "saw": one.tag,
        "decisions": said,
    }


def dispute_lines(report: str, text: str, one: Judged) -> str:
    """A record of which coders say different things: its words, who says what, and what to name in a decision."""
    said = "; ".join(f"{one_line(review.by)}: {review.action}" for review in one.standing if review.decides)
    words = text_of(text, one.selector) if one.selector else ""
    return f"{one.layer} at {hull(one.selector).start}  {in_quotes(_short(words))}\n      {said}\n      {report} {one.record.id}\n"


def agreement_row(one: Agreement) -> dict[str, Any]:
    """Agreement on a layer as plain values."""
    return {
        "type": "agreement",
        "layer": one.layer,
        "reports": one.reports,
        "records": one.records,
        "u_alpha": one.unitising,
        "exact_f1": one.exact,
        "shared_f1": one.shared,
        "labels": [
            {"name": label.name, "pairs": label.pairs, "equal": label.equal, "alpha": label.alpha}
            for label in one.labels
        ],
    }


def agreement_text(found: Sequence[Agreement]) -> str:
    """Agreement layer by layer: where records are, then what they say."""
    lines = ["layer        records   ᵤα     exact F1  shared F1"]
    for one in found:
        figures = f"{_figure(one.unitising):>6}  {_cent(one.exact):>8}  {_cent(one.shared):>9}"
        lines.append(f"{one.layer:<11}  {one.records:>7}  {figures}")
        lines += [
            f"  {label.name:<14} of {counted(label.pairs, 'pair')}: {_cent(label.equal)} equal"
            + (f", α {_figure(label.alpha)}" if label.alpha is not None else "")
            for label in one.labels
            if label.pairs
        ]
    return "\n".join(lines) + "\n"


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _cent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def json_line(row: dict[str, Any]) -> str:
    """A row as a line of JSON."""
    return dumps(row) + "\n"
