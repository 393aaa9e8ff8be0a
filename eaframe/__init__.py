"""eaframe: enterprise architecture as data.

``eaframe.load("models/hanoi")`` gives a workspace with ``.model``, ``.graph`` (a networkx MultiDiGraph) and
``.findings``.
"""

from eaframe._version import VERSION as __version__  # noqa: N811 - the name that Python tools ask for
from eaframe.workspace import Workspace, load

__all__ = ["Workspace", "__version__", "load"]
