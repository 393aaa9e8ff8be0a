r"""Graphviz as a subprocess: a graph of boxes with fixed sizes goes in, the centre of each box comes out.

No text of a model reaches Graphviz: nodes are called n0, n1, … and have no labels. So nothing in a model can break out
of a quote, be expanded (``\N``) or become a link, and every build of Graphviz gives the same picture.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eaframe.views.layout import LayoutError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BUNDLED: Final = "graphviz-pure"  # the static binary of the wheel of this name
_SYSTEM: Final = "dot"
_TIMEOUT: Final = 60.0  # seconds; a view of 50 boxes takes 0.1
_DPI: Final = 72.0  # px an inch: Graphviz takes sizes in inches and gives points


@dataclass(frozen=True, slots=True)
class Line:
    """A line from an upper to a lower node, or within a row. The heavier it is, the straighter it gets."""

    upper: str
    lower: str
    weight: int = 1


def order_rows(
    rows: Sequence[Sequence[str]], widths: Mapping[str, float], lines: Sequence[Line], gap: float
) -> dict[str, float]:
    """The x of the centre of every node, rows being given: few crossings, short and straight lines, ``gap`` px apart.

    Every line must go to the next row, or stay in its row.
    """
    names = {id_: f"n{index}" for index, id_ in enumerate(id_ for row in rows for id_ in row)}
    found = _positions(_run(_dot(rows, widths, lines, names, gap)))
    return {id_: found[name] for id_, name in names.items()}


def _dot(
    rows: Sequence[Sequence[str]],
    widths: Mapping[str, float],
    lines: Sequence[Line],
    names: Mapping[str, str],
    gap: float,
) -> str:
    width = max(sum(widths[id_] + gap for id_ in row) for row in rows) * 1.02
    from graphviz import Digraph

    dot = Digraph(
        graph_attr={
            "nodesep": _inches(gap),
            "ranksep": "0.5",
            "splines": "none",
            "ratio": "compress",
            "size": f"{_inches(width)},1000",
        },
        node_attr={"shape": "box", "fixedsize": "true", "label": "", "height": "0.3"},
        edge_attr={"arrowhead": "none"},
    )
    for index, row in enumerate(rows):
        with dot.subgraph(graph_attr={"rank": "same"}) as rank:
            rank.node(f"r{index}", width="0.01")
            for id_ in row:
                rank.node(names[id_], width=_inches(widths[id_]))
        if index:
            dot.edge(f"r{index - 1}", f"r{index}", style="invis", weight="0")
    for line in lines:
        dot.edge(names[line.upper], names[line.lower], weight=str(line.weight))
    return str(dot.source)


def _inches(pixels: float) -> str:
    return f"{pixels / _DPI:.4f}"


def _run(dot: str) -> str:
    try:
        done = subprocess.run(
            [_engine(), "-Tjson"],
            input=dot,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_TIMEOUT,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise LayoutError(f"Graphviz took more than {_TIMEOUT:.0f} seconds; show fewer elements in the view.") from None
    except subprocess.CalledProcessError as error:
        raise LayoutError(f"Graphviz failed: {error.stderr.strip()[-200:]}") from None
    except OSError as error:
        raise LayoutError(f"Graphviz could not be started: {error.strerror}") from None
    return done.stdout


def _engine() -> str:
    """The engine of this environment; else one on PATH, else the system's dot."""
    folders = dict.fromkeys((sysconfig.get_path("scripts"), str(Path(sys.executable).parent)))
    for folder in folders:
        found = shutil.which(_BUNDLED, path=folder)
        if found:
            return found
    found = shutil.which(_BUNDLED) or shutil.which(_SYSTEM)
    if found is None:
        raise LayoutError("No Graphviz was found; install one with `pip install graphviz-pure`.")
    return found


def _positions(output: str) -> dict[str, float]:
    objects = json.loads(output).get("objects", ())
    return {one["name"]: float(one["pos"].split(",")[0]) for one in objects if "pos" in one}
