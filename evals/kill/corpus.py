"""Reports to be killed over: pages, texts and a table of an invented war, with editions, reprints and things that are no reports.

Places, people and outlets are those of ``evals/field/WORLD.md``. The same seed writes the same files.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

OUTLETS = ("The Harbour Post", "Gulf Ledger", "Upland Voice", "Radio Asur", "Castel Tribune")
PLACES = ("Manshar", "Derbazin", "Qasr Omeyn", "Rusafi", "Tell Harun", "Lubnik", "Port Ansar", "Camp Hadra")
SPEAKERS = (
    "General Nadim Hazrun",
    "Brigadier Kamal Ferro",
    "Abu Laith al-Meskari",
    "Dilan Harki",
    "Tomas Reik",
    "Dr Amal Quret",
    "the Orvenian Observatory",
    "two residents",
)
FORMS = (
    "{speaker} said that {number} people were killed when shells hit {place} on {day}.",
    "“We will hold {place},” {speaker} told Northwire on {day}, “and nobody will drive us out of it.”",
    "{speaker} denied that the army had shelled {place}, where {number} families are said to have fled.",
    "The road from {place} to {other} has been closed since {day}, according to {speaker}.",
    "At least {number} fighters crossed the Asur near {place}, {speaker} said, citing people in {other}.",
    "{speaker} accused the Kharan Front of mining the bridge between {place} and {other}.",
    "Doctors in {place} treated {number} wounded on {day}, {speaker} said.",
    "The Orvenian army holds {place}, the state agency ONA reported, but {speaker} said that {other} had fallen.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<link rel="canonical" href="https://{host}.example/{slug}"><meta property="og:site_name" content="{outlet}">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{title}",
"datePublished": "{published}", "publisher": {{"@type": "Organization", "name": "{outlet}"}}}}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>{title}</h1>
<time datetime="{published}">{published}</time>
{body}
</article><footer><p>© 2023 {outlet}. Page {nonce}.</p></footer></body></html>
"""


def write(folder: Path, *, reports: int, seed: int = 7) -> list[str]:
    """Write the corpus.

    Args:
        folder: where it goes; made.
        reports: how many there are, roughly.
        seed: of the choice of words.

    Returns:
        The sources to add, in order.
    """
    chance = random.Random(seed)
    pages = folder / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    for number in range(reports * 2 // 3):
        for name, data in _files(number, chance):
            (pages / name).write_bytes(data)
    table = folder / "wire.jsonl"
    rows = [_row(number, chance) for number in range(reports // 3)]
    table.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return [str(pages), str(table)]


def _files(number: int, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """A page; now and then its next edition, a copy of its bytes, the same text in another frame, or something broken."""
    told = _story(chance)
    outlet = chance.choice(OUTLETS)
    page = _page(number, told, outlet, chance)
    yield f"{number:04}-a.html", page
    if number % 5 == 1:
        yield f"{number:04}-b.html", _page(number, (told[0], [*told[1][:-1], _sentence(chance)]), outlet, chance)
    if number % 5 == 2:
        yield f"{number:04}-c.html", page
    if number % 5 == 3:
        yield f"{number:04}-d.html", _page(number, told, outlet, chance)
        yield f"{number:04}-e.html", _page(number, told, chance.choice(OUTLETS), chance, host="mirror")
    if number % 7 == 4:
        yield f"{number:04}-f.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>"
        yield f"{number:04}-g.txt", b" \n"


def _story(chance: random.Random) -> tuple[str, list[str]]:
    title = f"{chance.choice(PLACES)}: {chance.randint(2, 90)} flee as shells fall, {chance.choice(SPEAKERS)} says"
    return title, [_sentence(chance) for _ in range(chance.randint(4, 7))]


def _sentence(chance: random.Random) -> str:
    place, other = chance.sample(PLACES, 2)
    return chance.choice(FORMS).format(
        speaker=chance.choice(SPEAKERS),
        place=place,
        other=other,
        number=chance.randint(2, 400),
        day=chance.choice(DAYS),
    )


def _page(number: int, told: tuple[str, list[str]], outlet: str, chance: random.Random, *, host: str = "") -> bytes:
    title, sentences = told
    return PAGE.format(
        title=title,
        outlet=outlet,
        host=host or outlet.lower().replace(" ", ""),
        slug=f"world/{number:04}",
        published=f"2023-{1 + number % 12:02}-{1 + number % 28:02}T10:{number % 60:02}+00:00",
        body="\n".join(f"<p>{sentence}</p>" for sentence in sentences),
        nonce=chance.randint(1, 10**9),
    ).encode()


def _row(number: int, chance: random.Random) -> dict[str, str]:
    title, sentences = _story(chance)
    return {
        "title": title,
        "text": "\n\n".join([title, *sentences]) if number % 11 else " ",
        "outlet": chance.choice(OUTLETS),
        "date": f"2023-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "url": f"https://wire.example/{number}",
    }
