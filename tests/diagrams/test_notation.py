import re

import pytest

from eaframe.diagrams.arrows import ARROWS
from eaframe.diagrams.icons import ICONS
from eaframe.diagrams.kind_icons import KIND_ICONS
from eaframe.diagrams.notation import NOTATION
from eaframe.metamodel.archimate import load_metamodel
from eaframe.metamodel.looks import ICON_NAMES

METAMODEL = load_metamodel()
# Types that the standard draws unlike others of their aspect.
SHAPES = {"active-structure": "square", "passive-structure": "square", "behavior": "round", "motivation": "cut"}


def test_there_is_a_notation_for_every_element_type_and_no_other():
    assert NOTATION.keys() == METAMODEL.element_types.keys()


def test_there_is_an_arrow_for_every_relationship_type_and_no_other():
    assert ARROWS.keys() == METAMODEL.relationship_types.keys()


def test_no_two_relationships_look_alike():
    assert len(set(ARROWS.values())) == len(ARROWS)


@pytest.mark.parametrize("type_", METAMODEL.element_types)
def test_the_outline_tells_the_aspect(type_):
    aspect = METAMODEL.element_types[type_].aspect
    expected = SHAPES.get(aspect, "square")
    assert NOTATION[type_].shape == {"grouping": "tab", "junction": "circle"}.get(type_, expected)


def test_types_of_one_layer_and_outline_have_icons_of_their_own():
    looks = [(METAMODEL.element_types[name].layer, look) for name, look in NOTATION.items()]
    assert len(set(looks)) == len(looks)


def test_every_icon_is_used_and_every_icon_named_exists():
    assert {look.icon for look in NOTATION.values() if look.icon} == ICONS.keys()


def test_every_icon_that_a_kind_may_have_is_drawn_and_no_other():
    assert KIND_ICONS.keys() == set(ICON_NAMES)
    assert not KIND_ICONS.keys() & METAMODEL.element_types.keys()


def test_no_two_icons_look_alike():
    looks = [*ICONS.values(), *KIND_ICONS.values()]
    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("icon", [*ICONS.values(), *KIND_ICONS.values()], ids=[*ICONS, *KIND_ICONS])
def test_an_icon_begins_within_its_square(icon):
    for path in (icon.outline, icon.solid):
        for x, y in re.findall(r"[ML](-?[\d.]+),(-?[\d.]+)", path):
            assert 0 <= float(x) <= 16
            assert 0 <= float(y) <= 16
