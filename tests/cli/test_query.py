"""`eaframe query`: the elements that a selector picks, and what is said of a selector that is wrong."""

import json

import pytest

MODEL = """\
kinds:
  system: {base: application-component, label: System, attributes: {level: {type: integer}}}
elements:
  unit: {type: business-actor, name: Unit}
  portal: {type: system, name: Cổng dịch vụ, owner: unit, tags: [core], level: 3}
  register: {type: system, name: Register, tags: [core, old], level: 2}
  server: {type: node, name: Server, owner: unit, serves: portal}
  later: {type: node, name: Later, valid: {from: 2030}}
"""


@pytest.fixture
def ask(eaframe, workspace, monkeypatch):
    monkeypatch.chdir(workspace({"model.yaml": MODEL}))

    def run(*arguments: str):
        return eaframe("query", *arguments, "--today", "2026-11-23")

    return run


def test_a_table_shows_id_type_name_and_owner(ask):
    run = ask("type=application-component")
    assert (run.code, run.err) == (0, "2 elements\n")
    assert run.out == (
        """\
ID        TYPE    NAME          OWNER
portal    system  Cổng dịch vụ  unit
register  system  Register
"""
    )


@pytest.mark.parametrize(
    ("selector", "ids"),
    [
        ([], "portal register server unit"),
        (["type=system"], "portal register"),
        (["type=node,system", "owner=unit"], "portal server"),
        (["type=system tag=old"], "register"),
        (["tag=core", "tag=old"], "register"),
        (["tag!=old", "type!=node"], "portal unit"),
        (["layer=business"], "unit"),
        (["id=portal,unit"], "portal unit"),
        (["{type: system, not: {tag: old}}"], "portal"),
        (["[{type: node}, {tag: old}]"], "register server"),
        (["type: [node, business-actor]"], "server unit"),
        (["where.level>=3"], "portal"),
        (["where.level.max=2"], "register"),
        (["where.level!=3"], "register"),
        (["type=node", "where.owner.is=known"], "server"),
        (["related.via=serves", "related.to.type=system"], "server"),
        (["{related: {via: serves, to: {id: portal}}}"], "server"),
        (["not.related.via=serves,served-by", "layer=application"], "register"),
        (["reaches.via=serves", "reaches.to.id=portal"], "server"),
    ],
)
def test_a_selector_picks_what_it_would_pick_in_a_view(ask, selector, ids):
    run = ask(*selector, "--columns", "id", "--format", "csv")
    assert run.code == 0
    assert run.out.split() == ["id", *ids.split()]


def test_a_selector_may_stand_in_a_file(ask, tmp_path):
    (tmp_path / "s.txt").write_text("type: node\n", encoding="utf-8")
    assert ask("@s.txt", "--count").out == "1\n"


def test_a_file_that_is_not_there_is_2(ask):
    run = ask("@none.yaml")
    assert (run.code, run.out, run.err) == (2, "", "eaframe: ./none.yaml: No such file or directory\n")


def test_the_elements_of_another_day_can_be_asked_for(ask):
    assert ask("type=node", "--count").out == "1\n"
    assert ask("type=node", "--count", "--as-of", "2031").out == "2\n"
    assert ask("type=node", "--count", "--as-of", "all").out == "2\n"


def test_nothing_is_no_mistake_and_is_said(ask):
    run = ask("type=goal")
    assert (run.code, run.out, run.err) == (0, "", "Nothing matches\n")
    assert ask("type=goal", "-q").err == ""
    assert ask("type=goal", "--count").out == "0\n"


def test_what_nobody_can_tell_is_counted(ask):
    run = ask("type=system,node", "where.level>=3")
    assert run.err == "1 element; 1 undecided, as a value is not known\n"
    assert ask("type=node", "where.level>=3").err == "Nothing matches; 1 undecided, as a value is not known\n"
    assert ask("type=node", "where.level>=3", "--count").out == "0\n"


def test_columns_are_any_attributes(ask):
    assert ask("tag=core", "--columns", "id, level,tags", "--format", "csv").out == (
        'id,level,tags\nportal,3,core\nregister,2,"core, old"\n'
    )


def test_json_has_a_version(ask):
    content = json.loads(ask("id=portal", "--format", "json", "--columns", "id,level").out)
    assert content == {"schema_version": 1, "columns": ["id", "level"], "elements": [{"id": "portal", "level": 3}]}


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        (
            ["type=sytem", "owner=uint"],
            """\
Error: `sytem` is neither an element type nor a kind. Did you mean `system`?
  type=sytem owner=uint
       ^^^^^
Error: `uint` does not exist. Did you mean `unit`?
  type=sytem owner=uint
                   ^^^^
""",
        ),
        (
            ["where.levle=3", "related.via=servs"],
            """\
Error: `levle` is not an attribute of anything. Did you mean `level`?
  where.levle=3 related.via=servs
        ^^^^^
Error: `servs` is neither a verb nor a kind of relationship. Did you mean `serves`?
  where.levle=3 related.via=servs
                            ^^^^^
""",
        ),
        (
            ["where.level>=high"],
            """\
Error: `level` can never be compared with `high`: it takes a whole number.
  where.level>=high
               ^^^^
""",
        ),
        (
            ["tag=xyz"],
            """\
Error: Nothing has the tag `xyz`.
  tag=xyz
      ^^^
""",
        ),
        (
            ["portal"],
            """\
Error: `portal` is not KEY=VALUE, as in `type=goal` or `id=portal`
  portal
  ^^^^^^
""",
        ),
        (
            ["{type: system, ownr: unit}"],
            """\
Error: The key `ownr` is not known here. Did you mean `owner`?
  {type: system, ownr: unit}
                 ^^^^
""",
        ),
        (
            ["{type: node}, }"],
            """\
Error: The file is not valid YAML: something stands here that does not belong here.
  {type: node}, }
              ^
""",
        ),
    ],
)
def test_every_mistake_of_a_selector_is_shown_in_its_place(ask, selector, said):
    run = ask(*selector)
    assert (run.code, run.out) == (2, "")
    if "YAML" in said:
        assert run.err.splitlines()[1:] == said.splitlines()[1:]
    else:
        assert run.err == said


def test_the_mistakes_of_a_file_have_its_lines(ask, tmp_path):
    (tmp_path / "s.yaml").write_text("type: node\nowner: uint\n", encoding="utf-8")
    assert ask("@s.yaml").err == (
        "Error: s.yaml:2:8: `uint` does not exist. Did you mean `unit`?\n  owner: uint\n         ^^^^\n"
    )


def test_a_selector_can_steer_no_terminal(ask):
    run = ask("type=\x1b[2J\n::error::x")
    assert run.code == 2
    assert "\x1b" not in run.err
    assert not any(line.startswith("::") for line in run.err.splitlines())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "jsno"], "Invalid value for --format: `jsno` is not known; did you mean `json`?"),
        (["--columns", "id,nmae"], "Invalid value for --columns: `nmae` is not known; did you mean `name`?"),
        (["--columns", "id,,"], "Invalid value for --columns: `` is not known"),
        (["--lang", "fr"], "Invalid value for --lang: `fr` is not one of en, vi"),
    ],
)
def test_a_wrong_option_is_answered(ask, arguments, sentence):
    run = ask(*arguments)
    assert (run.code, run.out) == (2, "")
    assert sentence in run.err.splitlines()[-1]
