"""What every test stands on: a folder to write a workspace in, a cache of its own, no colours and no network."""

import socket
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import eaframe
from eaframe.findings import Located

# The same examples in every run, so that a change is judged by what it changes; `make fuzz` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

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
