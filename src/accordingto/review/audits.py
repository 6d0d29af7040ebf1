"""What the samples of a store say of how often its records are right."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from accordingto.review.precision import Precision, Share, precision
from accordingto.store import samples
from accordingto.store.samples import Sample
from accordingto.store.store import Store


def measured(store: Store, name: str) -> tuple[Sample, list[Precision]]:
    """A sample, and what people said of it so far, layer by layer.

    Raises:
        NotKept: where there is no such sample.
    """
    with store.looking() as connection:
        sample = samples.found(connection, name)
        judged = samples.judged(connection, name)
    return sample, [precision(layer, sample.population[layer], rows) for layer, rows in judged.items()]


def figures(store: Store) -> list[dict[str, Any]]:
    """All samples of a store in plain values, the oldest first: for exports, releases and pages."""
    with store.looking() as connection:
        names = [one.name for one in samples.listed(connection)]
    return [_plain(*measured(store, name)) for name in names]


def _plain(sample: Sample, found: list[Precision]) -> dict[str, Any]:
    about = asdict(sample)
    layers = {
        one.layer: {
            "sampled": one.sampled,
            "decided": one.decided,
            "complete": one.complete,
            "population": one.population,
            "exact": _share(one.exact),
            "there": _share(one.there),
        }
        for one in found
    }
    return {name: about[name] for name in ("name", "id", "at", "by", "seed", "case")} | {"layers": layers}


def _share(got: Share) -> dict[str, Any]:
    return {
        "share": _rounded(got.value),
        "low": _rounded(got.low),
        "high": _rounded(got.high),
        "hits": got.hits,
        "of": got.total,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
