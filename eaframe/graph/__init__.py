"""The model as a graph: neighbours, paths, selections. The only room that imports networkx."""

from eaframe.graph.graph import Graph
from eaframe.graph.select import select
from eaframe.graph.selector import Selector

__all__ = ["Graph", "Selector", "select"]
