"""An edition as a small static site that opens from disk: no server, no script, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from eaframe.documents.lists import catalogue, finding_rows, reference_rows
from eaframe.documents.markdown import to_html, to_text
from eaframe.documents.overview import headline, overview
from eaframe.documents.pages import layer_pages, view_pages
from eaframe.documents.places import CATALOGUE, FINDINGS, OVERVIEW, REFERENCES, UNKNOWNS, picture_of
from eaframe.documents.template import html_environment
from eaframe.documents.unknowns import open_questions
from eaframe.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment

    from eaframe.documents.edition import Edition

_PROLOG: Final = re.compile(r"\A\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>]*>\s*)?")
_QUOTED: Final = re.compile(r"`([^`]+)`")
_STYLE: Final = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)


def render_site(edition: Edition, pictures: Mapping[str, str]) -> Mapping[str, bytes]:
    """The files of the site by name, the same bytes for the same edition.

    ``pictures`` holds the SVG of views by id; a view without one has a page that says so.
    """
    folder = resource("templates") / "site"
    environment = html_environment(folder)
    environment.filters["markdown"] = lambda text: to_html(text, edition.places.elements)
    environment.filters["plain"] = to_text
    environment.filters["ticks"] = ticks
    style = (folder / "style.css").read_text(encoding="utf-8")
    environment.globals |= {
        "edition": edition,
        "word": edition.words,
        "headline": headline(edition),
        "style": Markup(style),  # noqa: S704 - our own file
        "pages": {
            "overview": OVERVIEW,
            "catalogue": CATALOGUE,
            "unknowns": UNKNOWNS,
            "findings": FINDINGS,
            "references": REFERENCES,
        },
    }
    files = {name: html.encode("utf-8") for name, html in _pages(environment, edition, pictures)}
    for id_, svg in pictures.items():
        files[picture_of(edition.places.views[id_])] = svg.encode("utf-8")
    return dict(sorted(files.items()))


def _pages(environment: Environment, edition: Edition, pictures: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    def page(name: str, template: str, **values: object) -> tuple[str, str]:
        html = environment.get_template(template).render(page=name, **values)
        return name, html.replace('content=""', f'content="{policy(html)}"', 1)

    drawn = frozenset(picture_of(edition.places.views[id_]) for id_ in pictures)
    yield page(OVERVIEW, "overview.html", overview=overview(edition), drawn=drawn)
    for layer in layer_pages(edition):
        yield page(layer.page, "layer.html", layer=layer)
    for view in view_pages(edition):
        yield page(view.page, "view.html", view=view, picture=inline(pictures.get(view.id, "")))
    yield page(CATALOGUE, "catalogue.html", rows=catalogue(edition))
    yield page(UNKNOWNS, "unknowns.html", rows=open_questions(edition))
    yield page(FINDINGS, "findings.html", rows=finding_rows(edition), overview=overview(edition))
    yield page(REFERENCES, "references.html", rows=reference_rows(edition))


def ticks(message: str) -> Markup:
    """A finding's message: what it quotes between backticks is code."""
    return Markup(_QUOTED.sub(r"<code>\1</code>", str(escape(message))))  # noqa: S704 - escaped before


def inline(svg: str) -> Markup:
    """An SVG as part of a page: without what only a file of its own begins with."""
    return Markup(_PROLOG.sub("", svg))  # noqa: S704 - eaframe.diagrams escapes what it draws


def policy(html: str) -> str:
    """The content security policy of a page: its own pictures, and exactly the style sheets that it holds."""
    digests = (hashlib.sha256(style.encode("utf-8")).digest() for style in _STYLE.findall(html))
    sources = sorted({f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests})
    return f"default-src 'none'; img-src 'self'; style-src {' '.join(sources)}; base-uri 'none'; form-action 'none'"
