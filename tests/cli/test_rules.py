import json

import pytest

OWN = "eaframe: 1\nname: T\nnamespace: test\ncode-prefixes: [TEST]\n"


def rule(bad: str, good: str, rest: str = "", code: str = "TEST001") -> str:
    indented = {
        name: "".join(f"      {line}\n" for line in text.splitlines()) for name, text in (("bad", bad), ("good", good))
    }
    return (
        f"rules:\n  - code: {code}\n    name: goal-without-owner\n    summary: S.\n    hint: H.\n{rest}"
        f"    select: {{type: goal}}\n    check: {{required: owner}}\n"
        f"    bad: |\n{indented['bad']}    good: |\n{indented['good']}"
    )


BAD = "elements:\n  a: {type: goal}  # warning: TEST001\n"
GOOD = "elements:\n  a: {type: goal, owner: u}\n  u: {type: business-actor}\n"


@pytest.fixture
def tested(eaframe, workspace, goal):
    def run(text: str, *arguments: str):
        root = workspace({"eaframe.yaml": OWN, "model.yaml": goal, "rules.yaml": text})
        run = eaframe("rules", "test", *arguments, "-w", root, "--today", "2026-11-23")
        return run.code, run.out, run.err

    return run


def test_a_rule_whose_models_keep_their_word_passes(tested):
    said = "ok      TEST001  goal-without-owner\n"
    assert tested(rule(BAD, GOOD)) == (0, said, "1 rule tested, 0 failed\n")
    assert tested(rule(BAD, GOOD), "test001") == (0, said, "1 rule tested, 0 failed\n")
    assert tested(rule(BAD, GOOD), "-q") == (0, "", "")


@pytest.mark.parametrize(
    ("bad", "good", "rest", "problem"),
    [
        (BAD, BAD, "", "good, line 2: it finds warning TEST001: `a` has no `owner`."),
        (GOOD, GOOD, "", "bad: nothing is found in it; mark the line with `# warning: TEST001`"),
        (
            BAD.replace("warning", "error"),
            GOOD,
            "",
            """bad, line 2: it marks error TEST001, but the rule gives warning TEST001
        bad, line 2: it finds TEST001 where no mark is: `a` has no `owner`.""",
        ),
        (
            GOOD.replace("owner: u}", "owner: u}  # warning: TEST001"),
            GOOD,
            "",
            "bad, line 2: it marks warning TEST001, but nothing is found there",
        ),
        (BAD + "  b: {type: goal}\n", GOOD, "", "bad, line 3: it finds TEST001 where no mark is: `b` has no `owner`."),
        ("elements: {\n", GOOD, "", None),
        (BAD.replace("goal", "gaol"), GOOD, "", None),
        ("", GOOD, "", "it has no `bad` model"),
        (BAD, " ", "", "it has no `good` model"),
    ],
)  # fmt: skip
def test_a_rule_whose_models_do_not_says_why(tested, bad, good, rest, problem):
    code, out, err = tested(rule(bad, good, rest))
    assert (code, err) == (1, "1 rule tested, 1 failed\n")
    if problem is not None:
        assert out == f"failed  TEST001  goal-without-owner\n        {problem}\n"
    else:
        assert out.startswith("failed  TEST001  goal-without-owner\n        bad, line ")


def test_a_rule_of_another_time_is_tested_on_a_day_on_which_it_held(tested):
    assert tested(rule(BAD, GOOD, "    valid: {from: 2010, to: 2015}\n"))[0] == 0
    assert tested(rule(BAD, GOOD, "    valid: {from: 2040}\n"))[0] == 0


def test_a_rule_of_views_has_views_in_its_models(tested):
    text = """\
rules:
  - code: TEST001
    name: small-view
    summary: S.
    hint: H.
    select: {view: {}}
    check: {attribute: size, min: 1}
    bad: |
      elements: {a: {type: goal}}
      views:
        v:  # warning: TEST001
          name: V
          include: [{type: node}]
    good: |
      elements: {a: {type: goal}}
      views:
        v: {name: V, include: [{type: goal}]}
"""
    assert tested(text) == (0, "ok      TEST001  small-view\n", "1 rule tested, 0 failed\n")


def test_a_rule_that_is_not_there_is_refused_with_what_was_meant(tested):
    code, _, err = tested(rule(BAD, GOOD), "TEST002")
    assert (code, "did you mean `TEST001`?" in err) == (2, True)


def test_a_workspace_without_rules_tells_how_to_begin(tested):
    code, out, err = tested("views: {v: {name: V}}\n")
    assert (code, out) == (0, "")
    assert "eaframe rules new NAME" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["Bad Name"], "write `bad-name`"),
        (["x", "--code", "CPL002"], "is taken"),
        (["x", "--code", "CPL900"], "belongs to eaframe or a library"),
        (["x", "--code", "BRK900"], "belongs to eaframe or a library"),
        (["x", "--code", "test1"], "write one like HAN014"),
        (["there"], "exists already; nothing was written"),
        (["../there"], "no name of a rule"),
    ],
)
def test_a_new_rule_that_cannot_be_is_refused(eaframe, workspace, goal, arguments, words):
    root = workspace({"eaframe.yaml": OWN, "model.yaml": goal, "rules/there.yaml": rule(BAD, GOOD)})
    before = sorted(root.rglob("*"))
    run = eaframe("rules", "new", *arguments, "-w", root)
    assert (run.code, words in " ".join(run.err.split())) == (2, True)
    assert sorted(root.rglob("*")) == before


# No control character: a model that holds one cannot be read.
HOSTILE = "{id.__class__} {0} {{1}} {id!r} ::error:: <b> | ` %s [x](y)"


def test_rules_are_listed_and_explained_with_those_of_the_workspace(eaframe, workspace, goal):
    own = OWN + "severity: {TEST001: error, CPL002: [{set: off}]}\n"
    text = rule(BAD, GOOD, "    basis: Law 1\n    tags: [law]\n").replace(
        "summary: S.", f"summary: {json.dumps(HOSTILE)}"
    )
    root = workspace({"eaframe.yaml": own, "model.yaml": goal, "rules.yaml": text})
    listed = eaframe("rules", "-w", root)
    assert listed.code == 0
    lines = {line.split()[0]: line for line in listed.out.splitlines()}
    assert lines["TEST001"] == "TEST001  warning   goal-without-owner  (here: error)"
    assert lines["CPL002"].endswith("(here: differs)")
    explained = eaframe("explain", "test001", "-w", root)
    assert explained.out.startswith("# TEST001 goal-without-owner (severity: warning)\n")
    assert eaframe("explain", "goal-without-owner", "-w", root).out == explained.out
    assert "{id.__class__} {0} {{1}}" in explained.out
    every = json.loads(eaframe("rules", "--format", "json", "-w", root).out)["rules"]
    (one,) = (one for one in every if one["code"] == "TEST001")
    assert (one["basis"], one["tags"], one["bad"]) == ("Law 1", ["law"], BAD)


def test_every_check_is_explained(eaframe):
    from eaframe.rules.checks import CHECKS

    page = eaframe("rules", "checks").out
    for check in CHECKS.values():
        assert f"### `{check.name}`\n" in page
        assert f"- Not known: {check.not_known}\n" in page


@pytest.mark.parametrize("form", ["text", "concise", "json", "sarif", "junit", "github", "gitlab", "markdown"])
def test_what_a_rule_says_forges_nothing_in_any_report(eaframe, workspace, form):
    hostile = json.dumps(HOSTILE + "\n::error::forged\n{name}")
    words = f"summary: {hostile}, hint: {hostile}, message: {hostile}, tags: [{hostile}]"
    text = (
        f"rules:\n- {{code: TEST001, name: x, {words}, select: {{type: goal}}, check: {{required: owner}}}}\n"
        f"waivers:\n- {{rule: TEST001, subject: b, until: 2999, reason: {hostile}, decision: {hostile}}}\n"
    )
    name = json.dumps("A " + HOSTILE)
    model = f"elements:\n  a: {{type: goal, name: {name}}}\n  b: {{type: goal, name: B}}\n"
    root = workspace({"eaframe.yaml": OWN, "model.yaml": model, "r.yaml": text})
    run = eaframe("validate", root, "--format", form, "--include-waived", "--select", "TEST", "--fail-on", "warning")
    assert run.code == 1
    assert not any(line.startswith("::error::forged") for line in run.out.splitlines())
    assert "{0} {{1}} {id!r}" in run.out


def test_the_work_of_rules_is_bounded_by_the_environment_and_not_by_the_workspace(eaframe, workspace, monkeypatch):
    ring = "".join(f"  g{n}: {{type: goal, name: G{n}, influences: g{(n + 1) % 200}}}\n" for n in range(200))
    rule = (
        "rules:\n- {code: TEST001, name: far, summary: S., hint: H., select: {type: goal},"
        " check: {reaches: {via: influences, to: {type: node}}}}\n"
    )
    monkeypatch.chdir(workspace({"model.yaml": f"elements:\n{ring}", "rules.yaml": rule}))
    monkeypatch.setenv("EAFRAME_LIMITS", "rule-steps=20000")
    run = eaframe("validate", "--format", "concise", "--select", "TEST")
    assert run.code == 2
    assert "all rules and selectors together take more than 20000 steps (rule-steps)" in run.out
