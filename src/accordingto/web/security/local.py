"""On one's own machine there are no accounts: whoever sits before it may do everything."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from accordingto.web.security.viewer import Role, Viewer
from accordingto.web.settings import Settings


class LocalViewer:
    """Middleware that takes whoever asks for the person before the machine."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._viewer = Viewer(settings.name, Role.ADMIN, "local")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] == "http":
            scope.setdefault("state", {})["viewer"] = self._viewer
        await self._app(scope, receive, send)
