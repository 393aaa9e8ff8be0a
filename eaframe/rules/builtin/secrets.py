"""The rule on what must not be published: passwords, keys, internal addresses, what tells who a person is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from eaframe.findings import Message, Place
from eaframe.metamodel.values import History, Localized, NotApplicable, Unknown
from eaframe.rules.builtin.secret_patterns import secrets_in
from eaframe.rules.rule import Problem, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eaframe.graph import Graph
    from eaframe.metamodel.values import Value
    from eaframe.model.elements import Definition, Element, Relationship
    from eaframe.rules.rule import Subject
    from eaframe.rules.run import ShownView

_SHOWN = 2  # characters of a secret that a message may repeat
# Definitions with texts. The models in rules show what is bad, and no one is asked to publish them.
_SECTIONS: Final = ("checklists", "documents", "indicators", "observations", "viewpoints", "waivers")
_OF_REFERENCES: Final = ("title", "url", "publisher", "document", "note")
_Path = tuple[str | int, ...]
_Text = tuple["Subject", _Path, str]


@rule(
    "SEC001",
    "secret-in-text",
    "error",
    message="`{id}` holds {what} in its `{attribute}`: {masked}.",
    hint="Remove it here and from the history of the files; a password or a key that stood here must be changed.",
    basis="Hướng dẫn khung kiến trúc số (dự thảo 13/9/2026) A.VII.3",
    scope="model",
    tags=("GOV-08",),
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers from 10.20.30.40.}  # error: SEC001
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers since version 10.20.30.40.}
""",
)
def secret_in_text(graph: Graph, *, views: Sequence[ShownView]) -> Iterator[Problem]:
    """A text holds what must not be published: model files are shared, whatever visibility an element has."""
    texts = [text for text in _texts(graph, views) if text[2]]
    for index, form, number, (first, last) in secrets_in([text for _, _, text in texts]):
        subject, path, text = texts[index]
        secret = text[first:last]
        place = subject.place(*path)
        yield problem(
            subject,
            *path,
            id=subject.id,
            what=Message("", {}, form.name),
            attribute=str(path[0]),
            masked=f"`{secret[:_SHOWN]}…`",
            at=Place(place.file, place.path, hidden=secret, number=text.count(secret, 0, first)),
            discriminator="/".join(map(str, (*path, form.id, number))),
        )


def _texts(graph: Graph, views: Sequence[ShownView]) -> Iterator[_Text]:
    """All texts of what is the workspace's own, each with where it stands below its subject."""
    for element in graph.own_elements:
        yield from _of_subject(element)
    for relationship in graph.own_relationships:
        yield from _of_subject(relationship)
    for view in views:
        for key, value in (("name", view.definition.name), ("documentation", view.definition.documentation)):
            yield from _of_value(view.definition, (key,), value)
    for source in graph.model.references.values():
        if ":" not in source.id:
            for key in _OF_REFERENCES:
                yield from _of_value(source, (key,), getattr(source, key))
    for section in _SECTIONS:
        for definition in graph.model.definitions.get(section, ()):
            if not definition.library:
                yield from _of_data(_Defined(definition), (), definition.data)


@dataclass(frozen=True, slots=True)
class _Defined:
    """A definition as the subject of a rule."""

    definition: Definition

    @property
    def id(self) -> str:
        return self.definition.id

    def place(self, *path: str | int, part: Literal["key", "value"] = "value") -> Place:
        return self.definition.at(*path, part=part)


def _of_data(subject: Subject, path: _Path, data: object) -> Iterator[_Text]:
    """The texts in what a file says."""
    if isinstance(data, str) and path:
        yield subject, path, data
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from _of_data(subject, (*path, key), value)


def _of_subject(one: Element | Relationship) -> Iterator[_Text]:
    if one.name is not None:
        yield from _of_value(one, ("name",), one.name)
    if one.documentation is not None:
        yield from _of_value(one, ("documentation",), one.documentation)
    for name, value in one.attributes.items():
        yield from _of_value(one, (name,), value)
    for index, evidence in enumerate(one.evidence):
        if evidence.note:
            yield from _of_value(one, ("evidence", index, "note"), evidence.note)


def _of_value(subject: Subject, path: _Path, value: Value) -> Iterator[_Text]:
    """The texts in a value: per language, at all times, in a list, why it is not known."""
    if isinstance(value, str):
        yield subject, path, value
    elif isinstance(value, Localized):
        for language, text in value.texts.items():
            yield subject, (*path, language), text
    elif isinstance(value, History):
        for index, dated in enumerate(value.values):
            yield from _of_value(subject, (*path, index, "value"), dated.value)
            for number, evidence in enumerate(dated.evidence):
                yield from _of_value(subject, (*path, index, "evidence", number, "note"), evidence.note)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _of_value(subject, (*path, index), item)
    elif isinstance(value, Unknown):
        yield from _of_value(subject, (*path, "unknown", "note"), value.note)
    elif isinstance(value, NotApplicable):
        yield from _of_value(subject, (*path, "not-applicable"), value.reason)


RULES = (secret_in_text,)
