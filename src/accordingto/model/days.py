"""The days that a date may mean which is known to the year or the month only."""

from __future__ import annotations

from calendar import monthrange


def first_day(iso: str) -> str:
    """The first day of ``2023``, ``2023-03`` or ``2023-03-13T14:07``."""
    return (iso[:10] + "-01-01"[len(iso[:10]) - 4 :]) if len(iso) < 10 else iso[:10]


def last_day(iso: str) -> str:
    """The last day of it."""
    if len(iso) >= 10:
        return iso[:10]
    year, month = int(iso[:4]), int(iso[5:7] or 12)
    return f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"
