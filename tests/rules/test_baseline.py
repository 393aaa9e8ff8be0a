import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eaframe
from eaframe.rules.baseline import read_baseline, write_baseline
from eaframe.rules.choice import Choice

MODEL = "elements:\n  a: {type: goal, name: A}\n  b: {type: goal, name: B}\n"
OWN = "eaframe: 1\nname: T\nnamespace: test\nseverity: {CPL003: off}\n"
FILE = "eaframe-baseline.txt"

codes = st.from_regex(r"[A-Z]{2,6}[0-9]{3}", fullmatch=True)
texts = st.text() | st.sampled_from(
    ["\t", "a\tb", " ", "a ", "\\", "\\u0009", "\r\n", "#", "\x1b[0m", "\u2028", "\ufeff"]
)
identities = st.frozensets(st.tuples(codes, texts, texts), max_size=5)


@given(identities)
def test_what_is_written_is_read_again_whatever_subjects_are_called(some):
    text = write_baseline(some)
    assert read_baseline(text).identities == some
    assert read_baseline(text).findings == ()
    assert len(text.splitlines()) == len(some) + 2


@given(identities)
def test_editors_that_add_a_mark_or_take_blanks_and_line_ends_away_change_nothing(some):
    lines = write_baseline(some).split("\n")
    assert read_baseline("\ufeff" + "\r\n".join(line.rstrip() for line in lines)).identities == some


@given(identities, identities)
def test_two_branches_merge_line_by_line(one, other):
    lines = {*write_baseline(one).splitlines(), *write_baseline(other).splitlines()}
    merged = "\n".join(random.Random(1).sample(sorted(lines), len(lines)))
    assert read_baseline(merged).identities == one | other


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "CPL002 a", "cpl002\ta\t", "CPL002\ta\tb\tc", "CPL0022\ta\t"])
def test_a_line_of_another_form_is_a_finding_where_it_stands(line):
    (found,) = read_baseline(f"# x\r\n\r\nCPL002\ta\t\r\n{line}\r\n").findings
    assert (found.code, found.at.start, found.at.end) == ("BAS002", 18, 18 + len(line))


@pytest.fixture
def judgement(workspace):
    def judge(baseline: str, choice: Choice | None = None, files: dict | None = None, **options):
        root = workspace({"eaframe.yaml": OWN, "model.yaml": MODEL, FILE: baseline, **(files or {})})
        return eaframe.load(root, today=20261123, **options).judge(choice)

    return judge


def told(judgement) -> list[str]:
    return sorted(f"{one.code} {one.subject}".strip() for one in judgement.findings)


KNOWN = "CPL002\ta\tdocumentation\n"
GONE = "CPL002\tgone\t\n"


def test_findings_that_are_listed_do_not_count_and_others_do(judgement):
    found = judgement(KNOWN)
    assert told(found) == ["CPL002 b"]
    assert [one.subject for one in found.in_baseline] == ["a"]


def test_what_is_listed_and_not_found_any_more_is_told_once(judgement):
    found = judgement(KNOWN + GONE + "CPL002\tolder\t\nZZZ001\tx\t\n")
    assert told(found) == ["BAS001", "CPL002 b"]
    (stale,) = (one for one in found.findings if one.code == "BAS001")
    assert stale.message.text() == (
        "3 of 4 findings of the baseline are not found any more, the first is `CPL002 gone`."
    )  # fmt: skip


@pytest.mark.parametrize("choice", [Choice(select=("REL",)), Choice(ignore=("CPL",)), Choice(ignore=("CPL002",))])
def test_what_was_not_looked_for_is_not_called_gone(judgement, choice):
    assert told(judgement(KNOWN + GONE, choice)) == []


def test_nothing_is_called_gone_on_another_day(judgement):
    assert told(judgement(KNOWN + GONE, as_of="2019")) == ["CPL002 b"]


def test_nothing_is_called_gone_while_a_file_is_broken(judgement):
    assert told(judgement(KNOWN + GONE, files={"broken.yaml": "elements: {"})) == ["CPL002 b", "SRC001"]


def test_errors_of_reading_and_of_rules_are_never_hidden(judgement):
    rule = "rules:\n- {code: TEST001, name: x, summary: S., hint: H., check: {requird: name}}\n"
    files = {"r.yaml": rule, "eaframe.yaml": OWN + "code-prefixes: [TEST]\n"}
    found = judgement("RUL004\tTEST001\t\nMOD004\tx\t\n", files=files)
    assert "RUL004 TEST001" in told(found)
    assert found.in_baseline == ()
