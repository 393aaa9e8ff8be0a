"""``eaframe completeness``."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from eaframe.cli.compared import Side, against, load_side, load_sides
from eaframe.cli.completion import element_ids
from eaframe.cli.options import (
    AsOf,
    Language,
    NoCache,
    Quiet,
    Today,
    WorkspaceOption,
    find_workspace,
    known_id,
    load_workspace,
    names_in,
    one_of,
    refused,
    say,
    tell_of_errors,
    write_output,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.measures.completeness import By, Measured
    from eaframe.measures.criteria import Yardstick
    from eaframe.measures.fallen import Comparison
    from eaframe.reports.completeness import CompletenessReport
    from eaframe.reports.completeness_trend import Moment
    from eaframe.workspace import Workspace

_FORMATS = ("text", "json", "markdown", "csv")
_BY = ("kind", "owner", "attribute", "layer")
_MOST = 1000  # revisions


def completeness(
    path: Annotated[Path | None, typer.Argument(metavar="[PATH]", help="The workspace folder.")] = None,
    workspace: WorkspaceOption = None,
    by: Annotated[str, typer.Option("--by", metavar="|".join(_BY), help="How to cut the total; else by kind.")] = "",
    owner: Annotated[
        str,
        typer.Option("--owner", metavar="ID", help="Only elements of this owner.", autocompletion=element_ids),
    ] = "",
    missing: Annotated[bool, typer.Option("--missing", help="List the elements with what each lacks.")] = False,
    minimum: Annotated[
        str, typer.Option("--min", metavar="PERCENT", help="Exit with 1 where the total is below this.")
    ] = "",
    not_below: Annotated[
        str,
        typer.Option("--not-below", metavar="REV", help="Exit with 1 where the total fell since then, and tell why."),
    ] = "",
    trend: Annotated[
        int | None,
        typer.Option(
            "--trend",
            metavar="N",
            min=1,
            max=_MOST,
            help="Tell the last N revisions that changed the workspace, and now.",
        ),
    ] = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to report.")] = "text",
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "",
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Tell how complete the model is, weighted by what is asked of each kind.

    Asked are name, documentation, owner, evidence and one relationship of each element, and the attributes of its kind
    by their `obligation`: mandatory, recommended, conditional, optional. eaframe.yaml may set the weights
    (`completeness`). A tracked `unknown` counts as missing, but on its own; `not-applicable` counts as there.

    Other revisions are measured on the same day and with the kinds and weights of the files as they are, so that to ask
    for more is no fall. With --owner all is about the elements of that owner on the day, --min and --not-below too.

    Exit codes: 0 complete enough, 1 below --min or fallen since --not-below, 2 could not run.

    \b
    Examples:
      eaframe completeness models/hanoi --by owner
      eaframe completeness --owner so-khcn --missing --lang vi
      eaframe completeness --missing --format csv > to-do.csv
      eaframe completeness --min 80 --not-below origin/main...
      eaframe completeness --trend 12 --by kind
    """
    from eaframe.measures.criteria import Yardstick
    from eaframe.reports.completeness_names import Names

    one_of(format_, _FORMATS, "--format")
    if by:
        one_of(by, _BY, "--by")
    least = _percent(minimum)
    if trend and (missing or not_below or minimum):
        raise refused("--trend tells of revisions; leave out --missing, --min and --not-below", "--trend")
    root = find_workspace(path or workspace)
    sides = against(not_below, root, "--not-below") if not_below else None
    if sides is None:
        before, found = None, load_workspace(root, as_of=as_of, today=today, no_cache=no_cache)
    else:
        before, found = load_sides(sides, today=today, no_cache=no_cache, quiet=quiet, as_of="all")
        found = _on(found, as_of)
    language, languages = names_in(found, lang)
    names = Names(found.model, language, languages)
    yardstick = Yardstick(found.loaded.model)
    whose = known_id(found.loaded.model, owner, "--owner") if owner else ""
    measured = _measured(found, yardstick, whose)
    _refuse_nothing(found, measured, whose)
    tell_of_errors(found.loaded.findings, "what could not be read counts as missing", quiet=quiet)
    cut = cast("By", by or "kind")
    if trend:
        from eaframe.reports.completeness_trend import Moment, TrendReport

        moments = [*_past(root, found, yardstick, whose, trend, no_cache=no_cache)]
        moments.append(Moment("", 0, measured, not found.loaded.model.incomplete))
        write_output(TrendReport(names, moments, cut if by else None, whose).render(format_), None)
        return
    from eaframe.reports.completeness import CompletenessReport

    since = None
    if before is not None and sides is not None:
        since = (sides.labels(language)[0], _compared(before, found, yardstick, whose, measured))
    report = CompletenessReport(names, measured, cut, missing, whose, least, since)
    write_output(report.render(format_), None)
    failures = [*_failures(report)]
    for failure in failures:
        say(failure, quiet=quiet)
    raise typer.Exit(1 if failures else 0)


def _percent(written: str) -> Fraction | None:
    """The least that is asked for, exactly; None where nothing is. Raises BadParameter."""
    if not written:
        return None
    digits = written.removesuffix("%")
    if digits.replace(".", "", 1).isascii() and digits.replace(".", "", 1).isdigit():
        least = Fraction(digits)
        if least <= 100:  # noqa: PLR2004 - of a hundred
            return least
    raise refused(f"`{written}` is no percentage; write a number from 0 to 100", "--min")


def _on(found: Workspace, as_of: str) -> Workspace:
    from eaframe.model.as_of import resolve_as_of

    return replace(found, as_of=resolve_as_of(found.loaded.model, as_of, found.today))


def _measured(found: Workspace, yardstick: Yardstick, owner: str) -> tuple[Measured, ...]:
    from eaframe.measures.completeness import measure

    return tuple(one for one in measure(found.sliced, yardstick) if not owner or one.known_owner == owner)


def _refuse_nothing(found: Workspace, measured: tuple[Measured, ...], owner: str) -> None:
    """Raises CannotOpenError where nothing is asked of anything: that is no complete model."""
    from eaframe.metamodel.period import day_text
    from eaframe.sources.opening import CannotOpenError

    if any(asked.weight for one in measured for asked in one.asked):
        return
    day = "at any time" if found.as_of is None else f"on {day_text(found.as_of)}"
    whose = f"that `{owner}` owns " if owner else ""
    raise CannotOpenError(f"{found.root}: there is no element {whose}{day} of which anything is asked")


def _compared(
    before: Workspace, found: Workspace, yardstick: Yardstick, owner: str, measured: tuple[Measured, ...]
) -> Comparison:
    from eaframe.changes.renames import find_renames
    from eaframe.measures.fallen import compare_completeness

    past = _measured(replace(before, as_of=found.as_of), yardstick, owner)
    return compare_completeness(past, measured, find_renames(before.loaded.model, found.loaded.model))


def _past(
    root: Path, found: Workspace, yardstick: Yardstick, owner: str, most: int, *, no_cache: bool
) -> Iterator[Moment]:
    """What was measured at the last revisions in which there was a workspace, the oldest first."""
    from eaframe.changes.revisions import NotThereYetError, history
    from eaframe.metamodel.period import day_text
    from eaframe.reports.completeness_trend import Moment

    for commit in history(root, most):
        try:
            then = load_side(Side(root, commit.id), today=day_text(found.today), no_cache=no_cache, as_of="all")
        except NotThereYetError:  # the commit that removed it, or was before it
            continue
        measured = _measured(replace(then, as_of=found.as_of), yardstick, owner)
        yield Moment(commit.id, commit.day, measured, not then.loaded.model.incomplete)


def _failures(report: CompletenessReport) -> Iterator[str]:
    """Why the run fails, a sentence each."""
    from eaframe.reports.cells import told_apart
    from eaframe.reports.printable import printable

    share = report.total.share
    if not report.meets_minimum and report.minimum is not None and share is not None:
        is_, asked = told_apart(share, report.minimum / 100, "en")
        yield f"the model is {is_} complete, below the {asked} that --min asks for"
    if report.since is not None and report.since[1].fell:
        revision, found = report.since
        was = found.before.share
        if was is not None and share is not None:
            higher, lower = told_apart(was, share, "en")
            yield printable(f"completeness fell from {higher} to {lower} since {revision}")
