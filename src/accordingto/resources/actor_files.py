"""The tables of the actor registry, and the file of the actors that a user added."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from accordingto.model import Actor, ActorKind, Fact, ResourceError, sha256
from accordingto.resources.gazetteer.tables import table_rows
from accordingto.resources.userdata import replacing, user_folder

TABLES = ("states", "governments", "forces", "groups", "coalitions", "bodies", "parties", "media")
"""Tables with a row an actor."""
OTHERS = ("offices", "holders", "facts")
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Tables:
    """The shipped tables as records."""

    actors: tuple[Actor, ...]
    titles: Mapping[str, tuple[str, tuple[str, ...]]]
    """Office id → whose it is, and what reports call it."""
    sha256: str


def table_bytes(name: str) -> bytes:
    """A shipped table as it lies in the package."""
    return (resources.files("accordingto.lexicons") / "actors" / f"{name}.tsv").read_bytes()


def shipped_tables() -> Tables:
    """All shipped tables.

    Raises:
        ResourceError: where a row names something that is not there.
    """
    raw = {name: table_bytes(name) for name in (*TABLES, *OTHERS)}
    rows = {name: list(table_rows(raw[name], f"{name}.tsv")) for name in raw}
    facts: dict[str, list[Fact]] = defaultdict(list)
    for row in rows["facts"]:
        facts[row["actor"]].append(_fact(row["kind"], row["value"], row))
    actors = {row["id"]: _actor(row, facts) for name in TABLES for row in rows[name]}
    for row in rows["offices"]:
        actors[row["id"]] = _office(row, actors)
    people = _people(rows["holders"], actors)
    titles = {row["id"]: (row["of"], _parted(row["titles"])) for row in rows["offices"]}
    return Tables((*actors.values(), *people), titles, sha256(b"".join(raw[name] for name in sorted(raw))))


def _parted(words: str | None) -> tuple[str, ...]:
    return tuple(part for part in (words or "").split("|") if part)


def _fact(kind: str, value: str, row: Row) -> Fact:
    return Fact(kind, value, row["start"] or None, row["end"] or None, row["reference"])


def _actor(row: Row, facts: Mapping[str, list[Fact]]) -> Actor:
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        aliases=_parted(row["aliases"]),
        reference=row["reference"],
        country=row["country"] or None,
        facts=tuple(facts.get(row["id"], ())),
        demonyms=_parted(row.get("demonyms")),
        metonyms=_parted(row.get("metonyms")),
    )


def _office(row: Row, actors: Mapping[str, Actor]) -> Actor:
    if row["of"] not in actors:
        raise ResourceError(f"the office {row['id']} is of {row['of']}, which no table has; install accordingto again")
    of = Fact("office-of", row["of"], None, None, row["reference"])
    return Actor(row["id"], row["name"], ActorKind.OFFICE, (), row["reference"], actors[row["of"]].country, (of,))


def _people(rows: Iterable[Row], actors: Mapping[str, Actor]) -> Iterator[Actor]:
    """A person for each holder, with all offices held."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["office"] not in actors:
            raise ResourceError(f"{row['person']} holds {row['office']}, which no table has; install accordingto again")
        held[row["person"]].append(row)
    for person, own in held.items():
        aliases = dict.fromkeys(alias for row in own for alias in _parted(row["aliases"]))
        yield Actor(
            id=person,
            name=own[0]["name"],
            kind=ActorKind.PERSON,
            aliases=tuple(aliases),
            reference=own[0]["reference"],
            country=actors[own[-1]["office"]].country,
            facts=tuple(_fact("holds", row["office"], row) for row in own),
        )


def user_actors_file() -> Path:
    """Where the actors lie that the user added: a line of JSON each."""
    return user_folder() / "actors.jsonl"


def read_user_actors(path: str | Path) -> tuple[Actor, ...]:
    """The actors that a user added; none where there is no file.

    Raises:
        ResourceError: where the file cannot be read, or a line is no actor.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(
            f"{path} cannot be read ({error}); correct it, or move it away and add the actors again"
        ) from error
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.append(actor_from(json.loads(line)))
        except (ValueError, TypeError, KeyError) as error:
            raise ResourceError(
                f"{path}, line {number} is no actor ({error}); correct it, or remove the line and add the actor again"
            ) from error
    return tuple(found)


def write_user_actors(actors: Iterable[Actor], path: Path) -> None:
    """Write the file of a user's actors anew, in one step.

    Raises:
        UsageError: where it cannot be written.
    """
    text = "".join(json.dumps(asdict(actor), ensure_ascii=False) + "\n" for actor in actors)
    with replacing(path) as file:
        file.write(text.encode("utf-8", "backslashreplace"))


def actor_from(row: Mapping[str, Any]) -> Actor:
    """An actor from its plain form."""
    return Actor(
        **{
            **row,
            "kind": ActorKind(row["kind"]),
            "facts": tuple(Fact(**fact) for fact in row.get("facts", ())),
            **{field: tuple(row.get(field, ())) for field in ("aliases", "demonyms", "metonyms")},
        }
    )
