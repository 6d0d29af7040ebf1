"""Turn MiniLM into what the package ships for sentence vectors: ``python -m training.sentences LEARNT --out DIR``.

``LEARNT`` is the ``model.pt`` of `training.alike`, which moved the upper layers. The attribution tagger starts from the same weights but
moves them otherwise, its wordpiece vectors too, so that a sentence encoder cannot be had from its files.

- ``encoder.onnx``: the six layers, weights int8 per channel, activations quantised as they come; in: summed embeddings.
- ``pieces.npy``: the wordpiece vectors, int8 with a scale a row, memory-mapped at run time.
- ``tables.npz``: those scales and the vectors of the positions, in float32.
- ``manifest.json``: sha256 of each file. The vocabulary is the tagger's, to the byte; its hash stands there too.

``--compare FILE`` measures instead what the rounding to int8 costs, on the sentences of a text file, a line each: the mean cosine
with the vectors of the network before it, and how well the cosines of random pairs agree in rank (Spearman).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from accordingto.language.vectors import LONGEST, SentenceEncoder, rounded, unit
from accordingto.resources.sentence_encoder import FILES, SHIPPED, VOCABULARY, open_sentences
from training.export import write_encoder
from training.model import Encoder
from training.train import minilm_folder

PAIRS = 200_000
SEED = 7


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("learnt", type=Path, help="weights that training.alike has learnt")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--compare", type=Path)
    args = parser.parse_args()
    encoder = Encoder()
    encoder.load_state_dict(torch.load(args.learnt, weights_only=True))
    encoder.eval()
    if args.compare:
        texts = args.compare.read_text(encoding="utf-8").splitlines()
        sys.stdout.write(json.dumps(compared(texts, encoder, args.out)) + "\n")
        return
    args.out.mkdir(parents=True, exist_ok=True)
    write_encoder(encoder, args.out / "encoder.onnx")
    write_tables(encoder, args.out)
    write_manifest(args.out)


def write_tables(encoder: Encoder, out: Path) -> None:
    """The wordpiece vectors, rounded, and what goes with them."""
    whole = encoder.pieces.weight.detach().numpy()
    scale = np.abs(whole).max(1, keepdims=True) / 127 + 1e-12
    np.save(out / "pieces.npy", np.round(whole / scale).astype(np.int8))
    positions = (encoder.positions.weight[:LONGEST] + encoder.segment).detach().numpy()
    np.savez(out / "tables.npz", scale=scale.astype(np.float32), positions=np.ascontiguousarray(positions, np.float32))


def write_manifest(out: Path) -> None:
    """Hashes of the shipped files and of the vocabulary they go with."""
    vocabulary = (minilm_folder() / "vocab.txt").read_bytes()
    if vocabulary != VOCABULARY.read_bytes():
        raise SystemExit(f"{VOCABULARY} is not MiniLM's vocabulary; ship it beside the encoder")
    hashes = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES}
    manifest = {"files": hashes, "vocabulary": hashlib.sha256(vocabulary).hexdigest()}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


@torch.no_grad()
def exact(texts: list[str], encoder: Encoder, shipped: SentenceEncoder) -> NDArray[np.float32]:
    """Unit vectors in float32 by the network before it was rounded, on the pieces that the shipped one reads."""
    found = []
    for text in texts:
        ids = torch.from_numpy(shipped.piece_ids(text))[None]
        found.append(encoder(ids, torch.zeros(1, ids.shape[1], 10))[0].mean(0).numpy())
    return unit(np.array(found))


def compared(texts: list[str], encoder: Encoder, folder: Path) -> dict[str, float]:
    """How near the shipped vectors come to the exact ones."""
    from scipy.stats import spearmanr

    texts = [text for text in dict.fromkeys(texts) if text.strip()]
    shipped = SentenceEncoder(open_sentences(folder))
    ours, theirs = unit(rounded(shipped.vectors(texts)).astype(np.float32)), exact(texts, encoder, shipped)
    cosines = (ours * theirs).sum(1)
    rng = np.random.default_rng(SEED)
    left, right = rng.integers(0, len(texts), (2, PAIRS))
    near = theirs @ theirs.T
    np.fill_diagonal(near, -1)
    best = ours @ ours.T
    np.fill_diagonal(best, -1)
    ten = [len(set(a) & set(b)) / 10 for a, b in zip(np.argsort(-near)[:, :10], np.argsort(-best)[:, :10], strict=True)]
    return {
        "sentences": len(texts),
        "mean_cosine": round(float(cosines.mean()), 4),
        "least_cosine": round(float(cosines.min()), 4),
        "spearman": round(
            float(spearmanr((ours[left] * ours[right]).sum(1), (theirs[left] * theirs[right]).sum(1))[0]), 4
        ),
        "recall_at_10": round(float(np.mean(ten)), 4),
    }


if __name__ == "__main__":
    main()
