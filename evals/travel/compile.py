"""Compile the stories: ``python -m evals.travel.compile [NAME…] [--doubts] [--write|--check]``.

Looks the quoted words of every ``stories/*/story.toml`` (or of those named) up in the texts and checks the rules of
``GUIDELINES.md``. ``--write`` then writes ``gold.jsonl`` (one row a story, as the task ``travel`` has it) and ``reports.jsonl`` (a
row a report); ``--check`` fails where the two files are not what the stories say.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from evals.travel.rules import doubts, problems
from evals.travel.story import FILE, At, Story, StoryError, read_story

FOLDER = Path(__file__).parent
GOLD, REPORTS = "gold.jsonl", "reports.jsonl"
Row = dict[str, Any]


def stories(folder: Path = FOLDER, names: Sequence[str] = ()) -> list[Story]:
    """All stories that keep to the rules, or those named, sorted by name.

    Raises:
        StoryError: with all that is wrong, a line each.
    """
    at = [folder / "stories" / name for name in names] or sorted(
        p.parent for p in (folder / "stories").glob(f"*/{FILE}")
    )
    found, wrong = [], []
    for one in at:
        try:
            story = read_story(one)
        except StoryError as error:
            wrong.append(str(error))
            continue
        found.append(story)
        wrong += [f"{story.name}: {problem}" for problem in problems(story)]
    if wrong:
        raise StoryError("\n".join(wrong))
    return found


def gold_row(story: Story) -> Row:
    """A story as the task ``travel`` has it, with ``held_back`` beside."""
    return {
        "story": story.name,
        "held_back": story.held_back,
        "lineage": [{key: edge[key] for key in ("from", "to", "kind")} for edge in story.lineage],
        "quotes": [[list(piece) for piece in group] for group in story.quotes],
        "accounts": [
            {"a": _end(a), "b": _end(b), "relation": account["relation"], "slot": account.get("slot")}
            for account, a, b in story.accounts
        ],
        "origins": [
            {"members": [list(place) for place in members], "origins": matter["origins"], "echoes": matter["echoes"]}
            for matter, members in story.matters
        ],
        "mismatches": [
            {**_end(place), "source_doc": mismatch["source_doc"], "slot": mismatch["slot"]}
            for mismatch, place in story.mismatches
        ],
    }


def _end(place: At) -> Row:
    return dict(zip(("doc", "start", "end"), place, strict=True))


def report_rows(story: Story) -> list[Row]:
    """The reports of a story as the task ``travel`` takes them in."""
    return [
        {
            "story": story.name,
            "doc": report["doc"],
            "outlet": report["outlet"],
            "published": report["published"],
            "text": story.texts[report["doc"]],
        }
        for report in story.reports
    ]


def compiled(found: Iterable[Story]) -> dict[str, str]:
    """The two files, by name."""
    found = list(found)
    return {
        GOLD: _lines(map(gold_row, found)),
        REPORTS: _lines(row for story in found for row in report_rows(story)),
    }


def _lines(rows: Iterable[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main(given: Sequence[str] | None = None) -> int:
    """Compile, or check; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evals.travel.compile", description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", help="stories to look at alone")
    files = parser.add_mutually_exclusive_group()
    files.add_argument("--write", action="store_true", help="write the files, of all stories")
    files.add_argument("--check", action="store_true", help="fail where the files are not what all stories say")
    parser.add_argument("--doubts", action="store_true", help="list what a second reader should look at")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where stories/ lies and the files go")
    args = parser.parse_args(given)
    try:
        found = stories(args.folder, args.names)
    except StoryError as error:
        print(error, file=sys.stderr)
        return 1
    if args.doubts:
        print(*(f"{story.name}: {doubt}" for story in found for doubt in doubts(story)), sep="\n")
    print(f"{len(found)} stories, {sum(len(story.reports) for story in found)} reports, {_counts(found)}")
    if not (args.write or args.check):
        return 0
    return _files(args.folder, compiled(stories(args.folder) if args.names else found), check=args.check)


def _counts(found: Sequence[Story]) -> str:
    names = ("lineage", "quotes", "matters", "accounts", "mismatches")
    return ", ".join(f"{sum(len(getattr(story, name)) for story in found)} {name}" for name in names)


def _files(folder: Path, files: dict[str, str], *, check: bool) -> int:
    stale = [name for name, text in files.items() if _there(folder / name) != text]
    if check:
        if stale:
            print(f"{', '.join(stale)}: not what the stories say; run python -m evals.travel.compile", file=sys.stderr)
        return len(stale) and 1
    for name in stale:
        (folder / name).write_bytes(files[name].encode("utf-8"))
    return 0


def _there(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())
