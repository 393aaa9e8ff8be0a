import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
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


ACTIVE = {
    *("script", "iframe", "object", "embed", "applet", "base", "form", "input", "button", "link", "frame", "template"),
    *("image", "use", "foreignobject", "animate", "set", "animatetransform", "handler", "audio", "video", "source"),
}
ADDRESSES = {"href", "src", "xlink:href", "srcset", "action", "formaction", "data", "poster", "background", "ping"}
OURS = re.compile(r"[a-z0-9-]+\.(?:html|svg)(?:#[^\s\"'<>]*)?|#[^\s\"'<>]*")
ELSEWHERE = re.compile(r"(?:https?://|mailto:)[^\s\"'<>]+", re.IGNORECASE)


@dataclass
class Page(HTMLParser):
    """One page, read."""

    source: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    inside: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> says an attribute twice"

    def handle_endtag(self, _: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        (self.styles if self.inside == "style" else self.texts).append(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction: {data}")

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def links(self) -> list[str]:
        return [attributes[name] for _, attributes in self.tags for name in ADDRESSES & attributes.keys()]

    def problems(self) -> list[str]:
        """Everything that could run, or load, or lead where no page of ours leads."""
        found = []
        for tag, attributes in self.tags:
            if tag in ACTIVE:
                found.append(f"<{tag}>")
            if tag == "meta" and attributes.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
                found.append(f"<meta {attributes}>")
            for name, value in attributes.items():
                if name.startswith("on") or name in {"style", "srcdoc"}:
                    found.append(f"<{tag} {name}={value}>")
                leaves = ELSEWHERE if tag == "a" else re.compile("never^")
                if name in ADDRESSES and not (OURS.fullmatch(value) or leaves.fullmatch(value)):
                    found.append(f"<{tag} {name}={value}>")
        return found


@pytest.fixture
def page() -> Callable[[str], Page]:
    """Reads a page as a browser would."""
    return Page


@pytest.fixture
def edition(workspace: Write) -> Callable[..., Edition]:
    """The edition of a workspace of one file, by default the one of five elements on 2026-11-23 in Vietnamese."""

    def make(model: str = FIVE, *, lang: str = "", as_of: str = "today", **more: str) -> Edition:
        others = {f"{name}.yaml": content for name, content in more.items()}
        root = workspace({"eaframe.yaml": WORKSPACE, "model.yaml": model, **others})
        return edition_of(eaframe.load(root, as_of=as_of, today=20261123), lang)

    return make
