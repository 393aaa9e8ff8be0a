"""A diff shows what changes, and no text of a file can forge a line of it."""

from eaframe.reports.diff import unified_diff


def test_lines_that_change_are_shown_with_those_around():
    before, after = "".join(f"{n}\n" for n in range(9)), "".join(f"{n}\n" for n in (*range(4), "x", *range(5, 9)))
    assert unified_diff("m.yaml", before.encode(), after.encode()) == (
        "--- a/m.yaml\n+++ b/m.yaml\n@@ -2,7 +2,7 @@\n 1\n 2\n 3\n-4\n+x\n 5\n 6\n 7\n"
    )


def test_nothing_is_said_of_what_stays():
    assert unified_diff("m.yaml", b"a\n", b"a\n") == ""


def test_a_missing_line_end_is_told():
    assert unified_diff("m", b"a", b"a\n").splitlines()[3:] == ["-a", "\\ No newline at end of file", "+a"]


def test_controls_are_shown_as_pictures_tabs_stay_and_line_ends_are_one():
    text = unified_diff("m\n+x", "a\tb\x1b[31m\r\nc\u2028d\x85e\x0cf\r\n".encode(), b"")
    assert text == "--- a/m␊+x\n+++ b/m␊+x\n@@ -1,2 +0,0 @@\n-a\tb␛[31m\n-c�d�e␌f\n"
