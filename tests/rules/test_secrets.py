"""SEC001: what must not be published is found wherever it stands, and shown nowhere; what looks like it is let go."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eaframe
from eaframe.reports import FORMATS, render
from eaframe.reports.report import make_report
from eaframe.rules.builtin.secret_patterns import forms_in, secret_forms, secrets_in

# A text, and what is a secret of which form in it. The tokens are put together here, so that no scanner takes them.
SECRETS = [
    ("-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE", "private-key", "-----BEGIN RSA " + "PRIVATE KEY-----"),
    ("-----BEGIN " + "OPENSSH PRIVATE KEY-----", "private-key", "-----BEGIN " + "OPENSSH PRIVATE KEY-----"),
    ("password=letmein", "password-that-is-set", "letmein"),
    ("jdbc:postgresql://db/x?user=a&password=abcdef&ssl=true", "password-that-is-set", "abcdef"),
    ("Server=db;Database=x;Pwd=S3cret;", "password-that-is-set", "S3cret"),
    ("DB_PASSWORD = 'abcdefg'", "password-that-is-set", "abcdefg"),
    ("Mật khẩu: Hanoi@2026!", "password-that-is-told", "Hanoi@2026!"),
    ("tài khoản quản trị, MẬT KHẨU là Hanoi2026, dùng chung", "password-that-is-told", "Hanoi2026"),
    ("password: hunter2\nthen log in", "password-that-is-told", "hunter2"),
    ("Mat khau: abc#123.", "password-that-is-told", "abc#123"),
    ("Mật khẩu quản trị: Hanoi2026xyz", "password-that-is-told", "Hanoi2026xyz"),
    ("Mật khẩu: 12345678", "password-that-is-told", "12345678"),
    ("Mật khẩu: matkhaucuatoi", "password-of-letters", "matkhaucuatoi"),
    ("mật khẩu Hanoi@2026", "password-in-a-sentence", "Hanoi@2026"),
    ("dùng mật khẩu quản trị Hanoi2026xyz để vào", "password-in-a-sentence", "Hanoi2026xyz"),
    ("pass = Hanoi@2026", "password-in-a-sentence", "Hanoi@2026"),
    ("tài khoản admin/Hanoi@2026", "password-of-an-account", "Hanoi@2026"),
    ("access key: AKIA" + "ABCDEFGHIJKLMNO1", "api-key", "AKIA" + "ABCDEFGHIJKLMNO1"),  # a token too, told once
    ("API key: 4f9a8b7c6d5e4f3a2b1c", "api-key", "4f9a8b7c6d5e4f3a2b1c"),
    ("Authorization: Bearer abcdef0123456789abcdef", "api-key", "abcdef0123456789abcdef"),
    ("khóa API là zXc9_8vbN7m6qWe5r4", "api-key", "zXc9_8vbN7m6qWe5r4"),
    ("client_secret=Zz9~kq81kd02ks8dk", "api-key", "Zz9~kq81kd02ks8dk"),
    ("key AKIA" + "ABCDEFGHIJKLMNOP.", "token", "AKIA" + "ABCDEFGHIJKLMNOP"),
    ("ghp" + "_abcdefghijklmnopqrstuvwxyz0123456789", "token", "ghp" + "_abcdefghijklmnopqrstuvwxyz0123456789"),
    ("glpat" + "-abcdefghij0123456789", "token", "glpat" + "-abcdefghij0123456789"),
    ("eyJhbGciOiJI" + ".eyJzdWIiOiIx.c2lnbmF0dXJl", "json-web-token", "eyJhbGciOiJI" + ".eyJzdWIiOiIx.c2lnbmF0dXJl"),
    ("postgres://app:s3cr3t@db.example.vn/x", "address-with-password", "s3cr3t"),
    ("amqp://user:guest1@queue", "address-with-password", "guest1"),
    ("Máy chủ 10.0.0.1.", "internal-ipv4", "10.0.0.1"),
    ("http://192.168.1.254:8080/", "internal-ipv4", "192.168.1.254"),
    ("mạng 172.16.0.0/12", "internal-ipv4", "172.16.0.0/12"),
    ("172.31.255.255", "internal-ipv4", "172.31.255.255"),
    ("169.254.10.1", "internal-ipv4", "169.254.10.1"),
    ("phiên bản mới tại 10.0.0.7", "internal-ipv4", "10.0.0.7"),
    ("fe80::1ff:fe23:4567:890a%eth0", "internal-ipv6", "fe80::1ff:fe23:4567:890a%eth0"),
    ("FD12:3456:789A::1/64", "internal-ipv6", "FD12:3456:789A::1/64"),
    ("MAC 00:1A:2B:3C:4D:5E.", "mac-address", "00:1A:2B:3C:4D:5E"),
    ("00-1a-2b-3c-4d-5e", "mac-address", "00-1a-2b-3c-4d-5e"),
    ("001a.2b3c.4d5e", "mac-address", "001a.2b3c.4d5e"),
    ("https://admin.example.vn/", "administration-address", "https://admin.example.vn/"),
    ("https://portal.example.vn:8443/x.", "administration-address", "https://portal.example.vn:8443/x."),
    ("ssh://root@example.vn", "administration-address", "ssh://root@example.vn"),
    ("xem https://example.vn/phpmyadmin", "administration-address", "https://example.vn/phpmyadmin"),
    ("https://example.vn/quan-tri/dang-nhap", "administration-address", "https://example.vn/quan-tri/dang-nhap"),
    ("CCCD số 001099012345", "citizen-number", "001099012345"),
    ("Số định danh cá nhân: 079200001234", "citizen-number", "079200001234"),
    ("citizen ID 096305000001;", "citizen-number", "096305000001"),
    ("ĐT: 0912 345 678", "phone-number", "0912 345 678"),
    ("gọi +84 91.234.5678 nhé", "phone-number", "+84 91.234.5678"),
    ("0356789012", "phone-number", "0356789012"),
    ("nguyenvana@gmail.com", "personal-email", "nguyenvana@gmail.com"),
    ("thư <a.b+c@yahoo.com.vn>", "personal-email", "a.b+c@yahoo.com.vn"),
]
NO_SECRETS = [
    "Windows 10.0.19045.1, Oracle 10.2.0.4, bản 10.0.0, phiên bản 10.0.0.1, version: 10.20.30.40, v10.1.2.3",
    "Mục 10.1.2.3, Điều 10.1.1.1, section 10.2.3.4, Hình 10.1.1.2, § 10.1.1.1",
    "000.00.00.H26, 000.00.10.H26, H26.10.25, 1.001193.000.00.00.H26, 2.000.00.10.10.H26, 1.10.0.0.1",
    "000.00.01.H26-250101-0001",
    "Ngày 10.12.2026, 23/11/2026, 2026-11-23, 01-07-2026, từ 1/7/2026 đến 31/12/2028",
    "QĐ 1425/QĐ-BKHCN, NĐ 224/2026/NĐ-CP Đ.23.3a, TT 39/2017/TT-BTTTT, 61/2018/NĐ-CP Đ.25.2a, 10/2026/QĐ-UBND",
    "8.8.8.8, 203.162.4.190, 172.15.0.1, 172.32.0.1, 192.169.1.1, 11.0.0.1, 10.300.1.1",
    "Mật khẩu: tối thiểu 8 ký tự, đổi 90 ngày một lần. Password: must be changed every 90 days.",
    "Mật khẩu: theo quy định; password: SHA-256, password: bcrypt. Mật khẩu: OAuth2",
    "password=<PASSWORD> password=${DB_PASSWORD} password=******** password = required, pwd={pwd}",
    "Đổi mật khẩu qua VNeID, quên mật khẩu, mật khẩu một lần (OTP)",
    "Người dùng đăng nhập bằng mật khẩu là chính; password is optional",
    "mật khẩu mạnh, đặt lại mật khẩu qua email, đổi mật khẩu định kỳ 90 ngày, password policy 2026, pass 12/15",
    "đặt lại mật khẩu qua hotro@hanoi.gov.vn, mật khẩu theo QĐ-123/2026, mật khẩu Windows10, password v2.0.1, OAuth2",
    "Mật khẩu: thường xuyên thay đổi. Mật khẩu: 23/11/2026. password: encrypted. Strong password required!",
    "tài khoản cá nhân/tổ chức, tài khoản VNeID/SSO, account admin/user, tài khoản tại HTS-1/HTS-2",
    "API key management service, bearer authentication-token-service, khóa API do đơn vị quản lý",
    "access token: oauth/token/endpoint/v2/authorize",
    "postgres://db.example.vn/x, https://example.vn/a@b, http://user@example.vn, https://x.vn:443/a@b",
    "postgres://user:${PASSWORD}@db, amqp://user:****@queue, mysql://root:<password>@db",
    "https://hanoi.gov.vn/administration, https://example.vn/admin-units, https://administration.example.vn/x",
    "https://portal.example.vn:443/, ssh, SSH://, https://cabinet.vn/padmin",
    "feed: abc, face:cafe, dead:beef::1, 2001:db8::1, 2405:4800::1, ::1, fc:1",
    "aa:bb:cc:dd:ee, 00:11:22:33:44:55:66, 12:30:45, 2001:0db8:85a3:0000:0000:8a2e:0370:7334, 1234.5678.9012",
    "01-02-03-04-05-06",
    "Hồ sơ 001099012345, CCCD gắn chip, căn cước công dân 12 số, CCCD 123456789012, CCCD 0010990123456",
    "Tổng đài 1900 1234, điện thoại 024.3825.3536, (024) 38 253 536, 19001009, 1022, 0243825353",
    "Mã số thuế 0300588569, MST: 0912345678, mã số: 0912345678, 10912345678, 0912345678-001, 1.0912345678",
    "0302.345.678, 0123 456 789, 84912345678",
    "vanthu@hanoi.gov.vn, contact@example.org, user@gmail.company.org, @gmail.com",
    "-----BEGIN CERTIFICATE-----, -----BEGIN PUBLIC KEY-----",
    "eyJ, eyJhbGciOi.short, sk-learn, npm_install, AKIA",
]


def found_in(text: str) -> list[tuple[str, str]]:
    """The secrets of a text, each with its form."""
    return sorted((form.id, text[first:last]) for _, form, _, (first, last) in secrets_in([text]))


@pytest.mark.parametrize(("text", "form", "secret"), SECRETS, ids=lambda value: value[:30])
def test_a_secret_is_found_whole_and_nothing_else_of_its_text(text, form, secret):
    assert found_in(text) == [(form, secret)]


def test_every_form_is_shown_here():
    assert {form for _, form, _ in SECRETS} == {form.id for form in secret_forms()}


@pytest.mark.parametrize("text", NO_SECRETS, ids=lambda text: text[:30])
def test_what_only_looks_like_one_is_let_go(text):
    assert found_in(text) == []


def test_secrets_that_share_what_stands_between_them_are_all_found():
    assert found_in("10.0.0.1 10.0.0.2,10.0.0.1") == [
        ("internal-ipv4", "10.0.0.1"),
        ("internal-ipv4", "10.0.0.1"),
        ("internal-ipv4", "10.0.0.2"),
    ]


PIECES = st.sampled_from(
    [
        "10.0.0.1",
        "mật khẩu",
        ": ",
        "=",
        "Abc#1234",
        " ",
        "\n",
        ".",
        ",",
        "CCCD ",
        "001099012345",
        "0912345678",
        "bản ",
        "é",
    ]
)


@given(st.lists(st.lists(PIECES, max_size=6).map("".join), max_size=5))
def test_many_texts_at_once_hold_what_each_holds_by_itself(texts):
    together = {(index, form.id) for index, form in forms_in(texts)}
    assert together == {(index, form.id) for index, text in enumerate(texts) for _, form in forms_in([text])}


@pytest.mark.parametrize("text", ["10." * 30_000, "a:" * 40_000, "mật khẩu: " * 9_000, "-" * 90_000])
def test_a_long_text_without_any_is_let_go(text):
    assert found_in(text) == []


def test_of_a_text_that_is_full_of_them_some_are_told():
    assert found_in("0912345678 " * 50_000) == [("phone-number", "0912345678")] * 20


MODEL = """\
elements:
  unit: {type: business-actor, name: Đơn vị}
  register:
    type: application-component
    name: {vi: Sổ 10.0.0.1, en: Register}
    owner: unit
    documentation: |
      Chạy tại 10.0.0.2,
      sao lưu tại 10.0.0.22 và 10.0.0.2.
    evidence: [{grade: modelled, note: "gọi 0912345678"}]
    flows-to: {to: portal, name: "password=abcdef"}
  portal:
    type: application-component
    name:
      - {value: "Cổng", valid: {to: 2020}}
      - {value: "Cổng 10.0.0.3", valid: {from: 2021}}
    documentation: "Th\\u1eed 10.0.0\\x2e4"
views:
  all: {name: All, documentation: "Xem ssh://example.vn"}
"""


@pytest.fixture
def loaded(workspace):
    settings = "eaframe: 1\nname: Thử\nnamespace: test\nlanguages: [vi, en]\n"
    return eaframe.load(workspace({"eaframe.yaml": settings, "model.yaml": MODEL}), today=20261123)


def test_it_is_found_in_every_text_at_its_very_place(loaded):
    rows = [
        (one.finding.subject, one.location.line, one.location.column, one.location.end_column)
        for one in loaded.findings
        if one.finding.code == "SEC001"
    ]
    assert rows == [
        ("register", 5, 19, 27),
        ("register", 8, 16, 24),
        ("register", 9, 19, 28),
        ("register", 9, 32, 40),
        ("register", 10, 45, 55),
        ("register--flows-to--portal", 11, 44, 50),
        ("portal", 16, 23, 31),
        ("portal", 17, 20, 42),  # the file spells it otherwise: the whole text
        ("all", 19, 40, 56),
    ]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_report_shows_it(loaded, form, language):
    report = make_report(loaded, loaded.judgement, language=language)
    written = render(report, form, language=language, colour=False, include_waived=True, workspace="")
    for secret in ("10.0.0.1", "10.0.0.2", "10.0.0.22", "0912345678", "abcdef", "10.0.0\\x2e4", "example.vn"):
        assert secret not in written


def test_nor_do_findings_of_other_rules_on_the_same_line(loaded):
    shown = {one.finding.code: one.source_line for one in loaded.findings if one.location.line == 5}
    assert set(shown.values()) == {"    name: {vi: Sổ ••••••••, en: Register}"}


def test_its_identity_does_not_hold_it_and_so_neither_does_a_baseline(loaded):
    identities = json.dumps([one.finding.identity for one in loaded.findings])
    assert "10.0.0" not in identities
    assert "abcdef" not in identities


def test_libraries_are_not_judged(workspace):
    root = workspace(
        {
            "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: t\nimports: [./lib]\n",
            "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n",
            "lib/model.yaml": "elements:\n  a: {type: node, name: 10.0.0.1}\n",
            "model.yaml": "elements:\n  b: {type: node, name: B}\n",
        }
    )
    assert [one.code for one in eaframe.load(root, today=20261123).judgement.findings if one.code == "SEC001"] == []


def test_it_is_found_in_sources_and_definitions_too(workspace):
    text = """\
elements:
  a: {type: goal, name: A}
references:
  r: {title: R, url: "https://me:pass9@example.vn/", note: {vi: "Máy 10.0.0.5"}}
indicators:
  it: {name: It, unit: count, formula: observed, documentation: "password=abcdef"}
observations:
  - {indicator: it, date: 2020, value: 1, note: "gọi 0912345678", evidence: [{grade: K, note: "Máy 10.0.0.6"}]}
checklists:
  mine: {name: Mine, items: [{id: x, name: X, by-hand: "Xem ssh://example.vn"}]}
waivers:
  - {rule: missing-documentation, subject: a, reason: "Máy 10.0.0.7", until: 2027-01-01}
rules:
  - {code: T001, name: shown, summary: S., hint: H., select: {type: goal}, check: {required: owner}, bad: 10.0.0.8}
"""
    found = eaframe.load(workspace({"model.yaml": text}), today=20261123).findings
    at = [(one.finding.subject, one.location) for one in found if one.finding.code == "SEC001"]
    lines = text.splitlines()
    assert [(subject, lines[one.line - 1][one.column - 1 : one.end_column - 1]) for subject, one in at] == [
        ("r", "pass9"),
        ("r", "10.0.0.5"),
        ("it", "abcdef"),
        ("model.yaml/0", "0912345678"),
        ("model.yaml/0", "10.0.0.6"),
        ("mine", "ssh://example.vn"),
        ("missing-documentation a", "10.0.0.7"),
    ]
