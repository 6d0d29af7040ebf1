from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from accordingto.capture.gather import Found, Item, Missed, Skipped
from accordingto.model import IntegrityError
from tests.capture.test_gather import all_of, check_resumes

PAGE = b"<html><body><h2>Archived media for https://x.example/2</h2><p>Selmar was quiet.</p></body></html>"
NAMES = [
    "Link",
    "Archive status",
    "Archive location",
    "Archive date",
    "Upload timestamp",
    "Upload title",
    "Text content",
    "Hash",
    "WACZ",
]


def sha(data: bytes) -> str:
    return "SHA-256:" + hashlib.sha256(data).hexdigest()


def sheet(tmp_path: Path, rows: list[list[str]], names: list[str] = NAMES) -> Path:
    made = io.StringIO(newline="")
    csv.writer(made).writerows([names, *rows])
    path = tmp_path / "sheet.csv"
    path.write_text(made.getvalue())
    return path


def found(items: list[Item]) -> list[Found]:
    return [item for item in items if isinstance(item, Found)]


def test_a_sheet_keeps_the_hashes_that_it_states(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "two.html").write_bytes(PAGE)
    (tmp_path / "archive" / "three.html").write_bytes(PAGE)
    (tmp_path.parent / "outside.html").write_bytes(PAGE)
    hash_ = sha(PAGE)
    path = sheet(
        tmp_path,
        [
            ["https://x.example/1", "telethon: success", "https://cdn.example/1.html", "2024-02-03T10:00:00+00:00",
             "2024-02-01T08:30:00+00:00",
             "A post", "Shells hit the market in Selmar, two residents said.", "SHA3-512:" + "ab" * 64, ""],
            ["https://x.example/2", "html: success", "/srv/out/archive/two.html", "", "", "", "", hash_, ""],
            ["https://x.example/3", "html: success", "archive/three.html", "", "", "", "Text too.", sha(b"other"), ""],
            ["https://x.example/4", "Archive failed no archiver", "", "", "", "", "", "", ""],
            ["https://x.example/5", "wayback: success", "https://cdn.example/5.html", "", "", "", "", "not-calculated", ""],
            ["https://x.example/6", "html: success", "../outside.html", "", "", "", "", hash_, ""],
        ],
    )  # fmt: skip
    items = all_of(path)
    assert [type(item) for item in items] == [Found, Found, Missed, Found, Skipped, Skipped, Skipped]
    one, two, three = found(items)
    assert (one.capture.url, one.published, one.title) == ("https://x.example/1", "2024-02-01T08:30:00+00:00", "A post")
    assert one.capture.sightings[0].at == "2024-02-03T10:00:00+00:00"
    assert one.capture.hashes == (("SHA3-512:" + "ab" * 64, f"{path}#row=1 of https://cdn.example/1.html"),)
    assert (two.capture.data, two.capture.hashes) == (PAGE, ((hash_, f"{path}#row=2 of /srv/out/archive/two.html"),))
    assert three.capture.data == b"Text too."
    assert isinstance(items[2], Missed)
    assert isinstance(items[2].error, IntegrityError)
    assert [item.reason for item in items if isinstance(item, Skipped)] == [
        "archive status: Archive failed no archiver", "archived elsewhere", "archived elsewhere",
    ]  # fmt: skip
    check_resumes(path)


def test_a_wacz_beside_the_sheet_is_read(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    from tests.capture.test_warc import PAGE as WEB
    from tests.capture.test_warc import http, packed, record, wacz

    wacz(tmp_path, packed(record(http(WEB)), record(http(WEB + b"2"))))
    path = sheet(
        tmp_path, [["https://x.example/1", "wacz: success", "", "", "", "", "unused", sha(b"?"), "out/a.wacz"]]
    )
    items = all_of(path)
    assert [item.capture.data for item in found(items)] == [WEB, WEB + b"2"]
    assert [place for _, place in found(items)[0].capture.hashes] == [
        f"{tmp_path}/a.wacz#datapackage.json",
        f"{path}#row=1",
    ]
    check_resumes(path)
    assert zipfile.is_zipfile(tmp_path / "a.wacz")


def test_the_archivers_own_table(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    metadata = (
        "{'_processed_at': datetime.datetime(2024, 2, 3, 10, 0, 5, 123, tzinfo=datetime.timezone.utc), 'url': 'https://x.example/1', "
        "'title': 'A post', 'timestamp': datetime.datetime(2024, 2, 1, 8, 30), 'content': 'Shells hit the market.'}"
    )
    media = f"[{{'filename': '/tmp/x/page.html', '_key': 'page.html', 'urls': [], 'properties': {{'hash': '{sha(PAGE)}'}}}}]"
    path = sheet(
        tmp_path,
        [["html: success", metadata, media], ["html: success", "{'url': open('x')}", "[]"]],
        ["status", "metadata", "media"],
    )
    items = all_of(path)
    assert [type(item) for item in items] == [Found, Missed]
    (one,) = found(items)
    assert (one.capture.data, one.published) == (b"Shells hit the market.", "2024-02-01T08:30:00")
    assert one.capture.sightings[0].at == "2024-02-03T10:00:05+00:00"
    assert one.capture.hashes == ((sha(PAGE), f"{path}#row=1 of page.html"),)
    check_resumes(path)
