import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str | Path) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "eaframe", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def root(edition, tmp_path: Path) -> Path:
    edition()
    return tmp_path


def test_build_writes_a_site_and_says_where(root: Path) -> None:
    code, out, err = run("build", root, "-o", root / "site", "--today", "2026-11-23")
    assert (code, out) == (0, "")
    assert err.endswith(f"open {root / 'site' / 'index.html'}\n")
    assert (root / "site" / "view-all.svg").is_file()
    assert run("build", root, "-o", root / "site", "--today", "2026-11-23", "-q") == (0, "", "")


def test_build_leaves_a_folder_alone_that_it_did_not_make(root: Path) -> None:
    code, _, err = run("build", root, "-o", root)
    assert code == 2
    assert "was not made by `eaframe build`, so it is left alone" in err
    assert (root / "model.yaml").is_file()


def test_build_has_nothing_to_write_of_an_empty_workspace(root: Path) -> None:
    (root / "model.yaml").write_text("references: {r: {title: R}}\n", encoding="utf-8")
    code, _, err = run("build", root, "-o", root / "site")
    assert (code, (root / "site").exists()) == (2, False)
    assert "the workspace has no elements, so there is nothing to write" in err


def test_build_knows_the_languages_of_the_workspace(root: Path) -> None:
    code, _, err = run("build", root, "-o", root / "site", "--lang", "fr")
    assert (code, "`fr` is not one of vi, en" in " ".join(err.split())) == (2, True)


def test_build_tells_of_errors_but_builds(root: Path) -> None:
    with (root / "more.yaml").open("w", encoding="utf-8") as file:
        file.write("elements: {x: {type: goal, name: X, documentation: X., influences: nowhere}}\n")
    code, _, err = run("build", root, "-o", root / "site")
    assert code == 0
    assert err.startswith("Found 1 error; findings.html lists what was found\n")


def test_document_writes_to_a_file_or_to_stdout(root: Path) -> None:
    code, out, err = run("document", "architecture", "-w", root, "--today", "2026-11-23")
    assert (code, err) == (0, "")
    assert out.startswith("# Mô tả kiến trúc\n")
    file = root / "out" / "a.md"
    assert run("document", "architecture", "-w", root, "--today", "2026-11-23", "-o", file) == (
        0,
        "",
        f"Wrote {file}\n",
    )
    assert file.read_text(encoding="utf-8") == out
    english = run("document", "architecture", "-w", root, "--lang", "en", "--as-of", "2017")[1]
    assert english.startswith("# Architecture description\n")
    assert "- As of: 31 Dec 2017" in english


@pytest.mark.parametrize(
    ("name", "hint"), [("architectur", "did you mean `architecture`?"), ("x", "there are `architecture`")]
)
def test_an_unknown_document_is_a_usage_error_that_says_what_there_is(root: Path, name: str, hint: str) -> None:
    code, _, err = run("document", name, "-w", root)
    assert (code, f"there is no document `{name}`; {hint}" in " ".join(err.split())) == (2, True)
