"""`eaframe baseline` says what it did."""

NAMELESS = "elements: {a: {type: goal, name: A}}\n"


def test_it_counts_in_words_that_fit_the_number(eaframe, workspace):
    root = workspace({"m.yaml": NAMELESS})
    assert eaframe("baseline", root).err == f"{root}/eaframe-baseline.txt: 1 finding, 1 added, 0 removed\n"
    workspace({"n.yaml": "elements: {b: {type: goal, name: B}, c: {type: gaol, name: C}}\n"})
    assert eaframe("baseline", root).err.splitlines() == [
        f"{root}/eaframe-baseline.txt: 4 findings, 3 added, 0 removed",
        "1 error of reading was left out: what cannot be read is not judged, so it must be mended",
    ]
