"""Turn a trained tagger into what the package ships: ``python -m training.export RUN_DIR --out DIR``.

- ``encoder.onnx``: the six layers, weights int8 per channel, activations quantised as they come; in: summed embeddings.
- ``pieces.npy``: the wordpiece vectors, int8 with a scale a row (in ``heads.npz``), memory-mapped at run time.
- ``heads.npz``: everything small, in float32: positions, features, label and pointer heads.
- ``vocabulary.txt`` and ``manifest.json`` (sha256 of each file, the recipe, what it was trained on).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
import tomllib
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from accordingto.language.windows import WINDOW
from accordingto.resources.model import BRANCH_FILES, FILES
from training.model import Encoder, Tagger
from training.train import minilm_folder


class Layers(nn.Module):
    """The encoder from summed embeddings on, for one window without padding."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.norm, self.layers = encoder.norm, encoder.layers

    def forward(self, embeddings: Tensor) -> Tensor:
        """(1, pieces, 384) → (1, pieces, 384)."""
        x = self.norm(embeddings)
        for layer in self.layers:
            x = layer(x, None)
        return x


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--recipe", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    model = Tagger()
    model.load_state_dict(weights(args.run))
    model.eval()
    write_encoder(model.encoder, args.out / "encoder.onnx")
    write_tables(model, args.out)
    shutil.copy(minilm_folder() / "vocab.txt", args.out / "vocabulary.txt")
    write_manifest(args.out, tomllib.loads(args.recipe.read_text(encoding="utf-8")))


def weights(run: Path) -> dict[str, Tensor]:
    """The averaged weights of a finished run, or of its last checkpoint."""
    done = run / "model.pt"
    if done.exists():
        state: dict[str, Tensor] = torch.load(done, weights_only=True)
        return state
    average: dict[str, Tensor] = torch.load(run / "checkpoint.pt", weights_only=True)["average"]
    return average


def write_encoder(encoder: Encoder, path: Path) -> None:
    """Export and quantise the layers."""
    write_graph(Layers(encoder), path, "embeddings", "hidden")


def write_graph(layers: nn.Module, path: Path, given: str, returned: str) -> None:
    """Export layers over (1, pieces, 384) and quantise them to int8."""
    example = torch.zeros(1, 48, 384)
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            layers.eval(),
            (example,),
            str(plain),
            input_names=[given],
            output_names=[returned],
            dynamic_axes={given: {1: "pieces"}, returned: {1: "pieces"}},
            dynamo=False,
            opset_version=17,
        )
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(path),
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            extra_options={"MatMulConstBOnly": True},
        )


def write_tables(model: Tagger, out: Path) -> None:
    """Embeddings and heads."""
    encoder = model.encoder
    vectors = encoder.pieces.weight.detach().numpy()
    scale = np.abs(vectors).max(1, keepdims=True) / 127 + 1e-12
    np.save(out / "pieces.npy", np.round(vectors / scale).astype(np.int8))
    tables = {
        "scale": scale.astype(np.float32),
        "positions": (encoder.positions.weight[:WINDOW] + encoder.segment).detach().numpy(),
        "features": encoder.features.weight.detach().numpy().T,
        "tags.weight": model.tags.weight.detach().numpy().T,
        "tags.bias": model.tags.bias.detach().numpy(),
    }
    for name, pointer in model.pointers.items():
        for part, value in pointer.state_dict().items():
            tables[f"{name}.{part}"] = (
                value.numpy().T if part.endswith("weight") and "distance" not in part else value.numpy()
            )
    np.savez(out / "heads.npz", **{k: np.ascontiguousarray(v, np.float32) for k, v in tables.items()})


def write_manifest(out: Path, recipe: dict[str, object]) -> None:
    """Hashes of the shipped files, and the recipe that made them."""
    (out / "manifest.json").write_text(json.dumps({"files": {}, "recipe": recipe}), encoding="utf-8")
    write_hashes(out)


def write_hashes(out: Path, **recipes: object) -> None:
    """Bring the hashes of a manifest up to date, and add recipes to it."""
    path = out / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8")) | recipes
    names = [name for name in (*FILES, *BRANCH_FILES) if (out / name).exists()]
    manifest["files"] = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names}
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
