import numpy as np

from accordingto.compare.candidates import weights_of
from accordingto.compare.counterparts import Counterparts
from accordingto.compare.together import NOTHING_LEARNT, Together
from tests.compare.words import frame_of, saying

SOURCE = "The clinic has oxygen for ten days"


def test_what_is_likely_about_one_thing_is_compared_whatever_words_it_shares() -> None:
    report = "Doctors can ventilate patients until Sunday"
    frame = frame_of(SOURCE, report)
    one, other = saying(report, frame), saying(SOURCE, frame)
    weights = weights_of([one, other])
    likely = Together([one, other], {one.id: 0, other.id: 1}, np.ones((2, 2)))
    assert Counterparts(weights, frame, NOTHING_LEARNT).of(one, [other]) == []
    assert [found for _, found in Counterparts(weights, frame, likely).of(one, [other])] == [other]


def test_words_that_are_shared_lead_before_any_likelihood() -> None:
    near, far, report = SOURCE, "Its plant has been out of order", "The clinic has oxygen for two weeks"
    frame = frame_of(near, far, report)
    one, theirs = saying(report, frame), [saying(far, frame), saying(near, frame)]
    every = [one, *theirs]
    likely = Together(every, {said.id: n for n, said in enumerate(every)}, np.ones((3, 3)))
    assert [found for _, found in Counterparts(weights_of(every), frame, likely).of(one, theirs)] == [theirs[1]]


def test_words_that_are_shared_do_not_lead_where_all_else_tells_of_two_things() -> None:
    near, report = "The clinic has oxygen for ten days", "The clinic has oxygen for two weeks"
    frame = frame_of(near, report)
    one, other = saying(report, frame), saying(near, frame)
    weights = weights_of([one, other])
    unlikely = Together([one, other], {one.id: 0, other.id: 1}, np.eye(2))
    assert [found for _, found in Counterparts(weights, frame, NOTHING_LEARNT).of(one, [other])] == [other]
    assert Counterparts(weights, frame, unlikely).of(one, [other]) == []
