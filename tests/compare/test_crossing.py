"""Differences between statements of different matters."""

from __future__ import annotations

import numpy as np
import pytest

from accordingto.compare.accounts import canonical_order
from accordingto.compare.candidates import weights_of
from accordingto.compare.crossing import Crossing
from accordingto.compare.lineage import handful
from accordingto.compare.normalise import canon_of
from accordingto.compare.polarity import denies, seen
from accordingto.compare.said import said_of
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame
from accordingto.compare.thresholds import DEFAULTS
from accordingto.compare.together import NOTHING_LEARNT, Together
from accordingto.model import Relation, RelationKind
from accordingto.pipeline.reading import Reading
from tests.compare.build import PERSON, account
from tests.compare.words import WORDS

FERRO = [("Kamal Ferro", PERSON, "Kamal Ferro", "said")]
HARKI = [("Dilan Harki", PERSON, "Dilan Harki", "said")]

SHOT = "Men of the People's Guard executed eleven unarmed villagers of Beit Zarun behind the orchard wall after they had taken the hill"
NOBODY = "Nobody was executed in Beit Zarun"
RAIN = "Nobody in Beit Zarun remembers such rain"


def told(words: str, outlet: str, hour: int, voice: list[tuple[str, object, str, str]]) -> Reading:
    """A report with one statement."""
    text = f"News of the day\n{words}, {voice[0][0]} said."
    return account(text, outlet, f"2023-05-01T{hour}:00+00:00", (words, voice))  # type: ignore[arg-type]


ACCUSES, DENIES = told(SHOT, "Radio Asur", 10, HARKI), told(NOBODY, "Gulf Ledger", 12, FERRO)
RAINS = told(RAIN, "Gulf Ledger", 12, FERRO)


def crossed(
    *readings: Reading, cosine: float, known: frozenset[tuple[str, str]] = frozenset(), likely: float = 0.0
) -> list[Relation]:
    """The differences found between reports, the contents of which all have one cosine."""
    accounts = canonical_order(readings)
    frame = Frame(canon_of([one.report.text for one in accounts], WORDS), WORDS, {})
    said = {one.report.id: said_of(one, frame.canon) for one in accounts}
    every = [one for some in said.values() for one in some]
    own = np.eye(len(every)) * (1 - cosine) ** 0.5
    meanings = {one.content: np.array([cosine**0.5, *own[i]], np.float32) for i, one in enumerate(every)}
    scene = Scene(handful(accounts, WORDS), {}, said, {}, WORDS)
    at = {one.id: n for n, one in enumerate(every)}
    together = Together(every, at, np.full((len(every), len(every)), likely))
    return Crossing(scene, weights_of(every), frame, DEFAULTS, together).relations(meanings, known)


def test_what_is_likely_about_one_thing_is_compared_whatever_it_says() -> None:
    [found] = crossed(ACCUSES, DENIES, cosine=0.1, likely=DEFAULTS.likely_pair)
    assert found.kind is RelationKind.CONTRADICTS
    assert (found.a, found.b) == (ACCUSES.statements[0].id, DENIES.statements[0].id)
    assert [found] == crossed(DENIES, ACCUSES, cosine=0.1, likely=DEFAULTS.likely_pair)
    [found] = crossed(ACCUSES, RAINS, cosine=0.1, likely=DEFAULTS.likely_pair)
    assert (found.a, found.b) == (ACCUSES.statements[0].id, RAINS.statements[0].id)
    pair = frozenset([(found.a, found.b)])
    assert not crossed(ACCUSES, RAINS, cosine=0.1, likely=DEFAULTS.likely_pair, known=pair)
    assert not crossed(ACCUSES, RAINS, cosine=0.1, likely=DEFAULTS.likely_pair / 2)


def test_without_vectors_nothing_is_found() -> None:
    accounts = canonical_order([ACCUSES, DENIES])
    frame = Frame(canon_of([one.report.text for one in accounts], WORDS), WORDS, {})
    said = {one.report.id: said_of(one, frame.canon) for one in accounts}
    scene = Scene(handful(accounts, WORDS), {}, said, {}, WORDS)
    weights = weights_of([one for some in said.values() for one in some])
    assert not Crossing(scene, weights, frame, DEFAULTS, NOTHING_LEARNT).relations({}, frozenset())


def test_a_headline_in_other_words_is_held_against_what_is_nearest_below_it() -> None:
    head, near, other = "Militia put villagers to death", SHOT, "The road to Manshar was closed on Monday"
    text = f"{head}\n{near}, Dilan Harki said.\n{other}."
    one = account(text, "Radio Asur", "2023-05-01T10:00+00:00", (head, []), (near, HARKI), (other, []))
    [found] = crossed(one, cosine=0.5)
    assert one.by_id[found.b].content[0].start == 0
    assert one.by_id[found.a].content[0].start == text.index(near)
    assert not crossed(one, cosine=0.5, known=frozenset([(found.a, found.b)]))
    assert not crossed(one, cosine=0.3)


@pytest.mark.parametrize(("denial", "is_one"), [(DENIES, True), (RAINS, False)])
def test_what_is_negated_must_be_what_the_other_says(denial: Reading, is_one: bool) -> None:
    canon = canon_of([ACCUSES.report.text, denial.report.text], WORDS)
    a, b = (seen(said_of(one, canon)[0], canon, WORDS) for one in (ACCUSES, denial))
    assert denies(a, b) == denies(b, a) == is_one
