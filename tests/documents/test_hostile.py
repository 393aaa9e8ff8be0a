"""A model that a stranger wrote: nothing of it may run, load, or lead where no page of ours leads."""

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

import eaframe
from eaframe.cli.build import edition_of
from eaframe.documents.description import write_document
from eaframe.documents.pictures import draw_views
from eaframe.documents.site import render_site

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)' style='color:red",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHN2Zy8+)",
    "![x](https://evil.example/x.png)",
    '<a href="vbscript:x">x</a>',
    "]]><script>alert(1)</script>",
    "--><iframe src=//evil.example></iframe>",
    "</style></title></textarea><script>alert(1)</script>",
    "<javascript:alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "`<b onclick=x>`",
    "| a | <u> |",
    "{{7*7}}",
    "{% raw %}{{ word.__class__.__mro__ }}{% endraw %}",
    "{name} {0.__class__} %s %(x)s",
)


def hostile(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A workspace file and a model with ``text`` wherever a text may stand, and where it may not."""
    unknown = {"unknown": {"by": "unit", "until": "2020", "note": text}}
    evidence = [{"ref": "r", "grade": "B", "note": text}, {"grade": "modelled", "note": text}]
    settings = {
        "eaframe": 1,
        "name": {"vi": text, "en": text},
        "namespace": "hostile",
        "version": text,
        "languages": ["vi", "en"],
        "history": [
            {"version": text, "date": "2026", "content": text, "basis": text, "affected": [text], "unit": text}
        ],
    }
    kind = {
        "base": "application-component",
        "label": {"vi": text, "en": text},
        "documentation": text,
        "attributes": {
            "note": {"type": "text", "label": text, "documentation": text},
            "word": {"type": "enum", "allowed": {"a": {"vi": text, "en": text}}, "label": text},
            "many": {"type": "list", "of": {"type": "text"}, "label": text},
            "what": {"type": "integer", "label": text},
            "why": {"type": "integer", "label": text},
            "needed": {"type": "integer", "label": text, "required": True},
            "then": {"type": "text", "label": text},
        },
    }
    system = {
        "type": "system",
        "name": {"vi": text, "en": text},
        "documentation": {"vi": text, "en": f"# {text}\n\n- {text}\n\n| {text} |\n|---|\n| {text} |\n"},
        "tags": [text],
        "folder": text,
        "owner": "unit",
        "note": text,
        "word": "a",
        "many": [text, text],
        "what": unknown,
        "why": {"not-applicable": text},
        "then": [
            {"value": text, "valid": {"to": "2020"}, "evidence": evidence},
            {"value": f"{text} 2", "valid": {"from": "2021"}},
        ],
        "evidence": evidence,
        "flows-to": [{"to": "unit", "name": text, "documentation": text, "kind": "flow-kind", "about": text}],
        "visibility": "restricted",
    }
    model = {
        "kinds": {
            "system": kind,
            "flow-kind": {"base": "flows-to", "label": text, "attributes": {"about": {"type": "text", "label": text}}},
        },
        "elements": {
            "a": system,
            "unit": {"type": "business-actor", "name": text, "documentation": text},
            "plateau": {"type": "plateau", "date": "2026", "name": text, "documentation": text, "aggregates": "a"},
            text: {"type": "goal", "name": text, "documentation": text},
            "wrong": {"type": text, "name": text, text: text},
        },
        "references": {
            "r": {"title": text, "url": text, "publisher": text, "document": text, "note": text},
            text: {"title": text, "url": f"https://a.b/{text}"},
        },
        "viewpoints": {"vp": {"name": text, "documentation": text, "stakeholders": text, "concerns": text}},
        "views": {
            "all": {"name": text, "documentation": text, "viewpoint": "vp"},
            text: {"name": {"vi": text}, "include": [{"type": "goal"}]},
        },
        "documents": {"d": {"name": text, "documentation": text}},
        text: text,
    }
    return settings, model


def files(text: str, workspace, lang: str = "vi") -> Iterator[tuple[str, str]]:
    settings, model = hostile(text)
    root = workspace({"eaframe.yaml": json.dumps(settings), "model.yaml": json.dumps(model)})
    found = eaframe.load(root, today=20261123)
    edition = edition_of(found, lang)
    assert len(edition.elements) == 5
    assert len(edition.views) == 2
    for name, content in render_site(edition, draw_views(edition)).items():
        yield name, content.decode("utf-8")
    definition = found.document_definitions[0]["d"]
    yield "d.md", write_document(edition_of(found, lang, with_places=False), definition)


def shown(document: str) -> str:
    """The HTML of a document as the least careful reader would make it: with HTML in it let through."""
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(document)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("text", PAYLOADS)
def test_nothing_of_a_hostile_model_becomes_active(text: str, lang: str, workspace, page) -> None:
    for name, content in files(text, workspace, lang):
        if name.endswith(".svg"):
            ET.fromstring(content)  # noqa: S314 - our own, without a document type
        assert page(shown(content) if name.endswith(".md") else content).problems() == [], name
        assert re.fullmatch(r"[a-z0-9-]+\.(html|svg|md)", name)


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_hostile_text_reads_as_it_was_written(text: str, workspace, page) -> None:
    said = dict(files(text, workspace))
    for name in ("index.html", "layer-application.html", "elements.html", "references.html", "findings.html"):
        assert text in page(said[name]).text, name
    assert text in page(shown(said["d.md"])).text
    if "7*7" in text:
        assert not any("49" in page(content).text for name, content in said.items() if name != "d.md")


def test_a_table_of_markdown_keeps_its_columns_whatever_stands_in_it(workspace) -> None:
    document = dict(files("a | b\n| c |", workspace))["d.md"]
    widths = [line.replace("\\|", "").count("|") for line in document.splitlines() if line.startswith("|")]
    assert set(widths) <= {4, 5, 6, 7}
    tables = re.findall(r"(?:^\|.*\n)+", document, re.MULTILINE)
    assert all(len({row.replace("\\|", "").count("|") for row in table.splitlines()}) == 1 for table in tables)
