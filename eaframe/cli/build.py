"""``eaframe build``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.options import AsOf, Language, NoCache, Quiet, Today, WorkspaceOption, load_workspace, say

if TYPE_CHECKING:
    from eaframe.documents.edition import Edition
    from eaframe.workspace import Workspace


def build(
    path: Annotated[Path | None, typer.Argument(metavar="[PATH]", help="The workspace folder.")] = None,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write.")] = Path("build"),
    workspace: WorkspaceOption = None,
    as_of: AsOf = "today",
    today: Today = "",
    lang: Language = "",
    quiet: Quiet = False,
    no_cache: NoCache = False,
) -> None:
    """Write the HTML pages of a workspace: elements, views and findings.

    The pages open from disk and need no server. A folder that holds anything else is not touched.

    \b
    Examples:
      eaframe build models/hanoi
      eaframe build --as-of 2017-06-30 --lang en -o build/2017
    """
    from eaframe.documents.folder import replace_folder
    from eaframe.documents.pictures import draw_views
    from eaframe.documents.site import render_site

    found = load_workspace(path or workspace, as_of=as_of, today=today, no_cache=no_cache)
    edition = edition_of(found, lang)
    files = render_site(edition, draw_views(edition))
    replace_folder(output, files)
    errors = edition.report.count("error")
    if errors:
        say(f"Found {errors} {'error' if errors == 1 else 'errors'}; findings.html lists what was found", quiet=quiet)
    say(f"Wrote {len(files)} files; open {output / 'index.html'}", quiet=quiet)


def edition_of(found: Workspace, lang: str, *, with_places: bool = True) -> Edition:
    """What is written of a workspace, in ``lang``. Raises BadParameter for a language that nothing is in.

    Raises CannotOpenError for a workspace without a single element, as nothing can be said of it.
    """
    from eaframe.documents.edition import make_edition
    from eaframe.documents.words import LANGUAGES, words_of
    from eaframe.reports.report import make_report
    from eaframe.sources.files import CannotOpenError

    known = tuple(dict.fromkeys((*found.model.settings.languages, *LANGUAGES)))
    if lang and lang not in known:
        raise typer.BadParameter(f"`{lang}` is not one of {', '.join(known)}", param_hint="--lang")
    if not found.whole.own_elements:
        raise CannotOpenError(f"{found.root}: the workspace has no elements, so there is nothing to write")
    language = lang or found.model.settings.languages[0]
    report = make_report(found, found.judgement, language=words_of(language).language)
    views = [found.view(name, language) for name in found.view_definitions[0]]
    return make_edition(
        found.whole, found.sliced, views, report, today=found.today, language=language, with_places=with_places
    )
