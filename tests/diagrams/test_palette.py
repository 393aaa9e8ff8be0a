"""Colours by the numbers of WCAG 2.2: letters stand out 4.5 to 1 from what is behind them, lines 3 to 1."""

from itertools import pairwise

import pytest

from eaframe.diagrams.palette import COLOURS, box_colours, style
from eaframe.metamodel.archimate import load_metamodel
from eaframe.metamodel.looks import COLOUR_NAMES, HEAT, NO_DATA
from eaframe.views.view import ViewNode

SCREENS = (0, 1)  # light, dark
LAYERS = sorted({one.layer for one in load_metamodel().element_types.values()})
BANDS = [name for name in COLOURS if name.endswith("-band")]


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, screen: int) -> float:
    low, high = sorted((luminance(COLOURS[one][screen]), luminance(COLOURS[other][screen])))
    return (high + 0.05) / (low + 0.05)


def node(layer: str, colour: str = "") -> ViewNode:
    return ViewNode("a", "node", "", "Node", layer, "A", colour=colour)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("colour", ["", *COLOUR_NAMES, *HEAT, NO_DATA])
@pytest.mark.parametrize("layer", LAYERS)
def test_the_letters_of_a_box_can_be_read(layer, colour, screen):
    fill, _, small = box_colours(node(layer, colour))
    assert contrast(fill, "text", screen) >= 4.5
    assert contrast(fill, small, screen) >= 4.5


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("ink", ["text", "muted"])
def test_letters_beside_boxes_can_be_read(ink, screen):
    assert min(contrast(ground, ink, screen) for ground in ("page", *BANDS)) >= 4.5


@pytest.mark.parametrize("screen", SCREENS)
def test_lines_stand_out_from_what_they_cross(screen):
    outlines = {box_colours(node(layer, colour))[1] for layer in LAYERS for colour in ("", *COLOUR_NAMES, HEAT[0])}
    for ink in (*outlines, f"{NO_DATA}-line", "line", "derived"):
        assert contrast("page", ink, screen) >= 3.0, ink
    assert min(contrast(ground, ink, screen) for ground in BANDS for ink in ("line", "derived")) >= 3.0


@pytest.mark.parametrize("screen", SCREENS)
def test_a_scale_goes_one_way_in_lightness_with_steps_that_can_be_told_apart(screen):
    steps = [luminance(COLOURS[name][screen]) + 0.05 for name in HEAT]
    ratios = [max(one, other) / min(one, other) for one, other in pairwise(steps)]
    assert steps == sorted(steps, reverse=not screen)
    assert min(ratios) >= 1.2


def test_a_box_without_a_colour_has_that_of_its_layer():
    assert box_colours(node("physical")) == ("physical", "physical-line", "muted")
    assert box_colours(node("physical", "teal")) == ("teal", "teal-line", "text")
    assert box_colours(node("physical", "heat-3")) == ("heat-3", "heat-line", "text")


def test_readers_with_colours_of_their_own_keep_lines_letters_and_scales():
    _, _, system = style(["page", "text", "business-line", "business", "heat-3", "no-data"]).partition(
        "forced-colors:active"
    )
    rule = system[: system.index("}")]
    assert (
        rule == "){.ea-view{--ea-business:Canvas;--ea-business-line:CanvasText;--ea-page:Canvas;--ea-text:CanvasText;"
    )
