"""How complete a model is, for programs.

Schema version 1; keys and meaning are kept within a version, new keys may be added. A sum is ``elements, weight,
filled, missing, tracked`` and ``score`` (0 to 1, cut to four digits, null where nothing is asked):

- ``as_of`` (a day, or null for all times), ``owner`` (whose elements alone are measured, or null), ``by``.
- ``total``: a sum. ``rows``: sums with ``key`` and ``name``; by owner also ``state`` (known, missing, unknown,
  not-applicable), and an empty key unless it is known.
- ``elements``, where what is missing is asked for: ``id, name, type, owner``, a sum, but in ``missing`` and
  ``tracked`` the values themselves: each ``key, label, weight, obligation`` (null for what every element has), the
  tracked ones with ``by`` and ``until``.
- ``minimum``, where one is asked for: ``asked`` (0 to 100) and ``met``.
- ``since``, where it is compared: ``revision, before, after, fell`` and what pulled it down by ``kinds, owners,
  elements``: ``key, name, points`` (hundredths of the total), ``before`` and ``after`` (sums or null), of elements also
  ``lost``: the keys that are missing now and were not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from eaframe.measures.completeness import rows, worst
from eaframe.metamodel.period import day_text
from eaframe.metamodel.values import declared_in
from eaframe.reports.printable import json_document

if TYPE_CHECKING:
    from eaframe.measures.completeness import Asked, By, Measured, Row, Sum
    from eaframe.measures.fallen import Comparison, Pull
    from eaframe.reports.completeness import CompletenessReport
    from eaframe.reports.completeness_names import Names

SCHEMA_VERSION: Final = 1


def in_json(report: CompletenessReport) -> str:
    """The report as JSON text."""
    names, found = report.names, report.total
    day = names.model.as_of
    content: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "as_of": None if day is None else day_text(day),
        "owner": report.owner or None,
        "by": report.by,
        "total": sum_data(found),
        "rows": [row_data(one, report.by, names) for one in rows(report.measured, report.by)],
    }
    if report.missing:
        content["elements"] = [_element(one, names) for one in worst(report.measured)]
    if report.minimum is not None:
        content["minimum"] = {"asked": float(report.minimum), "met": report.meets_minimum}
    if report.since is not None:
        content["since"] = {"revision": report.since[0], **_comparison(report.since[1], names)}
    return json_document(content)


def row_data(one: Row, by: By, names: Names) -> dict[str, Any]:
    """A part of the total."""
    state = {"state": one.state} if one.state else {}
    return {"key": one.key, "name": names.of_part(one, by), **state, **sum_data(one.sum)}


def _comparison(found: Comparison, names: Names) -> dict[str, Any]:
    return {
        "before": sum_data(found.before),
        "after": sum_data(found.after),
        "fell": found.fell,
        "kinds": [_pull(one, "kind", names) for one in found.kinds],
        "owners": [_pull(one, "owner", names) for one in found.owners],
        "elements": [{**_pull(one, "element", names), "lost": list(one.lost)} for one in found.elements],
    }


def _pull(one: Pull, by: str, names: Names) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": names.of_pull(one, by),
        **({"state": one.state} if one.state else {}),
        "points": round(float(one.points), 6),
        "before": sum_data(one.before) if one.before else None,
        "after": sum_data(one.after) if one.after else None,
    }


def _element(one: Measured, names: Names) -> dict[str, Any]:
    lacks = {has: [asked_data(each, names) for each in one.lacks if each.has == has] for has in ("missing", "tracked")}
    head = {"id": one.id, "name": names.element(one.id), "type": one.type, "owner": one.known_owner or None}
    # Here `missing` and `tracked` are the values themselves, whose numbers the sum has.
    return {**head, **sum_data(one.sum), **lacks}


def asked_data(one: Asked, names: Names) -> dict[str, Any]:
    """One thing that an element lacks; one that is tracked with who finds it out, and until when."""
    unknown = one.unknown
    return {
        "key": one.key,
        "label": declared_in(one.attribute.label, *names.languages) if one.attribute else names.core(one.key),
        "weight": one.weight,
        "obligation": one.attribute.obligation if one.attribute else None,
        **({"by": unknown.by, "until": day_text(unknown.until)} if unknown else {}),
    }


def sum_data(one: Sum) -> dict[str, Any]:
    """A sum for programs."""
    share = one.share
    score = None if share is None else share.numerator * 10_000 // share.denominator / 10_000
    return {
        "elements": one.elements,
        "weight": one.weight,
        "filled": one.filled,
        "missing": one.missing,
        "tracked": one.tracked,
        "score": score,
    }
