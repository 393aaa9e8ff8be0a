"""``eaframe explain``."""

from __future__ import annotations

from typing import Annotated

import typer

from eaframe.cli.completion import codes
from eaframe.cli.options import Language, WorkspaceOption, check_language, workspace_if_any, write_output


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help="A code or a rule's name; none lists all.", autocompletion=codes),
    ] = None,
    workspace: WorkspaceOption = None,
    lang: Language = "en",
) -> None:
    """Print the page of a finding's code: what it means and how to mend it; in a workspace also of its own rules.

    \b
    Examples:
      eaframe explain MOD004
      eaframe explain dangling-reference --lang vi
      eaframe explain
    """
    from eaframe.findings.suggest import nearest
    from eaframe.reports.page import index, page
    from eaframe.workspace import all_defects

    language = check_language(lang)
    found_here = workspace_if_any(workspace)
    known = found_here.defects if found_here else all_defects()
    if code is None:
        write_output(index(known.values(), language), None)
        return
    by_name = {defect.name: defect for defect in known.values()}
    found = known.get(code.upper()) or by_name.get(code.lower())
    if found is None:
        near = nearest(code.upper(), known) or nearest(code.lower(), by_name)
        hint = f"did you mean `{near[0]}`?" if near else "`eaframe explain` lists all"
        raise typer.BadParameter(f"there is no code `{code}`; {hint}", param_hint="CODE")
    write_output(page(found, language), None)
