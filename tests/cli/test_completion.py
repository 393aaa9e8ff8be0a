"""What a shell proposes: ids and names of the workspace, and nothing that a shell could run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MODEL = """\
elements:
  city-portal: {type: goal, name: {vi: Cổng, en: Portal}, documentation: d}
  city-hall: {type: goal, name: [{value: Toà, valid: {to: 2017}}], documentation: d, influences: {to: x, id: city--x}}
  "city\\\\$(touch pwned)": {type: goal, name: x}
  "city'; touch pwned; '": {type: goal, name: x}
  "city`touch pwned`": {type: goal, name: x}
  city-safe: {type: goal, name: "a $(touch pwned) `b` 'c' \\"d\\" \\\\ ; e: (f)\\n<g> %s"}
views:
  overview: {name: Tổng quan, include: [{type: goal}]}
documents:
  architecture: {name: Mô tả}
kinds:
  city-kind: {base: goal, label: {vi: Đích, en: Aim}}
"""
RELATIONSHIPS = "relationships: [{from: city-portal, influences: city-hall, id: city-flow}]\n"


@pytest.fixture
def root(workspace) -> Path:
    return workspace({"m.yaml": MODEL, "r.yaml": RELATIONSHIPS})


@pytest.fixture
def complete(spawn, root):
    """Asks as a shell does, in the workspace; the answer is a list of lines."""

    def ask(*words: str, form: str = "bash", cwd: Path | None = None) -> list[str]:
        line = " ".join(("eaframe", *words))
        environment = {"COMP_WORDS": line, "COMP_CWORD": str(len(words)), "_TYPER_COMPLETE_ARGS": line}
        run = spawn(
            cwd=cwd or root,
            _EAFRAME_COMPLETE=f"complete_{form}",
            _TYPER_COMPLETE_FISH_ACTION="get-args",
            **environment,
        )
        assert (run.code, run.err) == (0, "")
        return run.out.splitlines()

    return ask


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        (("sh",), ["show"]),
        (("show", "city-"), ["city--x", "city-flow", "city-hall", "city-portal", "city-safe"]),
        (("rename", "city-p"), ["city-portal"]),
        (("view", "o"), ["overview"]),
        (("view", "--scope", "city-p"), ["city-portal"]),
        (("view", "--viewpoint", "road"), ["roadmap"]),
        (("document", "arch"), ["architecture"]),
        (("explain", "MOD00"), [f"MOD00{n}" for n in range(1, 10)]),
        (("explain", "mod00"), [f"mod00{n}" for n in range(1, 10)]),
        (("explain", "dangling"), ["dangling-reference"]),
        (("kinds", "city-k"), ["city-kind"]),
        (("show", "nothing"), []),
    ],
)
def test_words_are_completed_from_the_workspace(complete, words, proposed):
    assert [line for line in complete(*words) if line] == proposed


def test_another_workspace_is_asked_where_it_is_named(complete, root, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert complete("show", "-w", str(root), "city-p", cwd=elsewhere) == ["city-portal"]


def test_where_there_is_no_workspace_or_a_broken_one_nothing_is_said(complete, root, tmp_path_factory):
    nowhere = tmp_path_factory.mktemp("nowhere")
    assert [complete(*words, cwd=nowhere) for words in (("show", ""), ("view", "x"), ("show", "-w", "no", ""))] == [
        [""]
    ] * 3
    (root / "broken.yaml").write_text("a: [", encoding="utf-8")
    (root / "eaframe.yaml").write_bytes(b"\xff")
    assert complete("show", "city-p") == ["city-portal"]


def test_names_are_shown_beside_ids_without_what_a_shell_could_run(complete):
    assert complete("show", "city-s", form="fish") == ["city-safe\ta touch pwned b c d e f g s"]
    assert complete("show", "city-", form="zsh") == [
        '_arguments \'*: :(("city--x"',
        '"city-flow"',
        '"city-hall":"Toà"',
        '"city-portal":"Cổng"',
        '"city-safe":"a touch pwned b c d e f g s"))\'',
    ]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
def test_the_script_for_bash_completes_ids(root, tmp_path):
    program = tmp_path / "bin" / "eaframe"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m eaframe "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = (
        "eaframe --show-completion > completion.sh; source ./completion.sh; "
        "COMP_WORDS=(eaframe show city-p); COMP_CWORD=2; "
        '_eaframe_completion eaframe; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        ["bash", "--norc", "-c", script],
        cwd=root,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (run.stdout, run.stderr) == ("city-portal\n", "")
    assert not (root / "pwned").exists()
