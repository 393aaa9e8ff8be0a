"""Checks of paths: what can be reached, chains of given steps, circles, and the direction between layers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from eaframe.findings import Note
from eaframe.findings.message import say
from eaframe.graph.cycles import cycles
from eaframe.graph.hops import steps
from eaframe.graph.reach import explore, path_to
from eaframe.graph.select import hop, predicate
from eaframe.graph.selector import Hop, Reach, Selectors
from eaframe.graph.verdicts import disjunction
from eaframe.model.elements import Element
from eaframe.rules.checks.asked import conditions, failed, listed, verb_seen_from, via, wanted
from eaframe.rules.rule import Problem, Undecided
from eaframe.sources.shape import Flag, Shape, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from eaframe.findings import Message
    from eaframe.graph.reach import Reached
    from eaframe.graph.select import Test
    from eaframe.graph.verdicts import Verdict
    from eaframe.model.elements import Relationship
    from eaframe.rules.checks.asked import Asked, Judged

MOST_SHOWN = 5  # notes and stops of one finding


class Reaches(Shape):
    """What must be reachable over any number of steps."""

    reaches: Reach


def reaches(asked: Asked, check: Reaches) -> Iterator[Problem | Undecided]:
    """Something that fits can be reached; else the finding tells where every path ends."""
    graph, wants = asked.graph, check.reaches
    way = steps(graph.model, wants.via, inverse=wants.inverse)
    fits = predicate(graph, wants.to) if wants.to is not None else None
    for subject in asked.subjects:
        reached: Reached = {}
        ids = explore(graph, subject.id, way, reached, wants.depth)
        elements = (graph.elements[id_] for id_ in ids if id_ in graph.elements)
        verdict = disjunction(True if fits is None else fits(one) for one in elements)
        if verdict is None:
            yield Undecided(subject)
        elif verdict is False:
            ends = [id_ for id_ in reached if id_ in graph.elements and not way.from_(graph, id_)]
            yield _unreached(asked, subject, wants, ends, reached)


def _unreached(asked: Asked, subject: Judged, wants: Reach, ends: Sequence[str], reached: Reached) -> Problem:
    args = {
        "id": subject.id,
        "verb": ", ".join(f"`{verb}`" for verb in wants.via),
        "what": wanted(wants.to),
        "others": listed(ends or reached),
    }
    if not reached:
        return failed(asked, subject, say("No path along {verb} leads from `{id}` to {what}: no step does.", **args))
    if wants.depth is not None:
        far = say("No path along {verb} leads from `{id}` to {what} within {number} steps.", number=wants.depth, **args)
        return failed(
            asked, subject, far, notes=_along(asked, path_to(reached, subject.id, [*reached][-1]), subject.id)
        )
    message = say("No path along {verb} leads from `{id}` to {what}: it stops at {others}.", **args)
    if not ends:
        message = say("No path along {verb} leads from `{id}` to {what}: it only leads round over {others}.", **args)
    last = ends[0] if ends else [*reached][-1]
    return failed(asked, subject, message, notes=_along(asked, path_to(reached, subject.id, last), subject.id))


class Chain(Shape):
    """Steps that must lead on from one another."""

    chain: Annotated[tuple[Hop, ...], Field(min_length=1)]


def chain(asked: Asked, check: Chain) -> Iterator[Problem | Undecided]:
    """Some path of these steps exists; else the finding names the step that fails, and the path up to it."""
    follows = [hop(asked.graph, one) for one in check.chain]
    for subject in asked.subjects:
        reached: dict[tuple[int, str], tuple[Relationship, str]] = {}
        edge: dict[str, Verdict] = {subject.id: True}
        for number, follow in enumerate(follows, 1):
            following: dict[str, Verdict] = {}
            for id_, so_far in edge.items():
                for relationship, other, verdict in follow(id_):
                    decided = True if so_far is True and verdict is True else None
                    if other.id not in following or (decided and not following[other.id]):
                        following[other.id] = decided
                        reached[number, other.id] = relationship, id_
            if not following:
                yield _broken(asked, subject, check, number, edge, reached)  # over whatever it led so far
                break
            edge = following
        else:
            if not any(verdict is True for verdict in edge.values()):
                yield Undecided(subject)


def _broken(
    asked: Asked,
    subject: Judged,
    check: Chain,
    number: int,
    edge: Mapping[str, Verdict],
    reached: Mapping[tuple[int, str], tuple[Relationship, str]],
) -> Problem:
    """The step that fails, why, and the path that leads to where it does."""
    step = check.chain[number - 1]
    stopped = sorted(edge)
    at = stopped[0]
    message = say(
        "No path from `{id}`: step {number} of {total} ({verb} to {what}) stops at {others}, {reason}.",
        id=subject.id,
        number=number,
        total=len(check.chain),
        verb=via(step),
        what=wanted(step.to),
        others=listed(stopped),
        reason=_reason(asked, stopped, step),
    )
    path: list[Relationship] = []
    for level in range(number - 1, 0, -1):
        relationship, at = reached[level, at]
        path.insert(0, relationship)
    return failed(asked, subject, message, notes=_along(asked, path, subject.id), discriminator=str(number))


def _reason(asked: Asked, stopped: Sequence[str], step: Hop) -> Message:
    """Why a step does not lead on from an element: the first of those where it stops."""
    id_, one = stopped[0], len(stopped) == 1
    args = {"id": id_, "verb": via(step)}
    fits = _ends(asked, id_, Hop(via=step.via, inverse=step.inverse, to=step.to))
    others = _ends(asked, id_, Hop(via=step.via, inverse=step.inverse))
    if not others:
        return say("which has no {verb}", **args) if one else say("of which `{id}` has no {verb}", **args)
    if fits:  # so it is the relationship that does not
        args |= {"others": listed(fits), "where": conditions(step.where_relationship)}
        if one:
            return say("whose {verb} to {others} are not {where}", **args)
        return say("of which `{id}` has {verb} to {others} that are not {where}", **args)
    args["others"] = listed(others)
    if one:
        return say("whose {verb} lead only to {others}", **args)
    return say("of which `{id}` has {verb} only to {others}", **args)


def _ends(asked: Asked, id_: str, step: Hop) -> list[str]:
    return list(dict.fromkeys(other.id for _, other, _ in hop(asked.graph, step)(id_)))


def _along(asked: Asked, path: Iterable[Relationship], start: str) -> Iterator[Note]:
    """A path, one note a step, each where it is written."""
    at = start
    for relationship in list(path)[:MOST_SHOWN]:
        verb = verb_seen_from(asked.graph, relationship, at)
        end = relationship.target if relationship.source == at else relationship.source
        yield Note(say("`{source}` {verb} `{target}`", source=at, verb=verb, target=end), relationship.place())
        at = end


class Acyclic(Shape):
    """Verbs along which no path may lead back."""

    acyclic: Annotated[Words, Field(min_length=1)]


def acyclic(asked: Asked, check: Acyclic) -> Iterator[Problem | Undecided]:
    """No path among the subjects leads back to where it began; each circle is reported once."""
    way = steps(asked.graph.model, check.acyclic)
    subjects = {subject.id: subject for subject in asked.subjects}
    for circle in cycles(asked.graph, way, subjects.keys()):
        own = next((index for index, move in enumerate(circle) if move.relationship.is_own), None)
        if own is None:  # nothing that this workspace can mend
            continue
        turned = [*circle[own:], *circle[:own]]
        start, relationship, _ = turned[0]
        path = " → ".join([*(move.source for move in turned), start])
        message = say("`{id}` leads back to itself: {path}.", id=start, path=path)
        yield failed(asked, subjects[start], message, at=relationship.place(), discriminator=path)


class Layers(Shape):
    """Layers from the top down; ``via`` may lead from one to the same or a lower one (``adjacent``: the next)."""

    layers: Annotated[tuple[Selectors, ...], Field(min_length=2)]
    via: Annotated[Words, Field(min_length=1)]
    adjacent: Flag = False


def layers(asked: Asked, check: Layers) -> Iterator[Problem | Undecided]:
    """No step leads upwards or, where they must be adjacent, past a layer."""
    graph = asked.graph
    tests = [[predicate(graph, one) for one in selectors] for selectors in check.layers]
    following = graph.steps(steps(graph.model, check.via))
    known: dict[str, int | None] = {}

    def layer(element: Element) -> int | None:
        if element.id not in known:  # most are met several times
            known[element.id] = _layer(tests, element)
        return known[element.id]

    for subject in asked.subjects:
        if not isinstance(subject, Element):
            continue
        here = layer(subject)
        if here is None:
            yield Undecided(subject)
        if not here:
            continue
        for relationship, id_ in following.get(subject.id, ()):
            there = layer(graph.elements[id_]) if id_ in graph.elements else 0
            if there and not here <= there <= (here + 1 if check.adjacent else there):
                args = {
                    "id": subject.id,
                    "number": here,
                    "verb": verb_seen_from(graph, relationship, subject.id),
                    "other": id_,
                    "expected": there,
                }
                message = say("`{id}` (layer {number}) {verb} `{other}`, which lies above (layer {expected}).", **args)
                if there > here:
                    message = say("`{id}` (layer {number}) {verb} `{other}` past a layer (layer {expected}).", **args)
                at = relationship.place() if relationship.is_own else None
                yield failed(asked, subject, message, at=at, discriminator=relationship.id)


def _layer(tests: Sequence[Sequence[Test]], element: Element) -> int | None:
    """The first layer that an element is in, from 1 at the top; 0 in none, None: undecided."""
    for number, some in enumerate(tests, 1):
        verdict = disjunction(test(element) for test in some)
        if verdict is not False:
            return number if verdict else None
    return 0
