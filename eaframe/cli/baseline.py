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
    finding a line; commit it, and let it shrink. Errors of reading and of rules (codes SRC, MOD, RUL, WAI) never come
    in: they tell that something was not judged.

    \b
    Examples:
      eaframe baseline models/old-city
      eaframe baseline --prune
    """
    from eaframe.rules.baseline import read_baseline, write_baseline
    from eaframe.rules.choice import can_be_in_baseline
    from eaframe.sources.discover import BASELINE_FILE
    from eaframe.sources.write import write_atomically

    found = load_workspace(path or workspace, as_of=as_of, today=today, no_cache=no_cache)
    judgement = found.judge(with_baseline=False)
    identities = {one.identity for one in judgement.findings if can_be_in_baseline(one.code)}
    file = found.loaded.baseline
    before = read_baseline(found.baseline_text).identities
    if prune:
        identities &= before
    not_judged = found.loaded.model.incomplete or bool(judgement.failed)
    if not_judged:  # nobody knows what is mended and what is only not looked for
        identities |= {one for one in before if can_be_in_baseline(one[0])}
    output = found.root / BASELINE_FILE
    if identities or file:
        write_atomically(output, write_baseline(identities).encode("utf-8"))
    added, gone = len(identities - before), len(before - identities)
    if identities or file:
        say(f"{output}: {_counted(len(identities), 'finding')}, {added} added, {gone} removed", quiet=quiet)
    else:
        say("There is nothing to write down", quiet=quiet)
    left = sum(1 for one in judgement.findings if one.severity == "error" and not can_be_in_baseline(one.code))
    if left:
        say(f"Left out: {_counted(left, 'error')} of reading or of rules; something was not judged for it", quiet=quiet)
    if not_judged and before:
        say("Nothing was removed, as not everything was judged", quiet=quiet)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else noun + 's'}"
