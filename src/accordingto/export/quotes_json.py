"""Quotations as plain dictionaries: groups, variants, and every edit with spans and words of both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from accordingto.compare.accounts import Account, outlet_of
from accordingto.export.deciding import group_decisions
from accordingto.model import Edit, QuoteGroup, Span, Variant
from accordingto.pipeline.wording import iso_of

Row = dict[str, Any]


def group_rows(groups: Sequence[QuoteGroup], accounts: Sequence[Account]) -> list[Row]:
    """One dictionary a group; offsets are code points of each report's archived text.

    Args:
        groups: the groups.
        accounts: hold the reports that they were made from.
    """
    by_id = {account.report.id: account for account in accounts}
    return [_group(group, by_id) for group in groups]


def _group(group: QuoteGroup, accounts: Mapping[str, Account]) -> Row:
    first = accounts[group.variants[0].report]
    return {
        "type": "quote",
        "id": group.id,
        "speakers": list(group.speakers),
        "reports": list(group.reports),
        "variants": [_variant(variant, first, accounts[variant.report]) for variant in group.variants],
        "score": group.score,
        "by": group.by,
        "decided": group_decisions(group.decided),
    }


def _variant(variant: Variant, first: Account, account: Account) -> Row:
    text = account.report.text
    return {
        "report": variant.report,
        "outlet": outlet_of(account),
        "published": iso_of(account.report.published),
        "speaker": variant.speaker,
        "statement": variant.statement,
        "pieces": [[piece.start, piece.end] for piece in variant.pieces],
        "text": [piece.of(text) for piece in variant.pieces],
        "edits": [_edit(edit, first.report.text, text) for edit in variant.edits],
    }


def _edit(edit: Edit, first: str, text: str) -> Row:
    return {
        "kind": edit.kind.value,
        "a": _span(edit.a),
        "b": _span(edit.b),
        "a_text": edit.a.of(first) if edit.a else None,
        "b_text": edit.b.of(text) if edit.b else None,
    }


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
