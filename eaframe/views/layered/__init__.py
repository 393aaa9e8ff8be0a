"""The layered layout: rows by bands, order and x by Graphviz, lines at right angles through the channels between rows.

Graphviz decides what is hard, the order in the rows with few crossings and the x of everything. The rows are ours,
because layers must not mingle and a row must fit on a page; so are the lines, because a picture with right angles and
shared trunks reads like one drawn by hand.
"""

from __future__ import annotations

from eaframe.views.layered.layout import layered_layout

__all__ = ["layered_layout"]
