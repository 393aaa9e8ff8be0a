"""A folder -> its model: the workspace's own files over the libraries that it imports."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from eaframe.findings import Finding, Place
from eaframe.findings.message import say
from eaframe.metamodel.archimate import available_versions, load_metamodel
from eaframe.model import defects
from eaframe.model.build import Content, build
from eaframe.model.context import Unread
from eaframe.model.names import Names
from eaframe.model.sections import sections_of
from eaframe.model.workspace_file import WorkspaceFile, read_workspace_file
from eaframe.resources import bundled_libraries, resource
from eaframe.sources.defects import UNKNOWN_KEY
from eaframe.sources.files import (
    WORKSPACE_FILE,
    CannotOpenError,
    SourceFile,
    list_files,
    read_baseline_file,
    read_bytes,
    read_file,
    read_files,
)
from eaframe.sources.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from eaframe.findings.message import Phrase
    from eaframe.metamodel.kinds import Kind
    from eaframe.model.elements import Definition, Element, Reference, Relationship
    from eaframe.model.model import Model
    from eaframe.sources.cache import Cache


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model with the files it came from (for lines) and what was found while reading them."""

    model: Model
    files: Mapping[str, SourceFile]
    findings: tuple[Finding, ...]
    libraries: tuple[str, ...] = ()  # where all libraries were looked for, as they are named: a link is not followed
    baseline: SourceFile | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(slots=True)
class _Shared:
    """What grows from library to library, the workspace itself being last."""

    limits: Limits
    cache: Cache | None
    names: Names = field(default_factory=Names)
    kinds: dict[str, Kind] = field(default_factory=dict)
    elements: dict[str, Element] = field(default_factory=dict)
    relationships: dict[str, Relationship] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    definitions: dict[str, tuple[Definition, ...]] = field(default_factory=dict)
    loaded: set[str] = field(default_factory=set)  # real folders of libraries
    looked_for: set[str] = field(default_factory=set)  # folders of libraries as they are named, found or not
    namespaces: set[str] = field(default_factory=set)  # of the workspace and of all libraries begun
    instead: Mapping[str, bytes] = field(default_factory=dict)  # of files of the workspace itself
    versions: dict[str, str] = field(default_factory=dict)  # of libraries, by namespace


def load_model(
    root: Path,
    limits: Limits | None = None,
    cache: Cache | None = None,
    instead: Mapping[str, bytes] | None = None,
) -> Loaded:
    """Read the workspace in ``root``. Raises CannotOpenError where nothing can be judged; all else are findings.

    ``instead`` has contents by name that are read in place of those on the disk: what an edit would make of them.
    """
    if not os.path.isfile(root / WORKSPACE_FILE):
        raise CannotOpenError(f"{root}: no {WORKSPACE_FILE} there; `eaframe init` makes one")
    return _load(root, "", _Shared(limits or Limits(), cache, instead=instead or {}), ())


def _load(root: Path, prefix: str, shared: _Shared, chain: tuple[str, ...]) -> Loaded:
    limits = shared.limits

    def content(name: str) -> bytes:
        changed = None if chain else shared.instead.get(name)
        return read_bytes(root, name, limits) if changed is None else changed

    workspace = read_file(WORKSPACE_FILE, content(WORKSPACE_FILE), limits)
    findings: list[Finding] = list(workspace.findings)
    settings, more = read_workspace_file(WORKSPACE_FILE, workspace.document.data, available_versions())
    judged = not workspace.document.broken and not any(_settles_much(finding) for finding in more)
    if not workspace.document.broken:
        findings += more
    prefix = f"{settings.namespace}:" if chain else ""
    shared.namespaces.add(settings.namespace)
    if chain:
        shared.versions[settings.namespace] = settings.version
    unread: list[Unread] = []
    if judged:
        more, unread = _import(root, settings, shared, (*chain, os.path.realpath(root)))
        findings += more
    else:
        unread.append(Unread(WORKSPACE_FILE, Place(WORKSPACE_FILE)))
    listed, more = list_files(root, settings.exclude, limits)
    findings += more
    files = read_files(((name, content(name)) for name in listed), limits, shared.cache)
    contents: list[tuple[str, Mapping[str, object]]] = []
    for file in files:
        findings += file.findings
        if not judged:
            continue
        sections, more = sections_of(file)
        findings += more
        contents.append((file.name, sections))
        if file.document.broken or any(finding.severity == "error" for finding in more):
            unread.append(Unread(file.name, Place(file.name)))
    if not judged:
        findings.append(defects.NOT_JUDGED.at(Place(WORKSPACE_FILE)))
    model, more = build(_content(contents, settings, prefix, shared, tuple(unread)))
    findings += more
    model = replace(model, libraries=dict(sorted(shared.versions.items())))
    baseline = read_baseline_file(root, limits)
    if baseline and not chain:
        baseline = replace(baseline, content=shared.instead.get(baseline.name, baseline.content))
    by_name = {file.name: file for file in (workspace, *files, *([baseline] if baseline else []))}
    return Loaded(model, by_name, tuple(findings), tuple(sorted(shared.looked_for)), baseline, limits)


def _settles_much(finding: Finding) -> bool:
    """Whether a wrong setting would make right things look wrong all over the model."""
    path = finding.at.path if isinstance(finding.at, Place) else ()
    misspelt = finding.code == UNKNOWN_KEY.code and len(path) == 1
    return misspelt or (bool(path) and path[0] in {"languages", "imports", "metamodel", "namespace"})


def _content(
    contents: Iterable[tuple[str, Mapping[str, object]]],
    settings: WorkspaceFile,
    prefix: str,
    shared: _Shared,
    unread: tuple[Unread, ...],
) -> Content:
    return Content(
        files=list(contents),  # type: ignore[arg-type]  # sections hold plain data
        settings=settings,
        metamodel=load_metamodel(settings.metamodel),
        prefix=prefix,
        names=shared.names,
        kinds=shared.kinds,
        elements=shared.elements,
        relationships=shared.relationships,
        references=shared.references,
        definitions=shared.definitions,
        unread=unread,
    )


def _import(
    root: Path, settings: WorkspaceFile, shared: _Shared, chain: tuple[str, ...]
) -> tuple[list[Finding], list[Unread]]:
    """Load the libraries that a workspace names, each once; a broken one is one finding here, mended there.

    Returns also the libraries that could not be read whole.
    """
    findings: list[Finding] = []
    unread: list[Unread] = []
    for index, name in enumerate(settings.imports):
        at = Place(WORKSPACE_FILE, ("imports", index))
        folder, reason = _library(root, name, shared.looked_for)
        if folder is None:
            findings.append(
                defects.LIBRARY_NOT_FOUND.at(at, found=name, reason=reason, bundled=_bundled(), discriminator=name)
            )
            unread.append(Unread(name, at, is_library=True))
            continue
        real = os.path.realpath(folder)
        if real in chain:
            path = " → ".join(os.path.basename(step) for step in (*chain[chain.index(real) :], real))
            findings.append(defects.CIRCULAR_IMPORT.at(at, path=path, discriminator=name))
            unread.append(Unread(name, at, is_library=True))
            continue
        if real in shared.loaded:
            continue
        try:
            namespace = _namespace(folder, shared.limits)
            if namespace in shared.namespaces:
                findings.append(defects.SAME_NAMESPACE.at(at, found=name, namespace=namespace, discriminator=name))
                unread.append(Unread(name, at, is_library=True))
                continue
            library = _load(folder, name, shared, chain)
        except CannotOpenError as error:
            findings.append(
                defects.LIBRARY_NOT_FOUND.at(at, found=name, reason=error, bundled=_bundled(), discriminator=name)
            )
            unread.append(Unread(name, at, is_library=True))
            continue
        errors = [finding for finding in library.findings if finding.severity == "error"]
        if errors:
            first = errors[0]
            findings.append(
                defects.LIBRARY_HAS_ERRORS.at(
                    at, found=name, number=len(errors), where=first.at.file, first=first.message, discriminator=name
                )
            )
            unread.append(Unread(name, at, is_library=True))
        shared.loaded.add(real)
    return findings, unread


def _namespace(folder: Path, limits: Limits) -> str:
    """The namespace that a library says it has, if any: asked before anything of it is read into the same names."""
    data = read_file(WORKSPACE_FILE, read_bytes(folder, WORKSPACE_FILE, limits), limits).document.data
    namespace = data.get("namespace") if isinstance(data, dict) else ""
    return namespace if isinstance(namespace, str) else ""


def _library(root: Path, name: str, looked_for: set[str]) -> tuple[Path | None, Phrase]:
    """The folder of a library: bundled by name, or relative to the workspace and in the same project."""
    if not ("/" in name or name.startswith(".")):
        folder = resource("models") / name
        missing = say("no bundled library has this name")
        if os.path.isfile(root / name / WORKSPACE_FILE):
            missing = say("no bundled library has this name; for the folder write `./{name}`", name=name)
    elif os.path.isabs(name) or "\\" in name:
        return None, say("the folder must be relative, with forward slashes")
    else:
        folder = root / name
        missing = say("no {file} in that folder", file=WORKSPACE_FILE)
        if not os.path.realpath(folder).startswith(_project(root) + os.sep):
            return None, say("the folder lies outside of the project")
    looked_for.add(os.path.abspath(folder))
    return (folder, "") if os.path.isfile(folder / WORKSPACE_FILE) else (None, missing)


def _project(root: Path) -> str:
    """The folder that imports may not leave: the git work tree around the workspace, else its parent folder."""
    real = os.path.realpath(root)
    folder = real
    while folder != os.path.dirname(folder):
        if os.path.exists(os.path.join(folder, ".git")):
            return folder
        folder = os.path.dirname(folder)
    return os.path.dirname(real)


def _bundled() -> Phrase:
    return ", ".join(f"`{name}`" for name in bundled_libraries()) or say("there are none")
