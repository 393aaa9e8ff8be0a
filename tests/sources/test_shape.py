"""Definitions are checked against their shape: every misfit at its key, in words, all at once."""

from typing import Literal

import pytest
from pydantic import Field

from eaframe.findings import Place
from eaframe.sources.document import REFUSED
from eaframe.sources.shape import Flag, Shape, Words, shape


class Inner(Shape):
    level: int = 0
    words: Words = ()


class Outer(Shape):
    name: str
    some_flag: Flag = False
    colour: Literal["red", "green"] = "red"
    class_: str = ""
    inner: Inner = Inner()
    several: tuple[Inner, ...] = ()
    by_name: dict[str, Inner] = Field(default_factory=dict)
    word_or_several: dict[str, Literal["off"] | tuple[Inner, ...]] = Field(default_factory=dict)


def problems(data: object) -> list[tuple[str, str, str]]:
    """Code, path (a trailing ``:`` for a key) and message of each finding."""
    found, findings = shape(Outer, data, Place("f.yaml", ("things", "one")))
    assert (found is None) == bool(findings)
    assert all(isinstance(one.at, Place) and one.at.path[:2] == ("things", "one") for one in findings)
    return [
        (one.code, "/".join(map(str, one.at.path[2:])) + (":" if one.at.part == "key" else ""), one.message.text())
        for one in findings
    ]


def test_what_fits_is_built_with_dashes_in_its_keys_and_a_word_as_a_list():
    data = {"name": "a", "some-flag": "true", "class": "c", "inner": {"level": "3", "words": "w"}, "several": [{}]}
    found, findings = shape(Outer, data, Place("f.yaml"))
    assert (found, findings) == (
        Outer(name="a", **{"some-flag": True, "class": "c"}, inner=Inner(level=3, words=("w",)), several=(Inner(),)),
        [],
    )


def test_an_unknown_key_is_marked_itself_and_the_key_that_was_meant_is_the_hint():
    _, (found,) = shape(Outer, {"name": "a", "colou": "red"}, Place("f.yaml"))
    assert (found.code, found.at, found.hint.text()) == (
        "SRC017",
        Place("f.yaml", ("colou",), "key"),
        "Did you mean `colour`?",
    )


def test_an_unknown_key_that_resembles_none_gets_the_list_of_all():
    _, (found,) = shape(Outer, {"name": "a", "xyz": "red"}, Place("f.yaml"))
    assert found.hint.text() == (
        "Allowed are `by-name`, `class`, `colour`, `inner`, `name`, `several`, `some-flag`, `word-or-several`."
    )


def test_an_unknown_key_where_a_word_could_stand_too_gets_the_keys_that_may_stand_there():
    _, (found,) = shape(Outer, {"name": "a", "word-or-several": {"x": [{"files": "b"}]}}, Place("f.yaml"))
    assert (found.at, found.hint.text()) == (
        Place("f.yaml", ("word-or-several", "x", 0, "files"), "key"),
        "Allowed are `level`, `words`.",
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({}, [("SRC018", ":", "The key `name` is missing.")]),
        ({"name": ["a"]}, [("SRC019", "name", "`name` must be a text, not a list.")]),
        ({"name": None}, [("SRC019", "name", "`name` must be a text, not nothing.")]),
        (
            {"name": "a", "colour": "blue"},
            [("SRC019", "colour", "`colour` must be one of `red`, `green`, not `blue`.")],
        ),
        (
            {"name": "a", "some-flag": "yes"},
            [("SRC019", "some-flag", "`some-flag` must be `true` or `false`, not `yes`.")],
        ),
        (
            {"name": "a", "inner": {"level": "x"}},
            [("SRC019", "inner/level", "`level` must be a whole number, not `x`.")],
        ),
        (
            {"name": "a", "several": [{"level": "1"}, {"level": {}}]},
            [("SRC019", "several/1/level", "`level` must be a whole number, not a mapping.")],
        ),
        (
            {"name": "a", "by-name": {"b": {"levle": "1"}}},
            [("SRC017", "by-name/b/levle:", "The key `levle` is not known here.")],
        ),
        (
            {"colour": "blue", "inner": {"level": "x"}},
            [
                ("SRC018", ":", "The key `name` is missing."),
                ("SRC019", "colour", "`colour` must be one of `red`, `green`, not `blue`."),
                ("SRC019", "inner/level", "`level` must be a whole number, not `x`."),
            ],
        ),
    ],
    ids=str,
)
def test_each_misfit_is_one_finding_at_its_place(data, expected):
    assert problems(data) == expected


@pytest.mark.parametrize("data", ["text", ["a"], None])
def test_what_is_no_mapping_at_all_is_one_finding(data):
    assert [(code, path) for code, path, _ in problems(data)] == [("SRC019", "")]


def test_what_was_refused_while_reading_is_not_missed():
    found, findings = shape(Outer, {"name": "a", "colour": REFUSED, "several": [REFUSED, {}]}, Place("f.yaml"))
    assert (found, findings) == (Outer(name="a", several=(Inner(),)), [])


def test_two_misfits_of_one_thing_have_their_own_identities():
    _, findings = shape(
        Outer, {"name": "a", "colour": "b", "inner": {"level": "x"}}, Place("f.yaml", ("things", "one"))
    )
    assert [one.identity for one in findings] == [
        ("SRC019", "one", "things/one/colour"),
        ("SRC019", "one", "things/one/inner/level"),
    ]
