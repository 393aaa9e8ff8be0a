from eaframe.documents.definition import DocumentDefinition, document_templates, read_documents
from eaframe.metamodel.values import Localized

ELEMENT = "elements: {a: {type: goal, name: A, documentation: A.}}\n"


def documents_of(edition, text: str):
    return read_documents(edition(f"{ELEMENT}documents:\n{text}").whole.model)


def test_a_document_is_written_from_the_architecture_description_unless_it_says_otherwise(edition) -> None:
    found, findings = documents_of(edition, "  b: {name: {vi: B, en: Bee}}\n  a: {name: A, documentation: Why.}\n")
    assert findings == []
    assert list(found.values()) == [
        DocumentDefinition("a", "A", "Why.", "architecture-description.md"),
        DocumentDefinition("b", Localized({"vi": "B", "en": "Bee"}), "", "architecture-description.md"),
    ]


def test_an_unknown_template_is_a_finding_that_says_what_was_meant(edition) -> None:
    found, [finding] = documents_of(edition, "  a: {name: A, template: architecture-descripton.md}\n")
    assert found == {}
    assert (finding.code, finding.at.path) == ("DOC001", ("documents", "a", "template"))
    assert str(finding.hint) == "Did you mean `architecture-description.md`?"


def test_a_template_is_a_name_never_a_path(edition) -> None:
    found, [finding] = documents_of(edition, "  a: {name: A, template: ../templates/architecture-description.md}\n")
    assert found == {}
    assert finding.code == "DOC001"


def test_a_wrong_shape_is_a_finding_at_its_key(edition) -> None:
    found, findings = documents_of(edition, "  a: {nam: A}\n  b: [x]\n")
    assert found == {}
    assert [finding.at.path for finding in findings] == [("documents", "a", "nam"), ("documents", "b")]


def test_every_template_is_the_name_of_a_file() -> None:
    assert "architecture-description.md" in document_templates()
