"""Where a thing stands changes nothing but file and line: not the order of elements, not how files are cut."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import eaframe

if TYPE_CHECKING:
    from pathlib import Path

# Blocks of a model with a good deal wrong in it; each can stand in any file and in any order.
ELEMENTS = [
    "  citizen:\n    type: business-actor\n    name: {vi: Người dân, en: Citizen}\n    documentation: All.\n",
    "  people:\n    type: business-actor\n    name: {vi: người Dân, en: People}\n    associated-with: citizen\n",
    "  portal:\n    type: application-component\n    name: Cổng\n    documentation: One.\n    realizes: citizen\n",
    "  form:\n    type: application-component\n    name: Mẫu\n    documentation: Two.\n    serves: [portal, nobody]\n",
    "  old:\n    type: business-actor\n    name: Old\n    valid: {to: 2016}\n    replaced-by: new\n",
    "  new:\n    type: business-actor\n    name: New\n    documentation: New.\n    valid: {from: 2018}\n",
    "  whole:\n    type: product\n    name: Whole\n    documentation: Whole.\n    aggregates: part\n",
    "  part:\n    type: product\n    name: Part\n    documentation: Part.\n    aggregates: whole\n    owner: nobody\n",
    "  typo:\n    type: gaol\n    name: Typo\n    documentation: Typo.\n",
]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}}


def write(folder: Path, files: dict[str, list[str]]) -> Path:
    folder.mkdir()
    text = "eaframe: 1\nname: Law\nnamespace: law\nlanguages: [vi, en]\n"
    (folder / "eaframe.yaml").write_text(text, encoding="utf-8")
    for name, elements in files.items():
        (folder / name).write_text("elements:\n" + "".join(elements), encoding="utf-8")
    return folder


def found(folder: Path) -> list[tuple[str, str, str, str, str]]:
    """What is found, without where."""
    findings = eaframe.load(folder, today=20261123).findings
    return sorted(
        (one.finding.code, one.finding.severity, one.finding.subject, str(one.finding.message), str(one.finding.hint))
        for one in findings
    )


@pytest.fixture
def expected(tmp_path: Path) -> list[tuple[str, str, str, str, str]]:
    return found(write(tmp_path / "as-written", {"model.yaml": ELEMENTS}))


def test_the_model_of_these_tests_has_findings_of_many_kinds(expected) -> None:
    assert {row[0] for row in expected} >= {"REL001", "MOD004", "MOD001", "CPL002", "CPL004", "STR001", "TIM004"}


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_elements_changes_no_finding(tmp_path: Path, expected, seed: int) -> None:
    shuffled = random.Random(seed).sample(ELEMENTS, len(ELEMENTS))
    assert found(write(tmp_path / "shuffled", {"model.yaml": shuffled})) == expected


@pytest.mark.parametrize("seed", range(8))
def test_cutting_a_file_into_several_changes_only_file_and_line(tmp_path: Path, expected, seed: int) -> None:
    randomness = random.Random(seed)
    files: dict[str, list[str]] = {}
    for element in ELEMENTS:
        files.setdefault(f"{randomness.choice('zyxab')}/{randomness.choice('mnop')}.yml", []).append(element)
    for name in files:
        (tmp_path / "cut" / name).parent.mkdir(parents=True, exist_ok=True)
    folder = tmp_path / "cut"
    text = "eaframe: 1\nname: Law\nnamespace: law\nlanguages: [vi, en]\n"
    (folder / "eaframe.yaml").write_text(text, encoding="utf-8")
    for name, elements in files.items():
        (folder / name).write_text("elements:\n" + "".join(elements), encoding="utf-8")
    assert found(folder) == expected


def test_adding_an_unrelated_element_removes_no_finding(tmp_path: Path, expected) -> None:
    more = "  unrelated: {type: goal, name: Unrelated, documentation: Not related., influences: further}\n"
    more += "  further: {type: goal, name: Further, documentation: Further.}\n"
    after = found(write(tmp_path / "more", {"model.yaml": ELEMENTS, "more.yaml": [more]}))
    assert [row for row in expected if row not in after] == []


def test_neither_hash_seed_nor_locale_nor_time_zone_changes_a_byte(tmp_path: Path) -> None:
    folder = write(tmp_path / "model", {"model.yaml": ELEMENTS})
    commands = (
        ["validate", str(folder), "--format", "json", "--no-cache", "--today", "2026-11-23"],
        ["export", "json", "-w", str(folder)],
    )
    surroundings: tuple[dict[str, str], ...] = (
        {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Ho_Chi_Minh"},
        {"PYTHONHASHSEED": "77", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "TZ": "America/Lima"},
    )
    for command in commands:
        outputs = {
            subprocess.run(
                [sys.executable, "-m", "eaframe", *command],
                env={**ENVIRONMENT, **surrounding},
                capture_output=True,
                check=False,
            ).stdout
            for surrounding in surroundings
        }
        assert len(outputs) == 1
        assert outputs != {b""}
