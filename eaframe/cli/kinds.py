"""``eaframe kinds``."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from eaframe.cli.completion import kind_names
from eaframe.cli.options import (
    Language,
    NoCache,
    Today,
    WorkspaceOption,
    find_workspace,
    load_workspace,
    names_in,
    one_of,
    refused,
    tell_of_errors,
    write_output,
)

if TYPE_CHECKING:
    from eaframe.metamodel.kinds import Kind
    from eaframe.model.model import Model
    from eaframe.workspace import Workspace

_FORMATS: Final = ("text", "markdown", "json")
_LIBRARY: Final = "vn-2026"  # the one to look at where there is no workspace
_TIME_TO_FIND_OUT: Final = timedelta(days=90)


def kinds(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND]", help="A kind's name or label, or a type of ArchiMate.", autocompletion=kind_names
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    type_: Annotated[str, typer.Option("--type", metavar="TYPE", help="List only kinds below this type or kind.")] = "",
    format_: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to write.")] = "text",
    today: Today = "",
    lang: Language = "",
    no_cache: NoCache = False,
) -> None:
    """List the kinds that a workspace can use; of one kind tell everything, with YAML to start from.

    A kind is a type below one of ArchiMate's, with attributes of its own. Those of the workspace and of the libraries
    that it imports can be used. Its label will do for its name, with or without diacritics.

    \b
    Examples:
      eaframe kinds
      eaframe kinds --type application-component -w models/vn-2026
      eaframe kinds information-system --lang vi
      eaframe kinds "he thong thong tin" --format markdown
    """
    from eaframe.reports.kinds import KindList

    one_of(format_, _FORMATS, "--format")
    if kind and type_:
        raise refused("is for the list; leave it out, or KIND", "--type")
    found = load_workspace(_folder(workspace), as_of="all", today=today, no_cache=no_cache)
    language, names = names_in(found, lang)
    # A library's labels are no names of the model: by default they are in the language of our words.
    languages = (lang, *names) if lang else (language, *names)
    model = found.loaded.model
    tell_of_errors(found.loaded.findings, "a kind may be left out", quiet=False)
    one = _meant(model, kind or type_, "KIND" if kind else "--type") if kind or type_ else ""
    if kind and one in model.kinds:
        write_output(_page(found, model.kinds[one], language, languages, format_), None)
    else:
        write_output(KindList(model, language, languages, one).render(format_), None)


def _folder(given: Path | None) -> Path:
    """The workspace folder. Raises BadParameter, where there is none at all, with a library to look at."""
    from eaframe.resources import bundled_libraries

    try:
        return find_workspace(given)
    except typer.BadParameter as error:
        library = bundled_libraries().get(_LIBRARY)
        if given is not None or library is None:
            raise
        raise typer.BadParameter(f"{error.message}; `-w {library}` shows the kinds of a library") from error


def _meant(model: Model, written: str, option: str) -> str:
    """The id of the kind, or the type of ArchiMate, that is meant. Raises BadParameter with names that come near."""
    from eaframe.model.kind_search import find_kind, find_type, similar_kinds

    kind = find_kind(model, written)
    found = kind.id if kind else find_type(model, written)
    if found is None:
        near = [f"`{name}`{_label(model, name)}" for name in similar_kinds(model, written)]
        hint = f"did you mean {', '.join(near)}?" if near else "`eaframe kinds` lists all"
        raise refused(f"there is no kind `{written}`; {hint}", option)
    return found


def _label(model: Model, name: str) -> str:
    from eaframe.model.kinds_by_name import kind_by_name

    kind = kind_by_name(model.kinds, name)
    return f" ({' / '.join(dict.fromkeys(kind.label.values()))})" if kind else ""


def _page(found: Workspace, kind: Kind, language: str, languages: tuple[str, ...], format_: str) -> str:
    from eaframe.metamodel.period import date_of
    from eaframe.reports.kind import KindPage
    from eaframe.reports.kind_start import Start
    from eaframe.rules.asks import rules_on

    model = found.loaded.model
    until = (date_of(found.today) + _TIME_TO_FIND_OUT).isoformat()
    start = tuple(Start(model, kind, found.today, until, language).lines())
    rules = rules_on(model, found.rules[0], kind, found.today)
    return KindPage(model, kind, rules, start, _declared_in(found, kind), language, languages).render(format_)


def _declared_in(found: Workspace, kind: Kind) -> str:
    """The file, and of an own kind the line."""
    from eaframe.findings import Place
    from eaframe.sources.locate import location_of

    library, _, name = kind.id.rpartition(":")
    if library:
        folders = [Path(one) for one in found.loaded.libraries if Path(one).name == library]
        return Path(os.path.relpath(folders[0] / kind.file)).as_posix() if folders else f"{library}/{kind.file}"
    place = location_of(Place(kind.file, ("kinds", name), "key"), found.loaded.files)
    file = (found.root / kind.file).as_posix()
    return f"{file}:{place.line}" if place else file
