"""``accordingto serve``."""

from __future__ import annotations

from typing import Annotated

import typer

from accordingto.cli.stores import DEFAULT, Db

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def serve(
    *,
    db: Db = DEFAULT,
    host: Annotated[str, typer.Option(metavar="HOST", help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535, help="Port; 0 for any that is free.")] = 8474,
    review: Annotated[
        bool, typer.Option("--review", help="Let people decide: accept, correct, reject, add, merge, comment.")
    ] = False,
    name: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="NAME", help="Whose name stands under decisions. Default: the name you are logged in by."
        ),
    ] = None,
    allowed_host: Annotated[
        list[str] | None,
        typer.Option("--allowed-host", metavar="NAME", help="A further name under which the server may be asked."),
    ] = None,
    identity_header: Annotated[
        str | None,
        typer.Option(
            "--identity-header", metavar="HEADER", help="The header in which a proxy says who asks: X-Forwarded-User."
        ),
    ] = None,
    trusted_proxy: Annotated[
        list[str] | None,
        typer.Option("--trusted-proxy", metavar="ADDRESS", help="Where that proxy stands: an address or a network."),
    ] = None,
    identity_role: Annotated[
        str,
        typer.Option(
            "--identity-role", metavar="ROLE", help="What people may do whom the proxy names and who have no account."
        ),
    ] = "reader",
    patience: Annotated[
        float,
        typer.Option(
            metavar="SECONDS",
            min=0,
            help="How long PostgreSQL may work at one query of a page before it is stopped; 0 for any time.",
        ),
    ] = 30,
    processes: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=1,
            max=64,
            help="Processes that answer: of use where many people ask at once. How often somebody may ask is counted in each.",
        ),
    ] = 1,
) -> None:
    """Show a store in the browser, on this machine, and give out an API; nothing is asked from any other machine.

    Stop it with Ctrl-C. Without --review no record is changed. Another host than this machine's own is taken only where people have
    to say who they are: with accounts (accordingto accounts add), or with a proxy that knows them (--identity-header).
    """
    from dataclasses import replace

    from accordingto.cli.exits import say
    from accordingto.cli.stores import at, shown
    from accordingto.web.settings import Settings

    settings = Settings(
        db=db,
        host=host,
        port=port,
        review=review,
        allowed_hosts=tuple(allowed_host or ()),
        identity_header=identity_header,
        identity_role=identity_role,
        trusted_proxies=tuple(trusted_proxy or ()),
        patience=patience,
        processes=processes,
    )
    if name is not None:
        settings = replace(settings, name=name)
    with at(db):  # an older schema is brought up to date, and what cannot be opened is told, before anybody asks
        pass
    from accordingto.web.running import run

    run(settings, tell=lambda address: say(f"{shown(db)} is shown at {address} · stop with Ctrl-C"))
