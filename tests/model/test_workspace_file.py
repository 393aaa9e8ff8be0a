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
