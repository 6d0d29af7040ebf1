"""The shipped sample reports as hand-made readings."""

from __future__ import annotations

import re
from pathlib import Path

import accordingto
from accordingto.pipeline.reading import Reading
from tests.compare.build import AGENCY, OFFICE, OUTLET, PERSON, Voice, account

FOLDER = Path(accordingto.__file__).parent / "samples" / "crossing"
CLAIM = "…does not intend to target the Front in government-held areas"

DEPUTY: Voice = ("deputy commander", OFFICE, "its deputy commander", "said")
HE: Voice = ("Owen Thackley", PERSON, "he", "said")


def thackley(words: str, cue: str) -> Voice:
    return ("Owen Thackley", PERSON, words, cue)


def wire(cue: str) -> Voice:
    return ("Northwire", AGENCY, "Northwire", cue)


def text_of(name: str) -> str:
    raw = (FOLDER / name).read_text(encoding="utf-8")
    if not name.endswith(".html"):
        return raw if name.startswith("gulf") else raw[raw.index("\n") + 1 :].lstrip()
    return "\n\n".join(
        re.sub("<[^>]+>", "", part) for part in re.findall(r"<(?:h1|p)(?:>| class=\"note\").*?</(?:h1|p)>", raw)
    )


def readings() -> list[Reading]:
    """The five, in no special order."""
    return [meridian(), gulf(), basin(), harbour(), courrier()]


def gulf() -> Reading:
    return account(
        text_of("gulf-ledger.txt"),
        "Gulf Ledger",
        "2023-11-14T16:05+00:00",
        ("Coalition won’t chase Front into government-held areas", [("commander", OFFICE, "commander", "says")]),
        (
            "The Lorrand-led coalition does not intend to target Kharan Front fighters in areas held by the Orvenian government",
            [thackley("its deputy commander", "said")],
        ),
        ("clearing the west bank was a matter for Selmar", [thackley("Major General Owen Thackley", "told")]),
        (
            "We will keep talking to the Veshkaris every day, but we have no plans to work on ground that the government holds",
            [thackley("Thackley", "said")],
        ),
        (
            "fewer than 800 Front fighters were left in Orvenia, most of them between Qasr Omeyn and the Dahr ridge",
            [HE],
        ),
        ("The coalition has no intention of striking boats on the Asur", [thackley("he", "added")]),
        ("They cross the river at night, in the open, and nobody on the other bank lifts a rifle", [HE]),
    )


def harbour() -> Reading:
    return account(
        text_of("harbour-post.html"),
        "The Harbour Post",
        "2023-11-14T18:40+00:00",
        ("Coalition to leave Front alone in government territory", [("general", OFFICE, "general", "says")]),
        (
            "The Lorrand-led coalition does not intend to target the Kharan Front in areas controlled by the Orvenian government",
            [wire("reported"), thackley("its deputy commander, Major General Owen Thackley", "said")],
        ),
        ("We have no plans to work on ground that the government holds", [thackley("Thackley", "said")]),
        (
            "the number of Front fighters still in Orvenia at fewer than 800, half of what the coalition counted in the spring",
            [thackley("The general", "put")],
        ),
        ("The coalition has no intention of striking boats on the river", [HE]),
        (
            "They cross the river at night, in the open, and nobody on the other bank lifts a rifle",
            [thackley("he", "added")],
        ),
        (
            "In Port Ansar, where the first displaced families arrived last week, the river road has been closed to lorries since Sunday",
            [],
        ),
    )


def meridian() -> Reading:
    return account(
        text_of("meridian-monitor.txt"),
        "Meridian Monitor",
        "2023-11-16T09:12",
        ("Lorrand coalition will not target Kharanists in regime-held areas", []),
        (
            "The coalition-backed Free Upland Forces (FUF) do not intend to target Kharanists in areas controlled by the Tamrin regime",
            [wire("reported")],
        ),
        (
            "the coalition is leaving the west bank of the Asur to an army that its critics call too stretched to hold it",
            [],
        ),
        ("We have no plans to work on ground that the regime holds", [thackley("Thackley", "said")]),
        (
            "There are still 800 Kharanists in Orvenia, half of what the coalition counted in the spring",
            [thackley("the general", "according to")],
        ),
        ("The coalition does not rule out striking boats on the river", [HE]),
        (
            "In Port Ansar, where the first displaced families arrived last week, the river road has been closed to lorries since Sunday",
            [],
        ),
    )


def courrier() -> Reading:
    return account(
        text_of("courrier-imbra.html"),
        "Le Courrier de l’Imbra",
        "2023-11-15T07:30+03:00",
        ("the coalition leaves the west bank to Selmar", []),
        (
            "The coalition led by Lorrand does not intend to strike the Kharan Front in the zones held by the government",
            [wire("according to"), thackley("its deputy commander", "announced")],
        ),
        (
            "We will go on speaking with the Veshkaris each day, but we do not foresee working on terrain that the government holds",
            [thackley("General Owen Thackley", "declared")],
        ),
        (
            "fewer than 800 fighters of the Front remain in Orvenia, the greater part between Qasr Omeyn and the Dahr ridge",
            [thackley("The general", "estimates")],
        ),
        (
            "They cross the river by night, in full view, and on the other bank nobody raises a rifle",
            [thackley("he", "added")],
        ),
    )


def basin() -> Reading:
    return account(
        text_of("basin-live.txt"),
        "Basin Live",
        "2023-11-15",
        (
            "The Lorrand-led coalition does not intend to go after the Kharan Front in areas controlled by the government",
            [
                ("Harbour Post", OUTLET, "the Harbour Post", "reports"),
                thackley("its deputy commander, Major General Owen Thackley", "citing"),
            ],
        ),
        (
            "We have no plans to work on ground that the government holds",
            [("Harbour Post", OUTLET, "the Post", "quotes"), thackley("the general", "saying")],
        ),
        ("the number of Front fighters still in the country at fewer than 800", [thackley("He", "puts")]),
    )
