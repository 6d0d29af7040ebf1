from pathlib import Path

from accordingto.export.codebook import codebook_page
from accordingto.resources.events import open_codebook

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "codebook.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == codebook_page(open_codebook())


def test_the_example_of_the_how_to_is_a_codebook(tmp_path: Path) -> None:
    how_to = (PAGE.parents[1] / "how-to" / "extend-the-codebook.md").read_text(encoding="utf-8")
    path = tmp_path / "codebook.toml"
    path.write_text(how_to.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    assert "POACH" in codebook_page(open_codebook(path))
