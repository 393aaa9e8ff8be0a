"""A file is brought into one form; what it says and every comment stays."""

from collections.abc import Callable

import pytest

import eaframe
from eaframe.model.fmt import formatted
from eaframe.sources.limits import Limits

KINDS = """\
kinds:
  system:
    base: application-component
    attributes:
      level: {type: integer}
      code: {type: text}
      since: {type: date}
"""


@pytest.fixture
def fmt(workspace) -> Callable[..., str]:
    """The text of a file of a workspace with one kind, formatted."""

    def write(text: str, name: str = "m.yaml") -> str:
        loaded = eaframe.load(workspace({"kinds.yaml": KINDS, name: text.encode("utf-8")})).loaded
        new = formatted(loaded.files[name], loaded.model, Limits())
        assert new is not None
        return new.decode("utf-8")

    return write


def test_the_keys_of_an_element_have_one_order(fmt):
    keys = {
        "owner": "x",
        "since": "2017",
        "serves": "b",
        "evidence": "[{grade: K}]",
        "valid": "{from: 2017}",
        "code": "c",
        "name": "A",
        "level": "3",
        "visibility": "public",
        "tags": "[t]",
        "folder": "F",
        "aliases": "[z]",
        "replaced-by": "b",
        "accesses": "c",
        "documentation": "D",
        "type": "system",
    }
    text = "elements:\n  a:\n" + "".join(f"    {key}: {value}\n" for key, value in keys.items())
    order = [
        *("type", "code", "since", "name", "documentation", "tags", "aliases", "folder"),
        *("owner", "level", "valid", "replaced-by", "visibility", "evidence", "serves", "accesses"),
    ]
    assert fmt(text) == "elements:\n  a:\n" + "".join(f"    {key}: {keys[key]}\n" for key in order)


def test_an_element_with_a_key_that_nobody_knows_keeps_its_order(fmt):
    text = "elements:\n  a:\n    level: 3\n    name: A\n    type: systm\n"
    assert fmt(text) == text


def test_elements_and_prose_stay_as_they_are(fmt):
    text = (
        "# c\nelements:\n\n  b: {type: goal, name: B}\n  a:\n    type: goal\n    name: A\n    documentation: >\n"
        "      Some long words that nobody\n      wraps   anew.\n"
    )
    assert fmt(text) == text


def test_sets_are_sorted_other_lists_are_not(fmt):
    text = "elements:\n  a: {type: goal, name: A, tags: [c, b], aliases: [z, x], associated-with: [c, b]}\n"
    assert fmt(text) == text.replace("tags: [c, b]", "tags: [b, c]").replace("[z, x]", "[x, z]")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: no", 'name: "no"'),
        ("name: 012", 'name: "012"'),
        ("name: {en: 1:30, vi: on}", 'name: {en: "1:30", vi: "on"}'),
        ("name: [{value: 1, valid: {to: 2017}}, {value: B, valid: {from: 2018}}]", None),
        ("tags: [2017, a]", 'tags: ["2017", a]'),
        ("code: 1.10", 'code: "1.10"'),
        ("documentation: 2017-06-30", 'documentation: "2017-06-30"'),
        ("owner: {unknown: {by: a, until: 2030-01-01, note: 5}}", None),
        ("level: 3", "level: 3"),
        ("since: 2017-06-30", "since: 2017-06-30"),
        ("valid: {from: 2017}", "valid: {from: 2017}"),
        ('level: "3"', 'level: "3"'),
        ("name: 'Portal'", "name: Portal"),
        ("name: {en: 'Sở Y tế', vi: \"Y tế, giáo dục\"}", 'name: {en: Sở Y tế, vi: "Y tế, giáo dục"}'),
        ('"name": "it\'s"', 'name: "it\'s"'),
        ("name: 'no'", "name: 'no'"),
        ("name: ~", "name: ~"),
    ],
)
def test_quotes_stand_where_other_readers_need_them(fmt, before, after):
    if after is None:
        after = before.replace("value: 1,", 'value: "1",').replace("note: 5", 'note: "5"')
    text = "elements:\n  a:\n    type: system\n    {}\n"
    assert fmt(text.format(before)) == text.format(after)


def test_a_file_of_json_keeps_what_quotes_hold_together(fmt):
    assert fmt('{"elements":{"a":{"type":"goal", "name": "A"}}}\n') == '{"elements":{"a":{"type":"goal", name: A}}}\n'


def test_definitions_and_settings_are_formatted_too(fmt):
    settings = "eaframe: 1\nname: 'Test'\nnamespace: test\nversion: 1.10\neffective: 2026-11-24\n"
    expected = settings.replace("'Test'", "Test").replace("1.10", '"1.10"')
    assert fmt(settings, "eaframe.yaml") == expected
    views = (
        "references:\n    r: {title: 2017, date: 2017}\nviews:\n    v:\n      name: 1:30\n      include: [{id: a}]\n"
    )
    assert fmt(views) == (
        'references:\n  r: {title: "2017", date: 2017}\nviews:\n  v:\n    name: "1:30"\n    include: [{id: a}]\n'
    )


def test_letters_are_composed_and_a_byte_order_mark_and_line_ends_stay(fmt):
    assert fmt("\ufeffelements:\r\n  a: {type: goal, name: Tie\u0302\u0301ng}  \r\n") == (
        "\ufeffelements:\r\n  a: {type: goal, name: Ti\u1ebfng}\r\n"
    )
