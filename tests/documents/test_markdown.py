import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from eaframe.documents.addresses import is_safe_address
from eaframe.documents.markdown import to_html, to_text
from eaframe.documents.markdown_out import Ready, escape, link


def test_markdown_becomes_html_below_the_headings_of_the_page() -> None:
    assert to_html("# Mục\n\n**Nơi** nộp\n\n###### Sâu\n", {}) == (
        "<h4>Mục</h4>\n<p><strong>Nơi</strong> nộp</p>\n<h6>Sâu</h6>\n"
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](data:text/html,y)", "<p>[x](data:text/html,y)</p>\n"),
        ("[x](layer-other.html)", "<p>[x](layer-other.html)</p>\n"),
        ("[x](//example.org)", "<p>[x](//example.org)</p>\n"),
        ("![a *b*](https://example.org/x.png)", "<p>a b</p>\n"),
        ("![<b>](https://example.org/x.png)", "<p>&lt;b&gt;</p>\n"),
        ("[x](https://example.org)", '<p><a href="https://example.org" rel="noopener noreferrer">x</a></p>\n'),
        ("[x](mailto:a@b.c)", '<p><a href="mailto:a@b.c" rel="noopener noreferrer">x</a></p>\n'),
        ("[x](#lgsp)", '<p><a href="layer-application.html#lgsp">x</a></p>\n'),
        ("a [x](#nothing) b [y](#lgsp)", '<p>a x b <a href="layer-application.html#lgsp">y</a></p>\n'),
        ('[x](https://a.b "t\\"><script>")', '<p><a href="https://a.b" rel="noopener noreferrer">x</a></p>\n'),
        ("{{7*7}} {% raw %}", "<p>{{7*7}} {% raw %}</p>\n"),
        ("```html\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>\n"),
    ],
)
def test_nothing_in_markdown_becomes_active(text: str, html: str) -> None:
    assert to_html(text, {"lgsp": "layer-application.html#lgsp"}) == html


def test_the_cells_of_a_table_have_no_styles() -> None:
    assert "style" not in to_html("|a|\n|-:|\n|1|\n", {})


def test_markdown_becomes_the_text_that_it_says() -> None:
    assert to_text("# Mục\n\n**Nơi** nộp\nhồ sơ [ở đây](https://a.b) ![hình](https://a.b)\n\n- một\n- hai\n") == (
        "Mục Nơi nộp hồ sơ ở đây hình một hai"
    )


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    to_html(text, {})
    assert "\n" not in to_text(text)


@pytest.mark.parametrize("address", ["http://a.b", "https://a.b/?x=1#y", "HTTPS://A.B", "mailto:a@b.c"])
def test_an_address_of_the_web_or_of_mail_may_be_a_link(address: str) -> None:
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address",
    ["", "javascript:x", " https://a.b", "https://a b", "https://a\nb", "//a.b", "ftp://a.b", "data:,x", "#x"],
)
def test_nothing_else_may(address: str) -> None:
    assert not is_safe_address(address)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Cổng Dịch vụ công", "Cổng Dịch vụ công"),
        ("a|b", "a\\|b"),
        ("a\nb", "a b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("1. x", "1\\. x"),
        ("0.1", "0.1"),
        ("- x", "\\- x"),
        ("-5", "-5"),
        ("---", "\\---"),
        ("![x](y)", "!\\[x\\](y)"),
        ("`x` *y* _z_ ~w~", "\\`x\\` \\*y\\* \\_z\\_ \\~w\\~"),
    ],
)
def test_a_text_is_escaped_only_where_it_would_mean_something(text: str, markdown: str) -> None:
    assert escape(text) == markdown


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_an_escaped_text_reads_as_it_is_in_a_paragraph_and_in_a_table(text: str) -> None:
    said = " ".join(text.split())
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for source in (f"{escape(text)}\n", f"| a |\n|---|\n| {escape(text)} |\n"):
        tokens = markdown.parse(source)
        inlines = [token for token in tokens if token.type == "inline"]
        told = "".join(child.content for token in inlines[-1:] for child in token.children or ())
        assert not said or told.strip() == said
        assert {token.tag for token in tokens} <= {"p", "", "table", "thead", "tbody", "tr", "th", "td"}


def test_what_is_ready_is_not_escaped_again() -> None:
    assert escape(Ready("**x**")) == "**x**"


def test_a_link_cannot_be_left() -> None:
    assert link("a]b", "https://a.b/(x)>y\\z") == "[a\\]b](<https://a.b/%28x%29%3Ey%5Cz>)"
    assert link("a", "javascript:x") == "a"
