"""The model as a graph: neighbours, paths, selections. The only room that imports networkx."""

from eaframe.graph.graph import Graph
from eaframe.graph.select import Selector, select

__all__ = ["Graph", "Selector", "select"]
