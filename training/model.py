"""The network: MiniLM-L6 (a BERT of 6 layers, 384 wide) with three surface-feature embeddings, and the attribution heads.

MiniLM: Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation". The weights start from all-MiniLM-L6-v2 (Apache-2.0).
"""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from accordingto.attribute.scheme import DISTANCE_BUCKETS, POINTERS, TAGS, distance_bucket
from accordingto.language.words import FEATURE_SIZES

HIDDEN, HEADS, LAYERS, INNER, VOCABULARY, POSITIONS = 384, 12, 6, 1536, 30522, 512
POINTER_SIZE = 64
MINILM_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm_attention",
    "intermediate.dense": "inner",
    "output.dense": "outer",
    "output.LayerNorm": "norm_inner",
}
"""The parts of a layer in a Hugging Face checkpoint, and here."""


class Layer(nn.Module):
    """One transformer layer, normalised after each residual as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm_attention, self.norm_inner = nn.LayerNorm(HIDDEN, 1e-12), nn.LayerNorm(HIDDEN, 1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``x``: (batch, pieces, 384); ``mask``: (batch, 1, 1, pieces), added to the attention scores."""
        q, k, v = (part(x).unflatten(-1, (HEADS, -1)).transpose(1, 2) for part in (self.query, self.key, self.value))
        weights = q * q.shape[-1] ** -0.5 @ k.transpose(-1, -2)
        if mask is not None:
            weights = weights + mask.to(weights.dtype)
        attended = weights.softmax(-1, dtype=weights.dtype) @ v
        x = self.norm_attention(x + self.out(attended.transpose(1, 2).flatten(2)))
        return self.norm_inner(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Wordpieces and their features to vectors."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.pieces, self.positions = nn.Embedding(VOCABULARY, HIDDEN), nn.Embedding(POSITIONS, HIDDEN)
        self.segment = nn.Parameter(torch.zeros(HIDDEN))
        self.features = nn.Linear(sum(FEATURE_SIZES), HIDDEN, bias=False)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """``ids``: (batch, pieces); ``features``: (batch, pieces, 10), one-hot by feature → (batch, pieces, 384)."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.segment + self.features(features)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, folder: Path) -> None:
        """Take the weights of a Hugging Face BERT checkpoint (``model.safetensors``)."""
        given = load_file(folder / "model.safetensors")
        state = {
            "pieces.weight": given["embeddings.word_embeddings.weight"],
            "positions.weight": given["embeddings.position_embeddings.weight"],
            "segment": given["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
        }
        for layer in range(LAYERS):
            for theirs, ours in MINILM_NAMES.items():
                for kind in ("weight", "bias"):
                    state[f"layers.{layer}.{ours}.{kind}"] = given[f"encoder.layer.{layer}.{theirs}.{kind}"]
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or any(not name.startswith("features.") for name in missing):
            raise ValueError(f"not a MiniLM-L6 checkpoint: {missing} {unexpected}")


def distance_buckets(n: int) -> Tensor:
    """Buckets of the distances 1 - n … n - 1."""
    return torch.tensor([distance_bucket(d) for d in range(1 - n, n)])


class Pointer(nn.Module):
    """Each word points at another word or nowhere: scaled dot product plus a learnt bias for the distance."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(HIDDEN, POINTER_SIZE), nn.Linear(HIDDEN, POINTER_SIZE)
        self.distance = nn.Embedding(DISTANCE_BUCKETS, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, words: Tensor, start: Tensor) -> Tensor:
        """``words``: (n, 384), ``start``: (384,) → scores (n, n + 1), the last column nowhere."""
        n = len(words)
        bias = self.distance(distance_buckets(n))[:, 0].unfold(0, n, 1).flip(0)
        q = self.query(words)
        scores = q @ self.key(words).T / POINTER_SIZE**0.5 + bias
        nowhere = q @ self.key(start) / POINTER_SIZE**0.5
        return torch.cat([scores, nowhere[:, None]], 1)


class Tagger(nn.Module):
    """Encoder and attribution heads."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(max(dropout, 0.1) if dropout else 0.0)
        self.tags = nn.Linear(HIDDEN, TAGS)
        self.pointers = nn.ModuleDict({name: Pointer() for name in POINTERS})
