"""``eaframe view``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from eaframe.cli.asked_view import Asked, made_view, named_view, tell_wrong
from eaframe.cli.completion import element_ids, view_ids, viewpoint_ids
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
    refused,
    say,
    write_output,
)

if TYPE_CHECKING:
    from eaframe.views import View
    from eaframe.workspace import Workspace

Paper = Literal["a4", "a3", "fit"]


def view(
    name: Annotated[
        str, typer.Argument(metavar="[VIEW]", help="The id of a view of the workspace.", autocompletion=view_ids)
    ] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE|DIR", help="Write here; its suffix is the format.")
    ] = None,
    format_: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="FORMAT", help="One of svg, png, pdf, drawio, mermaid, plantuml, dot, json."),
    ] = None,
    viewpoint: Annotated[
        str,
        typer.Option("--viewpoint", metavar="ID", help="Draw a view of this viewpoint.", autocompletion=viewpoint_ids),
    ] = "",
    scope: Annotated[
        str, typer.Option("--scope", metavar="ID", help="Draw what is around this element.", autocompletion=element_ids)
    ] = "",
    depth: Annotated[
        int | None, typer.Option("--depth", min=0, max=9, help="How many relationships around it (1).")
    ] = None,
    include: Annotated[
        list[str] | None, typer.Option("--include", metavar="SELECTOR", help="Draw what this selects, as in a query.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", metavar="SELECTOR", help="Leave out what this selects.")
    ] = None,
    group_by: Annotated[
        str,
        typer.Option(
            "--group-by", metavar="WHAT", help="By layer, owner, type, tag, composition, none or an attribute."
        ),
    ] = "",
    colour_by: Annotated[str, typer.Option("--colour-by", metavar="ATTRIBUTE", help="Colour boxes by this.")] = "",
    derive: Annotated[bool, typer.Option("--derive", help="Draw what follows through elements not shown.")] = False,
    paper: Annotated[Paper, typer.Option("--paper", help="The size of the pages of a PDF.")] = "a3",
    list_: Annotated[bool, typer.Option("--list", help="List views and viewpoints.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Draw every view into the folder -o.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit with 1 where one is stale.")] = False,
    workspace: WorkspaceOption = None,
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "",
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Draw a view, or all of them: views of the workspace, or one made for the occasion.

    \b
    Examples:
      eaframe view --list
      eaframe view overview -o overview.svg
      eaframe view overview -w models/hanoi --as-of 2017-06-30 --lang en -o overview.png
      eaframe view --viewpoint application-cooperation --scope lgsp --depth 2 -o lgsp.pdf
      eaframe view --viewpoint application-map --colour-by lifecycle -o map.png
      eaframe view --all --format svg --format png -o pictures
      eaframe view --all --check -o pictures
    """
    formats = _formats(format_ or [], None if all_ or list_ else output)
    asked = Asked(viewpoint, scope, depth, include or (), exclude or (), group_by, colour_by, derive)
    chosen = all_ + list_ + bool(name or asked.makes_a_view)
    if chosen != 1:
        ways = "one VIEW, or --viewpoint, --scope or --include, or --all, or --list"
        raise refused(f"only one of these at a time: {ways}" if chosen else f"say what to draw: {ways}", "VIEW")
    if all_ and asked != Asked():
        raise refused("it draws the views as they are; options for one picture take a VIEW", "--all")
    found = load_workspace(workspace, as_of=as_of, today=today, no_cache=no_cache)
    language, names = names_in(found, lang)
    if list_:
        write_output(_listed(found, language, names), output)
    elif all_:
        _draw_all(found, output, formats, names[0], paper=paper, check=check, quiet=quiet)
    else:
        if len(formats) > 1:
            raise refused("one picture has one format; --all takes several", "--format")
        definition = named_view(found, name, asked) if name else made_view(found, asked)
        built = found.build_view(definition, names[0])
        for note in built.notes or ["shows nothing"] * (not built.nodes):
            say(f"{built.id}: {note}", quiet=quiet)
        if check:
            _check_one(built, output, quiet=quiet)
        else:
            from eaframe.cli.pictures import rendered

            content = rendered(built, (formats or ["svg"])[0], paper)
            if output is None and isinstance(content, bytes) and sys.stdout.isatty():
                raise refused(f"name the file, as in `-o {built.id}.{formats[0]}`", "--output")
            write_output(content, output)


def _formats(given: list[str], output: Path | None) -> list[str]:
    """The formats asked for, by name or by the suffix of the output; none where nothing says any."""
    from eaframe.diagrams.formats import FORMATS, format_of

    for one in given:
        one_of(one, FORMATS, "--format")
    if output is None or not output.suffix:
        return given
    found = format_of(output.name)
    if given and found is not None and found not in given:
        raise refused(f"`{output.name}` is a file of {FORMATS[found].label}", "--format")
    if given:
        return given
    if found is None:
        suffixes = ", ".join(one.suffix for one in FORMATS.values())
        raise refused(f"`{output.name}` must end in one of {suffixes}, or name a --format", "--output")
    return [found]


def _listed(found: Workspace, language: str, names: tuple[str, ...]) -> str:
    from eaframe.reports.views import view_list

    views = [(one, found.build_view(one, names[0])) for one in found.view_definitions[0].values()]
    return view_list(views, found.viewpoints.values(), language, names)


def _draw_all(
    found: Workspace, folder: Path | None, formats: list[str], language: str, *, paper: Paper, check: bool, quiet: bool
) -> None:
    from eaframe.cli.pictures import formats_in, stale, write_all
    from eaframe.diagrams.formats import format_of

    if folder is None:
        raise refused("name the folder of the pictures", "--output")
    if (folder.exists() and not folder.is_dir()) or (folder.suffix and format_of(folder.name)):
        raise refused(f"`{folder}` is a file; --all takes a folder", "--output")
    tell_wrong(found)
    if not check:
        written = write_all(found, folder, formats or ["svg"], language, paper=paper, quiet=quiet)
        say(f"Wrote {len(written)} {'picture' if len(written) == 1 else 'pictures'} to {folder}", quiet=quiet)
        return
    wrong = stale(found, folder, formats or formats_in(folder), language)
    for line in wrong:
        typer.echo(line)
    if wrong:
        raise typer.Exit(1)


def _check_one(built: View, output: Path | None, *, quiet: bool) -> None:
    from eaframe.cli.pictures import is_fresh

    if output is None:
        raise refused("name the picture to check", "--output")
    if not is_fresh(output, built):
        typer.echo(f"{output}: {'stale' if output.exists() else 'missing'}")
        say("Draw it anew: run the same without --check", quiet=quiet)
        raise typer.Exit(1)
