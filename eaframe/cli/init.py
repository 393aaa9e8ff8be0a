"""``eaframe init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eaframe.cli.options import Quiet, Today, one_of, say, the_day


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The new workspace; by default this folder.")
    ] = Path(),
    template: Annotated[
        str, typer.Option("--template", metavar="NAME", help="What to start from: minimal or province.")
    ] = "minimal",
    today: Today = "",
    quiet: Quiet = False,
) -> None:
    """Make a small, valid workspace to start from.

    Nothing that is there already is overwritten. `--template province` begins the digital government framework of a
    Vietnamese province: it imports the national framework of 2026, and says what the law asks for.

    \b
    Examples:
      eaframe init my-city
      eaframe init my-province --template province
    """
    from eaframe.editing import schema
    from eaframe.metamodel.period import date_of
    from eaframe.model.names import slug
    from eaframe.resources import resource
    from eaframe.sources.write import write_atomically
    from eaframe.workspace import load

    templates = resource("templates") / "workspaces"
    one_of(template, sorted(path.name for path in templates.iterdir()), "--template")
    source = templates / template
    targets = {path: folder / path.relative_to(source) for path in sorted(source.rglob("*")) if path.is_file()}
    taken = [target for target in targets.values() if target.exists()]
    if taken:
        raise typer.BadParameter(f"{taken[0]} exists already; nothing was written", param_hint="DIR")
    name = folder.resolve().name
    for path, target in targets.items():
        text = path.read_text(encoding="utf-8")
        text = text.replace("NAMESPACE", slug(name)).replace("TODAY", date_of(the_day(today)).isoformat())
        write_atomically(target, text.encode("utf-8"))
    made = load(folder, as_of="all")
    write_atomically(folder / ".vscode" / "eaframe.schema.json", schema(made).encode("utf-8"))
    first = next(iter(made.view_definitions[0]))
    where = "" if folder == Path() else f" {folder}"
    commands = {
        f"eaframe validate{where}": "check it",
        f"eaframe view {first} -w {folder} -o {first}.svg": "draw a view",
        f"eaframe build{where}": "write its pages to the folder build",
    }
    say(f"Made a workspace in {folder}. Next:", quiet=quiet)
    for command, does in commands.items():
        say(f"  {command:<{max(map(len, commands))}}  {does}", quiet=quiet)
