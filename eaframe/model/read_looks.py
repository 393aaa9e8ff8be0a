"""The icon and the colour that a kind has of its own: checked, and passed on to the kinds below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings import Finding, Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean, either
from eaframe.metamodel.looks import ICON_NAMES
from eaframe.metamodel.vocabulary import JUNCTION
from eaframe.model import defects
from eaframe.sources.defects import WRONG_VALUE

if TYPE_CHECKING:
    from eaframe.findings.message import Phrase
    from eaframe.metamodel.archimate import Metamodel
    from eaframe.metamodel.kinds import Kind
    from eaframe.model.kind_shapes import KindShape

_LOOKS = ("icon", "colour")


def read_look(
    declared: KindShape, place: Place, id_: str, parent: Kind | None, metamodel: Metamodel
) -> tuple[str, str, list[Finding]]:
    """Icon and colour of a kind of elements: its own, else those of the kind that it is based on, else ""."""
    icon, colour = (parent.icon, parent.colour) if parent else ("", "")
    types = [name for name in metamodel.element_types if name != JUNCTION]  # which has no icon
    if not declared.icon or declared.icon in {*ICON_NAMES, *types}:
        return declared.icon or icon, declared.colour or colour, []
    at = Place(place.file, (*place.path, "icon"))
    near = did_you_mean(declared.icon, [*ICON_NAMES, *types])
    expected = say("the name of an ArchiMate type, or one of {names}", names=either(ICON_NAMES, most=len(ICON_NAMES)))
    finding = WRONG_VALUE.at(
        at,
        id_,
        hint=near,
        key="icon",
        expected=expected,
        found=f"`{declared.icon}`",
        discriminator="/".join(map(str, at.path)),
    )
    return icon, declared.colour or colour, [finding]


def without_look(declared: KindShape, place: Place, id_: str, owner: Phrase) -> list[Finding]:
    """A finding for each look of a kind that has none: ``owner`` says which kinds have one."""
    found = []
    for key in _LOOKS:
        if key in declared.model_fields_set:
            at = Place(place.file, (*place.path, key), "key")
            where = "/".join(map(str, at.path))
            found.append(defects.CORE_KEY_ELSEWHERE.at(at, id_, key=key, owner=owner, found=id_, discriminator=where))
    return found
