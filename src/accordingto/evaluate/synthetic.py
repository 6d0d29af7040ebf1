"""Synthetic reports of the sample world, for measuring speed: seeded, varied, of a given length. They say nothing about quality.

Every name is invented. A sentence is a template whose slots are filled until none is left; a report is a headline, a date line,
and paragraphs of one to four sentences, now and then with a caption or a related link between them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

WORDS = 500
_SLOT = re.compile(r"\{(\w+)\}")
_BEGIN = datetime(2023, 1, 1, 6, 0)

SLOTS: dict[str, tuple[str, ...]] = {
    "place": (
        "Selmar", "Port Ansar", "Derbazin", "Manshar", "Qasr Omeyn", "Rusafi", "Tell Harun", "Lubnik", "Petrovar",
        "Zelenhor", "Eastern Ghavra", "the Tarsa valley", "Camp Hadra", "the Dahr ridge", "Jisr Kamil",
    ),
    "force": (
        "the army", "government forces", "the Kharan Front", "the Free Upland Forces", "the People’s Guard",
        "the Coastal Defence Brigades", "Joint Task Force Meridian", "the 4th Mountain Division", "fighters of the Front",
    ),
    "person": (
        "Brigadier Kamal Ferro", "Colonel Mirko Stahl", "Dilan Harki", "Rozan Teli", "Major General Owen Thackley",
        "Lieutenant Colonel Irene Casso", "Abu Laith al-Meskari", "Yusuf Kandil", "Bashir Otman", "Tomas Reik",
        "Marguerite Solano", "Jens Okafor-Lind", "Dr Amal Quret", "Rafiq Shamas", "Dalia Maroun", "Anna Koldewey",
    ),
    "surname": ("Ferro", "Stahl", "Harki", "Thackley", "Casso", "Otman", "Reik", "Solano", "Quret", "Shamas", "Maroun"),
    "role": (
        "a spokesman for the army", "the coalition’s spokeswoman", "a commander of the Brigades", "the envoy",
        "the head of the charity in Selmar", "a researcher at the monitor", "the Front’s spokesman", "the defence secretary",
    ),
    "body": (
        "the Orvenian Observatory", "Lantern Rights", "Doctors’ Bridge", "the World Assembly", "the Red Lamp Society",
        "the Upland Council", "the WA Relief Office", "the State Security Directorate", "the Gulf Institute",
    ),
    "agency": ("Northwire", "Agence Lumen", "ONA", "VeshTel", "Meskar Press"),
    "unnamed": (
        "two officials", "a nurse who asked not to be named", "residents", "a source close to the talks", "witnesses",
        "three drivers of the convoy", "a Lorrander diplomat", "people who fled the town",
    ),
    "count": ("four", "seven", "at least a dozen", "some 30", "more than 200", "about 1,500", "fewer than 40", "nearly 90"),
    "victim": ("people", "civilians", "fighters", "soldiers", "miners", "children", "drivers", "patients"),
    "harmed": ("killed", "wounded", "detained", "displaced", "trapped"),
    "day": ("on Monday", "on Tuesday", "on Wednesday", "on Thursday", "yesterday", "late on Friday", "last week", "overnight"),
    "weapon": ("shells", "rockets", "two drones", "artillery", "an air strike", "mortar fire", "a car bomb"),
    "thing": (
        "the market", "a bakery", "the hospital", "the bridge", "the water station", "a school", "the grain silo",
        "the crossing", "a bus station", "the dam’s control room",
    ),
    "fact": (
        "{weapon} hit {thing} in {place}", "{force} entered {place} {day}", "{count} {victim} were {harmed} near {place}",
        "{force} had withdrawn from {place}", "{thing} in {place} was no longer in use", "aid had not reached {place}",
        "the road to {place} was open again", "{force} held most of {place}", "the truce in {place} was holding",
        "{force} moved through an area held by {force}", "{count} {victim} had left {place} since the weekend",
    ),
    "quote": (
        "We saw {weapon} come down on {thing}", "Nobody has told us who controls {place} now",
        "Our teams counted {count} wounded {victim} before noon", "We do not intend to stay in {place}",
        "This is the third time that {thing} has been hit", "The families want answers, not statements",
        "There is no military solution in {place}", "We were told the road was safe and it was not",
    ),
    "verb": ("said", "said", "said", "told {agency}", "added", "reported", "announced", "insisted", "acknowledged"),
    "who": ("{person}", "{person}, {role},", "{role}", "{body}", "{surname}", "{unnamed}", "he", "she"),
}  # fmt: skip
SENTENCES = (
    "{Fact}, {who} {verb} {day}.",
    "{Who} {verb} that {fact}.",
    "{Who} {verb} {day} that {fact} and that {fact}.",
    "“{Quote},” {who} {verb}. “{Quote}.”",
    "“{Quote},” {who} {verb}.",
    "According to {body}, {fact}.",
    "{Fact}, according to {who}.",
    "{Agency} reported {day} that {who} had said {fact}.",
    "{Who} denied that {fact}.",
    "{Who} accused {force} of firing {weapon} at {thing}.",
    "{Body} estimates that {count} {victim} have been {harmed} since January.",
    "{Who} did not respond to a request for comment.",
    "{Who} called on {force} to leave {place} and to reopen {thing}.",
    "{Who} warned that {thing} in {place} could close within days.",
    "It was not clear whether {fact}.",
    "{Fact}.",
    "{Fact}, and {fact}.",
    "{Force} reportedly fired {weapon} at {thing} {day}, where {count} {victim} were sheltering.",
    "{Who} said “{quote}” when asked about {place}.",
    "Doubts have been raised about the claim that {fact}.",
)
HEADLINES = (
    "{Fact}: {body}", "{Force} and {force} trade blame over {place}", "{Weapon} hits {thing} in {place}",
    "{Count} {victim} {harmed} in {place}, {body} says",
)  # fmt: skip
ASIDES = ("Read: {Fact}", "{Thing} in {place} {day}. [Ila Renn/{agency}]")
OUTLETS = ("The Harbour Post", "Castel Tribune", "Meridian Monitor", "Upland Voice", "Basin Live", "Gulf Ledger")


@dataclass(frozen=True, slots=True)
class Synthetic:
    """One report, as it would have been scraped."""

    text: str
    outlet: str
    published: str


def reports(number: int, *, words: int = WORDS, seed: int = 0) -> Iterator[Synthetic]:
    """Reports one after the other; the same seed gives the same ones, and each has its own chance."""
    for i in range(number):
        yield _report(random.Random(f"{seed}/{i}"), words, i)


def _report(chance: random.Random, words: int, number: int) -> Synthetic:
    when = _BEGIN + timedelta(minutes=37 * (number % 14_000))
    outlet = chance.choice(OUTLETS)
    parts = [fill(chance.choice(HEADLINES), chance), f"{when.day} {when:%B %Y}"]
    written = sum(len(part.split()) for part in parts)
    while written < words:
        aside = chance.random() < 0.06
        part = fill(chance.choice(ASIDES), chance) if aside else _paragraph(chance, words - written)
        parts.append(part)
        written += len(part.split())
    return Synthetic("\n\n".join(parts) + "\n", outlet, f"{when:%Y-%m-%dT%H:%M}")


def _paragraph(chance: random.Random, room: int) -> str:
    """One to four sentences, fewer where the report is nearly full."""
    made: list[str] = []
    for _ in range(chance.randint(1, 4)):
        if sum(len(sentence.split()) for sentence in made) < room:
            made.append(fill(chance.choice(SENTENCES), chance))
    return " ".join(made)


def fill(template: str, chance: random.Random) -> str:
    """Fill the slots of a template, and those of what fills them; a slot with a capital gets a capital."""

    def filled(match: re.Match[str]) -> str:
        slot = match[1]
        made = fill(chance.choice(SLOTS[slot.lower()]), chance)
        return made[0].upper() + made[1:] if slot[0].isupper() else made

    return _SLOT.sub(filled, template)
