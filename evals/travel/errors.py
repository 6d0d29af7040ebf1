"""List what is missed or wrong: ``python -m evals.travel.errors [NAME…] [--layer LAYER…]``.

Quotes the words of each item, gold first. Of stories held back nothing is shown.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from accordingto.evaluate.matching import assign
from accordingto.evaluate.travel import DIRECTED, MEET, answers, counterpart, edge_of, likeness
from evals.travel.compile import Row, gold_row, stories
from evals.travel.predicted import row
from evals.travel.story import Story

WORDS = 30
"""Words of a statement that are shown at the most: its beginning and its end."""


class Words:
    """The words of places, short."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def __call__(self, place: Sequence[Any]) -> str:
        doc, start, end = place
        words = self._story.texts[doc][start:end].split()
        if len(words) > WORDS:
            words = [*words[: WORDS // 2], "…", *words[-WORDS // 2 :]]
        at = "headline" if self._story.in_headline((doc, start, end)) else "body"
        return f"{doc.removeprefix(self._story.name)}{' ' + at if at == 'headline' else ''} “{' '.join(words)}”"

    def end(self, item: Row) -> str:
        """The words of an item with ``doc``, ``start`` and ``end``."""
        return self((item["doc"], item["start"], item["end"]))


def lineage(gold: Row, own: Row, _: Words) -> Iterator[str]:
    """Edges missed, false, and of the wrong kind."""
    wanted, found = ({edge_of(edge): edge["kind"] for edge in one["lineage"]} for one in (gold, own))
    for edge in sorted(wanted.keys() | found.keys()):
        a, b = edge
        if edge not in found:
            yield f"missed  {a} {wanted[edge]} {b}"
        elif edge not in wanted:
            yield f"false   {a} {found[edge]} {b}"
        elif wanted[edge] != found[edge]:
            yield f"kind    {a} {wanted[edge]} {b}, found {found[edge]}"


def quotes(gold: Row, own: Row, words: Words) -> Iterator[str]:
    """Pieces missed and false, and gold groups that are apart or in company."""
    wanted = [(tuple(p), n) for n, group in enumerate(gold["quotes"]) for p in group]
    found = [(tuple(p), n) for n, group in enumerate(own["quotes"]) for p in group]
    pairs = assign([[likeness(a, b) for b, _ in found] for a, _ in wanted], floor=MEET)
    mine = {wanted[i][0]: found[j][1] for i, j in pairs}
    taken = {j for _, j in pairs}
    sizes = Counter(group for _, group in found)
    for place, _ in wanted:
        if place not in mine:
            yield f"missed  {words(place)}"
    for j, (place, group) in enumerate(found):
        if j not in taken:
            yield f"false   {words(place)}{'' if sizes[group] > 1 else ' (alone: costs nothing)'}"
    for number, group in enumerate(gold["quotes"]):
        own_groups = {mine[tuple(p)] for p in group if tuple(p) in mine}
        if len(own_groups) > 1:
            yield f"apart   in {len(own_groups)} groups:"
            yield from (f"          {mine.get(tuple(p), '–')}: {words(p)}" for p in group)
        company = {n for p, n in wanted if mine.get(p) in own_groups and n != number}
        for other in sorted(n for n in company if n > number):
            yield f"joined  {words(group[0])} with {words(gold['quotes'][other][0])}"


def accounts(gold: Row, own: Row, words: Words) -> Iterator[str]:
    """Relations and slots that are wrong, accounts missed and false."""
    answered, false = answers(gold, own)
    for want, have, turned in sorted(answered, key=lambda item: (item[0]["relation"], item[0]["slot"] or "")):
        told = _told(want, have, turned)
        if told:
            yield told
            yield from _ends(want, have, words)
    for have in false:
        yield f"false   {_label(have)}"
        yield from _ends(have, None, words)


def _told(want: Row, have: Row | None, turned: bool) -> str:
    """What is wrong with an answer; nothing where it is right."""
    if have is None:
        return f"missed  {_label(want)}"
    if have["relation"] != want["relation"]:
        return f"wrong   {_label(want)}, found {_label(have)}"
    if (have.get("slot") or None) != (want["slot"] or None):
        return f"slot    {_label(want)}, found {_label(have)}"
    return f"turned  {_label(want)}" if turned and want["relation"] in DIRECTED else ""


def _ends(want: Row, have: Row | None, words: Words) -> Iterator[str]:
    """The words of both ends, and those of the answer where they are others."""
    for end in "ab":
        yield f"          {words.end(want[end])}"
    for end in "ab" if have else ():
        if have and have[end] not in (want["a"], want["b"]):
            yield f"          found {words.end(have[end])}"


def _label(account: Row) -> str:
    return account["relation"] + (f" {account['slot']}" if account.get("slot") else "")


def origins(gold: Row, own: Row, words: Words) -> Iterator[str]:
    """Matters not found, and origins and echoes that are not what they should be."""
    for matter in gold["origins"]:
        have = counterpart(matter, own["origins"])
        if have is None:
            yield f"missed  {matter['origins']} origins, {matter['echoes']} echoes:"
            yield from (f"          {words(member)}" for member in matter["members"])
            continue
        lost = [m for m in matter["members"] if not any(likeness(tuple(m), tuple(o)) for o in have["members"])]
        more = [o for o in have["members"] if not any(likeness(tuple(m), tuple(o)) for m in matter["members"])]
        counts = (have["origins"], have["echoes"])
        right = counts == ([matter["origins"]] * 2, matter["echoes"])
        if right and not lost and not more:
            continue
        yield (
            f"{'members' if right else 'count  '} {matter['origins']} origins, {matter['echoes']} echoes; found "
            f"{'–'.join(map(str, have['origins']))} and {have['echoes']}: {words(matter['members'][0])}"
        )
        yield from (f"          without {words(member)}" for member in lost)
        yield from (f"          and {words(member)}" for member in more)


def mismatches(gold: Row, own: Row, words: Words) -> Iterator[str]:
    """Mismatches missed, false, and of another slot."""
    wanted, found = gold["mismatches"], own["mismatches"]
    same = [[_near(want, have) for have in found] for want in wanted]
    pairs = dict(assign(same, floor=MEET))
    for i, want in enumerate(wanted):
        if i not in pairs:
            yield f"missed  {want['slot']} against {want['source_doc']}: {words.end(want)}"
        elif found[pairs[i]]["slot"] != want["slot"]:
            yield f"slot    {want['slot']}, found {found[pairs[i]]['slot']} against {want['source_doc']}: {words.end(want)}"
    for j, have in enumerate(found):
        if j not in pairs.values():
            yield f"false   {have['slot']} against {have['source_doc']}: {words.end(have)}"


def _near(want: Row, have: Row) -> float:
    if want["source_doc"] != have["source_doc"]:
        return 0.0
    a, b = ((one["doc"], one["start"], one["end"]) for one in (want, have))
    return likeness(a, b) + (have["slot"] == want["slot"])


LAYERS: dict[str, Callable[[Row, Row, Words], Iterator[str]]] = {
    "lineage": lineage,
    "quotes": quotes,
    "accounts": accounts,
    "origins": origins,
    "mismatches": mismatches,
}


def errors(story: Story, layers: Sequence[str] = tuple(LAYERS)) -> Iterator[str]:
    """What is missed or wrong in a story, line by line.

    Raises:
        PermissionError: where the story is held back.
    """
    if story.held_back:
        raise PermissionError(f"{story.name} is held back: it is scored, and nobody looks at its errors")
    gold, own, words = gold_row(story), row(story), Words(story)
    for layer in layers:
        lines = list(LAYERS[layer](gold, own, words))
        yield f"  {layer}: {sum(not line.startswith(' ') for line in lines) or 'all right'}"
        yield from (f"    {line}" for line in lines)


def main(given: Sequence[str] | None = None) -> int:
    """Print the errors of stories; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evals.travel.errors", description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", help="stories; without it all that are not held back")
    parser.add_argument("--layer", nargs="+", choices=LAYERS, default=list(LAYERS), help="what to look at")
    args = parser.parse_args(given)
    found = stories(names=args.names)
    if not args.names:
        found = [story for story in found if not story.held_back]
    for story in found:
        try:
            lines = list(errors(story, args.layer))
        except PermissionError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"\n{story.name}", *lines, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
