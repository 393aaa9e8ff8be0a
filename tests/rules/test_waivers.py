import pytest

import eaframe
from eaframe.rules.choice import Choice
from eaframe.rules.rule import Rule

MODEL = """\
elements:
  a: {type: goal, name: A}
  b: {type: goal, name: B}
  c: {type: goal, name: C, documentation: The C.}
"""
OWN = "eaframe: 1\nname: T\nnamespace: test\nseverity: {CPL003: off}\n"


def waiver(subject: str = "a", until: str = "2026-11-23", rule: str = "CPL002", **more: str) -> str:
    words = {"reason": "Not yet.", "decision": "QĐ 1", **more}
    rest = "".join(f", {key}: {value}" for key, value in words.items())
    return f"waivers:\n  - {{rule: {rule}, subject: {subject}, until: {until}{rest}}}\n"


@pytest.fixture
def judgement(workspace):
    def judge(files: dict, choice: Choice | None = None, today: int = 20261123, **options):
        root = workspace({"eaframe.yaml": OWN, "model.yaml": MODEL, **files})
        return eaframe.load(root, today=today, **options).judge(choice)

    return judge


def told(judgement) -> list[str]:
    return sorted(f"{one.code} {one.subject}" for one in judgement.findings)


def accepted(judgement) -> list[str]:
    return [f"{one.code} {one.subject}" for one, _ in judgement.waived]


@pytest.mark.parametrize(
    ("until", "today", "counts", "expiring"),
    [
        ("2026-11-23", 20261123, ["CPL002 b"], 1),
        ("2026-11-22", 20261123, ["CPL002 a", "CPL002 b", "WAI001 CPL002 a"], 0),
        ("2026-11", 20261130, ["CPL002 b"], 1),
        ("2026-11", 20261201, ["CPL002 a", "CPL002 b", "WAI001 CPL002 a"], 0),
        ("2026", 20261231, ["CPL002 b"], 1),
        ("2026-12-23", 20261123, ["CPL002 b"], 1),
        ("2026-12-24", 20261123, ["CPL002 b"], 0),
        ("9999-12-31", 20261123, ["CPL002 b"], 0),
    ],
)
def test_a_waiver_covers_up_to_the_last_day_that_it_names(judgement, until, today, counts, expiring):
    found = judgement({"w.yaml": waiver(until=until)}, today=today)
    assert told(found) == counts
    assert found.expiring == expiring


def test_a_waiver_covers_several_subjects_and_tells_which_of_them_need_none(judgement):
    found = judgement({"w.yaml": waiver("[a, c, x]")})
    assert (told(found), accepted(found)) == (["CPL002 b", "WAI002 CPL002 a c x"], ["CPL002 a"])
    (unused,) = (one for one in found.findings if one.code == "WAI002")
    assert unused.message.text() == "The waiver of CPL002 for `c`, `x` covers nothing that was found."


def test_a_finding_that_is_waived_never_fails_a_run(workspace, capsys):
    from eaframe.cli.main import main

    root = workspace({"eaframe.yaml": OWN, "model.yaml": MODEL, "w.yaml": waiver("[a, b]", "2999")})
    with pytest.raises(SystemExit) as stopped:
        main(["validate", str(root), "--fail-on", "info"])
    assert stopped.value.code == 0
    assert "2 waived" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (waiver(rule="CPL999"), "RUL001"),
        (waiver(rule="MOD004"), "WAI003"),
        (waiver(rule="SRC001"), "WAI003"),
        (waiver(until="soon"), "SRC019"),
        (waiver("[]"), "SRC019"),
        (waiver(reason="' '"), "SRC019"),
        (waiver(decision="''"), "SRC019"),
        (waiver().replace("reason: Not yet., ", ""), "SRC018"),
        (waiver().replace(", until: 2026-11-23", ""), "SRC018"),
        (waiver(note="x"), "SRC017"),
        (waiver() + waiver().removeprefix("waivers:\n"), "MOD003"),
        ("waivers: {a: b}\n", "SRC019"),
    ],
)
def test_a_waiver_that_is_wrong_is_one_finding_and_covers_nothing(judgement, text, code):
    found = judgement({"w.yaml": text})
    assert [one.code for one in found.findings if not one.code.startswith("CPL")] == [code]
    assert len(found.waived) == (code == "MOD003")


def test_a_waiver_of_a_library_covers_nothing_here(judgement):
    files = {
        "eaframe.yaml": OWN + "imports: [./lib]\n",
        "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n",
        "lib/w.yaml": waiver("a"),
    }
    assert told(judgement(files)) == ["CPL002 a", "CPL002 b"]


def test_a_waiver_of_a_rule_that_is_off_is_of_no_use(judgement):
    own = OWN.replace("CPL003: off", "CPL003: off, CPL002: off")
    assert told(judgement({"eaframe.yaml": own, "w.yaml": waiver(until="2999")})) == ["WAI002 CPL002 a"]


@pytest.mark.parametrize(
    ("choice", "counts"),
    [
        (Choice(select=("CPL002",)), ["CPL002 b"]),
        (Choice(select=("missing-documentation",)), ["CPL002 b"]),
        (Choice(select=("REL",)), []),
        (Choice(ignore=("CPL002",)), []),
        (Choice(ignore=("missing-documentation",)), []),
        (Choice(ignore=("WAI",)), ["CPL002 b"]),
        (Choice(select=("CPL002", "WAI")), ["CPL002 b", "WAI002 CPL002 c"]),
    ],
)
def test_a_run_for_some_codes_tells_of_waivers_of_these_only(judgement, choice, counts):
    more = waiver("c", "2999").removeprefix("waivers:\n")
    assert told(judgement({"w.yaml": waiver(until="2999") + more}, choice)) == counts


def test_whether_a_waiver_is_of_use_is_judged_on_the_model_of_today_only(judgement):
    model = MODEL.replace("b: {", "b: {valid: {from: 2020}, ")
    files = {"model.yaml": model, "w.yaml": waiver("b", "2999")}
    assert told(judgement(files)) == ["CPL002 a"]
    assert told(judgement(files, as_of="2019")) == ["CPL002 a"]
    assert told(judgement({**files, "broken.yaml": "elements: {"})) == ["CPL002 a", "SRC001 "]


def test_a_waiver_of_a_rule_that_failed_is_not_called_useless(workspace, monkeypatch):
    def fails(*_):
        raise ValueError("no")

    root = workspace({"eaframe.yaml": OWN, "model.yaml": MODEL, "w.yaml": waiver("b", "2999")})
    loaded = eaframe.load(root, today=20261123)
    monkeypatch.setattr(Rule, "run", fails)
    assert {one.code for one in loaded.judge().findings} == {"RUL002"}


def test_a_waiver_and_a_severity_of_a_rule_that_is_broken_are_not_wrong_too(judgement):
    files = {
        "eaframe.yaml": OWN.replace("CPL003", "TEST001: off, CPL002: off, CPL003") + "code-prefixes: [TEST]\n",
        "w.yaml": waiver(rule="TEST001", until="2999"),
        "r.yaml": "rules:\n- {code: TEST001, name: x, summary: S., hint: H., check: {requird: name}}\n",
    }
    assert told(judgement(files)) == ["RUL004 TEST001"]
    files["r.yaml"] = "rules: [\n"
    assert [one.code for one in judgement(files).findings] == ["SRC001"]
