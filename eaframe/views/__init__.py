"""What a picture shows: viewpoints, views, and where everything in a view is placed."""

from eaframe.views.build import build_view, spans_time
from eaframe.views.definition import ViewDefinition, read_views
from eaframe.views.view import View, ViewEdge, ViewNode, as_data, as_json, elements_shown
from eaframe.views.viewpoint import Viewpoint, read_viewpoints

__all__ = [
    "View",
    "ViewDefinition",
    "ViewEdge",
    "ViewNode",
    "Viewpoint",
    "as_data",
    "as_json",
    "build_view",
    "elements_shown",
    "read_viewpoints",
    "read_views",
    "spans_time",
]
