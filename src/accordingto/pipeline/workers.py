"""Processes that carry out tasks. One that dies or takes too long costs the task it held, and no other.

The executors of the standard library do not serve here: with ``concurrent.futures`` the death of one process breaks the whole
pool, and ``multiprocessing.Pool`` waits for ever for what a killed process held.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Protocol

from accordingto.model import AccordingtoError, InputError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

SECONDS = 300.0
"""CPU seconds that a task may take: the longest report of the field corpus needs some ten."""
TRIES = 2
"""Times that a task is begun when the process that held it dies. One that kills two processes would kill more."""


class Died(InputError):
    """The process that held a task ended before it was done."""


class Slow(InputError):
    """A task took longer than it may."""


class Broken(InputError):
    """A task failed in a way that nobody foresaw."""


class Ticket:
    """A task handed in; `Crew.result` gives what became of it."""

    __slots__ = ("_outcome", "arguments", "done", "function", "tries")

    def __init__(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        self.function, self.arguments = function, arguments
        self.tries = 0
        self.done = False
        self._outcome: Any = None

    def settle(self, outcome: Any) -> None:
        """Keep what became of it; what it was made from is let go."""
        self._outcome, self.done, self.arguments = outcome, True, ()

    def take(self) -> Any:
        """What the task gave.

        Raises:
            AccordingtoError: what it raised.
        """
        if isinstance(self._outcome, AccordingtoError):
            raise self._outcome
        return self._outcome


class Crew(Protocol):
    """Whoever carries out tasks."""

    jobs: int

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Ticket:
        """Hand in a task: a function of a module, and what it is called with. It does not wait."""

    def result(self, ticket: Ticket) -> Any:
        """Wait for what a task gives.

        Raises:
            AccordingtoError: what the task raised; `Died`, `Slow` or `Broken` where it did not come to an end of its own.
        """

    def turn(self) -> None:
        """Hand tasks to whoever is idle, without waiting."""


class Alone:
    """Carries out tasks in this process, when their results are asked for."""

    jobs = 1

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Ticket:
        """Keep a task."""
        return Ticket(function, arguments)

    def result(self, ticket: Ticket) -> Any:
        """Carry out a task."""
        if not ticket.done:
            ticket.settle(attempt(ticket.function, ticket.arguments))
        return ticket.take()

    def turn(self) -> None:
        """Nobody is idle."""


@dataclass(slots=True, eq=False)
class _Worker:
    process: SpawnProcess
    connection: Connection
    held: Ticket | None = None


@dataclass(eq=False)
class Workers:
    """Processes of their own, started at the first task. Used as a context manager, it ends them when it is left."""

    jobs: int
    seconds: float = SECONDS
    tries: int = TRIES
    _waiting: deque[Ticket] = field(default_factory=deque)
    _workers: list[_Worker] = field(default_factory=list)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pids(self) -> tuple[int, ...]:
        """Process ids of those at work."""
        return tuple(worker.process.pid or 0 for worker in self._workers)

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Ticket:
        """Hand in a task; see `Crew`."""
        ticket = Ticket(function, arguments)
        self._waiting.append(ticket)
        self._hand_out()
        return ticket

    def result(self, ticket: Ticket) -> Any:
        """Wait for what a task gives; see `Crew`."""
        while not ticket.done:
            self._collect(None)
        return ticket.take()

    def turn(self) -> None:
        """Take in what is done and hand out what waits; see `Crew`."""
        self._collect(0)

    def close(self) -> None:
        """End the processes; what they hold is lost."""
        for worker in self._workers:
            worker.connection.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()
        self._waiting.clear()

    def _hand_out(self) -> None:
        while self._waiting:
            worker = next((one for one in self._workers if one.held is None), None)
            if worker is None:
                if len(self._workers) >= self.jobs:
                    return
                worker = _started(self.seconds)
                self._workers.append(worker)
            worker.held = self._waiting.popleft()
            try:
                worker.connection.send((worker.held.function, worker.held.arguments))
            except OSError:
                self._bury(worker)

    def _collect(self, timeout: float | None) -> None:
        busy = {worker.connection: worker for worker in self._workers if worker.held}
        for connection in wait(list(busy), timeout):
            worker = busy[connection]  # type: ignore[index]
            try:
                outcome = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            held, worker.held = worker.held, None
            if held:
                held.settle(outcome)
        self._hand_out()

    def _bury(self, worker: _Worker) -> None:
        """Put another in a dead worker's place; what it held is begun again, or given up."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        held, code = worker.held, worker.process.exitcode
        if held is None:
            return
        held.tries += 1
        if code == -_TOO_SLOW:
            held.settle(
                Slow(f"it took more than {self.seconds:.0f} seconds of computing; raise the limit, or shorten it")
            )
        elif held.tries < self.tries:
            self._waiting.appendleft(held)
        else:
            held.settle(
                Died(f"the process that read it {_end(code)}, {held.tries} times; give it alone, or more memory")
            )


_TOO_SLOW = getattr(signal, "SIGPROF", 0) or 0
_KILLED = getattr(signal, "SIGKILL", 9)


def _end(code: int | None) -> str:
    """How a process ended, in words."""
    if code is None or code >= 0:
        return f"ended with code {code}"
    if -code == _KILLED:
        return "was killed (by the system, where memory ran out)"
    return f"was ended by signal {-code} ({signal.Signals(-code).name})"


def _started(seconds: float) -> _Worker:
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, seconds), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _serve(connection: Connection, seconds: float) -> None:
    """What a process does: task by task, until whoever gives them is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            function, arguments = connection.recv()
            with _limited(seconds):
                outcome = attempt(function, arguments)
            _answer(connection, outcome)


def _answer(connection: Connection, outcome: Any) -> None:
    try:
        connection.send(outcome)
    except OSError:
        raise
    except Exception as error:  # it cannot be pickled, which pickle tells in many ways
        connection.send(Broken(f"it gave what cannot be handed over: {type(error).__name__}: {error}"))


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Let the system end this process when it has computed for so long: no code inside can catch or outlast that."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)


def attempt(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """What a call gives, or the error made of what it raised."""
    try:
        return function(*arguments)
    except AccordingtoError as error:
        return error
    except MemoryError:
        return Broken("there is not enough memory for it; give it alone, or split it")
    except Exception as error:
        return Broken(f"it could not be read: {type(error).__name__}: {error}; please report this with the text")


def default_jobs() -> int:
    """As many processes as this one may use cores, as far as memory reaches."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with suppress(OSError, ValueError, AttributeError):
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        return max(1, min(cores, memory // WORKER_MEMORY))
    return cores


WORKER_MEMORY = 2**30
"""Bytes to reckon for a process: some 400 MB with the model opened, the rest for a long report."""
