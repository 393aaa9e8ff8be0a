import csv
from itertools import product
from pathlib import Path

import pytest

from eaframe.metamodel.archimate import Metamodel
from eaframe.metamodel.derivation import Conclusion, Derivations, closure, load_derivations
from eaframe.metamodel.vocabulary import ElementType, Permission, Triple

LAYERS = {
    "core": ("business", "application", "technology", "physical"),
    "tech": ("technology", "physical"),
}


@pytest.fixture(scope="module")
def derivations() -> Derivations:
    return load_derivations()


@pytest.fixture(scope="module")
def seeds(triples: dict[Triple, Permission]) -> frozenset[Triple]:
    return frozenset(triple for triple in _without_grouping(triples) if triples[triple] == "direct")


@pytest.fixture(scope="module")
def wanted(triples: dict[Triple, Permission]) -> frozenset[Triple]:
    return frozenset(triple for triple in _without_grouping(triples) if triples[triple] == "derived")


def _without_grouping(triples: dict[Triple, Permission]) -> frozenset[Triple]:
    # Association is always allowed and would drown the rest; Grouping may hold anything, so that B.4 alone is no gate.
    return frozenset(triple for triple in triples if triple[1] != "association" and "grouping" not in triple)


def test_every_rule_of_the_appendix_is_there(derivations: Derivations):
    numbers = {conclusion.rule for conclusion in derivations.conclusions.values()}
    assert numbers == {f"DR{n}" for n in range(1, 9)} | {f"PDR{n}" for n in range(1, 13)}


@pytest.mark.parametrize(
    ("first", "second", "conclusion"),
    [
        (">specialization", ">specialization", Conclusion("DR1", True, "specialization", "")),
        (">composition", ">realization", Conclusion("DR2", True, "realization", "")),
        (">realization", ">composition", Conclusion("DR2", True, "realization", "")),
        (">assignment", ">access", Conclusion("DR3", True, "access", "")),
        (">serving", "<assignment", Conclusion("DR4", True, "serving", "")),
        (">assignment", ">triggering", Conclusion("DR5", True, "triggering", "")),
        (">flow", "<composition", Conclusion("DR6", True, "flow", "")),
        (">triggering", ">realization", Conclusion("DR7", True, "triggering", "")),
        (">triggering", ">triggering", Conclusion("DR8", True, "triggering", "")),
        (">specialization", ">serving", Conclusion("PDR1", False, "serving", "")),
        (">serving", "<specialization", Conclusion("PDR2", False, "serving", "")),
        ("<specialization", ">serving", Conclusion("PDR3", False, "serving", "")),
        (">serving", ">specialization", Conclusion("PDR4", False, "serving", "")),
        (">serving", ">composition", Conclusion("PDR5", False, "serving", "")),
        ("<composition", ">serving", Conclusion("PDR6", False, "serving", "")),
        (">serving", ">influence", Conclusion("PDR7", False, "influence", "")),
        (">flow", ">assignment", Conclusion("PDR8", False, "flow", "")),
        ("<assignment", ">flow", Conclusion("PDR9", False, "flow", "")),
        (">flow", ">flow", Conclusion("PDR10", False, "flow", "")),
        (">triggering", "<assignment", Conclusion("PDR11", False, "triggering", "")),
        ("<aggregation", ">realization", Conclusion("PDR12", False, "realization", "grouping")),
        ("<assignment", ">realization", None),
        (">triggering", ">flow", None),
        ("<serving", ">serving", None),
    ],
)
def test_two_steps_allow_what_the_rule_says(
    derivations: Derivations, first: str, second: str, conclusion: Conclusion | None
):
    assert derivations.conclude(_step(first), _step(second)) == conclusion


def _step(text: str) -> tuple[str, bool]:
    return text[1:], text[0] == ">"


# By way of which element type B.4 lets which relationship be derived between two others.
RESTRICTIONS = """
business-actor    business-role          business-process       assignment   yes
business-process  application-service    data-object            access       yes
business-process  application-service    data-object            composition  no
data-object       business-object        contract               realization  yes
data-object       business-object        contract               access       no
business-process  requirement            goal                   realization  yes
business-process  requirement            goal                   serving      no
goal              requirement            business-process       realization  no
business-process  business-service       driver                 influence    yes
driver            business-service       business-process       influence    no
business-actor    requirement            business-process       serving      no
work-package      application-component  goal                   realization  yes
work-package      location               goal                   realization  no
business-actor    work-package           application-component  realization  no
"""


@pytest.mark.parametrize("row", RESTRICTIONS.strip().splitlines())
def test_a_restriction_holds(derivations: Derivations, row: str):
    source, middle, target, relationship, allowed = row.split()
    assert derivations.allows(source, middle, target, relationship) is (allowed == "yes")


def test_valid_rules_never_leave_the_table(
    derivations: Derivations, seeds: frozenset[Triple], wanted: frozenset[Triple]
):
    found = closure(derivations, seeds)
    assert found - wanted == frozenset()
    assert (len(seeds), len(wanted), len(found)) == (1377, 4636, 3457)


def test_potential_rules_reach_the_whole_table_and_never_leave_it(
    derivations: Derivations, seeds: frozenset[Triple], wanted: frozenset[Triple]
):
    assert closure(derivations, seeds, potential=True) == wanted


def test_the_metamodel_figures_are_what_the_table_gives_as_direct(metamodel: Metamodel, seeds: frozenset[Triple]):
    assert _figures(metamodel) == seeds


def _figures(metamodel: Metamodel) -> frozenset[Triple]:
    """What figures.csv says, `L` standing for each of the core's layers in turn and `=` for the source itself."""
    letters = {relationship.letter: name for name, relationship in metamodel.relationship_types.items()}
    with (Path(__file__).parent / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["source"], row["letters"], row["target"]) for row in csv.DictReader(file)]
    triples: set[Triple] = set()
    for (source, chosen, target), layer in product(rows, ("business", "application", "tech")):
        for start in _named(metamodel, source.replace("L:", f"{layer}:")):
            ends = (start,) if target == "=" else _named(metamodel, target.replace("L:", f"{layer}:"))
            triples.update((start, letters[letter], end) for end in ends for letter in chosen)
    return frozenset(triples)


def _named(metamodel: Metamodel, pattern: str) -> list[str]:
    """The element types of a pattern: names, `any`, or `layer:aspect:role` with the role left out for all."""
    return [
        name
        for name, element in metamodel.element_types.items()
        if name not in ("grouping", "junction")
        and any(part in ("any", name) or _fits(element, part) for part in pattern.split("+"))
    ]


def _fits(element: ElementType, part: str) -> bool:
    layer, _, rest = part.partition(":")
    aspect, _, role = rest.partition(":")
    return element.layer in LAYERS.get(layer, (layer,)) and element.aspect == aspect and role in ("", element.role)
