"""The script that installs eaframe for the action, without a network: what it would ask pip for."""

import sys
from pathlib import Path

import pytest

ACTION = Path(__file__).parents[2] / ".github" / "actions" / "eaframe"
# A python that makes an environment in which python and eaframe write down what they are called with.
FAKE_PYTHON = """\
#!/usr/bin/env bash
echo "python3 $*" >>"$LOG"
mkdir -p "$4/bin"
for name in python eaframe; do
  printf '#!/usr/bin/env bash\\necho "%s $*" >>"$LOG"\\n' "$name" >"$4/bin/$name"
  chmod +x "$4/bin/$name"
done
"""


@pytest.fixture
def install(bash, tmp_path):
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.write_text(FAKE_PYTHON, encoding="utf-8")
    python.chmod(0o755)

    def run(**environment: str):
        own = {
            "PATH": f"{python.parent}:/usr/bin:/bin",
            "LOG": str(tmp_path / "log"),
            "RUNNER_TEMP": str(tmp_path / "temp"),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
        }
        return bash([ACTION / "install.sh"], tmp_path, {**own, **environment})

    return run


def asked(tmp_path: Path) -> list[str]:
    return (tmp_path / "log").read_text(encoding="utf-8").replace(str(tmp_path), "TMP").splitlines()


def test_the_action_installs_the_eaframe_that_it_came_with(install, tmp_path):
    assert install().returncode == 0
    assert asked(tmp_path) == [
        "python3 -I -m venv TMP/temp/eaframe",
        f"python -I -m pip install --quiet --disable-pip-version-check {ACTION.parents[2]}",
        "eaframe --version",
    ]
    assert (tmp_path / "output").read_text(encoding="utf-8") == f"program={tmp_path}/temp/eaframe/bin/eaframe\n"


def test_a_released_version_may_be_asked_for(install, tmp_path):
    assert install(EA_VERSION="0.2.0").returncode == 0
    assert asked(tmp_path)[1].endswith(" eaframe==0.2.0")


@pytest.mark.parametrize("version", ["--index-url=http://x", "0.2.0 other", "main", "$(touch forged)"])
def test_a_version_that_is_none_is_refused(install, tmp_path, version):
    done = install(EA_VERSION=version)
    assert (done.returncode, done.stderr) == (2, "eaframe: `version` must be one like 0.2.0\n")
    assert not (tmp_path / "log").exists()


def test_a_module_of_the_current_folder_is_not_run(tmp_path, bash):
    (tmp_path / "venv.py").write_text("raise SystemExit('forged')", encoding="utf-8")
    done = bash(["-c", f'"{sys.executable}" -I -m venv --help'], tmp_path)
    assert done.returncode == 0
