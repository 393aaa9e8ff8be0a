"""``eaframe schema``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eaframe.cli.options import WORKSPACE_FILE, WorkspaceOption, find_workspace, load_workspace, write_output


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
    from eaframe.workspace import schema as make_schema

    here = Path.cwd()
    has_one = workspace is not None or any((folder / WORKSPACE_FILE).is_file() for folder in (here, *here.parents))
    loaded = load_workspace(find_workspace(workspace), as_of="all", today="", no_cache=False) if has_one else None
    write_output(make_schema(loaded), output)
