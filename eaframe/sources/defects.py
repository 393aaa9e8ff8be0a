"""What can be wrong with a file as such, before anyone asks what it says."""

from __future__ import annotations

from eaframe.findings import Defect

SYNTAX_ERROR = Defect(
    code="SRC001",
    name="syntax-error",
    severity="error",
    summary="A file is not YAML. Nothing in it could be read; all other files were still checked.",
    message="The file is not valid YAML: {problem}.",
    hint="Mend the line that is marked, or the one before it: a missing quote, colon, bracket or indentation.",
    basis="YAML 1.2.2",
    bad="""\
elements:
  portal: {type: goal, name: [Open]]  # error: SRC001
""",
    good="""\
elements:
  portal: {type: goal, name: Open, documentation: Services that anyone can use.}
""",
)
NOT_UTF_8 = Defect(
    code="SRC002",
    name="not-utf-8",
    severity="error",
    summary="A file is not written in UTF-8, so its letters cannot be known.",
    message="The file is not UTF-8: {problem}.",
    hint="Save the file as UTF-8.",
    basis="YAML 1.2.2 §5.2; TCVN 6909:2001",
)
DUPLICATE_KEY = Defect(
    code="SRC003",
    name="duplicate-key",
    severity="error",
    summary="A key stands twice in one mapping. Most YAML readers keep one of the two without a word.",
    message="The key `{key}` stands twice in the same mapping.",
    hint="Remove one of the two, or give one another name. The first was kept.",
    basis="YAML 1.2.2 §3.2.1.3",
    bad="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    name: Quick service  # error: SRC003
    documentation: Answers within a day.
""",
    good="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
""",
)
ANCHOR = Defect(
    code="SRC004",
    name="anchor-or-alias",
    severity="error",
    summary="A file uses a YAML anchor or alias. A model needs none, and nested aliases can exhaust any machine.",
    message="YAML anchors and aliases (`{text}`) are not allowed.",
    hint="Write the value out where it is used. A text that begins with `&` or `*` needs quotes.",
    bad="""\
elements:
  fast-service:
    type: goal
    name: &title Fast service  # error: SRC004
    documentation: Answers within a day.
""",
    good="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
""",
)
MERGE_KEY = Defect(
    code="SRC005",
    name="merge-key",
    severity="error",
    summary="A file uses the merge key `<<`, which YAML 1.2 no longer has.",
    message="The YAML merge key `<<` is not allowed.",
    hint="Write the keys out, or declare a kind with what the elements share.",
    bad="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
    <<: {visibility: public}  # error: SRC005
""",
    good="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
    visibility: public
""",
)
EXPLICIT_TAG = Defect(
    code="SRC006",
    name="explicit-tag",
    severity="error",
    summary="A file uses an explicit YAML tag. Types come from the metamodel; tags can make readers run code.",
    message="The YAML tag `{text}` is not allowed.",
    hint="Remove the tag: what a value means is known from its key.",
    bad="""\
elements:
  fast-service:
    type: goal
    name: !!str Fast service  # error: SRC006
    documentation: Answers within a day.
""",
    good="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
""",
)
SEVERAL_DOCUMENTS = Defect(
    code="SRC007",
    name="several-documents",
    severity="error",
    summary="A file holds more than one YAML document; only the first would be read.",
    message="The file holds more than one YAML document.",
    hint="Remove the line `---` or move what follows it into a file of its own.",
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
---  # error: SRC007
elements: {}
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
""",
)
NOT_A_TEXT_KEY = Defect(
    code="SRC008",
    name="key-is-not-text",
    severity="error",
    summary="A key of a mapping is empty, a list or a mapping.",
    message="A key must be a word, not {what}.",
    hint="Write `key: value` with a plain word as the key.",
    bad="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
    [a, b]: c  # error: SRC008
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
""",
)
OVER_A_LIMIT = Defect(
    code="SRC009",
    name="over-a-limit",
    severity="error",
    summary="A file or the workspace is larger or deeper than a model may be: a hostile file must not stop a run.",
    message="{what} ({limit} is {number}).",
    hint="Split it; or, for a run that you trust, set the environment variable EAFRAME_LIMITS={limit}=NUMBER.",
)
LINK_LEAVES_WORKSPACE = Defect(
    code="SRC010",
    name="link-leaves-workspace",
    severity="error",
    summary="A symbolic link points out of the workspace. It is not followed.",
    message="The link points out of the workspace and was not followed.",
    hint="Copy the file into the workspace, or import its folder as a library.",
)
FORBIDDEN_CHARACTER = Defect(
    code="SRC011",
    name="forbidden-character",
    severity="error",
    summary="A text holds a control character or one that changes the direction of writing, which hides what it says.",
    message="The text holds the character {character}, which is not allowed.",
    hint="Remove the character; it is invisible, so retyping the word is the surest way.",
    basis="Unicode UTS 55 (Trojan Source)",
    bad="""\
elements:
  fast-service:
    type: goal
    name: "Fast\\u202E service"  # error: SRC011
    documentation: Answers within a day.
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
""",
)
BYTE_ORDER_MARK = Defect(
    code="SRC012",
    name="byte-order-mark",
    severity="info",
    summary="A file begins with a byte order mark, which UTF-8 does not need and some tools stumble over.",
    message="The file begins with a byte order mark.",
    hint="Save the file as UTF-8 without BOM.",
)
NOT_NFC = Defect(
    code="SRC013",
    name="not-nfc",
    severity="info",
    summary="A file holds letters written as several characters (NFD). They were read as one (NFC).",
    message="The file holds letters that are not in the composed form NFC, first `{text}`.",
    hint="Convert the file to Unicode NFC; macOS and some keyboards write the other form.",
    basis="Unicode UAX 15; TCVN 6909:2001",
)
SAME_FILE_NAME = Defect(
    code="SRC014",
    name="same-file-name",
    severity="error",
    summary="Two files have names that differ only in case or Unicode form: on Windows and macOS they are one file.",
    message="The file name is the same as `{other}` but for case or Unicode form.",
    hint="Rename one of the two.",
)
NO_KNOWN_KEY = Defect(
    code="SRC015",
    name="no-known-key",
    severity="info",
    summary="A YAML file has none of the keys that a workspace knows, so nothing of it was read.",
    message="The file has none of the keys that a workspace knows; it was not read.",
    hint="If it belongs to the model put it under one of {allowed}; if not, list it under `exclude:` in eaframe.yaml.",
    bad="""\
services:  # info: SRC015
  - open
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
""",
)
NOT_A_MAPPING = Defect(
    code="SRC016",
    name="not-a-mapping",
    severity="error",
    summary="A value is a word or a list where keys with values are expected.",
    message="{what} must be a mapping (`key: value` lines), not {found}.",
    hint="Write one `key: value` a line, indented below it.",
    bad="""\
elements: [fast-service]  # error: SRC016
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
""",
)
UNKNOWN_KEY = Defect(
    code="SRC017",
    name="unknown-key",
    severity="error",
    summary="A key is not one that may stand here. It would be ignored, and with it what its writer meant.",
    message="The key `{key}` is not known here.",
    hint="Allowed are {allowed}.",
    bad="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    docmentation: Answers within a day.  # error: SRC017
    documentation: Answers within a day.
""",
    good="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
""",
)
MISSING_KEY = Defect(
    code="SRC018",
    name="missing-key",
    severity="error",
    summary="Something lacks a key that it cannot do without.",
    message="The key `{key}` is missing.",
    hint="Add `{key}: …`.",
    bad="""\
elements:
  fast-service:  # error: SRC018
    name: Fast service
    documentation: Answers within a day.
""",
    good="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
""",
)
WRONG_VALUE = Defect(
    code="SRC019",
    name="wrong-value",
    severity="error",
    summary="The value of a key is not of the form, or not one of the words, that the key takes.",
    message="`{key}` must be {expected}, not {found}.",
    hint="Write {expected}.",
    bad="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
    visibility: secret  # error: SRC019
""",
    good="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
    visibility: restricted
""",
)

DEFECTS = (
    SYNTAX_ERROR,
    NOT_UTF_8,
    DUPLICATE_KEY,
    ANCHOR,
    MERGE_KEY,
    EXPLICIT_TAG,
    SEVERAL_DOCUMENTS,
    NOT_A_TEXT_KEY,
    OVER_A_LIMIT,
    LINK_LEAVES_WORKSPACE,
    FORBIDDEN_CHARACTER,
    BYTE_ORDER_MARK,
    NOT_NFC,
    SAME_FILE_NAME,
    NO_KNOWN_KEY,
    NOT_A_MAPPING,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_VALUE,
)
