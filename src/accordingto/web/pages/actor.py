"""An actor of the registry: what it is called by whom, what it says, what is said of it, where that is contradicted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from accordingto.export.pairs import pair_row
from accordingto.model import Actor
from accordingto.model.review import GroupReview
from accordingto.resources.actors import open_actors
from accordingto.store import registered, wordings
from accordingto.store.cited import cited
from accordingto.store.contradicting import pairs_of
from accordingto.store.peopled import actors_of_people
from accordingto.store.travel_rows import decided_rows
from accordingto.web.page import Asking, Moved, Page, Row
from accordingto.web.pages.listing import Cursor, Sections, address, bounded, where
from accordingto.web.remembered import remembered

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST_WORDS = 25
"""Words that are told of each kind."""
MOST_PAIRS = 5
"""Contradictions that are shown at a time: each is two sentences."""


class ActorQuery(Sections):
    """Where each of the lists goes on."""

    says: Cursor | None = None
    passes: Cursor | None = None
    of: Cursor | None = None
    contradictions: Cursor | None = None


def view(asking: Asking) -> Row:
    """All that is shown of the actor."""
    query: ActorQuery = asking.query
    ident = asking.path["actor"]
    with asking.store.looking() as connection:
        groups = actors_of_people(connection)
        if groups.resolve(ident) != ident:
            raise Moved("actor", actor=groups.resolve(ident))
        ids = groups.ids_of(ident)
        actor = registered.actor_of(connection, ident)
        return {
            "id": ident,
            **_known(connection, actor),
            "reports": bounded(registered.reports_naming(connection, ids)),
            "wordings": remembered(
                where(asking.store), f"words for {' '.join(ids)}", lambda: _wordings(connection, ids)
            ),
            "says": _said(connection, ids, registered.SAYS, query.says, query.limit),
            "passes": _said(connection, ids, registered.PASSES, query.passes, query.limit),
            "of": _said(connection, ids, registered.OF, query.of, query.limit),
            "contradictions": _contradictions(connection, ids, query.contradictions, min(query.limit, MOST_PAIRS)),
            "decided": _decided(connection, groups.decided.get(ident, ()), ids),
        }


def _decided(connection: Connection, reviews: Sequence[GroupReview], ids: Sequence[str]) -> list[Row]:
    """What people decided on the actor: with whom it is one, and how many namings in reports are of it, or are not."""
    names = registered.names_of(connection, ids) if reviews else {}
    made = []
    for row, one in zip(decided_rows(reviews), reviews, strict=True):
        others = [{"id": name, "name": names[name]} for name in one.ids if name in names and name != ids[0]]
        local = one.members or [name for name in one.ids if name not in names]
        made.append({**row, "actors": others, "named": len(local)})
    return made


def _known(connection: Connection, actor: Actor) -> Row:
    values = [fact.value for fact in actor.facts]
    named = registered.names_of(connection, values)
    registry = open_actors().actors
    facts = [
        {
            **asdict(fact),
            "name": named.get(fact.value) or (registry[fact.value].name if fact.value in registry else fact.value),
            "in_store": fact.value in named,
            "reference_url": address(fact.reference),
        }
        for fact in sorted(actor.facts, key=lambda fact: (fact.kind, fact.start or "", fact.value))
    ]
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "aliases": list(actor.aliases),
        "demonyms": list(actor.demonyms),
        "metonyms": list(actor.metonyms),
        "reference": actor.reference,
        "reference_url": address(actor.reference),
        "origin": actor.origin,
        "facts": facts,
    }


def _wordings(connection: Connection, ids: Sequence[str]) -> Row:
    found = wordings.wordings(connection, ids, most=MOST_WORDS)
    return {
        "newest": wordings.NEWEST,
        "looked": wordings.looked_through(connection, ids),
        "words": [asdict(one) for one in found],
    }


def _said(connection: Connection, ids: Sequence[str], roles: Sequence[str], after: str | None, limit: int) -> Row:
    found = registered.statements_of(connection, ids, roles, after=int(after) if after else None, limit=limit + 1)
    keys = list(found)[:limit]
    rows = cited(connection, keys)
    for key, row in zip(keys, rows, strict=True):
        row["roles"] = list(found[key])
    total = bounded(registered.count_of(connection, ids, roles))
    return {**total, "statements": rows, "next": str(keys[-1]) if len(found) > limit else None}


def _contradictions(connection: Connection, ids: Sequence[str], after: str | None, limit: int) -> Row:
    keys = registered.contradictions_of(connection, ids, after=int(after) if after else None, limit=limit + 1)
    pairs = pairs_of(connection, keys[:limit])
    rows = [{**pair_row(one), "story_title": one.story_title} for one in pairs]
    return {"pairs": rows, "next": str(keys[limit - 1]) if len(keys) > limit else None}


def _rows(shown: Row) -> Iterable[Row]:
    for part in ("says", "passes", "of"):
        for one in shown[part]["statements"]:
            yield {**one, "part": part, "roles": "; ".join(one["roles"])}


_PARTS: dict[str, Any] = {
    "part": "says: the actor is the innermost voice; passes: another voice of the chain; of: it is named or takes part.",
    "roles": "Its roles in the statement, parted by '; '.",
    "id": "Id of the statement.",
    "content": "What is put forward, in the report's words.",
    "chain": "According to whom, outermost first; the outlet for narration.",
    "act": "What the innermost voice does.",
    "factuality": "How far it commits itself.",
    "form": "How the content stands in the text.",
    "report": "Id of the report.",
    "title": "Its headline.",
    "outlet": "Who published it.",
    "published": "When, ISO 8601, as far as known.",
}

PAGE = Page(
    name="actor",
    path="/actors/{actor}",
    about="An actor of the registry: words for it by outlet, what it says, what is said of it, contradictions, roles.",
    view=view,
    template="actor.html",
    section="actors",
    query=ActorQuery,
    columns=_PARTS,
    rows=_rows,
)
