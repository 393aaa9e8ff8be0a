"""One deliberate mistake a file, as someone makes it who knows architecture but not YAML.

Each file begins with the mistake in words. Then comes the one finding that it gives (severity, code, line:column), a
part of what the finding says, a part of its hint, and the lines that mend it: `# mend 7: text` puts the text in the
place of line 7, `# mend 7` removes the line.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MISTAKES = sorted(HERE.glob("*/*.yaml"))
WORKSPACE = "eaframe: 1\nname: Thử\nnamespace: test\nlanguages: [vi, en]\ncode-prefixes: [TEST]\n"


@dataclass(frozen=True)
class Mistake:
    text: str
    expected: tuple[str, str, str, int, int]
    says: str
    hint: str
    mended: str


def read(path: Path) -> Mistake:
    """A file of this folder."""
    text = path.read_text(encoding="utf-8")
    severity, code, line, column = re.search(r"^# (\w+) (\w+) (\d+):(\d+)$", text, re.MULTILINE).groups()
    replaced: dict[int, list[str]] = {}
    for number, with_text, new in re.findall(r"^# mend (\d+)(: ?)?(.*)$", text, re.MULTILINE):
        replaced.setdefault(int(number), []).extend([new] if with_text else [])
    lines = text.splitlines()
    mended = [new for number, old in enumerate(lines, 1) for new in replaced.get(number, [old])]
    return Mistake(
        text=text,
        expected=(code, severity, "model.yaml", int(line), int(column)),
        says="".join(re.findall(r"^# says: (.*)$", text, re.MULTILINE)),
        hint="".join(re.findall(r"^# hint: (.*)$", text, re.MULTILINE)),
        mended="\n".join(mended) + "\n",
    )


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", MISTAKES, ids=name_of)
def test_a_mistake_gives_one_finding_at_its_place_that_says_how_to_mend_it(path: Path, found, judged):
    mistake = read(path)
    files = {"eaframe.yaml": WORKSPACE, "model.yaml": mistake.text}
    assert found(files) == [mistake.expected]
    (finding,) = (one.finding for one in judged(files))
    assert mistake.says in finding.message.text()
    assert mistake.hint in finding.hint.text()


@pytest.mark.parametrize("path", MISTAKES, ids=name_of)
def test_mended_as_the_hint_says_it_gives_none(path: Path, found):
    assert found({"eaframe.yaml": WORKSPACE, "model.yaml": read(path).mended}) == []


def test_there_is_a_mistake_for_every_rule_and_defect_that_a_model_file_can_have():
    from eaframe.workspace import all_defects

    shown = {read(path).expected[0] for path in MISTAKES}
    in_a_model_file = {code for code, defect in all_defects().items() if defect.bad}
    # What views leave out is no mistake of one line; the examples of the rules show it.
    assert in_a_model_file - shown == {"VEW011", "VEW012", "VEW013", "VEW014"}
