"""What the tasks of the predict contract are called, and what their rows must have."""

from __future__ import annotations

from accordingto.evaluate.rows import Row
from accordingto.model import UsageError

CONTRACT = (
    "attribution", "statements", "blocks", "entities", "events", "estimates", "control", "places", "times", "factuality",
    "stories", "travel",
)  # fmt: skip
"""All tasks of the contract, built or not."""
WITHOUT_MODEL = frozenset(("accounts", "blocks", "lines", "probe", "resolution", "times"))
"""Tasks that rules alone carry out."""
EMPTY: dict[str, Row] = {
    "accounts": {"label": "NOT ENOUGH INFO"},
    "attribution": {"attributions": []},
    "statements": {"statements": []},
    "contents": {"attributions": [], "statements": []},
    "events": {"events": []},
    "estimates": {"estimates": []},
    "control": {"control": []},
    "times": {"timex": []},
    "blocks": {"blocks": [], "outlet": None, "published": None, "title": None},
    "entities": {"entities": []},
    "actors": {"mentions": []},
    "factuality": {"targets": []},
    "places": {"toponyms": []},
    "resolution": {"toponyms": []},
    "probe": {"toponyms": []},
    "lines": {"lines": []},
    "line-statements": {"lines": []},
}
"""What is predicted for a row that cannot be read."""
GOLD_SPANS = {"places": "resolution"}
"""Tasks that can keep to the row's own spans, and what that is called."""
NEEDED: dict[str, tuple[str, ...]] = {
    "accounts": ("doc", "claim", "evidence"),
    "blocks": ("doc",),
    "factuality": ("text", "targets"),
    "lines": ("doc", "lines"),
    "line-statements": ("doc", "lines"),
    "probe": ("doc", "text", "toponyms"),
    "resolution": ("doc", "text", "toponyms"),
    "stories": ("id", "text"),
    "travel": ("story", "doc", "text"),
}
"""The fields that the rows of a task must have, where it is not a name and a text."""


def with_gold_spans(task: str) -> str:
    """The task that keeps to the row's own spans where this one finds them.

    Raises:
        UsageError: where there is none.
    """
    if task not in GOLD_SPANS:
        raise UsageError(f"{task} has no gold spans to keep to; --gold-spans goes with {', '.join(GOLD_SPANS)}")
    return GOLD_SPANS[task]


def needed_by(task: str) -> tuple[str, ...]:
    """The fields that each row of a task must have."""
    return NEEDED.get(task, ("doc", "text"))
