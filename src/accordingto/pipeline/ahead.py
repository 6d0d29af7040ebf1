"""Tasks handed out ahead of their turn, and taken back in it: bounded, so that memory does not grow with the source."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from accordingto.pipeline.workers import Crew, Ticket

MUCH = 64 * 2**20
"""Bytes of captures that are under way at most, beside one that alone is larger."""


class Step(Protocol):
    """Something on its way through the stations."""

    ticket: Ticket | None
    """The task that is carried out on it, if any."""

    @property
    def size(self) -> int:
        """Bytes that it holds."""


S = TypeVar("S", bound=Step)


def ahead(steps: Iterable[S], begin: Callable[[S], None], crew: Crew, *, much: int = MUCH) -> Iterator[S]:
    """Give the steps in their order, each with its task begun; `Crew.result` then waits for it.

    Args:
        steps: in order; taken one at a time, and no faster than they are taken from here.
        begin: hands in the task of a step, if it needs one.
        crew: who carries them out. There are twice as many under way as it has processes, so that none is idle while one
            step takes longer than those after it.
        much: bytes under way at most.
    """
    held: deque[S] = deque()
    size = 0
    for step in steps:
        begin(step)
        held.append(step)
        size += step.size
        crew.turn()
        while held and (_ready(held[0]) or len(held) > 2 * crew.jobs or (size > much and len(held) > 1)):
            size -= held[0].size
            yield held.popleft()
    yield from held


def _ready(step: Step) -> bool:
    return step.ticket is None or step.ticket.done
