"""Severities as a workspace sets them: per code, and within a code per selection of subjects and per file."""

from __future__ import annotations

import fnmatch
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from eaframe.findings import Place
from eaframe.graph.known import Known
from eaframe.graph.select import predicate, select_relationships
from eaframe.rules.names import unknown_in_views
from eaframe.rules.subjects import WORKSPACE, Select, ViewSelector, read_select
from eaframe.views.viewpoint import DEFAULT_VIEWPOINT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from eaframe.findings import Finding
    from eaframe.graph import Graph
    from eaframe.model.model import Model
    from eaframe.model.workspace_file import SeverityCase, WorkspaceFile

_FILE = "eaframe.yaml"


def with_severities(findings: Iterable[Finding], settings: WorkspaceFile, graph: Graph) -> Iterator[Finding]:
    """Findings with the severity that the workspace gives them; those that are off are left out.

    ``graph`` is the whole model, so that a severity does not depend on the day.
    """
    cases: dict[str, list[tuple[str, Callable[[Finding], bool]]]] = {}
    for finding in findings:
        wanted = settings.severity.get(finding.code)
        severity: Any = wanted or finding.severity
        if isinstance(wanted, tuple):
            if finding.code not in cases:
                cases[finding.code] = [(one.set, _fits(graph, one)) for one in wanted]
            severity = next((word for word, fits in cases[finding.code] if fits(finding)), finding.severity)
        if severity != "off":
            yield finding if severity == finding.severity else replace(finding, severity=severity)


def is_off(settings: WorkspaceFile, code: str) -> bool:
    """Whether a code is off whatever it is found in."""
    return settings.severity.get(code) == "off"


def wrong_severities(model: Model) -> Iterator[Finding]:
    """What is wrong with the selectors of severities."""
    known = Known(model)
    for code, wanted in model.settings.severity.items():
        for index, case in enumerate(wanted) if isinstance(wanted, tuple) else ():
            at = Place(_FILE, ("severity", code, index, "select"))
            _, findings = read_select(case.select, at)
            yield from findings
            yield from known.unknown_in_selectors(case.select, _FILE, at.path, code)
            yield from unknown_in_views(known, case.select, at, code)


def _fits(graph: Graph, case: SeverityCase) -> Callable[[Finding], bool]:
    """Whether a finding is in a case: by its subject and its file."""
    selected, findings = read_select(case.select, Place(_FILE)) if case.select is not None else (None, [])
    if findings:
        return lambda _: False  # reported by ``wrong_severities``
    is_subject = _is_subject(graph, selected) if selected is not None else None

    def fits(finding: Finding) -> bool:
        in_file = not case.path or any(_lies_in(finding.at.file, path) for path in case.path)
        return in_file and (is_subject is None or is_subject(finding.subject))

    return fits


def _is_picked(selector: ViewSelector, id_: str, data: Any) -> bool:
    """Whether a view is selected, also one that is wrong: what is found in it may be what the case is for."""
    said = data if isinstance(data, dict) else {}
    tags = said.get("tags", ())
    words = (tags,) if isinstance(tags, str) else tags if isinstance(tags, list) else ()
    viewpoint = said.get("viewpoint", DEFAULT_VIEWPOINT) if isinstance(data, dict) else ""
    return selector.picks(id_, viewpoint, words, said.get("code", ""))


def _lies_in(file: str, path: str) -> bool:
    """Whether a file is the one that is named, lies in that folder or matches that pattern."""
    return fnmatch.fnmatchcase(file, path) or file.startswith(f"{path.rstrip('/')}/")


def _is_subject(graph: Graph, selected: Select) -> Callable[[str], bool]:
    if selected.relationships is not None:
        ids = {one.id for one, verdict in select_relationships(graph, selected.relationships) if verdict is True}
        return ids.__contains__
    if selected.kind == WORKSPACE:
        return graph.model.settings.namespace.__eq__
    if selected.views is not None:
        views = graph.model.definitions.get("views", ())
        return {one.id for one in views if _is_picked(selected.views, one.id, one.data)}.__contains__
    tests = [predicate(graph, one) for one in selected.elements]

    def is_subject(id_: str) -> bool:
        while id_ in graph.relationships:  # it goes with what it comes from
            id_ = graph.relationships[id_].source
        element = graph.elements.get(id_)
        return element is not None and any(test(element) is True for test in tests)

    return is_subject
