"""Actors out of files that users have: CSV with documented columns, FollowTheMoney entities, Wikidata entities.

Nothing is fetched and nothing is guessed: what a file does not tell stays unknown, except that ``kind`` may be given for all its
actors where it tells none.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from accordingto.model import Actor, ActorKind, Fact, InputError
from accordingto.resources.folding import fold

COLUMNS = (
    "id", "name", "aliases", "kind", "country", "part_of", "start", "end", "reference", "note", "demonyms", "metonyms",
)  # fmt: skip
"""Columns of a CSV file; only ``name`` must be there, and ``kind`` where none is given for the file. Parts are parted by ``|``."""
Row = Mapping[str, Any]
_DATE = re.compile(r"\d{4}(-\d\d){0,2}\Z")
_WIKIDATA = "https://www.wikidata.org/wiki/"
_QID = re.compile(r"Q\d+\Z")


def actors_of(text: str, where: str, kind: ActorKind | None = None) -> list[Actor]:
    """The actors of a file, by what is in it.

    Args:
        text: its content.
        where: its name, which becomes the origin of the actors.
        kind: what its actors are, where the file does not tell.

    Raises:
        InputError: where it is none of the three formats, or a row cannot be read; says which and what to do.
    """
    start = text.lstrip("\ufeff \t\r\n")
    if not start:
        raise InputError(f"{where} is empty")
    try:
        if start[0] not in "{[":
            return _from_csv(text.lstrip("\ufeff"), where, kind)
        items = list(_items(start, where))
        if any("schema" in item for item in items):
            return _from_ftm(items, where, kind)
        return _from_wikidata(items, where, kind)
    except csv.Error as error:
        raise InputError(f"{where} is no CSV ({error})") from error
    except (AttributeError, LookupError, TypeError, ValueError, RecursionError) as error:
        raise InputError(f"{where} has an entity that is not built as its format has it ({error!r})") from error


def _items(text: str, where: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON file, of its list, of its ``entities``, or of its lines."""
    try:
        whole = json.loads(text)
    except ValueError:
        whole = [_line(line, number, where) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if isinstance(whole, dict):
        inner = whole.get("entities")
        whole = list(inner.values()) if isinstance(inner, dict) else [whole]
    for item in whole:
        if not isinstance(item, dict):
            raise InputError(f"{where} holds {item!r}, which is no entity; give entities of FollowTheMoney or Wikidata")
        yield item


def _line(line: str, number: int, where: str) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}, line {number} is no JSON ({error}); write one entity a line") from error


def _from_csv(text: str, where: str, kind: ActorKind | None) -> list[Actor]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    fields = reader.fieldnames or []
    if "name" not in fields:
        raise InputError(f"{where} has no column name; its first line must name columns out of {', '.join(COLUMNS)}")
    unknown = [field for field in fields if field not in COLUMNS]
    if unknown:
        raise InputError(f"{where} has the column {unknown[0]}; those that are read are {', '.join(COLUMNS)}")
    found: dict[str, Actor] = {}
    for number, row in enumerate(reader, 2):
        if None in row or None in row.values():
            raise InputError(f"{where}, line {number} does not have as many cells as the first line")
        cells = {field: (cell or "").strip() for field, cell in row.items()}
        actor = _csv_actor(cells, f"{where}, line {number}", where, kind)
        known = found.get(actor.id)
        found[actor.id] = _with_facts(known, actor.facts) if known else actor
    return list(found.values())


def _with_facts(actor: Actor, facts: tuple[Fact, ...]) -> Actor:
    """A further line of one id adds facts."""
    from dataclasses import replace

    return replace(actor, facts=(*actor.facts, *facts))


def _csv_actor(row: Mapping[str, str], at: str, where: str, kind: ActorKind | None) -> Actor:
    name = row["name"]
    if not name:
        raise InputError(f"{at} has no name")
    chosen = _kind(row.get("kind", ""), at) or kind
    if chosen is None:
        raise InputError(f"{at} has no kind; give one of {', '.join(ActorKind)} in the column, or --kind for the file")
    days = [row.get(field) or None for field in ("start", "end")]
    for day in days:
        if day and not _DATE.match(day):
            raise InputError(f"{at}: {day} is no date; write 2017, 2017-12 or 2017-12-28")
    reference = row.get("reference", "")
    facts = tuple(
        Fact(fact, row[column], days[0], days[1], reference)
        for column, fact in (("part_of", "part-of"), ("note", "note"))
        if row.get(column)
    )
    return Actor(
        id=row.get("id") or _id(chosen, name),
        name=name,
        kind=chosen,
        aliases=_parted(row.get("aliases")),
        reference=reference or None,
        country=row.get("country") or None,
        facts=facts,
        origin=where,
        demonyms=_parted(row.get("demonyms")),
        metonyms=_parted(row.get("metonyms")),
    )


def _kind(words: str, at: str) -> ActorKind | None:
    if not words:
        return None
    try:
        return ActorKind(words.lower().replace("_", "-").replace(" ", "-"))
    except ValueError:
        raise InputError(f"{at}: {words} is no kind of actor; the kinds are {', '.join(ActorKind)}") from None


def _id(kind: ActorKind, name: str) -> str:
    return f"{kind.value}:" + re.sub(r"\W+", "-", fold(name)).strip("-")


def _parted(words: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in (words or "").split("|") if part.strip()))


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    raw = (resources.files("accordingto.lexicons") / "actors" / "imports.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


def _from_ftm(items: Iterable[Row], where: str, kind: ActorKind | None) -> list[Actor]:
    """FollowTheMoney: entities become actors, the entities that tie two together become facts."""
    whole = list(items)
    facts: dict[str, list[Fact]] = defaultdict(list)
    for item in whole:
        facts_of = _TIES.get(item.get("schema", ""))
        if facts_of:
            owner, value, sort = facts_of
            for actor, other in ((a, b) for a in _values(item, owner) for b in _values(item, value)):
                facts[actor].append(
                    Fact(sort, other, _first(item, "startDate"), _first(item, "endDate"), _reference(item))
                )
    schemata, topics = _tables()["schemata"], _tables()["topics"]
    found = []
    for item in whole:
        chosen = next((topics[t] for t in _values(item, "topics") if t in topics), schemata.get(item.get("schema", "")))
        names = _values(item, "name")
        if chosen is None or not names:
            continue
        aliases = [
            *names[1:],
            *(a for field in ("alias", "weakAlias", "abbreviation", "previousName") for a in _values(item, field)),
        ]
        country = (_values(item, "country") or _values(item, "jurisdiction") or [""])[0].upper() or None
        found.append(
            Actor(
                id=f"ftm:{item['id']}" if ":" not in str(item.get("id", "")) else str(item["id"]),
                name=names[0],
                kind=ActorKind(chosen) if kind is None or item["schema"] in ("Person", "Position") else kind,
                aliases=tuple(dict.fromkeys(aliases)),
                reference=_reference(item) or None,
                country=country,
                facts=tuple(_renamed(fact) for fact in facts.get(str(item.get("id")), ())),
                origin=where,
            )
        )
    if not found:
        raise InputError(f"{where} has no entity that is a person, a body or a position with a name")
    return found


_TIES = {
    "Occupancy": ("holder", "post", "holds"),
    "Membership": ("member", "organization", "member-of"),
    "Employment": ("employee", "employer", "part-of"),
    "Ownership": ("asset", "owner", "part-of"),
    "Succession": ("successor", "predecessor", "succeeds"),
}
"""Schemata that tie two entities together: whose fact it is, of whom it tells, and what."""


def _renamed(fact: Fact) -> Fact:
    value = fact.value if ":" in fact.value else f"ftm:{fact.value}"
    return Fact(fact.kind, value, fact.start, fact.end, fact.reference)


def _values(item: Row, field: str) -> list[str]:
    return [str(value).strip() for value in item.get("properties", {}).get(field, ()) if str(value).strip()]


def _first(item: Row, field: str) -> str | None:
    days = [value[:10] for value in _values(item, field) if _DATE.match(value[:10])]
    return min(days) if days else None


def _reference(item: Row) -> str:
    qid = next(iter(_values(item, "wikidataId")), "")
    pages = [*_values(item, "sourceUrl"), *_values(item, "wikipediaUrl"), *_values(item, "website")]
    return pages[0] if pages else f"{_WIKIDATA}{qid}" if qid else ""


def _from_wikidata(items: Iterable[Row], where: str, kind: ActorKind | None) -> list[Actor]:
    found, untold = [], []
    for item in items:
        qid = str(item.get("id", ""))
        if not _QID.match(qid) or "labels" not in item:
            raise InputError(
                f"{where} is neither FollowTheMoney nor Wikidata: {qid or 'an entity'} has no schema and no labels"
            )
        chosen = _wikidata_kind(item) or kind
        if chosen is None:
            untold.append(_label(item))
            continue
        found.append(_wikidata_actor(item, qid, chosen, where))
    if untold:
        raise InputError(
            f"{where} does not tell what kind of actor {untold[0]} is; give --kind, one of {', '.join(ActorKind)}"
        )
    return found


def _wikidata_actor(item: Row, qid: str, kind: ActorKind, where: str) -> Actor:
    reference, name = _WIKIDATA + qid, _label(item)
    labels = [label["value"] for label in item["labels"].values()]
    aliases = [alias["value"] for several in item.get("aliases", {}).values() for alias in several]
    countries = [_tables()["countries"].get(claim["value"]) for claim in _claims(item, "P17")]
    facts = [
        Fact(sort, f"wikidata:{claim['value']}", claim["start"], claim["end"], reference)
        for field, sort in (("P361", "part-of"), ("P463", "member-of"), ("P39", "holds"))
        for claim in _claims(item, field)
    ]
    founded = [Fact("founded", claim["value"], claim["value"], None, reference) for claim in _claims(item, "P571")]
    return Actor(
        id=f"wikidata:{qid}",
        name=name,
        kind=kind,
        aliases=tuple(dict.fromkeys(alias for alias in (*labels, *aliases) if alias != name)),
        reference=reference,
        country=next((country for country in countries if country), None),
        facts=(*facts, *founded),
        origin=where,
    )


def _label(item: Row) -> str:
    labels = item["labels"]
    chosen = labels.get("en") or labels.get("mul") or next(iter(labels.values()), None)
    if chosen is None:
        raise InputError(f"{item['id']} has no label in any language; remove it from the file")
    return str(chosen["value"])


def _wikidata_kind(item: Row) -> ActorKind | None:
    kinds = (_tables()["instances"].get(claim["value"]) for claim in _claims(item, "P31"))
    return next((ActorKind(kind) for kind in kinds if kind), None)


def _claims(item: Row, field: str) -> Iterator[dict[str, Any]]:
    """The values of a property, items by their id and times as ISO dates, with the qualifiers start and end."""
    for claim in item.get("claims", {}).get(field, ()):
        value = _value(claim.get("mainsnak", {}))
        if value and claim.get("rank") != "deprecated":
            days = {name: _qualifier(claim, of) for name, of in (("start", "P580"), ("end", "P582"))}
            yield {"value": value, **days}


def _qualifier(claim: Row, field: str) -> str | None:
    return next((v for snak in claim.get("qualifiers", {}).get(field, ()) if (v := _value(snak))), None)


def _value(snak: Row) -> str | None:
    value = snak.get("datavalue", {}).get("value")
    if isinstance(value, dict) and "id" in value:
        return str(value["id"])
    if isinstance(value, dict) and "time" in value:
        length = {9: 4, 10: 7, 11: 10}.get(value.get("precision", 0))
        return str(value["time"]).lstrip("+")[:length] if length else None
    return None
