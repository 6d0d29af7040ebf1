"""All tables. Whoever needs the whole schema imports `metadata` and `EXTRAS` from here, so that no table is missing."""

from importlib import import_module
from importlib.util import find_spec

from accordingto.store.schema.base import EXTRAS, metadata

AREAS = (
    "records",
    "claims",
    "named",
    "keeping",
    "accounts",
    "reviewing",
    "releasing",
    "door",
    "stories",
    "search",
    "watch",
    "travel",
    "views",
    "travel_views",
)
"""Modules of tables, in the order in which their further DDL is made."""
for _area in AREAS:
    if find_spec(f"{__name__}.{_area}"):
        import_module(f"{__name__}.{_area}")

__all__ = ["AREAS", "EXTRAS", "metadata"]
