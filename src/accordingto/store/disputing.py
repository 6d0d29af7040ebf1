"""Where coders say different things: pure functions over decisions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from accordingto.model import Spans
from accordingto.model.review import LAYERS, REPORT, Action, Record, Review
from accordingto.store.codec import encode

_MAKING = ("score", "by", "report", "id")
"""Fields that tell how a record was made, and not what it says."""


def says(action: str, value: Record | None) -> object:
    """What a decision says of its selector: nothing is there, or which record. Accepting and correcting to the same are the same."""
    return (None, None) if action == Action.REJECT else ("there", _plain(value))


def _plain(value: Record | None) -> str:
    """A record without what tells how it was made."""
    held = encode(value) if value is not None else {}
    return json.dumps(_bare(held), sort_keys=True)


def _bare(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {name: _bare(one) for name, one in plain.items() if name not in _MAKING}
    return [_bare(one) for one in plain] if isinstance(plain, list) else plain


def coders(reviews: Iterable[Review]) -> dict[str, set[str]]:
    """Of each layer those who have said that all of it is decided, in the role of a coder."""
    done: dict[str, set[str]] = {layer: set() for layer in LAYERS}
    for one in reviews:
        if one.standing and one.action == Action.CODED and not one.settles:
            for layer in one.layers or LAYERS:
                done[layer].add(one.by)
    return done


def disputes(reviews: Iterable[Review]) -> set[tuple[str, Spans]]:
    """Selectors on which coders say different things, and which nobody has settled.

    Whoever has said that a layer is coded, and did not decide on a record that somebody else affirms, says that it is not there.

    Args:
        reviews: all decisions on a text.
    """
    held = [one for one in reviews if one.standing]
    done = coders(held)
    by_selector: dict[tuple[str, Spans], list[Review]] = {}
    for one in held:
        if one.decides and one.layer != REPORT:
            by_selector.setdefault((one.layer, one.spans), []).append(one)
    return {
        (layer, spans)
        for (layer, spans), said in by_selector.items()
        if not any(one.settles for one in said) and _differ(said, done[layer])
    }


def _differ(said: list[Review], done: set[str]) -> bool:
    silent = done - {one.by for one in said} if any(one.affirms for one in said) else set()
    return bool(silent) or len({says(one.action, one.value) for one in said}) > 1
