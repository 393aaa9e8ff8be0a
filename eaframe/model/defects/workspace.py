"""The workspace as a whole: its settings, its libraries, its kinds."""

from __future__ import annotations

from eaframe.findings import Defect

LIBRARY_NOT_FOUND = Defect(
    code="MOD016",
    name="library-not-found",
    severity="error",
    summary="A library that the workspace imports is not there.",
    message="The library `{found}` does not exist: {reason}.",
    hint="Name a bundled library ({bundled}) or a relative folder that holds an eaframe.yaml.",
)
LIBRARY_HAS_ERRORS = Defect(
    code="MOD017",
    name="library-has-errors",
    severity="error",
    summary="A library that the workspace imports has errors of its own.",
    message="The library `{found}` has errors ({number}), the first in {where}: {first}",
    hint="Validate the library by itself and mend it there.",
)
CIRCULAR_IMPORT = Defect(
    code="MOD018",
    name="circular-import",
    severity="error",
    summary="Libraries import each other in a circle.",
    message="The imports run in a circle: {path}.",
    hint="Move what both need into a third library.",
)
SAME_NAMESPACE = Defect(
    code="MOD019",
    name="same-namespace",
    severity="error",
    summary="A library has the namespace of the workspace or of another library, so its ids could mean two things.",
    message="The library `{found}` has the namespace `{namespace}`, which is taken.",
    hint="Change `namespace:` in one of the two.",
)
OTHER_LANGUAGE_VERSION = Defect(
    code="MOD020",
    name="other-language-version",
    severity="error",
    summary="The workspace is written for another version of the model language than this program knows.",
    message="`eaframe: {found}` is not the version of the model language that is known here ({known}).",
    hint="Write `eaframe: {known}`, or use an eaframe that knows the other version.",
)
UNKNOWN_METAMODEL = Defect(
    code="MOD021",
    name="unknown-metamodel",
    severity="error",
    summary="The workspace asks for a metamodel that is not there.",
    message="There is no metamodel `{found}`.",
    hint="Use {allowed}.",
)
UNKNOWN_BASE = Defect(
    code="MOD022",
    name="unknown-base",
    severity="error",
    summary="A kind is based on something that is neither an element type, a verb nor another kind, or on itself.",
    message="The base `{found}` of the kind `{kind}` {reason}.",
    hint="Base it on an ArchiMate element type, a verb (for relationships), or another kind.",
    bad="""\
kinds:
  information-system:
    base: aplication-component  # error: MOD022
    label: Information system
""",
    good="""\
kinds:
  information-system:
    base: application-component
    label: Information system
""",
)
RESERVED_ATTRIBUTE = Defect(
    code="MOD023",
    name="reserved-attribute",
    severity="error",
    summary="A kind declares an attribute whose name every element has already, or that its base declares.",
    message="The attribute `{name}` of the kind `{kind}` {reason}.",
    hint="Give it another name.",
    bad="""\
kinds:
  information-system:
    base: application-component
    label: Information system
    attributes:
      owner: {type: text, label: Owner}  # error: MOD023
""",
    good="""\
kinds:
  information-system:
    base: application-component
    label: Information system
    attributes:
      vendor: {type: text, label: Vendor}
""",
)
AMBIGUOUS_KIND = Defect(
    code="MOD024",
    name="ambiguous-kind",
    severity="error",
    summary="The short name of a kind is declared in several libraries.",
    message="`{found}` could be {candidates}.",
    hint="Write the kind with its namespace.",
)
RESERVED_KIND = Defect(
    code="MOD029",
    name="reserved-kind",
    severity="error",
    summary="A kind has the name of an ArchiMate element type or of a verb, so that the name would mean two things.",
    message="`{kind}` is a word of ArchiMate, so it cannot be the name of a kind.",
    hint="Give the kind another name.",
    bad="""\
kinds:
  node:  # error: MOD029
    base: application-component
    label: Node
""",
    good="""\
kinds:
  service-node:
    base: application-component
    label: Service node
""",
)
KIND_HIDES_ANOTHER = Defect(
    code="MOD030",
    name="kind-hides-another",
    severity="warning",
    summary="A kind of the workspace has the name of a kind of a library that it imports, without being based on it. "
    "The name then means the workspace's own, which rules of the library do not know.",
    message="The kind `{kind}` hides {hidden} of an imported library: its elements have none of the attributes of that "
    "kind, so rules that ask for these do not see them.",
    hint="Remove it and use {hidden} itself (`extend: {first}` adds attributes), or give this kind another name.",
)
NOT_JUDGED = Defect(
    code="MOD028",
    name="not-judged",
    severity="info",
    summary="The workspace's own file is wrong in something that the whole model depends on.",
    message="The other files were read, but what they say was not judged.",
    hint="Mend eaframe.yaml first and validate again.",
)
