"""``eaframe rules new``: a rule to start from that validates and keeps its word at once."""

import pytest

from eaframe.cli.rules import next_code


@pytest.fixture
def city(eaframe, tmp_path, monkeypatch):
    assert eaframe("init", tmp_path / "my-city", "--today", "2026-11-24").code == 0
    monkeypatch.chdir(tmp_path / "my-city")
    return tmp_path / "my-city"


def test_a_new_rule_is_valid_tested_and_has_a_declared_prefix(eaframe, city):
    run = eaframe("rules", "new", "system-without-owner")
    assert (run.code, run.err.splitlines()) == (
        0,
        [
            "Wrote rules/system-without-owner.yaml. Next: change it, then `eaframe rules test MYC001`",
            "Added the prefix MYC to `code-prefixes` in eaframe.yaml",
        ],
    )
    assert "namespace: my-city\ncode-prefixes: [MYC]\n" in (city / "eaframe.yaml").read_text(encoding="utf-8")
    tested = eaframe("rules", "test")
    assert (tested.code, tested.out) == (0, "ok      MYC001  system-without-owner\n")
    assert eaframe("validate").out == "8 elements, 7 relationships: nothing found\n"


@pytest.mark.usefixtures("city")
def test_the_next_rule_has_the_next_code(eaframe):
    for name in ("one", "two"):
        run = eaframe("rules", "new", name)
    assert run.err == "Wrote rules/two.yaml. Next: change it, then `eaframe rules test MYC002`\n"
    assert eaframe("rules", "new", "three", "--code", "HAN014").code == 0
    assert eaframe("rules", "test").out.split()[1::3] == ["HAN014", "MYC001", "MYC002"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Kém An Toàn",), "write `kem-an-toan`"),
        (("one", "--code", "han14"), "no code; write one like HAN014"),
        (("one", "--code", "CPL001"), "CPL001 is taken"),
        (("one", "--code", "REL999"), "the prefix REL belongs to eaframe or a library"),
        (("first",), "exists already; nothing was written"),
    ],
)
def test_what_cannot_be_a_new_rule_is_answered_and_nothing_is_written(eaframe, city, arguments, said):
    eaframe("rules", "new", "first")
    before = {path: path.read_bytes() for path in city.rglob("*.yaml")}
    run = eaframe("rules", "new", *arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert {path: path.read_bytes() for path in city.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("prefixes", "namespace", "code"),
    [
        (("HAN",), "hanoi", "HAN002"),
        ((), "hanoi", "HANO001"),  # HAN belongs to somebody
        ((), "relations", "RELA001"),
        ((), "t", "OWN001"),
        ((), "2017", "OWN001"),
    ],
)
def test_the_next_code_is_free_and_of_a_prefix_that_is_too(prefixes, namespace, code):
    assert next_code(prefixes, namespace, {"HAN001", "REL001"}) == code
