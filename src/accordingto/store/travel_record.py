"""The lossless record of what was found between the reports of a story: as the program found it, or as people have it."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, func, select

from accordingto.compare.travel import Travel
from accordingto.store.codec import decode, encode
from accordingto.store.packing import Packed, pack_record, unpack_record
from accordingto.store.schema.travel import travels


def pack(travel: Travel) -> Packed:
    """The lossless record of what was found."""
    return pack_record(encode(travel))


def unpack(data: bytes) -> Travel:
    """What a record holds.

    Raises:
        IntegrityError: where it is damaged.
    """
    travel: Travel = decode(Travel, json.loads(unpack_record(data)))
    return travel


def read(connection: Connection, story: int) -> Travel | None:
    """What was found between the reports of a story when they were last compared, with its groups as people have them.

    Returns:
        ``None`` where they were never compared.

    Raises:
        IntegrityError: where the record is damaged.
    """
    data = _data(connection, story)
    return None if data is None else unpack(data)


def plain(connection: Connection, story: int) -> dict[str, Any]:
    """The same as plain JSON values; empty where they were never compared.

    Raises:
        IntegrityError: where the record is damaged.
    """
    data = _data(connection, story)
    found: dict[str, Any] = json.loads(unpack_record(data)) if data is not None else {}
    return found


def _data(connection: Connection, story: int) -> bytes | None:
    counts = func.coalesce(travels.c.regrouped, travels.c.record)
    found: bytes | None = connection.scalar(select(counts).where(travels.c.story_key == story))
    return found
