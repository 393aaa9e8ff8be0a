"""The table of contents of the program: load, check, view, build."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import networkx as nx

    from eaframe.documents.definition import DocumentDefinition
    from eaframe.findings import Defect, Finding, Located
    from eaframe.graph import Graph
    from eaframe.measures.checklist import CheckedList
    from eaframe.measures.indicators.indicator import Measured
    from eaframe.model.load import Loaded
    from eaframe.model.model import Model
    from eaframe.reports.report import Report
    from eaframe.rules.checklists import Checklist
    from eaframe.rules.choice import Choice
    from eaframe.rules.judge import Judgement
    from eaframe.rules.rule import Rule
    from eaframe.sources.cache import Cache
    from eaframe.sources.limits import Limits
    from eaframe.views import View, ViewDefinition, Viewpoint


@dataclass(frozen=True)
class Workspace:
    """A loaded workspace, cut at a day. Everything is worked out when it is first asked for."""

    root: Path
    loaded: Loaded
    as_of: int | None  # YYYYMMDD; None is the whole model, all times at once
    today: int
    plugins: tuple[str, ...] = ()  # installed packages whose rules are asked

    @cached_property
    def model(self) -> Model:
        """The elements and relationships that are valid on the day, with the values that held then."""
        return self.loaded.model if self.as_of is None else self.loaded.model.at(self.as_of)

    @cached_property
    def whole(self) -> Graph:
        """The whole model, of all times, as a graph."""
        from eaframe.graph import Graph

        return Graph(self.loaded.model, self.loaded.limits.rule_steps)

    @cached_property
    def sliced(self) -> Graph:
        """The model of the day as a graph."""
        from eaframe.graph import Graph

        same = self.model.elements is self.loaded.model.elements
        return self.whole if same and self.as_of is None else Graph(self.model, self.loaded.limits.rule_steps)

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The model of the day as a networkx graph; see ``Graph.networkx`` for the attributes of nodes and edges."""
        return self.sliced.networkx

    @cached_property
    def view_definitions(self) -> tuple[Mapping[str, ViewDefinition], list[Finding]]:
        """The views that the workspace defines, and what is wrong with their definitions."""
        from eaframe.views import read_views

        return read_views(self.loaded.model)

    @cached_property
    def viewpoints(self) -> Mapping[str, Viewpoint]:
        """The viewpoints by id: those that come with eaframe and those of the workspace."""
        from eaframe.views import read_viewpoints

        return read_viewpoints(self.loaded.model)[0]

    def view(self, name: str, language: str = "") -> View:
        """One view, built. Raises KeyError for a name that is not defined."""
        return self.build_view(self.view_definitions[0][name], language)

    def build_view(self, definition: ViewDefinition, language: str = "") -> View:
        """The view of a definition, of the day; of all times where that is what it shows."""
        from eaframe.views import build_view, spans_time

        graph = self.whole if spans_time(definition) else self.sliced
        return build_view(graph, definition, language, self.as_of)

    @cached_property
    def document_definitions(self) -> tuple[Mapping[str, DocumentDefinition], list[Finding]]:
        """The documents that the workspace defines, and what is wrong with their definitions."""
        if not self.loaded.model.definitions.get("documents"):
            return {}, []
        from eaframe.documents.definition import read_documents

        return read_documents(self.loaded.model)

    @cached_property
    def rules(self) -> tuple[tuple[Rule, ...], list[Finding]]:
        """The rules of the workspace, its libraries and installed packages, and what is wrong with them."""
        from eaframe.rules.catalogue import reserved_prefixes
        from eaframe.rules.plugins import installed_rules

        if not self.loaded.model.definitions.get("rules") and not self.plugins:
            return (), []
        from eaframe.rules.definition import read_rules

        reserved = reserved_prefixes(_defects_of_later_rooms())
        installed = installed_rules(self.plugins, reserved)
        written, findings = read_rules(self.loaded.model, reserved, installed)
        return (*installed, *written), findings

    @cached_property
    def measured(self) -> tuple[Measured, list[Finding]]:
        """The indicators and recorded numbers of the workspace and its libraries, and what is wrong with them."""
        from eaframe.measures.indicators.indicator import Measured

        definitions = self.loaded.model.definitions
        if not definitions.get("indicators") and not definitions.get("observations"):
            return Measured({}, (), {}), []
        from eaframe.measures.indicators.observations import read_measured

        return read_measured(self.loaded.model)

    def _found_in_measured(self) -> Iterable[Finding]:
        """What is wrong with indicators, and what they lack on the day."""
        measured, findings = self.measured
        if not measured.indicators:
            return findings
        from eaframe.measures.indicators.judge import judge_measured

        return [*findings, *judge_measured(measured, self.as_of or self.today, self.today)]

    @cached_property
    def defects(self) -> Mapping[str, Defect]:
        """Every code that can be found in the workspace, with its page: also those of its own rules."""
        from eaframe.rules.catalogue import catalogue

        return catalogue(_defects_of_later_rooms(), self.rules[0])

    @cached_property
    def checklists(self) -> tuple[tuple[Checklist, ...], list[Finding]]:
        """The checklists of the workspace and its libraries, and what is wrong with their form."""
        if not self.loaded.model.definitions.get("checklists"):
            return (), []
        from eaframe.rules.checklists import read_checklists

        return read_checklists(self.loaded.model)

    def check_list(self, checklist: Checklist) -> CheckedList:
        """A checklist with the status of its items, whatever the baseline holds."""
        from eaframe.measures.checklist import assess
        from eaframe.rules.checklists import Named
        from eaframe.rules.choice import Choice

        named = Named.of(self.loaded.model, self._judged_codes, self._asked)
        judgement = self.judge(Choice(checklist.words[:1]), with_baseline=False)
        return assess(checklist, judgement, named, self.model, self.today)

    @property
    def _asked(self) -> tuple[Rule, ...]:
        """All rules that are asked."""
        from eaframe.rules.builtin import builtin_rules

        return (*builtin_rules(), *self.rules[0])

    @property
    def _judged_codes(self) -> Mapping[str, Defect]:
        """The codes that can be found in one revision, with their pages."""
        from eaframe.changes.defects import DEFECTS as OF_CHANGES

        return {code: page for code, page in self.defects.items() if page not in OF_CHANGES}

    def judge(self, choice: Choice | None = None, *, with_baseline: bool = True) -> Judgement:
        """Everything that is found, as the workspace decided to take it. Raises ValueError for a wrong ``choice``."""
        from eaframe.graph.derivations import wrong_derivations
        from eaframe.rules.baseline import read_baseline
        from eaframe.rules.catalogue import unknown_codes
        from eaframe.rules.judge import judge
        from eaframe.rules.run import ShownView
        from eaframe.rules.severities import is_off, wrong_severities
        from eaframe.views.selection import select_elements

        model, settings = self.loaded.model, self.model.settings
        definitions, wrong_views = self.view_definitions
        # While a view is wrong nobody can say what it shows, so that no view is asked what all of them leave out.
        judged = () if any(not is_off(settings, one.code) for one in wrong_views) else definitions.values()
        return judge(
            self.whole,
            self.sliced,
            self._asked,
            self._judged_codes,
            [
                *self.loaded.findings,
                *wrong_views,
                *self.document_definitions[1],
                *self.rules[1],
                *self.checklists[1],
                *self._found_in_measured(),
                *wrong_derivations(model),
                *wrong_severities(model),
                *unknown_codes(model, self.defects),
            ],
            today=self.today,
            views=[ShownView(one, select_elements(self.sliced, one)) for one in judged],
            baseline=read_baseline(self.baseline_text) if with_baseline else None,
            choice=choice,
            checklists=self.checklists[0],
        )

    @property
    def baseline_text(self) -> str:
        """What the workspace's baseline says, "" where it has none."""
        file = self.loaded.baseline
        return file.content.decode("utf-8", "replace") if file else ""

    @cached_property
    def judgement(self) -> Judgement:
        """What ``judge`` finds where nothing is chosen."""
        return self.judge()

    @cached_property
    def findings(self) -> tuple[Located, ...]:
        """Everything that counts, with its lines, in the order of files and lines."""
        return self.located(self.judgement.findings)

    def located(self, findings: Iterable[Finding]) -> tuple[Located, ...]:
        """Findings with their lines, in the order of files and lines."""
        from eaframe.sources.locate import locate

        return locate(findings, self.loaded.files)


def refuse_nothing(workspace: Workspace, judgement: Judgement) -> None:
    """Raises CannotOpenError for a workspace without a single element, as nothing can be said of it."""
    from eaframe.sources.opening import CannotOpenError

    if not workspace.whole.own_elements and not any(one.severity == "error" for one in judgement.findings):
        raise CannotOpenError(f"{workspace.root}: the workspace has no elements, so there is nothing to judge")


def all_defects() -> Mapping[str, Defect]:
    """Every code that any room can find, with its page."""
    from eaframe.rules.catalogue import catalogue

    return catalogue(_defects_of_later_rooms())


def _defects_of_later_rooms() -> tuple[Defect, ...]:
    """The codes of rooms that the catalogue does not see."""
    from eaframe.changes.defects import DEFECTS as OF_CHANGES
    from eaframe.documents.defects import DEFECTS as OF_DOCUMENTS
    from eaframe.measures.indicators.defects import DEFECTS as OF_MEASURES

    return (*OF_CHANGES, *OF_DOCUMENTS, *OF_MEASURES)


def load(
    path: Path | str,
    *,
    as_of: str = "today",
    today: int | None = None,
    limits: Limits | None = None,
    cache: Cache | None = None,
    plugins: tuple[str, ...] = (),
    instead: Mapping[str, bytes] | None = None,
) -> Workspace:
    """Load the workspace in the folder ``path``.

    ``as_of`` is a date (YYYY, YYYY-MM, YYYY-MM-DD: its last day), the id of a plateau, ``today`` or ``all``; ``today``
    is YYYYMMDD, by default the clock's. ``plugins`` names installed packages whose rules are asked too. ``instead`` has
    contents of its files by name that are read in place of those on the disk. Raises CannotOpenError where there is
    nothing to judge, and ValueError for an ``as_of`` that is neither.
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
        loaded = load_model(PathOf(path), limits, cache, instead)
    finally:
        if collecting:
            gc.enable()
            gc.freeze()
    return Workspace(PathOf(path), loaded, resolve_as_of(loaded.model, as_of, today), today, plugins)


def check(
    path: Path,
    *,
    as_of: str,
    today: int,
    language: str,
    limits: Limits,
    cache: Cache | None,
    choice: Choice | None = None,
    with_baseline: bool = True,
    plugins: tuple[str, ...] = (),
) -> Report:
    """What ``eaframe validate`` reports. Where nothing changed since the last run, that run's report.

    Raises as ``load`` and ``Workspace.judge`` do; also CannotOpenError for a workspace without a single element, as
    nothing can be said of it.
    """
    from eaframe.reports.report import make_report
    from eaframe.sources.fingerprint import fingerprint
    from eaframe.sources.memory import recall, remember

    options = (as_of, str(today), language, repr(limits), repr(choice), str(with_baseline))
    name = ""
    if cache is not None and not plugins:  # nobody knows what rules of other packages depend on
        name = fingerprint(path, limits, options)
        packed = recall(cache, name, limits)
        if packed is not None:
            from eaframe.reports.report import Report

            return Report.unpack(packed)
    workspace = load(path, as_of=as_of, today=today, limits=limits, cache=cache, plugins=plugins)
    judgement = workspace.judge(choice, with_baseline=with_baseline)
    refuse_nothing(workspace, judgement)
    report = make_report(workspace, judgement, language=language)
    if name and cache is not None:
        remember(cache, name, workspace.loaded.libraries, limits, report.pack())
    return report
