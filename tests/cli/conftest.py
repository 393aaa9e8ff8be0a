import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from eaframe.cli.main import main


@dataclass(frozen=True, slots=True)
class Run:
    """What a call of the program gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def eaframe(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Calls the program in this process."""

    def call(*arguments: str | Path) -> Run:
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        code = stopped.value.code
        return Run(0 if code is None else int(code), out, err)

    return call


@pytest.fixture
def spawn() -> Callable[..., Run]:
    """Calls the program in a process of its own: ``python -m eaframe``."""

    def call(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Run:
        run = subprocess.run(
            [sys.executable, "-m", "eaframe", *map(str, arguments)],
            capture_output=True,
            check=False,
            cwd=cwd,
            env={**os.environ, **environment},
            timeout=60,
        )
        return Run(run.returncode, run.stdout.decode("utf-8"), run.stderr.decode("utf-8"))

    return call


@pytest.fixture
def goal() -> str:
    """The smallest file without a finding."""
    return "elements:\n  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}\n"
