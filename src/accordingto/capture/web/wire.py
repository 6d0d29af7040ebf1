"""One request and its answer: no redirect followed, no cookie kept, nothing read beyond the caps."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpcore
import httpx

from accordingto.capture.web.connect import CheckedTransport, within
from accordingto.capture.web.unpack import ACCEPTED, unpacked
from accordingto.model import NotFetched, TooLarge, Unreachable

REDIRECTS = frozenset({301, 302, 303, 307, 308})
CONNECT_SECONDS = 15.0
"""Seconds for a connection to open, and again for its TLS handshake."""
SILENT_SECONDS = 20.0
"""Seconds without a single byte after which a request is given up."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request was answered with; ``data`` is the whole body, unpacked, or empty where the body was not wanted."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    data: bytes = b""

    def header(self, name: str) -> str | None:
        """The first header of a name."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class BadCertificate(NotFetched):
    """The server did not prove that it is who it should be."""


Wanted = Callable[[Answer], bool]


class Wire:
    """Sends single GET requests.

    Args:
        agent: the value of ``User-Agent``.
        longest: seconds from the first byte sent to the last received, at most.
        allow_private: whether loopback, private and link-local addresses may be connected to.
        transport: in place of the network, for tests.
    """

    def __init__(
        self,
        *,
        agent: str,
        longest: float,
        allow_private: bool = False,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._longest = longest
        self._client = httpx.Client(
            transport=transport or CheckedTransport(allow_private=allow_private),
            headers={"User-Agent": agent, "Accept-Encoding": ACCEPTED},
            timeout=httpx.Timeout(SILENT_SECONDS, connect=CONNECT_SECONDS),
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            trust_env=False,
            follow_redirects=False,
        )

    def get(self, url: str, headers: dict[str, str], *, limit: int, wanted: Wanted, cut: bool = False) -> Answer:
        """Ask for an address.

        Args:
            url: as `web_address` gives it.
            headers: beside User-Agent and Accept-Encoding.
            limit: bytes of the body at most, unpacked.
            wanted: whether to read the body, told from status and headers.
            cut: whether a longer body is read up to the limit, where it would else be an error.

        Raises:
            Refused: where its host has no address that may be connected to.
            TooLarge: where the body is larger.
            Unreachable: where there is no answer, or none that is whole, in the time there is.
            BadCertificate: where the server's certificate is not valid.
            NotFetched: where the answer cannot be unpacked or is no HTTP.
        """
        with self._failures(url), within(self._longest), self._client.stream("GET", url, headers=headers) as response:
            answer = Answer(url, response.status_code, tuple(response.headers.multi_items()))
            if not wanted(answer):
                return answer
            data = _body(response, url, limit, cut=cut)
            return Answer(url, answer.status, answer.headers, data)

    @contextmanager
    def _failures(self, url: str) -> Iterator[None]:
        try:
            yield
        except (httpcore.TimeoutException, httpx.TimeoutException) as error:
            raise Unreachable(f"{url} gave no whole answer in time ({error or type(error).__name__})") from error
        except (httpcore.NetworkError, httpx.NetworkError) as error:
            certificate = _certificate(error)
            if certificate:
                raise BadCertificate(
                    f"{url} is not fetched: the server's certificate is not valid ({certificate}); "
                    "whoever runs the site must mend it"
                ) from error
            raise Unreachable(f"{url} cannot be reached: {error}") from error
        except (httpcore.RemoteProtocolError, httpx.RemoteProtocolError) as error:
            raise Unreachable(f"{url} gave no whole answer: {error}") from error
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol, httpx.HTTPError, httpx.InvalidURL) as error:
            raise NotFetched(f"{url} cannot be asked for: {error}") from error

    def close(self) -> None:
        """Close all connections."""
        self._client.close()


def _body(response: httpx.Response, url: str, limit: int, *, cut: bool) -> bytes:
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limit and not cut:
        raise TooLarge(f"{url} has {int(declared) / 2**20:.0f} MB, and the limit is {limit / 2**20:.0f} MB")
    coding = response.headers.get("content-encoding", "")
    got = bytearray()
    try:
        for piece in unpacked(response.iter_raw(), coding, limit=limit, where=url):
            got += piece
    except TooLarge:
        if not cut:
            raise
    return bytes(got)


def _certificate(error: BaseException) -> str | None:
    """What is wrong with a certificate, where that is why there is no connection."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause.verify_message or str(cause)
        cause = cause.__cause__ or cause.__context__
    return None
