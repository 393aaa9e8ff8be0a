"""``eaframe document``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eaframe.cli.completion import document_ids
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


def document(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The id of a document of the workspace.", autocompletion=document_ids)
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE.md", help="Write to this file, else to stdout.")
    ] = None,
    workspace: WorkspaceOption = None,
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "",
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Write a document of the workspace from its template, as Markdown.

    \b
    Examples:
      eaframe document architecture -o architecture.md
      eaframe document architecture -w models/hanoi --as-of 2017-06-30 --lang en
    """
    from eaframe.cli.build import edition_of
    from eaframe.documents.description import write_document
    from eaframe.findings.suggest import nearest, quoted

    found = load_workspace(workspace, as_of=as_of, today=today, no_cache=no_cache)
    definitions, _ = found.document_definitions
    if name not in definitions:
        near = nearest(name, definitions)
        listed = quoted(definitions)
        hint = f"did you mean `{near[0]}`?" if near else f"there are {listed}" if listed else "there are none"
        raise typer.BadParameter(f"there is no document `{name}`; {hint}", param_hint="NAME")
    edition = edition_of(found, lang, with_places=False)
    write_output(write_document(edition, definitions[name]), output)
    if output is not None:
        say(f"Wrote {output}", quiet=quiet)
