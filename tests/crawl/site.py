"""A small web on the loopback to crawl: several hosts with feeds, and pages that answer in every way that pages do.

It notes each request when it comes and when it is answered, so that a test can say what was asked for and what was not. What each
page does is told by its path; how often it was asked for decides what answers that change with time.
"""

from __future__ import annotations

import gzip
import socket
import ssl
import struct
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from tests.crawl.pages import FEEDS, article, sitemap

FORBIDDEN = ("/private/", "/print/")
RULES = "User-agent: other\nDisallow:\n\nUser-agent: *\nDisallow: /private/\nDisallow: /print/\n"
RETRY_AFTER = 1


@dataclass(frozen=True)
class Request:
    host: str
    path: str
    began: float
    ended: float
    status: int
    agent: str


@dataclass
class Host:
    """One host and the paths of its pages, by what they do."""

    address: str
    robots: str
    """How it answers for robots.txt: rules, none, moved, broken, closed (all forbidden), slow (a Crawl-delay)."""
    pages: list[str] = field(default_factory=list)
    listed: dict[str, list[str]] = field(default_factory=dict)
    """Addresses by the feed that lists them."""


@dataclass
class Site:
    """All hosts, what is listed where, and what was asked for.

    Args:
        pages: how many articles there are to keep.
        hosts: over how many hosts they are spread, six at least.
        crawl_delay: seconds that one host asks for between requests.
        trickle: seconds for which a slow page goes on; longer than the crawler waits.
    """

    pages: int
    hosts: int
    crawl_delay: float = 0.5
    trickle: float = 30.0
    folder: Path | None = None
    log: list[Request] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.servers: list[ThreadingHTTPServer] = []
        kinds = ("rules", "none", "moved", "slow", "rules", "none")
        self.all: list[Host] = []
        for n in range(self.hosts):
            self.all.append(Host(self._serve(f"127.0.1.{n + 1}", None), kinds[n % len(kinds)]))
        self.broken = Host(self._serve("127.0.2.1", None), "broken")
        self.closed = Host(self._serve("127.0.2.2", None), "closed")
        self.tls = Host(self._serve("127.0.2.3", self._certificate()), "none")
        self.by_address = {host.address: host for host in (*self.all, self.broken, self.closed, self.tls)}
        self.kept: set[str] = set()
        self.failing: set[str] = set()
        self.forbidden: set[str] = set()
        self.never: set[str] = set()
        self._fill()

    def close(self) -> None:
        for server in self.servers:
            server.shutdown()
            server.server_close()

    @property
    def feeds(self) -> list[str]:
        return [f"{self.base(host)}{path}" for host in self.all for path in _feeds_of(host)]

    def base(self, host: Host) -> str:
        return f"{'https' if host is self.tls else 'http'}://{host.address}"

    def _serve(self, ip: str, context: ssl.SSLContext | None) -> str:
        site = self

        class Handler(_Handler):
            where = site

        server = _Server((ip, 0), Handler)
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        self.servers.append(server)
        return f"{ip}:{server.server_address[1]}"

    def _certificate(self) -> ssl.SSLContext:
        """One that the server signed itself."""
        assert self.folder
        key, certificate = self.folder / "key.pem", self.folder / "certificate.pem"
        made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        named = ["-days", "2", "-subj", "/CN=localhost", "-keyout", str(key), "-out", str(certificate)]
        subprocess.run([*made, *named], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        return context

    def _fill(self) -> None:
        """Spread the articles over hosts and feeds, and put what goes wrong among them."""
        count = len(self.all)
        for n in range(self.pages):
            host = self.all[n % count]
            self._list(host, n, self._listed(host, n))
        for index, host in enumerate(self.all):
            base, other = self.base(host), self.all[(index + 1) % count]
            bad = {
                "failing": (
                    "/gone/1",
                    "/missing/1",
                    "/down/1",
                    "/flood/1",
                    "/bomb/1",
                    "/image/1",
                    "/empty/1",
                    "/loop/a",
                    "/far/0",
                ),
                "forbidden": ("/private/1", "/print/7", "/tohidden/1"),
            }
            if index % 4 == 0:
                bad["failing"] += ("/trickle/1", "/cut/1")
            for name, paths in bad.items():
                for path in paths:
                    address = f"{base}{path}"
                    hidden = host.robots in ("rules", "slow", "moved") or path.startswith("/tohidden")
                    if name == "forbidden" and not hidden:
                        self.kept.add(address)
                    else:
                        getattr(self, name).add(address)
                    self._list(host, index, address)
            del other
        first = self.all[0]
        for address in (f"{self.base(self.broken)}/p/1", f"{self.base(self.closed)}/p/1"):
            self.never.add(address)
            self._list(first, 0, address)
        self.failing.add(f"{self.base(self.tls)}/p/1")
        self._list(first, 1, f"{self.base(self.tls)}/p/1")

    def _listed(self, host: Host, n: int) -> str:
        """Under which address a feed lists an article, and under which it is kept in the end."""
        base, kinds = self.base(host), ("p",) * 12 + ("busy", "dated", "ill", "reset", "slow", "r", "x", "tracked")
        kind = kinds[n % len(kinds)] if n >= len(self.all) else "p"
        if kind == "slow" and n % 60 != n % 20:
            kind = "p"
        final = {"r": f"{base}/p/{n}", "tracked": f"{base}/p/{n}"}.get(kind, f"{base}/{kind}/{n}")
        if kind == "x":
            final = f"{self.base(self.all[(self.all.index(host) + 1) % len(self.all)])}/p/{n}"
        self.kept.add(final)
        if kind == "tracked":
            self._list(host, n + 1, f"{base}/p/{n}")
            return f"{base}/p/{n}?utm_source=feed&utm_medium=rss"
        return f"{base}/{kind}/{n}"

    def _list(self, host: Host, n: int, address: str) -> None:
        feeds = _feeds_of(host)
        feed = feeds[(n // len(self.all)) % len(feeds)]
        host.listed.setdefault(feed, []).append(address)

    def disallowed(self, host: str, path: str) -> bool:
        """Whether a host's robots.txt forbids a path; written for this site alone, beside what the crawler uses."""
        robots = self.by_address[host].robots
        if path == "/robots.txt" or (robots == "moved" and path == "/rules.txt"):
            return False
        if robots in ("broken", "closed"):
            return True
        return robots in ("rules", "slow", "moved") and path.startswith(FORBIDDEN)

    def forbidden_requests(self) -> list[Request]:
        return [one for one in self.log if self.disallowed(one.host, one.path)]


def _feeds_of(host: Host) -> list[str]:
    return ["/index.xml"] if host.robots == "slow" else ["/rss.xml", "/atom.xml", "/feed.json", "/news.xml"]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away are what is tested."""


class _Handler(BaseHTTPRequestHandler):
    where: Site
    protocol_version = "HTTP/1.1"
    timeout = 20

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        site, host = self.where, "{}:{}".format(*self.server.server_address[:2])
        began, path = time.time(), self.path
        self.status, self.sent = 0, began
        with site.lock:
            site.asked[f"{host}{path}"] += 1
            times = site.asked[f"{host}{path}"]
        try:
            self._answer(site, site.by_address[host], path, times)
        finally:
            with site.lock:
                site.log.append(Request(host, path, began, self.sent, self.status, self.headers.get("user-agent", "")))

    def _answer(self, site: Site, host: Host, path: str, times: int) -> None:
        if path in ("/robots.txt", "/rules.txt"):
            return self._robots(site, host, path)
        plain = urlsplit(path).path
        if plain in host.listed or plain in ("/index.xml", "/part1.xml.gz", "/part2.xml"):
            return self._feed(site, host, plain)
        kind, _, name = plain.strip("/").partition("/")
        return getattr(self, f"_{kind}", self._missing)(site, host, name, times)

    def _send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.status = status
        self.send_response(status)
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in {
            "content-type": "text/html; charset=utf-8",
            "content-length": str(len(body)),
            **more,
        }.items():
            self.send_header(name, value)
        self.sent = time.time()
        self.end_headers()
        self._write(body)

    def _write(self, piece: bytes) -> None:
        """Send a piece; a request has ended when its last one is about to be sent, since the client may go on at once then."""
        self.sent = time.time()
        self.wfile.write(piece)

    def _to(self, address: str, status: int = 302) -> None:
        self._send(b"", status, location=address)

    def _robots(self, site: Site, host: Host, path: str) -> None:
        if host.robots == "moved" and path == "/robots.txt":
            return self._to("/rules.txt", 301)
        if host.robots == "none":
            return self._send(b"none", 404)
        if host.robots == "broken":
            return self._send(b"broken", 500)
        text = "User-agent: accordingto\nDisallow: /\n" if host.robots == "closed" else RULES
        if host.robots == "slow":
            text += f"Crawl-delay: {site.crawl_delay}\n"
        return self._send(text.encode(), content_type="text/plain")

    def _feed(self, site: Site, host: Host, path: str) -> None:
        if path == "/index.xml":
            parts = "".join(f"<sitemap><loc>{part}</loc></sitemap>" for part in ("/part1.xml.gz", "/part2.xml"))
            return self._send(f"<sitemapindex>{parts}</sitemapindex>".encode(), content_type="application/xml")
        listed = host.listed.get(path, [])
        if path.startswith("/part"):
            every = host.listed["/index.xml"]
            listed = every[::2] if path == "/part1.xml.gz" else every[1::2]
        body = FEEDS.get(path, sitemap)(listed)
        tag = f'"{len(body)}"'
        if self.headers.get("if-none-match") == tag:
            return self._send(b"", 304, etag=tag)
        if path.endswith(".gz"):
            return self._send(gzip.compress(body), content_type="application/gzip", etag=tag)
        return self._send(body, content_type="application/xml", etag=tag)

    def _p(self, site: Site, host: Host, name: str, times: int) -> None:
        self._send(article(f"{host.address}{self.path.partition('?')[0]}"))

    _print = _private = _p

    def _busy(self, site: Site, host: Host, name: str, times: int) -> None:
        """Asks for patience once, in seconds."""
        if times == 1:
            return self._send(b"busy", 429, retry_after=str(RETRY_AFTER))
        return self._p(site, host, name, times)

    def _dated(self, site: Site, host: Host, name: str, times: int) -> None:
        """Asks for patience once, by a date."""
        if times == 1:
            return self._send(b"busy", 503, retry_after=formatdate(time.time() + RETRY_AFTER, usegmt=True))
        return self._p(site, host, name, times)

    def _ill(self, site: Site, host: Host, name: str, times: int) -> None:
        return self._send(b"ill", 500) if times <= 2 else self._p(site, host, name, times)

    def _down(self, site: Site, host: Host, name: str, times: int) -> None:
        self._send(b"down", 502)

    def _reset(self, site: Site, host: Host, name: str, times: int) -> None:
        if times > 1:
            return self._p(site, host, name, times)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()
        return None

    def _slow(self, site: Site, host: Host, name: str, times: int) -> None:
        """Takes its time, and comes to an end."""
        body = article(f"{host.address}{self.path}")
        self._begin(content_length=str(len(body)))
        for n in range(4):
            time.sleep(0.05)
            self._write(body[n * len(body) // 4 : (n + 1) * len(body) // 4])

    def _begin(self, **headers: str) -> None:
        self.status = 200
        self.send_response(200)
        self.send_header("content-type", "text/html")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def _trickle(self, site: Site, host: Host, name: str, times: int) -> None:
        self._begin()
        self.close_connection = True
        end = time.time() + site.trickle
        while time.time() < end:
            self._write(b"<p>and so on")
            time.sleep(0.1)

    def _flood(self, site: Site, host: Host, name: str, times: int) -> None:
        self._begin()
        self.close_connection = True
        for _ in range(4000):
            self._write(b"<p>Selmar was quiet. " * 3000)

    def _bomb(self, site: Site, host: Host, name: str, times: int) -> None:
        self._send(_BOMB, content_encoding="gzip")

    def _cut(self, site: Site, host: Host, name: str, times: int) -> None:
        self._begin(content_length="100000")
        self.close_connection = True
        self._write(b"<html><body><p>Selmar was")

    def _image(self, site: Site, host: Host, name: str, times: int) -> None:
        self._send(b"\x89PNG\r\n\x1a\n" * 10, content_type="image/png")

    def _empty(self, site: Site, host: Host, name: str, times: int) -> None:
        self._send(b"  \n")

    def _gone(self, site: Site, host: Host, name: str, times: int) -> None:
        self._send(b"gone", 410)

    def _missing(self, site: Site, host: Host, name: str, times: int) -> None:
        self._send(b"missing", 404)

    def _r(self, site: Site, host: Host, name: str, times: int) -> None:
        self._to(f"/p/{name}", 301)

    def _x(self, site: Site, host: Host, name: str, times: int) -> None:
        self._to(f"{site.base(site.all[(site.all.index(host) + 1) % len(site.all)])}/p/{name}")

    def _tohidden(self, site: Site, host: Host, name: str, times: int) -> None:
        """To what robots.txt of another host forbids."""
        target = next(one for one in site.all if one.robots == "rules" and one is not host)
        self._to(f"{site.base(target)}/private/from-{host.address.partition(':')[0]}")

    def _loop(self, site: Site, host: Host, name: str, times: int) -> None:
        self._to("/loop/b" if name == "a" else "/loop/a")

    def _far(self, site: Site, host: Host, name: str, times: int) -> None:
        self._to(f"/far/{int(name) + 1}")


_BOMB = gzip.compress(bytes(80 * 2**20), 9)


@contextmanager
def running(pages: int, hosts: int, folder: Path, **settings: float) -> Iterator[Site]:
    site = Site(pages, hosts, folder=folder, **settings)
    try:
        yield site
    finally:
        with suppress(OSError):
            site.close()
