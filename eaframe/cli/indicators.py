"""``eaframe indicators``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.options import (
    AsOf,
    Language,
    NoCache,
    Quiet,
    Today,
    WorkspaceOption,
    defined,
    load_workspace,
    names_in,
    one_of,
    refused,
    say,
    tell_of_errors,
    write_output,
)

if TYPE_CHECKING:
    from eaframe.measures.indicators.indicator import Indicator, Measured
    from eaframe.reports.indicators import IndicatorsReport, Mode
    from eaframe.workspace import Workspace

_FORMATS = ("text", "json", "markdown", "csv")
_DEFAULT = "default"


def indicators(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Which ones; by default all that are in force.")
    ] = None,
    per: Annotated[
        str, typer.Option("--per", metavar="ATTRIBUTE|default", help="Break down by owner, sector, …, or as each says.")
    ] = "",
    over_time: Annotated[
        bool, typer.Option("--over-time", help="On the days of plateaus, of records, and today; records beside them.")
    ] = False,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to report.")] = "text",
    chart: Annotated[
        Path | None, typer.Option("--chart", metavar="FILE.svg|.png", help="Draw it too: over time, or per ATTRIBUTE.")
    ] = None,
    workspace: WorkspaceOption = None,
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "",
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Tell how the indicators stand: computed from the model, and as recorded, with baseline and target.

    What a model says and what somebody published are never mixed. What is not known counts neither way: it is told as
    undecided, with the bounds between which the value lies.

    \b
    Examples:
      eaframe indicators -w models/hanoi --lang vi
      eaframe indicators kpi-itg --per owner --as-of 2017-06-30
      eaframe indicators sipas --over-time --chart sipas.svg
      eaframe indicators --format csv --over-time
    """
    from eaframe.measures.indicators.standing import Standings
    from eaframe.reports.indicators import IndicatorsReport

    one_of(format_, _FORMATS, "--format")
    if per and over_time:
        raise refused("it goes either `--per` an attribute or `--over-time`", "--over-time")
    if chart is not None and chart.suffix.lower() not in {".svg", ".png"}:
        raise refused(f"`{chart}` is neither an .svg nor a .png", "--chart")
    found = load_workspace(workspace, as_of=as_of, today=today, no_cache=no_cache)
    if found.as_of is None:
        raise refused("an indicator has a value on a day, not at all times; name one", "--as-of")
    measured, wrong = found.measured
    if per:
        _check_attribute(found, measured, per)
    for word in ids or ():
        _check_id(found, measured, word)
    asked, left_out = _asked(measured, ids or [], found.as_of)
    language, languages = names_in(found, lang)
    tell_of_errors([*found.loaded.findings, *wrong], "what could not be read is left out", quiet=quiet)
    standings = Standings(measured, found.loaded.model, found.as_of, found.loaded.limits.rule_steps)
    mode: Mode = "parts" if per else "over-time" if over_time else "summary"
    report = IndicatorsReport(standings, asked, language, _preferred(language, languages, lang), mode, per, left_out)
    write_output(report.render(format_), None)
    if chart is not None:
        _draw(report, chart, quiet=quiet)


def _preferred(language: str, languages: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """The definitions' words go with ours: the units stand beside them."""
    return tuple(dict.fromkeys(languages if lang else (language, *languages)))


def _check_attribute(found: Workspace, measured: Measured, name: str) -> None:
    """Raises BadParameter for an attribute that nothing has; of the many that there are the usual ones come first."""
    from eaframe.graph.known import Known

    usual = (_DEFAULT, "owner", *(name for one in measured.indicators.values() for name in one.per))
    every = sorted(Known(found.loaded.model).attributes_of_elements)
    one_of(name, tuple(dict.fromkeys((*usual, *every))), "--per")


def _asked(measured: Measured, ids: list[str], day: int) -> tuple[tuple[Indicator, ...], tuple[str, ...]]:
    """The indicators that were named; else those in force, and the ids of the others."""
    if ids:
        return tuple(measured.indicators[id_] for id_ in dict.fromkeys(measured.names[word] for word in ids)), ()
    every = measured.indicators.values()
    return (
        tuple(one for one in every if one.valid.holds(day)),
        tuple(one.short for one in every if not one.valid.holds(day)),
    )


def _check_id(found: Workspace, measured: Measured, word: str) -> None:
    """Raises BadParameter for a word that names no indicator, with those that come near, by id or by name."""
    from eaframe.findings.suggest import LONGEST_LIST, nearest
    from eaframe.model.fold import searchable

    if word in measured.names:
        return
    languages = found.loaded.model.settings.languages
    labels = {
        one.short if measured.names.get(one.short) == one.id else one.id: _name_of(one, *languages)
        for one in measured.indicators.values()
    }
    wanted = searchable(word)
    near = (*nearest(word, labels), *(id_ for id_, label in labels.items() if wanted in searchable(f"{id_} {label}")))
    written = found.loaded.model.definitions.get("indicators", ())
    if not near or not wanted or any(word in {one.id, one.full_id} for one in written):
        defined(word, labels, found, "indicators", "ID")
    listed = ", ".join(f"`{id_}` ({labels[id_]})" for id_ in list(dict.fromkeys(near))[:LONGEST_LIST])
    raise refused(f"`{word}` is not known; did you mean {listed}?", "ID")


def _name_of(one: Indicator, *languages: str) -> str:
    from eaframe.metamodel.values import Localized

    return Localized(one.name).text(*languages) if isinstance(one.name, dict) else one.name


def _draw(report: IndicatorsReport, path: Path, *, quiet: bool) -> None:
    from eaframe.diagrams.charts.chart import draw_chart

    write_output(draw_chart(report.standings, report.indicators, report.languages, report.per, path.suffix), path)
    say(f"Wrote {path}", quiet=quiet)
