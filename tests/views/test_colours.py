from eaframe.views import View
from eaframe.views.view import ScaleEntry, ViewScale

KINDS = """\
kinds:
  system:
    base: application-component
    attributes:
      level: {type: integer, label: {vi: Cấp độ, en: Level}}
      cost: {type: money}
      critical: {type: boolean}
      phase: {type: enum, allowed: [plan, live, end]}
"""


def model(*rows: str) -> str:
    return KINDS + "elements:\n" + "".join(f"  {row}\n" for row in rows)


def coloured(view: View) -> dict[str, str]:
    return {node.id: node.colour for node in view.nodes}


def scale(view: View) -> ViewScale:
    assert view.scale is not None
    return view.scale


FOUR = model(
    "a: {type: system, name: A, level: 1, phase: plan, critical: true}",
    "b: {type: system, name: B, level: 3, phase: end, critical: false}",
    "c: {type: system, name: C, level: 3, phase: live}",
    "d: {type: system, name: D, level: {unknown: {by: a, until: 2027}}}",
)


def test_a_few_different_numbers_have_a_colour_each_and_what_nobody_knows_has_its_own(view_of):
    view = view_of(FOUR + "views: {v: {name: V, colour-by: {attribute: level}}}\n", "vi")
    assert coloured(view) == {"a": "heat-1", "b": "heat-5", "c": "heat-5", "d": "no-data"}
    assert scale(view) == ViewScale(
        "Cấp độ",
        (ScaleEntry("heat-1", "1", 1), ScaleEntry("heat-5", "3", 2), ScaleEntry("no-data", "Chưa có dữ liệu", 1)),
    )


def test_numbers_fall_into_the_classes_that_are_asked_for(view_of):
    view = view_of(FOUR + "views: {v: {name: V, colour-by: {attribute: level, steps: [2, 4]}}}\n", "en")
    assert [(entry.label, entry.count) for entry in scale(view).entries] == [("1", 1), ("2-3", 2), ("No data", 1)]


def test_many_numbers_fall_into_five_classes(view_of):
    rows = [f"s{n}: {{type: system, name: S, level: {n}}}" for n in range(1, 21)]
    view = view_of(model(*rows) + "views: {v: {name: V, colour-by: {attribute: level}}}\n", "en")
    assert [(entry.colour, entry.label, entry.count) for entry in scale(view).entries] == [
        ("heat-1", "1-4", 4),
        ("heat-2", "5-8", 4),
        ("heat-3", "9-11", 3),
        ("heat-4", "12-15", 4),
        ("heat-5", "16 and more", 5),
    ]


def test_an_enum_is_coloured_in_its_order_and_from_red_to_green_where_much_is_good(view_of):
    view = view_of(FOUR + "views: {v: {name: V, colour-by: {attribute: phase, much-is: good}}}\n", "vi")
    assert coloured(view) == {"a": "red", "b": "teal", "c": "yellow", "d": "no-data"}
    assert [entry.label for entry in scale(view).entries] == ["plan", "live", "end", "Chưa có dữ liệu"]


def test_the_colour_of_a_value_can_be_said(view_of):
    view = view_of(FOUR + "views: {v: {name: V, colour-by: {attribute: phase, colours: {live: green, end: grey}}}}\n")
    assert coloured(view) == {"a": "red", "b": "grey", "c": "green", "d": "no-data"}


def test_yes_and_no_are_words(view_of):
    view = view_of(FOUR + "views: {v: {name: V, colour-by: {attribute: critical, colours: {'true': red}}}}\n", "vi")
    assert {entry.label: entry.colour for entry in scale(view).entries}["Có"] == "red"


def test_values_beyond_the_colours_share_one_and_are_named_together(view_of):
    rows = [f"s{n}: {{type: application-component, name: N{n}}}" for n in range(11)]
    view = view_of(model(*rows) + "views: {v: {name: V, colour-by: {attribute: name}}}\n", "en")
    assert [(entry.colour, entry.label, entry.count) for entry in scale(view).entries][-1] == (
        "grey",
        "Other values",
        3,
    )


def test_what_is_related_is_counted_and_nothing_is_a_class_of_its_own(view_of):
    rows = [
        "full: {type: capability, name: Full}",
        "bare: {type: capability, name: Bare}",
        "one: {type: application-component, name: One, realizes: full}",
        "two: {type: application-component, name: Two, realizes: full}",
    ]
    view = view_of(
        model(*rows)
        + "views: {v: {name: V, include: {type: capability}, colour-by: {count: {via: realized-by}, much-is: good}}}\n",
        "en",
    )
    assert coloured(view) == {"full": "teal", "bare": "red"}
    assert scale(view).title == "Number of related elements"


PARTS = model(
    "whole: {type: system, name: Whole, composed-of: [p, q]}",
    "p: {type: system, name: P, cost: 10 VND}",
    "q: {type: system, name: Q, cost: 30 VND}",
)


def test_a_whole_takes_the_value_of_its_parts_where_values_are_rolled_up(view_of):
    found = {}
    for how in ("max", "min", "average", "sum"):
        view = view_of(
            PARTS + f"views: {{v: {{name: V, include: {{id: whole}}, "
            f"colour-by: {{attribute: cost, along: composed-of, roll-up: {how}}}}}}}\n"
        )
        found[how] = scale(view).entries[0].label
    assert found == {"max": "30", "min": "10", "average": "20", "sum": "40"}


def test_money_of_several_currencies_is_neither_added_up_nor_taken_for_equal(view_of):
    mixed = PARTS.replace("30 VND", "30 USD")
    rolled_up = "views: {v: {name: V, colour-by: {attribute: cost, along: composed-of, roll-up: sum}}}\n"
    assert coloured(view_of(mixed + rolled_up))["whole"] == "no-data"
    each = view_of(mixed.replace("30 USD", "10 USD") + "views: {v: {name: V, colour-by: {attribute: cost}}}\n")
    assert {entry.label for entry in scale(each).entries} == {"10 VND", "10 USD", "No data"}


def test_the_unit_of_numbers_stands_in_the_title(view_of):
    view = view_of(PARTS + "views: {v: {name: V, colour-by: {attribute: cost}}}\n")
    assert scale(view).title == "cost (VND)"


NUMBERS = "kinds: {thing: {base: node, attributes: {rate: {type: number}}}}\nelements:\n"


def rates(*values: str) -> str:
    return NUMBERS + "".join(f"  n{n}: {{type: thing, name: N, rate: {value}}}\n" for n, value in enumerate(values))


def test_small_and_negative_numbers_keep_their_classes_apart(view_of):
    small = view_of(
        rates(*(f"0.00{n}" for n in range(1, 8))) + "views: {v: {name: V, colour-by: {attribute: rate}}}\n", "en"
    )
    assert len({entry.label for entry in scale(small).entries}) == len(scale(small).entries) == 5
    below = view_of(rates("-9", "-7", "-3") + "views: {v: {name: V, colour-by: {attribute: rate, steps: [5]}}}\n", "en")
    assert [entry.label for entry in scale(below).entries] == ["-9 to less than 5"]


def test_a_colour_is_that_of_the_exact_number(view_of):
    look = "views: {v: {name: V, colour-by: {attribute: rate, colours: {'0.25': red, '0.5': blue}}}}\n"
    assert coloured(view_of(rates("0.25", "0.5") + look)) == {"n0": "red", "n1": "blue"}


def test_classes_can_begin_at_fractions(view_of):
    view = view_of(rates("0.1", "0.6") + "views: {v: {name: V, colour-by: {attribute: rate, steps: [0.5]}}}\n", "en")
    assert [entry.label for entry in scale(view).entries] == ["0.1 to less than 0.5", "0.5 and more"]
