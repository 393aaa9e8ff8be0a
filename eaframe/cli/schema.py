"""``eaframe schema``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eaframe.cli.options import WorkspaceOption, workspace_if_any, write_output


def schema(
    workspace: WorkspaceOption = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.")] = None,
) -> None:
    """Write the JSON Schema of the workspace's files, for editors.

    With a workspace (given, or found upward) its kinds and languages are in it; else ArchiMate alone.

    \b
    Example:
      eaframe schema -o .vscode/eaframe.schema.json
    """
    from eaframe.editing import schema as make_schema

    write_output(make_schema(workspace_if_any(workspace)), output)
