"""Rules as a workspace or a library writes them in YAML -> the one type of a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from eaframe.findings import Defect, Finding, Place
from eaframe.findings.message import PLACE, say
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.graph.known import Known, qualified
from eaframe.metamodel.period import ALWAYS
from eaframe.model.elements import Definition
from eaframe.model.of_libraries import told
from eaframe.rules import defects
from eaframe.rules.checks import CHECKS, CheckKind
from eaframe.rules.names import unknown_in_check, unknown_in_views
from eaframe.rules.rule import Problem, Rule, Undecided
from eaframe.rules.rule_shape import RuleShape
from eaframe.rules.subjects import Select, read_select, subjects
from eaframe.sources.document import REFUSED
from eaframe.sources.shape import Shape, shape

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from eaframe.findings import Message
    from eaframe.findings.message import Phrase
    from eaframe.graph import Graph
    from eaframe.model.model import Model
    from eaframe.model.workspace_file import Text
    from eaframe.rules.checks.asked import Asked
    from eaframe.rules.run import ShownView

# What a message may name besides what its check fills in.
_ALWAYS: Final = ("id", "name")


@dataclass(frozen=True, slots=True)
class _Written:
    """A rule in YAML with what it is read under."""

    definition: Definition
    known: Known | None  # None: its names are those of eaframe itself
    language: str
    findings: list[Finding]

    def place(self, *path: str | int, part: Literal["key", "value"] = "value") -> Place:
        return self.definition.at(*path, part=part)


def read_rules(
    model: Model, reserved: Collection[str], installed: Iterable[Rule] = ()
) -> tuple[tuple[Rule, ...], list[Finding]]:
    """The rules that a workspace and its libraries write, in the order of codes, and what is wrong with them.

    ``reserved`` are the prefixes of codes that belong to eaframe, ``installed`` the rules of packages. A broken rule of
    the workspace is reported where it is wrong, one of a library once, at the import.
    """
    known = Known(model)
    taken: dict[str, Phrase | None] = dict.fromkeys(reserved, say("belongs to eaframe"))
    for one in installed:
        taken.setdefault(one.defect.code[:-3], say("belongs to an installed package"))
    for definition in model.definitions.get("rules", ()):
        if definition.library:
            taken.setdefault(definition.id[:-3], _of(definition.library))
    found: dict[str, Rule] = {}
    findings: list[Finding] = []
    for definition in model.definitions.get("rules", ()):
        written = _Written(definition, known, model.settings.languages[0], [])
        rule = _read(written, taken, model.settings.code_prefixes)
        findings += told(definition, written.findings, defects.BROKEN_LIBRARY_RULE)
        if rule is not None and rule.defect.code not in found:
            found[rule.defect.code] = rule
    return tuple(rule for _, rule in sorted(found.items())), findings


def read_rule(data: object, where: str) -> Rule:
    """A rule that comes with eaframe. Raises ValueError for one that is broken, which is a fault of eaframe."""
    written = _Written(Definition(where, data, Place(where), library="eaframe"), None, "en", [])
    rule = _read(written, {}, ())
    if rule is None:
        raise ValueError(f"the built-in rule {where} is broken: {written.findings[0].message}")
    return rule


def _of(library: str) -> Message | None:
    return say("belongs to the library `{library}`", library=library) if library else None


def _read(written: _Written, taken: Mapping[str, Phrase | None], prefixes: Sequence[str]) -> Rule | None:
    definition = written.definition
    found, findings = shape(RuleShape, definition.data, definition.place)  # type: ignore[arg-type]  # plain data
    written.findings.extend(findings)
    if _is_refused(definition.data) or not isinstance(definition.data, dict):
        return None
    if found is not None and written.known is not None:
        _check_prefix(written, found.code, taken, prefixes)
    # Both are looked at even where something else of the rule is wrong: all of it is told at once.
    selected = _select(written, _qualified(written, definition.data.get("select")))
    check = None
    if "check" in definition.data:
        check = _check(written, _qualified(written, definition.data["check"]), selected)
    if found is None or selected is None or check is None:
        return None
    kind, parameters = check
    _check_places(written, found, kind)
    if any(finding.severity == "error" for finding in written.findings):
        return None
    return Rule(
        defect=_defect(found, written.language),
        check=_asking(selected, kind, parameters),
        judges_absence=kind.judges_absence,
        valid=found.valid.period if found.valid else ALWAYS,
        options=("views", "selections"),
        tags=found.tags,
        defined=None if definition.library else definition.place,
        selection=repr(selected),
    )


def _qualified(written: _Written, data: Any) -> Any:
    library = written.definition.library
    return qualified(written.known.model, data, library) if library and written.known is not None else data


def _is_refused(data: object) -> bool:
    """Whether a part was refused while it was read. Without it the rule would say something else."""
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return data is REFUSED or any(_is_refused(one) for one in parts)


def _defect(found: RuleShape, language: str) -> Defect:
    def texts(text: Text) -> dict[str, str]:
        return text if isinstance(text, dict) else {language: text}

    said = {"summary": texts(found.summary), "hint": texts(found.hint)}
    if found.message:
        said["message"] = texts(found.message)
    basis = next(iter(texts(found.basis).values()), "")
    first = {part: next(iter(text.values()), "") for part, text in said.items()}
    return Defect(
        found.code,
        found.name,
        found.severity,
        first["summary"],
        first.get("message", ""),
        first["hint"],
        basis,
        found.bad,
        found.good,
        said,
    )


def _check_prefix(written: _Written, code: str, taken: Mapping[str, Phrase | None], prefixes: Sequence[str]) -> None:
    prefix, library = code[:-3], written.definition.library
    if prefix in taken and taken[prefix] != _of(library):
        reason = taken[prefix]
    elif library:  # which prefixes it declared, only its own eaframe.yaml says
        return
    elif prefix not in prefixes:
        reason = say("is not declared")
    else:
        return
    free = [one for one in (*prefixes, prefix, "OWN") if one not in taken]
    at = written.place("code")
    written.findings.append(
        defects.FOREIGN_PREFIX.at(at, code, found=code, prefix=prefix, reason=reason, proposal=free[0])
    )


def _select(written: _Written, data: object) -> Select | None:
    at = written.place("select")
    found, findings = read_select(data, at)
    written.findings.extend(findings)
    if found is None:
        return None
    if written.known is not None:
        unknown = written.known.unknown_in_selectors(data, at.file, at.path, written.definition.id)
        written.findings.extend(unknown)
    if written.known is not None and found.kind == "view":
        unknown = unknown_in_views(written.known, data, at, written.definition.id)
        written.findings.extend(unknown)
    return found


def _check(written: _Written, data: object, selected: Select | None) -> tuple[CheckKind, Shape] | None:
    at = written.place("check")
    named = [key for key in data if key in CHECKS] if isinstance(data, dict) else []
    if not isinstance(data, dict) or len(named) != 1:
        words = list(data) if isinstance(data, dict) else []
        near = did_you_mean(words[0], CHECKS) if len(words) and not named else None
        if (isinstance(data, list) and data) or len(named) > 1:
            near = say("Write a rule of its own for each check.")
        shown = say("a list") if isinstance(data, list) and data else quoted(named or words) or say("nothing")
        written.findings.append(
            defects.NOT_ONE_CHECK.at(at, written.definition.id, found=shown, allowed=quoted(CHECKS), hint=near)
        )
        return None
    kind = CHECKS[named[0]]
    parameters, findings = shape(kind.shape, data, at)
    written.findings.extend(findings)
    if selected is not None and selected.kind not in kind.subjects:
        able = [one.name for one in CHECKS.values() if selected.kind in one.subjects]
        place = written.place("check", kind.name, part="key")
        written.findings.append(
            defects.CHECK_OF_ANOTHER_SUBJECT.at(
                place, written.definition.id, found=kind.name, about=SUBJECTS[selected.kind], allowed=quoted(able)
            )
        )
        return None
    if parameters is None:
        return None
    if written.known is not None:
        subject = selected.kind if selected else "element"
        written.findings.extend(unknown_in_check(written.known, data, at, written.definition.id, subject))
    return kind, parameters


SUBJECTS: Final = {
    "element": say("element"),
    "relationship": say("relationship"),
    "view": say("view"),
    "workspace": say("workspace"),
}


def _check_places(written: _Written, found: RuleShape, kind: CheckKind) -> None:
    """Every place in a message or a hint is one that the check fills."""
    allowed = (*_ALWAYS, *kind.fills)
    for part in ("message", "hint"):
        text: Text = getattr(found, part)
        for language, said in text.items() if isinstance(text, dict) else [("", text)]:
            for place in PLACE.findall(said):
                if place.replace("-", "_") not in allowed:
                    at = written.place(part, *([language] if language else []))
                    names = quoted(f"{{{name}}}" for name in allowed)
                    written.findings.append(
                        defects.UNKNOWN_PLACE.at(
                            at,
                            written.definition.id,
                            found=place,
                            check=kind.name,
                            allowed=names,
                            discriminator=f"{part}/{language}/{place}",
                        )
                    )


def _asking(selected: Select, kind: CheckKind, parameters: Shape) -> Callable[..., Iterator[Problem | Undecided]]:
    key = repr(selected)

    def check(
        graph: Graph, *, views: Sequence[ShownView], selections: dict[str, tuple[Asked, list[Undecided]]]
    ) -> Iterator[Problem | Undecided]:
        if key not in selections:  # rules mostly ask the same few selections
            selections[key] = subjects(graph, selected, views)
        asked, undecided = selections[key]
        yield from undecided
        yield from kind.run(asked, parameters)

    return check
