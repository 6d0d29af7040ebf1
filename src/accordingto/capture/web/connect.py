"""Connections: to the very address that was checked, and never past the time that a request has."""

from __future__ import annotations

import contextvars
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

from accordingto.capture.web.reach import refusal
from accordingto.model import Refused

Resolve = Callable[[str, int], list[str]]

_deadline: contextvars.ContextVar[float] = contextvars.ContextVar("deadline", default=float("inf"))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Whatever is read or written inside ends after so many seconds, however steadily bytes trickle in."""
    token = _deadline.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _deadline.reset(token)


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host, in the resolver's order, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


class CheckedBackend(httpcore.SyncBackend):
    """Resolves a host once, checks what comes, and connects to a checked address and no other.

    So a name that resolves to another address when it is asked again (DNS rebinding) gains nothing: it is not asked again.
    """

    def __init__(self, *, allow_private: bool, resolver: Resolve = resolve) -> None:
        self._allow_private = allow_private
        self._resolve = resolver

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address that may be connected to and answers.

        Raises:
            Refused: where the host has none that may be.
            httpcore.ConnectError, httpcore.ConnectTimeout: where none answers.
        """
        try:
            found = self._resolve(host, port)
        except OSError as error:
            raise httpcore.ConnectError(f"there is no host of the name {host} ({error.strerror or error})") from error
        addresses = self._checked(host, found)
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                stream = super().connect_tcp(address, port, _left(timeout), local_address, socket_options)
                return _Stream(stream)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def _checked(self, host: str, found: list[str]) -> list[str]:
        reasons = {
            address: refusal(ipaddress.ip_address(address.partition("%")[0]), allow_private=self._allow_private)
            for address in found
        }
        kept = [address for address, reason in reasons.items() if reason is None]
        if found and not kept:
            address, reason = next(iter(reasons.items()))
            raise Refused(
                f"{host} is not connected to: its address {address} is {reason}; "
                "--allow-private permits loopback, private and link-local ones"
            )
        return kept


class _Stream(httpcore.NetworkStream):
    """A stream whose every operation ends at the request's deadline."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, _left(timeout, httpcore.ConnectTimeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(timeout: float | None, error: type[Exception] = httpcore.ReadTimeout) -> float | None:
    """What is left of a time-out and of the request's time, whichever is less.

    Raises:
        httpcore.TimeoutException: where nothing is.
    """
    left = _deadline.get() - time.monotonic()
    if left <= 0:
        raise error("the time for the whole response is over")
    if left == float("inf"):
        return timeout
    return left if timeout is None else min(left, timeout)


class CheckedTransport(httpx.BaseTransport):
    """HTTP/1.1 over `CheckedBackend`: certificates are verified, proxies of the environment are not used.

    Through a proxy the address that is connected to would be the proxy's choice, and could not be checked.
    """

    def __init__(
        self, *, allow_private: bool = False, resolver: Resolve = resolve, context: ssl.SSLContext | None = None
    ) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=context or httpx.create_ssl_context(),
            max_connections=None,
            max_keepalive_connections=20,
            keepalive_expiry=30,
            network_backend=CheckedBackend(allow_private=allow_private, resolver=resolver),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request that has no body; the response's body is read by whoever gets it."""
        url = request.url
        response = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response.stream))

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()
