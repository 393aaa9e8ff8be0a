"""``eaframe artifacts``."""

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
    load_workspace,
    names_in,
    one_of,
    refused,
    say,
    the_limits,
    write_output,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.findings import Finding
    from eaframe.measures.frameworks import Framework
    from eaframe.sources.files import SourceFile
    from eaframe.workspace import Workspace

_FORMATS = ("text", "json", "markdown")
_FILES = (".yaml", ".yml")


def artifacts(
    framework: Annotated[
        str, typer.Option("--framework", metavar="NAME|FILE.yaml", help="One that comes with eaframe, or your own.")
    ] = "togaf",
    format_: Annotated[str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to report.")] = "text",
    missing: Annotated[bool, typer.Option("--missing", help="List only what the model cannot feed yet.")] = False,
    workspace: WorkspaceOption = None,
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "",
    no_cache: NoCache = False,
) -> None:
    """Tell which artifacts of a framework the model can feed, and what exactly it lacks for the others.

    An artifact is a catalog, a matrix or a diagram that a framework asks for. A file with a framework of your own has
    the form of TOGAF's, which comes with eaframe: viewpoints/frameworks/togaf.yaml.

    \b
    Examples:
      eaframe artifacts -w models/hanoi
      eaframe artifacts --missing --lang vi
      eaframe artifacts --framework our-framework.yaml --format markdown
    """
    from eaframe.measures.artifacts import cover
    from eaframe.reports.artifacts import ArtifactsReport

    one_of(format_, _FORMATS, "--format")
    found = load_workspace(workspace, as_of=as_of, today=today, no_cache=no_cache)
    language, names = names_in(found, lang)
    coverage = cover(_framework(found, framework), found.sliced)
    # A framework's names are no names of the model: by default they are in the language of our words.
    languages = (lang, *names) if lang else (language, *names)
    write_output(ArtifactsReport(coverage, language, languages, missing).render(format_), None)


def _framework(found: Workspace, written: str) -> Framework:
    """The framework that is named or lies in a file. Says all that is wrong with the file; exits with 2 for errors."""
    from eaframe.measures.frameworks import bundled_framework, bundled_frameworks, read_framework
    from eaframe.sources.files import CannotOpenError, read_bytes, read_file

    path = Path(written)
    if path.suffix.lower() not in _FILES:
        one_of(written, bundled_frameworks(), "--framework")
        return bundled_framework(written)
    limits = the_limits()
    try:
        content = read_bytes(path.parent, path.name, limits)
    except CannotOpenError as error:
        raise refused(str(error), "--framework") from error
    file = read_file(path.as_posix(), content, limits)
    framework, findings = read_framework(path.stem, file, found.loaded.model)
    for line in _explained(findings, file):
        say(line)
    if framework is None:
        raise typer.Exit(COULD_NOT_RUN)
    return framework


def _explained(findings: list[Finding], file: SourceFile) -> Iterator[str]:
    """A line for each finding, in the order of the file."""
    from eaframe.reports.printable import printable, printable_path
    from eaframe.sources.locate import locations

    places = locations([one.at for one in findings], {file.name: file})
    for place, one in sorted(zip(places, findings, strict=True), key=lambda told: (told[0].line, told[0].column)):
        said = f":{place.line}:{place.column}: {one.severity} {one.code} {one.message}"
        yield printable_path(place.file) + printable(f"{said} {one.hint}".rstrip())
