"""Everything about one kind, for people and for programs.

JSON, schema version 1; keys and meaning are kept within a version, new keys may be added: ``kind`` as in
``eaframe export json``, where every ``documentation`` is a text, and with ``name`` (as files say it), ``library``,
``lineage`` (from the kind to ArchiMate's type), ``file``, ``below`` (the ids of kinds that are based on it),
``derived`` (``name, label, documentation``), ``rules`` (``code, tags``) and ``start`` (YAML to start from).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eaframe.exchange.json_export import declared_text, kind_data
from eaframe.metamodel.values import declared_in
from eaframe.model.kind_search import short_name
from eaframe.reports.cells import Cells, Id
from eaframe.reports.kind_attribute import GROUPS, AttributeWords, group_of
from eaframe.reports.kinds import COLUMNS, SCHEMA_VERSION, library_of
from eaframe.reports.kinds_words import WORDS
from eaframe.reports.markup import code, text
from eaframe.reports.printable import json_document, printable
from eaframe.reports.width import cut, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.metamodel.kinds import Attribute, Derivation, Kind
    from eaframe.model.model import Model
    from eaframe.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class KindPage:
    """A kind with the ``rules`` that ask something of it and the lines of YAML to ``start`` from.

    ``file`` is where it is declared, as it is to be read. Labels are in the first of ``languages`` that there is.
    """

    model: Model
    kind: Kind
    rules: tuple[Rule, ...]
    start: tuple[str, ...]
    file: str
    language: str
    languages: tuple[str, ...]

    def render(self, format_: str) -> str:
        """The page in one of `kinds.FORMATS`."""
        if format_ == "json":
            return json_document(self._content())
        lines = self._text() if format_ == "text" else self._markdown()
        return "".join(f"{line}\n" for line in lines)

    @property
    def _words(self) -> Mapping[str, str]:
        return WORDS[self.language]

    @property
    def _said(self) -> AttributeWords:
        return AttributeWords(self.language, self.languages, library_of(self.kind))

    def _texts(self, texts: Mapping[str, str]) -> str:
        return declared_in(texts, *self.languages)

    def _about(self) -> Iterator[tuple[str, str]]:
        """Lineage, kinds below, and where it is declared."""
        names = [self._name(id_) for id_ in self.kind.lineage[1:]]
        yield self._words["lineage"], " → ".join(names)
        below = self._below()
        if below:
            yield self._words["below"], ", ".join(map(self._name, below))
        yield self._words["declared"], self.file

    def _name(self, id_: str) -> str:
        """A kind or a type as files name it."""
        kind, relationship = self.model.kinds.get(id_), self.model.metamodel.relationship_types.get(id_)
        return short_name(self.model, kind) if kind else relationship.verb if relationship else id_

    def _below(self) -> list[str]:
        return sorted(id_ for id_, one in self.model.kinds.items() if self.kind.id in one.lineage[1:])

    def _groups(self) -> Iterator[tuple[str, list[Attribute]]]:
        """The attributes by how much is asked of them."""
        for group in GROUPS:
            members = [one for one in self.kind.attributes.values() if group_of(one) == group]
            if members:
                yield self._said.obligation(members[0]), members

    def _tags(self) -> list[str]:
        """The rules by their tags, a rule without one by its code."""
        words = {word for rule in self.rules for word in rule.tags or (rule.defect.code,)}
        return sorted(words)

    # For a terminal. No line begins with a name: a CI server would obey some of them.

    def _text(self) -> Iterator[str]:
        words = self._words
        yield printable(f"[{short_name(self.model, self.kind)}] {self._texts(self.kind.label)}")
        other = [label for label in self.kind.label.values() if label != self._texts(self.kind.label)]
        if other:
            yield printable(f"  {' / '.join(other)}")
        yield ""
        documentation = self._texts(self.kind.documentation)
        if documentation:
            yield from wrapped(documentation.strip(), COLUMNS, "  ")
            yield ""
        for title, said in self._about():
            yield from wrapped(f"{title}: {said}", COLUMNS, "  ", "    ")
        for title, members in self._groups():
            yield ""
            yield f"{title} ({len(members)})"
            for one in members:
                yield from self._attribute(one)
        if self.kind.derived:
            yield ""
            yield words["derived"]
            for derived in self.kind.derived.values():
                yield from self._derivation(derived)
        tags = self._tags()
        if tags:
            yield ""
            yield words["rules"]
            yield from wrapped(", ".join(tags), COLUMNS, "  ")
            yield f"  {words['explain'].format(word=printable(tags[0]))}"
        yield ""
        yield f"{words['start']}:"
        yield ""
        yield from self.start

    def _attribute(self, one: Attribute) -> Iterator[str]:
        said = self._said
        label = said.label(one)
        yield cut(printable(f"  {one.name}" + (f"  {label}" if label != one.name else "")), COLUMNS)
        values = said.values(one)
        yield from wrapped("; ".join((said.type(one), *said.more(one))), COLUMNS, "      ")
        if values:
            yield from wrapped(values, COLUMNS, "      = ", "        ")
        documentation = said.documentation(one)
        if documentation:
            yield cut(f"      {printable(documentation)}", COLUMNS)

    def _derivation(self, one: Derivation) -> Iterator[str]:
        label = self._texts(one.label)
        yield cut(printable(f"  {one.name}" + (f"  {label}" if label != one.name else "")), COLUMNS)
        yield f"      {self._terms(one)}"
        documentation = " ".join(self._texts(one.documentation).split())
        if documentation:
            yield cut(f"      {printable(documentation)}", COLUMNS)

    def _terms(self, one: Derivation) -> str:
        number = sum(len(part.terms) for part in one.parts)
        return self._words["largest" if one.largest else "smallest"].format(number=number)

    # For a page.

    def _markdown(self) -> Iterator[str]:
        words = self._words
        yield f"# {text(self._texts(self.kind.label))} ({code(short_name(self.model, self.kind))})"
        yield ""
        documentation = self._texts(self.kind.documentation)
        if documentation:
            yield text(" ".join(documentation.split()))
            yield ""
        for title, said in self._about():
            yield f"- {text(title)}: {text(said)}"
        said_of = self._said
        rows = [
            (
                Id(one.name),
                said_of.label(one),
                title,
                said_of.type(one),
                said_of.values(one),
                "; ".join(said_of.more(one)),
                said_of.documentation(one),
            )
            for title, members in self._groups()
            for one in members
        ]
        if rows:
            yield ""
            yield f"## {words['attributes']}"
            yield ""
            columns = ("name", "label", "obligation", "type", "values", "about", "documentation")
            yield from Cells(columns, rows).markdown(words, self.language)
        if self.kind.derived:
            yield ""
            yield f"## {words['derived']}"
            yield ""
            derived = [
                (Id(one.name), self._texts(one.label), self._terms(one), self._texts(one.documentation))
                for one in self.kind.derived.values()
            ]
            yield from Cells(("name", "label", "values", "documentation"), derived).markdown(words, self.language)
        tags = self._tags()
        if tags:
            yield ""
            yield f"## {words['rules']}"
            yield ""
            yield ", ".join(code(tag) for tag in tags)
        yield ""
        yield f"## {words['start']}"
        yield ""
        yield "```yaml"
        yield from self.start
        yield "```"

    # For a program.

    def _content(self) -> dict[str, Any]:
        kind = self.kind
        data = kind_data(kind)
        for attribute in data["attributes"]:
            attribute["documentation"] = declared_text(kind.attributes[attribute["name"]].documentation)
        return {
            "schema_version": SCHEMA_VERSION,
            "kind": {
                **data,
                "name": short_name(self.model, kind),
                "library": library_of(kind),
                "documentation": declared_text(kind.documentation),
                "lineage": list(kind.lineage),
                "file": self.file,
                "below": self._below(),
                "derived": [
                    {
                        "name": one.name,
                        "label": declared_text(one.label),
                        "documentation": declared_text(one.documentation),
                    }
                    for one in kind.derived.values()
                ],
                "rules": [{"code": rule.defect.code, "tags": list(rule.tags)} for rule in self.rules],
                "start": "".join(f"{line}\n" for line in self.start),
            },
        }
