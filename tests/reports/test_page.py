"""The page of a code."""

import pytest

from eaframe.findings import Defect
from eaframe.reports.page import index, page
from eaframe.workspace import all_defects

DEFECT = Defect(
    code="TST001",
    name="wrong-word",
    severity="warning",
    summary="A word is wrong.",
    message="`{found}` is wrong.",
    hint="Write {{from: ID}} with {allowed}.",
    basis="ArchiMate 3.2 §5.1",
    bad="elements:\n  a: {type: goal}  # warning: TST001\n",
    good="elements: {}\n",
)


def test_a_page_says_everything_about_a_code():
    assert page(DEFECT, "en") == (
        """\
# TST001 wrong-word (severity: warning)

A word is wrong.

**What to do.** Write {from: ID} with ALLOWED.

**Basis.** ArchiMate 3.2 §5.1

Has the defect:

    elements:
      a: {type: goal}  # warning: TST001

Mended:

    elements: {}

Another severity, or off, for one workspace: `severity: {TST001: off}` in eaframe.yaml.
"""
    )


def test_a_list_has_a_line_for_each_code():
    assert index([DEFECT], "en") == "TST001  warning   wrong-word\n"
    assert index([DEFECT], "vi") == "TST001  cảnh báo  wrong-word\n"


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_code_has_a_page_in_every_language(language):
    for code, defect in all_defects().items():
        written = page(defect, language)
        assert written.startswith(f"# {code} {defect.name} (")
        assert "{{" not in written
        assert f"severity: {{{code}: off}}" in written
