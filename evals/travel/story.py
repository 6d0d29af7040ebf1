"""A story as its writer leaves it: texts and `story.toml`, the quoted words looked up in the texts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FILE = "story.toml"
FIELDS = {
    "": ("story", "truth", "new", "held_back", "reports", "lineage", "quotes", "matters", "accounts", "mismatches"),
    "reports": ("doc", "outlet", "published", "file"),
    "lineage": ("from", "to", "kind"),
    "quotes": ("pieces",),
    "matters": ("about", "origins", "echoes", "members"),
    "accounts": ("a", "b", "relation", "slot"),
    "mismatches": ("doc", "words", "nth", "source_doc", "slot"),
    "words": ("doc", "words", "nth"),
    "member": ("doc", "words", "nth", "occasion"),
}
"""What each table of the file may hold; `words` and `member` are those inside others."""
OPTIONAL = frozenset(("new", "held_back", "lineage", "quotes", "accounts", "mismatches", "slot", "nth", "occasion"))

Table = dict[str, Any]
At = tuple[str, int, int]
"""Words in a report: its document, first and past-the-last code point."""


class StoryError(Exception):
    """What is wrong with a story, one line each."""


@dataclass
class Story:
    """A story with its words looked up. Places that could not be found are left out and stand in `problems`."""

    name: str
    held_back: bool
    texts: dict[str, str]
    """Texts by document, in order of publication."""
    reports: list[Table]
    lineage: list[Table]
    quotes: list[list[At]] = field(default_factory=list)
    matters: list[tuple[Table, list[At]]] = field(default_factory=list)
    accounts: list[tuple[Table, At, At]] = field(default_factory=list)
    mismatches: list[tuple[Table, At]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def words(self, at: At) -> str:
        """The words at a place."""
        return self.texts[at[0]][at[1] : at[2]]

    def in_headline(self, at: At) -> bool:
        """Whether a place lies in the headline: the first line, where more follows."""
        text = self.texts[at[0]].rstrip()
        ends = text.find("\n", len(text) - len(text.lstrip()))
        return ends >= 0 and at[1] < ends

    def number(self, doc: str) -> int:
        """A report's number in order of publication."""
        return list(self.texts).index(doc)


def read_story(folder: Path) -> Story:
    """Read a story and look its words up.

    Raises:
        StoryError: where the file is no story at all; what can be named one by one stands in `Story.problems`.
    """
    try:
        table = tomllib.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StoryError(f"{folder.name}: {FILE} cannot be read: {error}") from error
    problems = list(_wrong_fields(table))
    if problems:
        raise StoryError("\n".join(f"{folder.name}: {problem}" for problem in problems))
    texts = {report["doc"]: _text(folder, report["file"]) for report in table["reports"]}
    held = table.get("held_back", False)
    story = Story(table["story"], held, texts, table["reports"], table.get("lineage", []))
    if story.name != folder.name:
        story.problems.append(f"the story is called {story.name}, its folder {folder.name}")
    listed = {report["file"] for report in story.reports}
    story.problems += [f"{path.name} is no report's file" for path in _texts(folder) if path.name not in listed]
    _look_up(story, table)
    return story


def _texts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.txt"))


def _text(folder: Path, name: str) -> str:
    try:
        return (folder / name).read_bytes().decode("utf-8")
    except (OSError, ValueError) as error:
        raise StoryError(f"{folder.name}: the report {name} cannot be read: {error}") from error


def _wrong_fields(table: Table) -> list[str]:
    """Unknown and missing fields, over the whole file."""
    found = _wrong(table, "", "the file")
    for name in ("reports", "lineage", "quotes", "matters", "accounts", "mismatches"):
        for number, item in enumerate(table.get(name, []), 1):
            where = f"{name} {number}"
            found += _wrong(item, name, where)
            parts = [("words", part) for part in (*item.get("pieces", []), *(item[end] for end in "ab" if end in item))]
            for kind, part in (*parts, *(("member", part) for part in item.get("members", []))):
                found += _wrong(part, kind, f"{where}, {part.get('words', '')!r}")
    return found


def _wrong(item: Table, kind: str, where: str) -> list[str]:
    unknown = [
        f"{where}: `{key}` is no field; fields are {', '.join(FIELDS[kind])}" for key in item.keys() - FIELDS[kind]
    ]
    missing = [f"{where}: `{key}` is missing" for key in FIELDS[kind] if key not in item and key not in OPTIONAL]
    return sorted(unknown) + missing


def _look_up(story: Story, table: Table) -> None:
    def at(item: Table, where: str) -> At | None:
        try:
            return find(story, item)
        except StoryError as error:
            story.problems.append(f"{where}: {error}")
            return None

    for number, group in enumerate(table.get("quotes", []), 1):
        places = [at(piece, f"quotes {number}") for piece in group["pieces"]]
        story.quotes.append([place for place in places if place])
    for number, matter in enumerate(table.get("matters", []), 1):
        places = [at(member, f"matter {number} ({matter['about']})") for member in matter["members"]]
        story.matters.append((matter, [place for place in places if place]))
    for number, account in enumerate(table.get("accounts", []), 1):
        a, b = (at(account[end], f"account {number}, {end}") for end in "ab")
        if a and b:
            story.accounts.append((account, a, b))
    for number, mismatch in enumerate(table.get("mismatches", []), 1):
        place = at(mismatch, f"mismatch {number}")
        if place:
            story.mismatches.append((mismatch, place))


def find(story: Story, item: Table) -> At:
    """Where some words stand in a report.

    Raises:
        StoryError: where they do not occur, or occur more than once and `nth` does not say which.
    """
    doc, words = item["doc"], item["words"]
    if doc not in story.texts:
        raise StoryError(f"{doc} is no report of the story; reports are {', '.join(story.texts)}")
    text, starts = story.texts[doc], []
    start = text.find(words) if words.strip() else -1
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    if not starts:
        raise StoryError(f"{doc} does not have the words {words!r}{_near(text, words)}")
    nth = item.get("nth")
    if nth is None and len(starts) > 1:
        raise StoryError(
            f"{doc} has the words {words!r} {len(starts)} times; say which with nth, or quote more of them"
        )
    if nth is not None and not (isinstance(nth, int) and 1 <= nth <= len(starts)):
        raise StoryError(f"{doc} has the words {words!r} {len(starts)} times, nth = {nth!r} is none of them")
    begin = starts[(nth or 1) - 1]
    return doc, begin, begin + len(words)


def _near(text: str, words: str) -> str:
    """How far the words go along with the text, to show where they leave it."""
    length = next((n for n in range(len(words), 7, -1) if words[:n] in text), 0)
    if not length:
        return ""
    start = text.index(words[:length])
    return f"; the report goes on {text[start : start + length + 20]!r}"
