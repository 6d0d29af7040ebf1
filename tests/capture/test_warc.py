from __future__ import annotations

import base64
import gzip
import hashlib
import json
import random
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.capture.archives.digests import holds
from accordingto.capture.archives.http import decoded, response_of, unchunked
from accordingto.capture.gather import Found, Item, Missed, Options, Skipped, gather
from accordingto.evaluate.archive import write_archive
from accordingto.evaluate.gathering import measure
from accordingto.model import AccordingtoError, InputError, IntegrityError, TooLarge, UsageError
from tests.capture.test_gather import all_of, check_resumes

pytest.importorskip("fastwarc")
PAGE = b"<html><body><p>Selmar was quiet on Monday, two residents said.</p></body></html>"
URL = "https://post.example/selmar"


def sha1(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def record(block: bytes, *, url: str = URL, kind: str = "response", length: int | None = None, **stated: str) -> bytes:
    lines = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000001>",
        "WARC-Date": "2024-03-01T10:00:00Z",
        "WARC-Target-URI": url,
        "Content-Type": "application/http; msgtype=response",
        **{name.replace("_", "-"): value for name, value in stated.items()},
        "Content-Length": str(len(block) if length is None else length),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def http(body: bytes, *headers: str, status: int = 200, media_type: str = "text/html; charset=utf-8") -> bytes:
    lines = (f"HTTP/1.1 {status} OK", f"Content-Type: {media_type}", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def packed(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def read(tmp_path: Path, data: bytes, name: str = "a.warc.gz", **options: object) -> list[Item]:
    (tmp_path / name).write_bytes(data)
    return all_of(tmp_path / name, **options)


def one(tmp_path: Path, data: bytes, **options: object) -> Item:
    (item,) = read(tmp_path, data, **options)
    return item


def found(items: list[Item]) -> list[Found]:
    return [item for item in items if isinstance(item, Found)]


def test_a_response_is_a_capture_of_its_own(tmp_path: Path) -> None:
    block = http(PAGE, "Server: press", media_type="text/html; charset=ISO-8859-9")
    item = one(tmp_path, packed(record(block, WARC_Payload_Digest=sha1(PAGE), WARC_Block_Digest=sha1(block))))
    assert isinstance(item, Found)
    capture, where = item.capture, f"{tmp_path}/a.warc.gz#offset=0"
    assert (capture.data, capture.url, capture.declared_encoding) == (PAGE, URL, "ISO-8859-9")
    assert (capture.sightings[0].where, capture.sightings[0].at) == (where, "2024-03-01T10:00:00Z")
    assert ("Server", "press") in capture.headers
    assert capture.hashes == (
        (sha1(block), f"{where} WARC-Block-Digest"),
        (sha1(PAGE), f"{where} WARC-Payload-Digest"),
    )


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("whole", [True, False])
def test_an_archive_goes_on_after_any_record(tmp_path: Path, plain: bool, whole: bool) -> None:
    records = [record(http(PAGE + b"%d" % i), url=f"{URL}/{i}") for i in range(5)]
    records.insert(2, record(b"\x89PNG", url=URL))
    records.insert(4, record(b"a: b\r\n", kind="warcinfo", Content_Type="application/warc-fields"))
    data = b"".join(records) if plain else gzip.compress(b"".join(records)) if whole else packed(*records)
    items = read(tmp_path, data, "a.warc" if plain else "a.warc.gz")
    assert [type(item) for item in items] == [Found, Found, Skipped, Found, Found, Found]
    assert len({item.position for item in items}) == 6
    check_resumes(tmp_path / ("a.warc" if plain else "a.warc.gz"))


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(PAGE, mtime=0)),
        ("Content-Encoding: gzip", PAGE),
        (
            "Transfer-Encoding: chunked",
            b"5;x=y\r\n" + PAGE[:5] + b"\r\n%X\r\n" % (len(PAGE) - 5) + PAGE[5:] + b"\r\n0\r\n\r\n",
        ),
        ("Transfer-Encoding: chunked", PAGE),
    ],
)
def test_encodings_are_undone_and_either_payload_holds(tmp_path: Path, header: str, body: bytes) -> None:
    for digest in (sha1(body), sha1(PAGE), "md5:" + hashlib.md5(PAGE).hexdigest(), "blake3:abcd"):
        item = one(tmp_path, packed(record(http(body, header), WARC_Payload_Digest=digest)))
        assert isinstance(item, Found)
        assert item.capture.data == PAGE
        assert item.capture.hashes[0][0] == digest


def test_brotli_and_zstandard(tmp_path: Path) -> None:
    from fastwarc.stream_io import BrotliWriter, ZstdWriter

    for name, make in (("br", BrotliWriter), ("zstd", ZstdWriter)):
        writer = make(str(tmp_path / name))
        writer.write(PAGE)
        writer.close()
        made = (tmp_path / name).read_bytes()
        assert made != PAGE
        assert decoded(made, name, limit=10**6) == PAGE
        assert decoded(PAGE, name, limit=10**6) == PAGE


def test_a_digest_that_does_not_hold_is_missed_and_the_rest_is_read(tmp_path: Path) -> None:
    wrong = record(http(PAGE + b"!"), WARC_Payload_Digest=sha1(PAGE))
    items = read(tmp_path, packed(wrong, record(http(PAGE))))
    assert [type(item) for item in items] == [Missed, Found]
    assert isinstance(items[0], Missed)
    assert isinstance(items[0].error, IntegrityError)
    assert "WARC-Payload-Digest" in str(items[0].error)
    check_resumes(tmp_path / "a.warc.gz")


def test_what_is_no_report_is_skipped_by_reason(tmp_path: Path) -> None:
    items = read(
        tmp_path,
        packed(
            record(http(PAGE, status=404)),
            record(http(b"\x89PNG\r\n\x1a\n", media_type="image/png")),
            record(http(b"User-agent: *", media_type="text/plain"), url="https://post.example/robots.txt"),
            record(http(b" ")),
            record(http(b"\xff\xd8\xff\xe0" + bytes(50))),
            record(b"1.2.3.4", url="dns:post.example", Content_Type="text/dns"),
            record(b"", kind="revisit", WARC_Payload_Digest=sha1(b"elsewhere")),
            record(
                b"Selmar was quiet.",
                kind="resource",
                url="urn:text:https://post.example/selmar",
                Content_Type="text/plain",
            ),
        ),
    )
    assert [item.reason for item in items if isinstance(item, Skipped)] == [
        "status 404", "image/png", "robots.txt", "empty", "neither text nor document", "no HTTP response, dns",
        "revisit of a record that is not in this file", "a record of urn",
    ]  # fmt: skip


def test_a_revisit_is_the_earlier_payload_seen_again(tmp_path: Path) -> None:
    first = record(http(gzip.compress(PAGE), "Content-Encoding: gzip"), WARC_Payload_Digest=sha1(PAGE))
    again = record(
        http(b""), kind="revisit", url=URL + "?again", WARC_Payload_Digest=sha1(PAGE), WARC_Date="2024-03-02T10:00:00Z"
    )
    items = found(read(tmp_path, packed(first, record(http(b"<html>other</html>")), again)))
    assert [item.capture.id == items[0].capture.id for item in items] == [True, False, True]
    assert items[2].capture.sightings[0].at == "2024-03-02T10:00:00Z"
    assert items[2].capture.url == URL + "?again"
    assert items[2].capture.sightings[0].where.endswith(f"#{items[2].position}")
    check_resumes(tmp_path / "a.warc.gz")


def test_resources_and_pdf_are_payloads_too(tmp_path: Path) -> None:
    resource = record(b"Selmar was quiet.", kind="resource", Content_Type="text/plain; charset=latin-1")
    items = found(read(tmp_path, packed(resource, record(http(b"%PDF-1.4 x", media_type="application/pdf")))))
    assert [item.capture.media_type for item in items] == ["text/plain", "application/pdf"]
    assert items[0].capture.declared_encoding == "latin-1"


def test_a_file_that_was_cut_off_keeps_what_is_whole(tmp_path: Path) -> None:
    whole = [packed(record(http(random.Random(i).randbytes(3000).hex().encode()))) for i in range(3)]
    data = b"".join(whole)
    for cut in range(len(data) - len(whole[2]) + 40, len(data) - 20, 97):
        items = read(tmp_path, data[:cut])
        assert [type(item) for item in items] == [Found, Found, Missed]
        check_resumes(tmp_path / "a.warc.gz")


def test_a_damaged_record_does_not_lose_the_next(tmp_path: Path) -> None:
    records = [
        packed(record(http(random.Random(i).randbytes(3000).hex().encode()), url=f"{URL}/{i}")) for i in range(4)
    ]
    for at in (0, 1, 40, 700):
        broken = bytearray(records[1])
        broken[at] ^= 0xFF
        items = read(tmp_path, records[0] + bytes(broken) + records[2] + records[3])
        assert [item.capture.url for item in found(items)][-2:] == [f"{URL}/2", f"{URL}/3"]
        assert found(items)[0].capture.url == f"{URL}/0"
        assert len([item for item in items if isinstance(item, Missed)]) == 1
        check_resumes(tmp_path / "a.warc.gz")


def test_a_body_that_unpacks_to_too_much_is_missed(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(20_000_000))
    item = one(tmp_path, packed(record(http(bomb, "Content-Encoding: gzip"))), limit=1_000_000)
    assert isinstance(item, Missed)
    assert isinstance(item.error, TooLarge)


def wacz(tmp_path: Path, warc: bytes, *, hash_: str | None = None, packing: int = zipfile.ZIP_STORED) -> Path:
    path = tmp_path / "a.wacz"
    resources = [{"path": "archive/data.warc.gz", "hash": hash_ or "sha256:" + hashlib.sha256(warc).hexdigest()}]
    package = json.dumps({"resources": resources}).encode()
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("archive/data.warc.gz", warc)
        archive.writestr("../../evil.warc.gz", warc)
        archive.writestr("datapackage.json", package)
        archive.writestr(
            "datapackage-digest.json", json.dumps({"hash": "sha256:" + hashlib.sha256(package).hexdigest()})
        )
    return path


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_wacz_keeps_the_hashes_of_its_files(tmp_path: Path, packing: int) -> None:
    data = packed(*[record(http(PAGE + b"%d" % i)) for i in range(3)])
    path = wacz(tmp_path, data, packing=packing)
    items = all_of(path)
    assert [type(item) for item in items] == [Found] * 3
    assert found(items)[0].capture.hashes == (
        ("sha256:" + hashlib.sha256(data).hexdigest(), f"{path}#datapackage.json"),
    )
    assert items[1].position.startswith("archive/data.warc.gz#offset=")
    check_resumes(path)


def test_a_wacz_whose_hash_does_not_hold_says_so_and_is_read(tmp_path: Path) -> None:
    path = wacz(tmp_path, packed(record(http(PAGE))), hash_="sha256:" + "0" * 64)
    items = all_of(path)
    assert [type(item) for item in items] == [Missed, Found]
    assert isinstance(items[0], Missed)
    assert isinstance(items[0].error, IntegrityError)
    check_resumes(path)


def test_the_made_archive_has_its_pages(tmp_path: Path) -> None:
    write_archive(tmp_path / "a.warc.gz", 120, seed=3, words=120)
    write_archive(tmp_path / "b.warc.gz", 120, seed=3, words=120)
    assert (tmp_path / "a.warc.gz").read_bytes() == (tmp_path / "b.warc.gz").read_bytes()
    items = all_of(tmp_path / "a.warc.gz")
    assert len({item.capture.id for item in found(items)}) == 120
    assert len(found(items)) > 120, "revisits are sightings"
    assert not [item for item in items if isinstance(item, Missed)]
    measured = measure(tmp_path / "a.warc.gz")
    assert (measured["found"], sum(measured["skipped"].values())) == (len(found(items)), len(items) - len(found(items)))
    assert measured["fastwarc_alone"] > 0


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_bytes_that_make_no_sense_are_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    records = packed(*[record(http(PAGE + b"%d" % i), WARC_Payload_Digest=sha1(PAGE + b"%d" % i)) for i in range(3)])
    plain = b"".join(record(http(PAGE)) for _ in range(3))
    made = bytearray(data.draw(st.sampled_from([records, plain])))
    for _ in range(data.draw(st.integers(0, 6))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("fuzz") / "a.warc.gz"
    path.write_bytes(bytes(made[: data.draw(st.integers(1, len(made)))]))
    for item in gather(str(path), Options()):
        if isinstance(item, Missed):
            assert isinstance(item.error, (InputError, IntegrityError))


@given(st.binary(max_size=300), st.lists(st.integers(1, 50)))
def test_chunks_come_together(body: bytes, sizes: list[int]) -> None:
    parts, at = [], 0
    for size in sizes:
        if body[at : at + size]:
            parts.append(body[at : at + size])
            at += size
    parts += [body[at:]] if body[at:] else []
    made = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
    response = response_of(http(made, "Transfer-Encoding: chunked"))
    assert response
    assert not parts or unchunked(response) == body


@given(st.binary(max_size=200))
def test_any_body_is_decoded_or_an_error_of_ours(body: bytes) -> None:
    for name in ("gzip", "deflate", "br", "zstd", "gzip, br", "lzma"):
        try:
            decoded(body, name, limit=1000)
        except AccordingtoError:
            continue


def test_digests_in_all_spellings() -> None:
    raw = hashlib.sha256(b"x").digest()
    for value in (raw.hex(), base64.b32encode(raw).decode(), base64.b64encode(raw).decode()):
        assert holds("sha-256:" + value, b"y", b"x")
        assert holds("sha256:" + value, b"y") is False
    assert holds("crc32:00", b"x") is None
    assert holds("sha1:short", b"x") is None


def test_without_the_package_the_command_to_install_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.warc").write_bytes(record(http(PAGE)))
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(UsageError, match=r"pip install 'accordingto\[warc\]'"):
        all_of(tmp_path / "a.warc")
    (missed,) = all_of(tmp_path)
    assert isinstance(missed, Missed), "in a folder it stops nothing"
