from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import eaframe
from eaframe.cli.build import edition_of
from eaframe.documents.edition import Edition

Write = Callable[[Mapping[str, str | bytes]], Path]

WORKSPACE = """\
eaframe: 1
name: {vi: Kiến trúc, en: Architecture}
namespace: five
version: "0.1"
effective: 2026-11-23
data-cut-off: 2026-10
languages: [vi, en]
history: [{version: "0.1", date: 2026-11, content: Bản đầu}]
"""

FIVE = """\
kinds:
  information-system:
    base: application-component
    label: {vi: Hệ thống thông tin, en: Information system}
    attributes:
      security-level: {type: integer, label: {vi: Cấp độ, en: Security level}, required: true}
      opened: {type: date, label: {vi: Khai trương, en: Opened}}
      vendor: {type: text, label: {vi: Nhà cung cấp, en: Vendor}}
elements:
  goal-online: {type: goal, name: {vi: Trực tuyến, en: Online}, documentation: 'Xem [cổng](#portal).'}
  office-old: {type: business-actor, name: Sở cũ, documentation: Cũ., valid: {to: 2025-02-24}, replaced-by: office}
  office: {type: business-actor, name: Sở mới, documentation: Mới., valid: {from: 2025-02-25}}
  service:
    type: business-service
    name: Nộp hồ sơ
    documentation: Dịch vụ.
    evidence: [{ref: report, grade: B, note: Trang 3.}, {grade: modelled}]
    influences: goal-online
  portal:
    type: information-system
    name: {vi: Cổng, en: Portal}
    documentation: '**Nơi** nộp hồ sơ.'
    owner:
      - {value: office-old, valid: {to: 2025-02-24}}
      - {value: office, valid: {from: 2025-02-25}, evidence: [{grade: modelled}]}
    security-level: {unknown: {by: office, until: 2026-06, note: Chưa có.}}
    opened: 2016-07
    valid: {from: 2016-07}
    serves: {to: service, name: Hồ sơ, valid: {from: 2018}, evidence: [{ref: report, grade: A}]}
references:
  report: {title: Báo cáo, date: 2026-01, url: 'https://example.org/a', publisher: Sở, document: 1/BC}
views:
  all: {name: {vi: Tất cả, en: All}, documentation: Mọi thứ.}
documents:
  architecture: {name: {vi: Mô tả kiến trúc, en: Architecture description}}
"""


@pytest.fixture
def edition(workspace: Write) -> Callable[..., Edition]:
    """The edition of a workspace of one file, by default the one of five elements on 2026-11-23 in Vietnamese."""

    def make(model: str = FIVE, *, settings: str = WORKSPACE, lang: str = "", as_of: str = "today") -> Edition:
        root = workspace({"eaframe.yaml": settings, "model.yaml": model})
        return edition_of(eaframe.load(root, as_of=as_of, today=20261123), lang)

    return make
