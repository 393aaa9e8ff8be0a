"""Which relationship follows from two others (Appendix B.2 and B.3), and where none may follow (B.4).

A rule of the standard speaks of three concepts and two relationships that share one of them. Put on a path
`x - middle - y`, each of the two is one step, walked along its direction or against it, and every rule then concludes a
relationship from x to y. So all of them are one look-up from two steps to a conclusion, and the same table serves types
(the closure below) and chains of a model's own elements.

DR rules are valid: what they conclude holds in every model. PDR rules are potential: the modeller decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from eaframe.metamodel.archimate import Metamodel, load_metamodel, read_rows
from eaframe.metamodel.vocabulary import JUNCTION, ElementType, RelationshipType, Triple

Step = tuple[str, bool]
"""The name of a relationship, and whether it is walked from its source to its target."""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What two steps allow one to say about the ends of the path."""

    rule: str
    """The standard's number of the rule, as in `DR3`."""
    valid: bool
    """True in every model; else only potential."""
    relationship: str
    through: str
    """The only element type the middle may have; empty for any."""


@dataclass(frozen=True, slots=True, eq=False)
class Derivations:
    """The derivation rules of one metamodel, with their restrictions.

    The restrictions know element types only: junctions and relationships as ends of relationships raise KeyError.
    """

    conclusions: Mapping[tuple[Step, Step], Conclusion] = field(repr=False)
    """By the two steps of a path. Where rules meet in one pair of steps, they conclude the same."""
    domains: Mapping[str, str] = field(repr=False)
    """The domain of B.4 of each element type: motivation, strategy, core or implementation."""
    allowed: Mapping[tuple[str, str], frozenset[str]] = field(repr=False)
    """The relationships that B.4 lets one derive from an element type to an element type."""

    def conclude(self, first: Step, second: Step) -> Conclusion | None:
        """What follows for the ends of a path of two steps, before B.4 and the table are asked."""
        return self.conclusions.get((first, second))

    def allows(self, source: str, middle: str, target: str, relationship: str) -> bool:
        """Whether B.4 lets this relationship be derived between two element types by way of a third."""
        return relationship in self.allowed[source, target] and self.allows_middle(source, middle, target)

    def allows_middle(self, source: str, middle: str, target: str) -> bool:
        """Whether B.4 lets anything be derived between two element types by way of a third.

        The middle lies in the domain of one of the ends. From implementation to motivation or strategy it may also
        lie in the core, unless it is a location or a grouping.
        """
        start, between, end = self.domains[source], self.domains[middle], self.domains[target]
        if between in (start, end):
            return True
        crosses_core = start == "implementation" and between == "core" and end in ("motivation", "strategy")
        return crosses_core and middle not in ("location", "grouping")


@cache
def load_derivations(version: str = "archimate-3.2") -> Derivations:
    """The derivation rules of a metamodel's version. Raises UnknownMetamodelError as `load_metamodel` does."""
    metamodel = load_metamodel(version)
    domains = {name: _domain(element) for name, element in metamodel.element_types.items() if name != JUNCTION}
    return Derivations(conclusions=_conclusions(metamodel), domains=domains, allowed=_allowed(metamodel, domains))


def closure(derivations: Derivations, seeds: Iterable[Triple], *, potential: bool = False) -> frozenset[Triple]:
    """All triples over element types that follow from the seeds, the seeds not counted, repeatedly and under B.4.

    Only the valid rules are used unless the potential ones are asked for as well. Leave Grouping out of the seeds: as
    it may hold anything, B.4 alone lets far more through it than the table does.
    """
    given = frozenset(seeds)
    rules = [(pair, rule) for pair, rule in derivations.conclusions.items() if rule.valid or potential]
    after: defaultdict[Step, list[tuple[Step, Conclusion]]] = defaultdict(list)
    before: defaultdict[Step, list[tuple[Step, Conclusion]]] = defaultdict(list)
    for (first, second), rule in rules:
        after[first].append((second, rule))
        before[second].append((first, rule))

    known = set(given)
    waiting = list(given)
    reached: defaultdict[tuple[str, Step], set[str]] = defaultdict(set)  # where a step leads from an element type
    while waiting:
        source, name, target = waiting.pop()
        reached[source, (name, True)].add(target)
        reached[target, (name, False)].add(source)
        for start, step, end in ((source, (name, True), target), (target, (name, False), source)):
            paths = [(start, end, far, rule) for second, rule in after[step] for far in reached[end, second]]
            paths += [
                (far, start, end, rule) for first, rule in before[step] for far in reached[start, _reverse(first)]
            ]
            for x, middle, y, rule in paths:
                triple = (x, rule.relationship, y)
                if triple not in known and rule.through in ("", middle) and derivations.allows(x, middle, y, triple[1]):
                    known.add(triple)
                    waiting.append(triple)
    return frozenset(known - given)


def _reverse(step: Step) -> Step:
    return step[0], not step[1]


def _conclusions(metamodel: Metamodel) -> dict[tuple[Step, Step], Conclusion]:
    conclusions: dict[tuple[Step, Step], Conclusion] = {}
    for rule, certainty, first_steps, second_steps, result, through in read_rows(metamodel.version, "derivations.csv"):
        for first, along in _steps(metamodel, first_steps):
            for second, onward in _steps(metamodel, second_steps):
                weaker = min(first, second, key=lambda relationship: relationship.strength)
                concluded = {"first": first, "second": second, "weaker": weaker}[result]
                conclusion = Conclusion(rule, certainty == "valid", concluded.name, through)
                # Of two specializations in a row DR1, PDR1 and PDR4 say the same; the valid rule comes first.
                conclusions.setdefault(((first.name, along), (second.name, onward)), conclusion)
    return conclusions


def _steps(metamodel: Metamodel, pattern: str) -> Iterator[tuple[RelationshipType, bool]]:
    # `>structural+flow` is every structural relationship, and flow, walked along; `<` walks against.
    names = pattern[1:].split("+")
    for relationship in metamodel.relationship_types.values():
        if relationship.name in names or relationship.category in names:
            yield relationship, pattern[0] == ">"


def _domain(element: ElementType) -> str:
    return element.layer if element.layer in ("motivation", "strategy", "implementation") else "core"


def _allowed(metamodel: Metamodel, domains: Mapping[str, str]) -> dict[tuple[str, str], frozenset[str]]:
    letters = {relationship.letter: name for name, relationship in metamodel.relationship_types.items()}
    rows = [
        (source, target, frozenset(letters[letter] for letter in only))
        for source, target, only in read_rows(metamodel.version, "restrictions.csv")
    ]
    passive = {name for name in domains if metamodel.element_types[name].aspect == "passive-structure"}
    groups = {name: {"any", domain, "passive" if name in passive else ""} for name, domain in domains.items()}
    return {
        (source, target): frozenset(metamodel.relationship_types).intersection(
            *(only for a, b, only in rows if _is_in(groups[source], a) and _is_in(groups[target], b))
        )
        for source in domains
        for target in domains
    }


def _is_in(groups: set[str], pattern: str) -> bool:
    # `core+strategy` is any of these groups, `!passive` everything outside one.
    return pattern[1:] not in groups if pattern.startswith("!") else not groups.isdisjoint(pattern.split("+"))
