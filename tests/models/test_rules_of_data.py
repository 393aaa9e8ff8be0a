"""DAT-01 to DAT-11: whom each part judges and whom it leaves alone."""

from typing import Final

import pytest

TODAY: Final = 20261123


@pytest.mark.parametrize("code", ["VNC301", "VNC303", "VNC308", "VNC321", "VNC326", "VNS309"])
def test_of_a_database_that_another_owns_nothing_is_asked(code, finds):
    model = "elements:\n  people: {type: database, name: People, personal-data: true, record-type: %s}\n"
    assert finds(code, model % "reference", TODAY) == []
    assert set(finds(code, model % "original", TODAY)) == {"people"}


def test_what_is_recorded_as_unknown_counts_as_told(finds):
    model = """\
elements:
  office: {type: agency, name: Office}
  pupils:
    type: database
    name: Pupils
    documentation: Pupils and classes.
    purpose: {unknown: {by: office, until: 2027-01-29}}
    collection: {unknown: {by: office, until: 2027-01-29}}
    updating: {not-applicable: It is never changed.}
    data-source: Schools
"""
    assert finds("VNC301", model, TODAY) == []


def test_one_class_of_items_is_enough_to_have_split_them(finds):
    model = """\
elements:
  a: {type: database, name: A, special-share-items: [Name]}
  b: {type: database, name: B, open-items: {not-applicable: No item is open.}}
  c: {type: database, name: C, sharing: open}
"""
    assert finds("VNC321", model, TODAY) == ["c"]


@pytest.mark.parametrize(("checked", "is_old"), [("2025-11-23", False), ("2025-11-22", True)])
def test_a_data_check_holds_for_twelve_months(checked, is_old, finds):
    model = f"elements:\n  a: {{type: database, name: A, last-data-check: {checked}}}\n"
    assert finds("VNC306", model, TODAY) == (["a"] if is_old else [])


@pytest.mark.parametrize(("reported", "is_missed"), [("2024-11-23", False), ("2024-11-22", True)])
def test_a_report_of_the_year_before_last_may_still_have_been_in_time(reported, is_missed, finds):
    model = f"elements:\n  a: {{type: database, name: A, last-data-report: {reported}}}\n"
    assert finds("VNC346", model, TODAY) == (["a"] if is_missed else [])


@pytest.mark.parametrize(("published", "asked"), [("2026-08-23", ["a"]), ("2026-08-24", [])])
def test_open_data_has_three_months_for_its_first_update(published, asked, finds):
    model = f"elements:\n  a: {{type: open-data-set, name: A, published: {published}, catalogue-review: 2026-11-01}}\n"
    assert finds("VNC327", model, TODAY) == asked


@pytest.mark.parametrize(
    ("modes", "found"),
    [
        ((), ["person"]),
        (("read", "read"), ["person"]),
        (("write", "read"), []),
        (("readwrite", "read"), []),
        (("readwrite", "write"), ["person"]),
    ],
)
def test_master_data_is_written_by_one_system_and_read_by_all_others(modes, found, finds):
    systems = "".join(
        f"  s{number}: {{type: information-system, name: S{number}, accesses: [{{to: person, mode: {mode}}}]}}\n"
        for number, mode in enumerate(modes)
    )
    model = f"elements:\n  person: {{type: data-entity, name: Person, master-data: true}}\n{systems}"
    assert finds("VNS302", model, TODAY) == found


EXCHANGE: Final = """\
elements:
  a-office: {{type: agency, name: A office}}
  b-office: {{type: agency, name: B office}}
  a: {{type: information-system, name: A, owner: {source}}}
  b: {{type: information-system, name: B, owner: b-office}}
relationships:
  - {{from: a, flows-to: b, kind: data-exchange, data-group: Plots, channel: {channel}}}
"""


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a-office", ["a--flows-to--b"]),
        ("b-office", []),
        ("{unknown: {by: a-office, until: 2027-01-29}}", []),
        ("[{value: a-office, valid: {to: 2025-02-24}}, {value: b-office, valid: {from: 2025-02-25}}]", []),
    ],
)
def test_an_internal_exchange_is_one_within_an_authority(source, found, finds):
    assert finds("VNC364", EXCHANGE.format(source=source, channel="internal"), TODAY) == found


@pytest.mark.parametrize(
    ("channel", "asked"), [("lgsp", 4), ("direct", 4), ("ngsp", 4), ("internal", 0), ("{not-applicable: None.}", 0)]
)
def test_what_the_form_asks_of_an_exchange_is_asked_between_authorities(channel, asked, finds):
    found = finds("VNS305", EXCHANGE.format(source="a-office", channel=channel), TODAY)
    assert found == ["a--flows-to--b"] * asked


def test_an_exchange_within_an_authority_needs_no_more_than_its_channel(finds):
    model = EXCHANGE.format(source="b-office", channel="internal")
    assert {code: finds(code, model, TODAY) for code in ("VNC304", "VNC324", "VNC344", "VNC364", "VNS304")} == {
        "VNC304": [],
        "VNC324": [],
        "VNC344": [],
        "VNC364": [],
        "VNS304": [],
    }
