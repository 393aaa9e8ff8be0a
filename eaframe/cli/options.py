"""Options that several commands share, and what they mean."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.sources.limits import VARIABLE, Limits, parse_limits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from eaframe.findings import Finding
    from eaframe.model.model import Model
    from eaframe.sources.cache import Cache
    from eaframe.workspace import Workspace

WORKSPACE_FILE = "eaframe.yaml"
COULD_NOT_RUN = 2  # exit code
THRESHOLDS = ("error", "warning", "info", "never")  # of --fail-on

WorkspaceOption = Annotated[
    Path | None,
    typer.Option("-w", "--workspace", metavar="DIR", help="The workspace; by default the nearest eaframe.yaml upward."),
]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="DATE|PLATEAU|all", help="Show the architecture of this day, or of all times.")
]
Today = Annotated[
    str, typer.Option("--today", metavar="DATE", help="Take this day for today (also: SOURCE_DATE_EPOCH).")
]
Language = Annotated[str, typer.Option("--lang", metavar="vi|en", help="The language of names and messages.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours (also: the variable NO_COLOR).")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but results.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read everything anew and remember nothing.")]


def find_workspace(given: Path | None) -> Path:
    """The workspace folder: the one given, or the nearest upward. Raises UsageError where there is none."""
    if given is not None:
        folder = given.parent if given.name == WORKSPACE_FILE and given.is_file() else given
        if not folder.exists():
            raise typer.BadParameter(f"there is no folder {folder}; {_instead_of(folder)}")
        if not folder.is_dir():
            raise typer.BadParameter(f"{folder} is a file; name the folder in which {WORKSPACE_FILE} lies")
        if not (folder / WORKSPACE_FILE).is_file():
            raise typer.BadParameter(f"there is no {WORKSPACE_FILE} in {folder}; {_workspace_below(folder)}")
        return folder
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / WORKSPACE_FILE).is_file():
            return Path(os.path.relpath(folder, here))
    raise typer.BadParameter(f"there is no {WORKSPACE_FILE} here or in a folder above; {_workspace_below(Path())}")


def _instead_of(folder: Path) -> str:
    """What to do where a folder does not exist: a library that comes with eaframe is not to be made anew."""
    from eaframe.resources import bundled_libraries

    bundled = bundled_libraries().get(folder.name)
    if bundled is None:
        return f"`eaframe init {folder}` makes a workspace there"
    return (
        f"`{folder.name}` is a library that comes with eaframe: "
        f"`imports: [{folder.name}]` in {WORKSPACE_FILE} brings it into a workspace, and its files lie in {bundled}"
    )


def _workspace_below(folder: Path) -> str:
    """What to do where a folder is no workspace: name the one that lies in it, or make one."""
    from eaframe.findings.suggest import quoted
    from eaframe.reports.printable import printable

    below = sorted(str(one.parent) for one in folder.glob(f"*/{WORKSPACE_FILE}"))
    if below:
        return (
            f"name {'the workspace' if len(below) == 1 else 'one of the workspaces'} in it: {printable(quoted(below))}"
        )
    return "`eaframe init` makes one"


def the_day(text: str) -> int:
    """Today as YYYYMMDD: as given, else of SOURCE_DATE_EPOCH, else by the clock, which is read only here."""
    from eaframe.metamodel.period import day_of, parse_day

    if text:
        day = parse_day(text, last=True)
        if day is None:
            raise typer.BadParameter(f"`{text}` is not a date; write YYYY-MM-DD", param_hint="--today")
        return day
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return day_of(datetime.fromtimestamp(int(epoch), tz=UTC).date())
    return day_of(datetime.now().astimezone().date())


def the_limits() -> Limits:
    """The limits of this run (variable EAFRAME_LIMITS)."""
    return parse_limits(os.environ.get(VARIABLE, ""))


def the_plugins() -> tuple[str, ...]:
    """The installed packages whose rules are asked (variable EAFRAME_PLUGINS)."""
    return tuple(name.strip() for name in os.environ.get("EAFRAME_PLUGINS", "").split(",") if name.strip())


def the_cache(*, off: bool) -> Cache | None:
    """The cache folder: EAFRAME_CACHE_DIR, else the user's; None where there is no home to keep it in."""
    if off:
        return None
    from eaframe._version import VERSION
    from eaframe.sources.cache import Cache

    given = os.environ.get("EAFRAME_CACHE_DIR")
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if given:
        folder = Path(given)
    elif home:
        folder = Path(home) / "eaframe"
    else:
        try:
            folder = Path.home() / ".cache" / "eaframe"
        except RuntimeError:
            return None
    return Cache(folder, VERSION)


def use_colour(*, off: bool) -> bool:
    """Colours on a terminal only, unless switched off."""
    return not off and not os.environ.get("NO_COLOR") and sys.stdout.isatty()


def check_language(language: str) -> str:
    """A language that messages exist in. Raises BadParameter."""
    from eaframe.findings.message import LANGUAGES

    if language not in LANGUAGES:
        raise typer.BadParameter(f"`{language}` is not one of {', '.join(LANGUAGES)}", param_hint="--lang")
    return language


def load_workspace(given: Path | None, *, as_of: str, today: str, no_cache: bool) -> Workspace:
    """Load the workspace that a command works on."""
    from eaframe.workspace import load

    return load(
        find_workspace(given),
        as_of=as_of,
        today=the_day(today),
        limits=the_limits(),
        cache=the_cache(off=no_cache),
        plugins=the_plugins(),
    )


def workspace_if_any(given: Path | None) -> Workspace | None:
    """The workspace given or found upward, of all times; None where there is none, for what works without one too."""
    here = Path.cwd()
    if given is None and not any((folder / WORKSPACE_FILE).is_file() for folder in (here, *here.parents)):
        return None
    return load_workspace(given, as_of="all", today="", no_cache=False)


def write_output(content: str | bytes, output: Path | None) -> None:
    """To the file asked for, whole or not at all, else to stdout."""
    if output is None:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        return
    from eaframe.sources.write import write_atomically

    if output.is_dir():
        raise refused(f"`{output}` is a folder; name a file in it", "--output")
    try:
        write_atomically(output, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(output)) from None  # not the name of the file beside it


def say(text: str, *, quiet: bool = False) -> None:
    """A word to the user, which is no result: to stderr."""
    if not quiet:
        typer.echo(text, err=True)


def tell_of_errors(findings: Iterable[Finding], so: str, *, quiet: bool) -> None:
    """How many errors there are, and what that means for a result: a part of the model may be left out of it."""
    errors = sum(1 for one in findings if one.severity == "error")
    if errors:
        counted = "1 error" if errors == 1 else f"{errors} errors"
        say(f"{counted}: {so}; `eaframe validate` tells more", quiet=quiet)


def one_of(word: str, allowed: Collection[str], option: str) -> None:
    """Raises BadParameter, with what was probably meant, for a word that the option does not know."""
    if word not in allowed:
        from eaframe.findings.suggest import nearest

        near = nearest(word, allowed)
        hint = f"did you mean `{near[0]}`?" if near else f"allowed are {_few(allowed)}"
        raise refused(f"`{word}` is not known; {hint}", option)


def _few(words: Collection[str]) -> str:
    """A list of words for a sentence, cut where it is long."""
    from eaframe.findings.suggest import LONGEST_LIST

    more = f", … (+{len(words) - LONGEST_LIST})" if len(words) > LONGEST_LIST else ""
    return ", ".join(list(words)[:LONGEST_LIST]) + more


def refused(sentence: str, option: str) -> typer.BadParameter:
    """What is wrong with an argument or option, whatever the user or the model put into the sentence."""
    from eaframe.reports.printable import printable

    return typer.BadParameter(printable(sentence), param_hint=option)


def defined(word: str, known: Collection[str], found: Workspace, section: str, option: str) -> None:
    """Raises BadParameter for a word that is not ``known``; of what a file defines, but wrongly, it says so."""
    written = found.loaded.model.definitions.get(section, ())
    if word not in known and any(word in {one.id, one.full_id} for one in written):
        raise refused(f"`{word}` is defined, but wrong; `eaframe validate` tells what", option)
    one_of(word, known, option)


def names_in(found: Workspace, lang: str) -> tuple[str, tuple[str, ...]]:
    """The language of our words, and the languages that names are wanted in, best first.

    By default English words, as all messages are, and names in the workspace's first language. Raises BadParameter for
    a language that nothing is in.
    """
    from eaframe.findings.message import LANGUAGES

    own = found.model.settings.languages
    known = tuple(dict.fromkeys((*LANGUAGES, *own)))
    if lang and lang not in known:
        raise refused(f"`{lang}` is not one of {', '.join(known)}", "--lang")
    return (lang if lang in LANGUAGES else "en"), tuple(dict.fromkeys((lang, *own) if lang else own))


def known_id(model: Model, written: str, argument: str = "ID") -> str:
    """The id that someone means who wrote this. Raises BadParameter with ids that come near."""
    from eaframe.model.search import find_id, names_of, similar_ids

    found = find_id(model, written)
    if found is not None:
        return found
    if any(one.id == written for one in model.definitions.get("views", ())):
        raise refused(f"`{written}` is a view; `eaframe view {written}` draws it", argument)
    if any(one.id == written for one in model.definitions.get("rules", ())):
        raise refused(f"`{written}` is the code of a rule; `eaframe explain {written}` tells about it", argument)
    near = [
        f"`{one}`" + (f" ({' / '.join(names_of(model, one))})" if one in model.elements else "")
        for one in similar_ids(model, written)
    ]
    hint = f"did you mean {', '.join(near)}?" if near else "`eaframe query` lists elements"
    raise refused(f"there is no `{written}`; {hint}", argument)
