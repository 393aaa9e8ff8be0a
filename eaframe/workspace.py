"""The table of contents of the program: load, check, view, build."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import networkx as nx

    from eaframe.changes.breaking import Level
    from eaframe.documents.definition import DocumentDefinition
    from eaframe.findings import Defect, Finding, Located
    from eaframe.graph import Graph
    from eaframe.model.load import Loaded
    from eaframe.model.model import Model
    from eaframe.model.workspace_file import WorkspaceFile
    from eaframe.reports.report import Report
    from eaframe.sources.cache import Cache
    from eaframe.sources.limits import Limits
    from eaframe.sources.shape import Shape
    from eaframe.views import View, ViewDefinition


@dataclass(frozen=True)
class Workspace:
    """A loaded workspace, cut at a day. Everything is worked out when it is first asked for."""

    root: Path
    loaded: Loaded
    as_of: int | None  # YYYYMMDD; None is the whole model, all times at once
    today: int

    @cached_property
    def model(self) -> Model:
        """The elements and relationships that are valid on the day, with the values that held then."""
        return self.loaded.model if self.as_of is None else self.loaded.model.at(self.as_of)

    @cached_property
    def whole(self) -> Graph:
        """The whole model, of all times, as a graph."""
        from eaframe.graph import Graph

        return Graph(self.loaded.model)

    @cached_property
    def sliced(self) -> Graph:
        """The model of the day as a graph."""
        from eaframe.graph import Graph

        same = self.model.elements is self.loaded.model.elements
        return self.whole if same and self.as_of is None else Graph(self.model)

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The model of the day as a networkx graph; see ``Graph.networkx`` for the attributes of nodes and edges."""
        return self.sliced.networkx

    @cached_property
    def view_definitions(self) -> tuple[Mapping[str, ViewDefinition], list[Finding]]:
        """The views that the workspace defines, and what is wrong with their definitions."""
        from eaframe.views import read_views

        return read_views(self.loaded.model)

    def view(self, name: str, language: str = "") -> View:
        """One view, built. Raises KeyError for a name that is not defined."""
        from eaframe.views import build_view

        definition = self.view_definitions[0][name]
        return build_view(self.sliced, definition, language or self.model.settings.languages[0])

    @cached_property
    def document_definitions(self) -> tuple[Mapping[str, DocumentDefinition], list[Finding]]:
        """The documents that the workspace defines, and what is wrong with their definitions."""
        if not self.loaded.model.definitions.get("documents"):
            return {}, []
        from eaframe.documents.definition import read_documents

        return read_documents(self.loaded.model)

    @cached_property
    def findings(self) -> tuple[Located, ...]:
        """Everything that is wrong, with its lines, in the order of files and lines."""
        from eaframe.findings.severity import with_severities
        from eaframe.rules.builtin import BUILTIN
        from eaframe.rules.run import ShownView, run_rules
        from eaframe.sources.locate import locate
        from eaframe.views.selection import select_elements

        definitions, wrong_definitions = self.view_definitions
        settings = self.model.settings
        # While a view is wrong nobody can say what it shows, so that no view is asked what all of them leave out.
        judged = () if any(with_severities(wrong_definitions, settings.severity)) else definitions.values()
        views = [ShownView(one, select_elements(self.sliced, one)) for one in judged]
        found = run_rules(BUILTIN, self.whole, self.sliced, today=self.today, views=views)
        unknown = _unknown_codes(settings) if settings.severity else []
        everything = [*self.loaded.findings, *wrong_definitions, *self.document_definitions[1], *unknown, *found]
        return locate(with_severities(everything, settings.severity), self.loaded.files)


def breaking_report(before: Workspace, after: Workspace, *, level: Level, language: str, prefix: str) -> Report:
    """What is broken for whoever depends on the model, worst first (see ``eaframe.changes.breaking``).

    What is gone is located in the files as they were before.
    """
    from dataclasses import replace

    from eaframe.changes.breaking import breaking
    from eaframe.reports.report import RANK, make_report
    from eaframe.sources.locate import locate

    found = breaking(before.loaded.model, after.loaded.model, level=level, today=after.today)
    located = (*locate(found.gone, before.loaded.files), *locate(found.present, after.loaded.files))
    elements, relationships = len(after.whole.own_elements), len(after.whole.own_relationships)
    report = make_report(elements, relationships, located, language=language, prefix=prefix)
    ordered = sorted(report.findings, key=lambda one: (RANK[one.severity], one.code, one.file, one.line, one.subject))
    return replace(report, findings=tuple(ordered))


def _unknown_codes(settings: WorkspaceFile) -> list[Finding]:
    from eaframe.rules.catalogue import unknown_codes

    return list(unknown_codes(settings, all_defects()))


def all_defects() -> Mapping[str, Defect]:
    """Every code that any room can find, with its page."""
    from eaframe.changes.defects import DEFECTS as OF_CHANGES
    from eaframe.documents.defects import DEFECTS as OF_DOCUMENTS
    from eaframe.rules.catalogue import catalogue

    return catalogue(*OF_CHANGES, *OF_DOCUMENTS)


def load(
    path: Path | str,
    *,
    as_of: str = "today",
    today: int | None = None,
    limits: Limits | None = None,
    cache: Cache | None = None,
) -> Workspace:
    """Load the workspace in the folder ``path``.

    ``as_of`` is a date (YYYY, YYYY-MM, YYYY-MM-DD: its last day), the id of a plateau, ``today`` or ``all``; ``today``
    is YYYYMMDD, by default the clock's. Raises CannotOpenError where there is nothing to judge, and ValueError for an
    ``as_of`` that is neither.
    """
    import gc
    from pathlib import Path as PathOf

    from eaframe.model.as_of import resolve_as_of
    from eaframe.model.load import load_model

    if today is None:
        from datetime import datetime

        from eaframe.metamodel.period import day_of

        today = day_of(datetime.now().astimezone().date())
    collecting = gc.isenabled()
    gc.disable()  # nothing becomes garbage while a model grows, and looking for it takes most of the time
    try:
        loaded = load_model(PathOf(path), limits, cache)
    finally:
        if collecting:
            gc.enable()
            gc.freeze()
    return Workspace(PathOf(path), loaded, resolve_as_of(loaded.model, as_of, today), today)


def check(
    path: Path,
    *,
    as_of: str,
    today: int,
    language: str,
    prefix: str,
    limits: Limits,
    cache: Cache | None,
) -> Report:
    """What ``eaframe validate`` reports. Where nothing changed since the last run, that run's report.

    ``prefix`` is put before the names of files. Raises as ``load`` does; also CannotOpenError for a workspace without
    a single element, as nothing can be said of it.
    """
    from eaframe.reports.report import make_report
    from eaframe.sources.fingerprint import fingerprint
    from eaframe.sources.memory import recall, remember
    from eaframe.sources.opening import CannotOpenError

    if cache is None:
        name = ""
    else:
        name = fingerprint(path, limits, (as_of, str(today), language, prefix, repr(limits)))
        packed = recall(cache, name, limits)
        if packed is not None:
            from eaframe.reports.report import Report

            return Report.unpack(packed)
    workspace = load(path, as_of=as_of, today=today, limits=limits, cache=cache)
    elements, relationships = workspace.sliced.own_elements, workspace.sliced.own_relationships
    findings = workspace.findings
    if not workspace.whole.own_elements and not any(one.finding.severity == "error" for one in findings):
        raise CannotOpenError(f"{path}: the workspace has no elements, so there is nothing to judge")
    report = make_report(len(elements), len(relationships), findings, language=language, prefix=prefix)
    if cache is not None:
        remember(cache, name, workspace.loaded.libraries, limits, report.pack())
    return report


def schema(workspace: Workspace | None = None) -> str:
    """The JSON Schema of model files: of ArchiMate alone, or with the kinds and languages of a workspace."""
    from eaframe.documents.definition import DocumentShape
    from eaframe.exchange.file_schema import file_schema
    from eaframe.metamodel.archimate import load_metamodel
    from eaframe.views.definition import ViewShape
    from eaframe.views.viewpoint import ViewpointShape

    sections: dict[str, type[Shape]] = {"views": ViewShape, "viewpoints": ViewpointShape, "documents": DocumentShape}
    if workspace is None:
        return file_schema(load_metamodel(), {}, ("vi", "en"), sections)
    model = workspace.loaded.model
    return file_schema(model.metamodel, model.kinds, model.settings.languages, sections)
