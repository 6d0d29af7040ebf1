"""Forms of these pages: read, and worked on in a thread."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from accordingto.model import UsageError

Fields = Mapping[str, str]


def posted(
    work: Callable[[Request, Fields], Response], *, checking: bool = False
) -> Callable[[Request], Awaitable[Response]]:
    """A route that gives the fields of a form to a function, in a thread.

    Args:
        work: the function.
        checking: whether it checks a password: few do that at a time.
    """

    async def answer(request: Request) -> Response:
        async with request.form() as form:
            fields = {name: value for name, value in form.items() if isinstance(value, str)}
        limiter = request.app.state.guard.checking if checking else None
        return await run_sync(work, request, fields, limiter=limiter)

    return answer


def back(path: str) -> Response:
    """To a page of ours, once something is done."""
    return RedirectResponse(path, 303, {"cache-control": "no-store"})


def number(value: str | None) -> int:
    """A number in a field.

    Raises:
        UsageError: where it is none.
    """
    if value is None or not value.isascii() or not value.isdigit() or len(value) > 15:
        raise UsageError("the form names nothing; go back and load the page anew")
    return int(value)
