"""What every check is given, and the words that several of them use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from eaframe.findings import Note, Place
from eaframe.findings.message import say
from eaframe.graph.attributes import ELEMENT_PROPERTIES, value_of
from eaframe.graph.derive import proof
from eaframe.model.elements import Element, Relationship
from eaframe.rules.rule import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.findings import Message
    from eaframe.findings.message import Phrase
    from eaframe.graph import Graph
    from eaframe.graph.conditions import Condition
    from eaframe.graph.derive import Derived
    from eaframe.graph.selector import Hop, Selector
    from eaframe.metamodel.values import Value

WORKSPACE_FILE: Final = "eaframe.yaml"
MOST_STEPS: Final = 6  # notes that prove one value; a chain may be as long as the model
# What a workspace can be asked for under a name that is not the key of its file.
_WRITTEN_AS: Final[Mapping[str | int, str]] = {"history-versions": "history", "last-reviewed": "history"}


@dataclass(frozen=True, slots=True)
class Whole:
    """A view or the workspace as a subject: what it says of itself, and where."""

    id: str
    attributes: Mapping[str, Value]
    at: Place

    def place(self, *path: str | int, part: Literal["key", "value"] = "value") -> Place:
        """Where it, or what ``path`` names in it, is written."""
        written = (_WRITTEN_AS.get(path[0], path[0]), *path[1:]) if path else ()
        return Place(self.at.file, (*self.at.path, *written), part if path else "key")


Judged = Element | Relationship | Whole


@dataclass(frozen=True, slots=True)
class Asked:
    """The graph, and the subjects that the rule selects, in the order of their ids.

    ``open`` counts what it may select too: where a selector is undecided, or what could not be read whole.
    """

    graph: Graph
    subjects: tuple[Judged, ...]
    workspace: Whole
    open: int = 0

    def value(self, subject: Judged, name: str) -> Value:
        """The value of an attribute of a subject; None where it is missing."""
        return subject.attributes.get(name) if isinstance(subject, Whole) else value_of(self.graph, subject, name)

    def values(self, name: str) -> Iterator[tuple[Judged, Value]]:
        """Each subject with the value of an attribute, as ``value`` gives it one by one."""
        graph, read = self.graph, ELEMENT_PROPERTIES.get(name)
        is_derived = name in graph.derived_names
        for subject in self.subjects:
            if is_derived or subject.__class__ is not Element:
                yield subject, self.value(subject, name)
            elif name in subject.attributes:
                yield subject, subject.attributes[name]
            else:
                yield subject, None if read is None else read(graph, subject)

    def label(self, value: Value) -> str:
        """A value in words, in the workspace's first language."""
        return self.graph.model.label(value)


def failed(
    asked: Asked,
    subject: Judged,
    message: Message,
    *path: str | int,
    notes: Iterable[Note] = (),
    at: Place | None = None,
    discriminator: str = "",
) -> Problem:
    """What a check found; a rule may say it in its own words with the same values, and with ``id`` and ``name``."""
    name = subject.attributes.get("name") if isinstance(subject, Whole) else subject.name
    args = {**message.args, "id": subject.id, "name": asked.label(name) or subject.id}
    return Problem(
        subject, path, args, tuple(notes), message, discriminator=discriminator or "/".join(map(str, path)), at=at
    )


def proof_of(asked: Asked, subject: Judged, name: str) -> Iterator[Note]:
    """The path that proves a derived value, step by step, each where it is written; of a long one the two ends."""
    elements = asked.graph.elements
    for number, (id_, named, derived) in enumerate(proof(asked.graph, subject.id, name), 1):
        value, at = asked.label(derived.value), elements[id_].place()
        if number == MOST_STEPS and derived.length > 1 and derived.name:
            words = say(
                "`{id}` has `{name}` {value} over {number} more steps that begin at `{origin}`",
                id=id_,
                name=named,
                value=value,
                number=derived.length,
                origin=derived.origin,
            )
            yield Note(words, elements[derived.origin].place())
            return
        if derived.source is None:
            words = say("`{id}` has `{name}` {value} by itself", id=id_, name=named, value=value)
        elif derived.step is None:
            words = say(
                "`{id}` has `{name}` {value}, its `{other}`", id=id_, name=named, value=value, other=derived.name
            )
        else:
            verb, source = verb_seen_from(asked.graph, derived.step, id_), derived.source.id
            words = say(
                "`{id}` has `{name}` {value}, as it {verb} `{source}`",
                id=id_,
                name=named,
                value=value,
                verb=verb,
                source=source,
            )
            at = derived.step.place()
        yield Note(words, at)
        yield from _further(asked, derived)


def _further(asked: Asked, derived: Derived) -> Iterator[Note]:
    """The steps that a term asks for after its first one; of many the first and where they lead."""
    at = derived.source
    for number, (step, end) in enumerate(derived.further, 2):
        if at is not None and number == MOST_STEPS and derived.further[-1][1] is not end:
            more, last = len(derived.further) + 2 - number, derived.further[-1][1]
            words = say("`{id}` leads to `{source}` over {number} more steps", id=at.id, source=last.id, number=more)
            yield Note(words, last.place())
            return
        if at is not None:
            verb = verb_seen_from(asked.graph, step, at.id)
            yield Note(say("there `{id}` {verb} `{source}`", id=at.id, verb=verb, source=end.id), step.place())
        at = end


def verb_seen_from(graph: Graph, relationship: Relationship, id_: str) -> str:
    """The verb of a relationship as it is said from one of its ends."""
    type_ = graph.model.metamodel.relationship_types[relationship.type]
    return type_.verb if relationship.source == id_ else type_.inverse


def via(hop: Hop) -> Phrase:
    """The verbs of a step, for a sentence."""
    names = ", ".join(f"`{verb}`" for verb in hop.via) or say("any relationship")
    return say("{names} (from the other side)", names=names) if hop.inverse else names


def wanted(selector: Selector | None) -> Phrase:
    """What a selector asks for, as a file says it."""
    if selector is None:
        return say("anything")
    return f"`{_flow(selector.model_dump(by_alias=True, exclude_defaults=True))}`"


def conditions(where: Mapping[str, Condition]) -> str:
    """What conditions ask for, as a file says it."""
    written = {name: one.model_dump(by_alias=True, exclude_defaults=True) for name, one in where.items()}
    return f"`{_flow(written)}`"


def _flow(data: Any) -> str:
    if isinstance(data, dict) and data.keys() == {"equals"}:
        return _flow(data["equals"])  # the short form
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list | tuple):
        return _flow(data[0]) if len(data) == 1 else "[" + ", ".join(map(_flow, data)) + "]"
    return str(data)


def listed(ids: Iterable[str], most: int = 3) -> str:
    """A few ids for a sentence."""
    every = list(ids)
    more = f", … (+{len(every) - most})" if len(every) > most else ""
    return ", ".join(f"`{id_}`" for id_ in every[:most]) + more
