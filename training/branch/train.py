"""Train the branch: ``python -m training.branch.train RECIPE.toml --gold DIR --teacher DIR --data DIR --out DIR``.

On several cores, one process a core, which halve the batches between them and average their gradients (one process with several
threads is far slower): ``OMP_NUM_THREADS=1 python -m torch.distributed.run --nproc-per-node 2 -m training.branch.train …``.

The teacher is asked once, the frozen lower layers are run once; both answers lie in the run's folder, as do the checkpoints, from
which a stopped run goes on as if it had not been stopped. With ``--base`` it goes on from the model of another run.
"""

from __future__ import annotations

import argparse
import os
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.distributed as crew
from numpy.typing import NDArray

from accordingto.language.wordpiece import WordPiece
from accordingto.resources.model import SHIPPED, open_model
from training.branch.batches import epoch_batches, padded
from training.branch.losses import losses, weighted
from training.branch.lower import Window, cut, written
from training.branch.network import Branch
from training.branch.passages import Passage, load
from training.branch.silver import Silver, taught
from training.folder import Folder, Part
from training.train import minilm_folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--gold", type=Path, required=True, help="folder of the corpora")
    parser.add_argument(
        "--teacher", type=Path, help="folder of an installed spaCy pipeline, needed until it has been asked"
    )
    parser.add_argument("--model", type=Path, default=SHIPPED, help="folder of the model whose lower layers are read")
    parser.add_argument("--data", type=Path, required=True, help="folder for silver labels and lower states")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for checkpoints and the log; resumes from there"
    )
    parser.add_argument("--base", type=Path, help="a finished run's model.pt to go on from, instead of MiniLM")
    args = parser.parse_args()
    if "WORLD_SIZE" in os.environ:
        crew.init_process_group("gloo")
    for folder in (args.data, args.out):
        folder.mkdir(parents=True, exist_ok=True)
    recipe = tomllib.loads(args.recipe.read_text(encoding="utf-8"))
    data = Data(args.gold, args.teacher, args.model, args.data)
    with _first_alone():
        windows = data.windows(recipe["train"])
    Training(recipe, windows, data.states, args.out, start=args.base).run()


@contextmanager
def _first_alone() -> Iterator[None]:
    """Of several processes, let the first do something before the others, which then find it done."""
    waiting = crew.is_initialized() and crew.get_rank() > 0
    if waiting:
        crew.barrier()
    yield
    if crew.is_initialized() and not waiting:
        crew.barrier()


class Data:
    """Windows and lower states of corpora, made at first need."""

    def __init__(self, gold: Path, teacher: Path | None, model: Path, folder: Path) -> None:
        self.gold, self.teacher, self.folder = gold, teacher, folder
        self.model = open_model(model)
        self.pieces = WordPiece.of_lines(self.model.vocabulary)
        self.states: list[NDArray[np.float16]] = []

    def passages(self, corpus: str) -> tuple[list[Passage], list[Silver]]:
        """A corpus and its silver labels."""
        passages = load([corpus], self.gold)
        return passages, taught(passages, self.pieces, self.teacher, self.folder / f"silver-{corpus}.jsonl")

    def windows(self, corpora: list[str]) -> list[Window]:
        """The windows of corpora; each points into ``states[window.file]``."""
        found: list[Window] = []
        for corpus in corpora:
            passages, silver = self.passages(corpus)
            states = written(passages, self.pieces, self.model, self.folder / f"lower-{corpus}.f16")
            found += cut(passages, silver, self.pieces, corpus, len(self.states))
            self.states.append(states)
        return found


class Training:
    """One run: the branch, its moving average, the optimiser and where it stands."""

    def __init__(
        self,
        recipe: dict[str, Any],
        windows: list[Window],
        states: list[NDArray[np.float16]],
        out: Path,
        *,
        start: Path | None = None,
    ) -> None:
        self.recipe, self.windows, self.states = recipe, windows, states
        torch.manual_seed(recipe["seed"])
        self.model, self.average = Branch(recipe["layers"], recipe["dropout"]), Branch(recipe["layers"])
        if start:
            self.model.load_state_dict(torch.load(start, weights_only=True))
        else:
            self.model.load_minilm(minilm_folder())
        self.average.load_state_dict(self.model.state_dict())
        self.average.eval()
        self.optimizer = self._optimizer()
        self.rank, self.crew = (crew.get_rank(), crew.get_world_size()) if crew.is_initialized() else (0, 1)
        self.folder = Folder(out, silent=self.rank > 0)
        where = self.folder.resume(self._parts())
        self.step, self.epoch = where.get("step", 0), where.get("epoch", 0)

    def _optimizer(self) -> torch.optim.AdamW:
        rate = self.recipe["rate"]
        groups = [
            {"params": list(self.model.layers.parameters()), "lr": rate["layers"]},
            {
                "params": [p for n, p in self.model.named_parameters() if not n.startswith("layers.")],
                "lr": rate["heads"],
            },
        ]
        for group in groups:
            group["base"] = group["lr"]
        return torch.optim.AdamW(groups, weight_decay=self.recipe["weight_decay"], betas=(0.9, 0.98), fused=True)

    def _parts(self) -> dict[str, Part]:
        return {"model": self.model, "average": self.average, "optimizer": self.optimizer}

    def run(self) -> None:
        """Train to the recipe's last epoch."""
        while self.epoch < self.recipe["epochs"]:
            began = time.perf_counter()
            self._one_epoch()
            self.epoch += 1
            if self.rank == 0:
                self.folder.keep(self._parts(), step=self.step, epoch=self.epoch)
            self.folder.tell(epoch=self.epoch, step=self.step, seconds=round(time.perf_counter() - began))
        if self.rank == 0:
            self.folder.learnt(self.average.state_dict())

    def _one_epoch(self) -> None:
        self.model.train()
        seed = self.recipe["seed"]
        torch.manual_seed((seed * 1000 + self.epoch) * 10 + self.rank)
        batches = list(epoch_batches(self.windows, self.recipe["times"], self.recipe["batch"], seed, self.epoch))
        batches = batches[self.rank : len(batches) // self.crew * self.crew : self.crew]
        seen: dict[str, list[float]] = defaultdict(list)
        for i, batch in enumerate(batches):
            self._set_rate(self.epoch + i / len(batches))
            for name, loss in self._one_step(batch).items():
                if loss:
                    seen[name].append(loss)
            if i % 50 == 49:
                means = {name: round(float(np.mean(values)), 3) for name, values in seen.items()}
                self.folder.tell(epoch=self.epoch, batch=i + 1, of=len(batches), **means)
                seen.clear()

    def _set_rate(self, position: float) -> None:
        warm = min(1.0, (self.step + 1) / self.recipe["warmup_steps"])
        left = (self.recipe["epochs"] - position) / self.recipe["decay_epochs"]
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * warm * min(1.0, left)

    def _one_step(self, windows: list[Window]) -> dict[str, float]:
        batch = padded(windows, self.states)
        parts = losses(self.model, batch, self.recipe["label_smoothing"], self.recipe["silver_weight"])
        self.optimizer.zero_grad(set_to_none=True)
        weighted(parts, self.recipe["weights"]).backward()
        self._share_gradients()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        decay = min(self.recipe["average"], (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.parameters()), list(self.model.parameters()), 1 - decay)
        return {name: float(loss.detach()) for name, loss in parts.items()}

    def _share_gradients(self) -> None:
        """Average the gradients over the processes."""
        if self.crew == 1:
            return
        gradients = [p.grad for p in self.model.parameters() if p.grad is not None]
        flat = torch.cat([gradient.flatten() for gradient in gradients])
        crew.all_reduce(flat)
        parts = (flat / self.crew).split([gradient.numel() for gradient in gradients])
        for gradient, part in zip(gradients, parts, strict=True):
            gradient.copy_(part.view_as(gradient))


if __name__ == "__main__":
    main()
