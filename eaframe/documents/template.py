"""Templates: ours only, found in one folder, run in a sandbox. Text of a model is put in, never compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2 import Environment


def html_environment(folder: Path) -> Environment:
    """Templates of HTML: every text that is put in is escaped."""
    return _environment(folder, autoescape=True)


def text_environment(folder: Path, escape: Callable[[Any], str]) -> Environment:
    """Templates of another language: every text that is put in goes through ``escape``."""
    return _environment(folder, autoescape=False, finalize=escape)


def _environment(folder: Path, **options: Any) -> Environment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **options,
    )
