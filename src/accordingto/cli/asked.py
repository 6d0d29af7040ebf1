"""What of a store is asked for: the options that commands share, and the filters that they make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.inputs import moment
from accordingto.model import Act, Factuality, UsageError

if TYPE_CHECKING:
    from accordingto.store.filters import Filters

Sources = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="NAME", help="Only according to this voice, anywhere in the chain. Repeatable."),
]
Outlets = Annotated[list[str] | None, typer.Option("--outlet", metavar="NAME", help="Only of this outlet. Repeatable.")]
Acts = Annotated[
    list[Act] | None,
    typer.Option("--act", metavar="ACT", help="Only where the innermost voice does this: state, deny … Repeatable."),
]
Actors = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="NAME",
        help="Only where this actor takes part or is named: by the reports' words, the registry's names, or its id. Repeatable.",
    ),
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="NAME",
        help="Only where this place is named or what lies in it: by the toponym, any name in the gazetteer, or its id. "
        "Repeatable.",
    ),
]
Since = Annotated[str | None, typer.Option(metavar="ISO", help="Only from reports published on or after that day.")]
Until = Annotated[str | None, typer.Option(metavar="ISO", help="Only from reports published on or before that day.")]
Commitments = Annotated[
    list[Factuality] | None,
    typer.Option(
        "--commitment",
        metavar="CT+|PR+|PS+|U|PS-|PR-|CT-",
        help="Only where the innermost voice commits itself so far. Repeatable.",
    ),
]
Cases = Annotated[
    list[str] | None,
    typer.Option("--case", metavar="NAME", help="Only from reports of this collection, by its whole name. Repeatable."),
]


def filters(
    *,
    sources: Sequence[str] | None = None,
    outlets: Sequence[str] | None = None,
    acts: Sequence[Act] | None = None,
    actors: Sequence[str] | None = None,
    places: Sequence[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    commitments: Sequence[Factuality] | None = None,
    cases: Sequence[str] | None = None,
) -> Filters:
    """What the options ask for, as the store takes it.

    Raises:
        UsageError: where a name has no letter or number, a day is none, or the last comes before the first.
    """
    from accordingto.resources.gazetteer.known import known
    from accordingto.store.filters import Filters

    named(sources, outlets, actors, places, cases)
    return Filters(
        tuple(sources or ()),
        tuple(outlets or ()),
        tuple(acts or ()),
        tuple(actors or ()),
        tuple(places or ()),
        *days(since, until),
        tuple(commitments or ()),
        tuple(cases or ()),
        known(places),
    )


def named(*given: Sequence[str] | None) -> None:
    """Check that names can be looked for.

    Raises:
        UsageError: where one has no letter or number.
    """
    if not all(any(map(str.isalnum, name)) for names in given for name in names or ()):
        raise UsageError("a name to look for needs a letter or a number")


def days(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """Days as they are asked for.

    Raises:
        UsageError: where one is none, or the last comes before the first.
    """
    from accordingto.model.days import first_day, last_day

    since, until = (moment(day) if day else None for day in (since, until))
    if since and until and first_day(since) > last_day(until):
        raise UsageError(f"--since {since} comes after --until {until}; nothing lies between")
    return since, until
