"""Who does something that a store keeps under their name."""

from __future__ import annotations

from typing import Annotated

import typer

from accordingto.model import UsageError

By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who does it. Default: the user of this machine.")]


def who(by: str | None) -> str:
    """Who it is: as given, else the user of this machine.

    Raises:
        UsageError: where nobody can be told.
    """
    import getpass

    if by is not None:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError("this machine does not tell who you are; say --by NAME") from error
