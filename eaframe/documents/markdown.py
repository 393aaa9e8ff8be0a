"""Markdown that a model holds, which nobody vouches for -> HTML without anything active in it, or plain text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markupsafe import Markup

from eaframe.documents.addresses import is_safe_address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping, Sequence

    from markdown_it.token import Token
    from markdown_it.utils import OptionsDict

_DEEPEST_HEADING = 6
_HEADINGS_ABOVE = 3  # of the page around: a documentation's first heading is an h4


def to_html(text: str, addresses: Mapping[str, str]) -> Markup:
    """HTML of a Markdown text. HTML in it is shown as text, pictures as their description.

    Links lead to http, https, mail, or as ``#id`` to an element of the model; ``addresses`` says where those are.
    """
    markdown = _parser()
    tokens = markdown.parse(text)
    for token in _all(tokens):
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1:]) + _HEADINGS_ABOVE, _DEEPEST_HEADING)}"
        token.attrs.pop("style", None)  # the alignment of table cells: a page allows no styles but its own
        token.info = ""  # the language of code would become a class
    for token in tokens:
        if token.children:
            token.children = _linked(token.children, addresses)
    return Markup(markdown.renderer.render(tokens, markdown.options, {}))  # noqa: S704 - html is off, links are checked


def to_text(text: str) -> str:
    """The words of a Markdown text on one line, without any markup."""
    words = []
    for token in _parser().parse(text):
        if token.type == "inline":
            words.append("".join(_words(token.children or ())))
        elif token.type in {"fence", "code_block"}:
            words.append(token.content)
    return " ".join(" ".join(words).split())


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("js-default", {"html": False, "linkify": False})
    markdown.validateLink = _may_lead_to  # type: ignore[method-assign,assignment]  # the documented way
    rules: dict[str, Callable[..., str]] = markdown.renderer.rules  # type: ignore[attr-defined]
    rules["image"] = _description
    return markdown


def _may_lead_to(address: str) -> bool:
    return address.startswith("#") or is_safe_address(address)


def _description(
    tokens: Sequence[Token], index: int, _options: OptionsDict, _environment: MutableMapping[str, object]
) -> str:
    """A picture is never fetched: its description stands for it."""
    from markdown_it.common.utils import escapeHtml

    return escapeHtml("".join(_words(tokens[index].children or ())))


def _linked(tokens: Sequence[Token], addresses: Mapping[str, str]) -> list[Token]:
    """The tokens of a line with their links set; those that lead to no element are left as text."""
    kept: list[Token] = []
    dropped = 0
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            if address.startswith("#"):
                address = addresses.get(address[1:], "")
            if not address:
                dropped += 1
                continue
            token.attrs = {"href": address}
            if is_safe_address(address):
                token.attrs["rel"] = "noopener noreferrer"
        elif token.type == "link_close" and dropped:
            dropped -= 1  # links do not nest
            continue
        kept.append(token)
    return kept


def _all(tokens: Sequence[Token]) -> list[Token]:
    return [one for token in tokens for one in (token, *(token.children or ()))]


def _words(tokens: Sequence[Token]) -> list[str]:
    return [
        " " if token.type in {"softbreak", "hardbreak"} else "".join(_words(token.children or ())) or token.content
        for token in tokens
    ]
