"""A rule that fails is a finding on the rule; the others go on."""

import importlib.metadata
from types import SimpleNamespace

import pytest

import eaframe
from eaframe.graph import Graph
from eaframe.metamodel.period import Period
from eaframe.rules.plugins import installed_rules
from eaframe.rules.rule import Rule, problem, rule
from eaframe.rules.run import run_rules

MODEL = (
    "elements:\n  a: {type: goal, name: A, documentation: The A.}\n  b: {type: goal, name: B, documentation: The B.}\n"
)


def make(code: str, check, message: str = "`{id}` is wrong.") -> Rule:
    return rule(code, code.lower(), "error", message=message, hint="Mend it.")(check)


def every(graph: Graph):
    """All are wrong."""
    for element in graph.own_elements:
        yield problem(element, id=element.id)


def raising(graph: Graph):
    """It stops half way."""
    yield problem(graph.own_elements[0], id="a")
    raise ZeroDivisionError("\x1b[31m{id}\n::error::")


def unfilled(graph: Graph):
    """It forgets what its message needs."""
    yield problem(graph.own_elements[0])


def something_else(_: Graph):
    """It yields no problem."""
    yield "a"


def wanting(_: Graph, *, weather: str):
    """It asks for what nobody has."""
    yield weather


def deep(graph: Graph):
    """It never ends."""
    yield from deep(graph)


BROKEN = [raising, unfilled, something_else, wanting, deep]


@pytest.fixture
def graph(workspace):
    return eaframe.load(workspace({"model.yaml": MODEL}), today=20261123).whole


@pytest.mark.parametrize("check", BROKEN)
def test_a_rule_that_fails_is_one_finding_and_hides_what_it_had_found_but_nothing_of_others(graph, check):
    found = run_rules([make("BAD001", check), make("GOOD001", every)], graph, graph, today=20261123, views=())
    assert [(one.code, one.subject) for one in found.findings] == [
        ("RUL002", "BAD001"),
        ("GOOD001", "a"),
        ("GOOD001", "b"),
    ]
    assert found.failed == ("BAD001",)
    found.findings[0].message.text("vi")


def test_a_rule_of_another_time_is_skipped(graph):
    from dataclasses import replace

    late = replace(make("LATE001", every), valid=Period(20270101, 20271231))
    assert run_rules([late], graph, graph, today=20261123, views=()).not_valid == ("LATE001",)
    assert len(run_rules([late], graph, graph, today=20270101, views=()).findings) == 2


@pytest.fixture
def install(monkeypatch):
    """Makes entry points of these names, as if packages were installed that declare them."""

    def make_points(**given) -> None:
        def points(*, group: str):
            assert group == "eaframe.rules"
            return [SimpleNamespace(name=name, load=lambda what=what: what()) for name, what in given.items()]

        monkeypatch.setattr(importlib.metadata, "entry_points", points)

    return make_points


GOOD = make("GOOD001", every)


def missing():
    raise ModuleNotFoundError("no module named x")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (lambda: "text", "neither a rule nor a list of rules"),
        (lambda: [GOOD, 3], "neither a rule nor a list of rules"),
        (lambda: None, "neither a rule nor a list of rules"),
        (missing, "cannot be loaded (ModuleNotFoundError: no module named x)"),
        (lambda: [GOOD, GOOD], "the code GOOD001, which another one has too"),
        (lambda: make("CPL900", every), "the code CPL900, whose prefix belongs to eaframe"),
        (lambda: make("good1", every), "the code `good1`, which is not like HAN014"),
    ],
)
def test_a_package_whose_rules_cannot_be_used_stops_the_run_with_a_sentence(install, given, words):
    install(mine=given)
    with pytest.raises(ValueError, match="EAFRAME_PLUGINS: `mine`") as stopped:
        installed_rules(["mine"], {"CPL"})
    assert words in str(stopped.value)


def test_an_entry_point_that_is_not_there_is_named_with_what_was_meant(install):
    install(mine=lambda: GOOD)
    with pytest.raises(ValueError, match="did you mean `mine`"):
        installed_rules(["mien"], ())
    assert installed_rules(["mine"], ()) == (GOOD,)
    assert installed_rules([], ()) == ()


FORMATS = ["text", "concise", "json", "sarif", "junit", "github", "gitlab", "markdown"]


@pytest.mark.parametrize("form", FORMATS)
def test_rules_of_a_package_are_asked_where_the_run_names_it_and_every_report_tells_of_a_failing_one(
    install, workspace, monkeypatch, capsys, form
):
    from eaframe.cli.main import main

    install(mine=lambda: [make("BAD001", raising), GOOD])
    monkeypatch.setenv("EAFRAME_PLUGINS", "mine")
    root = workspace({"model.yaml": MODEL})
    with pytest.raises(SystemExit) as stopped:
        main(["validate", str(root), "--format", form, "--select", "BAD001"])
    assert stopped.value.code == 2
    out = capsys.readouterr().out
    assert "RUL002" in out
    assert "ZeroDivisionError" in out
    assert "\x1b" not in out
    assert "\n::error::" not in out.replace("\n::error file", "")
    with pytest.raises(SystemExit) as stopped:
        main(["validate", str(root), "--format", form, "--ignore", "BAD001,GOOD001"])
    assert stopped.value.code == 0


def test_a_workspace_cannot_name_a_package(install, workspace, capsys):
    from eaframe.cli.main import main

    install(mine=lambda: pytest.fail("it was loaded"))
    own = "eaframe: 1\nname: T\nnamespace: test\nplugins: [mine]\n"
    with pytest.raises(SystemExit) as stopped:
        main(["validate", str(workspace({"eaframe.yaml": own, "model.yaml": MODEL})), "--format", "concise"])
    assert stopped.value.code == 1
    assert "SRC017" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["mien", "broken"])
def test_a_package_that_cannot_be_used_is_no_silent_pass(install, workspace, monkeypatch, capsys, name):
    from eaframe.cli.main import main

    install(mine=lambda: GOOD, broken=missing)
    monkeypatch.setenv("EAFRAME_PLUGINS", name)
    with pytest.raises(SystemExit) as stopped:
        main(["validate", str(workspace({"model.yaml": MODEL}))])
    assert stopped.value.code == 2
    assert "EAFRAME_PLUGINS" in capsys.readouterr().err


def test_a_workspace_cannot_take_the_prefix_of_a_package(install, workspace):
    install(mine=lambda: GOOD)
    own = "rules:\n- {code: GOOD002, name: x, summary: S., hint: H., check: {required: name}}\n"
    loaded = eaframe.load(workspace({"model.yaml": MODEL, "r.yaml": own}), today=20261123, plugins=("mine",))
    (wrong,) = (one.finding for one in loaded.findings if one.finding.code.startswith("RUL"))
    assert "its prefix `GOOD` belongs to an installed package" in wrong.message.text()


UNREAD = """\
kinds:
  task: {base: work-package, label: T, attributes: {deadline: {type: date}}}
rules:
  - code: TST001
    name: no-dated-task
    summary: No task has a deadline.
    hint: Date one.
    select: {type: task, where: {deadline: {is: known}}}
    check: {count: {min: 1}}
elements:
  move: {type: task, name: Move, documentation: M., associated-with: fast%s}
  fast: {type: goal, name: Fast, documentation: F.}
"""


@pytest.mark.parametrize(
    ("deadline", "codes"), [(", deadline: 2027", []), ("", ["TST001"]), (", deadline: soon", ["MOD008"])]
)
def test_what_could_not_be_read_is_not_found_missing_as_well(found, deadline, codes):
    settings = "eaframe: 1\nname: T\nnamespace: test\ncode-prefixes: [TST]\nseverity: {CPL003: off}\n"
    files = {"eaframe.yaml": settings, "model.yaml": UNREAD % deadline}
    assert [row[0] for row in found(files) if row[1] != "info"] == codes
