"""The formats of an export: what each is called, what it is served as, and what makes it. The command line and the API read this list.

A format is made by a module of its own, which is opened when it is asked for. It has one of three functions:

- ``chunks(export) -> Iterator[str | bytes]`` gives one document, piece by piece;
- ``press(sheet, export) -> Press`` writes one sheet from front to back, see `accordingto.export.sheets.running`: of a format with layers;
- ``write(export, path) -> None`` makes a file that cannot be written from front to back, or with ``folder`` a folder of files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.export.exporting import Export

READ_LAYERS = ("reports", "statements", "events", "estimates", "control", "places")
"""Layers of records read from single reports."""
PLACED_LAYERS = ("events", "estimates", "control", "places")
"""Layers of records that have places."""
TOLD_LAYERS = ("stories", "matters", "relations", "quotes", "lineage")
"""Layers of what was found between the reports of a story."""
_PIECE = 1 << 16
BOM, HXL, NAMES, BASE = "bom", "hxl", "names", "base"


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    what: str
    """One line for people."""
    media_type: str
    ending: str
    """Of a file's name, with the dot."""
    module: str
    """What makes it, in `accordingto.export`."""
    layers: tuple[str, ...] = ()
    """Those that it has, each a file; empty for one document of everything."""
    whole: bool = False
    """Whether it cannot be streamed: its module has ``write``."""
    folder: bool = False
    """Whether that makes several files."""
    story: bool = False
    """Whether it is made of one story, which has to be named."""
    takes: frozenset[str] = frozenset()
    """Settings that it looks at beside what all do: `BOM`, `HXL`, `NAMES`, `BASE`."""
    beside: str | None = None
    """Ends the name of a file that lies beside it: ``.about.json`` where what is said about the export has no place inside."""

    def chunks(self, export: Export) -> Iterator[bytes]:
        """The document, piece by piece; of a format with layers, the one layer that is set.

        Raises:
            UsageError: where no single layer is set, the format makes a folder, or something that it needs is not installed.
        """
        self._check(export)
        if self.layers:
            from accordingto.export.sheets.running import chunks

            return chunks(export, self.press, self._layer(export))
        if self.whole:
            return self._through_file(export)
        made: Iterator[str | bytes] = self.load("chunks")(export)
        return (piece.encode("utf-8", "replace") if isinstance(piece, str) else piece for piece in made)

    def write(self, export: Export, path: Path) -> None:
        """Make the file, or the folder, at a path.

        Raises:
            UsageError: as `chunks`; and where it cannot be written.
        """
        self._check(export)
        if self.whole:
            self.load("write")(export, path)
            return
        with path.open("wb") as stream:
            stream.writelines(self.chunks(export))

    def companion(self, export: Export, name: str) -> str:
        """The text of the file that lies beside one of a name without its ending; see `beside`."""
        from accordingto.export.about import about, render

        told = about(export.store, carried=export.carried, scope=export.scope)
        return str(self.load("companion")(export, told, name)) if self.whole else render(told)

    @property
    def press(self) -> Callable[..., Any]:
        """Makes what writes a sheet, where the format has layers."""
        return self.load("press")

    def _layer(self, export: Export) -> str:
        if len(export.settings.layers) != 1:
            raise UsageError(f"{self.name} is written a layer at a time; choose one of {', '.join(self.layers)}")
        return export.settings.layers[0]

    def _check(self, export: Export) -> None:
        if self.story and len(export.scope.stories) != 1:
            raise UsageError(f"{self.name} is made of one story; name it with --story (accordingto stories lists them)")

    def _through_file(self, export: Export) -> Iterator[bytes]:
        from tempfile import TemporaryDirectory

        if self.folder:
            raise UsageError(f"{self.name} is a folder of files; give it one to be written to")
        with TemporaryDirectory() as folder:
            path = Path(folder) / f"export{self.ending}"
            self.write(export, path)
            with path.open("rb") as stream:
                while piece := stream.read(_PIECE):
                    yield piece

    def load(self, name: str) -> Callable[..., Any]:
        """A function of its module."""
        return cast(Callable[..., Any], getattr(import_module(f"accordingto.export.{self.module}"), name))


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format(
            "csv",
            "CSV with a row of HXL hashtags, a file a layer",
            "text/csv; charset=utf-8",
            ".csv",
            "sheets.text",
            layers=(*READ_LAYERS, *TOLD_LAYERS),
            takes=frozenset({BOM, HXL}),
            beside=".about.json",
        ),
        Format(
            "events",
            "Claimed events as CSV, a row for each claim of one; columns on demand under the names of ACLED or UCDP",
            "text/csv; charset=utf-8",
            ".csv",
            "sheets.claimed",
            takes=frozenset({BOM, HXL, NAMES}),
            beside=".about.json",
        ),
        Format(
            "geojson",
            "GeoJSON (RFC 7946): claims at the places that they name, a file a layer",
            "application/geo+json",
            ".geojson",
            "sheets.geojson",
            layers=PLACED_LAYERS,
        ),
        Format(
            "parquet",
            "Parquet, a file a layer; needs the extra `arrow`",
            "application/vnd.apache.parquet",
            ".parquet",
            "sheets.parquet",
            layers=(*READ_LAYERS, *TOLD_LAYERS),
        ),
        Format(
            "geoparquet",
            "GeoParquet 1.1: claims at the places that they name, a file a layer; needs the extra `arrow`",
            "application/vnd.apache.parquet",
            ".parquet",
            "sheets.geoparquet",
            layers=PLACED_LAYERS,
        ),
        Format(
            "sqlite",
            "A plain file of SQLite with described tables, keys and an index of words, and metadata for Datasette beside it",
            "application/vnd.sqlite3",
            ".db",
            "sheets.datasette",
            whole=True,
            beside=".metadata.json",
        ),
        Format(
            "json-ld",
            "JSON-LD in the terms of schema.org and PROV-O",
            "application/ld+json",
            ".jsonld",
            "linked",
            takes=frozenset({BASE}),
        ),
        Format(
            "web-annotation",
            "W3C Web Annotation: each part of each statement, anchored in the text",
            "application/ld+json",
            ".jsonld",
            "annotations",
            takes=frozenset({BASE}),
        ),
        Format(
            "followthemoney",
            "FollowTheMoney entities: reports, actors of the registry, who says what",
            "application/json+ftm",
            ".ftm.json",
            "ftm",
            beside=".about.json",
        ),
        Format(
            "graphml",
            "GraphML: reports, who says what in them, and who took it from whom",
            "application/graphml+xml",
            ".graphml",
            "graph",
        ),
        Format(
            "dossier",
            "One offline HTML page of a story, to hand on: findings, evidence, hashes",
            "text/html; charset=utf-8",
            ".html",
            "dossier",
            story=True,
        ),
    )
}
"""Each format by its name, in the order in which they are listed."""


def format_of(name: str) -> Format:
    """The format of a name.

    Raises:
        UsageError: where there is none; the message names those that there are.
    """
    try:
        return FORMATS[name]
    except KeyError:
        raise UsageError(f"there is no format {name}; there are {', '.join(FORMATS)}") from None


def layers_of(chosen: Format, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The layers of a format that are asked for, each once; all where none is.

    Raises:
        UsageError: where it has no such layer.
    """
    for layer in asked:
        if layer not in chosen.layers:
            there = f"there are {', '.join(chosen.layers)}" if chosen.layers else "it has none"
            raise UsageError(f"{chosen.name} has no layer {layer}; {there}")
    return tuple(dict.fromkeys(asked)) or chosen.layers


def of_layers(export: Export, *layers: str) -> Export:
    """The same export of some layers."""
    return replace(export, settings=replace(export.settings, layers=layers))
