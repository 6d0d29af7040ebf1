"""Small made-up groups of reports besides the shipped sample."""

from __future__ import annotations

from accordingto.pipeline.reading import Reading
from tests.compare.build import AGENCY, ORGANISATION, PERSON, Voice, account

FERRO: Voice = ("Kamal Ferro", PERSON, "Brigadier Kamal Ferro", "said")
MESKARI: Voice = ("Abu Laith al-Meskari", PERSON, "Abu Laith al-Meskari", "said")


def dam() -> list[Reading]:
    """One claim from two speakers who have nothing to do with each other, and a third report that follows the first."""
    return [
        account(
            "Army takes the dam\n\nThe army took the Lake Imbra dam on Monday, Brigadier Kamal Ferro told reporters.\n\n"
            "“Our flag has flown over the spillway since four in the morning,” Ferro said.",
            "Radio Asur",
            "2023-05-01T10:00+03:00",
            ("The army took the Lake Imbra dam on Monday", [("Kamal Ferro", PERSON, "Brigadier Kamal Ferro", "told")]),
            (
                "Our flag has flown over the spillway since four in the morning",
                [("Kamal Ferro", PERSON, "Ferro", "said")],
            ),
        ),
        account(
            "Dam has fallen\n\nThe army took the Lake Imbra dam, the engineer Lena Orsk said in an interview.\n\n"
            "“I handed them the keys to the turbine hall myself,” Orsk said.",
            "The Zhelin Herald",
            "2023-05-01T11:00+03:00",
            ("The army took the Lake Imbra dam", [("Lena Orsk", PERSON, "the engineer Lena Orsk", "said")]),
            ("I handed them the keys to the turbine hall myself", [("Lena Orsk", PERSON, "Orsk", "said")]),
        ),
        account(
            "Flag over the dam\n\nGovernment forces took the Lake Imbra dam, according to Brigadier Ferro.\n\n"
            "“Our flag has flown over the spillway since four,” he said.",
            "Ishrat Daily",
            "2023-05-02",
            ("Government forces took the Lake Imbra dam", [("Ferro", PERSON, "Brigadier Ferro", "according to")]),
            ("Our flag has flown over the spillway since four", [("Ferro", PERSON, "he", "said")]),
        ),
    ]


def denial() -> list[Reading]:
    """A claim, and the other side's denial of it."""
    return [
        account(
            "Front lost Manshar\n\nKharan Front fighters have left Manshar, Brigadier Kamal Ferro said.",
            "Selmar Today",
            "2023-06-03T09:00+03:00",
            ("Kharan Front fighters have left Manshar", [FERRO]),
        ),
        account(
            "Front: we are in Manshar\n\nKharan Front fighters have not left Manshar, Abu Laith al-Meskari said, "
            "answering what Selmar Today reported.",
            "Meridian Monitor",
            "2023-06-03T15:00+03:00",
            (
                "Kharan Front fighters have not left Manshar",
                [("Selmar Today", AGENCY, "Selmar Today", "reported"), MESKARI],
            ),
        ),
    ]


def wire_at_hand() -> list[Reading]:
    """An agency's own report and two that print it, one without saying so; the clocks of the latter two are not known."""
    body = (
        "Three trucks of flour reached the besieged suburb through the mill gate before noon, the first in eleven weeks, "
        "relief workers said.\n\nThe drivers turned back under fire an hour later and left the last sacks on the verge."
    )
    claim = (
        "Three trucks of flour reached the besieged suburb through the mill gate before noon, the first in eleven weeks"
    )
    workers: Voice = ("relief workers", ORGANISATION, "relief workers", "said")
    return [
        account(
            f"Flour reaches suburb\n\nSELMAR, March 9 (Northwire) – {body}",
            "Northwire",
            "2023-03-09T13:00+03:00",
            (claim, [workers]),
        ),
        account(
            f"Flour at last\n\nSELMAR, March 9 (Northwire) – {body}", "Gulf Ledger", "2023-03-09", (claim, [workers])
        ),
        account(f"Suburb gets bread\n\n{body}", "Castel Tribune", "2023-03-09", (claim, [workers])),
    ]


def silent() -> list[Reading]:
    """Two reports that tell the same in their own voice."""
    return [
        account(
            f"{title}\n\nTwo bridges over the Asur were destroyed {when}.",
            outlet,
            "2023-07-01",
            (f"Two bridges over the Asur were destroyed {when}", []),
        )
        for title, when, outlet in (
            ("Bridges down", "overnight", "Radio Asur"),
            ("Asur cut", "before dawn", "Upland Voice"),
        )
    ]


def briefing_twice(second: str) -> list[Reading]:
    """One person at a briefing in two reports with nothing else in common, the second published on a given day."""
    return [
        account(
            "Ferro: road open\n\nThe Sahel Road has been opened to traffic, Brigadier Kamal Ferro said at a briefing in Selmar.",
            "Selmar Today",
            "2023-04-02T10:00+03:00",
            ("The Sahel Road has been opened to traffic", [FERRO]),
        ),
        account(
            "Highway reopens\n\nTraffic moves on the Sahel Road, opened again at last, Kamal Ferro said at his briefing.",
            "Ishrat Daily",
            second,
            ("Traffic moves on the Sahel Road, opened again at last", [("Kamal Ferro", PERSON, "Kamal Ferro", "said")]),
        ),
    ]
