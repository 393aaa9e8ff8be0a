"""Every wrong rule is one finding where it is wrong; a right one is none, and asks what it says."""

import json

import pytest

HEAD = "  - code: TEST001\n    name: wrong-thing\n    summary: S.\n    hint: H.\n"
MODEL = (
    "kinds:\n  thing: {base: node, attributes: {level: {type: integer}}}\n"
    "  near: {base: serves, attributes: {way: {type: text}}}\n"
    "elements:\n  x: {type: thing, name: X, documentation: The X., tags: [t], flows-to: {to: y, name: N}, owner: u}\n"
    "  y: {type: thing, name: Y, documentation: The Y., tags: [t], owner: u}\n"
    "  u: {type: business-actor, name: U, documentation: The U., associated-with: x}\n"
    "views:\n  all: {name: All}\n"
)  # fmt: skip


@pytest.fixture
def wrong(judged):
    """What is wrong with rules (the text below `rules:`): code, line:column in rule.yaml, message and hint."""

    def rows(text: str, more: dict | None = None, model: str = MODEL) -> list[str]:
        files = {"rule.yaml": f"rules:\n{text}", "model.yaml": model, **(more or {})}
        return [
            f"{one.finding.code} {one.location.line}:{one.location.column} {one.finding.message} | {one.finding.hint}"
            for one in judged(files)
            if one.location.file != "model.yaml"
        ]

    return rows


@pytest.mark.parametrize(
    ("rest", "code", "column", "words"),
    [
        ("check: {requird: name}", "RUL004", 5, "names `requird`"),
        ("check: {required: name, unique: name}", "RUL004", 5, "`required`, `unique`"),
        ("check: required", "RUL004", 12, "names nothing"),
        ("check: []", "RUL004", 12, "names nothing"),
        ("check: {required: name, min: 2}", "SRC017", 29, "`min`"),
        ("check: {required: []}", "SRC019", 23, "a list of at least 1"),
        ("check: {required: nmae}", "SEL005", 23, "Did you mean `name`"),
        ("check: {required: [name, nmae]}", "SEL005", 30, "Did you mean `name`"),
        (
            "check: {attribute: level}",
            "SRC019",
            5,
            "`check` must be one comparison or more, such as `equals`, `min`, `in` or `is`, not only `attribute`.",
        ),
        ("check: {attribute: levle, min: 1}", "SEL005", 24, "Did you mean `level`"),
        ("check: {attribute: level, min: high}", "SEL007", 36, "a whole number"),
        ("check: {attribute: level, min: {attribute: levle}}", "SEL005", 48, "Did you mean `level`"),
        ("check: {attribute: level, min: {attribute: level, via: servs}}", "SEL006", 60, "Did you mean"),
        ("check: {attribute: level, min: {attribute: level, via: serves, type: nod}}", "SEL002", 74, "Did you mean"),
        ("check: {related: {via: serves}, max: {attribute: levle}}", "SEL005", 54, "Did you mean"),
        ("check: {attribute: level, min: {}}", "SRC019", 36, "either an `attribute`"),
        ("check: {attribute: level, min: {as-of: soon}}", "SRC019", 44, "a duration"),
        ("check: {attribute: level, max-age: 1Y}", "SRC019", 40, "a duration"),
        ("check: {attribute: level, is: absent}", "SRC019", 35, "one of"),
        ("check: {allowed: level, values: [1, x]}", "SEL007", 41, "a whole number"),
        ("check: {allowed: level}", "SRC018", 5, "`values`"),
        ("check: {matches: name, pattern: '(?=x)'}", "SRC019", 37, "without look-around"),
        ("check: {matches: name, pattern: '(x)\\1'}", "SRC019", 37, "without look-around"),
        ("check: {unique: nmae}", "SEL005", 21, "Did you mean `name`"),
        ("check: {unique: name, per: ownr}", "SEL005", 32, "Did you mean `owner`"),
        ("check: {related: {via: servs}}", "SEL006", 28, "Did you mean"),
        ("check: {related: {via: [serves, servs]}}", "SEL006", 37, "Did you mean"),
        ("check: {related: {via: serves, to: {type: thng}}}", "SEL002", 47, "Did you mean `thing`"),
        ("check: {related: {via: serves, where-relationship: {nme: x}}}", "SEL005", 57, "Did you mean `name`"),
        ("check: {related: {via: serves, too: {}}}", "SRC017", 36, "`too`"),
        ("check: {related: {via: serves}, aggregate: sum}", "SRC019", 5, "of: ATTRIBUTE"),
        ("check: {related: {via: serves}, aggregate: count, of: level}", "SRC019", 5, "count-distinct"),
        ("check: {related: {via: serves}, of: levle}", "SEL005", 41, "Did you mean `level`"),
        ("check: {related: {via: serves}, min: many}", "SRC019", 42, "a number"),
        ("check: {unrelated: {via: serves, to: {id: z}}}", "SEL001", 47, "`z` does not exist"),
        ("check: {reaches: {via: serves, to: {not: {tag: tt}}}}", "SEL004", 52, "Nothing has the tag `tt`"),
        ("check: {reaches: {to: {type: thing}}}", "SRC018", 13, "`via`"),
        ("check: {reaches: {via: serves, depth: 0}}", "SRC019", 43, "at least 1"),
        ("check: {separate: [{attribute: owner}]}", "SRC019", 13, "a list of at least 2, not one of 1"),
        ("check: {separate: [{attribute: owner}, {attribute: ownr}]}", "SEL005", 56, "Did you mean `owner`"),
        ("check: {separate: [{attribute: owner}, {}]}", "SRC019", 44, "either an `attribute`"),
        ("check: {chain: [{via: serves}, {via: servs}]}", "SEL006", 42, "Did you mean"),
        ("check: {acyclic: composed}", "SEL006", 22, "neither a verb"),
        (
            "check: {layers: [{layer: busines}, {layer: application}], via: serves}",
            "SEL003",
            30,
            "Did you mean `business`",
        ),
        ("check: {layers: [{layer: business}], via: serves}", "SRC019", 13, "a list of at least 2, not one of 1"),
        ("check: {count: {min: 1}, per: ownr}", "SEL005", 35, "Did you mean `owner`"),
        ("check: {count: 3}", "SRC019", 20, "`key: value` lines"),
    ],
)
def test_a_check_that_cannot_be_asked_is_one_finding_at_its_word(wrong, rest, code, column, words):
    (found,) = wrong(f"{HEAD}    select: {{type: thing}}\n    {rest}\n")
    assert found.startswith(f"{code} 7:{column} ")
    assert words in found


@pytest.mark.parametrize(
    ("select", "code", "column", "words"),
    [
        ("{tpye: thing}", "SRC017", 14, "Did you mean `type`"),
        ("{type: thng}", "SEL002", 20, "Did you mean `thing`"),
        ("[{type: thing}, {exactly: thng}]", "SEL002", 39, "Did you mean `thing`"),
        ("[]", "SRC019", 13, "a selector like"),
        ("everything", "SRC019", 13, "a selector like"),
        ("{owner: v}", "SEL001", 21, "`v` does not exist"),
        ("{any: [{all: [{not: {layer: x}}]}]}", "SEL003", 41, "not a layer"),
        ("{where: {levle: 3}}", "SEL005", 22, "Did you mean `level`"),
        ("{where: {level: {mn: 3}}}", "SRC017", 30, "Did you mean `min`"),
        ("{where: {level: {}}}", "SRC019", 29, "one comparison or more"),
        ("{where: {level: high}}", "SEL007", 29, "a whole number"),
        ("{related: {via: serves, to: {related: {to: {type: thng}}}}}", "SEL002", 63, "Did you mean `thing`"),
        ("{reaches: {via: servs}}", "SEL006", 29, "Did you mean"),
        ("{relationship: flow-to}", "SEL006", 28, "Did you mean `flows-to`"),
        ("{relationship: flows-to, from: {type: thng}}", "SEL002", 51, "Did you mean `thing`"),
        ("{relationship: flows-to, where: {nme: x}}", "SEL005", 46, "Did you mean `name`"),
        ("{relationship: flows-to, id: x--flows-to--z}", "SEL001", 42, "Did you mean `x--flows-to--y`"),
        ("{relationship: flows-to, type: thing}", "SRC017", 38, "`type`"),
        ("{relationship: near, where: {way: {equals: {attribute: wy}}}}", "SEL005", 68, "Did you mean `way`"),
        ("{view: {id: al}}", "SEL001", 25, "Did you mean `all`"),
        ("{view: {viewpoint: layerd}}", "SEL001", 32, "Did you mean `layered`"),
        ("{view: all}", "SRC019", 20, "`key: value` lines"),
        ("{view: {idd: all}}", "SRC017", 21, "Did you mean `id`"),
    ],
)
def test_a_selection_that_cannot_be_made_is_one_finding_at_its_word(wrong, select, code, column, words):
    found = wrong(f"{HEAD}    select: {select}\n    check: {{required: id}}\n")
    assert [one.split(" ")[:2] for one in found] == [[code, f"6:{column}"]]
    assert words in found[0]


@pytest.mark.parametrize(
    ("select", "check", "code"),
    [
        ("workspace", "{related: {via: serves}}", "RUL005"),
        ("workspace", "{unique: name}", "RUL005"),
        ("{view: {}}", "{chain: [{via: serves}]}", "RUL005"),
        ("{relationship: any}", "{acyclic: serves}", "RUL005"),
        ("workspace", "{required: owner}", "SEL005"),
        ("{view: {}}", "{required: [name, owner]}", "SEL005"),
        ("{view: {}}", "{attribute: size, max: {attribute: elements}}", "SEL005"),
        ("workspace", "{attribute: elements, max: {attribute: views, via: serves}}", "SRC017"),
        ("{relationship: any}", "{required: level}", "SEL005"),
        ("{relationship: any}", "{attribute: from, equals: {attribute: level}}", "SEL005"),
        ("{relationship: any}", "{unique: name, per: level}", "SEL005"),
    ],
)
def test_a_check_is_asked_only_of_what_it_can_judge(wrong, select, check, code):
    assert [one.split(" ")[0] for one in wrong(f"{HEAD}    select: {select}\n    check: {check}\n")] == [code]


CHECK = "    check: {required: name}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + CHECK.replace("check", "chek"), ["SRC017 6:5"]),
        (HEAD, ["SRC018 2:5"]),
        (HEAD.replace("TEST001", "test001") + CHECK, ["SRC019 2:11"]),
        (HEAD.replace("TEST001", "TEST01") + CHECK, ["SRC019 2:11"]),
        (HEAD.replace("TEST001", "CPL001") + CHECK, ["RUL003 2:11"]),
        (HEAD.replace("TEST001", "BRK001") + CHECK, ["RUL003 2:11"]),
        (HEAD.replace("TEST001", "OWN001") + CHECK, ["RUL003 2:11"]),
        (HEAD.replace("wrong-thing", "Wrong thing") + CHECK, ["SRC019 3:11"]),
        (HEAD + "    severity: fatal\n" + CHECK, ["SRC019 6:15"]),
        (HEAD + "    valid: {from: yesterday}\n" + CHECK, ["SRC019 6:19"]),
        (HEAD + "    valid: {from: 2020, to: 2019-12}\n" + CHECK, ["SRC019 6:29"]),
        (HEAD + "    valid: {from: 2020-05, to: 2020}\n" + CHECK, []),
        (HEAD + "    basis: {}\n" + CHECK, []),
        (HEAD + CHECK + HEAD + CHECK, ["MOD003 7:11"]),
        ("  - TEST001\n", ["SRC016 2:5"]),
        (HEAD + "    message: '{value} and {nme}'\n" + CHECK, ["RUL006 6:14", "RUL006 6:14"]),
        (HEAD + "    message: {en: '{id}', vi: '{nme}'}\n" + CHECK, ["RUL006 6:31"]),
        (HEAD.replace("H.", "'{value}'") + CHECK, ["RUL006 5:11"]),
        (HEAD + "    message: '{0} {Id} {id.x} {{id}} {id!r} { id } {'\n" + CHECK, []),
        (HEAD + "    select: &a {type: thing}\n" + CHECK, ["SRC004 6:13"]),
    ],
)
def test_a_rule_that_cannot_be_read_is_found_where_it_is_wrong(wrong, text, expected):
    assert [" ".join(one.split(" ")[:2]) for one in wrong(text)] == expected


def test_all_that_is_wrong_in_a_rule_is_found_at_once(wrong):
    text = HEAD + "    severity: eror\n    select: {tpye: goal}\n    check: {attribute: levle, min: 1}\n"
    assert [row.split(" ", 2)[:2] for row in wrong(text)] == [
        ["SRC019", "6:15"],
        ["SRC017", "7:14"],
        ["SEL005", "8:24"],
    ]


def test_two_files_cannot_define_one_code(wrong):
    more = {"second.yaml": f"rules:\n{HEAD}{CHECK}"}
    (said,) = wrong(HEAD + CHECK, more)
    assert said == "MOD003 2:11 The id `TEST001` is taken already. | Give one of the two another id, or merge them."


def test_while_a_file_is_broken_no_name_is_unknown(judged):
    files = {
        "rule.yaml": f"rules:\n{HEAD}    select: {{type: thng}}\n{CHECK}",
        "model.yaml": MODEL,
        "z.yaml": "elements: {",
    }
    assert [one.finding.code for one in judged(files)] == ["REL002", "SRC001"]


LIBRARY = {
    "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: test\nimports: [./lib]\ncode-prefixes: [TEST]\n",
    "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\ncode-prefixes: [LIB]\n",
    "lib/model.yaml": "kinds: {thing: {base: node}}\nelements: {old: {type: thing}}\n",
    "model.yaml": "elements: {new: {type: lib:thing, documentation: The new.}}\n",
}
OF_LIBRARY = HEAD.replace("TEST", "LIB")


def rows(found) -> list[str]:
    return [f"{one.finding.code} {one.finding.subject} {one.location.file} {one.location.line}" for one in found]


def test_a_rule_of_a_library_judges_the_elements_of_the_workspace_only(judged):
    rule = {"lib/rule.yaml": f"rules:\n{OF_LIBRARY}    select: {{type: thing}}\n{CHECK}"}
    assert rows(judged(LIBRARY | rule)) == [
        "CPL001 new model.yaml 1",
        "CPL003 new model.yaml 1",
        "LIB001 new model.yaml 1",
    ]


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("    select: {tpye: x, namee: y}\n    chek: {}\n", "The key `chek`"),
        ("    select: {type: thng, tag: nobody-has-it}\n" + CHECK, "`thng` is neither"),
        ("    select: {tag: nobody-has-it, type: thng}\n" + CHECK, "`thng` is neither"),
        ("    message: '{x}'\n" + CHECK, "`x` in braces"),
    ],
)
def test_a_broken_rule_of_a_library_is_reported_once_at_the_import(judged, rest, words):
    found = judged(LIBRARY | {"lib/rule.yaml": f"rules:\n{OF_LIBRARY}{rest}"})
    broken = [one for one in found if one.finding.code.startswith(("RUL", "SRC", "SEL"))]
    assert rows(broken) == ["RUL007  eaframe.yaml 4"]
    message = broken[0].finding.message.text()
    assert message.startswith(f"The rule `LIB001` of the library `lib` cannot be used: {words}")


@pytest.mark.parametrize("code", ["CPL002", "TIM900"])
def test_a_library_cannot_use_a_prefix_of_eaframe_either(judged, code):
    found = judged(LIBRARY | {"lib/rule.yaml": f"rules:\n{HEAD.replace('TEST001', code)}{CHECK}"})
    (broken,) = (one.finding for one in found if one.finding.code.startswith("RUL"))
    assert (
        f"The code `{code}` cannot be used here: its prefix `{code[:3]}` belongs to eaframe." in broken.message.text()
    )


def test_a_prefix_of_a_library_cannot_be_used_again(judged):
    rule = {
        "eaframe.yaml": LIBRARY["eaframe.yaml"].replace("[TEST]", "[LIB]"),
        "lib/rule.yaml": f"rules:\n{OF_LIBRARY}{CHECK}",
        "rule.yaml": f"rules:\n{OF_LIBRARY.replace('001', '002')}{CHECK}",
    }
    (broken,) = (one.finding for one in judged(LIBRARY | rule) if one.finding.code.startswith("RUL"))
    assert (
        broken.message.text() == "The code `LIB002` cannot be used here: its prefix `LIB` belongs to the library `lib`."
    )
    assert "code-prefixes: [OWN]" in broken.hint.text()


def test_a_rule_holds_only_in_its_time(judged):
    time = "    valid: {from: 2020, to: 2021-06}\n"
    rule = f"rules:\n{HEAD}{time}    select: {{type: thing}}\n    check: {{count: {{max: 0}}}}\n"
    for day, count in [("2019-12-31", 0), ("2020-01-01", 2), ("2021-06-30", 2), ("2021-07-01", 0)]:
        found = judged({"rule.yaml": rule, "model.yaml": MODEL}, as_of=day)
        assert sum(one.finding.code == "TEST001" for one in found) == count


def test_a_rule_speaks_the_languages_it_was_written_in(judged):
    text = {
        "summary": {"vi": "S"},
        "hint": {"vi": "Gợi ý {id}", "en": "Hint {id}"},
        "message": {"vi": "Lỗi {name}"},
    }
    asks = {"code": "TEST001", "name": "wrong-thing", "select": {"id": "x"}, "check": {"count": {"max": "0"}}}
    rule = json.dumps({"rules": [asks | text]})
    workspace = "eaframe: 1\nname: T\nnamespace: test\nlanguages: [vi, en]\ncode-prefixes: [TEST]\n"
    every = judged({"eaframe.yaml": workspace, "r.yaml": rule, "model.yaml": MODEL})
    (found,) = (one.finding for one in every if one.finding.code == "TEST001")
    assert (found.message.text("en"), found.message.text("vi")) == ("Lỗi X", "Lỗi X")
    assert (found.hint.text("en"), found.hint.text("vi")) == ("Hint x", "Gợi ý x")


def test_a_library_names_its_own_elements_as_it_calls_them(judged):
    select = (
        "    select: [{id: old}, {owner: [unit, x]}, {not: {where: {owner: {in: [unit]}}}, related: {to: {id: old}}}]\n"
    )
    more = {
        "lib/model.yaml": "elements: {old: {type: node, name: Old}, unit: {type: business-actor, name: Unit}}\n",
        "lib/rule.yaml": f"rules:\n{OF_LIBRARY}{select.replace(', x', '')}    check: {{count: {{max: 0}}}}\n",
        "model.yaml": "elements: {new: {type: node, name: N, documentation: The new., owner: lib:unit}}\n",
    }
    assert rows(judged(LIBRARY | more)) == ["CPL003 new model.yaml 1", "LIB001 new model.yaml 1"]
