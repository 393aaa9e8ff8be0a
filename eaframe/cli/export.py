"""``eaframe export``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eaframe.cli.options import AsOf, NoCache, Today, WorkspaceOption, load_workspace, write_output

FORMATS = ("json",)


def export(
    format_: Annotated[str, typer.Argument(metavar="|".join(FORMATS), help="The format to write.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.")] = None,
    workspace: WorkspaceOption = None,
    as_of: AsOf = "all",
    today: Today = "",
    no_cache: NoCache = False,
) -> None:
    """Write the whole model as JSON, of all times unless a day is given.

    \b
    Examples:
      eaframe export json -o model.json
      eaframe export json --as-of 2017-06-30
    """
    from eaframe.exchange.json_export import model_to_json

    if format_ not in FORMATS:
        from eaframe.findings.suggest import nearest

        near = nearest(format_.lower(), FORMATS)
        hint = f"did you mean `{near[0]}`?" if near else f"allowed are {', '.join(FORMATS)}"
        raise typer.BadParameter(f"`{format_}` is no format; {hint}", param_hint="FORMAT")
    found = load_workspace(workspace, as_of=as_of, today=today, no_cache=no_cache)
    write_output(model_to_json(found.model), output)
