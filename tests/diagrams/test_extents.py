import xml.etree.ElementTree as ET

import pytest

from eaframe.diagrams.pages.extents import extents
from eaframe.views.layout import Rect
from eaframe.views.text import width


def rect(markup: str) -> Rect:
    element = ET.fromstring(markup)  # noqa: S314 - written here
    return extents(element)[element]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', Rect(1, 2, 3, 4)),
        ('<circle cx="5" cy="5" r="2"/>', Rect(3, 3, 4, 4)),
        ('<path d="M1,2H5V7Z"/>', Rect(1, 2, 4, 5)),
        ('<path d="M1,2h4v5l-1,-1Z"/>', Rect(1, 2, 4, 5)),
        ('<path d="M0,0Q10,0 10,10L20,10"/>', Rect(0, 0, 20, 10)),
        ('<polyline points="0,1 2,3"/>', Rect(0, 1, 2, 2)),
        ('<g transform="translate(10,20) scale(2)"><rect width="3" height="4"/></g>', Rect(10, 20, 6, 8)),
        ('<g><a><rect width="1" height="1"/></a><rect x="4" width="1" height="1"/></g>', Rect(0, 0, 5, 1)),
    ],
)
def test_a_shape_lies_in_its_rectangle(markup, expected):
    assert rect(markup) == expected


def test_a_turned_shape_lies_where_it_was_turned_to():
    found = rect('<g transform="translate(100,100) rotate(-90)"><rect width="10" height="2"/></g>')
    assert (round(found.x), round(found.y), round(found.width), round(found.height)) == (100, 90, 2, 10)


def test_an_arc_lies_in_the_rectangle_of_its_path():
    found = rect('<path d="M0,5a5,5 0 1,1 10,0"/>')
    assert (found.x, found.right) == (0, 10)
    assert found.y <= 0


def test_a_text_is_as_wide_as_it_was_measured():
    found = rect('<text x="50" y="20" font-size="10" text-anchor="middle">Dịch vụ</text>')
    assert (found.width, found.middle) == (width("Dịch vụ", 10), 50)
    assert found.y <= 10
    assert found.bottom > 20


def test_a_group_of_nothing_has_no_rectangle():
    assert extents(ET.Element("g")) == {}
