"""Real connections on the loopback: to the address that was checked, in the time there is, with a certificate that is valid."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from accordingto.capture.web.connect import CheckedTransport
from accordingto.capture.web.wire import BadCertificate, Wire
from accordingto.model import Refused, TooLarge, Unreachable

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n"


@contextmanager
def server(
    talk: Callable[[socket.socket], None], *, context: ssl.SSLContext | None = None
) -> Iterator[tuple[int, list[str]]]:
    """A server on the loopback that talks to each who comes, after having read what was asked."""
    asked: list[str] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                raw, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=one, args=(raw,), daemon=True).start()

    def one(raw: socket.socket) -> None:
        try:
            with context.wrap_socket(raw, server_side=True) if context else raw as client:
                asked.append(client.recv(65536).decode().splitlines()[0])
                talk(client)
        except OSError:
            pass

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listening.getsockname()[1], asked
    finally:
        listening.close()


def _wire(names: dict[str, list[str]] | None = None, *, allow: bool = True, longest: float = 5.0) -> Wire:
    def resolver(host: str, port: int) -> list[str]:
        return (names or {}).get(host, [host])

    transport = CheckedTransport(allow_private=allow, resolver=resolver)
    return Wire(agent="accordingto/test", longest=longest, transport=transport)


def _get(wire: Wire, url: str, limit: int = 10_000) -> bytes:
    return wire.get(url, {}, limit=limit, wanted=lambda answer: True).data


def _whole(client: socket.socket) -> None:
    client.sendall(HEAD + b"content-length: 5\r\n\r\nquiet")


def test_it_connects_to_the_address_that_the_name_has() -> None:
    with server(_whole) as (port, asked):
        assert _get(_wire({"ledger.example": ["127.0.0.1"]}), f"http://ledger.example:{port}/a") == b"quiet"
        assert asked == ["GET /a HTTP/1.1"]


@pytest.mark.parametrize("address", ["127.0.0.1", "::ffff:127.0.0.1", "10.0.0.1", "169.254.169.254", "::1"])
def test_a_name_of_a_private_address_is_not_connected_to(address: str) -> None:
    with server(_whole) as (port, asked):
        with pytest.raises(Refused, match="--allow-private"):
            _get(_wire({"ledger.example": [address]}, allow=False), f"http://ledger.example:{port}/")
        assert asked == []


def test_a_name_is_resolved_once_so_that_it_cannot_change_under_the_check() -> None:
    answers = [["203.0.113.1", "127.0.0.1"], ["127.0.0.1"]]
    calls: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        calls.append(host)
        return answers[min(len(calls), len(answers)) - 1]

    with server(_whole) as (port, asked):
        wire = Wire(agent="a", longest=1.0, transport=CheckedTransport(allow_private=False, resolver=rebinding))
        with pytest.raises(Refused):
            _get(wire, f"http://ledger.example:{port}/")
        assert calls == ["ledger.example"]
        assert asked == []


def test_multicast_and_reserved_ones_never_are() -> None:
    for address in ("0.0.0.0", "224.0.0.1", "255.255.255.255", "::"):
        with pytest.raises(Refused):
            _get(_wire({"ledger.example": [address]}, allow=True), "http://ledger.example/")


def test_a_name_that_does_not_exist_may_come_to_exist() -> None:
    def none(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    wire = Wire(agent="a", longest=1.0, transport=CheckedTransport(allow_private=False, resolver=none))
    with pytest.raises(Unreachable, match="no host of the name"):
        _get(wire, "http://ledger.example/")


def test_a_body_that_trickles_on_is_ended_in_time() -> None:
    def trickle(client: socket.socket) -> None:
        client.sendall(HEAD + b"\r\n")
        for _ in range(100):
            client.sendall(b"a")
            time.sleep(0.05)

    with server(trickle) as (port, _):
        start = time.monotonic()
        with pytest.raises(Unreachable, match="in time"):
            _get(_wire(longest=0.5), f"http://127.0.0.1:{port}/")
        assert time.monotonic() - start < 2


def test_headers_that_trickle_on_are_ended_in_time() -> None:
    def trickle(client: socket.socket) -> None:
        for byte in HEAD * 10:
            client.sendall(bytes([byte]))
            time.sleep(0.05)

    with server(trickle) as (port, _):
        start = time.monotonic()
        with pytest.raises(Unreachable):
            _get(_wire(longest=0.5), f"http://127.0.0.1:{port}/")
        assert time.monotonic() - start < 2


def test_an_endless_body_is_ended_at_the_cap() -> None:
    sent = [0]

    def flood(client: socket.socket) -> None:
        client.sendall(HEAD + b"\r\n")
        while True:
            sent[0] += client.send(b"a" * 65536)

    with server(flood) as (port, _), pytest.raises(TooLarge):
        _get(_wire(), f"http://127.0.0.1:{port}/", limit=100_000)


@pytest.mark.parametrize(
    "talk",
    [
        lambda client: None,
        lambda client: client.sendall(b"not http at all\r\n\r\n"),
        lambda client: client.sendall(HEAD + b"content-length: 500\r\n\r\nquiet"),
        lambda client: client.sendall(HEAD + b"transfer-encoding: chunked\r\n\r\n5\r\nquiet\r\n"),
    ],
)
def test_an_answer_that_is_not_whole_is_not_kept(talk: Callable[[socket.socket], None]) -> None:
    with server(talk) as (port, _), pytest.raises(Unreachable):
        _get(_wire(), f"http://127.0.0.1:{port}/")


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(Unreachable):
        _get(_wire(), f"http://127.0.0.1:{port}/")


def test_a_certificate_that_is_not_valid_is_told(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    subprocess.run(
        [*made, "-keyout", key, "-out", certificate, "-subj", "/CN=ledger.example"], check=True, capture_output=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with server(_whole, context=context) as (port, asked):
        with pytest.raises(BadCertificate, match="self-signed certificate"):
            _get(_wire({"ledger.example": ["127.0.0.1"]}), f"https://ledger.example:{port}/")
        assert asked == []


def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with server(_whole) as (proxy, asked), server(_whole) as (port, _):
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy}")
        monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{proxy}")
        _get(_wire(), f"http://127.0.0.1:{port}/")
        assert asked == []
