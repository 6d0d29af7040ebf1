"""A group of commands whose modules are imported when a command is run, so that ``--help`` is quick."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from accordingto.cli.exits import guarded

COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("accordingto.cli.read", "Read reports and say, for every statement, according to whom."),
    "add": ("accordingto.cli.add", "Add reports to a store: gather, clean, read and keep them."),
    "watch": ("accordingto.cli.watch", "Watch feeds, and put the pages that they list into a store."),
    "reports": (
        "accordingto.cli.reports",
        "List the reports in a store, or count them by outlet, case, day or language.",
    ),
    "editions": (
        "accordingto.cli.editions",
        "List the articles of a store that have several editions, and show what changed from one to the next.",
    ),
    "copies": (
        "accordingto.cli.copies",
        "List the pairs of reports in a store that share text: copies, parts of one in another, quotations.",
    ),
    "process": (
        "accordingto.cli.process",
        "Bring a store up to date: read what is unread, and do anew what newer rules or words would do otherwise.",
    ),
    "relate": (
        "accordingto.cli.relate",
        "Compare the reports of each story: who took what from whom, who contradicts whom, how many origins stand behind it.",
    ),
    "forget": (
        "accordingto.cli.forget",
        "Delete reports for good: text, bytes, and all that was read from them. Or take a person out of all reports.",
    ),
    "failures": ("accordingto.cli.failures", "List what could not be taken into a store, and why."),
    "search": (
        "accordingto.cli.search",
        "Search a store: what was said, according to whom, by words, by who, where and when, and by meaning.",
    ),
    "events": ("accordingto.cli.events", "List the events that reports claim, each according to whom."),
    "places": ("accordingto.cli.places", "List the places that reports name: where they are, and according to whom."),
    "estimates": ("accordingto.cli.estimates", "List the numbers that reports put forward, each according to whom."),
    "control": (
        "accordingto.cli.control",
        "List who is said to hold, contest, besiege, gain, lose or leave which place, each according to whom.",
    ),
    "trace": (
        "accordingto.cli.trace",
        "Trace one claim through reports to where it was first said, and show what changed on the way.",
    ),
    "framing": (
        "accordingto.cli.framing",
        "Count the words that each outlet uses for an actor, a place or a kind of act: headline, body, source.",
    ),
    "stories": (
        "accordingto.cli.stories",
        "List the stories in a store, the latest first: how many reports and outlets tell each, and how often they contradict.",
    ),
    "story": (
        "accordingto.cli.story",
        "Show how one story travelled: contradictions first, who has it from whom, matters with their origins, quotations.",
    ),
    "compare": (
        "accordingto.cli.compare",
        "Show reports side by side: passages that one has from another with every edit marked, and statements on one matter.",
    ),
    "contradictions": (
        "accordingto.cli.contradictions",
        "List pairs of statements in a store that contradict each other: both sentences, both chains, and the slot that differs.",
    ),
    "serve": (
        "accordingto.cli.serve",
        "Show a store in the browser, on this machine, and give out an API; nothing is asked from any other machine.",
    ),
    "accounts": ("accordingto.cli.accounts", "Say who may use a shared store, and with which role."),
    "export": (
        "accordingto.cli.export",
        "Write what a store holds in a format that other programs open: tables, maps, graphs, pages.",
    ),
    "review": (
        "accordingto.cli.review",
        "Decide on what was read: accept, correct, reject, add what was missed; code twice, settle, export as gold.",
    ),
    "audit": (
        "accordingto.cli.audit",
        "Draw a random sample of records to be reviewed, and tell how often the program is right, with an interval.",
    ),
    "release": (
        "accordingto.cli.release",
        "Freeze a snapshot of a store that can be cited: hashes, what made it, how often it is wrong, what changed since the last.",
    ),
    "verify": (
        "accordingto.cli.verify",
        "Recheck every hash, span and quotation in a store, and list what no longer matches.",
    ),
    "demo": (
        "accordingto.cli.demo",
        "Read sample reports of one happening into a store, search it, and trace a claim to one offline HTML page.",
    ),
    "actors": (
        "accordingto.cli.actors",
        "List the actors that reports name, see how many mentions the registry reaches, and add your own.",
    ),
    "evaluate": ("accordingto.cli.evaluate", "Predict, score and gate on annotated corpora."),
    "codebook": ("accordingto.cli.codebook", "Print the codebook of events: types, modes, contexts, crosswalks."),
    "gazetteer": ("accordingto.cli.gazetteer", "Look places up, and add places of your own or a dump of GeoNames."),
    "schema": ("accordingto.cli.schema", "Print the JSON Schema of the JSON that accordingto writes."),
}
"""Module of each command, which holds a Typer ``app``, and the line that the help shows for it."""


class LazyGroup(TyperGroup):
    """Commands of `COMMANDS`, in that order; errors made on purpose become one line and an exit code."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return [name for name, (module, _) in COMMANDS.items() if find_spec(module)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.list_commands(ctx):
            return None
        app: typer.Typer = import_module(COMMANDS[cmd_name][0]).app
        command = get_command(app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        rows = [(name, COMMANDS[name][1]) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: Any) -> Any:
        with guarded():
            return super().invoke(ctx)
