"""Exit codes, and how errors become them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer


class Exit(IntEnum):
    """What the exit code says."""

    READ = 0
    FAILED = 1
    USAGE = 2
    INTEGRITY = 3
    INTERRUPTED = 130
    PIPE = 141

    @property
    def meaning(self) -> str:
        """One line for people."""
        return _MEANINGS[self]


_MEANINGS = {
    Exit.READ: "All reports were read.",
    Exit.FAILED: "Some reports could not be read; each is named on standard error, and the others were read.",
    Exit.USAGE: "The command was not used as it is meant to be; nothing was read.",
    Exit.INTEGRITY: "Something no longer matches its hash or its span: the installation or a file is damaged.",
    Exit.INTERRUPTED: "Interrupted from the keyboard.",
    Exit.PIPE: "The program that the output was piped to closed it.",
}


def code_of(error: Exception) -> Exit:
    """The exit code of an error made on purpose."""
    from accordingto.model import IntegrityError, UsageError

    if isinstance(error, IntegrityError):
        return Exit.INTEGRITY
    return Exit.USAGE if isinstance(error, UsageError) else Exit.FAILED


def say(message: str) -> None:
    """One line to standard error; control characters and what its encoding lacks are replaced."""
    from accordingto.pipeline.wording import one_line

    encoding = sys.stderr.encoding or "utf-8"
    line = f"accordingto: {one_line(message)}".encode(encoding, "replace").decode(encoding)
    typer.echo(line, err=True)


@contextmanager
def guarded() -> Iterator[None]:
    """Turn what a command raises into a line on standard error and an exit code; other errors pass."""
    from accordingto.model import AccordingtoError

    try:
        yield
    except AccordingtoError as error:
        say(str(error))
        raise typer.Exit(code_of(error)) from error
    except KeyboardInterrupt:
        say("interrupted")
        raise typer.Exit(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        # What is still buffered has nowhere to go; without this the interpreter complains when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(Exit.PIPE) from None
