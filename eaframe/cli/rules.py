"""``eaframe rules``: the rules that a workspace is asked, their tests, and a new one."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eaframe.cli.options import (
    WORKSPACE_FILE,
    Language,
    Quiet,
    Today,
    WorkspaceOption,
    check_language,
    load_workspace,
    say,
    workspace_if_any,
    write_output,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.findings import Place, Span
    from eaframe.workspace import Workspace

FORMATS = ("text", "json", "markdown")

app = typer.Typer(
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def rules(
    context: typer.Context,
    workspace: WorkspaceOption = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="How to list.")] = "text",
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.")] = None,
    lang: Language = "en",
) -> None:
    """List the rules; test those of the workspace; begin a new one.

    In a workspace these are those of eaframe, its own and those of its libraries; elsewhere those of eaframe.

    \b
    Examples:
      eaframe rules
      eaframe rules --format markdown -o rules.md
      eaframe rules new system-without-owner
      eaframe rules test
    """
    if context.invoked_subcommand is not None:
        return
    from eaframe.findings.suggest import nearest
    from eaframe.reports.rules import listed, rules_json, rules_page
    from eaframe.rules.builtin import builtin_rules
    from eaframe.workspace import all_defects

    language = check_language(lang)
    if format_ not in FORMATS:
        near = nearest(format_, FORMATS)
        hint = f"did you mean `{near[0]}`?" if near else f"allowed are {', '.join(FORMATS)}"
        raise typer.BadParameter(f"`{format_}` is not known; {hint}", param_hint="--format")
    found = workspace_if_any(workspace)
    defects = found.defects if found else all_defects()
    tags = {rule.defect.code: rule.tags for rule in (*builtin_rules(), *(found.rules[0] if found else ()))}
    if format_ == "json":
        write_output(rules_json(defects.values(), tags, language), output)
    elif format_ == "markdown":
        write_output(rules_page(defects.values(), language), output)
    else:
        settings = found.model.settings.severity if found else {}
        write_output(listed(defects.values(), settings, language), output)


@app.command("checks")
def explain_checks(lang: Language = "en") -> None:
    """Explain the checks that a rule in YAML can ask, and what each makes of values that are not known.

    \b
    Example:
      eaframe rules checks
    """
    from eaframe.reports.rules import checks_page

    write_output(checks_page(check_language(lang)), None)


@app.command("test")
def run_tests(
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help="Only this rule.")] = None,
    workspace: WorkspaceOption = None,
    today: Today = "",
    quiet: Quiet = False,
) -> None:
    """Run the bad and the good model of each rule of the workspace.

    In the bad one the rule must find something at each line marked like `# error: HAN014`, in the good one nothing.
    Exit codes: 0 all keep their word, 1 some do not, 2 could not run.

    \b
    Examples:
      eaframe rules test
      eaframe rules test HAN014
    """
    from eaframe.findings.suggest import nearest
    from eaframe.reports.printable import printable
    from eaframe.rules.examples import run_examples

    found = load_workspace(workspace, as_of="all", today=today, no_cache=False)
    own = {rule.defect.code: rule for rule in found.rules[0] if rule.defined is not None}
    unread = list(_unread(found))
    if code is not None and code.upper() not in own:
        for line in unread:
            say(line)
        near = nearest(code.upper(), own)
        hint = f"did you mean `{near[0]}`?" if near else f"it has {', '.join(sorted(own)) or 'none'}"
        raise typer.BadParameter(f"the workspace has no rule `{code}` that can be run; {hint}", param_hint="CODE")
    chosen = [own[code.upper()]] if code else list(own.values())
    results = [run_examples(rule, found.loaded.model, found.today) for rule in chosen]
    lines = []
    for result in results:
        lines.append(
            f"{'failed' if result.problems else 'ok':<6}  {result.rule.defect.code}  {result.rule.defect.name}"
        )
        lines += [f"        {printable(problem)}" for problem in result.problems]
    failed = sum(1 for result in results if result.problems)
    if not (quiet and not failed and not unread):
        write_output("".join(f"{line}\n" for line in (*lines, *unread)), None)
    if not results and not unread:
        say("The workspace has no rules of its own; `eaframe rules new NAME` makes one", quiet=quiet)
    counted = f"{len(results)} {'rule' if len(results) == 1 else 'rules'} tested, {failed} failed"
    say(counted + (", not all could be read" if unread else ""), quiet=quiet)
    raise typer.Exit(1 if failed or unread else 0)


def _unread(found: Workspace) -> Iterator[str]:
    """What keeps rules from being read, a line each: errors in them, and in files that nobody can tell to hold none."""
    from eaframe.reports.printable import printable

    of_files = (one for one in found.loaded.findings if _may_hide_rules(one.at))
    root = found.root.as_posix()
    for one in found.located(one for one in (*of_files, *found.rules[1]) if one.severity == "error"):
        file = one.location.file if root == "." else f"{root}/{one.location.file}"
        where = f"{file}:{one.location.line}:{one.location.column}"
        yield printable(f"unread  {where}: {one.finding.code} {one.finding.message}")


def _may_hide_rules(at: Place | Span) -> bool:
    """Whether a place is in a rule, is a key at the top of a file, or is where the syntax of a file breaks."""
    from eaframe.findings import Place

    return not isinstance(at, Place) or len(at.path) <= 1 or at.path[0] == "rules"


@app.command("new")
def begin_rule(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What is wrong, like system-without-owner.")],
    code: Annotated[
        str, typer.Option("--code", metavar="CODE", help="The code; by default the next free one of the workspace.")
    ] = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
) -> None:
    """Write a file with a new rule to start from, with a bad and a good model that can be run.

    \b
    Examples:
      eaframe rules new system-without-owner
      eaframe rules new late-answer --code HAN014
    """
    from eaframe.model.names import is_slug, slug
    from eaframe.resources import resource
    from eaframe.rules.rule import CODE
    from eaframe.sources.editing import Editor
    from eaframe.sources.edits import edited
    from eaframe.sources.write_all import write_all

    if not is_slug(name):
        raise typer.BadParameter(f"`{name}` is no name of a rule; write `{slug(name)}`", param_hint="NAME")
    found = load_workspace(workspace, as_of="all", today="", no_cache=False)
    taken = {definition.id for definition in found.loaded.model.definitions.get("rules", ())} | found.defects.keys()
    chosen = code or next_code(found.model.settings.code_prefixes, found.model.settings.namespace, taken)
    if not CODE.fullmatch(chosen):
        raise typer.BadParameter(f"`{code}` is no code; write one like HAN014", param_hint="--code")
    foreign = {one[:-3] for one in taken} - set(found.model.settings.code_prefixes)
    if chosen not in taken and chosen[:-3] in foreign:
        raise typer.BadParameter(f"the prefix {chosen[:-3]} belongs to eaframe or a library", param_hint="--code")
    if chosen in taken:
        raise typer.BadParameter(f"{chosen} is taken", param_hint="--code")
    target = found.root / "rules" / f"{name}.yaml"
    if target.exists():
        raise typer.BadParameter(f"{target} exists already; nothing was written", param_hint="NAME")
    text = (resource("templates") / "rule.yaml").read_text(encoding="utf-8")
    name_of_file = target.relative_to(found.root).as_posix()
    new = {name_of_file: text.replace("CODE", chosen).replace("NAME", name).encode("utf-8")}
    read: dict[str, bytes] = {}
    prefix = chosen[:-3]
    if prefix not in found.model.settings.code_prefixes:
        settings = found.loaded.files[WORKSPACE_FILE]
        edit = Editor(settings).add_item(("code-prefixes",), prefix, after=("namespace",))
        new |= edited(found.loaded.files, [edit])
        read[WORKSPACE_FILE] = settings.content
    write_all(found.root, new, read)
    say(f"Wrote {target}. Next: change it, then `eaframe rules test {chosen}`", quiet=quiet)
    if read:
        say(f"Added the prefix {prefix} to `code-prefixes` in {found.root / WORKSPACE_FILE}", quiet=quiet)


def next_code(prefixes: tuple[str, ...], namespace: str, taken: Collection[str]) -> str:
    """The first free code of the workspace's prefix, or of one made of its namespace that belongs to nobody yet."""
    letters = "".join(letter for letter in namespace.upper() if letter.isascii() and letter.isalpha())
    foreign = {code[:-3] for code in taken} - set(prefixes)
    proposals = (*prefixes, *(letters[:length] for length in (3, 4, 2, 5, 6)), "OWN", "OWNX")
    prefix = next(one for one in proposals if len(one) > 1 and one not in foreign)
    return next(one for number in range(1, 1000) if (one := f"{prefix}{number:03}") not in taken)
