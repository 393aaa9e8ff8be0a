"""``eaframe breaking``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from eaframe.changes.breaking import LEVELS
from eaframe.cli.compared import Against, against, load_sides
from eaframe.cli.options import (
    THRESHOLDS,
    Language,
    NoCache,
    NoColor,
    Quiet,
    Today,
    WorkspaceOption,
    check_language,
    one_of,
    use_colour,
    write_output,
)
from eaframe.cli.repository import in_repository
from eaframe.reports import FORMATS, render

if TYPE_CHECKING:
    from eaframe.changes.breaking import Level


def breaking(
    revision: Against,
    workspace: WorkspaceOption = None,
    level: Annotated[str, typer.Option("--level", metavar="|".join(LEVELS), help="Of which elements.")] = "depended",
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="How to report.")] = "text",
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="|".join(THRESHOLDS), help="Exit with 1 from this severity on.")
    ] = "info",
    today: Today = "",
    lang: Language = "en",
    no_color: NoColor = False,
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Find what a change breaks for whoever depends on the model.

    Elements that are gone, ids used again, other types, opened visibility, lowered classification, earlier ends, lost
    relationships and owners, narrower kinds. A new id that `aliases` records breaks nothing; what names a successor
    under `replaced-by` is a warning. Levels: depended (elements that others depend on, and public ones), public, id
    (ids gone, used again or of another type, of all elements), all.

    Exit codes: 0 nothing is broken, 1 something is, 2 could not run.

    \b
    Examples:
      eaframe breaking --against main
      eaframe breaking --against origin/main... --level public --fail-on error
      eaframe breaking --against v1.0 -w models/hanoi --format json
    """
    from eaframe.compared import breaking_report
    from eaframe.reports.order import under

    one_of(level, LEVELS, "--level")
    one_of(format_, FORMATS, "--format")
    one_of(fail_on, THRESHOLDS, "--fail-on")
    check_language(lang)
    sides = against(revision, workspace)
    before, after = load_sides(sides, today=today, no_cache=no_cache, quiet=quiet)
    found = breaking_report(before, after, level=cast("Level", level), language=lang)
    root, folder = sides.after.root, in_repository(sides.after.root)
    placed = under(found, folder if FORMATS[format_].from_repository else root.as_posix())
    if not (quiet and format_ == "text" and not found.findings):
        colour = use_colour(off=no_color)
        write_output(render(placed, format_, language=lang, colour=colour, workspace=folder), None)
    raise typer.Exit(1 if found.fails(fail_on) else 0)
