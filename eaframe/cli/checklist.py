"""``eaframe checklist``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.options import (
    COULD_NOT_RUN,
    AsOf,
    Language,
    NoCache,
    Today,
    WorkspaceOption,
    defined,
    load_workspace,
    names_in,
    one_of,
    refused,
    say,
    write_output,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.rules.checklists import Checklist
    from eaframe.workspace import Workspace

_FORMATS = ("text", "markdown", "json", "csv")


def checklist(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The checklist; where there is one only, that one.")
    ] = None,
    workspace: WorkspaceOption = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to report.")] = "text",
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.")] = None,
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "",
    no_cache: NoCache = False,
) -> None:
    """Tell which items of a checklist the model meets, and what keeps it from the others.

    Without a name, several checklists are listed. What the baseline holds counts; what is waived does not, and is told.
    `eaframe validate --select NAME` (or NAME.ITEM) reports all findings of the same rules.

    Exit codes: 0 every item is met, not applicable or not judged, 1 some item is not met, 2 could not run.

    \b
    Examples:
      eaframe checklist
      eaframe checklist pre-issue -w models/hanoi --lang vi
      eaframe checklist pre-issue --format csv -o pre-issue.csv
    """
    from eaframe.reports.checklist import report_checklist

    one_of(format_, _FORMATS, "--format")
    found = load_workspace(workspace, as_of=as_of, today=today, no_cache=no_cache)
    language, names = names_in(found, lang)
    languages = (lang, *names) if lang else names
    known = found.checklists[0]
    if not known:
        raise refused(_without(found), "NAME")
    if name is None and len(known) > 1:
        _list(known, format_, languages, language, output)
        return
    chosen = _named(name, known, found) if name else known[0]
    _refuse_what_cannot_be_judged(found)
    checked = found.check_list(chosen)
    write_output(report_checklist(found, checked, language, languages).render(format_), output)
    if found.loaded.model.incomplete:
        say("A file could not be read whole; `eaframe validate` tells where")
    if checked.failed:
        raise typer.Exit(COULD_NOT_RUN)
    raise typer.Exit(1 if checked.count("not-met") or found.loaded.model.incomplete else 0)


def _without(found: Workspace) -> str:
    if found.checklists[1] or found.loaded.model.incomplete:
        return "no checklist of the workspace can be read; `eaframe validate` tells what is wrong"
    return "the workspace and its libraries have no checklist; write one under `checklists:` in a model file"


def _named(name: str, known: Sequence[Checklist], found: Workspace) -> Checklist:
    by_word = {word: one for one in known for word in one.words}
    defined(name, by_word, found, "checklists", "NAME")
    return by_word[name]


def _list(
    known: Sequence[Checklist], format_: str, languages: tuple[str, ...], language: str, output: Path | None
) -> None:
    """The checklists, a line each. Raises BadParameter where a table of one of them is asked for."""
    from eaframe.metamodel.values import declared_in
    from eaframe.reports.checklist_words import WORDS
    from eaframe.reports.printable import printable

    if format_ != "text":
        raise refused(f"there are several: {', '.join(one.words[0] for one in known)}; name one of them", "NAME")
    lines = (
        WORDS[language]["lists"].format(
            id=one.words[0], name=declared_in(one.shape.name, *languages), number=len(one.shape.items)
        )
        for one in known
    )
    write_output("".join(f"{printable(line)}\n" for line in lines), output)


def _refuse_what_cannot_be_judged(found: Workspace) -> None:
    """Raises CannotOpenError for a workspace without a single element, unless a broken file may hold some."""
    from eaframe.sources.opening import CannotOpenError

    if not found.whole.own_elements and not found.loaded.model.incomplete:
        raise CannotOpenError(f"{found.root}: the workspace has no elements, so there is nothing to judge")
