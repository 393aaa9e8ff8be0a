"""Pictures of views as files: written whole, or compared with what is there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from eaframe.cli.options import say, write_output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from eaframe.diagrams.pages.sheets import Paper
    from eaframe.views import View, ViewDefinition
    from eaframe.workspace import Workspace

_FEW = 3  # pictures: for so many nobody wants to see a bar


def is_fresh(path: Path, view: View) -> bool:
    """Whether a picture shows what the view says today: each format holds the hash of its view's content."""
    try:
        return view.hash.encode("ascii") in path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        return False


def write_all(
    found: Workspace, folder: Path, formats: Sequence[str], language: str, *, paper: Paper, quiet: bool
) -> list[str]:
    """Write every view that can be drawn in each format; the names of the files.

    A view that shows nothing, or that a format cannot draw, is passed over with a word.
    """
    from eaframe.views.layout import LayoutError

    written = []
    for definition, view in _with_progress(_views(found, language), len(found.view_definitions[0]), quiet=quiet):
        if is_empty(view):
            say(f"{definition.id}: shows nothing; no picture", quiet=quiet)
            continue
        for format_ in formats:
            path = folder / file_name(definition.id, format_)
            try:
                write_output(rendered(view, format_, paper), path)
            except LayoutError as error:
                say(f"{definition.id}: {error}", quiet=quiet)
                continue
            written.append(str(path))
    return written


def stale(found: Workspace, folder: Path, formats: Sequence[str], language: str) -> list[str]:
    """What is wrong with the pictures of a folder, a line each: missing, stale, or of no view any more."""
    from eaframe.diagrams.formats import FORMATS

    wrong, expected = [], set()
    for definition, view in _views(found, language):
        for format_ in formats:
            if is_empty(view) or view.layout not in FORMATS[format_].layouts:
                continue
            path = folder / file_name(definition.id, format_)
            expected.add(path)
            if not path.exists():
                wrong.append(f"{path}: missing; draw it anew, without --check")
            elif not is_fresh(path, view):
                wrong.append(f"{path}: stale; draw it anew, without --check")
    suffixes = {FORMATS[format_].suffix for format_ in formats}
    there = sorted(path for path in folder.glob("*") if path.suffix in suffixes) if folder.is_dir() else []
    return wrong + [f"{path}: of no view that shows anything; delete it" for path in there if path not in expected]


def formats_in(folder: Path) -> list[str]:
    """The formats that the files of a folder have; SVG where none has any."""
    from eaframe.diagrams.formats import FORMATS, format_of

    there = {format_of(path.name) for path in folder.glob("*")} if folder.is_dir() else set()
    return [name for name in FORMATS if name in there] or ["svg"]


def rendered(view: View, format_: str, paper: Paper) -> str | bytes:
    """The picture. Raises LayoutError where this format cannot draw the view."""
    from eaframe.diagrams.formats import write_view

    return write_view(view, format_, paper)


def file_name(view: str, format_: str) -> str:
    """What the picture of a view is called."""
    from eaframe.diagrams.formats import FORMATS

    return view + FORMATS[format_].suffix


def is_empty(view: View) -> bool:
    """Whether there is nothing to draw."""
    return not view.nodes


def _views(found: Workspace, language: str) -> Iterator[tuple[ViewDefinition, View]]:
    """Every view that can have a file: an id that is none was reported, and may lead out of the folder."""
    from eaframe.model.names import is_slug

    for definition in found.view_definitions[0].values():
        if is_slug(definition.id):
            yield definition, found.build_view(definition, language)


def _with_progress(
    views: Iterable[tuple[ViewDefinition, View]], number: int, *, quiet: bool
) -> Iterator[tuple[ViewDefinition, View]]:
    """The same, with a bar on a terminal where it takes a while."""
    if quiet or number <= _FEW or not sys.stderr.isatty():
        yield from views
        return
    with typer.progressbar(views, length=number, label="Drawing", file=sys.stderr) as shown:
        yield from shown
