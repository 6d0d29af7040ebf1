"""What a search is narrowed by, as labels of the documents: see `accordingto.store.documents`.

Names are compared word by word, without regard to case, accents and the kind of apostrophe; the words asked for must stand together
inside a name, as in `accordingto.export.select`. Of several values of one kind any will do; of several kinds all must hold. Whoever asks
for one of several actors that people said to be one asks for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from accordingto.language.terms import words
from accordingto.model import Act, Factuality
from accordingto.model.days import first_day, last_day
from accordingto.resources.gazetteer.known import Known
from accordingto.store.documents import ACTOR, FACT, OUTLET, PLACE, SOURCE, fact, ident
from accordingto.store.peopled import actors_of_people
from accordingto.store.query import All, Any, Node, Phrase
from accordingto.store.schema.search import actor_names
from accordingto.store.search import within

MOST_ACTORS = 500
"""Actors of the registry that one name may mean: "army" is in the names of hundreds. Further ones are found by the report's words only."""

EARLIEST, LATEST = "1800", "2100"
"""Years in which reports are published."""
_NOTHING = Known()


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for beside the words."""

    sources: tuple[str, ...] = ()
    """Who says it: any voice below the outlet, by the report's words, its name there, or the registry's names; or an actor's id."""
    outlets: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    """What the innermost voice does."""
    actors: tuple[str, ...] = ()
    """Who takes part in what is claimed or is named in it."""
    places: tuple[str, ...] = ()
    """A toponym, a resolved name, an id of the gazetteer, or an area or country that the place lies in."""
    since: str | None = None
    """ISO 8601 as far as known: reports published on or after its first day."""
    until: str | None = None
    """The same, on or before its last day."""
    commitments: tuple[Factuality, ...] = ()
    """How far the innermost voice commits itself."""
    cases: tuple[str, ...] = ()
    """Names of cases, whole."""
    known: Known = _NOTHING
    """What the names of places mean."""

    @property
    def of_statements(self) -> bool:
        """Whether anything is asked of statements and not of their report."""
        return bool(self.sources or self.acts or self.actors or self.places or self.commitments)

    def of_report(self) -> Filters:
        """What is asked of reports alone."""
        return replace(self, sources=(), acts=(), actors=(), places=(), commitments=(), known=_NOTHING)


def conditions(filters: Filters, connection: Connection) -> list[Node]:
    """The filters as conditions on labels, all of which must hold."""
    made = [
        _any(_names(OUTLET, filters.outlets)),
        _any([_word(fact("act", act.value)) for act in filters.acts]),
        _any([_word(fact("commitment", held.value)) for held in filters.commitments]),
        _any([_word(fact("case", case)) for case in filters.cases]),
        _any([*_names(SOURCE, filters.sources), *_ids(SOURCE, filters.sources, connection)]),
        _any([*_names(ACTOR, filters.actors), *_ids(ACTOR, filters.actors, connection)]),
        _any(_places(filters)),
    ]
    found = [node for node in made if node]
    if filters.since or filters.until:
        found.append(_published(filters.since, filters.until))
    return found


def _any(parts: Sequence[Node]) -> Node | None:
    return None if not parts else parts[0] if len(parts) == 1 else Any(tuple(parts))


def _word(label: str) -> Phrase:
    return Phrase((label,))


def _names(sign: str, names: Iterable[str]) -> list[Node]:
    found = [tuple(sign + word for word in words(name)) for name in names]
    return [Phrase(name) for name in found if name]


def _ids(sign: str, names: Iterable[str], connection: Connection) -> list[Node]:
    """Ids, the ids of the actors that have a name with these words in it, and those of the actors that are one with them."""
    found: dict[str, None] = {}
    for name in names:
        found[name] = None
        sought = " ".join(words(name))
        spaced = (
            func.concat(" ", actor_names.c.folded, " ")
            if connection.dialect.name == "postgresql"
            else " " + actor_names.c.folded + " "
        )
        query = select(actor_names.c.actor).where(spaced.contains(f" {sought} ", autoescape=True)).distinct()
        if sought:
            found |= dict.fromkeys(connection.scalars(query.order_by(actor_names.c.actor).limit(MOST_ACTORS)))
    return [_word(ident(sign, name)) for name in (actors_of_people(connection).together(found) if found else ())]


def _places(filters: Filters) -> list[Node]:
    known = filters.known
    ids = [*filters.places, *sorted(known.ids), *(within(country) for country in sorted(known.countries))]
    ids += [within(country or "", unit) for country, unit in sorted(known.units, key=str)]
    return [*_names(PLACE, filters.places), *(_word(ident(PLACE, name)) for name in ids)] if filters.places else []


def _published(since: str | None, until: str | None) -> Node:
    """Days from one to another, as few labels as will do; what is known to the year or month only is found if it overlaps."""
    first = max(_first(since or EARLIEST), _first(EARLIEST))
    last = min(_last(until or LATEST), _last(LATEST))
    labels = list(_labels(first, last)) if first <= last else []
    return Any(tuple(_word(label) for label in labels or [f"{FACT}none"]))


def days_of(filters: Filters) -> tuple[str | None, str | None]:
    """The first and the last day that may be meant, ISO 8601, where they are asked for."""
    return filters.since and first_day(filters.since), filters.until and last_day(filters.until)


def _first(iso: str) -> date:
    return date.fromisoformat(first_day(iso))


def _last(iso: str) -> date:
    return date.fromisoformat(last_day(iso))


def _month_end(day: date) -> date:
    return day.replace(day=31) if day.month == 12 else day.replace(month=day.month + 1, day=1) - timedelta(1)


def _labels(first: date, last: date) -> Iterable[str]:
    for year in range(first.year, last.year + 1):
        start, end = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        if (start, end) == (date(year, 1, 1), date(year, 12, 31)):
            yield f"{FACT}y{year:04d}"
        else:
            yield f"{FACT}v{year:04d}"
            yield from _in_year(start, end)


def _in_year(first: date, last: date) -> Iterable[str]:
    for month in range(first.month, last.month + 1):
        begin = date(first.year, month, 1)
        start, end = max(first, begin), min(last, _month_end(begin))
        named = f"{first.year:04d}{month:02d}"
        if (start, end) == (begin, _month_end(begin)):
            yield f"{FACT}m{named}"
        else:
            yield f"{FACT}u{named}"
            yield from (f"{FACT}d{named}{day:02d}" for day in range(start.day, end.day + 1))


def joined(parts: Iterable[Node | None]) -> Node | None:
    """Conditions of which all must hold."""
    found = tuple(part for part in parts if part)
    return None if not found else found[0] if len(found) == 1 else All(found)
