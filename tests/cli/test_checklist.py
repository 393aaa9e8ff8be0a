"""`eaframe checklist`: which items are met, for people and programs, and what is said of mistakes."""

import csv
import io
import json

import pytest

SETTINGS = "eaframe: 1\nname: T\nnamespace: test\nlanguages: [vi, en]\ncode-prefixes: [TEST]\n"
MODEL = """\
elements:
  unit: {type: business-actor, name: Đơn vị, documentation: D., associated-with: [a, b, c, d, e]}
  a: {type: goal, name: A, documentation: D., owner: unit}
  b: {type: goal, name: B, documentation: D.}
  c: {type: goal, name: C, documentation: D.}
  d: {type: goal, name: D, documentation: D.}
  e: {type: goal, name: E, documentation: D.}
rules:
  - {code: TEST001, name: no-owner, summary: S., hint: H., select: {type: goal}, check: {required: owner}}
waivers:
  - {rule: CPL003, subject: a, reason: R., decision: D., until: 2027}
checklists:
  before-issue:
    name: {vi: Trước khi ban hành, en: Before issue}
    basis: QĐ 1
    documentation: Xem hết.
    items:
      - {id: owned, name: {vi: Có chủ quản, en: Owned}, basis: Đ.1, rules: TEST001}
      - {id: named, name: {vi: Có tên, en: Named}, rules: CPL}
      - {id: dated, name: {vi: Có ngày, en: Dated}, rules: TIM008}
      - {id: read, name: {vi: =Đọc, en: =Read}, by-hand: {vi: Đọc hết., en: Read all.}}
"""


@pytest.fixture
def run(eaframe, workspace):
    """Asks for the checklist of a workspace of these files."""

    def call(*arguments, files=None):
        root = workspace({"eaframe.yaml": SETTINGS, "model.yaml": MODEL, **(files or {})})
        return eaframe("checklist", "-w", root, "--today", "2026-11-23", *arguments)

    return call


def test_each_item_has_its_status_and_what_was_found(run):
    done = run("--lang", "en")
    assert (done.code, done.err) == (1, "")
    assert (
        done.out
        == """\
[Before issue] As of 2026-11-23
  Basis: QĐ 1

  STATUS               ITEM
  not met              1. Owned (owned)
                          warning TEST001 b (model.yaml:4:3): `b` has no `owner`.
                          warning TEST001 c (model.yaml:5:3): `c` has no `owner`.
                          warning TEST001 d (model.yaml:6:3): `d` has no `owner`.
                          … and 1 more: eaframe validate --select before-issue.owned
  met                  2. Named (named)
  not applicable       3. Dated (dated)
  not enough to judge  4. =Read (read)
                          By hand: Read all.

1 of 4 items met, 1 not met, 1 not enough to judge, 1 not applicable
"""
    )


def test_a_page_has_the_official_words(run):
    assert (
        run("--lang", "vi", "--format", "markdown").out
        == """\
# Trước khi ban hành

Xem hết.

Căn cứ: QĐ 1

Tại ngày 23/11/2026: 1/4 nội dung đáp ứng, 1 chưa đáp ứng, 1 chưa đủ cơ sở đánh giá, 1 không áp dụng.

| STT | Nội dung | Trạng thái | Phát hiện | Còn thiếu |
| --- | --- | --- | --- | --- |
| 1 | Có chủ quản (Đ.1) | Chưa đáp ứng | TEST001 `b` `model.yaml:4:3`: `b` không có `owner`.<br>\
TEST001 `c` `model.yaml:5:3`: `c` không có `owner`.<br>TEST001 `d` `model.yaml:6:3`: `d` không có `owner`.<br>\
… và 1 phát hiện nữa: `eaframe validate --select before-issue.owned` |  |
| 2 | Có tên | Đáp ứng |  |  |
| 3 | Có ngày | Không áp dụng |  |  |
| 4 | =Đọc | Chưa đủ cơ sở đánh giá |  | Cần người xem xét: Đọc hết. |
"""
    )


def test_a_table_is_safe_in_a_spreadsheet(run):
    rows = list(csv.reader(io.StringIO(run("--lang", "vi", "--format", "csv").out)))
    assert rows == [
        ["id", "STT", "Nội dung", "Trạng thái", "Căn cứ", "Phát hiện", "Còn thiếu", "Được chấp nhận"],
        ["owned", "1", "Có chủ quản", "Chưa đáp ứng", "Đ.1", "4", "", "0"],
        ["named", "2", "Có tên", "Đáp ứng", "", "0", "", "0"],
        ["dated", "3", "Có ngày", "Không áp dụng", "", "0", "", "0"],
        ["read", "4", "'=Đọc", "Chưa đủ cơ sở đánh giá", "", "0", "Cần người xem xét: Đọc hết.", "0"],
    ]


def test_programs_get_all_of_it(run, eaframe, tmp_path):
    content = json.loads(run("--format", "json", "--lang", "en").out)
    assert content["schema_version"] == 1
    assert content["checklist"] == {
        "id": "before-issue",
        "name": "Before issue",
        "basis": "QĐ 1",
        "documentation": "Xem hết.",
        "holds": True,
    }
    assert (content["as_of"], content["counts"]) == (
        "2026-11-23",
        {"met": 1, "not-met": 1, "not-enough": 1, "not-applicable": 1},
    )
    owned, *_, read = content["items"]
    assert owned["codes"] == ["TEST001"]
    validated = json.loads(
        eaframe("validate", tmp_path, "--today", "2026-11-23", "--format", "json", "--select", "before-issue.owned").out
    )
    ids = [(one["code"], one["subject"], one["fingerprint"]) for one in owned["findings"]]
    assert ids == [(one["code"], one["subject"], one["fingerprint"]) for one in validated["findings"]]
    assert read == {
        "id": "read",
        "number": 4,
        "name": "=Read",
        "basis": "",
        "status": "not-enough",
        "status_label": "not enough to judge",
        "codes": [],
        "findings": [],
        "waived": [],
        "missing": ["By hand: Read all."],
    }


def test_what_is_waived_is_told(run):
    alone = MODEL.replace("[a, b, c, d, e]", "[b, c, d, e]")
    out = run("before-issue", "--lang", "en", files={"model.yaml": alone}).out
    assert "  met                  2. Named (named)\n                          1 accepted by waivers\n" in out


def test_it_is_well_where_no_item_is_not_met(run):
    assert run(files={"model.yaml": MODEL.replace("rules: TEST001", "rules: CPL")}).code == 0


SECOND = "checklists:\n  data-quality: {name: Chất lượng, items: [{id: a, name: A, rules: CPL}]}\n"


def test_several_are_listed_and_one_is_asked_for_by_its_name(run):
    both = {"second.yaml": SECOND}
    listed = run("--lang", "vi", files=both)
    assert (listed.code, listed.out) == (
        0,
        "before-issue: Trước khi ban hành (4 nội dung)\ndata-quality: Chất lượng (1 nội dung)\n",
    )
    assert run("data-quality", files=both).code == 0
    refused = run("--format", "csv", files=both)
    assert refused.code == 2
    assert "there are several: before-issue, data-quality; name one of them" in refused.err


@pytest.mark.parametrize(
    ("arguments", "files", "said"),
    [
        (("before-isue",), {}, "did you mean `before-issue`?"),
        (("--format", "markdwn"), {}, "did you mean `markdown`?"),
        ((), {"model.yaml": "elements:\n  a: {type: goal}\n"}, "have no checklist; write one under `checklists:`"),
        ((), {"model.yaml": "checklists: {a: {name: A}}\n"}, "no checklist of the workspace can be read"),
        ((), {"model.yaml": SECOND}, "the workspace has no elements, so there is nothing to judge"),
    ],
)
def test_what_cannot_be_asked_is_said(run, arguments, files, said):
    done = run(*arguments, files=files)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_broken_file_is_no_pass(run):
    done = run("--lang", "en", files={"broken.yaml": "elements: [\n", "model.yaml": MODEL.replace("TEST001}", "CPL}")})
    assert done.code == 1
    assert "2. Named (named)\n                          A file could not be read whole;" in done.out
    assert done.err == "A file could not be read whole; `eaframe validate` tells where\n"


def test_no_name_of_a_model_can_move_the_cursor_or_begin_a_line(run):
    hostile = '"::error::\\u001b[2J##[error]\\n::x"'
    text = MODEL.replace("{vi: Có tên, en: Named}", hostile).replace("basis: QĐ 1", f"basis: {hostile}")
    for form in ("text", "markdown", "csv"):
        out = run("--format", form, files={"model.yaml": text}).out
        assert "\u001b" not in out
        assert "##[" not in out.replace("##\u200b[", "")
        assert not any(line.lstrip().startswith("::") for line in out.splitlines())


def test_it_goes_to_the_file_asked_for(run, tmp_path):
    target = tmp_path / "out.csv"
    done = run("--format", "csv", "-o", target)
    assert (done.code, done.out) == (1, "")
    assert target.read_text(encoding="utf-8").startswith("id,")


def test_the_worst_comes_first(run):
    text = MODEL.replace("[a, b, c, d, e]", "[a, b, c, d, e, f]").replace("rules: CPL}", "rules: [CPL002, MOD004]}")
    out = run("--lang", "en", files={"model.yaml": text.replace("name: A, documentation: D.", "name: A")}).out
    (first,) = (line for line in out.splitlines() if "MOD004" in line)
    lines = out.splitlines()
    assert lines.index(first) < next(number for number, line in enumerate(lines) if "CPL002" in line)


def test_a_checklist_that_is_wrong_is_not_unknown(run):
    done = run("mine", files={"more.yaml": "checklists:\n  mine: {name: Mine, items: []}\n"})
    assert done.code == 2
    assert "`mine` is defined, but wrong; `eaframe validate` tells what" in done.err
