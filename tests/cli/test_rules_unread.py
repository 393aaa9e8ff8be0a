"""`eaframe rules test` passes over no rule that it cannot read, and says where it stands."""

import pytest

RULE = """\
rules:
  - code: TEST001
    name: nameless-goal
    severity: warning
    summary: A goal has no name.
    hint: Name it.
    select: {type: goal}
    check: {required: name}
    bad: |
      elements:
        a: {type: goal}  # warning: TEST001
    good: |
      elements:
        a: {type: goal, name: A}
"""
UNREAD = "unread  {root}/rules.yaml:{place}: "


@pytest.fixture
def tested(eaframe, workspace):
    """Runs the tests of a workspace's rules, as they stand in rules.yaml."""

    def run(rules: str, *arguments: str):
        root = workspace({"rules.yaml": rules})
        return root, eaframe("rules", "test", "-w", root, *arguments)

    return run


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        (
            "severity: warning",
            "severity: wrning",
            "4:15",
            "SRC019 `severity` must be one of `error`, `warning`, `info`, not `wrning`.",
        ),
        (
            "select: {type: goal}",
            "select: goal",
            "7:13",
            "SRC019 `select` must be a selector like {type: goal}, a list of selectors, or `workspace`, not `goal`.",
        ),
        (
            "code: TEST001",
            "code: OTHER001",
            "2:11",
            "RUL003 The code `OTHER001` cannot be used here: its prefix `OTHER` is not declared.",
        ),
        ("rules:", "rule:", "1:1", "SRC017 The key `rule` is not known here."),
        (
            "hint: Name it.",
            "hint: [Name it.",
            "7:11",
            "SRC001 The file is not valid YAML: a list that was opened with `[` is not closed, or a comma is missing.",
        ),
    ],
)
def test_a_rule_that_cannot_be_read_is_no_rule_less_but_said_with_its_line(tested, old, new, place, said):
    root, run = tested(RULE.replace(old, new, 1))
    assert (run.code, run.err) == (1, "0 rules tested, 0 failed, not all could be read\n")
    assert run.out == UNREAD.format(root=root.as_posix(), place=place) + said + "\n"


def test_of_two_rules_with_one_code_the_second_is_not_passed_over(tested):
    root, run = tested(RULE + RULE.removeprefix("rules:\n"))
    assert (run.code, run.err) == (1, "1 rule tested, 0 failed, not all could be read\n")
    assert run.out == (
        "ok      TEST001  nameless-goal\n"
        + UNREAD.format(root=root.as_posix(), place="15:11")
        + "MOD003 The id `TEST001` is taken already.\n"
    )


def test_what_is_wrong_elsewhere_does_not_fail_the_rules(tested):
    _, run = tested(RULE + "elements:\n  a: {type: gaol, name: A}\n")
    assert (run.code, run.out) == (0, "ok      TEST001  nameless-goal\n")


def test_one_that_is_asked_for_and_cannot_be_read_is_2_and_says_why(tested):
    root, run = tested(RULE.replace("severity: warning", "severity: wrning"), "TEST001")
    assert (run.code, run.out) == (2, "")
    first, *_, last = run.err.splitlines()
    assert first.startswith(UNREAD.format(root=root.as_posix(), place="4:15"))
    assert last.endswith("the workspace has no rule `TEST001` that can be run; it has none")
