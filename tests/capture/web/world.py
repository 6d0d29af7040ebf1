"""A web of a few addresses, in memory, that notes what is asked for and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

import httpx

from accordingto.capture.web.fetch import Fetcher
from accordingto.capture.web.manners import Manners
from accordingto.capture.web.turns import Clock
from tests.capture.web.time import FakeClock

Answer = httpx.Response | Callable[[httpx.Request], httpx.Response]


def page(
    text: str = "<html><body><p>Selmar was quiet.</p></body></html>", status: int = 200, **headers: str
) -> httpx.Response:
    kept = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, headers={"content-type": "text/html", **kept}, content=text.encode())


def to(address: str, status: int = 302) -> httpx.Response:
    return httpx.Response(status, headers={"location": address})


@dataclass
class Web:
    """Answers by address; what is not there is answered with 404. A list is answered with one after the other, the last stays."""

    answers: dict[str, Answer | list[Answer]]
    clock: FakeClock = field(default_factory=FakeClock)
    log: list[tuple[str, float]] = field(default_factory=list)
    requests: list[httpx.Request] = field(default_factory=list)
    takes: float = 0.1

    def handle(self, request: httpx.Request) -> httpx.Response:
        address = str(request.url)
        self.log.append((address, self.clock.now()))
        self.requests.append(request)
        self.clock.sleep(self.takes)
        answer = self.answers.get(address, httpx.Response(404))
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if callable(answer):
            answer = answer(request)
        return _streamed(answer)

    def fetcher(self, manners: Manners | None = None) -> Fetcher:
        return Fetcher(
            manners or Manners(delay=2.0, patience=1e9),
            clock=Clock(self.clock.now, self.clock.sleep),
            transport=httpx.MockTransport(self.handle),
        )

    @property
    def asked(self) -> list[str]:
        return [address for address, _ in self.log]

    def pages_asked(self) -> list[str]:
        return [address for address in self.asked if not address.endswith("/robots.txt")]


def robots(*lines: str) -> httpx.Response:
    return httpx.Response(200, headers={"content-type": "text/plain"}, content="\n".join(lines).encode())


def gaps(times: Iterable[float]) -> list[float]:
    listed = list(times)
    return [round(b - a, 6) for a, b in pairwise(listed)]


def _streamed(answer: httpx.Response) -> httpx.Response:
    """A copy whose body is yet to be read, as one from the network."""
    stream = answer.stream if not answer.is_stream_consumed else httpx.ByteStream(answer.content)
    return httpx.Response(answer.status_code, headers=answer.headers, stream=stream)
