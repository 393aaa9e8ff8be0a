"""``eaframe impact``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.completion import element_ids
from eaframe.cli.options import AsOf, Language, NoCache, Today, WorkspaceOption, load_workspace, write_output

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.changes.impact import Impact
    from eaframe.findings import Location, Place
    from eaframe.workspace import Workspace

_FORMATS = ("text", "markdown", "json")
_STRENGTHS = ("strong", "medium", "weak")


def impact(
    elements: Annotated[
        list[str],
        typer.Argument(metavar="ELEMENT...", help="Ids of what is changed or removed.", autocompletion=element_ids),
    ],
    remove: Annotated[bool, typer.Option("--remove", help="Ask what a removal does, instead of a change.")] = False,
    depth: Annotated[int | None, typer.Option("--depth", metavar="N", min=1, help="Go at most N steps away.")] = None,
    at_least: Annotated[
        str,
        typer.Option("--at-least", metavar="|".join(_STRENGTHS), help="Follow only relationships that carry so much."),
    ] = "weak",
    format_: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to report.")] = "text",
    workspace: WorkspaceOption = None,
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "",
    no_cache: NoCache = False,
) -> None:
    """Tell whom a change or a removal reaches, along which relationships, and whose that is.

    Each relationship type carries a change its own way: what serves reaches what it serves, data reaches who reads it,
    a part reaches its whole. Associations and influences carry least.

    \b
    Examples:
      eaframe impact lgsp -w models/hanoi --depth 2
      eaframe impact lgsp --remove --at-least medium
      eaframe impact city-service-portal one-stop-system --format markdown
    """
    from eaframe.changes.impact import impact as find_impact
    from eaframe.cli.options import names_in, one_of
    from eaframe.reports.impact import ImpactReport

    one_of(format_, _FORMATS, "--format")
    one_of(at_least, _STRENGTHS, "--at-least")
    found = load_workspace(workspace, as_of=as_of, today=today, no_cache=no_cache)
    language, languages = names_in(found, lang)
    ids = [_id_of(found, text) for text in elements]
    reached = find_impact(
        found.sliced,
        ids,
        remove=remove,
        depth=depth,
        at_least=at_least,  # type: ignore[arg-type]  # checked above
        whole=found.whole,
    )
    report = ImpactReport(reached, found.model, language, languages, _where(found, reached))
    write_output(report.render(format_), None)


def _id_of(found: Workspace, text: str) -> str:
    """The id of what is named. Raises BadParameter with what was probably meant."""
    from eaframe.cli.options import known_id, refused

    id_ = known_id(found.loaded.model, text, "ELEMENT")
    if id_ not in found.model.elements and id_ not in found.model.relationships:
        raise refused(f"`{text}` is not in the model on that day; `--as-of all` is of all times", "ELEMENT")
    return id_


def _where(found: Workspace, reached: Impact) -> Mapping[Place, Location]:
    """Where everything is written that would have to be mended, as one gets there from this folder."""
    from eaframe.sources.locate import locations

    places = [*(one.place for one in reached.lost), *(one.place for one in reached.mentions)]
    root = found.root.as_posix()
    prefix = "" if root == "." else f"{root}/"
    return {
        place: replace(location, file=prefix + location.file)
        for place, location in zip(places, locations(places, found.loaded.files), strict=True)
    }
