"""Git, asked so that nothing a repository says can run: no hook, filter, pager, helper or fetch."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from eaframe.sources.opening import CannotOpenError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Set on the command line, these are stronger than the repository's own configuration.
_SETTINGS: Final = (
    "core.fsmonitor=false",  # names a program
    f"core.hooksPath={os.devnull}",
    "protocol.allow=never",  # of a partial clone git would fetch what is missing, through whatever program it names
    "safe.bareRepository=explicit",  # a folder of the work tree may pose as a repository
)
# What the caller's own environment may say: which configuration is the user's, and how far up to look. The rest
# (GIT_DIR, GIT_INDEX_FILE, … inside of a hook) would lead to another repository than that of the workspace.
_KEPT: Final = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT")
_KEPT_PREFIXES: Final = ("GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_", "GIT_CEILING_", "GIT_DISCOVERY_")
_LONGEST_WAIT: Final = 300  # seconds


def run_git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """One call of git in a folder, which may fail. Raises CannotOpenError where there is no git."""
    return subprocess.run(
        _command(root, arguments),
        env=_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=_LONGEST_WAIT,
    )


@contextmanager
def open_git(root: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A running git with pipes to and from it; it ends with the block, read to the end or not."""
    with subprocess.Popen(
        _command(root, arguments),
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def complaint(run: subprocess.CompletedProcess[bytes]) -> str:
    """What git said was wrong, in one line."""
    lines = run.stderr.decode("utf-8", "replace").splitlines()
    told = [line.removeprefix("fatal: ").removeprefix("error: ") for line in lines if line.strip()]
    return told[0] if told else f"git ended with {run.returncode}"


def _command(root: Path, arguments: tuple[str, ...]) -> list[str]:
    program = shutil.which("git")
    if program is None:
        raise CannotOpenError("git is not installed, or not on the PATH; it is needed to read an older revision")
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    return [program, "-C", os.fspath(root), "--no-pager", *settings, *arguments]


def _environment() -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _KEPT or name.startswith(_KEPT_PREFIXES)
    }
    return kept | {
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "",
        "LC_ALL": "C",
        "LANGUAGE": "C",
    }
