"""A stand-in for the pipeline, so that the command line is tested without the model.

A path that holds ``empty`` or ``broken`` fails; one that holds ``claimed`` gives the reading in which something of every
layer is claimed, others the invented reading.
Run as a program it is the command line itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from accordingto.model import AccordingtoError, EmptyInput, ResourceError
from accordingto.pipeline.reading import Reading
from tests.export.claimed import claimed
from tests.export.invented import reading

CALLS: list[dict[str, Any]] = []


@dataclass(frozen=True)
class Failure:
    where: str
    error: AccordingtoError


def read_many(paths: Iterable[str], **settings: Any) -> Iterator[Reading | Failure]:
    paths = list(paths)
    CALLS.append({"paths": paths, **settings})
    for path in paths:
        if "interrupt" in path:
            raise KeyboardInterrupt
        if "empty" in path:
            yield Failure(path, EmptyInput("there is no text\x1b[31m in it"))
        elif "broken" in path:
            yield Failure(path, ResourceError("the model is not the one expected"))
        else:
            yield claimed(path) if "claimed" in path else reading(path)


def module() -> ModuleType:
    made = ModuleType("accordingto.pipeline.read")
    made.read_many = read_many  # type: ignore[attr-defined]
    made.Failure = Failure  # type: ignore[attr-defined]
    return made


if __name__ == "__main__":
    sys.modules["accordingto.pipeline.read"] = module()
    from accordingto.cli.main import main

    main()
