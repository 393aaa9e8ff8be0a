import pytest

import eaframe
from eaframe.rules.choice import Choice

MODEL = "elements:\n  a: {type: goal, name: A}\n  b: {type: gaol, name: B, documentation: The B.}\n"
RULES = """\
rules:
  - {code: TEST001, name: no-owner, tags: [law, unit], summary: S., hint: H., select: {type: goal},
     check: {required: owner}}
  - {code: TEST002, name: no-tag, summary: S., hint: H., tags: [law, ORG-07], select: {type: goal},
     check: {required: tags}}
"""


@pytest.fixture
def codes(workspace):
    root = workspace({"model.yaml": MODEL, "rules.yaml": RULES})
    loaded = eaframe.load(root, today=20261123)

    def found(select: str = "", ignore: str = "") -> str:
        judgement = loaded.judge(Choice(tuple(select.split()), tuple(ignore.split())))
        return " ".join(sorted(one.code for one in judgement.findings))

    return found


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ("", "", "CPL002 CPL003 MOD001 TEST001 TEST002"),
        ("TEST001", "", "MOD001 TEST001"),  # an error of reading is always told
        ("TEST", "", "MOD001 TEST001 TEST002"),
        ("no-tag", "", "MOD001 TEST002"),
        ("law", "", "MOD001 TEST001 TEST002"),
        ("law CPL002", "unit", "CPL002 MOD001 TEST002"),
        ("", "TEST CPL", "MOD001"),
        ("ORG", "", "MOD001 TEST002"),  # the group of the tag ORG-07
        ("", "ORG CPL", "MOD001 TEST001"),
        ("", "law", "CPL002 CPL003 MOD001"),
        ("TEST", "MOD001", "TEST001 TEST002"),  # unless somebody says it must not be
        ("", "missing-documentation", "CPL003 MOD001 TEST001 TEST002"),
    ],
)
def test_a_run_is_for_codes_prefixes_names_or_tags(codes, select, ignore, expected):
    assert codes(select, ignore) == expected


@pytest.mark.parametrize(
    ("select", "ignore", "words"),
    [
        ("CPL02", "", "--select: no code, prefix, rule or tag is called `CPL02`; did you mean `CPL002`?"),
        ("cpl002", "", "did you mean `CPL002`?"),
        ("", "lawe", "--ignore: no code, prefix, rule or tag is called `lawe`; did you mean `law`?"),
        ("ORGA", "", "did you mean `ORG`?"),
        ("", "zzzzzzzzz", "`eaframe rules` lists all"),
    ],
)
def test_a_word_that_names_nothing_is_refused_with_what_was_meant(codes, select, ignore, words):
    with pytest.raises(ValueError, match="no code") as stopped:
        codes(select, ignore)
    assert words in str(stopped.value)


def test_a_rule_that_cannot_be_asked_is_told_of_where_it_was_asked_for(workspace):
    broken = RULES.replace("required: tags", "requird: tags")
    loaded = eaframe.load(workspace({"model.yaml": MODEL, "rules.yaml": broken}), today=20261123)
    for word in ("TEST002", "TEST"):
        assert "RUL004" in [one.code for one in loaded.judge(Choice(select=(word,))).findings]
