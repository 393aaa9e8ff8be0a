"""``eaframe init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from eaframe.cli.options import Quiet, Today, say, the_day


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The new workspace; by default this folder.")
    ] = Path(),
    today: Today = "",
    quiet: Quiet = False,
) -> None:
    """Make a small, valid workspace to start from.

    Nothing that is there already is overwritten.

    \b
    Example:
      eaframe init my-city
    """
    from eaframe.metamodel.period import date_of
    from eaframe.model.names import slug
    from eaframe.resources import resource
    from eaframe.sources.write import write_atomically
    from eaframe.workspace import load, schema

    template = resource("templates") / "workspace"
    targets = {path: folder / path.relative_to(template) for path in sorted(template.rglob("*")) if path.is_file()}
    taken = [target for target in targets.values() if target.exists()]
    if taken:
        raise typer.BadParameter(f"{taken[0]} exists already; nothing was written", param_hint="DIR")
    name = folder.resolve().name
    for source, target in targets.items():
        text = source.read_text(encoding="utf-8")
        text = text.replace("NAMESPACE", slug(name)).replace("TODAY", date_of(the_day(today)).isoformat())
        write_atomically(target, text.encode("utf-8"))
    write_atomically(folder / ".vscode" / "eaframe.schema.json", schema(load(folder, as_of="all")).encode("utf-8"))
    where = "" if folder == Path() else f" {folder}"
    commands = {
        f"eaframe validate{where}": "check it",
        f"eaframe view overview -w {folder} -o overview.svg": "draw its view",
        f"eaframe build{where}": "write its pages to the folder build",
    }
    say(f"Made a workspace in {folder}. Next:", quiet=quiet)
    for command, does in commands.items():
        say(f"  {command:<{max(map(len, commands))}}  {does}", quiet=quiet)
