"""The sixty legal rules against what implements them: a page for people, made of the rules' own tags.

`make pages` writes it. The words of each stand in legal-rules.csv; `built in` names what eaframe itself finds.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import eaframe
from eaframe.findings import Defect
from eaframe.metamodel.period import Period
from eaframe.rules.builtin import builtin_rules

ROOT = Path(__file__).parents[3]
LIBRARIES = ("vn-common", "vn-2017", "vn-2026")
EXAMPLES = "tests/models/test_rule_examples.py"
_HEADS = {
    "en": """\
# The law as rules

[Đọc bằng tiếng Việt](LEGAL-RULES.vi.md)

Sixty rules that Vietnamese law, and the draft guidance of 13 September 2026, ask of an e-government architecture, and
what finds a breach of each. A rule holds from its first to its last day: `eaframe validate --as-of DATE` asks those of
the day. Each has a bad and a good model, which are its test (`eaframe rules test CODE`); `eaframe explain CODE` shows
them, its basis and what to do. `eaframe validate --select SYS-05` asks the rules of one row.

This page is generated (`make pages`) from the libraries [vn-common](../models/vn-common), [vn-2017](../models/vn-2017)
and [vn-2026](../models/vn-2026), and from what eaframe itself finds in any model.

""",
    "vi": """\
# Pháp luật thành quy tắc

[Read in English](LEGAL-RULES.md)

Sáu mươi quy tắc mà pháp luật Việt Nam và dự thảo hướng dẫn ngày 13/9/2026 đặt ra cho kiến trúc chính quyền điện tử,
chính quyền số, và nơi phát hiện vi phạm từng quy tắc. Mỗi quy tắc có hiệu lực từ ngày đầu đến ngày cuối của nó:
`eaframe validate --as-of NGÀY` chỉ áp dụng các quy tắc có hiệu lực vào ngày đó. Quy tắc nào cũng có một mô hình sai và
một mô hình đúng để tự kiểm tra (`eaframe rules test MÃ`); `eaframe explain MÃ --lang vi` cho xem hai mô hình ấy, căn cứ
và cách khắc phục. `eaframe validate --select SYS-05` chỉ kiểm tra các quy tắc của một dòng.

Trang này được sinh tự động (`make pages`) từ các thư viện [vn-common](../models/vn-common),
[vn-2017](../models/vn-2017), [vn-2026](../models/vn-2026), và từ các quy tắc có sẵn của eaframe cho mọi mô hình.

""",
}
_WORDS = {
    "en": {
        "columns": "| rule | of | a model | found by | when |",
        "not checked": " *Not checked: {said}.*",
        "between": "{first} to {last}",
        "from": "from {first}",
        "to": "to {last}",
        "always": "always",
        "count": "{laws} legal rules, {rules} rules that are tagged with them.",
    },
    "vi": {
        "columns": "| quy tắc | đối tượng | yêu cầu | phát hiện bởi | hiệu lực |",
        "not checked": " *Chưa kiểm tra: {said}.*",
        "between": "{first} đến {last}",
        "from": "từ {first}",
        "to": "đến {last}",
        "always": "luôn áp dụng",
        "count": "{laws} quy tắc pháp luật, {rules} quy tắc kiểm tra gắn với các quy tắc đó.",
        "error": "lỗi",
        "warning": "cảnh báo",
        "info": "lưu ý",
    },
}
_VIETNAMESE = {"about": "about vi", "rule": "rule vi", "not checked": "not checked vi"}


def legal_rules() -> list[dict[str, str]]:
    """The rows of legal-rules.csv."""
    with (Path(__file__).parent / "legal-rules.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def implemented() -> Iterator[tuple[str, str, Defect, Period]]:
    """Each rule by the legal rule that it is tagged with: legal rule, library ("" for eaframe), page, validity."""
    for library in LIBRARIES:
        for rule in eaframe.load(ROOT / "models" / library, as_of="all", today=20261123).rules[0]:
            if rule.defined is not None:
                yield rule.tags[0], library, rule.defect, rule.valid
    for rule in builtin_rules():
        for tag in rule.tags:
            yield tag, "", rule.defect, rule.valid


def page(language: str = "en") -> str:
    """The page as Markdown, in English or Vietnamese."""
    words = _WORDS[language]
    every = list(implemented())
    lines = [words["columns"], "|---|---|---|---|---|"]
    for row in legal_rules():
        mine = [one for one in every if one[0] == row["id"]]
        found = [_found(one, language) for _, _, one, _ in mine]
        when = [_when(valid, language) for _, _, _, valid in mine]
        pages = [eaframe_defects()[code] for code in row["built in"].split()]
        found += [_found(one, language) for one in pages]
        when += [words["always"] for _ in pages]
        about, rule, unchecked = (row[_VIETNAMESE[key] if language == "vi" else key] for key in _VIETNAMESE)
        said = rule + (f".{words['not checked'].format(said=unchecked)}" if unchecked else "")
        lines.append(f"| {row['id']} | {about} | {said} | {'<br>'.join(found)} | {'<br>'.join(when)} |")
    count = words["count"].format(laws=len({row["id"] for row in legal_rules()}), rules=len(every))
    return _HEADS[language] + "\n".join(lines) + f"\n\n{count}\n"


def eaframe_defects() -> dict[str, Defect]:
    """What eaframe itself finds, by code."""
    from eaframe.workspace import all_defects

    return dict(all_defects())


def _found(one: Defect, language: str) -> str:
    """A rule in a cell: code, severity and English name; in Vietnamese the first sentence of its summary instead."""
    if language == "en":
        return f"{one.code} {one.severity} `{one.name}`"
    return f"{one.code} {_WORDS[language][one.severity]}: {_first_sentence(one.text('summary', language))}"


def _first_sentence(text: str) -> str:
    return " ".join(text.split()).partition(". ")[0].rstrip(".").replace("|", "\\|")


def _when(valid: Period, language: str) -> str:
    key = ("between" if valid.last_text else "from") if valid.first_text else "to" if valid.last_text else "always"
    first, last = (_day(text, language) for text in (valid.first_text, valid.last_text))
    return _WORDS[language][key].format(first=first, last=last)


def _day(text: str, language: str) -> str:
    """A date as the language writes it: 2020-09-15, but 15/09/2020 in Vietnamese."""
    return text if language == "en" else "/".join(reversed(text.split("-")))


if __name__ == "__main__":
    sys.stdout.write(page(*sys.argv[1:]))
