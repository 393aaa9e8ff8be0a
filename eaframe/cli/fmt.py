"""``eaframe fmt``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.options import (
    WORKSPACE_FILE,
    NoCache,
    Quiet,
    find_workspace,
    say,
    the_cache,
    the_limits,
    write_output,
)

if TYPE_CHECKING:
    from eaframe.sources.files import SourceFile
    from eaframe.workspace import Workspace


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Workspaces, or files and folders in one; by default the workspace here."
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if something would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; print what would change as a diff.")] = False,
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Bring the files of a workspace into one form, so that diffs show what changed in the model.

    Orders the keys of elements, sorts tags and aliases, indents by two spaces, quotes what tools of YAML 1.1 would
    misread, composes letters (NFC), and ends lines and files well. Comments stay with what they belong to; texts are
    never wrapped, elements never moved. A file with a syntax error is reported and left alone. With --check or --diff
    a PATH may also be a folder with several workspaces below it.

    Exit codes: 0 well, 1 a file could not be read or (with --check) would change, 2 could not run.

    \b
    Examples:
      eaframe fmt
      eaframe fmt --check models examples
      eaframe fmt --diff models/hanoi/views.yaml
    """
    from eaframe.sources.write_all import write_all
    from eaframe.workspace import load

    changed = broken = 0
    for root, chosen in _targets(paths, writes=not (check or diff)).items():
        workspace = load(root, as_of="all", limits=the_limits(), cache=the_cache(off=no_cache))
        new: dict[str, bytes] = {}
        read: dict[str, bytes] = {}
        for file in _files(workspace, chosen):
            content = _new_content(file, workspace)
            if content is None:
                broken += 1
            elif content != file.content:
                new[file.name], read[file.name] = content, file.content
        changed += len(new)
        _show(root, new, read, check=check, diff=diff)
        if not (check or diff):
            write_all(root, new, read)
    did = "would change" if check or diff else "changed"
    say(f"{changed} file{'' if changed == 1 else 's'} {did}" + (f", {broken} not read" if broken else ""), quiet=quiet)
    raise typer.Exit(1 if broken or (check and changed) else 0)


def _targets(paths: list[Path] | None, *, writes: bool) -> dict[Path, list[Path] | None]:
    """The workspaces that the paths lie in or hold, each with the files and folders asked for; None is all of it.

    What is written must be named: a folder that only holds workspaces, perhaps other people's, may be looked at.
    """
    from eaframe.findings.suggest import quoted

    if not paths:
        return {find_workspace(None): None}
    found: dict[Path, list[Path] | None] = {}
    for path in paths:
        if not path.exists():
            raise typer.BadParameter(f"there is no {path}", param_hint="PATH")
        inside = [*_workspaces_below(path)]
        around = None if path in inside else _workspace_around(path)
        if path in inside and writes:
            inside = [path]
        elif around is None and not inside:
            raise typer.BadParameter(f"{path} does not lie in a workspace and holds none", param_hint="PATH")
        elif writes and inside:
            raise typer.BadParameter(
                f"{path} is no workspace but holds some; name those to write ({quoted(map(str, inside))}), "
                "or look at all with --check or --diff",
                param_hint="PATH",
            )
        for root in inside:
            found[root] = None
        if around is not None and found.get(around, []) is not None:
            found[around] = [*(found.get(around) or []), path]
    return found


def _workspaces_below(path: Path) -> Iterator[Path]:
    """Every folder with an eaframe.yaml at or below a folder, hidden ones aside."""
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if WORKSPACE_FILE in files:
            yield Path(folder)


def _workspace_around(path: Path) -> Path | None:
    here = path.absolute()
    for folder in here.parents:
        if (folder / WORKSPACE_FILE).is_file():
            return Path(os.path.relpath(folder)) if not path.is_absolute() else folder
    return None


def _files(workspace: Workspace, chosen: list[Path] | None) -> Iterator[SourceFile]:
    """The files of a workspace that were asked for. Raises BadParameter for a file that is none of its."""
    files = workspace.loaded.files
    if chosen is None:
        yield from (files[name] for name in sorted(files))
        return
    wanted: set[str] = set()
    for path in chosen:
        name = Path(os.path.relpath(path, workspace.root)).as_posix()
        if path.is_dir():
            wanted |= {one for one in files if one.startswith(f"{name}/")}
        elif name in files:
            wanted.add(name)
        else:
            raise typer.BadParameter(f"{path} is not a file of the workspace {workspace.root}", param_hint="PATH")
    yield from (files[name] for name in sorted(wanted))


def _new_content(file: SourceFile, workspace: Workspace) -> bytes | None:
    """The file in its form; None (and a word on it) where it could not be read."""
    from eaframe.model.fmt import formatted

    errors = [finding for finding in file.findings if finding.severity == "error"]
    if file.document.broken or errors:
        from eaframe.reports.printable import printable
        from eaframe.sources.locate import locate

        for one in locate(errors, workspace.loaded.files):
            where = f"{(workspace.root / file.name).as_posix()}:{one.location.line}:{one.location.column}"
            say(f"{printable(where)}: {one.finding.code} {printable(one.finding.message.text())}")
        return None
    content = formatted(file, workspace.loaded.model, the_limits())
    if content is None:
        raise RuntimeError(f"{file.name} would say something else")
    return content


def _show(root: Path, new: dict[str, bytes], read: dict[str, bytes], *, check: bool, diff: bool) -> None:
    from eaframe.reports.diff import unified_diff
    from eaframe.reports.printable import printable

    for name, content in new.items():
        shown = (root / name).as_posix()
        if diff:
            write_output(unified_diff(shown, read[name], content), None)
        elif check:
            write_output(f"{printable(shown)} would change\n", None)
