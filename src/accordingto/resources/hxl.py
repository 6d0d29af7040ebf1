"""The hashtags of the Humanitarian Exchange Language that columns have."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True, eq=False)
class Hashtags:
    """Hashtags with their attributes, by the names of columns."""

    shared: Mapping[str, str]
    own: Mapping[str, Mapping[str, str]]
    """By sheet, where a column means something else there."""

    def of(self, sheet: str, column: str) -> str:
        """The hashtag of a column; empty where the standard has none for it."""
        return self.own.get(sheet, {}).get(column) or self.shared.get(column, "")


@lru_cache(maxsize=1)
def open_hxl() -> Hashtags:
    """Open the shipped table."""
    held = tomllib.loads(resources.files("accordingto.lexicons").joinpath("hxl.toml").read_text("utf-8"))
    return Hashtags(held.pop("columns"), held)
