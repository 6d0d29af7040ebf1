from pathlib import Path

import pytest

from accordingto.model import ResourceError
from accordingto.resources.quantities import open_quantity_words


def test_the_shipped_lexicon_opens_once() -> None:
    assert open_quantity_words() is open_quantity_words()


@pytest.mark.parametrize(
    ("measure", "kind"),
    [(None, None), ("%", "share"), ("km", "distance"), ("days", "duration"), ("USD", "money"), ("marks", "money")],
)
def test_units_have_kinds(measure: str | None, kind: str | None) -> None:
    assert open_quantity_words().kind_of(measure) == kind


@pytest.mark.parametrize("content", ["", "schema = 2", "not toml ["])
def test_another_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "quantities.toml"
    path.write_text(content)
    with pytest.raises(ResourceError, match="quantities"):
        open_quantity_words(path)
