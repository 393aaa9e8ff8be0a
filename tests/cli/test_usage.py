"""How the program explains itself, and what it says to someone who misspelt something."""

import importlib
import re

import pytest

from eaframe._version import VERSION
from eaframe.cli.main import COMMANDS
from eaframe.reports import FORMATS


def said(run: object) -> str:
    """The one sentence of an error, without the lines on usage before it."""
    assert (run.code, run.out) == (2, "")
    return run.err.splitlines()[-1]


def test_the_version_is_printed(eaframe):
    run = eaframe("--version")
    assert (run.code, run.out, run.err) == (0, f"eaframe {VERSION}\n", "")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_command_with_what_it_does(eaframe, option):
    run = eaframe(option)
    assert (run.code, run.err) == (0, "")
    folded = " ".join(run.out.split())
    for name, summary in COMMANDS.items():
        assert f" {name} {summary}" in folded


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_an_example_that_calls_it(eaframe, command):
    run = eaframe(command, "--help")
    assert (run.code, run.err) == (0, "")
    example = run.out.partition("Example")[2]
    assert re.search(rf"^    eaframe {command}", example, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_line_of_help_runs_over_a_terminal(eaframe, command):
    assert max(map(len, eaframe(command, "--help").out.splitlines())) <= 100


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_of_commands_says_what_the_command_says_of_itself(command):
    function = getattr(importlib.import_module(f"eaframe.cli.{command.replace('-', '_')}"), command.replace("-", "_"))
    first = function.__doc__.splitlines()[0]
    assert first.startswith(COMMANDS[command].removesuffix("."))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(eaframe, command):
    options = eaframe(command, "--help").out.partition("Options:\n")[2]
    entries = re.split(r"\n(?=  -)", options)
    assert [entry for entry in entries if not re.search(r"\s{2,}[A-Z`]\w*[^\n]* ", entry)] == []


@pytest.mark.parametrize(
    ("written", "meant"), [("validat", "validate"), ("veiw", "view"), ("documnet", "document"), ("schem", "schema")]
)
def test_a_misspelt_command_is_recognised(eaframe, written, meant):
    assert said(eaframe(written)) == f"Error: there is no command `{written}`; did you mean `{meant}`?"


def test_an_unknown_command_is_called_one(eaframe):
    assert said(eaframe("xyz")) == "Error: there is no command `xyz`"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--formt", "json"], "No such option: --formt (Possible options: --format, --report)"),
        (["--format", "jsn"], "Invalid value for --format: `jsn` is not known; did you mean `json`?"),
        (["--format", "txt"], "Invalid value for --format: `txt` is not known; did you mean `text`?"),
        (
            ["--format", "pdf"],
            f"Invalid value for --format: `pdf` is not known; allowed are {', '.join(FORMATS)}",
        ),
        (["--format", "sarf"], "Invalid value for --format: `sarf` is not known; did you mean `sarif`?"),
        (
            ["--report", "json=out.json", "--report", "sarif=./out.json"],
            "Invalid value for --report: `./out.json` is named twice; each report needs a file of its own",
        ),
        (["--fail-on", "eror"], "Invalid value for --fail-on: `eror` is not known; did you mean `error`?"),
        (
            ["--fail-on", "x"],
            "Invalid value for --fail-on: `x` is not known; allowed are error, warning, info, never",
        ),
        (["--lang", "fr"], "Invalid value for --lang: `fr` is not one of en, vi"),
        (["--report", "json"], "Invalid value for --report: `json` is not FORMAT=FILE"),
        (["--report", "jsn=x"], "Invalid value for --report: `jsn` is not known; did you mean `json`?"),
        (["--today", "soon"], "Invalid value for --today: `soon` is not a date; write YYYY-MM-DD"),
        (["--today", "2026-02-30"], "Invalid value for --today: `2026-02-30` is not a date; write YYYY-MM-DD"),
    ],
)
def test_a_wrong_option_of_validate_is_answered(eaframe, workspace, goal, arguments, sentence):
    assert said(eaframe("validate", workspace({"a.yaml": goal}), *arguments)) == f"Error: {sentence}"


PLATEAUS = """\
elements:
  before-merger: {type: plateau, name: Before, documentation: As it was., date: 2024-12-31}
  after-merger: {type: plateau, name: After, documentation: As it is., date: 2025-07-01}
"""


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("befor-merger", "`before-merger`, `after-merger`"),  # the nearest first
        ("somewhen", "`after-merger`, `before-merger`"),
        ("2017-13", "`after-merger`, `before-merger`"),
    ],
)
def test_a_day_that_is_none_is_answered_with_the_plateaus_there_are(eaframe, workspace, written, listed):
    sentence = said(eaframe("validate", workspace({"a.yaml": PLATEAUS}), "--as-of", written))
    assert sentence == (
        f"eaframe: `{written}` is not a date (2017, 2017-06, 2017-06-30), `today`, `all` or a plateau ({listed})"
    )


def test_where_there_is_no_plateau_none_is_offered(eaframe, workspace, goal):
    sentence = said(eaframe("validate", workspace({"a.yaml": goal}), "--as-of", "somewhen"))
    assert sentence == "eaframe: `somewhen` is not a date (2017, 2017-06, 2017-06-30), `today` or `all`"


def test_an_unknown_code_is_answered(eaframe):
    assert said(eaframe("explain", "SRC99")).endswith("there is no code `SRC99`; did you mean `SRC009`?")
    assert said(eaframe("explain", "dangling-refrence")).endswith("did you mean `dangling-reference`?")
    assert said(eaframe("explain", "xyz")).endswith("there is no code `xyz`; `eaframe explain` lists all")


@pytest.mark.parametrize("written", ["MOD004", "mod004", "dangling-reference", "Dangling-Reference"])
def test_a_code_is_explained_by_code_or_name(eaframe, written):
    run = eaframe("explain", written)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("# MOD004 dangling-reference (severity: error)\n\n")


def test_all_codes_are_listed(eaframe):
    run = eaframe("explain")
    assert (run.code, run.err) == (0, "")
    assert re.fullmatch(r"([A-Z]{2,6}[0-9]{3}  (error|warning|info) +[a-z0-9-]+\n){60,}", run.out)


def test_an_unknown_view_or_document_is_answered(eaframe, workspace, goal):
    views = "views:\n  overview: {name: Overview, viewpoint: layered, include: [{type: goal}]}\n"
    root = workspace({"a.yaml": goal, "views.yaml": views})
    assert said(eaframe("view", "overveiw", "-w", root)).endswith(
        "there is no view `overveiw`; did you mean `overview`?"
    )
    assert said(eaframe("view", "xyz", "-w", root)).endswith("there is no view `xyz`; there are `overview`")
    assert said(eaframe("document", "xyz", "-w", root)).endswith("there is no document `xyz`; there are none")
