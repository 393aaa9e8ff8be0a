"""``eaframe view``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eaframe.cli.completion import view_ids
from eaframe.cli.options import (
    AsOf,
    Language,
    NoCache,
    Quiet,
    Today,
    WorkspaceOption,
    load_workspace,
    say,
    write_output,
)

_FORMATS = (".svg", ".png")


def view(
    name: Annotated[
        str, typer.Argument(metavar="VIEW", help="The id of a view of the workspace.", autocompletion=view_ids)
    ],
    workspace: WorkspaceOption = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE.svg|FILE.png", help="Write here, else SVG to stdout.")
    ] = None,
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "",
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Draw a view as SVG or PNG.

    \b
    Examples:
      eaframe view overview -o overview.svg
      eaframe view overview -w models/hanoi --as-of 2017-06-30 --lang en -o overview.png
    """
    from eaframe.diagrams import draw
    from eaframe.findings.suggest import nearest, quoted

    if output is not None and output.suffix.lower() not in _FORMATS:
        raise typer.BadParameter(f"`{output.name}` must end in {' or '.join(_FORMATS)}", param_hint="--output")
    loaded = load_workspace(workspace, as_of=as_of, today=today, no_cache=no_cache)
    definitions, _ = loaded.view_definitions
    if name not in definitions:
        near = nearest(name, definitions)
        hint = f"did you mean `{near[0]}`?" if near else f"there are {quoted(sorted(definitions)) or 'none'}"
        raise typer.BadParameter(f"there is no view `{name}`; {hint}", param_hint="VIEW")
    built = loaded.view(name, lang)
    for note in built.notes:
        say(f"{name}: {note}", quiet=quiet)
    svg = draw(built)
    if output is not None and output.suffix.lower() == ".png":
        from eaframe.diagrams.png import render_png

        write_output(render_png(svg), output)
    else:
        write_output(svg, output)
