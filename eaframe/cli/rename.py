"""``eaframe rename``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.completion import subject_ids
from eaframe.cli.options import (
    NoCache,
    Quiet,
    WorkspaceOption,
    find_workspace,
    say,
    the_cache,
    the_limits,
    write_output,
)

if TYPE_CHECKING:
    from eaframe.changes.rename import Rename


def rename(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="The id of an element, or the own id of a relationship.", autocompletion=subject_ids
        ),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its new id.")],
    workspace: WorkspaceOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would change as a diff, and write nothing.")
    ] = False,
    no_alias: Annotated[
        bool, typer.Option("--no-alias", help="Do not keep the old id as an alias of the element.")
    ] = False,
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Give an element another id, and with it every reference to it.

    Files keep their comments, order and line ends. All files are written or none, and only if the model stays the
    same but for the id. The old id becomes an alias; renaming back to an alias takes it away again.

    \b
    Examples:
      eaframe rename portal city-service-portal
      eaframe rename portal city-service-portal --dry-run
    """
    from eaframe.changes.rename import CannotRenameError
    from eaframe.editing import rename as renamed
    from eaframe.sources.write_all import write_all

    root = find_workspace(workspace)
    try:
        loaded, plan = renamed(
            root, old, new, keep_alias=not no_alias, limits=the_limits(), cache=the_cache(off=no_cache)
        )
    except CannotRenameError as error:
        if not error.about:
            raise
        raise typer.BadParameter(str(error), param_hint=error.about) from error
    read = {name: loaded.files[name].content for name in plan.files}
    if dry_run:
        from eaframe.reports.diff import unified_diff

        shown = (unified_diff((root / name).as_posix(), read[name], plan.files[name]) for name in plan.files)
        write_output("".join(shown), None)
    else:
        write_all(root, plan.files, read)
    say(_summary(plan, dry_run=dry_run), quiet=quiet)


def _summary(plan: Rename, *, dry_run: bool) -> str:
    references = sum(use.role != "definition" for use in plan.uses)
    words = [
        f"{references} reference{'' if references == 1 else 's'}",
        f"in {len(plan.files)} file{'' if len(plan.files) == 1 else 's'}",
    ]
    did = "Would rename" if dry_run else "Renamed"
    kept = plan.aliases is not None and plan.old in plan.aliases
    alias = f"; `{plan.old}` lives on as an alias" if kept else ""
    return f"{did} `{plan.old}` to `{plan.new}`: {' '.join(words)}{alias}."
