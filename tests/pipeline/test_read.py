"""The whole way with the shipped model. These tests ask for what must hold of any model: evidence, determinism, failures."""

import shutil
from pathlib import Path

import pytest

import accordingto
from accordingto.model import Implied, Inherited, InputError, ResourceError, Stated, UsageError, spans_of, text_of
from accordingto.pipeline.read import MODEL_VARIABLE, Failure, chosen_model, read_many
from accordingto.pipeline.reading import Reading
from accordingto.resources.model import SHIPPED, open_model

TEXT = """All the news of the gulf

Army takes the ridge at Dorva

May 4, 2023 at 9:10 am

Government troops have taken the ridge above the town of Dorva, Northwire reported yesterday.

“We will not leave it,” General Nadim Hazrun told reporters in Selmar. “Not this year, and not the next.”

Read: Miners strike at Zelenhor

The Front denied that it had lost the ridge, and a spokesman for the coalition declined to comment.

The fighting has cut the road to the north.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return accordingto.read_text(TEXT, outlet="Gulf Ledger")


def test_the_text_is_archived_as_it_came(reading: Reading) -> None:
    assert reading.report.text == TEXT
    assert reading.report.published is not None
    assert reading.report.published.value.iso == "2023-05-04T09:10"


def test_every_link_has_evidence_and_every_statement_starts_at_the_outlet(reading: Reading) -> None:
    assert len(reading.statements) >= 6
    for statement in reading.statements:
        assert statement.chain[0].source.name == "Gulf Ledger"
        assert statement.chain[0].source.evidence == Implied("outlet")
        for link in statement.voices:
            assert isinstance(link.source.evidence, Stated | Inherited | Implied)
            words = text_of(TEXT, spans_of(link.source.evidence))
            assert link.source.words is None or link.source.words in words


def test_who_says_what(reading: Reading) -> None:
    said = {reading.words(s.content): [link.source.name for link in s.voices] for s in reading.statements}
    (quoted,) = [names for words, names in said.items() if "not leave it" in words]
    assert quoted[-1] == "Nadim Hazrun"
    (denied,) = [s for s in reading.statements if s.act.value == "deny"]
    assert denied.factuality.value == "CT-"
    assert any(s.act.value == "no_response" for s in reading.statements)
    assert not any("Miners" in words for words in said)


def test_the_same_text_gives_the_same_records_whatever_was_read_before(reading: Reading) -> None:
    reader = accordingto.Reader()
    reader.read_text("Something else entirely was said by the minister on Monday, officials added.")
    again = reader.read_text(TEXT, outlet="Gulf Ledger")
    assert again.statements == reading.statements
    assert again.run == reading.run


def test_no_break_spaces_and_curly_quotes_survive() -> None:
    text = "The general said:\u00a0“We hold 12\u00a0km of it.”\n\nNobody else has said\u00a0so."
    reading = accordingto.read_text(text)
    assert reading.report.text == text
    assert all(span.end <= len(text) for s in reading.statements for span in s.content)


def test_a_long_text_is_read_in_windows_and_nothing_is_lost_at_their_edges() -> None:
    paragraph = "“We hold the ridge at post {},” General Nadim Hazrun said on Monday."
    text = "\n\n".join(paragraph.format(i) for i in range(120))
    reading = accordingto.read_text(text)
    found = {reading.words(s.content) for s in reading.statements if s.voices}
    assert sum(f"post {i},”" in " ".join(found) for i in range(120)) >= 117


def test_one_broken_file_stops_nothing(tmp_path: Path) -> None:
    good, empty, binary = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"
    good.write_text(TEXT, encoding="utf-8")
    empty.write_text(" \n")
    binary.write_bytes(b"%PDF-1.7\x00\x01\x02" * 40)
    results = list(read_many([empty, good, binary, tmp_path / "missing.txt"]))
    assert [type(r).__name__ for r in results] == ["Failure", "Reading", "Failure", "Failure"]
    assert all(isinstance(r.error, InputError) and len(str(r.error)) > 20 for r in results if isinstance(r, Failure))


def test_processes_give_the_same_records_in_the_same_order(tmp_path: Path) -> None:
    paths = []
    for i in range(3):
        path = tmp_path / f"{i}.txt"
        path.write_text(TEXT.replace("Dorva", f"Dorva{i}"), encoding="utf-8")
        paths.append(path)
    one = [r.statements for r in read_many(paths) if isinstance(r, Reading)]
    two = [r.statements for r in read_many(paths, jobs=2) if isinstance(r, Reading)]
    assert len(one) == 3
    assert one == two


def test_the_public_surface_is_complete() -> None:
    for name in accordingto.__all__:
        assert getattr(accordingto, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = accordingto.nonsense


def test_the_error_tree_is_drawn_in_its_docstring() -> None:
    from accordingto.model import errors

    for name in dir(errors):
        kind = getattr(errors, name)
        if isinstance(kind, type) and issubclass(kind, accordingto.AccordingtoError):
            assert name in (errors.__doc__ or ""), name
    assert issubclass(UsageError, accordingto.AccordingtoError)


def test_another_model_is_opened_where_the_environment_names_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(SHIPPED, other)
    monkeypatch.setenv(MODEL_VARIABLE, str(other))
    assert chosen_model() == other
    assert accordingto.Reader().model.sha256 == open_model(SHIPPED).sha256
    (other / "heads.npz").unlink()
    with pytest.raises(ResourceError, match="other"):
        accordingto.Reader()


def test_the_variable_is_documented() -> None:
    how_to = Path(__file__).parents[2] / "docs" / "how-to" / "choose-the-model.md"
    assert MODEL_VARIABLE in how_to.read_text(encoding="utf-8")
