"""``eaframe explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.completion import codes
from eaframe.cli.options import (
    Language,
    WorkspaceOption,
    check_language,
    refused,
    the_cache,
    the_limits,
    workspace_if_any,
    write_output,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from eaframe.rules.explained import Explained


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]",
            help="A code, a rule's name, a tag, or a group of them; none lists all.",
            autocompletion=codes,
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    lang: Language = "en",
) -> None:
    """Print the page of a finding's code: what it means and how to mend it; in a workspace also of its own rules.

    A code that is none of these is looked for in the libraries that come with eaframe. A tag prints the pages of its
    rules; a prefix of codes, or the group of a tag, lists them.

    \b
    Examples:
      eaframe explain MOD004
      eaframe explain dangling-reference --lang vi
      eaframe explain SYS-05
      eaframe explain SYS
      eaframe explain
    """
    from eaframe.reports.page import index
    from eaframe.rules.explained import words_near

    language = check_language(lang)
    here = _pages_here(workspace)
    if code is None:
        write_output(index((one.defect for one in here), language), None)
        return
    written = _written(here, code, language)
    if written is None:
        bundled = _pages_of_libraries({one.defect.code for one in here})
        written = _written(bundled, code, language)
    if written is None:
        near = words_near(here, code) or words_near(bundled, code)
        hint = f"did you mean `{near[0]}`?" if near else "`eaframe explain` lists all"
        raise refused(f"there is no code `{code}`; {hint}", "CODE")
    write_output(written, None)


def _written(pages: Sequence[Explained], code: str, language: str) -> str | None:
    from eaframe.reports.explained import list_text, pages_text
    from eaframe.rules.explained import explained, grouped

    if found := explained(pages, code):
        return pages_text(found, language)
    if listed := grouped(pages, code):
        return list_text(listed, language)
    return None


def _pages_here(workspace: Path | None) -> list[Explained]:
    """The codes of eaframe, and where there is a workspace those of its rules and of the libraries that it imports."""
    from eaframe.rules.builtin import builtin_rules
    from eaframe.rules.explained import Explained
    from eaframe.workspace import all_defects

    found = workspace_if_any(workspace)
    tags = {rule.defect.code: rule.tags for rule in (*builtin_rules(), *(found.rules[0] if found else ()))}
    known = found.defects if found else all_defects()
    return [Explained(one, tags.get(code) or one.tags) for code, one in known.items()]


def _pages_of_libraries(known: set[str]) -> list[Explained]:
    """The rules of the libraries that come with eaframe, but for those that are ``known`` already."""
    from eaframe.resources import bundled_libraries
    from eaframe.rules.explained import Explained
    from eaframe.workspace import load

    limits, cache = the_limits(), the_cache(off=False)
    return [
        Explained(rule.defect, rule.tags, name)
        for name, folder in bundled_libraries().items()
        for rule in load(folder, as_of="all", limits=limits, cache=cache).rules[0]
        if rule.defined is not None and rule.defect.code not in known
    ]
