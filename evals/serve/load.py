"""Readers and coders at once on a running server: ``python -m evals.serve.load --db URL [--minutes 10] [--readers 50] [--coders 5]``.

It makes an account and a token for each, starts ``accordingto serve --review`` on the store, and lets each ask, think (a pause of one to
five seconds), and ask again. Readers go through stories, reports, statements, searches, maps and lists; coders take records from the queue
and accept, reject or comment. Told are the median, the 95th and the 99th percentile of each kind of page as the one who asks sees it, and
whether every decision that was answered as kept is in the store. Exit code 1 where a request failed or a decision is lost.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from accordingto.model.people import Role
from accordingto.store import accounts, tokens
from accordingto.store.store import Store
from accordingto.web.security import secrets

PAUSE = (1.0, 5.0)
"""Seconds that somebody looks at what they got."""
WORDS = (
    "hospital",
    "bridge",
    "ceasefire",
    "army",
    "convoy",
    "killed",
    "border",
    "dam",
    "withdraw*",
    '"will not"',
    "villagers OR prisoners",
)
ARRIVALS = 60.0
"""Seconds within which everybody has come: no desk opens its pages in one instant."""
WAIT = 60.0


@dataclass
class Told:
    """What came of the requests."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: list[str] = field(default_factory=list)
    kept: set[int] = field(default_factory=set)
    """Keys of decisions that were answered as kept."""
    conflicts: int = 0

    def row(self) -> dict[str, Any]:
        """As JSON has it, milliseconds."""
        every = [one for taken in self.seconds.values() for one in taken]
        kinds = {kind: _spread(taken) for kind, taken in sorted(self.seconds.items())}
        return {
            "all": _spread(every),
            "failed": len(self.failed),
            "decisions": len(self.kept),
            "conflicts": self.conflicts,
            "kinds": kinds,
        }


def _spread(taken: list[float]) -> dict[str, float]:
    ordered = sorted(taken)

    def at(share: float) -> float:
        return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1) if ordered else 0.0

    return {
        "requests": len(ordered),
        "p50": at(0.5),
        "p95": at(0.95),
        "p99": at(0.99),
        "most": round(1000 * ordered[-1], 1) if ordered else 0.0,
    }


def people(db: str, names: list[str], role: Role) -> list[str]:
    """An account and a token for each name; gives the tokens."""
    now, made = datetime.now(UTC), []
    with Store.open(db) as store:
        for name in names:
            token = secrets.token()

            def work(connection: Any, name: str = name, token: str = token) -> None:
                found = accounts.account(connection, name) or accounts.add(
                    connection, name, role=role, password_hash=None, now=now
                )
                held = secrets.kept(token)
                tokens.make(
                    connection, found, sha256=held, label="load", scope=role, now=now, lasting=timedelta(days=1)
                )

            store.transact(work)
            made.append(token)
    return made


class Somebody:
    """Somebody at a browser: one request after the other."""

    def __init__(self, told: Told, base: str, token: str, seed: int) -> None:
        self.told = told
        self.dice = random.Random(seed)
        headers = {"authorization": f"Bearer {token}", "accept": "text/html"}
        self.http = httpx.AsyncClient(base_url=base, headers=headers, timeout=WAIT, follow_redirects=True)

    async def get(self, kind: str, path: str, **asked: Any) -> httpx.Response | None:
        """Ask for a page; what fails is told."""
        return await self._timed(kind, self.http.get(path, params=asked or None))

    async def post(self, kind: str, path: str, body: Any) -> httpx.Response | None:
        """Send something."""
        return await self._timed(kind, self.http.post(path, json=body))

    async def _timed(self, kind: str, asked: Any) -> httpx.Response | None:
        began = time.perf_counter()
        try:
            got: httpx.Response = await asked
        except httpx.HTTPError as error:
            self.told.failed.append(f"{kind}: {error!r}")
            return None
        self.told.seconds[kind].append(time.perf_counter() - began)
        if got.status_code != 200:
            self.told.failed.append(f"{kind}: {got.status_code} {got.url}")
            return None
        return got

    async def look(self) -> None:
        """Take the time that reading takes."""
        await asyncio.sleep(self.dice.uniform(*PAUSE))


async def reader(who: Somebody, until: float, ids: dict[str, list[str]]) -> None:
    """Go through pages as somebody who reads does."""
    await asyncio.sleep(who.dice.uniform(0, ARRIVALS))
    kinds = [
        "stories",
        "story",
        "report",
        "statement",
        "words",
        "narrow",
        "map",
        "timeline",
        "contradictions",
        "outlets",
        "actors",
    ]
    weights = [12, 20, 22, 14, 12, 6, 3, 3, 4, 2, 2]
    while time.monotonic() < until:
        kind = who.dice.choices(kinds, weights)[0]
        if kind in ids:
            folder = {"story": "stories", "report": "reports", "statement": "statements"}[kind]
            await who.get(kind, f"/{folder}/{who.dice.choice(ids[kind])}")
        elif kind == "words":
            await who.get(kind, "/search", q=who.dice.choice(WORDS))
        elif kind == "narrow":
            await who.get(
                kind,
                "/search",
                q=who.dice.choice(WORDS),
                act=who.dice.choice(["deny", "allege", "state"]),
                since="2023-03",
            )
        elif kind in ("map", "timeline"):
            await who.get(kind, f"/{kind}", q=who.dice.choice(WORDS))
        else:
            await who.get(kind, f"/{kind}")
        await who.look()


async def coder(who: Somebody, until: float) -> None:
    """Take records from the queue and decide on them."""
    await asyncio.sleep(who.dice.uniform(0, ARRIVALS))
    while time.monotonic() < until:
        layer = who.dice.choice(["statements", "statements", "events", "places"])
        got = await who.get("queue", "/review.json", layer=layer, limit=5)
        items = got.json()["items"] if got else []
        for item in items[:2]:
            await who.get("desk", f"/review/reports/{item['report']}", layer=layer, record=item["record"])
            await who.look()
            action = who.dice.choice(["accept", "accept", "reject"])
            named = {name: item[name] for name in ("report", "layer", "record")}
            made = await who.post("decide", "/api/v1/decisions", {**named, "action": action, "saw": item["tag"]})
            if made is not None:
                who.told.kept.add(made.json()["key"])
                who.told.conflicts += bool(made.json()["conflicts"])
        await who.look()


async def run(base: str, given: argparse.Namespace, held: dict[str, list[str]]) -> Told:
    """Let everybody ask at once."""
    told = Told()
    readers = [Somebody(told, base, token, number) for number, token in enumerate(held["reader"])]
    coders = [Somebody(told, base, token, 1000 + number) for number, token in enumerate(held["coder"])]
    ids = await _ids((readers or coders)[0])
    told.seconds.clear()
    until = time.monotonic() + 60 * given.minutes
    await asyncio.gather(*(reader(one, until, ids) for one in readers), *(coder(one, until) for one in coders))
    for one in (*readers, *coders):
        await one.http.aclose()
    return told


async def _ids(who: Somebody) -> dict[str, list[str]]:
    """Stories, reports and statements to be looked at, from all over the store."""

    async def got(path: str, **asked: Any) -> Any:
        answer = await who.get("first", path, **asked)
        if answer is None:
            raise SystemExit("; ".join(who.told.failed))
        return answer.json()

    stories = [one["id"] for one in (await got("/stories.json", limit=200))["stories"]]
    statements = [one for word in WORDS[:6] for one in (await got("/search.json", q=word, limit=100))["statements"]]
    return {
        "story": stories,
        "report": sorted({one["report"] for one in statements}),
        "statement": sorted({one["id"] for one in statements}),
    }


def lost(db: str, kept: set[int]) -> set[int]:
    """Decisions that were answered as kept and are not in the store."""
    found, after = set(), 0
    with Store.open(db, read_only=True) as store:
        while page := store.decisions(after=after, limit=1000):
            found |= {one.key for one in page}
            after = page[-1].key
    return kept - found


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", required=True)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--coders", type=int, default=5)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    names = {
        role: [f"{role} {number}" for number in range(count)]
        for role, count in (("reader", given.readers), ("coder", given.coders))
    }
    held = {role: people(given.db, named, Role[role.upper()]) for role, named in names.items()}
    program = [
        sys.executable,
        "-c",
        "from accordingto.cli.main import main; main()",
        "serve",
        "--review",
        "--db",
        given.db,
        "--port",
        "0",
        "--processes",
        str(given.processes),
    ]
    with subprocess.Popen(program, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        base = next(word for line in server.stderr for word in line.split() if word.startswith("http://"))
        try:
            told = asyncio.run(run(base.rstrip("/"), given, held))
        finally:
            server.terminate()
    gone = lost(given.db, told.kept)
    row = {
        "minutes": given.minutes,
        "processes": given.processes,
        "readers": given.readers,
        "coders": given.coders,
        **told.row(),
        "lost": len(gone),
    }
    print(json.dumps(row, indent=1))
    for line in told.failed[:10]:
        print(line, file=sys.stderr)
    if given.out:
        given.out.write_text(json.dumps(row, indent=1) + "\n", encoding="utf-8")
    return 1 if gone or told.failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
