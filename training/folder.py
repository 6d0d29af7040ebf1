"""The folder of a run that learns: the checkpoint from which it goes on where it was stopped, what it has learnt, and its log."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

Part = nn.Module | torch.optim.Optimizer
CHECKPOINT, LEARNT, LOG = "checkpoint.pt", "model.pt", "log.jsonl"


@dataclass(frozen=True, slots=True)
class Folder:
    """One run's; ``silent`` where another process of the run writes its log."""

    path: Path
    silent: bool = False

    def keep(self, parts: Mapping[str, Part], **where: int) -> None:
        """Keep parts and where the run stands, in the place of what was kept before, which stays until this is written."""
        made = self.path / f"{CHECKPOINT}.tmp"
        torch.save({**{name: part.state_dict() for name, part in parts.items()}, **where}, made)
        made.replace(self.path / CHECKPOINT)

    def resume(self, parts: Mapping[str, Part]) -> Mapping[str, int]:
        """Bring parts to where they were kept last, and tell where the run stood; nothing where it begins."""
        path = self.path / CHECKPOINT
        if not path.exists():
            return {}
        state: dict[str, Any] = torch.load(path, weights_only=True)
        for name, part in parts.items():
            part.load_state_dict(state.pop(name))
        self.tell(resumed=state["epoch"])
        return state

    def learnt(self, weights: Mapping[str, Tensor]) -> None:
        """Write what was learnt."""
        torch.save(dict(weights), self.path / LEARNT)

    def tell(self, **facts: Any) -> None:
        """A line of the log, also on stderr."""
        if self.silent:
            return
        line = json.dumps({"at": time.strftime("%H:%M:%S"), **facts})
        sys.stderr.write(line + "\n")
        sys.stderr.flush()
        with (self.path / LOG).open("a", encoding="utf-8") as log:
            log.write(line + "\n")
