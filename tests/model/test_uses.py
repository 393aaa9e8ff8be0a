"""Every place that names an element or a relationship is found, and no text that only looks like one."""

import eaframe
from eaframe.model.links import links_in
from eaframe.model.uses import uses

MODEL = """\
kinds:
  system:
    base: application-component
    documentation: See [[a]].
    attributes:
      operator: {type: reference, to: agency, default: a}
      users: {type: list, of: {type: reference}}
      remark: {type: text}
  link:
    base: flows-to
    attributes:
      channel: {type: reference}
  agency: {base: business-actor}
elements:
  a: {type: agency, name: a, aliases: [former], documentation: "a and [[a|x]], [b](#b), `[[a]]`"}
  b:
    type: system
    name: [{value: a, valid: {to: 2017}}, {value: b, valid: {from: 2018}, evidence: [{grade: modelled, note: a}]}]
    owner: [{value: a, valid: {to: 2017}}, {value: test:a, valid: {from: 2018}}]
    operator: {unknown: {by: a, until: 2030, note: a}}
    users: [former, [a]]
    remark: a
    replaced-by: c
    tags: [a]
    folder: a
    flows-to: {to: c, id: b-c, kind: link, channel: a, name: a, documentation: {en: "[[a]]"}}
  c:
    type: system
    name: {unknown: {by: a, until: 2030}}
    users: a
    aliases: old-c
    associated-with: [a, {to: a--serves--b, name: x}, b-c]
relationships:
  - {from: a, serves: b, name: a}
references:
  a: {title: a}
views:
  a: {name: a, scope: {id: a}, include: [{any: [{id: [a, b]}, {not: {owner: a}}]}], documentation: "[[a]]"}
"""
DEFINITIONS = """\
rules:
  - code: ABC001
    name: a
    summary: a
    select: {type: a, related: {via: a, to: {id: a}}, where: {operator: [a, x], remark: a}}
    check: {attribute: owner, in: [a]}
    valid: {from: a}
    bad: |
      elements: {a: {owner: a}}
  - {code: ABC002, relationship: flows-to, from: {id: a}, to: a, check: {attribute: remark, equals: a}}
waivers:
  - {rule: ABC001, subject: a, reason: a}
  - {rule: ABC002, subject: b-c}
"""
SETTINGS = """\
eaframe: 1
name: a
namespace: test
severity: {a: info}
history: [{version: a, date: 2017, content: a, unit: a}]
"""


def found(workspace, **files: str) -> list[str]:
    loaded = eaframe.load(workspace({f"{name}.yaml": text for name, text in files.items()})).loaded
    return [
        f"{one.place.file.removesuffix('.yaml')} {'/'.join(map(str, one.place.path))}: {one.written} {one.role[0]}"
        for one in uses(loaded.files, loaded.model)
        if one.target == "a"
    ]


def test_every_reference_of_the_content_is_found(workspace):
    assert found(workspace, model=MODEL) == [
        "model elements/a: a d",
        "model elements/a/aliases/0: former f",
        "model elements/a/documentation: a l",
        "model elements/b/owner/0/value: a r",
        "model elements/b/owner/1/value: test:a r",
        "model elements/b/operator/unknown/by: a r",
        "model elements/b/users/0: former r",
        "model elements/b/users/1/0: a r",
        "model elements/b/flows-to/channel: a r",
        "model elements/b/flows-to/documentation/en: a l",
        "model elements/c/name/unknown/by: a r",
        "model elements/c/users: a r",
        "model elements/c/associated-with/0: a r",
        "model relationships/0/from: a r",
        "model views/a/scope/id: a r",
        "model views/a/include/0/any/0/id/0: a r",
        "model views/a/include/0/any/1/not/owner: a r",
        "model views/a/documentation: a l",
        "model kinds/system/documentation: a l",
        "model kinds/system/attributes/operator/default: a r",
    ]


def test_every_reference_of_rules_waivers_and_settings_is_found(workspace):
    kinds = "kinds: {system: {base: node, attributes: {operator: {type: reference}, remark: {type: text}}}}\n"
    model = f"{kinds}elements: {{a: {{type: node, name: a}}}}\n"
    assert found(workspace, model=model, rules=DEFINITIONS, eaframe=SETTINGS) == [
        "eaframe history/0/unit: a r",
        "model elements/a: a d",
        "rules rules/0/select/related/to/id: a r",
        "rules rules/0/select/where/operator/0: a r",
        "rules rules/0/check/in/0: a r",
        "rules rules/1/from/id: a r",
        "rules rules/1/to: a r",
        "rules waivers/0/subject: a r",
    ]


def test_relationships_are_named_by_their_ids(workspace):
    loaded = eaframe.load(workspace({"model.yaml": MODEL, "rules.yaml": DEFINITIONS})).loaded
    named = [(one.target, one.role, *one.place.path[-2:]) for one in uses(loaded.files, loaded.model)]
    assert [row for row in named if row[0] in {"b-c", "a--serves--b"}] == [
        ("b-c", "definition", "flows-to", "id"),
        ("a--serves--b", "reference", 1, "to"),
        ("b-c", "reference", "associated-with", 2),
        ("b-c", "reference", 1, "subject"),
    ]


def test_whatever_a_file_holds_is_walked(workspace):
    odd = "elements: {a: [], b: {type: {}, owner: {}, aliases: {}, serves: [[], {}, {to: []}]}, c: 1}\n"
    odd += "relationships: [1, [], {}, {from: [], serves: {}}]\nviews: []\nrules: {a: 1}\nkinds: {k: 1}\nwaivers: 1\n"
    assert found(workspace, model=odd) == ["model elements/a: a d"]


def test_links_are_found_but_not_in_code():
    text = "[[a]] [[b|Bê]] [c](#d) [[e f]] `[[x]]`\n```\n[[y]] [z](#z)\n```\n[[]] [g](#h) ](#i j)"
    assert [(one.id, text[one.start : one.end]) for one in links_in(text)] == [(i, i) for i in "abdh"]
