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
_HEAD = """\
# The law as rules

Sixty rules that Vietnamese law, and the draft guidance of 13 September 2026, ask of an e-government architecture, and
what finds a breach of each. A rule holds from its first to its last day: `eaframe validate --as-of DATE` asks those of
the day. Each has a bad and a good model, which are its test (`eaframe rules test CODE`); `eaframe explain CODE` shows
them, its basis and what to do. `eaframe validate --select SYS-05` asks the rules of one row.

This page is generated (`make pages`) from the libraries [vn-common](../models/vn-common), [vn-2017](../models/vn-2017)
and [vn-2026](../models/vn-2026), and from what eaframe itself finds in any model.

"""


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


def page() -> str:
    """The page as Markdown."""
    every = list(implemented())
    lines = ["| rule | of | a model | found by | when |", "|---|---|---|---|---|"]
    for row in legal_rules():
        mine = [one for one in every if one[0] == row["id"]]
        found = [f"{one.code} {one.severity} `{one.name}`" for _, _, one, _ in mine]
        when = [_when(valid) for _, _, _, valid in mine]
        pages = {code: eaframe_defects()[code] for code in row["built in"].split()}
        found += [f"{code} {one.severity} `{one.name}`" for code, one in pages.items()]
        when += ["always" for _ in pages]
        said = row["rule"] + (f". *Not checked: {row['not checked']}.*" if row["not checked"] else "")
        lines.append(f"| {row['id']} | {row['about']} | {said} | {'<br>'.join(found)} | {'<br>'.join(when)} |")
    count = f"{len({row['id'] for row in legal_rules()})} legal rules, {len(every)} rules that are tagged with them.\n"
    return _HEAD + "\n".join(lines) + "\n\n" + count


def eaframe_defects() -> dict[str, Defect]:
    """What eaframe itself finds, by code."""
    from eaframe.workspace import all_defects

    return dict(all_defects())


def _when(valid: Period) -> str:
    if valid.first_text and valid.last_text:
        return f"{valid.first_text} to {valid.last_text}"
    return f"from {valid.first_text}" if valid.first_text else f"to {valid.last_text}" if valid.last_text else "always"


if __name__ == "__main__":
    sys.stdout.write(page())
