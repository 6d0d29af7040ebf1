"""The server as a program, asked with bytes that no browser sends."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def port(made: Path) -> Iterator[int]:
    """``accordingto serve`` for the person at this machine."""
    program = [
        sys.executable,
        "-c",
        "from accordingto.cli.main import main; main()",
        "serve",
        "--db",
        str(made),
        "--port",
        "0",
    ]
    given = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    process = subprocess.Popen(program, stderr=subprocess.PIPE, text=True, env=given)
    assert process.stderr is not None
    line = process.stderr.readline()
    assert "http://127.0.0.1:" in line, line + process.stderr.read()
    yield int(line.split("http://127.0.0.1:")[1].split("/")[0])
    process.terminate()
    process.wait(timeout=20)


def ask(port: int, data: bytes) -> bytes:
    """All that comes back until the server ends the connection, or is silent for a second."""
    found = b""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as one:
        try:
            one.sendall(data)
            one.settimeout(1.5)
            while part := one.recv(65_536):
                found += part
        except (TimeoutError, ConnectionResetError):
            pass
        return found


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


GET = b"GET /account.json HTTP/1.1\r\nConnection: close\r\n"


def test_it_answers_and_says_nothing_of_what_it_is_made_of(port: int) -> None:
    got = ask(port, GET + b"Host: localhost\r\n\r\n")
    assert status(got) == 200
    head = got.partition(b"\r\n\r\n")[0].lower()
    assert b"\r\nserver:" not in head
    assert b"x-powered-by" not in head
    assert b"content-security-policy: default-src 'none'" in head


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"Host: rebound.example\r\n",
        b"Host: localhost\r\nHost: rebound.example\r\n",
        b"Host: localhost\r\nX-Forwarded-For: 203.0.113.9\r\n",
        b"Host: localhost\r\nX-Forwarded-Proto: https\r\n",
        b"Host: localhost\r\nX-Forwarded-Host: desk.example\r\n",
        b"Host: localhost\r\nX: a\x00b\r\n",
        b"Host: localhost\r\nX : a\r\n",
        b"Host: localhost\r\n" + b"X: " + b"a" * 200_000 + b"\r\n",
        b"Host: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
        b"Host: localhost\r\nContent-Length: -1\r\n",
        b"Host: localhost\r\nContent-Length: 99999999999\r\n",
        b"Host: localhost\r\nContent-Encoding: gzip\r\n",
        b"Host: localhost\r\nTransfer-Encoding: xchunked\r\n",
    ],
    ids=lambda head: repr(head[:60]),
)
def test_what_no_browser_sends_is_refused(port: int, head: bytes) -> None:
    """Forwarded headers are not taken from this machine as uvicorn would: whoever came through a proxy is not the person before it."""
    got = ask(port, GET + head + b"\r\n")
    assert not got or status(got) in (400, 403, 408, 413, 415, 421, 431, 501), got[:200]
    assert b'"role"' not in got


def test_a_request_in_the_body_of_another_is_not_answered(port: int) -> None:
    """Smuggling: two lengths that disagree."""
    inner = b"GET /account.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
    outer = (
        b"POST /decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    )
    got = ask(port, outer % (5 + len(inner)) + inner)
    assert b'"role"' not in got, got


@pytest.mark.parametrize(
    "target", [b"http://evil.example/account.json", b"//evil.example/account.json", b"evil.example:80", b"*"]
)
def test_a_target_that_is_no_path_leads_nowhere(port: int, target: bytes) -> None:
    got = ask(port, b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    assert got == b"" or status(got) in (307, 400, 404), got[:200]
    assert b"location: //" not in got.lower()
    assert b"evil.example" not in got.partition(b"\r\n\r\n")[0], "no redirect to it"


def test_a_socket_is_not_opened(port: int) -> None:
    asked = b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    got = ask(port, b"GET /account HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n" + asked + b"\r\n")
    assert b" 101 " not in got[:20]
