"""The branch in torch: transformer layers over the frozen lower states, and the heads."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from accordingto.language.parse import FAR, POS, RELATIONS
from accordingto.mentions.tagged import MENTIONED, NAMED
from training.branch.expose import LAYER
from training.model import HIDDEN, LAYERS, MINILM_NAMES, Layer

ARC, RELATION = 128, 96


class Syntax(nn.Module):
    """Arcs by a biaffine product with a bias for the distance; relations from both ends of an arc and their product."""

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(HIDDEN, 2 * ARC + 2 * RELATION)
        self.product = nn.Parameter(torch.eye(ARC) / ARC**0.5)
        self.prior = nn.Parameter(torch.zeros(ARC))
        self.distance = nn.Parameter(torch.zeros(2 * FAR + 1))
        self.relations = nn.Linear(3 * RELATION, len(RELATIONS))

    def arcs(self, words: Tensor, start: Tensor) -> tuple[Tensor, Tensor]:
        """``words``: (batch, n, 384), ``start``: (batch, 384) → scores (batch, n, n + 1), the last column root; projections."""
        n = words.shape[1]
        projected = self.project(torch.cat([words, start[:, None]], 1)).relu()
        asked, offered = projected[:, :n, :ARC], projected[..., ARC : 2 * ARC]
        scores = asked @ (self.product @ offered.transpose(1, 2)) + (offered @ self.prior)[:, None]
        apart = torch.arange(n)[None] - torch.arange(n)[:, None]
        bias = self.distance[apart.clamp(-FAR, FAR) + FAR]
        return scores + nn.functional.pad(bias, (0, 1)), projected[..., 2 * ARC :]

    def labels(self, projected: Tensor, heads: Tensor) -> Tensor:
        """Relation logits (batch, n, relations) given heads (batch, n), n standing for root."""
        dependants = projected[:, :-1, :RELATION]
        governors = projected[..., RELATION:].gather(1, heads[..., None].expand(-1, -1, RELATION))
        logits: Tensor = self.relations(torch.cat([dependants, governors, dependants * governors], -1))
        return logits


class Branch(nn.Module):
    """Layers and heads."""

    def __init__(self, layers: int = LAYERS - LAYER, dropout: float = 0.0) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.pos = nn.Linear(HIDDEN, len(POS))
        self.syntax = Syntax()
        self.names = nn.Linear(HIDDEN, 1 + 2 * len(NAMED))
        self.outer, self.inner = (nn.Linear(HIDDEN, 1 + 2 * len(MENTIONED)) for _ in range(2))
        self.factuality = nn.Linear(HIDDEN, 1)

    def forward(self, lower: Tensor, mask: Tensor | None = None) -> Tensor:
        """``lower``: (batch, pieces, 384); ``mask``: (batch, 1, 1, pieces), added to attention scores → (batch, pieces, 384)."""
        for layer in self.layers:
            lower = layer(lower, mask)
        return lower

    def load_minilm(self, folder: Path) -> None:
        """Start the layers from the topmost ones of MiniLM."""
        given = load_file(folder / "model.safetensors")
        for own, layer in enumerate(range(LAYERS - len(self.layers), LAYERS)):
            state = {
                f"{ours}.{kind}": given[f"encoder.layer.{layer}.{theirs}.{kind}"]
                for theirs, ours in MINILM_NAMES.items()
                for kind in ("weight", "bias")
            }
            self.layers[own].load_state_dict(state)
