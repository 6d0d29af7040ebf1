"""Running the server."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from accordingto.model import UsageError
from accordingto.web.app import create_app
from accordingto.web.settings import Settings


def run(settings: Settings, *, tell: Callable[[str], None]) -> None:
    """Answer until interrupted.

    Args:
        settings: what the server is started with.
        tell: is told the address once the server listens.

    Raises:
        UsageError: where it cannot listen there, or would answer people whom nobody knows.
    """
    app = create_app(settings)
    listening = _listen(settings)
    host, port = listening.getsockname()[:2]
    config = uvicorn.Config(
        app,
        server_header=False,
        proxy_headers=False,  # web/security/peers.py decides which proxy is believed, and in what
        ws="none",
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=5,
        lifespan="on",
    )
    shown = f"[{host}]" if ":" in host else host
    tell(f"http://{shown}:{port}/")
    with suppress(KeyboardInterrupt):
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
