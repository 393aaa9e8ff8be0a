from eaframe.cli.build import edition_of
from eaframe.documents.definition import DocumentDefinition
from eaframe.documents.description import SECTIONS, describe, write_document
from eaframe.metamodel.archimate import available_versions, load_metamodel
from eaframe.metamodel.values import Localized

DEFINITION = DocumentDefinition(
    "d", Localized({"vi": "Mô tả", "en": "Description"}), "**Để** đọc.", "architecture-description.md"
)

FIVE_ELEMENTS = """\
# Description

Để đọc.

## 1. Scope and versions

The model holds 4 elements and 2 relationships.

- Version: 0.1
- Effective: 23 Nov 2026
- Data cut-off: Oct 2026
- As of: 23 Nov 2026

| Version | Date | Content | Basis | Affected | Unit |
|---|---|---|---|---|---|
| 0.1 | Nov 2026 | Bản đầu |  |  |  |

Grades of evidence:

- A: primary text read
- B: reported by press, a law site or an authority
- C: secondary document
- K: own knowledge, unverified
- modelled: modelled, no reported fact

## 2. Goals, principles and requirements

| Id | Name | Kind | Description | Valid | Grade |
|---|---|---|---|---|---|
| goal-online | Online | Goal | Xem cổng. |  |  |

## 3. Stakeholders and organisation

| Id | Name | Kind | Owner | Valid | Grade |
|---|---|---|---|---|---|
| office | Sở mới | Business actor |  | from 25 Feb 2025 |  |

## 4. Capabilities and strategy

None.

## 5. Business architecture

| Id | Name | Kind | Owner | Valid | Grade |
|---|---|---|---|---|---|
| service | Nộp hồ sơ | Business service |  |  | B, modelled |

## 6. Application architecture

| Id | Name | Kind | Owner | Valid | Grade |
|---|---|---|---|---|---|
| portal | Portal | Information system | Sở mới | from Jul 2016 |  |

## 7. Data architecture

None.

## 8. Technology architecture

None.

## 9. Key relationships

### What serves what

| From | To | Details | Valid | Grade |
|---|---|---|---|---|
| Portal | Nộp hồ sơ | Hồ sơ | from 2018 | A |

## 10. Views

- **All** (all): Mọi thứ.

## 11. Roadmap

None.

## 12. Still unknown

| Element | Attribute | By | Until | Note |
|---|---|---|---|---|
| Portal | Security level | Sở mới | Jun 2026 (overdue) | Chưa có. |

"""


def test_the_description_says_what_the_model_says(edition) -> None:
    written = write_document(edition(lang="en"), DEFINITION)
    assert written[: written.index("## 13.")] == FIVE_ELEMENTS
    assert written.endswith("\n- [Báo cáo](<https://example.org/a>), 1/BC, Sở, Jan 2026\n")


def test_the_roadmap_shows_plateaus_by_date_and_what_belongs_to_them_at_all_times(edition) -> None:
    made = edition(
        "elements:\n"
        "  later: {type: plateau, date: 2027-01-29, name: Sau, documentation: S., aggregates: new}\n"
        "  before: {type: plateau, date: 2017-06-30, name: Trước, documentation: T., aggregates: old}\n"
        "  old: {type: work-package, name: Việc cũ, documentation: C., valid: {to: 2017}}\n"
        "  new: {type: work-package, name: Việc mới, documentation: M., valid: {from: 2027}}\n"
    )
    told = describe(made, DEFINITION)
    assert [(one.name, one.when) for one in told.roadmap] == [
        ("Trước", "30/06/2017"),
        ("Sau", "29/01/2027"),
        ("Việc cũ", "đến 2017"),
        ("Việc mới", "từ 2027"),
    ]
    [group] = told.roadmap[0].relations
    assert (group.verb, [line.other.text for line in group.lines]) == ("tập hợp", ["Việc cũ"])
    assert "- tập hợp: Việc cũ\n" in write_document(made, DEFINITION)


def test_findings_are_summed_up_by_code(edition) -> None:
    told = describe(edition("elements: {a: {type: goal, name: A, influences: [b, c]}}\n"), DEFINITION)
    dangling = next(one for one in told.findings if one.code == "MOD004")
    assert (dangling.severity, dangling.number) == ("error", 2)


def test_no_element_is_left_out_of_the_description(edition) -> None:
    types = [name for name in load_metamodel(available_versions()[0]).element_types if name != "junction"]
    model = "elements:\n" + "".join(f"  e-{name}: {{type: {name}, name: N {name}}}\n" for name in (*types, "unknown"))
    written = write_document(edition(model), DEFINITION)
    assert [name for name in (*types, "unknown") if f"N {name}" not in written] == []


def test_no_type_stands_in_two_sections() -> None:
    listed = [type_ for types in SECTIONS.values() for type_ in types]
    assert len(listed) == len(set(listed))
    assert set(listed) <= set(load_metamodel(available_versions()[0]).element_types)


def test_without_a_site_nothing_in_a_document_has_an_address(edition, tmp_path) -> None:
    import eaframe

    edition()
    made = edition_of(eaframe.load(tmp_path, today=20261123), "", with_places=False)
    assert made.link("portal").href == ""
