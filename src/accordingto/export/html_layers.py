"""What is claimed and named on a page: marks in the text, and under it the lists of actors, places and times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from accordingto.export.html_card import Shown
from accordingto.export.html_links import Links, linked
from accordingto.export.markup import element, isolated, joined, text
from accordingto.export.rows_named import namings_text
from accordingto.export.segments import Mark, Role
from accordingto.export.wording import in_quotes
from accordingto.export.wording_content import (
    anchor_text,
    control_text,
    estimate_text,
    event_text,
    place_text,
    time_text,
    where_text,
)
from accordingto.model import Place, Span, Spans, Time, spans_of, text_of
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import one_line, places_in_order, times_in_order


def layer_marks(reading: Reading, shown: Sequence[Shown]) -> list[Mark]:
    """The marks of what is claimed inside statements, and of the places, times and actors of the report."""
    return [mark for item in shown for mark in _claimed(reading, item)] + list(_named(reading))


def _claimed(reading: Reading, shown: Shown) -> Iterator[Mark]:
    for event in shown.inside.events:
        yield from _marks(event.trigger, Role.EVENT, event_text(event, reading), shown.number)
        for victims in event.victims:
            yield from _marks(spans_of(victims.count.evidence), Role.ESTIMATE, "", shown.number)
    for estimate in shown.inside.estimates:
        yield from _marks(estimate.span, Role.ESTIMATE, estimate_text(estimate, reading), shown.number)
    for control in shown.inside.control:
        yield from _marks(control.trigger, Role.CONTROL, control_text(control, reading), shown.number)


def _named(reading: Reading) -> Iterator[Mark]:
    for place in places_in_order(reading):
        if not place.demonym:
            yield from _marks((place.span,), Role.PLACE, place_text(place) if place.name else "not resolved")
    for time in reading.times:
        yield from _marks(spans_of(time.evidence), Role.TIME, time_text(time))
    mentions = {mention.id: mention for mention in reading.mentions}
    for entity in reading.entities:
        actor = reading.actors_by_id.get(entity.actor or "")
        for name in entity.mentions if actor else ():
            if actor and name in mentions:
                yield from _marks((mentions[name].span,), Role.ACTOR, one_line(actor.name))


def _marks(parts: Spans, role: Role, note: str, number: int = 0) -> Iterator[Mark]:
    return (Mark(span, number, role, note=note) for span in parts)


def named(reading: Reading, shown: Sequence[Shown], links: Links) -> str:
    """The lists under the text; nothing where nothing is named."""
    heading = f"h{links.level + 1}"
    lists = [
        _list(heading, "Actors of the registry", _actors(reading, links)),
        _list(heading, "Places", _places(reading, shown, links)),
        _list(heading, "Times", _times(reading, shown)),
    ]
    found = [one for one in lists if one]
    return element("div", *found, class_="named", role="group", aria_label="Named in the report") if found else ""


def _list(heading: str, called: str, items: Iterable[str]) -> str:
    found = list(dict.fromkeys(items))
    listed = element("ul", *(element("li", one) for one in found))
    return element("div", element(heading, called), listed) if found else ""


def _actors(reading: Reading, links: Links) -> Iterator[str]:
    for actor in reading.actors:
        words = joined([isolated(words) for words in namings_text(reading, actor)], ", ")
        name = linked(element("b", isolated(one_line(actor.name))), links.actor(actor.id))
        yield joined([name, text(actor.kind.value), words])


def _places(reading: Reading, shown: Sequence[Shown], links: Links) -> Iterator[str]:
    """Each place once, with the statements that name it."""
    groups: dict[tuple[str, str, str], list[Place]] = {}
    for place in places_in_order(reading):
        if not place.demonym:
            name = one_line(f"{place.relation} {place.toponym}" if place.relation else place.toponym)
            said = place_text(place) if place.name else ""
            groups.setdefault((name, said, where_text(place)), []).append(place)
    for (name, said, where), places in groups.items():
        other = isolated(said) if said and said != name else ""
        named_in = _statements([place.span for place in places], shown)
        head = linked(element("b", isolated(name)), links.place(places[0].gazetteer_id or ""))
        yield joined([head, other, text(where), named_in])


def _times(reading: Reading, shown: Sequence[Shown]) -> Iterator[str]:
    groups: dict[tuple[str, str, str], list[Time]] = {}
    for time in times_in_order(reading):
        words = one_line(text_of(reading.report.text, spans_of(time.evidence)))
        groups.setdefault((words, time_text(time), anchor_text(time)), []).append(time)
    for (words, said, anchor), times in groups.items():
        named_in = _statements([span for time in times for span in spans_of(time.evidence)], shown)
        head = element("b", isolated(in_quotes(words))) if words else ""
        yield joined([head, text(said), text(anchor), named_in])


def _statements(parts: Sequence[Span], shown: Sequence[Shown]) -> str:
    """``in 2, 3``: links to the statements whose content holds one of the spans."""
    holding = [item for item in shown if any(piece.contains(p) for piece in item.statement.content for p in parts)]
    links = [element("a", str(item.number), href=f"#{item.anchor}") for item in holding]
    return f"in {', '.join(links)}" if links else ""
