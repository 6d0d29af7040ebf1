"""A wire and what desks make of it, one step further each time."""

from __future__ import annotations

from accordingto.pipeline.reading import Reading
from tests.compare.build import account

WIRE = (
    "SELMAR, March 9 (Northwire) – Three trucks of flour reached the besieged suburb through the mill gate before noon, the first in "
    "eleven weeks, relief workers said.\n\nThe drivers turned back under fire an hour later and left the last sacks on the verge.\n\n"
    "Bakers in the suburb had been mixing barley and sawdust since January, said Umm Karim, who keeps an oven behind the mosque.\n\n"
    "The army said that it knew of no shooting at the gate."
)
REWRITE = (
    "Three lorries of flour reached the starving suburb through the mill gate before noon, the first in eleven weeks.\n\n"
    "The drivers turned back under heavy fire an hour later and left the last bags on the verge.\n\n"
    "Our readers have sent blankets since the autumn, and the collection goes on in all our offices."
)
AGAIN = (
    "Three lorries of flour reached the starving suburb at last, through the mill gate and before noon.\n\n"
    "The drivers turned back under heavy fire and left the last bags on the verge.\n\n"
    "Northwire reported that the army knew of nothing."
)
RETOLD = (
    "Bread has come to the suburb that the army has closed off: flour on three trucks, by way of the mill gate, for the first time in "
    "eleven weeks.\n\nIt did not last, since fire on the drivers made them turn back after an hour and there are sacks lying on the "
    "verge.\n\nSawdust and barley were what bakers had mixed since January. Umm Karim has an oven behind the mosque.\n\n"
    "Nobody shot at the gate as far as the army knows."
)
ELSEWHERE = (
    "A visit to the suburb shows empty shelves and children with sticks for legs.\n\nThe mayor counts the days since the last bread on the "
    "wall of his office, and will not say what number he has reached.\n\nTrucks are parked beyond the gate."
)


def wire(outlet: str = "Northwire", when: str = "2023-03-09T13:00+03:00") -> Reading:
    return account(f"Flour reaches suburb\n\n{WIRE}", outlet, when)


def reprint() -> Reading:
    return account(f"Flour at last\n\n{WIRE.split(' – ')[1]}", "Castel Tribune", "2023-03-09T15:00+03:00")


def rewrite() -> Reading:
    return account(f"Suburb gets bread\n\n{REWRITE}", "Upland Voice", "2023-03-09T16:00+03:00")


def again() -> Reading:
    return account(f"Bread, then bullets\n\n{AGAIN}", "Gulf Ledger", "2023-03-09T18:00+03:00")


def retold() -> Reading:
    return account(f"Sacks on the verge\n\n{RETOLD}", "Radio Asur", "2023-03-09T19:00+03:00")


def elsewhere() -> Reading:
    return account(f"Empty shelves\n\n{ELSEWHERE}", "The Harbour Post", "2023-03-09T20:00+03:00")
