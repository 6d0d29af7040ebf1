"""How well re3d's mentions are found in documents not learnt from: ``python -m training.branch.folds RECIPE.toml --base MODEL.pt …``.

For each fold, the branch (layers and heads) is trained anew by the recipe from ``--base``, a branch that never saw re3d, without the
documents of the fold; it is exported to int8 and read through the package. Prints exact span and type F1 over all folds, for the outermost
mentions and for all, nested ones included.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import torch

from accordingto.evaluate.measures import Counts, f1
from accordingto.language.encoder import encode
from accordingto.language.words import words_of
from accordingto.mentions.tagged import MENTIONED, mentioned
from accordingto.resources.model import SHIPPED, open_model
from training.branch.export import export
from training.branch.labels import outermost
from training.branch.network import Branch
from training.branch.passages import Named, Passage, re3d
from training.branch.train import Data, Training
from training.export import write_hashes

FOLDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", type=int, nargs="*", default=range(FOLDS), help="train these folds and print nothing")
    args = parser.parse_args()
    recipe = tomllib.loads(args.recipe.read_text(encoding="utf-8"))
    data = Data(args.gold, args.teacher, args.model, args.data)
    windows = data.windows(recipe["train"])
    passages = re3d(args.gold / "re3d")
    counts = Counts()
    for fold in args.only:
        held = {passage.doc for passage in passages[fold::FOLDS]}
        run = args.out / f"fold-{fold}"
        run.mkdir(parents=True, exist_ok=True)
        kept = [window for window in windows if window.doc not in held]
        Training(recipe, kept, data.states, run, start=args.base).run()
        counts.update(measure(read(run, args.model, recipe), passages[fold::FOLDS]))
    if len(args.only) == FOLDS:
        sys.stdout.write("".join(f"{line}\n" for line in report(counts)))


def read(run: Path, model: Path, recipe: dict[str, Any]) -> Path:
    """Put a fold's branch into a copy of the model; gives its folder."""
    folder = run / "model"
    shutil.copytree(model, folder, dirs_exist_ok=True)
    branch = Branch(recipe["layers"])
    branch.load_state_dict(torch.load(run / "model.pt", weights_only=True))
    export(branch, folder)
    write_hashes(folder)
    return folder


def measure(folder: Path, passages: list[Passage]) -> Counts:
    """Counts over documents."""
    from accordingto.language.wordpiece import WordPiece

    model = open_model(folder)
    pieces = WordPiece.of_lines(model.vocabulary)
    counts = Counts()
    for passage in passages:
        encoded = encode(passage.text, words_of(passage.text, pieces), model, branch=True)
        found = [(m.span.start, m.span.end, m.kind) for m in mentioned(encoded, model.tables)]
        counts.update(compared("all", passage.mentions or [], found))
        counts.update(compared("outermost", outermost(passage.mentions or []), outermost(found)))
    return counts


def compared(which: str, gold: list[Named], found: list[Named]) -> Counts:
    """Counts of exact spans with type, altogether and by type."""
    counts = Counts()
    parts = (("gold", Counter(gold)), ("found", Counter(found)), ("hits", Counter(gold) & Counter(found)))
    for name, spans in parts:
        counts[f"{which} {name}"] += spans.total()
        counts.update(f"{which} {kind} {name}" for _, _, kind in spans.elements())
    return counts


def report(counts: Counts) -> list[str]:
    """F1, precision and recall."""
    names = [which + kind for which in ("outermost", "all") for kind in ("", *(f" {kind}" for kind in MENTIONED))]
    measures = [f1(n, counts[f"{n} hits"], counts[f"{n} found"], counts[f"{n} gold"]) for n in names]
    return [f"{m.name}: {m.value:.1f} (P {m.precision:.1f}, R {m.recall:.1f}, {m.support})" for m in measures]


if __name__ == "__main__":
    main()
