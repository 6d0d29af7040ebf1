"""Makes exports of news databases in their layouts, of invented outlets, as lines, Word, RTF and text files."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Made:
    """One article as the maker knows it."""

    title: str
    outlet: str
    date: str
    """As the export writes it."""
    iso: str
    body: tuple[str, ...]
    byline: str = ""


def articles(number: int) -> list[Made]:
    dates = [
        ("July 1, 2019 Monday 9:20 AM GMT", "2019-07-01T09:20+00:00"),
        ("4 juillet 2019 jeudi", "2019-07-04"),
        ("Montag 11. Januar 2010", "2010-01-11"),
        ("12 de marzo de 2021 viernes", "2021-03-12"),
        ("3 يونيو 2015 الأربعاء", "2015-06-03"),
        ("May 2, 2018 Wednesday\u00a0", "2018-05-02"),
    ]
    outlets = ["The Harbour Post (Castel)", "Basin Live", "Castel Tribune", "صحيفة الساحل"]
    return [
        Made(
            f"Shells hit the market in Selmar, part {i}",
            outlets[i % len(outlets)],
            *dates[i % len(dates)],
            (
                f"SELMAR — Two residents said on Monday that shells had hit the market, report {i}.",
                "“Nothing moved,” said Colonel Mirko Stahl.\u00a0He did not say who fired.",
                "وقال شاهد إن المدينة كانت هادئة.",
            ),
            f"Rozan Teli{i}" if i % 3 else "",
        )
        for i in range(number)
    ]


def uni(made: list[Made], *, tail: bool = True, cover: bool = True) -> list[str]:
    lines = [
        "",
        "Date and Time: Friday, 5. July 2019 09:31:00 CEST",
        "Job Number: 00000001",
        f"Documents ({len(made)})",
    ]
    for i, one in enumerate(made, 1):
        lines += [
            f"{i}. {one.title}",
            "Client/Matter: -None-",
            "Search Terms: selmar",
            "Content Type\tNarrowed by",
            "News\tSources: all",
            "",
        ]
    lines = lines if cover else []
    for one in made:
        lines += [
            "",
            "",
            one.title,
            one.outlet,
            one.date,
            "Final Edition",
            "",
            f"Copyright 2019 {one.outlet} All Rights Reserved",
            "",
        ]
        lines += ["Section:\u00a0WORLD; Version:2", f"Length:\u00a0{len(one.body) * 20} words"]
        lines += [f"Byline:\u00a0{one.byline}"] if one.byline else []
        lines += ["Dateline:\u00a0SELMAR", "Body", "", ""]
        lines += [line for text in one.body for line in (text, "")]
        if tail:
            lines += ["", "Graphic", "", "Ila Renn, photograph", "", "Classification", "", "Language: ENGLISH"]
            lines += ["Publication-Type: Newspaper", "Subject: MARKETS (90%); TOWNS (71%)", "Load-Date: July 2, 2019"]
        lines += ["", "End of Document", ""]
    return lines


def old(made: list[Made], *, wide: int = 78) -> list[str]:
    lines = ["Download Request: Selected Items: 1-2", "Time Of Request: Friday, March 20, 2018  16:51:31", "", ""]
    for i, one in enumerate(made, 1):
        lines += [
            f"{i} of {len(made)} DOCUMENTS".center(wide),
            "",
            "",
            one.outlet.center(wide),
            "",
            one.date.center(wide),
            "Edition 1;",
            "",
        ]
        lines += [one.title, ""]
        lines += [f"BYLINE: {one.byline}", ""] if one.byline else []
        lines += ["SECTION: NEWS; Pg. 4", "", "LENGTH: 60 words", "", "HIGHLIGHT: What is known so far.", ""]
        for text in one.body:
            lines += [*wrapped(text, wide), ""]
        lines += [
            "LOAD-DATE: July 2, 2019",
            "",
            "LANGUAGE: ENGLISH",
            "",
            "GRAPHIC: Ila Renn, photograph, on",
            "two lines",
            "",
        ]
        lines += [
            "PUBLICATION-TYPE: Newspaper",
            "",
            f"Copyright 2019 {one.outlet}".center(wide),
            "All Rights Reserved".center(wide),
            "",
        ]
    return lines


def wrapped(text: str, wide: int) -> list[str]:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > wide:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def accession(i: int, iso: str) -> str:
    return f"Document BASIN0000{iso[:10].replace('-', '')}ee7{i:06d}"


def tagged(made: list[Made]) -> list[tuple[str, str]]:
    """Fields with their codes, in the order of Factiva; values may have several lines."""
    rows: list[tuple[str, str]] = []
    for i, one in enumerate(made):
        day = one.date.replace("Monday 9:20 AM GMT", "").strip()
        rows += [("SE", "World"), ("HD", one.title)]
        rows += [("BY", f"By {one.byline}")] if one.byline else []
        rows += [
            ("WC", "1,060 words"),
            ("PD", day),
            ("SN", one.outlet),
            ("SC", "BASIN"),
            ("PG", "4"),
            ("LA", "English"),
        ]
        rows += [("CY", f"(c) 2019 {one.outlet}"), ("LP", one.body[0]), ("TD", "\n\n".join(one.body[1:]))]
        rows += [
            ("IN", "i1 : Markets"),
            ("NS", "gcns : Conflict"),
            ("RE", "zsel : Selmar"),
            ("AN", accession(i, one.iso)),
        ]
    return rows


def plain(made: list[Made]) -> list[str]:
    lines: list[str] = []
    for i, one in enumerate(made):
        lines += ["World", one.title]
        lines += [f"By {one.byline}"] if one.byline else []
        lines += [
            "1,060 words",
            one.date.replace("Monday 9:20 AM GMT", "").strip(),
            one.outlet,
            "BASIN",
            "4",
            "English",
        ]
        lines += [f"© 2019 {one.outlet}. All Rights Reserved.", "", *one.body, "", accession(i, one.iso), ""]
    return [*lines, "Search Summary", "Text\tselmar", "Results Found\t2", "Timestamp\t2 July 2019 10:00"]


def text_file(lines: list[str], encoding: str = "utf-8-sig") -> bytes:
    return "\r\n".join(lines).encode(encoding)


def docx_file(lines: list[str]) -> bytes:
    import docx

    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def docx_table(rows: list[tuple[str, str]]) -> bytes:
    """Each article a table of two columns, as Factiva writes them."""
    import docx

    document = docx.Document()
    table = None
    for code, value in rows:
        table = table if table is not None and code != "SE" else document.add_table(0, 2)
        cells = table.add_row().cells
        cells[0].text = code
        first, *others = value.split("\n\n")
        cells[1].text = first
        for other in others:
            cells[1].add_paragraph(other)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def rtf_file(lines: list[str], code: Callable[[str], str] | None = None) -> bytes:
    body = "".join((code or rtf_line)(line) + "\\par\r\n" for line in lines)
    return ("{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fcharset0 Arial;}}\\f0 " + body + "}").encode("ascii")


def rtf_line(line: str) -> str:
    made = []
    for char in line:
        if char in "\\{}":
            made.append("\\" + char)
        elif char == "\t":
            made.append("\\tab ")
        elif char < "\x80":
            made.append(char)
        else:
            units = char.encode("utf-16-le")
            values = [int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)]
            made += [f"\\u{value}?" for value in values]
    return "".join(made)
