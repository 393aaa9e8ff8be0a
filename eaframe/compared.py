"""The table of contents of comparing: two workspaces, or one at two revisions, and what lies between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eaframe.changes.accepted import Accepted
    from eaframe.changes.breaking import Level
    from eaframe.reports.pr_report import PullRequest
    from eaframe.reports.report import Report, ReportedFinding
    from eaframe.rules.choice import Choice
    from eaframe.workspace import Workspace


def breaking_report(before: Workspace, after: Workspace, *, level: Level, language: str) -> Report:
    """What is broken for whoever depends on the model, worst first (see ``eaframe.changes.breaking``).

    All times are compared; the size is that of today, as everywhere. What is gone is located in the files as they were.
    """
    from eaframe.changes.breaking import breaking
    from eaframe.changes.defects import DEFECTS
    from eaframe.reports.report import RANK, Report, reported, reported_rule

    found = breaking(before.loaded.model, after.loaded.model, level=level, today=after.today)
    located = (*before.located(found.gone), *after.located(found.present))
    findings = reported(located, language)
    today = after.loaded.model.at(after.today)
    return Report(
        elements=sum(1 for one in today.elements.values() if one.is_own),
        relationships=sum(1 for one in today.relationships.values() if one.is_own),
        findings=tuple(sorted(findings, key=lambda one: (RANK[one.severity], one.code, one.file, one.line))),
        rules=tuple(reported_rule(one, (), language) for one in DEFECTS),
    )


def pull_request(
    before: Workspace, after: Workspace, *, names: tuple[str, str], languages: tuple[str, str], folder: str
) -> PullRequest:
    """All that a report on a pull request says.

    ``names`` are those of the two revisions, ``languages`` that of findings and that of the model's names,
    ``folder`` is where the workspace lies in its repository.
    """
    from eaframe.changes.accepted import accepted
    from eaframe.changes.difference import compare
    from eaframe.changes.judged import new_and_fixed
    from eaframe.changes.picture import changes_view
    from eaframe.changes.reach import DEPTH, reach
    from eaframe.reports.order import under
    from eaframe.reports.pr_report import PullRequest
    from eaframe.reports.reach import reached_elements, told_owners
    from eaframe.reports.report import Report, reported

    language, of_names = languages
    old, new = before.loaded.model, after.loaded.model
    difference = compare(old, new)
    added, gone = new_and_fixed(before.judgement, after.judgement, difference)
    view, marks = changes_view(difference, old, new, names, of_names)
    found = reach(difference, before.whole, after.whole)

    def placed(findings: tuple[ReportedFinding, ...]) -> tuple[ReportedFinding, ...]:
        return under(Report(0, 0, findings), folder).findings

    return PullRequest(
        names=names,
        model=new,
        difference=difference,
        new=placed(reported(after.located(added), language)),
        fixed=placed(reported(before.located(gone), language)),
        broken=placed(breaking_report(before, after, level="depended", language=language).findings),
        accepted=accepted(difference, before.baseline_text, after.baseline_text),
        view=view,
        marks=marks,
        reached=reached_elements(found, new, of_names),
        owners=told_owners(found, new, of_names),
        depth=DEPTH,
        language=of_names,
    )


def check_since(
    before: Workspace, after: Workspace, *, language: str, choice: Choice | None = None, with_baseline: bool = True
) -> tuple[Report, tuple[Accepted, ...]]:
    """What ``eaframe validate --since`` reports: what is found in the later model and not in the earlier one.

    With it what the change accepts in the same breath: waivers, entries of the baseline, settings. Raises as ``check``.
    """
    from dataclasses import replace

    from eaframe.changes.accepted import accepted
    from eaframe.changes.difference import compare
    from eaframe.changes.judged import new_and_fixed
    from eaframe.reports.report import make_report
    from eaframe.rules.choice import is_of_reading
    from eaframe.workspace import refuse_nothing

    judgement = after.judge(choice, with_baseline=with_baseline)
    refuse_nothing(after, judgement)
    difference = compare(before.loaded.model, after.loaded.model)
    # Of the earlier model everything is asked: it may not know the words of the choice yet.
    added, _ = new_and_fixed(before.judge(with_baseline=with_baseline), judgement, difference)
    if after.loaded.model.incomplete:  # what was not read is not judged, however long that has been so
        unread = {one.identity for one in judgement.findings if one.severity == "error" and is_of_reading(one.code)}
        new = {one.identity for one in added}
        added = tuple(one for one in judgement.findings if one.identity in new | unread)
    report = make_report(after, replace(judgement, findings=added), language=language)
    report = replace(report, known_before=len(judgement.findings) - len(added))
    return report, accepted(difference, before.baseline_text, after.baseline_text)
