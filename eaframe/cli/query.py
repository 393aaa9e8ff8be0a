"""``eaframe query``."""

from __future__ import annotations

from typing import Annotated

import typer

from eaframe.cli.options import (
    AsOf,
    Language,
    NoCache,
    Quiet,
    Today,
    WorkspaceOption,
    load_workspace,
    names_in,
    one_of,
    say,
    write_output,
)
from eaframe.cli.typed_selector import typed_selector

_FORMATS = ("table", "json", "csv")


def query(
    selector: Annotated[
        list[str] | None, typer.Argument(metavar="[SELECTOR]...", help="Conditions, or YAML, or @FILE; none lists all.")
    ] = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to write.")] = "table",
    columns: Annotated[
        str, typer.Option("--columns", metavar="NAME,...", help="What to show: id, type, name, any attribute, …")
    ] = "",
    count: Annotated[bool, typer.Option("--count", help="Print only how many there are.")] = False,
    workspace: WorkspaceOption = None,
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "",
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """List the elements that a selector picks.

    The selector is that of views and rules. Short: each word KEY=VALUE is a condition, a comma parts alternatives, a
    dot goes one key down, != is not. Or the same in YAML, or @FILE that holds it.

    \b
    Examples:
      eaframe query type=application-component owner=so-khcn
      eaframe query type=goal,principle tag!=draft --format csv
      eaframe query 'where.security-level>=3' --columns id,name,security-level
      eaframe query '{type: node, not: {owner: so-khcn}}' --count
      eaframe query @selector.yaml --format json
    """
    from eaframe.graph.select import judged
    from eaframe.reports.elements import DEFAULT_COLUMNS, ElementList, known_columns

    one_of(format_, _FORMATS, "--format")
    found = load_workspace(workspace, as_of=as_of, today=today, no_cache=no_cache)
    language, languages = names_in(found, lang)
    wanted = tuple(name.strip() for name in columns.split(",")) if columns else DEFAULT_COLUMNS
    known = known_columns(found.model)
    for name in wanted:
        one_of(name, known, "--columns")
    verdicts = list(judged(found.sliced, typed_selector(found, selector or [])))
    elements = [element for element, verdict in verdicts if verdict is True]
    if count:
        write_output(f"{len(elements)}\n", None)
    else:
        write_output(ElementList(found.sliced, elements, wanted, language, languages).render(format_), None)
    undecided = len(verdicts) - len(elements)
    if undecided or not (count or (elements and format_ != "table")):
        say(_summary(len(elements), undecided), quiet=quiet)


def _summary(selected: int, undecided: int) -> str:
    """How many there are, and how many more nobody can tell of, as a value that is compared is not known."""
    counted = f"{selected} {'element' if selected == 1 else 'elements'}" if selected else "Nothing matches"
    return f"{counted}; {undecided} undecided, as a value is not known" if undecided else counted
