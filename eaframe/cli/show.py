"""``eaframe show``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.completion import subject_ids
from eaframe.cli.options import (
    AsOf,
    Language,
    NoCache,
    NoColor,
    Today,
    WorkspaceOption,
    known_id,
    load_workspace,
    one_of,
    use_colour,
    write_output,
)

if TYPE_CHECKING:
    from eaframe.reports.report import Report
    from eaframe.workspace import Workspace

_FORMATS = ("text", "json")


def show(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The id of an element or a relationship; a former one too.", autocompletion=subject_ids
        ),
    ],
    workspace: WorkspaceOption = None,
    format_: Annotated[str, typer.Option("--format", metavar="text|json", help="How to write it.")] = "text",
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "",
    no_color: NoColor = False,
    no_cache: NoCache = False,
) -> None:
    """Print everything about one element: names, values over time, relationships, views, findings.

    \b
    Examples:
      eaframe show lgsp -w models/hanoi
      eaframe show so-tttt --as-of 2017 --lang en
      eaframe show lgsp--flows-to--ndxp --format json
    """
    one_of(format_, _FORMATS, "--format")
    found = load_workspace(workspace, as_of=as_of, today=today, no_cache=no_cache)
    language = known_language(found, lang)
    id_ = known_id(found.whole.model, id_)
    subject = found.whole.model.elements.get(id_) or found.whole.model.relationships[id_]
    line = _line(found, id_)
    views = _views(found, id_, language)
    report = _report(found, language)
    file = (found.root / subject.file).as_posix() if subject.is_own else subject.file
    if format_ == "json":
        from eaframe.exchange.subject_json import subject_to_json
        from eaframe.reports.printable import escaped

        graph = found.sliced if id_ in found.sliced.elements or id_ in found.sliced.relationships else found.whole
        near = {id_, *(one.id for one in (*graph.from_(id_), *graph.to(id_)))}
        findings = [
            {"code": one.code, "severity": one.severity, "message": one.message, "file": one.file, "line": one.line}
            for one in report.findings
            if one.subject in near
        ]
        shown = [one for one, _ in views]
        text = escaped(subject_to_json(graph, id_, views=shown, findings=findings, file=file, line=line))
    else:
        from eaframe.documents.card import card_edition, make_card
        from eaframe.documents.card_text import card_text

        edition = card_edition(found.whole, found.sliced, report, today=found.today, language=language)
        card = make_card(edition, id_, views, file if line is None else f"{file}:{line}")
        text = card_text(card, colour=use_colour(off=no_color))
    write_output(text, None)


def known_language(found: Workspace, language: str) -> str:
    """A language that something is in, by default the workspace's first. Raises BadParameter."""
    from eaframe.findings.message import LANGUAGES

    known = tuple(dict.fromkeys((*found.model.settings.languages, *LANGUAGES)))
    if language and language not in known:
        raise typer.BadParameter(f"`{language}` is not one of {', '.join(known)}", param_hint="--lang")
    return language or found.model.settings.languages[0]


def _line(found: Workspace, id_: str) -> int | None:
    from eaframe.sources.locate import location_of

    model = found.whole.model
    subject = model.elements.get(id_) or model.relationships[id_]
    location = location_of(subject.place(), found.loaded.files) if subject.is_own else None
    return location.line if location else None


def _views(found: Workspace, id_: str, language: str) -> list[tuple[str, str]]:
    """The views that show an element at the day, or both ends of a relationship."""
    from eaframe.metamodel.values import text_in
    from eaframe.views.selection import select_elements

    model = found.whole.model
    relationship = model.relationships.get(id_)
    wanted = {id_} if relationship is None else {relationship.source, relationship.target}
    definitions = found.view_definitions[0]
    shown = {name: select_elements(found.sliced, one).elements for name, one in definitions.items()}
    languages = (language, *model.settings.languages)
    return [(name, text_in(one.name, *languages)) for name, one in definitions.items() if wanted <= shown[name].keys()]


def _report(found: Workspace, language: str) -> Report:
    from eaframe.findings.message import LANGUAGES
    from eaframe.reports.order import under
    from eaframe.reports.report import make_report

    said = language if language in LANGUAGES else LANGUAGES[0]
    return under(make_report(found, found.judgement, language=said), found.root.as_posix())
