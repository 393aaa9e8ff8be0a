import pytest

GOAL = "elements:\n  a: {type: goal, name: A, documentation: A.}\n"
HEAD = "eaframe: 1\nname: T\nnamespace: test\n"


def test_a_workspace_says_what_it_is_and_for_when(load, found):
    own = """\
eaframe: 1
metamodel: archimate-3.2
name: {vi: Kiến trúc, en: Architecture}
namespace: hanoi
version: "0.10"
effective: 2026-11-23
data-cut-off: 2026-11
languages: [vi, en]
default-visibility: public
exclude: ["drafts/*"]
severity: {CPL002: off}
history:
- {version: "0.9", date: 2025, content: Bản đầu, basis: QĐ 1, affected: [a], unit: Sở}
"""
    files = {"eaframe.yaml": own, "model.yaml": GOAL.replace(", documentation: A.", ""), "drafts/x.yaml": "elements: ["}
    assert found(files) == []
    settings = load(files).model.settings
    assert (settings.version, settings.effective, settings.data_cut_off, settings.history[0].version) == (
        "0.10",
        "2026-11-23",
        "2026-11",
        "0.9",
    )
    assert load(files).model.elements["a"].visibility == "public"


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("eaframe: 2", ("MOD020", "error", "eaframe.yaml", 1, 10)),
        ("default-visibility: secret", ("SRC019", "error", "eaframe.yaml", 4, 21)),
        ("effective: 23/11/2026", ("SRC019", "error", "eaframe.yaml", 4, 12)),
        ("severity: {CPL02: off}", ("RUL001", "error", "eaframe.yaml", 4, 12)),
        ("severity: {CPL002: offf}", ("SRC019", "error", "eaframe.yaml", 4, 20)),
        ("history: [{version: 1, date: 2025, content: [x]}]", ("SRC019", "error", "eaframe.yaml", 4, 36)),
        ("history: [{version: 1, date: 2025}]", ("SRC018", "error", "eaframe.yaml", 4, 11)),
        ("completeness: {weights: {owners: 3}}", ("SRC017", "error", "eaframe.yaml", 4, 26)),
        ("completeness: {weights: {owner: high}}", ("SRC019", "error", "eaframe.yaml", 4, 33)),
        ("completeness: {weights: {owner: -1}}", ("SRC019", "error", "eaframe.yaml", 4, 33)),
        ("completeness: {weights: {owner: 101}}", ("SRC019", "error", "eaframe.yaml", 4, 33)),
        ("completeness: {types: {goals: {owner: 3}}}", ("MOD001", "error", "eaframe.yaml", 4, 24)),
        ("completeness: {types: {serves: {owner: 3}}}", ("MOD001", "error", "eaframe.yaml", 4, 24)),
        ("completeness: {types: {goal: {ower: 3}}}", ("SRC017", "error", "eaframe.yaml", 4, 31)),
        ("completeness: {types: {goal: {owner: 1.5}}}", ("SRC019", "error", "eaframe.yaml", 4, 38)),
        ("exclude: {a: b}", ("SRC019", "error", "eaframe.yaml", 4, 1)),
    ],
)
def test_a_setting_that_is_wrong_is_one_error_at_its_place(found, line: str, row: tuple):
    own = HEAD.replace("eaframe: 1", line) if line.startswith("eaframe") else HEAD + line + "\n"
    assert found({"eaframe.yaml": own, "model.yaml": GOAL}) == [row]


def test_a_name_that_is_missing_is_one_error(found):
    assert found({"eaframe.yaml": "eaframe: 1\nnamespace: test\n", "model.yaml": GOAL}) == [
        ("SRC018", "error", "eaframe.yaml", 1, 1)
    ]


@pytest.mark.parametrize(
    ("severity", "rows"),
    [
        ("off", []),
        ("info", [("CPL002", "info", "model.yaml", 2, 3)]),
        ("warning", [("CPL002", "warning", "model.yaml", 2, 3)]),
        ("error", [("CPL002", "error", "model.yaml", 2, 3)]),
    ],
)
def test_the_severity_of_a_code_is_what_the_workspace_says(found, severity: str, rows: list):
    files = {
        "eaframe.yaml": f"{HEAD}severity: {{CPL002: {severity}}}\n",
        "model.yaml": GOAL.replace(", documentation: A.", ""),
    }
    assert found(files) == rows


@pytest.mark.parametrize(
    ("cases", "severity"),
    [
        ("[{set: info, path: archive/model.yaml}]", "info"),
        ("[{set: info, path: archive}]", "info"),
        ("[{set: info, path: archive/}]", "info"),
        ("[{set: info, path: [other, 'arch*']}]", "info"),
        ("[{set: info, path: arch}]", "warning"),
        ("[{set: info, path: archive/model}]", "warning"),
        ("[{set: info, path: model.yaml}]", "warning"),
        ("[{set: info, path: archive, select: {type: node}}]", "warning"),
    ],
)
def test_a_severity_can_hold_for_a_folder_a_file_or_a_pattern(found, cases: str, severity: str):
    files = {
        "eaframe.yaml": f"{HEAD}severity: {{CPL002: {cases}}}\n",
        "archive/model.yaml": GOAL.replace(", documentation: A.", ""),
    }
    assert found(files) == [("CPL002", severity, "archive/model.yaml", 2, 3)]


@pytest.mark.parametrize(
    ("case", "row", "hint"),
    [
        (
            "[{set: info, files: a}]",
            ("SRC017", "error", "eaframe.yaml", 4, 33),
            "Allowed are `path`, `select`, `set`.",
        ),
        ("[{set: info, pth: a}]", ("SRC017", "error", "eaframe.yaml", 4, 33), "Did you mean `path`?"),
        ("[{set: info, select: {typ: goal}}]", ("SRC017", "error", "eaframe.yaml", 4, 42), "Did you mean `type`?"),
        (
            "{set: info, path: a}",
            ("SRC019", "error", "eaframe.yaml", 4, 12),
            "Write one of `off`, `error`, `warning`, `info`, or a list of cases like [{set: off, path: archive}].",
        ),
    ],
)
def test_a_case_of_a_severity_says_which_keys_it_takes(found, judged, case: str, row: tuple, hint: str):
    files = {"eaframe.yaml": f"{HEAD}severity: {{CPL002: {case}}}\n", "model.yaml": GOAL}
    assert found(files) == [row]
    assert [one.finding.hint.text() for one in judged(files)] == [hint]


def test_the_name_of_a_rule_where_a_code_is_expected_gets_the_code_of_it(judged):
    files = {"eaframe.yaml": f"{HEAD}severity: {{missing-documentation: off}}\n", "model.yaml": GOAL}
    assert [(one.finding.code, one.finding.hint.text()) for one in judged(files)] == [
        ("RUL001", "Did you mean `CPL002`?")
    ]


def test_weights_name_kinds_of_libraries_too(found):
    files = {
        "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n",
        "lib/a.yaml": "kinds: {system: {base: node, label: S, attributes: {level: {type: integer}}}}\n",
        "eaframe.yaml": HEAD
        + "imports: [./lib]\ncompleteness: {types: {system: {level: 3}, 'lib:system': {owner: 1}}}\n",
        "model.yaml": GOAL,
    }
    assert found(files) == []


def test_while_a_file_is_broken_its_kinds_may_be_what_weights_name(found):
    own = HEAD + "completeness: {types: {system: {level: 3}}}\n"
    rows = found({"eaframe.yaml": own, "model.yaml": GOAL, "kinds.yaml": "kinds: ["})
    assert "MOD001" not in [row[0] for row in rows]
