"""What the branch's heads are taught by, each averaged over the words that carry it."""

from __future__ import annotations

from collections.abc import Mapping

import torch
import torch.nn.functional as F
from torch import Tensor

from training.branch.batches import Batch
from training.branch.labels import IGNORE
from training.branch.network import Branch

HUBER = 0.5
"""Below this error factuality's loss is quadratic: annotators differ by as much."""


def losses(model: Branch, batch: Batch, smoothing: float, silver_weight: float) -> dict[str, Tensor]:
    """Losses by head."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        upper = model(batch.lower, batch.mask)
    upper = model.dropout(upper.float())
    words = upper.gather(1, batch.word_pieces[..., None].expand(-1, -1, upper.shape[-1]))
    labels = batch.labels
    return {
        "pos": _entropy(model.pos(words), labels["pos"], smoothing),
        **_syntax(model, batch, words, upper[:, 0], smoothing),
        "names": _names(model.names(words), labels, smoothing, silver_weight),
        "outer": _entropy(model.outer(words), labels["outer"], smoothing),
        "inner": _entropy(model.inner(words), labels["inner"], smoothing),
        "factuality": _factuality(model.factuality(words)[..., 0], labels["factuality"]),
    }


def weighted(parts: Mapping[str, Tensor], weights: Mapping[str, float]) -> Tensor:
    """The sum by the weights of a recipe."""
    return torch.stack([weights[name] * loss for name, loss in parts.items()]).sum()


def _syntax(model: Branch, batch: Batch, words: Tensor, start: Tensor, smoothing: float) -> dict[str, Tensor]:
    scores, projected = model.syntax.arcs(words, start)
    heads = batch.labels["heads"]
    arcs = _entropy(scores.masked_fill(~batch.within(), -1e4), heads, 0.0)
    relations = model.syntax.labels(projected, heads.clamp(min=0))
    known = torch.where(heads == IGNORE, IGNORE, batch.labels["relations"])
    return {"arcs": arcs, "relations": _entropy(relations, known, smoothing)}


def _entropy(logits: Tensor, target: Tensor, smoothing: float) -> Tensor:
    if not (target != IGNORE).any():
        return logits.sum() * 0
    flat = logits.flatten(0, 1), target.flatten()
    return F.cross_entropy(*flat, ignore_index=IGNORE, label_smoothing=smoothing)


def _names(logits: Tensor, labels: Mapping[str, Tensor], smoothing: float, silver_weight: float) -> Tensor:
    known = labels["names"] != IGNORE
    weight = torch.where(labels["gold"][known] == 1, 1.0, silver_weight)
    each = F.cross_entropy(logits[known], labels["names"][known], reduction="none", label_smoothing=smoothing)
    return (each * weight).sum() / max(1, len(each))


def _factuality(values: Tensor, target: Tensor) -> Tensor:
    known = ~target.isnan()
    if not known.any():
        return values.sum() * 0
    return F.huber_loss(values[known], target[known], delta=HUBER)
