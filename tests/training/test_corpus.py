"""The stories that are learnt from."""

from evals.travel.compile import stories
from training.corpus import corpus, drills, lessons
from training.folds import FOLDS, fold_of, without_fold


def test_lessons_keep_to_the_rules_and_are_no_stories_that_are_measured_on() -> None:
    measured = {story.name for story in stories()}
    found = lessons()  # fails where a rule is broken
    assert len(found) > 20
    assert not measured & {lesson.name for lesson in found}
    assert not any(lesson.held_back for lesson in found)
    assert all(
        member.get("occasion") for lesson in found for matter, _ in lesson.matters for member in matter["members"]
    )


def test_nothing_else_is_learnt_from_drills() -> None:
    found = drills()  # fails where a rule is broken
    assert len(found) > 50
    assert not {story.name for story in corpus()} & {drill.name for drill in found}
    assert not any(drill.held_back for drill in found)
    assert {fold_of(drill.name) for drill in found} == {None}


def test_a_story_is_answered_without_its_fold_and_nothing_is_learnt_from_one_held_back() -> None:
    found = corpus()
    for fold in (None, *range(FOLDS)):
        some = {one.name for one in without_fold(fold)}
        assert some == {one.name for one in found if not one.held_back and (fold is None or fold_of(one.name) != fold)}
    assert {fold_of(one.name) for one in found if one.held_back} == {None}
    assert {fold_of(one.name) for one in lessons()} == {*range(FOLDS)}
