"""All that is found in a workspace, as it decided to take it: severities, waivers, baseline, and what was asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eaframe.rules.baseline import Baseline, apply_baseline, stale
from eaframe.rules.choice import Choice, can_be_in_baseline
from eaframe.rules.defects import EXPIRED_WAIVER
from eaframe.rules.run import ShownView, run_rules
from eaframe.rules.severities import is_off, with_severities
from eaframe.rules.waivers import apply_waivers, ends_soon, read_waivers, wrong_waivers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from eaframe.findings import Defect, Finding
    from eaframe.graph import Graph
    from eaframe.model.model import Model
    from eaframe.rules.checklists import Checklist
    from eaframe.rules.rule import Rule
    from eaframe.rules.run import Run
    from eaframe.rules.waivers import Waiver


@dataclass(frozen=True, slots=True)
class Judgement:
    """What counts, what somebody accepted, and what was there before; ``undecided`` counts subjects of rules.

    ``rules`` are the pages of all codes that could have been found, ``failed`` the codes of rules that could not be
    run, ``expiring`` counts waivers that end soon. ``runs``, ``skipped`` and ``not_valid`` are those of ``Found``.
    """

    findings: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...]
    in_baseline: tuple[Finding, ...]
    rules: tuple[Defect, ...]
    tags: Mapping[str, tuple[str, ...]]
    undecided: int = 0
    failed: tuple[str, ...] = ()
    expiring: int = 0
    runs: Mapping[str, Run] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    not_valid: tuple[str, ...] = ()


def judge(
    whole: Graph,
    sliced: Graph,
    rules: Sequence[Rule],
    defects: Mapping[str, Defect],
    found_before: Iterable[Finding],
    *,
    today: int,
    views: Sequence[ShownView],
    baseline: Baseline | None = None,
    choice: Choice | None = None,
    checklists: Sequence[Checklist] = (),
) -> Judgement:
    """Judge a model: ``found_before`` was found while it was read, ``defects`` are the pages of all codes.

    ``checklists`` may be chosen too, and their items. Raises ValueError for a choice that names nothing.
    """
    choice, baseline = choice or Choice(), baseline or Baseline()
    tags = {code: one.tags for code, one in defects.items() if one.tags}
    tags |= {rule.defect.code: rule.tags for rule in rules if rule.tags}
    written = [one.id for one in whole.model.definitions.get("rules", ())]
    words = (*written, *(code[:-3] for code in written), *(tag for some in tags.values() for tag in some))
    in_checklists, of_checklists, wrong_words = _of_checklists(checklists, whole.model, defects, rules)
    named = {code: (*tags.get(code, ()), *in_checklists.get(code, ())) for code in {*tags, *in_checklists}}
    choice.check(defects.values(), (*words, *of_checklists))
    settings = whole.model.settings
    chosen = {code for code, one in defects.items() if choice.takes(code, one.name, named.get(code, ()))}
    asked = {code for code in chosen if not is_off(settings, code)}

    def taken(findings: Iterable[Finding]) -> list[Finding]:
        return [one for one in with_severities(findings, settings, whole) if choice.keeps(one, named)]

    waivers, wrong = read_waivers(whole.model, defects)
    found = run_rules((one for one in rules if one.defect.code in asked), whole, sliced, today=today, views=views)
    every = taken([*found_before, *wrong_words, *wrong, *baseline.findings, *found.findings])
    kept, waived = apply_waivers(every, waivers, today)
    new, known = apply_baseline(kept, _of_what_can_be_known(baseline))
    looked_for = chosen.difference(found.failed, found.skipped, found.not_valid)
    of_no_rule = set() if choice.select else {one[0] for one in baseline.identities} - defects.keys()
    about_waivers = _about_waivers(waivers, waived, looked_for, whole, today)
    about_baseline = stale(_of_codes(baseline, looked_for | of_no_rule), known)
    if sliced.model.as_of != today or whole.model.incomplete:  # much is not there to be found
        about_waivers = (one for one in about_waivers if one.code == EXPIRED_WAIVER.code)
        about_baseline = iter(())
    return Judgement(
        findings=(*new, *taken([*about_waivers, *about_baseline])),
        waived=tuple(waived),
        in_baseline=tuple(known),
        rules=tuple(one for code, one in defects.items() if code in asked),
        tags=tags,
        undecided=found.undecided,
        failed=found.failed,
        expiring=sum(1 for waiver in {one.id: one for _, one in waived}.values() if ends_soon(waiver, today)),
        runs=found.runs,
        skipped=found.skipped,
        not_valid=found.not_valid,
    )


def _of_checklists(
    checklists: Sequence[Checklist], model: Model, defects: Mapping[str, Defect], rules: Sequence[Rule]
) -> tuple[Mapping[str, tuple[str, ...]], Sequence[str], Sequence[Finding]]:
    """The words of checklists and items that each code answers for, all such words, and what is wrong in items."""
    if not checklists:
        return {}, (), ()
    from eaframe.rules.checklists import Named, unknown_rules, words_by_code

    names = Named.of(model, defects, rules)
    words = [word for one in checklists for item in one.shape.items for word in one.words_of(item)]
    return words_by_code(checklists, names), words, list(unknown_rules(checklists, names, model))


def _of_what_can_be_known(baseline: Baseline) -> Baseline:
    """A baseline without codes that cannot be in one: what was never judged was not there before."""
    return Baseline(frozenset(one for one in baseline.identities if can_be_in_baseline(one[0])))


def _of_codes(baseline: Baseline, codes: Collection[str]) -> Baseline:
    return Baseline(frozenset(one for one in baseline.identities if one[0] in codes))


def _about_waivers(
    waivers: Iterable[Waiver],
    waived: Iterable[tuple[Finding, Waiver]],
    looked_for: Collection[str],
    whole: Graph,
    today: int,
) -> Iterator[Finding]:
    """What is wrong with the waivers of codes that were looked for."""
    used: dict[str, set[str]] = {}
    for finding, waiver in waived:
        used.setdefault(waiver.id, set()).add(finding.subject)
    return wrong_waivers((one for one in waivers if one.rule in looked_for), used, whole.model, today)
