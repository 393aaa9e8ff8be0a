"""A synthetic city of N elements with 2.5 relationships each, free of findings; the same bytes every time."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ELEMENTS_A_FILE = 500
VIEW_SIZE = 50

# What every seventh element is, and to which others (by their position in the seven) its relationships lead.
LAYOUT: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    ("business-actor", (("assigned-to", 1), ("assigned-to", 1))),
    ("business-process", (("realizes", 2), ("triggers", 1), ("associated-with", 6))),
    ("public-service", (("serves", 0), ("serves", 0))),
    ("information-system", (("assigned-to", 4), ("assigned-to", 4), ("associated-with", 6))),
    ("application-function", (("realizes", 5), ("accesses", 6), ("accesses", 6))),
    ("application-service", (("serves", 1), ("serves", 1), ("serves", 4))),
    ("data-object", (("associated-with", 6), ("associated-with", 6))),
)
KINDS = """\
kinds:
  information-system:
    base: application-component
    label: {vi: Hệ thống thông tin, en: Information system}
    attributes:
      security-level: {type: integer, min: 1, max: 5, required: true, label: Cấp độ}
      sector: {type: enum, allowed: [health, land, transport], label: Lĩnh vực}
    derived:
      required-level:
        max-of:
          - {when: {related: {via: assigned-to, to: {related: {via: realizes}}}}, value: 1}
          - {along: composed-of, attribute: required-level}
  public-service:
    base: business-service
    label: {vi: Dịch vụ công, en: Public service}
    attributes:
      level: {type: integer, min: 1, max: 4, required: true, label: Mức độ}
references:
  source: {title: Synthetic source, date: 2026-01}
"""
WORKSPACE = """\
eaframe: 1
metamodel: archimate-3.2
name: {vi: Thành phố giả định, en: Synthetic city}
namespace: bench
code-prefixes: [BEN]
version: "1"
languages: [vi, en]
"""

RULES = 60
# What the rules of the synthetic city ask, in turn: each check, and each key of selectors that costs time.
CHECKS: tuple[tuple[str, str], ...] = (
    ("{type: information-system}", "{required: [owner, sector, documentation]}"),
    ("{type: information-system}", "{attribute: security-level, min: {attribute: required-level}}"),
    ("{type: public-service, where: {level: {min: 3}}}", "{attribute: valid-from, max: {as-of: P1D}}"),
    ("{layer: business}", "{matches: name, pattern: '.*[0-9]'}"),
    ("{type: information-system, owner: e-0}", "{allowed: sector, values: [health, land, transport]}"),
    ("{}", "{unique: [name]}"),
    ("{type: application-service}", "{related: {via: serves}, max: 9}"),
    ("{type: business-process}", "{related: {via: realizes, to: {type: public-service, where: {level: 3}}}, max: 9}"),
    ("{type: data-object}", "{unrelated: {via: composed-of}}"),
    ("{type: application-function, related: {via: realizes}}", "{reaches: {via: [realizes, serves], to: {}}}"),
    ("{type: application-function, related: {via: realizes}}", "{chain: [{via: realizes}]}"),
    ("{type: [information-system, application-function]}", "{acyclic: [composed-of, aggregates]}"),
    ("{layer: application}", "{layers: [{layer: application}, {layer: business}], via: [serves]}"),
    ("{relationship: accesses, to: {type: data-object}}", "{attribute: mode, in: [read, write, readwrite]}"),
    ("{type: public-service}", "{count: {min: 1}}"),
    ("{type: information-system}", "{separate: [{attribute: owner}, {via: assigned-to}]}"),
)


def _rules() -> Iterator[str]:
    yield "rules:\n"
    for number in range(RULES):
        select, check = CHECKS[number % len(CHECKS)]
        yield f"  - code: BEN{number:03}\n    name: defect-{number}\n    summary: A summary.\n    hint: A hint.\n"
        yield f"    select: {select}\n    check: {check}\n"


def generate(folder: Path, elements: int, *, with_rules: bool = False, seed: int = 1) -> None:
    """Write the workspace into ``folder``: 500 elements a file, one view of 50 elements and, if wanted, 60 rules."""
    randomness = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "eaframe.yaml").write_text(WORKSPACE, encoding="utf-8")
    (folder / "kinds.yaml").write_text(KINDS, encoding="utf-8")
    if with_rules:
        (folder / "rules.yaml").write_text("".join(_rules()), encoding="utf-8")
    shown = ", ".join(f"e-{number}" for number in range(min(VIEW_SIZE, elements)))
    views = (
        f"views:\n  fifty:\n    name: Fifty\n    include: [{{id: [{shown}]}}]\n"
        "  everything:\n    name: Everything\n    include: [{layer: [business, application]}]\n"
    )
    (folder / "views.yaml").write_text(views, encoding="utf-8")
    for start in range(0, elements, ELEMENTS_A_FILE):
        numbers = range(start, min(start + ELEMENTS_A_FILE, elements))
        text = "".join(line for number in numbers for line in _element(number, elements, randomness))
        (folder / f"part-{start // ELEMENTS_A_FILE:04}.yaml").write_text("elements:\n" + text, encoding="utf-8")


SYSTEMS, FLOWS, OWNERS = 200, 400, 20


def generate_landscape(folder: Path, *, seed: int = 1) -> None:
    """Write a city of 200 systems of 20 owners with 400 flows: mostly among neighbours, three in ten to six hubs.

    Its views show all of it: `plain` in one group, `owners` by owner.
    """
    randomness = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "eaframe.yaml").write_text(WORKSPACE, encoding="utf-8")
    flows: set[tuple[int, int]] = set()
    while len(flows) < FLOWS:
        source = randomness.randrange(SYSTEMS)
        is_hub = randomness.random() < 0.3
        target = randomness.randrange(6) if is_hub else source + randomness.randint(-15, 15)
        if source != target and 0 <= target < SYSTEMS:
            flows.add((source, target))
    owners = "".join(f"  u-{one}: {{type: business-actor, name: Sở ban ngành số {one}}}\n" for one in range(OWNERS))
    systems = "".join(
        f"  s-{one}: {{type: application-component, name: Hệ thống thông tin chuyên ngành số {one}, "
        f"owner: u-{one % OWNERS}}}\n"
        for one in range(SYSTEMS)
    )
    lines = "".join(f"  - {{from: s-{source}, flows-to: s-{target}}}\n" for source, target in sorted(flows))
    views = (
        "views:\n"
        "  plain: {name: All systems, viewpoint: application-landscape, group-by: none}\n"
        "  owners: {name: All systems by owner, viewpoint: application-landscape}\n"
    )
    text = f"elements:\n{owners}{systems}relationships:\n{lines}{views}"
    (folder / "landscape.yaml").write_text(text, encoding="utf-8")


def _element(number: int, elements: int, randomness: random.Random) -> Iterator[str]:
    type_, verbs = LAYOUT[number % len(LAYOUT)]
    yield f"  e-{number}:\n    type: {type_}\n"
    yield f"    name: {{vi: Phần tử dùng chung số {number}, en: Shared element number {number}}}\n"
    yield f"    documentation: |\n      Mô tả của phần tử {number}, dùng chung cho các sở, ngành.\n      Hai dòng.\n"
    if type_ == "information-system":
        yield f"    security-level: {number % 5 + 1}\n    sector: {('health', 'land', 'transport')[number % 3]}\n"
        yield f"    owner: e-{_pick(0, number, elements, randomness)}\n"
        yield "    evidence: [{ref: source, grade: B}]\n"
    if type_ == "public-service":
        yield f"    level: {number % 4 + 1}\n    valid: {{from: 2016-07}}\n"
    said: set[tuple[str, int]] = set()
    for verb, position in verbs:
        target = _pick(position, number, elements, randomness)
        # Saying an association from both ends is saying it twice, so it only ever leads onward.
        while target == number or (verb, target) in said or (position == number % 7 and target < number):
            target += len(LAYOUT)
        if target < elements:
            said.add((verb, target))
    for verb in dict.fromkeys(verb for verb, _ in verbs):
        targets = ", ".join(f"e-{target}" for said_verb, target in sorted(said) if said_verb == verb)
        if targets:
            yield f"    {verb}: [{targets}]\n"


def _pick(position: int, number: int, elements: int, randomness: random.Random) -> int:
    """An element of a type near ``number`` mostly, anywhere sometimes: as in a real city, parts form clusters."""
    size = len(LAYOUT)
    blocks = max(1, elements // size)
    near = randomness.random() < 0.9
    block = number // size + randomness.randint(-5, 5) if near else randomness.randrange(blocks)
    return min(max(block, 0), blocks - 1) * size + position
