"""Finds the command, runs it, and turns what can go wrong into an exit code and a sentence."""

from __future__ import annotations

import gc
import importlib
import io
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from eaframe._version import VERSION
from eaframe.cli.options import COULD_NOT_RUN

if TYPE_CHECKING:
    from collections.abc import Sequence

# Name -> what the list of commands says. The command itself lies in the module of the same name.
COMMANDS = {
    "init": "Make a small, valid workspace to start from.",
    "validate": "Check a workspace and report everything that is wrong with it.",
    "rules": "List the rules; test those of the workspace; begin a new one.",
    "baseline": "Write down all present findings, so that only new ones count.",
    "query": "List the elements that a selector picks.",
    "artifacts": "Tell which artifacts of a framework the model can feed, and what exactly it lacks for the others.",
    "completeness": "Tell how complete the model is, weighted by what is asked of each kind.",
    "checklist": "Tell which items of a checklist the model meets, and what keeps it from the others.",
    "indicators": "Tell how the indicators stand: computed from the model, and as recorded, with baseline and target.",
    "impact": "Tell whom a change or a removal reaches, along which relationships, and whose that is.",
    "explain": "Print the page of a finding's code: what it means and how to mend it.",
    "kinds": "List the kinds that a workspace can use; of one kind tell everything, with YAML to start from.",
    "show": "Print everything about one element: names, values over time, relationships, views, findings.",
    "diff": "Tell what changed between two revisions or folders, by meaning and not by lines.",
    "breaking": "Find what a change breaks for whoever depends on the model.",
    "pr-report": "Write what a pull request does to the model, as a comment on it.",
    "view": "Draw a view, or all of them.",
    "document": "Write a document of the workspace from its template.",
    "build": "Write the HTML pages of a workspace: elements, views and findings.",
    "export": "Write the whole model as JSON.",
    "fmt": "Bring the files of a workspace into one form, so that diffs show what changed in the model.",
    "rename": "Give an element another id, and with it every reference to it.",
    "schema": "Write the JSON Schema of the workspace's files, for editors.",
}


class _Commands(TyperGroup):
    """Commands by name, imported when called: a start must not pay for what it does not use."""

    def list_commands(self, ctx: Any) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        module = importlib.import_module(f"eaframe.cli.{name}")
        if hasattr(module, "app"):  # a command with commands of its own
            return typer.main.get_command(module.app)
        function = getattr(module, name)
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(cmd_name)(function)
        return typer.main.get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from eaframe.findings.suggest import nearest

            near = nearest(args[0], COMMANDS)
            ctx.fail(f"there is no command `{args[0]}`" + (f"; did you mean `{near[0]}`?" if near else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


_APP = typer.Typer(
    cls=_Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"eaframe {VERSION}")
        raise typer.Exit


@_APP.callback()
def _eaframe(
    _asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Enterprise architecture as data: describe it in YAML, check it, draw it, document it.

    \b
    Start here:  eaframe init my-city && eaframe validate my-city
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit: 0 well, 1 findings, 2 could not run."""
    gc.disable()  # a run is short and makes next to no garbage; looking for it takes a tenth of the time
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins takes longer than a small model
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # ctrl-C ends the run at once: nothing is ever half written
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            typer.main.get_command(_APP).main(args=arguments, prog_name="eaframe")
        finally:
            sys.stdout.flush()
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # typer ends with 1 there
            _reader_has_seen_enough()
        raise
    except BrokenPipeError:
        _reader_has_seen_enough()
    except Exception as error:  # noqa: BLE001 - the last word must be a sentence, not a traceback
        sys.exit(_failed(error))


def _reader_has_seen_enough() -> NoReturn:
    """A closed pipe is no error; what is still in the buffer goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(0)


def _failed(error: Exception) -> int:
    """Say why nothing could be done; a fault of the program itself shows its traceback when asked for."""
    from eaframe.reports.printable import printable
    from eaframe.sources.opening import CannotOpenError
    from eaframe.sources.write_all import CannotWriteError
    from eaframe.views.layout import LayoutError

    if isinstance(
        error, CannotOpenError | CannotWriteError | LayoutError | OSError | ValueError
    ) and not os.environ.get("EAFRAME_DEBUG"):
        typer.echo(f"eaframe: {printable(_sentence(error))}", err=True)
    elif os.environ.get("EAFRAME_DEBUG"):
        import traceback

        traceback.print_exception(error)
    else:
        kind = type(error).__name__
        typer.echo(
            f"eaframe: internal error: {kind}: {printable(str(error))}\n"
            "This is a fault of eaframe, not of your model. Run again with EAFRAME_DEBUG=1 and report what it prints.",
            err=True,
        )
    return COULD_NOT_RUN


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)
