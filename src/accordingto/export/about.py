"""What is said about an export: what made it and when, how much of the texts it carries, of what, and what is known of its errors.

Every format says it in its place: a foreign member of GeoJSON, the metadata of Parquet, a table of SQLite; beside CSV, which has no place
for it, lies a file ``….about.json``.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from accordingto import __version__
from accordingto.export.bare import Carried
from accordingto.export.rows import run_row
from accordingto.pipeline.wording import encodable
from accordingto.review.audits import figures
from accordingto.store.exporting import Scope, decided, used_runs
from accordingto.store.store import Store

About = dict[str, Any]
_ALL = Scope()
CLAIMS = (
    "Every row is what a report claims, according to whoever it names. Nothing in it was checked against the world, and a claim that many "
    "reports repeat is counted as often as they claim it: see origins and echoes."
)
"""The line that no export goes without."""
CARRIES = {
    Carried.FULL: "It carries the texts of the reports, which belong to their publishers: share it only with their leave.",
    Carried.QUOTES: "It carries words of the reports where records point at them; these belong to their publishers.",
    Carried.HASHES: "It carries no words of the reports, only spans and hashes by which whoever holds the texts can check it.",
}
CREDITS = (
    "Places: GeoNames (https://www.geonames.org), CC BY 4.0",
    "Places: Natural Earth (https://www.naturalearthdata.com), public domain",
    "Events: PLOVER (https://github.com/openeventdata/PLOVER)",
)


def about(store: Store, *, carried: Carried = Carried.QUOTES, scope: Scope = _ALL, at: str | None = None) -> About:
    """What is said about an export, as JSON can hold it.

    Args:
        store: where it comes from.
        carried: how much of the texts it carries.
        scope: which part of the store it is.
        at: when, ISO 8601; now without it.

    Returns:
        ``made_by``, ``at``, ``evidence``, ``claims``, ``texts``, ``credits``, ``asked``, ``runs``, ``decisions`` (how many of people's
        stand in the store, of coders and of adjudicators), ``audit`` (see `measured`), and ``rows``, which whoever writes fills in.
    """
    return {
        "made_by": f"accordingto {__version__}",
        "at": at or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "evidence": carried.value,
        "claims": CLAIMS,
        "texts": CARRIES[carried],
        "credits": list(CREDITS),
        "asked": asked(scope),
        "runs": [run_row(run) for run in used_runs(store)],
        "decisions": decided(store),
        "audit": measured(store),
        "rows": {},
    }


def measured(store: Store) -> list[dict[str, Any]] | None:
    """How often records are right, as random samples that people reviewed tell it, the oldest first; ``None`` where none was drawn."""
    return figures(store) or None


def measured_text(found: list[dict[str, Any]] | None) -> str:
    """How often records are right, for people: each layer of each sample with its interval, and how much of it is decided."""
    told = []
    for sample in found or ():
        for layer, got in sample["layers"].items():
            exact = got["exact"]
            if exact["share"] is not None:
                interval = f"{100 * exact['low']:.0f} to {100 * exact['high']:.0f}"
                told.append(
                    f"{layer}: {100 * exact['share']:.0f} % right as read (95 % interval {interval}; {got['decided']} of {got['sampled']} "
                    f"drawn at random from {got['population']:,} are decided, sample {sample['name']})"
                )
    return "; ".join(told) or "how often records are wrong was not measured in this store"


def asked(scope: Scope) -> dict[str, Any]:
    """What a scope asks for, without what it does not."""
    filters = scope.filters
    given: dict[str, Any] = {
        "stories": list(scope.stories),
        "cases": list(filters.cases),
        "sources": list(filters.sources),
        "outlets": list(filters.outlets),
        "acts": [act.value for act in filters.acts],
        "commitments": [commitment.value for commitment in filters.commitments],
        "actors": list(filters.actors),
        "places": list(filters.places),
        "since": filters.since,
        "until": filters.until,
        "editions": scope.editions,
    }
    return {name: value for name, value in given.items() if value}


def render(told: About) -> str:
    """As text that ends with a line end."""
    return encodable(json.dumps(told, ensure_ascii=False, indent=1)) + "\n"
