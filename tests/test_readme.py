"""What README.md tells a newcomer to type gives what it shows."""

import re
from pathlib import Path

import pytest

from eaframe.cli.main import main

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def typed(tmp_path, monkeypatch, capsys):
    """Types the commands in a folder that holds nothing, and gives what a terminal shows."""
    monkeypatch.chdir(tmp_path)

    def run(line: str) -> str:
        with pytest.raises(SystemExit):
            main(line.split()[1:])
        out, err = capsys.readouterr()
        return out + err

    return run


def block(language: str, beginning: str) -> str:
    """The one block of README.md in a language that begins so."""
    (found,) = re.findall(rf"^```{language}\n({re.escape(beginning)}.*?)^```", README, re.DOTALL | re.MULTILINE)
    return found


def test_the_first_five_minutes(typed):
    first, second = block("console", "$ eaframe init").split("$ ")[1:]
    typed(first)
    command, _, shown = second.partition("\n")
    assert typed(command) == shown
    file = Path("my-city/model/application.yaml")
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[15] = lines[15].replace("dossier", "dosier")
    file.write_text("".join(lines), encoding="utf-8")
    command, _, shown = block("console", "$ eaframe validate my-city\nmy-city/model").removeprefix("$ ").partition("\n")
    assert typed(command) == shown


def test_a_rule_of_ones_own_with_its_severity_and_waiver(typed, monkeypatch):
    typed("eaframe init my-city")
    monkeypatch.chdir("my-city")
    begun = block("console", "$ cd my-city\n$ eaframe rules new")
    shown = begun.partition("test\n")[2].partition("$ eaframe rules test")[0]
    assert typed("eaframe rules new underclassified-system") == shown
    with Path("eaframe.yaml").open("a", encoding="utf-8") as file:
        file.write(block("yaml", "# eaframe.yaml"))
    Path("rules/underclassified-system.yaml").write_text(block("yaml", "kinds:"), encoding="utf-8")
    tested = block("console", "$ eaframe rules test\nok")
    assert typed("eaframe rules test") == tested.partition("\n")[2]
    assert typed("eaframe validate") == "8 elements, 7 relationships: nothing found\n"
    Path("model/waivers.yaml").write_text(block("yaml", "# any other file"), encoding="utf-8")
    assert "covers nothing that was found" in typed("eaframe validate --today 2026-11-24")
