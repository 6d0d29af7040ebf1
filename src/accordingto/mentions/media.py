"""Which names of a report are agencies or outlets: known ones, and those that the report itself treats as such."""

from __future__ import annotations

import re

from accordingto.mentions.names import names
from accordingto.model import BlockKind, Report, SourceKind
from accordingto.resources.lexicons import Lexicons

# bounded, so that a list of names or a word without end is not scanned again from each of its letters
_NAME = r"((?:[A-Z][\w’'-]{1,40}|[A-Z]{2,40})(?:[ \u00a0](?:[A-Z][\w’'-]+|d[eu]|de la|l’[A-Z]\w+)){0,9})"
_TREATED = re.compile(
    rf"(?:\btold|\bquoted by|\bcarried by|\breported by|\bpublished by|\bbroadcast by|\binterview with|\bspeaking to"
    rf"|\bcited by|\bagency|\bbroadcaster|\bnewspaper|\bdaily)[ \u00a0](?:the )?{_NAME}"
    rf"|{_NAME},? (?:has |had )?(?:reported|reports)\b|{_NAME} news agency\b(?! [A-Z])"
)
_DATELINE = re.compile(r"\(([^()]{2,40})\)")
_CREDIT = re.compile(r"[/|]\s*([^/|\]\)]{2,40})")


def media_names(report: Report, text: str, lexicons: Lexicons) -> dict[str, SourceKind]:
    """Case-folded names that are agencies or outlets in this report."""
    found: dict[str, SourceKind] = {}
    for match in _TREATED.finditer(text):
        name = next(group for group in match.groups() if group)
        if _may_be_media(name, lexicons):
            found.setdefault(name.casefold(), _kind(name, lexicons))
    for block in report.of_kind(BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.BYLINE):
        words = block.span.of(report.text)
        for pattern in (_DATELINE, _CREDIT):
            for match in pattern.finditer(words):
                name = match[1].strip(" .]")
                if name[:1].isupper():
                    found.setdefault(name.casefold(), SourceKind.AGENCY)
    if report.outlet:
        found.setdefault(report.outlet.value.casefold(), SourceKind.OUTLET)
    return found


def _may_be_media(name: str, lexicons: Lexicons) -> bool:
    """A name that follows "told" may be a person's or an army's: those have titles, two given names or their own head nouns."""
    words = {w.lower() for w in name.split()}
    if words & lexicons.roles["media"] or name.casefold() in lexicons.agencies:
        return True
    others = (
        lexicons.roles["titles"]
        | lexicons.roles["organisations"]
        | lexicons.roles["unnamed"]
        | lexicons.roles["documents"]
    )
    if words & (
        others | lexicons.roles["plural_pronouns"] | lexicons.roles["persons"] | lexicons.roles["thing_pronouns"]
    ):
        return False
    return len(name.split()) == 1 and any(True for _ in names(name, lexicons))


def _kind(name: str, lexicons: Lexicons) -> SourceKind:
    words = {w.lower() for w in name.split()}
    known = name.casefold() in lexicons.agencies or bool(words & {"agency", "agence", "wire", "newswire"})
    outlet = bool(words & lexicons.roles["media"]) and not known
    return SourceKind.OUTLET if outlet else SourceKind.AGENCY
