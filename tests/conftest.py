"""What every test stands on: a folder to write a workspace in, a cache of its own, no colours and no network."""

import gc
import os
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import eaframe
from eaframe.findings import Located
from eaframe.model.model import Model

# The same examples in every run, so that a change is judged by what it changes; `make fuzz` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

AUTHOR = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")
WORKSPACE_FILE = """\
eaframe: 1
name: Test
namespace: test
code-prefixes: [TEST]
"""


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    def refuse(_: socket.socket, address: object) -> None:
        raise AssertionError(f"a test connects to {address}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """A program that is called in this process sets it up; a test gives it back."""
    handler = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, handler)
    gc.enable()


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in ("SOURCE_DATE_EPOCH", "EAFRAME_LIMITS", "EAFRAME_DEBUG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):  # where the tests run on a CI server
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("EAFRAME_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def workspace(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Writes files (text or bytes by relative path) and, unless given, an eaframe.yaml; returns the folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        for name, content in {"eaframe.yaml": WORKSPACE_FILE, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return tmp_path

    return write


@pytest.fixture
def judged(workspace: Callable[[Mapping[str, str | bytes]], Path]) -> Callable[..., tuple[Located, ...]]:
    """Writes a workspace and asks everything of it that reads and judges models; by default on 2026-11-23."""

    def judge(files: Mapping[str, str | bytes], as_of: str = "today", today: int = 20261123) -> tuple[Located, ...]:
        return eaframe.load(workspace(files), as_of=as_of, today=today).findings

    return judge


@pytest.fixture
def found(judged: Callable[..., tuple[Located, ...]]) -> Callable[..., list[tuple[str, str, str, int, int]]]:
    """The same as rows that a test can compare whole: code, severity, file, line, column."""

    def rows(files: Mapping[str, str | bytes], **options: Any) -> list[tuple[str, str, str, int, int]]:
        at = ((one, one.location) for one in judged(files, **options))
        return [(one.finding.code, one.finding.severity, where.file, where.line, where.column) for one, where in at]

    return rows


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository of a test."""

    root: Path

    def git(self, *arguments: str | Path) -> str:
        """What a call of git printed; it must succeed."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        run = subprocess.run(
            ["git", *AUTHOR, *map(str, arguments)],
            cwd=self.root,
            env=kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
            capture_output=True,
            check=True,
        )
        return run.stdout.decode("utf-8", "surrogateescape").strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files; those that are None are removed."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

    def commit(self, files: Mapping[str, str | bytes | None], *tags: str) -> str:
        """Commit these files with all else that lies there; returns the commit's id."""
        self.write(files)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "change")
        for tag in tags:
            self.git("tag", tag)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Callable[[str], Repository]:
    """Makes an empty repository in a folder of its own."""

    def make(name: str = "repository") -> Repository:
        root = tmp_path / name
        root.mkdir(parents=True)
        made = Repository(root)
        made.git("init", "-q", "-b", "main")
        return made

    return make


@pytest.fixture
def model_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, str] | str], Model]:
    """The whole model of a workspace of these files, or of one; each call in a folder of its own. Vietnamese first."""

    def load(files: Mapping[str, str] | str) -> Model:
        root = tmp_path_factory.mktemp("version")
        settings = WORKSPACE_FILE + "languages: [vi, en]\n"
        files = {"a.yaml": files} if isinstance(files, str) else files
        for name, text in {"eaframe.yaml": settings, **files}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return eaframe.load(root, today=20261124).loaded.model

    return load
