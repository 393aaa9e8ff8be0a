"""The first minute: a workspace that is made is valid, and nothing of the user's is overwritten."""

import json

import pytest


def test_a_new_workspace_is_valid_without_a_finding(eaframe, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = eaframe("init", "my-city", "--today", "2026-11-23")
    assert (made.code, made.out) == (0, "")
    assert "eaframe validate my-city" in made.err
    run = eaframe("validate", "my-city", "--fail-on", "info")
    assert (run.code, run.out.rpartition(": ")[2]) == (0, "nothing found\n")


def test_a_new_province_meets_the_law_of_the_day_with_what_it_does_not_know_yet(eaframe, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = eaframe("init", "tinh", "--template", "province", "--today", "2026-11-25")
    assert (made.code, made.out) == (0, "")
    run = eaframe("validate", "tinh", "--fail-on", "info", "--today", "2026-11-25")
    assert (run.code, run.out.partition(";")[0].rpartition(": ")[2]) == (0, "nothing found")
    unmet = eaframe("checklist", "pre-issue", "-w", "tinh", "--today", "2026-11-25")
    assert (unmet.code, "not met" in unmet.out.splitlines()[-1]) == (0, True)
    assert eaframe("fmt", "--check", "-w", "tinh").code == 0


def test_a_template_that_there_is_not_is_named_with_what_was_meant(eaframe, tmp_path):
    run = eaframe("init", tmp_path / "x", "--template", "provinse")
    assert (run.code, "did you mean `province`?" in run.err) == (2, True)
    assert not (tmp_path / "x").exists()


def test_the_folder_we_are_in_can_be_made_one(eaframe, tmp_path, monkeypatch):
    folder = tmp_path / "Thành phố Hà Nội"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert eaframe("init").code == 0
    assert eaframe("validate", "--fail-on", "info").code == 0
    assert "namespace: thanh-pho-ha-noi\n" in (folder / "eaframe.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("taken", ["eaframe.yaml", "model/business.yaml"])
def test_nothing_that_is_there_is_overwritten(eaframe, tmp_path, taken):
    mine = tmp_path / "city" / taken
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    run = eaframe("init", tmp_path / "city")
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f"{mine} exists already; nothing was written\n")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [mine]
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_new_workspace_is_the_same_every_time(eaframe, tmp_path):
    for parent in ("one", "two"):
        eaframe("init", tmp_path / parent / "city", "--today", "2026-11-23")

    def content(parent: str) -> dict[str, bytes]:
        root = tmp_path / parent
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}

    assert content("one") == content("two")


def test_the_schema_for_editors_is_json(eaframe, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = eaframe("schema")
    assert (run.code, run.err) == (0, "")
    assert json.loads(run.out)["$schema"].startswith("https://json-schema.org/")
    assert eaframe("schema", "-o", "deep/schema.json").out == ""
    assert (tmp_path / "deep" / "schema.json").read_text(encoding="utf-8") == run.out


def test_it_can_be_quiet(eaframe, tmp_path):
    run = eaframe("init", tmp_path / "city", "-q")
    assert (run.code, run.out, run.err) == (0, "", "")
