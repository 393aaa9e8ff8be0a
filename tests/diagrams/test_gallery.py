"""The page of all notation leaves nothing out."""

import re
import xml.etree.ElementTree as ET

import pytest

from eaframe.diagrams import render_png
from eaframe.diagrams.gallery import notation_gallery
from eaframe.diagrams.icons import ICONS
from eaframe.diagrams.kind_icons import KIND_ICONS
from eaframe.metamodel.archimate import load_metamodel
from eaframe.metamodel.looks import COLOUR_NAMES, HEAT, ICON_NAMES, NO_DATA

SVG = "{http://www.w3.org/2000/svg}"
METAMODEL = load_metamodel()


def ids(svg: str) -> set[str]:
    root = ET.fromstring(svg)  # noqa: S314 - what we wrote ourselves
    return {one.get("data-id", "") for one in root.iter(f"{SVG}g")}


def test_every_type_relationship_icon_and_colour_is_there():
    found = ids(notation_gallery("en"))
    assert METAMODEL.element_types.keys() - {"junction"} <= found
    assert METAMODEL.relationship_types.keys() - {"access"} <= found
    assert {f"access-{mode}" for mode in ("access", "read", "write", "readwrite")} <= found
    assert {f"icon-{name}" for name in ICON_NAMES} | {f"colour-{name}" for name in COLOUR_NAMES} <= found
    assert {*HEAT, NO_DATA, "triggering-and", "triggering-or", "association-directed", "influence-++"} <= found


def test_every_icon_is_drawn():
    paths = set(re.findall(r' d="([^"]*)"', notation_gallery("en")))
    for icon in (*ICONS.values(), *KIND_ICONS.values()):
        assert {icon.outline, icon.solid} - {""} <= paths


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_page_names_everything_in_its_language(language):
    svg = notation_gallery(language)
    for one in (*METAMODEL.element_types.values(), *METAMODEL.relationship_types.values()):
        assert one.label[language] in svg
    assert f' lang="{language}"' in svg
    assert render_png(svg, 0.2).startswith(b"\x89PNG")
