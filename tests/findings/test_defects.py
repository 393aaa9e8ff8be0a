"""Every code of every room has a page that can be printed and sentences whose places are all filled."""

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import eaframe
from eaframe.findings import Defect, Place
from eaframe.rules.builtin import builtin_rules
from eaframe.workspace import all_defects

ROOT = Path(eaframe.__file__).parent
DEFECTS = all_defects()
SEVERITY_MARK = re.compile(r"# (error|warning|info): ([A-Z]+[0-9]+)")


def places(template: str) -> set[str]:
    """The names of the places in a template. Raises ValueError where braces do not match."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def of_modules() -> dict[str, list[Defect]]:
    """Every defect that any module defines, by code."""
    found: dict[str, list[Defect]] = {}
    for path in sorted(ROOT.rglob("*.py")):
        if path.name == "__main__.py":
            continue
        name = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")
        for value in vars(importlib.import_module(name)).values():
            if isinstance(value, Defect) and value not in found.setdefault(value.code, []):
                found[value.code].append(value)
    return found


def test_every_defect_of_every_module_is_in_the_catalogue_under_a_code_of_its_own():
    rules = {rule.defect.code: [rule.defect] for rule in builtin_rules()}
    found = of_modules() | rules
    assert {code: defects for code, defects in found.items() if defects != [DEFECTS.get(code)]} == {}
    assert set(DEFECTS) == set(found)


def test_no_two_codes_have_one_name():
    names = [defect.name for defect in DEFECTS.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_a_page_is_complete(defect):
    assert re.fullmatch("[A-Z]{2,6}[0-9]{3}", defect.code)
    assert re.fullmatch("[a-z]+(-[a-z0-9]+)*", defect.name)
    assert defect.severity in {"error", "warning", "info"}
    assert defect.summary.endswith(".")
    assert defect.hint.endswith(".")
    assert bool(defect.bad) == bool(defect.good)
    assert not defect.bad or (defect.severity, defect.code) in SEVERITY_MARK.findall(defect.bad)
    assert not SEVERITY_MARK.search(defect.good)


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_its_sentences_can_be_filled(defect):
    values = dict.fromkeys(places(defect.message) | places(defect.hint), "{hostile} } {0}")
    assert all(name.isidentifier() for name in values)
    found = defect.at(Place("a.yaml"), "some-id", discriminator="x", **values)
    assert (found.code, found.rule, found.severity) == (defect.code, defect.name, defect.severity)
    assert found.identity == (defect.code, "some-id", "x")
    for language in ("en", "vi"):
        for said in (found.message.text(language), found.hint.text(language)):
            assert said
            assert "{{" not in said


def test_a_hint_of_its_own_replaces_the_general_one():
    defect = DEFECTS["SRC017"]
    general = defect.at(Place("a.yaml"), key="nme", allowed="`name`")
    assert general.hint.text() == "Allowed are `name`."


def calls() -> Iterator[tuple[str, Defect, ast.Call]]:
    """Where a finding of a defect is made: ``DEFECT.at(…)``, ``….report(DEFECT, …)`` and ``….add(DEFECT, …)``."""
    for path in sorted(ROOT.rglob("*.py")):
        if path.name == "__main__.py":
            continue
        module = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")
        names = dict(vars(importlib.import_module(module)))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
                continue
            named = {"at": [call.func.value], "report": call.args[:1], "add": call.args[:1]}.get(call.func.attr, [])
            for one in named:
                owner, _, attribute = ast.unparse(one).rpartition(".")
                value = getattr(names.get(owner), attribute, None) if owner else names.get(attribute)
                if isinstance(value, Defect):
                    yield f"{path.relative_to(ROOT)}:{call.lineno}", value, call


ALWAYS_A_HINT = r"(say|_instead)\("  # other calls may come to None, and then the general hint is said


def unfilled(defect: Defect, call: ast.Call) -> set[str]:
    """The places in the sentences of a defect that a call leaves empty."""
    given = {keyword.arg for keyword in call.keywords}
    if None in given:  # **args: only running it can tell
        return set()
    own_hint = any(
        keyword.arg == "hint" and re.match(ALWAYS_A_HINT, ast.unparse(keyword.value)) for keyword in call.keywords
    )
    return (places(defect.message) | (set() if own_hint else places(defect.hint))) - given


def test_every_call_fills_every_place():
    made = list(calls())
    assert len(made) > 60
    empty = {(where, defect.code): unfilled(defect, call) for where, defect, call in made}
    assert {where: names for where, names in empty.items() if names} == {}


@pytest.mark.parametrize("rule", builtin_rules(), ids=lambda rule: rule.defect.code)
def test_every_problem_of_a_rule_fills_every_place(rule):
    tree = ast.parse(textwrap.dedent(inspect.getsource(rule.check)))
    made = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "problem"
    ]
    assert [unfilled(rule.defect, call) for call in made if unfilled(rule.defect, call)] == []
