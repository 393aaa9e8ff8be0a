import pytest

MODEL = "elements:\n  a: {type: goal, name: A}\n  b: {type: goal, name: B}\n"
OWN = "eaframe: 1\nname: T\nnamespace: test\nseverity: {CPL003: off}\n"
FILE = "eaframe-baseline.txt"


@pytest.fixture
def root(workspace):
    return workspace({"eaframe.yaml": OWN, "model.yaml": MODEL})


def listed(root) -> list[str]:
    return [line for line in (root / FILE).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_findings_are_written_down_and_do_not_count_any_more(eaframe, root):
    assert eaframe("validate", root, "--fail-on", "warning").code == 1
    run = eaframe("baseline", root)
    assert (run.code, run.out, run.err) == (0, "", f"{root / FILE}: 2 findings, 2 added, 0 removed\n")
    assert listed(root) == ["CPL002\ta\tdocumentation", "CPL002\tb\tdocumentation"]
    # The remembered run of before must not hide the new file.
    run = eaframe("validate", root, "--fail-on", "warning")
    assert run.code == 0
    assert "2 in the baseline" in run.out
    assert eaframe("validate", root, "--fail-on", "warning", "--no-baseline").code == 1
    (root / FILE).write_text("CPL002\ta\tdocumentation\n", encoding="utf-8")
    assert eaframe("validate", root, "--fail-on", "warning").code == 1
    (root / FILE).unlink()
    assert "baseline" not in eaframe("validate", root).out


def test_pruning_removes_what_is_mended_and_adds_nothing(eaframe, root):
    eaframe("baseline", root)
    (root / "model.yaml").write_text(
        MODEL.replace("name: A", "name: A, documentation: The A.") + "  c: {type: goal, name: C}\n"
    )
    assert "BAS001" in eaframe("validate", root).out
    assert eaframe("baseline", root, "--prune").err.endswith(": 1 finding, 0 added, 1 removed\n")
    assert listed(root) == ["CPL002\tb\tdocumentation"]
    assert eaframe("baseline", root, "-q").err == ""
    assert listed(root) == ["CPL002\tb\tdocumentation", "CPL002\tc\tdocumentation"]


@pytest.mark.parametrize("option", [[], ["--prune"]])
def test_nothing_is_removed_while_a_file_is_broken(eaframe, root, option):
    eaframe("baseline", root)
    before = listed(root)
    (root / "model.yaml").write_text(MODEL + "  c: {type: goal\n")
    run = eaframe("baseline", root, *option)
    assert run.code == 0
    assert "Nothing was removed, as not everything was judged" in run.err
    assert "1 error of reading or of rules" in run.err
    assert listed(root) == before
    assert eaframe("validate", root).code == 1


def test_a_workspace_without_findings_needs_none(eaframe, root):
    (root / "model.yaml").write_text("elements:\n  a: {type: goal, name: A, documentation: The A.}\n")
    assert eaframe("baseline", root).err == "There is nothing to write down\n"
    assert not (root / FILE).exists()
