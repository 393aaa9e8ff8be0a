import csv
import re
from collections import Counter
from pathlib import Path

from eaframe.metamodel.archimate import Metamodel
from eaframe.metamodel.vocabulary import RELATIONSHIP, Permission, Triple

# Cells that whoever knows the language expects; `-` is for what it does not allow.
CELLS = """
business-actor              assigned-to      business-role             direct
business-role               assigned-to      business-process          direct
business-role               assigned-to      business-actor            -
business-process            assigned-to      business-role             -
business-actor              composed-of      business-actor            direct
business-collaboration      aggregates       business-role             direct
business-interface          assigned-to      business-service          direct
business-process            realizes         business-service          direct
business-process            triggers         business-process          direct
business-process            flows-to         business-function         direct
business-process            accesses         data-object               derived
business-service            serves           business-actor            direct
business-service            accesses         business-object           direct
business-object             accesses         business-process          -
business-object             specializes      business-object           direct
representation              realizes         business-object           direct
contract                    specializes      business-object           direct
product                     aggregates       business-service          direct
product                     composed-of      contract                  direct
application-component       assigned-to      application-function      direct
application-component       composed-of      application-interface     direct
application-component       composed-of      application-function      -
application-component       realizes         application-service       derived
application-component       serves           business-process          derived
application-component       accesses         data-object               derived
application-component       flows-to         application-component     derived
application-function        realizes         application-service       direct
application-function        accesses         data-object               direct
application-process         realizes         business-process          direct
application-interface       assigned-to      application-service       direct
application-service         serves           application-component     direct
application-service         realizes         business-service          direct
application-service         serves           business-process          direct
application-interface       serves           business-role             direct
technology-service          serves           application-component     direct
artifact                    realizes         application-component     direct
artifact                    realizes         data-object               direct
data-object                 accesses         application-component     -
data-object                 serves           application-component     -
data-object                 realizes         business-object           direct
data-object                 flows-to         data-object               -
node                        composed-of      device                    direct
node                        assigned-to      technology-process        direct
node                        serves           application-component     derived
device                      assigned-to      system-software           direct
device                      assigned-to      artifact                  direct
system-software             assigned-to      artifact                  direct
system-software             realizes         application-component     derived
artifact                    realizes         system-software           direct
artifact                    assigned-to      node                      -
path                        aggregates       node                      direct
communication-network       realizes         path                      direct
equipment                   assigned-to      material                  direct
facility                    assigned-to      node                      direct
resource                    assigned-to      capability                direct
capability                  serves           capability                direct
capability                  realizes         requirement               direct
capability                  realizes         business-process          -
business-process            realizes         capability                direct
application-component       realizes         capability                derived
course-of-action            realizes         goal                      derived
goal                        realizes         course-of-action          -
driver                      influences       goal                      direct
goal                        influences       application-component     -
outcome                     realizes         goal                      direct
requirement                 realizes         principle                 direct
constraint                  specializes      requirement               direct
application-component       influences       requirement               direct
application-component       realizes         goal                      derived
stakeholder                 associated-with  driver                    direct
business-actor              assigned-to      stakeholder               direct
business-actor              assigned-to      work-package              direct
work-package                realizes         deliverable               direct
work-package                realizes         application-component     direct
work-package                serves           application-component     -
deliverable                 realizes         plateau                   direct
plateau                     triggers         plateau                   direct
plateau                     aggregates       application-component     direct
plateau                     aggregates       work-package              -
gap                         associated-with  plateau                   direct
location                    aggregates       node                      direct
grouping                    aggregates       goal                      direct
grouping                    composed-of      application-component     direct
"""


def test_well_known_cells_are_as_every_modeller_expects(metamodel: Metamodel):
    for line in CELLS.strip().splitlines():
        source, verb, target, expected = line.split()
        relationship, inverse = metamodel.verbs[verb]
        assert not inverse
        permission = metamodel.permission(source, relationship.name, target)
        assert (permission or "-") == expected, line


def test_the_table_has_as_many_triples_as_the_standard(triples: dict[Triple, Permission]):
    assert len(triples) == 10_484
    assert Counter(triples.values()) == {"direct": 5_098, "derived": 5_386}


def test_each_relationship_is_allowed_as_often_as_in_the_standard(triples: dict[Triple, Permission]):
    assert Counter(name for _, name, _ in triples) == {
        "association": 3600,
        "flow": 1264,
        "triggering": 1264,
        "serving": 1249,
        "realization": 1041,
        "influence": 649,
        "aggregation": 361,
        "composition": 337,
        "assignment": 285,
        "access": 252,
        "specialization": 182,
    }


def test_association_joins_every_element_type_to_every_one(metamodel: Metamodel, triples: dict[Triple, Permission]):
    assert sum(permission == "direct" for (_, name, _), permission in triples.items() if name == "association") == 60**2
    assert len(metamodel.cells) == 60**2 + 2 * 60


def test_an_element_may_be_associated_with_a_relationship_and_some_elements_may_hold_one(metamodel: Metamodel):
    ends = [name for name in metamodel.element_types if name != "junction"]
    only_association = dict.fromkeys(ends, ("association",))
    holders = dict.fromkeys(("plateau", "location", "grouping"), ("composition", "aggregation", "association"))
    assert {name: metamodel.permitted(RELATIONSHIP, name) for name in ends} == only_association
    assert {name: metamodel.permitted(name, RELATIONSHIP) for name in ends} == only_association | holders


def test_no_relationship_joins_two_relationships(metamodel: Metamodel):
    assert metamodel.permitted(RELATIONSHIP, RELATIONSHIP) == ()


def test_the_table_allows_what_is_collected_for_the_project(metamodel: Metamodel, shared: Path):
    letters = {relationship.letter: name for name, relationship in metamodel.relationship_types.items()}
    assert {
        (_kebab(row["source"]), letters[letter], _kebab(row["target"]))
        for row in _rows(shared / "relationships_direct_derived.csv")
        for letter in row["direct_letters"] + row["derived_letters"]
    } == {(source, name, target) for (source, target), cell in metamodel.cells.items() for name in cell}


def test_element_types_are_those_collected_for_the_project(metamodel: Metamodel, shared: Path):
    assert list(metamodel.element_types) == [_kebab(row["element"]) for row in _rows(shared / "elements.csv")]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _kebab(camel: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", camel).lower()
