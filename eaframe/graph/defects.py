"""What can be wrong with the names in a selector, wherever it stands: in a view, a rule, a derivation, a severity."""

from __future__ import annotations

from eaframe.findings import Defect

_GOAL = "elements:\n  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}\n"
_SYSTEM = """\
kinds:
  system: {base: application-component, attributes: {level: {type: integer}}}
elements:
  portal: {type: system, name: Portal, documentation: Where dossiers are sent., level: 3}
"""


def _view(selector: str) -> str:
    return f"views:\n  goals:\n    name: Goals\n    include: [{selector}]"


UNKNOWN_ID = Defect(
    code="SEL001",
    name="unknown-id-in-selector",
    severity="error",
    summary="A selector names an element, a relationship or a view that does not exist, so it cannot select it.",
    message="`{found}` does not exist.",
    hint="Correct the id, or define what it means.",
    bad=_GOAL + _view("{id: fast-servce}") + "  # error: SEL001\n",
    good=_GOAL + _view("{id: fast-service}") + "\n",
)
UNKNOWN_TYPE = Defect(
    code="SEL002",
    name="unknown-type-in-selector",
    severity="error",
    summary="A selector or a viewpoint names a type that is neither an ArchiMate element type nor a declared kind.",
    message="`{found}` is neither an element type nor a kind.",
    hint="Use an ArchiMate type such as `application-component`, or a kind that is declared under `kinds:`.",
    basis="ArchiMate 3.2, ch. 3-13",
    bad=_GOAL + _view("{type: gaol}") + "  # error: SEL002\n",
    good=_GOAL + _view("{type: goal}") + "\n",
)
UNKNOWN_LAYER = Defect(
    code="SEL003",
    name="unknown-layer-in-selector",
    severity="error",
    summary="A selector names a layer that ArchiMate does not have.",
    message="`{found}` is not a layer.",
    hint="Use one of {allowed}.",
    basis="ArchiMate 3.2, 3.4",
    bad=_GOAL + _view("{layer: motivations}") + "  # error: SEL003\n",
    good=_GOAL + _view("{layer: motivation}") + "\n",
)
UNKNOWN_TAG = Defect(
    code="SEL004",
    name="unknown-tag-in-selector",
    severity="warning",
    summary="A selector asks for a tag that nothing carries, mostly because one of the two is misspelt.",
    message="Nothing has the tag `{found}`.",
    hint="Correct the tag, or add it to what should be selected.",
    bad=_GOAL.replace("day.}", "day., tags: [programme]}") + _view("{tag: program}") + "  # warning: SEL004\n",
    good=_GOAL.replace("day.}", "day., tags: [programme]}") + _view("{tag: programme}") + "\n",
)
UNKNOWN_ATTRIBUTE = Defect(
    code="SEL005",
    name="unknown-attribute-in-selector",
    severity="error",
    summary="A selector or a check compares an attribute that no kind declares or derives, so it decides nothing.",
    message="`{found}` is not an attribute of anything.",
    hint="Correct the name, or declare it under `attributes` of a kind.",
    bad=_SYSTEM + _view("{type: system, where: {levle: 3}}") + "  # error: SEL005\n",
    good=_SYSTEM + _view("{type: system, where: {level: 3}}") + "\n",
)
UNKNOWN_VERB = Defect(
    code="SEL006",
    name="unknown-verb-in-selector",
    severity="error",
    summary="A selector or a check follows relationships by a name that is neither a verb nor a kind of relationship.",
    message="`{found}` is neither a verb nor a kind of relationship.",
    hint="Use a verb such as `serves` or `served-by`, or a kind that is based on one.",
    basis="ArchiMate 3.2, ch. 5",
    bad=_SYSTEM + _view("{type: system, related: {via: servs}}") + "  # error: SEL006\n",
    good=_SYSTEM + _view("{type: system, not: {related: {via: serves}}}") + "\n",
)
IMPOSSIBLE_VALUE = Defect(
    code="SEL007",
    name="impossible-comparison",
    severity="error",
    summary="A selector or a check compares an attribute with a value that it can never have.",
    message="`{attribute}` can never be compared with `{found}`: it takes {expected}.",
    hint="Correct the value, or the attribute.",
    bad=_SYSTEM + _view("{type: system, where: {level: high}}") + "  # error: SEL007\n",
    good=_SYSTEM + _view("{type: system, where: {level: 3}}") + "\n",
)
DERIVED_FROM_DERIVED = Defect(
    code="SEL008",
    name="derivation-without-order",
    severity="error",
    summary="A derivation depends on a derived value in a way that cannot be worked out step by step.",
    message="The derivation of `{name}` must not depend on the derived value `{found}` here.",
    hint="Carry derived values by `along` and `attribute`; ask in `when` only for values that are declared.",
    bad="""\
kinds:
  system:
    base: application-component
    derived:
      need:
        max-of:
          - {when: {where: {need: {max: 2}}}, value: 3}  # error: SEL008
elements:
  portal: {type: system, name: Portal, documentation: Where dossiers are sent.}
""",
    good="""\
kinds:
  system:
    base: application-component
    derived:
      need:
        max-of:
          - {along: composed-of, attribute: need}
          - {value: 1}
elements:
  portal: {type: system, name: Portal, documentation: Where dossiers are sent.}
""",
)

DEFECTS = tuple(value for value in list(globals().values()) if isinstance(value, Defect))
