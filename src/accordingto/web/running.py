"""Running the server."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

import uvicorn
from uvicorn.supervisors import Multiprocess

from accordingto.model import UsageError
from accordingto.web.app import create_app
from accordingto.web.settings import Settings

KEPT_OPEN = 75
"""Seconds that a connection on which nothing is asked is kept: longer than somebody looks at a page, so that the next one finds it open."""


def run(settings: Settings, *, tell: Callable[[str], None]) -> None:
    """Answer until interrupted.

    Args:
        settings: what the server is started with.
        tell: is told the address once the server listens.

    Raises:
        UsageError: where it cannot listen there, or would answer people whom nobody knows.
    """
    if settings.processes > 1:  # each makes an application of its own; the secret of forms has to be one
        settings = replace(settings, secret=secrets.token_bytes(32))
    app = create_app(settings)
    listening = _listen(settings)
    host, port = listening.getsockname()[:2]
    config = uvicorn.Config(
        partial(create_app, settings) if settings.processes > 1 else app,
        factory=settings.processes > 1,
        workers=settings.processes,
        server_header=False,
        proxy_headers=False,  # web/security/peers.py decides which proxy is believed, and in what
        ws="none",
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=5,
        timeout_keep_alive=KEPT_OPEN,
        lifespan="on",
    )
    shown = f"[{host}]" if ":" in host else host
    tell(f"http://{shown}:{port}/")
    with suppress(KeyboardInterrupt):
        if settings.processes > 1:
            app.state.guard.book.close()
            Multiprocess(config, sockets=[listening]).run()
        else:
            uvicorn.Server(config).run(sockets=[listening])


def _listen(settings: Settings) -> socket.socket:
    try:
        family, *_, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(2048)
    except OSError as error:
        raise UsageError(
            f"cannot listen at {settings.host}, port {settings.port}: {error.strerror or error}; give another --host or --port"
        ) from error
    return made
