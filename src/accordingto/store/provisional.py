"""What was found just now between the reports of a story, as it would be kept: with the ids of its groups, and as people have them.

Nothing is written: it is for showing a story that has changed since it was compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from accordingto.compare.travel import Travel
from accordingto.model import QuoteGroup
from accordingto.pipeline.reading import Reading
from accordingto.store.applying import as_people_have_it
from accordingto.store.minting import Former, mint
from accordingto.store.schema.travel import travels
from accordingto.store.travel_record import unpack
from accordingto.store.travel_rows import Told, members


def provisional(connection: Connection, story: int, travel: Travel, readings: Sequence[Reading]) -> Travel:
    """A travel with the ids that its matters and quotations have in the store, and with decisions on them applied.

    Args:
        connection: a transaction.
        story: key of the story.
        travel: what was found just now.
        readings: of its reports.

    Raises:
        IntegrityError: where the record of what was found before is damaged.
    """
    record = connection.scalar(select(travels.c.record).where(travels.c.story_key == story))
    return as_people_have_it(connection, _named(travel, unpack(record), readings) if record else travel)


def _named(travel: Travel, before: Travel, readings: Sequence[Reading]) -> Travel:
    """A travel whose groups have the ids of those that were found before and that they hold most of."""
    told, here = Told(readings), {reading.report.id for reading in readings}
    said = {
        one.id: Former(frozenset(members(one, told)), sum(name not in told.homes for name in one.statements), own=True)
        for one in before.matters
    }
    quoted = {one.id: _former(one, here) for one in before.quotes}
    named = mint([(one.id, members(one, told)) for one in travel.matters], said, ())
    called = mint([(one.id, [*_pieces(one)]) for one in travel.quotes], quoted, ())
    return replace(
        travel,
        matters=tuple(replace(one, id=ident) for one, ident in zip(travel.matters, named.ids, strict=True)),
        quotes=tuple(replace(one, id=ident) for one, ident in zip(travel.quotes, called.ids, strict=True)),
    )


def _former(one: QuoteGroup, here: set[str]) -> Former:
    pieces = [*_pieces(one)]
    inside = frozenset(piece for piece in pieces if piece[0] in here)
    return Former(inside, len({*pieces} - inside), own=True)


def _pieces(one: QuoteGroup) -> Iterator[tuple[str, int, int]]:
    return ((variant.report, span.start, span.end) for variant in one.variants for span in variant.pieces)
