"""The reference pages of the documentation, written from the code: ``python -m accordingto.cli.reference PAGE``.

``cli`` (the default) describes every command, argument, option and exit code; ``output`` every field of the output;
``schema`` is the JSON Schema itself; ``store`` every table, view and column of the store; ``exports`` every format and column of an export;
``graphs`` those that are graphs; ``web`` every page of the server and every route of its API.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import typer
from typer.main import get_command

from accordingto.cli.exits import Exit
from accordingto.cli.main import app
from accordingto.export.csv import COLUMNS
from accordingto.export.csv_layers import TABLES
from accordingto.export.schema import DOCUMENTS, RECORDS, schema
from accordingto.export.schema_terms import Schema
from accordingto.export.schema_travel import definitions

_GENERATED = "<!-- Written by `python -m accordingto.cli.reference {page}`; change the code, not this page. -->\n"
_HELP = ("help", "install_completion", "show_completion")


def cli() -> str:
    """``docs/reference/cli.md``."""
    command = get_command(app)
    parts = [_GENERATED.format(page="cli"), "# The command line\n", *_command("accordingto", command), *_exits()]
    return "\n".join(parts)


def _command(path: str, command: Any) -> Iterator[str]:
    """A section for a command and those below it."""
    yield f"## `{path}`\n"
    yield _code(_usage(path, command)) + "\n"
    yield _paragraphs(command.help or "") + "\n"
    yield from _table("Argument", [_argument(p) for p in command.params if p.param_type_name == "argument"])
    options = [p for p in command.params if p.param_type_name == "option" and p.name not in _HELP]
    yield from _table("Option", [_option(p) for p in options])
    if hasattr(command, "list_commands"):
        context = typer.Context(command, info_name=path)
        below = {name: command.get_command(context, name) for name in command.list_commands(context)}
        yield from _table("Command", [(f"`{name}`", _first(got.help or "")) for name, got in below.items()])
        for name, got in below.items():
            yield from _command(f"{path} {name}", got)


def _usage(path: str, command: Any) -> str:
    arguments = [_shown(p) for p in command.params if p.param_type_name == "argument"]
    return " ".join([path, "[OPTIONS]", *(["COMMAND"] if hasattr(command, "list_commands") else arguments)])


def _shown(argument: Any) -> str:
    name = _metavar(argument) + ("…" if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _argument(argument: Any) -> tuple[str, str]:
    return f"`{_shown(argument)}`", argument.help or ""


def _option(option: Any) -> tuple[str, str]:
    value = "" if option.is_flag else f" {_metavar(option)}"
    names = ", ".join([*sorted(option.opts, key=len), *option.secondary_opts])
    default = _default(option.default)
    return f"`{names}{value}`", " ".join(part for part in (option.help or "", default) if part)


def _default(value: Any) -> str:
    return "" if value is None or isinstance(value, bool) or callable(value) else f"Default: `{_plain(value)}`."


def _plain(value: Any) -> str:
    return str(getattr(value, "value", value))


def _exits() -> Iterator[str]:
    yield "## Exit codes\n"
    yield from _table("Code", [(f"`{code.value}`", code.meaning) for code in Exit])


def output() -> str:
    """``docs/reference/output.md``."""
    whole = schema()
    records = [_record(name, whole["$defs"][name]) for name in RECORDS]
    travelled = definitions()
    apart = {*RECORDS, *DOCUMENTS, *travelled, "spans"}
    parts = [_record(name, part) for name, part in whole["$defs"].items() if name not in apart]
    document = whole["$defs"]["document"]
    reading = document["properties"]["readings"]["items"]
    return "\n".join(
        [
            _GENERATED.format(page="output"),
            _OUTPUT,
            "## Records\n",
            *records,
            "## Parts of records\n",
            f"### spans\n\n{whole['$defs']['spans']['description']}\n",
            *parts,
            "## The documents of `--format json`\n",
            _record("document", document),
            _record("reading", reading),
            _record("listing", whole["$defs"]["listing"]),
            "## How reports travelled\n",
            _TRAVEL,
            *(_record(name, part) for name, part in travelled.items()),
            "## Columns of `--format csv`\n",
            _CSV,
            "### Statements\n",
            *_table("Column", [(f"`{name}`", what) for name, what in COLUMNS.items()]),
            *_tables(),
        ]
    )


def _tables() -> Iterator[str]:
    for layer, table in TABLES.items():
        yield f"### {layer.capitalize()}\n"
        yield from _table("Column", [(f"`{name}`", what) for name, (what, _) in table.items()])


_OUTPUT = """# The output

`accordingto read --format jsonl` writes a line a record: for each report a `report`, then its records layer by layer:
`statement` lines in reading order, then `event`, `estimate`, `control`, `place`, `time` and `actor` lines, and with
`--all` its `mention` and `entity` lines; a report that could not be read is a `failure` line. `--format json` writes
the same records as one document. `accordingto events`, `estimates`, `control` and `places` write the records of their
layer alone. `accordingto schema` prints the [JSON Schema](schema.json) (2020-12) that all of them keep to. Every field
is always there; what is not known is `null`, or an empty list. Offsets are Unicode code points of the report's `text`,
half-open, as Python counts them.

**Joining.** What is claimed is never a bare fact: each `event`, `estimate` and `control` line has the id of its
`statement`, and repeats of it `chain_text`, `source`, `act`, `factuality` and `content`, so that it can be counted by
who says so without a join. A `statement` lists the ids of what is claimed inside it. Persons and places in a role have
the ids of their `entity`, `actor` and `place`.

**Counting.** An event is counted as often as statements claim it: a briefing told by five outlets gives five lines.
Events that are `derived` from an act (an accusation, a demand) say again what `act` says; leave them out of counts. A
victim count or an estimate that is a part of another (`part`, `part_of`) must not be added to it. An event inside a
denial is not `negated`: what the voice makes of it is its `factuality`.
"""
_TRAVEL = """`accordingto story`, `compare` and `trace` write one document each with `--format json`, `stories` and `contradictions` a
line of JSON a story and a pair. Each passage names its report, since these tell of several.
"""
_CSV = """RFC 4180, UTF-8, one row a record; `accordingto read` writes the statements, the other tables come from the
command of their layer. With `--bom` it starts with a byte order mark, which spreadsheets want. Reports that could not
be read have no row. A text that a spreadsheet could take for a formula gets an apostrophe in front: one that starts
with `=`, `+`, `-` or `@`, also in full width, also after white space. Take JSON to have the exact words.
"""


def _record(name: str, record: Schema) -> str:
    rows = [(f"`{key}`", _kind(part), part.get("description", "")) for key, part in record["properties"].items()]
    head = f"### {name}\n\n{record['description']}\n\n| field | type | what it holds |\n| --- | --- | --- |\n"
    return head + "\n".join(f"| {key} | {kind} | {_cell(what)} |" for key, kind, what in rows) + "\n"


def _kind(part: Schema) -> str:
    """The type of a field in words."""
    if "$ref" in part:
        name = part["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name})"
    if "anyOf" in part:
        return " or ".join(_kind(option) for option in part["anyOf"])
    if "const" in part:
        return f"`{part['const']}`"
    if "enum" in part:
        return ", ".join("null" if value is None else f"`{value}`" for value in part["enum"])
    if part["type"] == "array":
        return (
            f"list of {_kind(part['items'])}"
            if part["items"].get("type") != "object"
            else "list of [reading](#reading)"
        )
    return " or ".join(part["type"]) if isinstance(part["type"], list) else str(part["type"])


def _table(head: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    if rows:
        yield f"| {head} | |\n| --- | --- |"
        yield "\n".join(f"| {_cell(name)} | {_cell(what)} |" for name, what in rows) + "\n"


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


def _code(words: str) -> str:
    return f"```\n{words}\n```"


def _paragraphs(words: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in words.split("\n\n")).strip()


def _first(words: str) -> str:
    return _paragraphs(words).split("\n\n")[0]


def schema_json() -> str:
    """``docs/reference/schema.json``."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def store() -> str:
    """``docs/reference/store.md``."""
    from accordingto.store.page import page

    return _GENERATED.format(page="store") + "\n" + page()


def exports() -> str:
    """``docs/reference/exports.md``."""
    from accordingto.export.page import page

    return _GENERATED.format(page="exports") + "\n" + page()


def graphs() -> str:
    """``docs/reference/exports-linked-data.md``."""
    from accordingto.export.linked.page import page

    return _GENERATED.format(page="graphs") + "\n" + page()


def web() -> str:
    """``docs/reference/web.md``."""
    from accordingto.cli.reference_web import page

    return _GENERATED.format(page="web") + page()


PAGES: dict[str, Callable[[], str]] = {
    "cli": cli,
    "output": output,
    "schema": schema_json,
    "store": store,
    "exports": exports,
    "graphs": graphs,
    "web": web,
}
"""Each page by its name."""

if __name__ == "__main__":
    sys.stdout.write(PAGES[sys.argv[1] if len(sys.argv) > 1 else "cli"]())
