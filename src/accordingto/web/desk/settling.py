"""What coders say differently, to be settled; how far they agree; and decisions on groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from itertools import islice

from starlette.exceptions import HTTPException

from accordingto.export.csv import pairs_text
from accordingto.export.reviews_listing import agreement_row, dispute_row
from accordingto.model import text_of
from accordingto.model.people import Role
from accordingto.model.review import GroupKind
from accordingto.review.agreement import agreement
from accordingto.review.batches import coded, codings
from accordingto.web.page import Asking, Page, Query, Row

MOST = 200
"""Coded reports that are gone through for one page: each is read with all its decisions."""


class BatchQuery(Query):
    """Of which batch."""

    batch: str | None = None


def _settles(asking: Asking) -> None:
    """See that whoever asks may see what coders said.

    Raises:
        HTTPException: 403 where they may not: who codes blind must not see what others said.
    """
    if asking.viewer.role < Role.ADJUDICATOR:
        raise HTTPException(403, "Only an adjudicator sees what coders say, so that they code without each other.")


def _batches(asking: Asking) -> list[str]:
    return sorted({one.batch for one in asking.store.assignments()})


def disputes(asking: Asking) -> Row:
    """Records of coded reports of which coders say different things, and nobody has settled it."""
    _settles(asking)
    query: BatchQuery = asking.query
    rows = []
    for report, shown in islice(coded(asking.store, query.batch), MOST):
        text = shown.reading.report.text
        for one in shown.judged:
            if one.disputed:
                rows.append(dispute_row(report, one) | {"words": text_of(text, one.selector) if one.selector else ""})
    return {"query": query.model_dump(mode="json"), "batches": _batches(asking), "disputes": rows}


def _disputed(shown: Row) -> Iterable[Row]:
    for one in shown["disputes"]:
        said = "; ".join(f"{made['by']}: {made['action']}" for made in one["decisions"])
        yield one | {"spans": pairs_text(one["spans"]), "said": said}


def agreements(asking: Asking) -> Row:
    """How far the coders of a batch agree, layer by layer."""
    _settles(asking)
    query: BatchQuery = asking.query
    batches = _batches(asking)
    batch = query.batch or (batches[-1] if batches else None)
    held = list(islice(codings(asking.store, batch), MOST)) if batch else []
    rows = [agreement_row(one) for one in agreement(held)] if held else []
    return {"query": {"batch": batch}, "batches": batches, "reports": len(held), "layers": rows}


def _agreed(shown: Row) -> Iterable[Row]:
    return [
        {name: row[name] for name in ("layer", "reports", "records", "u_alpha", "exact_f1", "shared_f1")}
        for row in shown["layers"]
    ]


class GroupsQuery(Query):
    """Of which kind."""

    kind: GroupKind | None = None


def groups(asking: Asking) -> Row:
    """Decisions on actors, quotes and matters, the latest first."""
    query: GroupsQuery = asking.query
    found = asking.store.group_decisions(query.kind)
    return {
        "query": query.model_dump(mode="json"),
        "kinds": list(GroupKind),
        "mine": asking.viewer.name,
        "writes": asking.writes,
        "decisions": [asdict(one) | {"role": one.role.value if one.role else None} for one in reversed(found)],
    }


def _grouped(shown: Row) -> Iterable[Row]:
    for one in shown["decisions"]:
        yield one | {"ids": " ".join(one["ids"]), "members": " ".join(one["members"])}


DISPUTES = Page(
    name="adjudicate",
    path="/review/disputes",
    about="Records of coded reports of which coders say different things, and nobody has settled it.",
    view=disputes,
    template="desk/disputes.html",
    section="review",
    query=BatchQuery,
    columns={
        "report": "Id of the report.",
        "layer": "The layer of the record.",
        "record": "Id of the record.",
        "spans": "Where it stands: `12-40;55-60`, code points, half-open.",
        "words": "Its words.",
        "said": "Who says what.",
    },
    rows=_disputed,
)
AGREEMENT = Page(
    name="agreement",
    path="/review/agreement",
    about="How far the coders of a batch agree: on where records are, and on what they say.",
    view=agreements,
    template="desk/agreement.html",
    section="review",
    query=BatchQuery,
    columns={
        "layer": "The layer.",
        "reports": "How many reports all their coders have coded.",
        "records": "Records of all coders together.",
        "u_alpha": "Krippendorff's unitising alpha of where records are: 1 is full agreement, 0 that of chance.",
        "exact_f1": "F1 of pairs of coders: records with the same spans.",
        "shared_f1": "F1 of pairs of coders: records that share half their characters.",
    },
    rows=_agreed,
)
GROUPS = Page(
    name="groups",
    path="/review/groups",
    about="Actors, quotations and matters that people merged or split, the latest first.",
    view=groups,
    template="desk/groups.html",
    section="review",
    query=GroupsQuery,
    columns={
        "key": "Key of the decision.",
        "action": "merge, split, comment or undo.",
        "kind": "actors, quotes or matters.",
        "ids": "The groups.",
        "members": "What goes to another group, of a split.",
        "target": "The group that is left of a merger, or that the members of a split go to.",
        "by": "Who decided.",
        "at": "When, ISO 8601, UTC.",
        "note": "Why, as they said.",
        "standing": "Whether it was neither taken back nor replaced.",
    },
    rows=_grouped,
)
