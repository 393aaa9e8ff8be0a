"""What the shell proposes: ids, views, documents and codes. For ``autocompletion=`` of an argument.

A shell may evaluate what it is given, and a model may be anyone's. So only plain ids are proposed, with names reduced
to letters, digits and spaces. Whatever is wrong, nothing is printed: then there is nothing to propose.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from eaframe.cli.options import find_workspace, the_cache, the_limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Proposals = list[tuple[str, str]]  # words with what a shell shows beside them
_PLAIN = re.compile(r"[a-zA-Z0-9]+(?:[-.]{1,2}[a-zA-Z0-9]+)*")
_NOT_SHOWN = re.compile(r"[^\w ,./-]+")
_LONGEST_NAME = 60  # characters of a name that are shown


def element_ids(ctx: typer.Context, incomplete: str) -> Proposals:
    """The ids of the workspace's own elements, with their names."""
    return _proposed(_names(ctx, "elements"), incomplete)


def subject_ids(ctx: typer.Context, incomplete: str) -> Proposals:
    """The ids of the workspace's own elements, and those that relationships were given."""
    return _proposed([*_names(ctx, "elements"), *_relationship_ids(ctx)], incomplete)


def view_ids(ctx: typer.Context, incomplete: str) -> Proposals:
    """The views of the workspace, with their names."""
    return _proposed(_names(ctx, "views"), incomplete)


def viewpoint_ids(ctx: typer.Context, incomplete: str) -> Proposals:
    """The viewpoints that come with eaframe and those of the workspace, with their names."""
    with contextlib.suppress(Exception):
        from eaframe.views.viewpoint import bundled_viewpoints

        bundled = [(id_, _name({"name": one.shape.name})) for id_, one in bundled_viewpoints()]
        return _proposed([*bundled, *_names(ctx, "viewpoints")], incomplete)
    return []


def document_ids(ctx: typer.Context, incomplete: str) -> Proposals:
    """The documents of the workspace, with their names."""
    return _proposed(_names(ctx, "documents"), incomplete)


def kind_names(ctx: typer.Context, incomplete: str) -> Proposals:
    """The kinds of the workspace and its libraries by short name, with their labels."""
    with contextlib.suppress(Exception):
        from eaframe.model.load import load_model

        given = ctx.params.get("workspace")
        kinds = load_model(
            find_workspace(Path(given) if given else None), the_limits(), the_cache(off=False)
        ).model.kinds
        return _proposed(
            [(id_.rpartition(":")[2], _name({"name": one.label})) for id_, one in kinds.items()], incomplete
        )
    return []


def codes(ctx: typer.Context, incomplete: str) -> Proposals:
    """The codes of all findings with the names of their rules; in small letters, and names too, where so begun."""
    del ctx
    with contextlib.suppress(Exception):
        from eaframe.workspace import all_defects

        known = {code: defect.name for code, defect in all_defects().items()}
        if incomplete.islower():
            known = {code.lower(): name for code, name in known.items()} | dict.fromkeys(known.values(), "")
        return _proposed(known.items(), incomplete)
    return []


def _proposed(words: Iterable[tuple[str, str]], incomplete: str) -> Proposals:
    found = {word: name for word, name in words if word.startswith(incomplete) and _PLAIN.fullmatch(word)}
    return [(word, " ".join(_NOT_SHOWN.sub(" ", found[word]).split())[:_LONGEST_NAME]) for word in sorted(found)]


def _names(ctx: typer.Context, section: str) -> list[tuple[str, str]]:
    found = []
    for data in _data(ctx):
        content = data.get(section)
        if isinstance(content, dict):
            found += [(id_, _name(one)) for id_, one in content.items()]
    return found


def _relationship_ids(ctx: typer.Context) -> list[tuple[str, str]]:
    from eaframe.model.names import explicit_relationship_ids

    return [(id_, "") for data in _data(ctx) for id_, _ in explicit_relationship_ids("", data)]


def _name(one: Any) -> str:
    """The first name that a definition gives itself: in its first language, at the earliest time."""
    name = one.get("name") if isinstance(one, dict) else None
    if isinstance(name, list) and name and isinstance(name[0], dict):
        name = name[0].get("value")
    if isinstance(name, dict):
        name = next(iter(name.values()), None)
    return name if isinstance(name, str) else ""


def _data(ctx: typer.Context) -> Iterator[dict[str, Any]]:
    """The content of each file of the workspace, from the parse cache where it was read before."""
    from eaframe.sources.files import WORKSPACE_FILE, list_files, read_bytes, read_file

    with contextlib.suppress(Exception):
        given = ctx.params.get("workspace")
        root = find_workspace(Path(given) if given else None)
        limits, cache = the_limits(), the_cache(off=False)
        settings = read_file(WORKSPACE_FILE, read_bytes(root, WORKSPACE_FILE, limits), limits, cache).document.data
        exclude = settings.get("exclude") if isinstance(settings, dict) else None
        globs = [exclude] if isinstance(exclude, str) else exclude if isinstance(exclude, list) else []
        for name in list_files(root, [glob for glob in globs if isinstance(glob, str)], limits)[0]:
            data = read_file(name, read_bytes(root, name, limits), limits, cache).document.data
            if isinstance(data, dict):
                yield data
