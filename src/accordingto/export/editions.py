"""Two editions of an article as one JSON object: what changed, with spans and words on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accordingto.compare.accounts import Account, outlet_of
from accordingto.compare.editions import Revision, Rewording, SentenceChange, StatementChange
from accordingto.export.jsonl import dumps
from accordingto.model import Span, Statement, text_of
from accordingto.pipeline.wording import chain_text, iso_of, value_of

Row = dict[str, Any]


@dataclass(frozen=True)
class Edition:
    """One edition as it is shown: its account, its number in the article, and when it was first seen."""

    account: Account
    number: int
    seen: str | None
    """ISO 8601, where it is known."""
    read: bool = True
    """Whether its statements were read; where not, none are compared."""


def line(address: str, old: Edition, new: Edition, revision: Revision) -> str:
    """The object as one line of JSON."""
    return dumps(row(address, old, new, revision))


def row(address: str, old: Edition, new: Edition, revision: Revision) -> Row:
    """The object as a plain dictionary; offsets are code points of each edition's archived text.

    Args:
        address: the address that both editions share.
        old: the earlier edition.
        new: the later one.
        revision: what changed between them.
    """
    return {
        "type": "revision",
        "address": address,
        "old": _edition(old),
        "new": _edition(new),
        "fields": [{"name": one.name, "old": one.old, "new": one.new} for one in revision.fields],
        "sentences": [_sentence(one, old.account, new.account) for one in revision.sentences],
        "statements": [_statement(one, old.account, new.account) for one in revision.statements],
    }


def _edition(edition: Edition) -> Row:
    report = edition.account.report
    return {
        "report": report.id,
        "edition": edition.number,
        "outlet": outlet_of(edition.account),
        "title": value_of(report.title),
        "published": iso_of(report.published),
        "updated": iso_of(report.updated),
        "seen": edition.seen,
        "text_sha256": report.text_sha256,
        "read": edition.read,
    }


def _sentence(one: SentenceChange, old: Account, new: Account) -> Row:
    sides = Rewording(one.old, one.new)
    words = [_sides(words, old, new) for words in one.words]
    return {"change": one.change.value, "block": one.kind.value, **_sides(sides, old, new), "words": words}


def _sides(words: Rewording, old: Account, new: Account) -> Row:
    return {
        "old": _span(words.old),
        "new": _span(words.new),
        "old_text": words.old.of(old.report.text) if words.old else None,
        "new_text": words.new.of(new.report.text) if words.new else None,
    }


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _statement(one: StatementChange, old: Account, new: Account) -> Row:
    sides = {"old": _said(old, one.old), "new": _said(new, one.new)}
    return {"change": one.change.value, "slots": list(one.slots), "edited": one.edited, **sides}


def _said(account: Account, id_: str | None) -> Row | None:
    if id_ is None:
        return None
    statement = statement_of(account, id_)
    return {
        "id": statement.id,
        "spans": [[span.start, span.end] for span in statement.content],
        "content": text_of(account.report.text, statement.content),
        "chain_text": chain_text(statement),
        "act": statement.act.value,
        "factuality": statement.factuality.value,
    }


def statement_of(account: Account, id_: str) -> Statement:
    """The statement of an id."""
    return next(statement for statement in account.statements if statement.id == id_)
