"""What people install: the wheel, alone, in an empty folder. It finds its models, viewpoints and templates."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the project's own build backend from what stands in the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return next(folder.glob("eaframe-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content on its own: nothing of the checkout can be imported from there."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program in an empty folder; the libraries it needs come from this environment."""
    # -S and an explicit path keep the editable install of the checkout out.
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": os.pathsep.join([str(installed), *libraries]),
    }
    return subprocess.run(
        [sys.executable, "-S", "-m", "eaframe", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_carries_models_viewpoints_and_templates(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "eaframe/_resources/models/hanoi/eaframe.yaml",
        "eaframe/_resources/viewpoints/archimate.yaml",
        "eaframe/_resources/viewpoints/frameworks/togaf.yaml",
        "eaframe/_resources/templates/architecture-description.md",
        "eaframe/_resources/templates/workspaces/minimal/eaframe.yaml",
        "eaframe/_resources/templates/workspaces/minimal/.vscode/settings.json",
        "eaframe/metamodel/data/archimate-3.2/table.csv",
    ):
        assert wanted in names
    assert not [name for name in names if name.startswith(("tests/", "models/"))]


def test_installed_in_an_empty_folder_it_makes_checks_draws_and_builds_a_workspace(
    installed: Path, tmp_path: Path
) -> None:
    done = run(installed, tmp_path, "init", "my-city")
    assert (done.returncode, done.stdout) == (0, "")
    done = run(installed, tmp_path, "validate", "my-city", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["findings"]) == (0, [])
    done = run(installed, tmp_path, "view", "overview", "-w", "my-city", "-o", "overview.png")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "overview.png").read_bytes().startswith(b"\x89PNG")
    done = run(installed, tmp_path, "artifacts", "-w", "my-city", "--format", "json")
    assert (done.returncode, done.stderr, len(json.loads(done.stdout)["artifacts"])) == (0, "", 66)
    done = run(installed, tmp_path, "build", "my-city", "-o", "site", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "site" / "index.html").is_file()
    done = run(installed, tmp_path, "document", "architecture", "-w", "my-city", "-o", "architecture.md", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "architecture.md").read_text(encoding="utf-8").startswith("#")
