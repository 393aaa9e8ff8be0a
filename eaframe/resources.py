"""Where the data that comes with eaframe lies: models, viewpoints and templates.

In a checkout these folders stand at the top level, where people look for them; in an installed wheel they lie inside
the package (pyproject.toml, force-include).
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_resources"


def resource(name: str) -> Path:
    """The folder ``models``, ``viewpoints`` or ``templates`` that belongs to this eaframe."""
    root = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent
    return root / name


def bundled_libraries() -> dict[str, Path]:
    """The folders of the libraries (and models) that come with eaframe, by the name that ``imports`` gives them."""
    models = resource("models")
    folders = sorted(models.iterdir()) if models.is_dir() else []
    return {folder.name: folder for folder in folders if (folder / "eaframe.yaml").is_file()}
