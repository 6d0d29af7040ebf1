"""How far the shipped syntax agrees with the teacher: ``python -m training.branch.agree CORPUS --gold DIR --data DIR [--model DIR]``.

Prints accuracy of parts of speech, of heads (UAS) and of heads with relation (LAS), over words that are no punctuation by the
teacher, by the package's own reading; then recall by relation.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from accordingto.language.encoder import encode
from accordingto.language.parse import syntax
from accordingto.language.words import words_of
from accordingto.resources.model import SHIPPED
from training.branch.silver import FURTHER, Silver
from training.branch.train import Data


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    data = Data(args.gold, args.teacher, args.model, args.data)
    counts: Counter[str] = Counter()
    for passage, silver in list(zip(*data.passages(args.corpus), strict=True))[: args.limit]:
        words = words_of(passage.text, data.pieces)
        found = syntax(encode(passage.text, words, data.model, branch=True), data.model.tables)
        counts.update(agreement(silver, Silver(list(found.pos), list(found.heads), list(found.relations), [])))
    sys.stdout.write("".join(f"{line}\n" for line in report(counts)))


def agreement(teacher: Silver, found: Silver) -> Counter[str]:
    """Counts over the words of one text."""
    counts: Counter[str] = Counter()
    rows = zip(teacher.pos, teacher.heads, teacher.relations, found.pos, found.heads, found.relations, strict=True)
    for pos, head, relation, found_pos, found_head, found_relation in rows:
        counts["all"] += 1
        counts["POS"] += pos == found_pos
        if pos == "PUNCT" or relation == FURTHER:
            continue
        right = head == found_head
        counts["words"] += 1
        counts["UAS"] += right
        counts["LAS"] += right and relation == found_relation
        counts[f"of {relation}"] += 1
        counts[f"right {relation}"] += right and relation == found_relation
    return counts


def report(counts: Counter[str]) -> list[str]:
    """The figures in per cent, and recall by relation, the most frequent first."""
    lines = [f"POS {100 * counts['POS'] / counts['all']:.2f} of {counts['all']} words"]
    lines += [
        f"{name} {100 * counts[name] / counts['words']:.2f} of {counts['words']} words" for name in ("UAS", "LAS")
    ]
    relations = sorted((-n, key[3:]) for key, n in counts.items() if key.startswith("of "))
    lines += [f"  {name}: {100 * counts[f'right {name}'] / -n:.1f} of {-n}" for n, name in relations[:30]]
    return lines


if __name__ == "__main__":
    main()
