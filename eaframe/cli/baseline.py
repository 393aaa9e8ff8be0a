"""``eaframe baseline``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eaframe.cli.options import AsOf, NoCache, Quiet, Today, WorkspaceOption, load_workspace, say


def baseline(
    path: Annotated[Path | None, typer.Argument(metavar="[PATH]", help="The workspace folder.")] = None,
    workspace: WorkspaceOption = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Only remove what is not found any more; add nothing.")
    ] = False,
    as_of: AsOf = "today",
    today: Today = "",
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Write down all present findings, so that only new ones count.

    For adopting eaframe on a model that is there already. The file eaframe-baseline.txt stands beside eaframe.yaml, one
    finding a line; commit it, and let it shrink. What cannot be read (codes SRC, MOD) cannot be put in a baseline.

    \b
    Examples:
      eaframe baseline models/old-city
      eaframe baseline --prune
    """
    from eaframe.rules.baseline import read_baseline, write_baseline
    from eaframe.rules.choice import is_of_reading
    from eaframe.sources.discover import BASELINE_FILE
    from eaframe.sources.write import write_atomically

    found = load_workspace(path or workspace, as_of=as_of, today=today, no_cache=no_cache)
    every = [one for one in found.judge(with_baseline=False).findings if not one.code.startswith(("WAI", "BAS"))]
    identities = {one.identity for one in every if not is_of_reading(one.code)}
    before = read_baseline(found.baseline_text).identities
    if prune:
        identities &= before
    output = found.root / BASELINE_FILE
    if identities or found.loaded.baseline:
        write_atomically(output, write_baseline(identities).encode("utf-8"))
    added, gone = len(identities - before), len(before - identities)
    say(f"{output}: {len(identities)} findings, {added} added, {gone} removed", quiet=quiet)
    unread = sum(1 for one in every if is_of_reading(one.code) and one.severity == "error")
    if unread:
        say(f"{unread} errors of reading were left out: mend them, as what cannot be read is not judged", quiet=quiet)
