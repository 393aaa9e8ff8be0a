"""``eaframe validate``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.options import (
    COULD_NOT_RUN,
    THRESHOLDS,
    AsOf,
    Language,
    NoCache,
    NoColor,
    Quiet,
    Today,
    WorkspaceOption,
    check_language,
    find_workspace,
    one_of,
    say,
    the_cache,
    the_day,
    the_limits,
    the_plugins,
    use_colour,
    write_output,
)
from eaframe.cli.repository import in_repository
from eaframe.reports import FORMATS, render

if TYPE_CHECKING:
    from eaframe.reports.report import Report
    from eaframe.rules.choice import Choice


def validate(
    path: Annotated[Path | None, typer.Argument(metavar="[PATH]", help="The workspace folder.")] = None,
    workspace: WorkspaceOption = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="How to report.")] = "text",
    report: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="FORMAT=FILE", help="Also write the report in this form (repeatable)."),
    ] = None,
    include_waived: Annotated[
        bool, typer.Option("--include-waived", help="List waived findings too (sarif: as suppressed).")
    ] = False,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="|".join(THRESHOLDS), help="Exit with 1 from this severity on.")
    ] = "error",
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="WORD,…", help="Only these codes, prefixes, rules or tags (repeatable)."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="WORD,…", help="All but these (repeatable).")
    ] = None,
    since: Annotated[
        str,
        typer.Option(
            "--since",
            metavar="REV",
            help="Only what is new since then (REV...: since HEAD parted from it).",
        ),
    ] = "",
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Report what the baseline lists too.")] = False,
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "en",
    no_color: NoColor = False,
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Check a workspace and report everything that is wrong with it.

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not run (also where a rule failed).

    Paths in text, concise and json lead from the current folder, in the other forms from the repository's root.

    \b
    Examples:
      eaframe validate models/hanoi
      eaframe validate --as-of 2017-06-30 --lang vi
      eaframe validate --format concise --report json=findings.json
      eaframe validate --since origin/main... --format github --report sarif=eaframe.sarif
      eaframe validate --format markdown >> "$GITHUB_STEP_SUMMARY"
    """
    from eaframe.reports.order import under
    from eaframe.rules.choice import Choice

    one_of(format_, FORMATS, "--format")
    one_of(fail_on, THRESHOLDS, "--fail-on")
    files = _report_files(report or [])
    root = find_workspace(path or workspace)
    choice, language = Choice(_words(select), _words(ignore)), check_language(lang)
    if since:
        found = _new_since(
            since, root, as_of, today, language, choice, with_baseline=not no_baseline, no_cache=no_cache, quiet=quiet
        )
    else:
        from eaframe.workspace import check

        found = check(
            root,
            as_of=as_of,
            today=the_day(today),
            language=language,
            limits=the_limits(),
            cache=the_cache(off=no_cache),
            choice=choice,
            with_baseline=not no_baseline,
            plugins=the_plugins(),
        )
    folder = in_repository(root)

    def written(form: str, *, colour: bool = False) -> str:
        placed = under(found, folder if FORMATS[form].from_repository else root.as_posix())
        return render(placed, form, language=lang, colour=colour, include_waived=include_waived, workspace=folder)

    printed = written(format_, colour=use_colour(off=no_color))
    # Before a reader that has seen enough of the printed one can end the run.
    for file, content in [(file, written(form)) for form, file in files]:
        write_output(content, file)
    if not (quiet and format_ == "text" and not found.findings):
        write_output(printed, None)
    if found.failed:
        raise typer.Exit(COULD_NOT_RUN)
    raise typer.Exit(1 if found.fails(fail_on) else 0)


def _new_since(
    since: str,
    root: Path,
    as_of: str,
    today: str,
    language: str,
    choice: Choice,
    *,
    with_baseline: bool,
    no_cache: bool,
    quiet: bool,
) -> Report:
    """What is new against a revision; on stderr, what the change accepts in the same breath."""
    from eaframe.cli.compared import against, load_sides
    from eaframe.compared import check_since
    from eaframe.reports.pr_words import word
    from eaframe.reports.printable import printable

    sides = against(since, root, "--since")
    before, after = load_sides(sides, today=today, no_cache=no_cache, quiet=quiet, as_of=as_of)
    report, accepted = check_since(before, after, language=language, choice=choice, with_baseline=with_baseline)
    for one in accepted:
        detail = f": {one.detail}" if one.detail else ""
        say(printable(f"{word(one.what, language)} {one.subject}{detail}"), quiet=quiet)
    return report


def _words(given: list[str] | None) -> tuple[str, ...]:
    return tuple(word for item in given or () for word in item.split(",") if word)


def _report_files(items: list[str]) -> list[tuple[str, Path]]:
    """Forms and files of ``FORMAT=FILE``. Raises BadParameter, also where one file would be written twice."""
    files = []
    taken: set[str] = set()
    for item in items:
        form, separator, file = item.partition("=")
        if not separator or not file:
            raise typer.BadParameter(f"`{item}` is not FORMAT=FILE", param_hint="--report")
        one_of(form, FORMATS, "--report")
        real = os.path.realpath(file)
        if real in taken:
            raise typer.BadParameter(
                f"`{file}` is named twice; each report needs a file of its own", param_hint="--report"
            )
        taken.add(real)
        files.append((form, Path(file)))
    return files
