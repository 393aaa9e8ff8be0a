"""Waivers: findings that somebody decided to accept, why, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import AfterValidator, Field

from eaframe.findings import Finding, Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean
from eaframe.metamodel.period import date_of, parse_day
from eaframe.model.workspace_file import PartialDate, Text
from eaframe.rules import defects
from eaframe.rules.choice import code_meant, is_of_reading
from eaframe.sources.shape import Shape, Words, shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from eaframe.findings import Defect
    from eaframe.model.model import Model

_FAR: Final = 9999_12_31  # the last day of a calendar
SOON: Final = 30  # days in which a waiver that ends is mentioned


def _not_blank(text: Text) -> Text:
    if not (text.strip() if isinstance(text, str) else any(one.strip() for one in text.values())):
        raise ValueError(say("some words"))
    return text


Told = Annotated[Text, AfterValidator(_not_blank)]


class WaiverShape(Shape):
    """A waiver as a file says it; ``subject`` are ids of what findings are about."""

    rule: str
    subject: Annotated[Words, Field(min_length=1)]
    reason: Told
    decision: Told
    until: PartialDate


@dataclass(frozen=True, slots=True)
class Waiver:
    """A waiver: it covers all findings of a code about its subjects, up to and with the day ``until`` (YYYYMMDD)."""

    id: str
    rule: str
    subjects: tuple[str, ...]
    reason: Text
    decision: Text
    until: int
    until_text: str
    place: Place

    def covers(self, finding: Finding, day: int) -> bool:
        """Whether a finding is accepted on a day."""
        return day <= self.until and finding.code == self.rule and finding.subject in self.subjects


def read_waivers(model: Model, defects_by_code: Mapping[str, Defect]) -> tuple[tuple[Waiver, ...], list[Finding]]:
    """The waivers of the workspace itself, in the order of ids, and what is wrong with them."""
    found: list[Waiver] = []
    findings: list[Finding] = []
    written = {one.id for one in model.definitions.get("rules", ())}  # also broken ones, which are reported
    for definition in model.definitions.get("waivers", ()):
        if definition.library:
            continue
        read, more = shape(WaiverShape, definition.data, definition.place)  # type: ignore[arg-type]  # plain data
        findings += more
        if read is None:
            continue
        at = Place(definition.place.file, (*definition.place.path, "rule"))
        if read.rule not in defects_by_code and read.rule not in written and not model.incomplete:
            meant = code_meant(read.rule, defects_by_code)
            findings.append(defects.UNKNOWN_CODE.at(at, definition.id, found=read.rule, hint=meant))
            continue
        if is_of_reading(read.rule):
            findings.append(defects.NEVER_WAIVED.at(at, definition.id, rule=read.rule))
            continue
        until = parse_day(read.until, last=True) or 0  # the shape has made sure that it is a date
        waiver = Waiver(
            definition.id,
            read.rule,
            read.subject,
            read.reason,
            read.decision,
            until,
            date_of(until).isoformat(),
            definition.place,
        )
        found.append(waiver)
    return tuple(sorted(found, key=lambda one: one.id)), findings


def apply_waivers(
    findings: Iterable[Finding], waivers: Sequence[Waiver], day: int
) -> tuple[list[Finding], list[tuple[Finding, Waiver]]]:
    """The findings that stay, and those that are accepted on ``day``."""
    by_rule: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        by_rule.setdefault(waiver.rule, []).append(waiver)
    kept: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    for finding in findings:
        covering = next((one for one in by_rule.get(finding.code, ()) if one.covers(finding, day)), None)
        if covering is None:
            kept.append(finding)
        else:
            waived.append((finding, covering))
    return kept, waived


def wrong_waivers(
    waivers: Iterable[Waiver], used: Mapping[str, Collection[str]], model: Model, day: int
) -> Iterator[Finding]:
    """Waivers that have ended, and subjects of others that nothing was found in.

    ``used`` are the subjects that each waiver (by id) covered. While a file is broken nobody knows what is unused.
    """
    for waiver in waivers:
        if day > waiver.until:
            at = Place(waiver.place.file, (*waiver.place.path, "until"))
            yield defects.EXPIRED_WAIVER.at(
                at, waiver.id, rule=waiver.rule, about=_listed(waiver.subjects), until=waiver.until_text
            )
            continue
        unused = [one for one in waiver.subjects if one not in used.get(waiver.id, ())]
        if not unused or model.incomplete:
            continue
        at = Place(waiver.place.file, (*waiver.place.path, "subject"))
        strange = next((one for one in unused if one not in model.elements and one not in model.relationships), None)
        near = did_you_mean(strange, [*model.elements, *model.relationships]) if strange else None
        yield defects.UNUSED_WAIVER.at(at, waiver.id, rule=waiver.rule, about=_listed(unused), hint=near)


def ends_soon(waiver: Waiver, day: int) -> bool:
    """Whether a waiver that holds on ``day`` (YYYYMMDD) ends within SOON days."""
    if day > waiver.until:
        return False
    left = date_of(min(waiver.until, _FAR)) - date_of(day)
    return left.days <= SOON


def _listed(ids: Iterable[str]) -> str:
    return ", ".join(f"`{id_}`" for id_ in ids)
