"""``eaframe pr-report``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.compared import Against, against, load_sides
from eaframe.cli.options import (
    Language,
    NoCache,
    Quiet,
    Today,
    WorkspaceOption,
    names_in,
    one_of,
    write_output,
)
from eaframe.cli.repository import in_repository

if TYPE_CHECKING:
    from eaframe.reports.pr_report import PullRequest

_THRESHOLDS = ("error", "warning", "info", "breaking", "never")


def pr_report(
    revision: Against,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE.md", help="Write here.")] = None,
    workspace: WorkspaceOption = None,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on", metavar="|".join(_THRESHOLDS), help="Exit with 1 for new findings from this severity on."
        ),
    ] = "never",
    today: Today = "",
    lang: Language = "",
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Write what a pull request does to the model, as a comment on it.

    In Markdown of at most 60,000 characters: new and fixed findings, what it breaks for others, waivers and settings
    that it adds, what changed, a picture, whom it affects and which owners to tell. Its first line is a hidden marker
    by which the comment can be found and updated. Both sides are judged on the same day.

    Exit codes: 0 written, 1 something that --fail-on asks for, 2 could not run.

    \b
    Examples:
      eaframe pr-report --against origin/main... -o comment.md
      eaframe pr-report --against main -w models/hanoi --lang vi
      eaframe pr-report --against origin/main... -o comment.md --fail-on breaking
    """
    from eaframe.compared import pull_request
    from eaframe.reports.pr_report import pr_report as write

    one_of(fail_on, _THRESHOLDS, "--fail-on")
    sides = against(revision, workspace)
    before, after = load_sides(sides, today=today, no_cache=no_cache, quiet=quiet, as_of="today")
    language, of_names = names_in(after, lang)
    change = pull_request(
        before,
        after,
        names=sides.labels(language),
        languages=(language, of_names[0]),
        folder=in_repository(sides.after.root),
    )
    write_output(write(change, language), output)
    raise typer.Exit(1 if _fails(change, fail_on) else 0)


def _fails(change: PullRequest, threshold: str) -> bool:
    from eaframe.reports.report import RANK

    if threshold == "breaking":
        return bool(change.broken)
    return threshold != "never" and any(RANK[one.severity] <= RANK[threshold] for one in change.new)
