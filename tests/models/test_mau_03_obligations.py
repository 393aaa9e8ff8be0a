"""How much Form 03 asks of each field: B mandatory, K (or B on a condition) conditional, R recommended, T optional."""

from typing import Final

import pytest

import eaframe

MANDATORY: Final = "mandatory"
CONDITIONAL: Final = "conditional"
OF_OBJECTS: Final = {
    **dict.fromkeys(("local-code", "record-type", "object-type", "framework-layer", "model-state"), MANDATORY),
    **dict.fromkeys(("usage-scope", "sharing-scope", "confirming-contact"), MANDATORY),
    **dict.fromkeys(("source-code", "framework-component", "operator", "technical-contact"), CONDITIONAL),
    **dict.fromkeys(("data-owner", "lifecycle", "exploitation", "completion-option"), CONDITIONAL),
    **dict.fromkeys(("nas-code", "remarks"), "optional"),
}
OF_RELATIONS: Final = {
    **dict.fromkeys(("relation-type", "relation-state", "legal-basis"), MANDATORY),
    **dict.fromkeys(("relation-code", "service-level", "protection-class", "protection-requirements"), CONDITIONAL),
    **dict.fromkeys(("coordination-contact", "coordination-unit"), CONDITIONAL),
    "remarks": "optional",
}
OF_MAPPINGS: Final = {
    **dict.fromkeys(("mapping-relation", "source-document", "source-issuer", "source-version"), CONDITIONAL),
    **dict.fromkeys(("source-object", "mapping-result"), CONDITIONAL),
    **dict.fromkeys(("place-in-form-01", "place-in-form-02"), "recommended"),
}
OBLIGATIONS: Final = {
    **dict.fromkeys(("information-system", "database", "data-centre", "wide-area-network"), OF_OBJECTS),
    **dict.fromkeys(("open-data-set", "public-service", "api"), OF_OBJECTS),
    "data-exchange": {**OF_RELATIONS, "data-group": MANDATORY, "channel": CONDITIONAL},
    "service-use": {**OF_RELATIONS, "used-service": MANDATORY, "channel": CONDITIONAL},
    **dict.fromkeys(("technical-connection", "dependency"), OF_RELATIONS),
    **dict.fromkeys(("framework-mapping", "framework-reference"), OF_MAPPINGS),
    "content-to-complete": {
        **dict.fromkeys(("local-code", "as-is", "requirement", "content", "completion-option"), MANDATORY),
        "governance-scope": CONDITIONAL,
    },
    "transition-task": {
        **dict.fromkeys(("local-code", "result", "priority", "deadline", "resources", "verification"), MANDATORY),
        **dict.fromkeys(("coordinating-units", "depends-on", "start", "concretisation", "progress"), CONDITIONAL),
        **dict.fromkeys(("related-programme", "data-readiness", "execution-state"), CONDITIONAL),
        "remarks": "optional",
    },
}


@pytest.mark.parametrize("kind", OBLIGATIONS)
def test_a_field_is_asked_for_as_the_form_asks_for_it(kind, libraries: eaframe.Workspace):
    kinds = {id_.rpartition(":")[2]: one for id_, one in libraries.model.kinds.items()}
    attributes = kinds[kind].attributes
    assert {key: attributes[key].obligation for key in OBLIGATIONS[kind]} == OBLIGATIONS[kind]
