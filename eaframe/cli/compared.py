"""The two sides of a comparison, as the commands that compare take them: revisions, folders, the work tree."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.options import (
    WORKSPACE_FILE,
    find_workspace,
    refused,
    say,
    the_cache,
    the_day,
    the_limits,
    the_plugins,
)

if TYPE_CHECKING:
    from eaframe.workspace import Workspace

Against = Annotated[
    str,
    typer.Option(
        "--against", metavar="REV", help="Compare with this revision, or (REV...) with where HEAD parted from it."
    ),
]
_HEAD = "HEAD"


@dataclass(frozen=True, slots=True)
class Side:
    """One side: a revision, or, where that is empty, the files of the workspace as they are."""

    root: Path
    revision: str = ""
    parted_from: str = ""

    def label(self, language: str) -> str:
        """What to call it."""
        from eaframe.reports.changes_words import word

        if self.parted_from:
            return word("parting", language, one=self.parted_from, other=self.revision)
        return self.revision or word("work-tree", language)


@dataclass(frozen=True, slots=True)
class Sides:
    """What to compare with what."""

    before: Side
    after: Side
    are_folders: bool = False

    def labels(self, language: str) -> tuple[str, str]:
        """What to call the two."""
        if self.are_folders:
            return self.before.root.as_posix(), self.after.root.as_posix()
        return self.before.label(language), self.after.label(language)


def the_sides(first: str, second: str, workspace: Path | None) -> Sides:
    """What two arguments mean: REV, A..B, A...B, REV REV, FOLDER, FOLDER FOLDER, or nothing: HEAD and the work tree."""
    folders = [one for one in (first, second) if one and (Path(one) / WORKSPACE_FILE).is_file()]
    if first and second and len(folders) == 2:  # noqa: PLR2004 - both of them
        return Sides(Side(Path(first)), Side(Path(second)), are_folders=True)
    if folders and not second and workspace is None:
        return Sides(Side(Path(first), _HEAD), Side(Path(first)))
    root = find_workspace(workspace)
    if second:
        return Sides(Side(root, first), Side(root, second))
    if "..." in first:
        one, _, other = first.partition("...")
        return Sides(Side(root, other or _HEAD, one or _HEAD), Side(root, other or _HEAD))
    if ".." in first:
        one, _, other = first.partition("..")
        return Sides(Side(root, one or _HEAD), Side(root, other or _HEAD))
    return Sides(Side(root, first or _HEAD), Side(root))


def against(revision: str, workspace: Path | None, option: str = "--against") -> Sides:
    """A revision, or with three dots after it where HEAD parted from it, and the work tree."""
    root = find_workspace(workspace)
    if revision.endswith("..."):
        return Sides(Side(root, _HEAD, revision.removesuffix("...") or _HEAD), Side(root))
    if ".." in revision:
        raise refused(f"`{revision}` is a range; write one revision, or REV...", option)
    return Sides(Side(root, revision), Side(root))


def load_sides(
    sides: Sides, *, today: str, no_cache: bool, quiet: bool, as_of: str = "all"
) -> tuple[Workspace, Workspace]:
    """Both sides, loaded. Says so where one could not be read whole, or where there was no workspace before."""
    from eaframe.changes.revisions import NotThereYetError
    from eaframe.reports.printable import printable

    def load_one(side: Side) -> Workspace:
        return load_side(side, today=today, no_cache=no_cache, as_of=as_of)

    try:
        before = load_one(sides.before)
    except NotThereYetError as error:  # what is new differs in all that it has
        say(f"{printable(str(error))}: compared with nothing", quiet=quiet)
        with tempfile.TemporaryDirectory(prefix="eaframe-") as folder:
            Path(folder, WORKSPACE_FILE).write_text('name: ""\nnamespace: nothing\n', encoding="utf-8")
            before = load_one(Side(Path(folder)))
    after = load_one(sides.after)
    for one, label in zip((before, after), sides.labels("en"), strict=True):
        if one.loaded.model.incomplete:
            errors = sum(1 for finding in one.loaded.findings if finding.severity == "error")
            broken = f"{errors} error{'s' if errors != 1 else ''}"
            said = f"{label}: not all could be read ({broken}): what is missing looks removed or added"
            say(printable(said), quiet=quiet)
    return before, after


def load_side(side: Side, *, today: str, no_cache: bool, as_of: str) -> Workspace:
    """One side, loaded. Raises CannotOpenError, and NotThereYetError where there was no workspace then."""
    from eaframe.changes.revisions import at_revision, merge_base
    from eaframe.sources.opening import CannotOpenError
    from eaframe.workspace import load

    limits, cache = the_limits(), the_cache(off=no_cache)
    if not side.revision:
        return load(side.root, as_of=as_of, today=the_day(today), limits=limits, cache=cache, plugins=the_plugins())
    commit = merge_base(side.root, side.parted_from, side.revision) if side.parted_from else side.revision
    with at_revision(side.root, commit, limits) as root:
        try:
            return load(root, as_of=as_of, today=the_day(today), limits=limits, cache=cache, plugins=the_plugins())
        except CannotOpenError as error:
            told = str(error).replace(str(root), f"{side.root} at `{side.label('en')}`")
            raise CannotOpenError(told) from error
