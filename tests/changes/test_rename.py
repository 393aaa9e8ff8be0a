"""An id changes wherever it stands, and nothing else does."""

from collections.abc import Callable

import pytest

import eaframe
from eaframe.changes.rename import CannotRenameError, Rename, plan_rename
from eaframe.changes.renamed import check_rename
from eaframe.editing import rename

TWO = """\
elements:
  portal:   # where dossiers are sent
    type: application-component
    name: "Portal"   # portal
    documentation: The portal.
    tags: [web]

    serves: desk
  desk: {type: application-component, name: portal, documentation: 'Uses [[portal]].'}
"""


@pytest.fixture
def renamed(workspace) -> Callable[..., dict[str, str]]:
    """The files that renaming writes, as text."""

    def write(files: dict[str, str], old: str, new: str, **options: bool) -> dict[str, str]:
        _, plan = rename(workspace(files), old, new, **options)
        return {name: content.decode() for name, content in plan.files.items()}

    return write


@pytest.fixture
def why(workspace) -> Callable[..., str]:
    """The sentence with which a renaming is refused."""

    def refused(files: dict[str, str | bytes], old: str, new: str) -> str:
        with pytest.raises(CannotRenameError) as caught:
            rename(workspace(files), old, new)
        return str(caught.value)

    return refused


def test_an_element_is_renamed_where_it_is_defined_and_keeps_its_old_id_as_an_alias(renamed):
    assert renamed({"m.yaml": TWO}, "portal", "city-portal") == {
        "m.yaml": """\
elements:
  city-portal:   # where dossiers are sent
    type: application-component
    name: "Portal"   # portal
    documentation: The portal.
    tags: [web]
    aliases: [portal]

    serves: desk
  desk: {type: application-component, name: portal, documentation: 'Uses [[city-portal]].'}
"""
    }


def test_every_reference_in_every_file_follows(renamed):
    files = {
        "a.yaml": "elements:\r\n  a: {type: business-actor, name: a, documentation: d}\r\n",
        "b.yaml": (
            "kinds:\n  s: {base: node, attributes: {by: {type: list, of: {type: reference}}}}\n"
            "elements:\n  b:\n    type: s\n    name: b\n    documentation: >-\n      Of [a](#a),\n      a and [[a]]\n"
            "    owner: [{value: 'a', valid: {to: 2017}}, {value: test:a, valid: {from: 2018}}]\n"
            '    by:\n      - "a"   # first\n      - b\n'
        ),
        "c.yaml": "relationships:\n  - {from: a, associated-with: b, name: a}\n",
        "v.yaml": "views:\n  a: {name: a, scope: {id: a}, include: {any: [{id: [b, a]}, {owner: a}]}}\n",
    }
    assert renamed(files, "a", "on") == {
        "a.yaml": 'elements:\r\n  "on": {type: business-actor, name: a, documentation: d, aliases: [a]}\r\n',
        "b.yaml": files["b.yaml"]
        .replace("[a](#a)", "[a](#on)")
        .replace("[[a]]", "[[on]]")
        .replace("'a'", "'on'")
        .replace("test:a", "test:on")
        .replace('"a"', '"on"'),
        "c.yaml": 'relationships:\n  - {from: "on", associated-with: b, name: a}\n',
        "v.yaml": 'views:\n  a: {name: a, scope: {id: "on"}, include: {any: [{id: [b, "on"]}, {owner: "on"}]}}\n',
    }


def test_relationships_that_are_named_by_their_ends_follow(renamed):
    text = (
        "elements:\n  a: {type: goal, name: A, influences: b}\n  b: {type: goal, name: B}\n"
        "  c: {type: goal, name: C, associated-with: a--influences--b}\n"
        "  d: {type: goal, name: D, associated-with: c--associated-with--a--influences--b}\n"
    )
    assert renamed({"m.yaml": text}, "b", "x", keep_alias=False) == {
        "m.yaml": text.replace("influences: b}", "influences: x}").replace("  b:", "  x:").replace("--b", "--x")
    }


def test_a_relationship_with_an_id_of_its_own_is_renamed(renamed):
    text = (
        "elements:\n  a: {type: goal, name: A, influences: {to: b, id: r}}\n  b: {type: goal, name: r}\n"
        "  c: {type: goal, name: C, associated-with: r}\n"
    )
    expected = text.replace("id: r}", "id: a-b}").replace("with: r}", "with: a-b}")
    assert renamed({"m.yaml": text}, "r", "a-b") == {"m.yaml": expected}


def test_a_reference_by_a_former_id_follows_too(renamed):
    text = "elements:\n  b: {type: goal, name: B, aliases: a}\n  c: {type: goal, name: C, influences: a}\n"
    assert renamed({"m.yaml": text}, "b", "x") == {
        "m.yaml": "elements:\n  x: {type: goal, name: B, aliases: [a, b]}\n  c: {type: goal, name: C, influences: x}\n"
    }


def test_there_and_back_is_the_same_file(renamed):
    there = renamed({"m.yaml": TWO}, "portal", "gate")["m.yaml"]
    assert renamed({"m.yaml": there}, "gate", "portal") == {"m.yaml": TWO}


def test_other_former_ids_stay_on_the_way_back(renamed):
    text = "elements:\n  b:\n    type: goal\n    name: B\n    aliases: [a, c]\n"
    there = renamed({"m.yaml": text}, "b", "x")["m.yaml"]
    assert there == text.replace("  b:", "  x:").replace("[a, c]", "[a, b, c]")
    assert renamed({"m.yaml": there}, "x", "b")["m.yaml"] == text
    # Back to an older one: that is no alias any more; what is given up does not become one.
    assert renamed({"m.yaml": text}, "b", "a")["m.yaml"] == text.replace("  b:", "  a:").replace("[a, c]", "[c]")


@pytest.mark.parametrize(
    ("aliases", "after"),
    [
        ("[a, c]", "[a, b, c]"),
        ("[c, a]", "[c, a, b]"),
        ("c", "[b, c]"),
        ("\n      - c  # old", "\n      - b\n      - c  # old"),
    ],
)
def test_sorted_former_ids_stay_sorted(renamed, aliases, after):
    text = "elements:\n  b:\n    aliases: {}\n    type: goal\n    name: B\n"
    new = renamed({"m.yaml": text.format(aliases)}, "b", "x")["m.yaml"]
    assert new == text.format(after).replace("  b:", "  x:")


def test_a_workspace_with_findings_of_its_own_is_renamed_in(renamed):
    text = "elements:\n  a: {type: gaol, name: A, owner: nobody}\n  a: {}\n"
    text = text.replace("  a: {}\n", "  c: {type: goal, influences: [a, prtl], stray: a}\n")
    assert renamed({"m.yaml": text}, "a", "portal", keep_alias=False)["m.yaml"] == text.replace(
        "  a:", "  portal:"
    ).replace("[a, prtl]", "[portal, prtl]")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("portl", "x", "there is no `portl`; did you mean `portal`?"),
        ("zzz", "x", "there is no `zzz`"),
        ("portal", "desk", "`desk` exists already"),
        ("portal", "portal", "it is called `portal` already"),
        ("portal", "Cổng", "`Cổng` cannot be an id: an id has only lower-case letters a-z, digits and single dashes; "),
        ("portal", "con", "`con` cannot be an id: ids become file names, and this name is kept for another use; "),
        ("portal", "a" * 64, f"`{'a' * 64}` cannot be an id: it has 64 characters, and 63 are the most; "),
        ("portal--serves--desk", "x", "`portal--serves--desk` is made of its ends; "),
    ],
)
def test_a_renaming_that_cannot_be_is_refused_with_a_sentence(why, old, new, sentence):
    assert why({"m.yaml": TWO}, old, new).startswith(sentence)


def test_former_ids_are_not_free_and_cannot_be_renamed(why):
    text = TWO.replace("    tags:", "    aliases: [gate]\n    tags:")
    assert why({"m.yaml": text}, "desk", "gate") == "`gate` is a former id of `portal`, and links to that may be alive"
    assert why({"m.yaml": text}, "gate", "x") == "`gate` is a former id of `portal`; rename that"


def test_an_element_of_a_library_is_renamed_there(why):
    library = {"lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n", "lib/m.yaml": TWO}
    own = {"eaframe.yaml": "eaframe: 1\nname: T\nnamespace: test\nimports: [./lib]\n"}
    assert why({**library, **own}, "lib:desk", "x") == "`lib:desk` belongs to the library `lib` and is renamed there"


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        ("a: [", "`z.yaml` could not be read whole; mend it first"),
        ("elements: {x: {type: goal, type: goal}}", "`z.yaml` could not be read whole"),
        ("elements: &a {}", "`z.yaml` could not be read whole"),
        ("elements: []", "not all of the model could be read"),
    ],
)
def test_while_a_file_is_broken_nothing_is_renamed(why, broken, sentence):
    assert why({"m.yaml": TWO, "z.yaml": broken}, "portal", "x").startswith(sentence)


def test_a_link_that_cannot_be_seen_in_its_source_is_not_missed(why):
    text = TWO.replace("'Uses [[portal]].'", r'"Uses [[port\u0061l]]."')
    assert why({"m.yaml": text}, "portal", "x").startswith(
        "m.yaml: a link in elements/desk/documentation is written so"
    )


def test_a_model_that_differs_by_more_than_the_id_is_noticed(workspace):
    root = workspace({"m.yaml": TWO})
    before = eaframe.load(root).loaded
    plan = plan_rename(before, "portal", "gate")
    good = plan.files["m.yaml"]

    def check(content: bytes, plan: Rename = plan) -> str:
        try:
            check_rename(before, eaframe.load(root, instead={"m.yaml": content}).loaded, plan)
        except CannotRenameError as error:
            return str(error)
        return ""

    told = "it would change more than the id: m.yaml would say something else"
    assert check(good) == ""
    assert check(good.replace(b"serves: desk", b"serves: gate")) == told
    assert check(good.replace(b"[[gate]]", b"[[portal]]")) == told
    assert check(good.replace(b"[portal]", b"[porta]")) == told


def test_references_to_nothing_do_not_silently_become_references_to_the_renamed(why):
    view = "views: {v: {name: V, include: {id: [portal, gate]}}}\n"
    assert why({"m.yaml": TWO, "v.yaml": view}, "portal", "gate") == "there would be new findings: `VEW013`"
    text = TWO.replace("    tags:", "    flows-to: gate\n    tags:")
    assert why({"m.yaml": text}, "portal", "gate").startswith("it would change more than the id: `")
