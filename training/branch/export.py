"""Add a trained branch to a model folder: ``python -m training.branch.export RUN_DIR… --recipe RECIPE.toml… --out DIR``.

Of several runs that go on from each other, the mean of their weights is taken (Wortsman et al. 2022, "Model soups").

- ``branch.onnx``: its layers, int8 like the encoder's; in: the encoder's ``lower`` output.
- ``branch.npz``: the heads, in float16.
"""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path

import numpy as np
import torch

from training.branch.network import Branch
from training.export import weights, write_graph, write_hashes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, nargs="+")
    parser.add_argument("--recipe", type=Path, nargs="+", required=True, help="the recipe or recipes that made it")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    recipes = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in args.recipe}
    states = [weights(run) for run in args.run]
    state = {name: torch.stack([each[name] for each in states]).mean(0) for name in states[0]}
    model = Branch(layers=1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers.")))
    model.load_state_dict(state)
    export(model, args.out)
    write_hashes(args.out, branch=recipes)


def export(model: Branch, folder: Path) -> None:
    """Write both files."""
    write_graph(model, folder / "branch.onnx", "lower", "upper")
    heads = {name: value.numpy() for name, value in model.state_dict().items() if not name.startswith("layers.")}
    heads |= {name: value.T for name, value in heads.items() if name.endswith(".weight")}
    renamed = {name.removeprefix("syntax.") if "relations" in name else name: value for name, value in heads.items()}
    np.savez(folder / "branch.npz", **{k: np.ascontiguousarray(v, np.float16) for k, v in renamed.items()})


if __name__ == "__main__":
    main()
