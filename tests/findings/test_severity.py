from dataclasses import replace

from eaframe.findings import Finding, Place
from eaframe.findings.message import say
from eaframe.findings.severity import with_severities

ONE = Finding("TST001", "one", "error", "a", say("One."), Place("a.yaml"), say("Mend it."))
TWO = replace(ONE, code="TST002", severity="info")


def test_findings_keep_the_severity_of_their_code_unless_the_workspace_sets_another():
    assert list(with_severities([ONE, TWO], {})) == [ONE, TWO]
    assert list(with_severities([ONE, TWO], {"TST001": "warning"})) == [replace(ONE, severity="warning"), TWO]
    assert list(with_severities([ONE, TWO], {"TST002": "info", "TST009": "off"})) == [ONE, TWO]


def test_a_code_that_is_off_is_not_found():
    assert list(with_severities([ONE, TWO], {"TST001": "off"})) == [TWO]


def test_another_severity_does_not_change_the_identity():
    (changed,) = with_severities([ONE], {"TST001": "info"})
    assert changed.identity == ONE.identity == ("TST001", "a", "")
