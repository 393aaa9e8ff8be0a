"""The bad and the good model of a rule, run: a rule that nobody has seen find something proves nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.graph import Graph
from eaframe.metamodel.period import LATEST
from eaframe.model.example import load_example
from eaframe.rules.choice import is_of_reading
from eaframe.rules.run import ShownView, run_rules
from eaframe.sources.locate import locate
from eaframe.views import read_views
from eaframe.views.selection import select_elements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.findings import Located
    from eaframe.model.model import Model
    from eaframe.rules.rule import Rule

MARK: Final = re.compile(r"# (error|warning|info): ([A-Z]{2,6}[0-9]{3})\s*$")


@dataclass(frozen=True, slots=True)
class Tested:
    """A rule and what is wrong with its examples, in sentences; nothing where both keep their word."""

    rule: Rule
    problems: tuple[str, ...]


def run_examples(rule: Rule, model: Model, today: int) -> Tested:
    """Run both examples of a rule with the kinds and libraries of a workspace, on a day on which the rule holds."""
    return Tested(rule, tuple(_problems(rule, model, _day(rule, today))))


def _day(rule: Rule, today: int) -> int:
    """Today, or a day on which a rule of another time held."""
    if rule.valid.holds(today):
        return today
    return rule.valid.last if rule.valid.last != LATEST else rule.valid.first


def _problems(rule: Rule, model: Model, day: int) -> Iterator[str]:
    code = rule.defect.code
    for name, text in (("bad", rule.defect.bad), ("good", rule.defect.good)):
        if not text.strip():
            yield f"it has no `{name}` model"
            continue
        found, failed = _run(rule, model, text, day)
        if failed:
            yield f"{name}: the rule could not be run: {found[0].finding.message}"
            continue
        for one in found:
            if one.finding.code != code:
                yield f"{name}, line {one.location.line}: {one.finding.code} {one.finding.message}"
        lines = {one.location.line: one for one in found if one.finding.code == code}
        if name == "good":
            for line, one in lines.items():
                yield f"good, line {line}: it finds {one.finding.severity} {code}: {one.finding.message}"
        else:
            yield from _against_marks(rule, text, lines)


def _against_marks(rule: Rule, text: str, lines: dict[int, Located]) -> Iterator[str]:
    """What the bad model marks and what was found in it."""
    code, severity = rule.defect.code, rule.defect.severity
    found = ((number, MARK.search(line)) for number, line in enumerate(text.splitlines(), 1))
    marks = {number: (match[1], match[2]) for number, match in found if match}
    marked = {number for number, mark in marks.items() if mark == (severity, code)}
    for number, mark in marks.items():
        if number not in marked:
            yield f"bad, line {number}: it marks {' '.join(mark)}, but the rule gives {severity} {code}"
    for number in sorted(marked - lines.keys()):
        yield f"bad, line {number}: it marks {severity} {code}, but nothing is found there"
    if marks:
        for number in sorted(lines.keys() - marked):
            yield f"bad, line {number}: it finds {code} where no mark is: {lines[number].finding.message}"
    elif not lines:
        yield f"bad: nothing is found in it; mark the line with `# {severity}: {code}`"


def _run(rule: Rule, model: Model, text: str, day: int) -> tuple[tuple[Located, ...], bool]:
    """What a rule and the reading of an example find, with lines; and whether the rule could not be run."""
    loaded = load_example(model, text)
    whole, sliced = Graph(loaded.model), Graph(loaded.model.at(day))
    views = [ShownView(one, select_elements(sliced, one)) for one in read_views(loaded.model)[0].values()]
    found = run_rules([rule], whole, sliced, today=day, views=views)
    reading = (one for one in loaded.findings if one.severity == "error" and is_of_reading(one.code))
    return locate(found.findings if found.failed else [*reading, *found.findings], loaded.files), bool(found.failed)
