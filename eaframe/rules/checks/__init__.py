"""The checks that rules in YAML can ask: a closed list, each a small function with typed parameters.

One definition for all of them of what is not known: a value that is missing, unknown (tracked) or not applicable leaves
a comparison undecided. What is undecided is no finding, but counted. Where a check says more, it stands beside it here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from eaframe.rules.checks import paths, relations, uniqueness, values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from eaframe.rules.checks.asked import Asked
    from eaframe.rules.rule import Problem, Undecided
    from eaframe.sources.shape import Shape

SubjectKind = Literal["element", "relationship", "view", "workspace"]
ANYTHING: Final[tuple[SubjectKind, ...]] = ("element", "relationship", "view", "workspace")
_ELEMENTS: Final[tuple[SubjectKind, ...]] = ("element",)


@dataclass(frozen=True, slots=True)
class CheckKind:
    """A check: its parameters, its function, and what it makes of what is not known.

    ``fills`` are the places of a message that it fills besides ``id`` and ``name``, ``subjects`` what it can be asked
    of; ``judges_absence`` tells that it finds that something is not there.
    """

    name: str
    shape: type[Shape]
    run: Callable[[Asked, Any], Iterator[Problem | Undecided]]
    not_known: str
    example: str
    fills: tuple[str, ...] = ()
    subjects: tuple[SubjectKind, ...] = _ELEMENTS
    judges_absence: bool = False


_COMPARED: Final = "Missing, unknown and not applicable are undecided."
_STEPS: Final = (
    "What may be at the other end, if a value were known, counts neither as there nor as absent: where it matters, "
    "the subject is undecided."
)

CHECKS: Final[Mapping[str, CheckKind]] = {
    check.name: check
    for check in (
        CheckKind(
            "required",
            values.Required,
            values.required,
            "Missing (or blank) fails. Unknown and not applicable pass: they say why there is no value.",
            "{required: [owner, documentation]}",
            ("attribute",),
            ANYTHING,
        ),
        CheckKind(
            "allowed",
            values.Allowed,
            values.allowed,
            _COMPARED,
            "{allowed: hosting, values: [city, state]}",
            ("attribute", "value", "expected"),
            ANYTHING,
        ),
        CheckKind(
            "matches",
            values.Matches,
            values.matches_pattern,
            _COMPARED,
            "{matches: code, pattern: 'G[0-9]{2}'}",
            ("attribute", "value", "expected"),
            ANYTHING,
        ),
        CheckKind(
            "attribute",
            values.Attribute,
            values.attribute,
            "Missing, unknown and not applicable are undecided, on either side. Where nothing is a step away there is "
            "nothing to compare with, and it holds. `is` asks for the state itself and always decides.",
            "{attribute: security-level, min: {attribute: required-security-level}}",
            ("attribute", "value", "expected"),
            ANYTHING,
        ),
        CheckKind(
            "unique",
            uniqueness.Unique,
            uniqueness.unique,
            "A subject one of whose values is not known is undecided, and compared with nobody.",
            "{unique: [code], per: owner}",
            ("attribute", "other", "value"),
            ("element", "relationship"),
        ),
        CheckKind(
            "related",
            relations.Related,
            relations.related,
            _STEPS
            + " A sum is undecided as long as one of its values is not known, or in another currency, or where a "
            "bound is an attribute of the subject that is not known; with `per` the subject is where that value of "
            "something at the other end is not known.",
            "{related: {via: realizes, to: {type: business-service}}, min: 1}",
            ("verb", "what", "number", "expected", "others"),
            judges_absence=True,
        ),
        CheckKind(
            "unrelated",
            relations.Unrelated,
            relations.unrelated,
            _STEPS,
            "{unrelated: {via: flows-to, to: {type: node}}}",
            ("verb", "other"),
        ),
        CheckKind(
            "reaches",
            paths.Reaches,
            paths.reaches,
            "Where only an element that is undecided could be the one that is looked for, the subject is undecided.",
            "{reaches: {via: [realizes, serves], to: {type: goal}}}",
            ("verb", "what", "others"),
            judges_absence=True,
        ),
        CheckKind(
            "separate",
            relations.Separate,
            relations.separate,
            "A side that is not known has nothing in common with another, but leaves the subject undecided.",
            "{separate: [{attribute: owner}, {attribute: auditor}]}",
            ("first", "second", "value"),
            ("element", "relationship"),
        ),
        CheckKind(
            "chain",
            paths.Chain,
            paths.chain,
            "A path that leads all the way, but over an element that is undecided, leaves the subject undecided if no "
            "other does.",
            "{chain: [{via: serves, to: {type: business-process}}, {via: realizes, to: {type: business-service}}]}",
            ("number", "total", "verb", "what", "others", "reason"),
            judges_absence=True,
        ),
        CheckKind(
            "acyclic",
            paths.Acyclic,
            paths.acyclic,
            "It compares no values.",
            "{acyclic: [composed-of, aggregates]}",
            ("path",),
        ),
        CheckKind(
            "layers",
            paths.Layers,
            paths.layers,
            "An element whose layer is undecided is not judged, and neither are the steps to it.",
            "{layers: [{layer: business}, {layer: application}, {layer: technology}], via: [served-by]}",
            ("number", "verb", "other", "expected"),
        ),
        CheckKind(
            "count",
            uniqueness.Count,
            uniqueness.count,
            "A subject is undecided, and in no group, where its value of `per` is not known or nobody can say whether "
            "it is selected. Where such subjects could make up for what `min` lacks, that is not reported.",
            "{count: {min: 1, max: 3}, per: owner}",
            ("number", "expected", "value"),
            ANYTHING,
            judges_absence=True,
        ),
    )
}
