from pathlib import Path

import pytest

from accordingto.evaluate.floors import WATCHED
from accordingto.evaluate.measures import DRAWS, LEAST
from accordingto.evaluate.predict import TASKS
from accordingto.evaluate.score import SCORERS
from accordingto.evaluate.tasks import CONTRACT

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "evaluate.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("task", sorted({*CONTRACT, *TASKS, *SCORERS}))
def test_every_task_is_described(task: str) -> None:
    assert f"`{task}`" in PAGE


@pytest.mark.parametrize("figure", sorted({name for names in WATCHED.values() for name in names}))
def test_every_watched_figure_is_described(figure: str) -> None:
    assert figure in PAGE


def test_numbers_on_the_page_are_those_of_the_code() -> None:
    assert f"over {DRAWS} draws" in PAGE
    assert f"at least {LEAST} gold statements" in PAGE
