def test_a_whole_may_contain_a_part_by_several_ways_that_do_not_turn_back(elements):
    assert elements("a node composed-of: [b, c]", "b node aggregates: d", "c node composed-of: d", "d node") == []


def test_composition_and_aggregation_together_make_a_circle(judged):
    model = (
        "elements:\n  a: {type: node, name: A, documentation: A., composed-of: b}\n"
        "  b: {type: node, name: B, documentation: B., aggregates: c}\n"
        "  c: {type: node, name: C, documentation: C., composed-of: a}\n"
    )
    (one,) = judged({"model.yaml": model})
    assert (one.finding.code, one.location.line) == ("STR001", 2)
    assert one.finding.message.text() == "`a` is a part of itself: a → b → c → a."


def test_every_circle_is_one_finding(elements):
    found = elements("a node composed-of: b", "b node composed-of: a", "c node specializes: d", "d node specializes: c")
    assert found == ["STR001 2", "STR002 4"]


def test_a_part_that_changed_its_whole_with_its_time_is_in_no_circle_on_any_day(elements):
    model = (
        "a node composed-of: {to: b, valid: {to: 2020}}",
        "b node composed-of: {to: a, valid: {from: 2021}}",
    )
    assert elements(*model, as_of="2020") == []
    assert elements(*model) == []


def test_what_serves_whom_it_is_served_by_is_in_no_circle(elements):
    assert elements("a node serves: b", "b node serves: a") == []
