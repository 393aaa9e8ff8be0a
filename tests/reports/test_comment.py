"""Sections cut to fit into a comment: the least important first, and each says what it lacks."""

from eaframe.reports.comment import MOST_CHARACTERS, Section, comment


def section(title: str, number: int, rank: int, size: int = 1_000, **more: object) -> Section:
    return Section(title, tuple(f"- {index} " + "x" * size for index in range(number)), rank, **more)


def test_what_fits_is_written_whole():
    text = comment(["head"], [section("A", 2, 1, 3), section("B", 0, 2), section("C", 1, 3, 2)], ["foot"], "en")
    assert text == "head\n\n### A\n\n- 0 xxx\n- 1 xxx\n\n### C\n\n- 0 xx\nfoot\n"


def test_a_folded_section_is_closed():
    folded = section("A", 1, 1, 1, before=("| a |",), after=("", "after"), is_folded=True)
    assert comment([], [folded], [], "en") == (
        "\n<details><summary><b>A</b></summary>\n\n| a |\n- 0 x\n\nafter\n\n</details>\n"
    )


def test_the_least_important_is_cut_first_and_says_so():
    text = comment(["head"], [section("A", 40, 1), section("B", 40, 3), section("C", 10, 2)], ["foot"], "en")
    assert len(text) <= MOST_CHARACTERS
    assert text.count("\n- ") == 40 + 10 + text.partition("### B")[2].partition("###")[0].count("\n- ")
    kept = text.partition("### B")[2].partition("###")[0].count("\n- ")
    assert 0 < kept < 40
    assert f"\n\n… and {40 - kept} more.\n" in text
    assert text.endswith("foot\n")


def test_a_section_of_which_nothing_fits_says_that_it_was_left_out():
    sections = [section("A", 59, 1), section("B", 30, 3, is_folded=True, before=("| head |",))]
    text = comment(["head"], sections, ["foot"], "vi")
    assert len(text) <= MOST_CHARACTERS
    assert text.endswith(
        "<details><summary><b>B</b></summary>\n\nĐược lược bỏ vì bình luận không đủ chỗ.\n\n</details>\nfoot\n"
    )


def test_even_the_most_important_is_cut_where_it_must_be():
    text = comment(["head"], [section("A", 1_000, 1), section("B", 9, 2)], ["foot"], "en")
    assert len(text) <= MOST_CHARACTERS
    assert "- 0 x" in text
