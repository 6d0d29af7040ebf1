"""Files that are small and become enormous, or that read others: given to ``add``, each is one line about what is wrong.

They are read by a process of its own that may take no more memory than a few of them should, and is stopped where it takes too long.
"""

from __future__ import annotations

import gzip
import io
import json
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

MEMORY, RESIDENT = 2**30, 400 * 2**10
"""Bytes that the process may take, and KB that it may hold: sound reports take half of that, each of these would take 300 MB more."""
SECONDS = 120
SECRET = "the words of another file"
_READ = """
import json, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_DATA, (int(sys.argv[2]), int(sys.argv[2])))
from accordingto.capture.found import Container, Found, Missed
from accordingto.capture.gather import gather
from accordingto.clean import report_of
from accordingto.model import AccordingtoError
said, at = {}, time.monotonic()
for item in gather(sys.argv[1]):
    where = item.capture.sightings[0].where if isinstance(item, (Found, Container)) else item.where
    try:
        if isinstance(item, Missed):
            raise item.error
        told = {"text": report_of(item.capture).text[:2000]} if isinstance(item, Found) else {"text": ""}
    except AccordingtoError as error:
        told = {"error": type(error).__name__, "message": str(error)}
    now = time.monotonic()
    said[where] = told | {"seconds": round(now - at, 1)}
    at = now
status = Path("/proc/self/status")
peak = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) if status.exists() else 0
print(json.dumps({"said": said, "peak": peak}))
"""
_LAUGHS = '<!DOCTYPE x [<!ENTITY a "selmar ">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
) + "]>"  # fmt: skip
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def docx(document: str | bytes) -> bytes:
    """A Word document whose main part is what is given."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
    return made.getvalue()


def document(head: str, words: str) -> str:
    return f"<?xml version='1.0'?>{head}<w:document {_WORD}><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"


def lying(data: bytes, size: int) -> bytes:
    """The same archive, which says that its last part unpacks to less than it does."""
    at = data.rfind(b"PK\x01\x02")
    name = data[: data.rfind(b"PK\x05\x06")].rfind(b"PK\x01\x02")
    local = struct.unpack("<I", data[name + 42 : name + 46])[0]
    made = bytearray(data)
    made[at + 24 : at + 28] = made[local + 22 : local + 26] = struct.pack("<I", size)
    return bytes(made)


def overlapping(copies: int) -> bytes:
    """An archive whose many entries all name the same packed bytes."""
    base = docx(bytes(10_000_000))
    end = base.rfind(b"PK\x05\x06")
    entry = base[base[:end].rfind(b"PK\x01\x02") : end]
    more = b"".join(entry.replace(b"word/document.xml", f"word/docum{n:03}.xml".encode()) for n in range(copies))
    count, size = struct.unpack("<H", base[end + 10 : end + 12])[0], struct.unpack("<I", base[end + 12 : end + 16])[0]
    tail = bytearray(base[end:])
    tail[8:12] = struct.pack("<HH", count + copies, count + copies)
    tail[12:16] = struct.pack("<I", size + len(more))
    return base[:end] + more + bytes(tail)


def pdf(layers: int) -> bytes:
    """A page whose content is zeros, packed several times over."""
    data = bytes(300_000_000)
    for _ in range(layers):
        data = zlib.compress(data, 1)
    filters = "/FlateDecode " * layers
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        f"<</Length {len(data)}/Filter[{filters}]>>stream\n".encode() + data + b"\nendstream",
    ]
    made, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj".encode() + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        made
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(made)
    )


def warc(body: bytes, headers: str) -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "WARC-Date: 2023-03-14T00:00:00Z\r\nWARC-Target-URI: https://ledger.example/a\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1)


def html(nested: int) -> bytes:
    return b"<html><body>" + b"<div>" * nested + b"<p>words</p></body></html>"


BOMBS: dict[str, Callable[[Path], bytes]] = {
    "zeros.docx": lambda _: docx(bytes(300_000_000)),
    "lying.docx": lambda _: lying(docx(document("", "selmar " * 3_000_000)), 5_000),
    "overlapping.docx": lambda _: overlapping(200),
    "laughs.docx": lambda _: docx(document(_LAUGHS, "&j;")),
    "outside.docx": lambda at: docx(document(f'<!DOCTYPE x [<!ENTITY i SYSTEM "{at.as_uri()}">]>', "before &i; after")),
    "laughs.html": lambda _: (_LAUGHS + "<html><body><p>&j;</p></body></html>").encode(),
    "laughs.xhtml": lambda _: (
        '<?xml version="1.0"?>' + _LAUGHS + '<html xmlns="http://www.w3.org/1999/xhtml"><p>&j;</p></html>'
    ).encode(),
    "outside.html": lambda at: (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY i SYSTEM "{at.as_uri()}">]><html><p>a &i; b</p></html>'.encode()
    ),
    "deep.html": lambda _: html(200_000),
    "packed.pdf": lambda _: pdf(2),
    "body.warc.gz": lambda _: warc(gzip.compress(bytes(300_000_000), 1), "Content-Encoding: gzip\r\n"),
    "record.warc.gz": lambda _: warc(bytes(300_000_000), ""),
    "laughs.xml": lambda _: (
        '<?xml version="1.0"?>' + _LAUGHS + "<rss><channel><title>&j;</title></channel></rss>"
    ).encode(),
    "deep.json": lambda _: b"[" * 5_000_000,
    "braces.rtf": lambda _: b"{\\rtf1" + b"{" * 500_000 + b"}",
}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """What became of each, by its name, with one report that is as it should be."""
    folder = tmp_path_factory.mktemp("bombs")
    other = folder.parent / "other.txt"
    other.write_text(SECRET)
    for name, make in BOMBS.items():
        (folder / name).write_bytes(make(other))
    (folder / "sound.txt").write_text(
        "SELMAR - The army left the town on Monday, two residents said.\n\nIt denied that.\n"
    )
    program = [sys.executable, "-c", _READ, str(folder), str(MEMORY)]
    got = subprocess.run(program, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert got.returncode == 0, got.stderr[-2000:]
    found = json.loads(got.stdout)
    assert found["peak"] < RESIDENT
    return {Path(where.partition("#")[0]).name: told for where, told in found["said"].items()}


def test_a_sound_report_beside_them_is_read(read: dict[str, dict[str, str]]) -> None:
    assert "two residents said" in read["sound.txt"]["text"]
    assert set(read) >= set(BOMBS), "each is told about"


@pytest.mark.parametrize(
    "name", ["zeros.docx", "lying.docx", "overlapping.docx", "packed.pdf", "body.warc.gz", "record.warc.gz"]
)
def test_what_unpacks_to_too_much_is_an_error_that_says_what_to_do(read: dict[str, dict[str, str]], name: str) -> None:
    told = read[name]
    assert told["error"] in ("TooLarge", "InputError", "EmptyInput", "NotAnArticle"), told
    assert len(told["message"]) > 20


@pytest.mark.parametrize("name", [name for name in BOMBS if name.startswith(("laughs", "outside", "deep", "braces"))])
def test_what_multiplies_or_points_outside_is_neither_multiplied_nor_followed(
    read: dict[str, dict[str, str]], name: str
) -> None:
    words = read[name].get("text", "")
    assert words.count("selmar") < 20
    assert SECRET not in words
