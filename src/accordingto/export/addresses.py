"""What things are called on the web of data: URNs, or addresses under a base that the user has."""

from __future__ import annotations

from urllib.parse import quote

from accordingto.model import UsageError

URN = "urn:accordingto:"
VOCABULARY = "urn:accordingto:term:"
"""Begins the name of each term that is ours."""
_FOLDERS = {
    "report": "reports",
    "statement": "statements",
    "story": "stories",
    "matter": "matters",
    "quote": "quotes",
    "occasion": "occasions",
    "event": "events",
    "run": "runs",
    "actor": "actors",
}
"""Where the pages of a kind stand on a server, by the beginning of their ids."""


class Addresses:
    """Gives each thing its address."""

    def __init__(self, base: str | None = None) -> None:
        """Addresses under a base, or URNs without one.

        Raises:
            UsageError: where the base is no web address.
        """
        if base is not None and not web(base):
            raise UsageError(f"--base is the address of a server, https://…; {base} is none")
        self._base = f"{base.rstrip('/')}/" if base else None

    def of(self, ident: str, *, kind: str | None = None) -> str:
        """The address of a thing by its id, of whose kind the id's beginning tells: ``urn:accordingto:report-…``."""
        folder = _FOLDERS.get(kind or ident.partition("-")[0])
        if self._base:
            return f"{self._base}{folder or kind or 'things'}/{_plain(ident)}"
        return f"{URN}{f'{kind}:' if kind else ''}{_plain(ident)}"

    def part(self, ident: str, part: str) -> str:
        """The address of something that belongs to a thing: ``urn:accordingto:report-…#entity-…``."""
        return f"{self.of(ident)}#{_plain(part)}"


def _plain(ident: str) -> str:
    return quote(ident, safe=":-._~")


def web(address: str) -> bool:
    """Whether an address leads to the web."""
    return address.lower().startswith(("http://", "https://"))


def iri(address: str) -> str:
    """An address with what may not stand in one escaped; what is escaped already stays."""
    return quote(address, safe=":/?#[]@!$&'()*+,;=%-._~")
