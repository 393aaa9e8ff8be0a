"""``eaframe diff``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.compared import load_sides, the_sides
from eaframe.cli.options import (
    Language,
    NoCache,
    NoColor,
    Quiet,
    Today,
    WorkspaceOption,
    names_in,
    one_of,
    use_colour,
    write_output,
)

if TYPE_CHECKING:
    from eaframe.changes.difference import Difference
    from eaframe.workspace import Workspace

FORMATS = ("text", "markdown", "json", "svg", "png")
_SUFFIXES = {".md": "markdown", ".json": "json", ".svg": "svg", ".png": "png"}


def diff(
    before: Annotated[
        str, typer.Argument(metavar="[REV|A..B|A...B|FOLDER]", help="What to compare with; by default HEAD.")
    ] = "",
    after: Annotated[
        str, typer.Argument(metavar="[REV|FOLDER]", help="What to compare; by default the files as they are.")
    ] = "",
    workspace: WorkspaceOption = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="How to tell it.")] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here; its ending tells the format.")
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where anything changed.")] = False,
    today: Today = "",
    lang: Language = "",
    no_color: NoColor = False,
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Tell what changed between two revisions or folders, by meaning and not by lines.

    Compares whole models, of all times. REV is whatever git takes for a commit; A..B are two of them, and A...B is
    what B changed since it parted from A. One FOLDER is a workspace whose files are compared with HEAD. Nothing in
    the work tree is touched.

    \b
    Examples:
      eaframe diff
      eaframe diff main -w models/hanoi
      eaframe diff v1.0..v2.0 --format markdown -o changes.md
      eaframe diff origin/main...HEAD -o changes.svg
      eaframe diff old/models models --exit-code
    """
    from eaframe.changes.difference import compare

    written = format_ or (_SUFFIXES.get(output.suffix.lower(), "text") if output else "text")
    one_of(written, FORMATS, "--format")
    if written == "png" and output is None:
        raise typer.BadParameter("a picture of this kind needs a file: -o FILE.png", param_hint="--format")
    sides = the_sides(before, after, workspace)
    first, second = load_sides(sides, today=today, no_cache=no_cache, quiet=quiet)
    names_in(second, lang)
    difference = compare(first.loaded.model, second.loaded.model)
    labels = sides.labels(lang or (second.model.settings.languages[0] if written in {"svg", "png"} else "en"))
    colour = output is None and use_colour(off=no_color)
    if difference or not (quiet and written == "text"):
        write_output(_told(difference, (first, second), labels, written, lang, colour=colour), output)
    raise typer.Exit(1 if exit_code and difference else 0)


def _told(
    difference: Difference,
    sides: tuple[Workspace, Workspace],
    labels: tuple[str, str],
    format_: str,
    language: str,
    *,
    colour: bool,
) -> str | bytes:
    before, after = (side.loaded.model for side in sides)
    if format_ in {"svg", "png"}:
        from eaframe.changes.picture import changes_view
        from eaframe.diagrams import draw, render_png

        view, marks = changes_view(difference, before, after, labels, language)
        svg = draw(view, marks=marks)
        return render_png(svg) if format_ == "png" else svg
    if format_ == "text":
        from eaframe.reports.changes_text import changes_text

        return changes_text(difference, after, language=language, colour=colour)
    if format_ == "markdown":
        from eaframe.reports.changes_markdown import changes_markdown

        return changes_markdown(difference, after, labels, language)
    from eaframe.reports.changes_json import changes_json

    return changes_json(difference, *labels)
