from collections.abc import Callable

import pytest

from eaframe.findings import Finding
from eaframe.sources.files import SourceFile
from eaframe.sources.limits import Limits
from eaframe.sources.locate import locate
from eaframe.sources.reader import read_yaml


def _located(content: str | bytes, limits: Limits | None = None) -> list[str]:
    """Read one file and write each finding as ``line:column-line:column CODE message``."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    document, findings = read_yaml("f.yaml", raw, limits)
    file = SourceFile("f.yaml", raw, b"", document, tuple(findings))
    return [
        f"{at.line}:{at.column}-{at.end_line}:{at.end_column} {one.finding.code} {one.finding.message}"
        for one in locate(findings, {"f.yaml": file})
        for at in [one.location]
    ]


def _places(content: str | bytes, limits: Limits | None = None) -> list[str]:
    """The same without the messages: ``line:column-line:column CODE``."""
    return [" ".join(found.split(" ")[:2]) for found in _located(content, limits)]


def _plain(text: str) -> tuple[object, list[Finding]]:
    document, findings = read_yaml("f.yaml", text.encode("utf-8"))
    return document.data, findings


@pytest.fixture(scope="session")
def located() -> Callable[..., list[str]]:
    return _located


@pytest.fixture(scope="session")
def places() -> Callable[..., list[str]]:
    return _places


@pytest.fixture(scope="session")
def data_of() -> Callable[[str], object]:
    """The data of a text that has no defect."""

    def read(text: str) -> object:
        data, findings = _plain(text)
        assert findings == []
        return data

    return read
