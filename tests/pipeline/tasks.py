"""Tasks that processes of their own carry out in tests: they must lie in a module."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from accordingto.model import EmptyInput, NotAnArticle, Report, Run
from accordingto.pipeline.prepare import Read, Work
from accordingto.pipeline.reading import Reading


def double(number: int) -> int:
    return number * 2


def empty(_: object) -> None:
    raise EmptyInput("there is nothing in it")


def wrong(_: object) -> None:
    raise KeyError("no such thing")


def strange(_: object) -> object:
    return lambda: None


def endless(_: object) -> None:
    while True:
        pass


def crash(_: object) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def crash_once(mark: str) -> str:
    """Die the first time, as where something outside killed the process."""
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def own_pid() -> int:
    return os.getpid()


def large(size: int) -> bytes:
    return bytes(size)


RUN = Run("0", "test", "a", "b", "c")


def run() -> Run:
    return RUN


def read(report: Report, where: str) -> Read:
    """A reading without a model; ``crash`` in the text ends the process."""
    if "crash" in report.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "unreadable" in report.text:
        raise NotAnArticle("nobody can read that")
    return Read(Reading(report, (), RUN, where=where), {"read": True})


WORK = Work(read=read, run=run)
