import pytest

from eaframe.metamodel.archimate import UnknownMetamodelError, load_metamodel, read_rows
from eaframe.metamodel.impact import ImpactTableError, load_impact, make_table

# Who is reached: a change of the left end reaches the right end strongly (!), somewhat (~), weakly (?), not (-).
EFFECTS = """
composition              >  -  goes-too
composition              <  !  !
aggregation              >  -  -
aggregation              <  ~  ~
assignment               >  !  !
assignment               <  -  -
realization              >  !  !
realization              <  -  -
serving                  >  !  !
serving                  <  -  -
access/access            >  ?  ?
access/access            <  ~  !
access/read              >  -  -
access/read              <  !  !
access/write             >  !  !
access/write             <  -  ~
access/readwrite         >  !  !
access/readwrite         <  !  !
influence                >  ?  ?
influence                <  -  -
association/directed     >  ?  ?
association/directed     <  -  -
association/undirected   >  ?  ?
association/undirected   <  ?  ?
triggering               >  ~  !
triggering               <  -  -
flow                     >  !  !
flow                     <  -  ~
specialization           >  -  -
specialization           <  !  !
"""
MARKS = {"!": "strong", "~": "medium", "?": "weak", "-": "", "goes-too": "goes-too"}


def rows() -> list[list[str]]:
    return read_rows("archimate-3.2", "impact.csv")


def test_the_table_says_what_whoever_knows_the_language_expects():
    expected = {}
    for line in EFFECTS.strip().splitlines():
        name, walk, change, removal = line.split()
        relationship, _, variant = name.partition("/")
        expected[relationship, variant, walk == ">"] = (MARKS[change], MARKS[removal])
    table = load_impact()
    assert {key: (one.on_change, one.on_removal) for key, one in table.effects.items()} == expected


def test_what_must_not_be_lost_is_what_serves_realizes_performs_or_writes():
    needed = {(name, variant) for (name, variant, _), one in load_impact().effects.items() if one.without}
    assert needed == {
        ("assignment", ""),
        ("realization", ""),
        ("serving", ""),
        ("access", "write"),
        ("access", "readwrite"),
    }


def test_every_reason_is_said_in_both_languages():
    for effect in load_impact().effects.values():
        assert set(effect.reason) == ({"en", "vi"} if effect.on_change or effect.on_removal else set())


def test_one_effect_is_asked_for_by_type_variant_and_direction():
    effect = load_impact().effect("access", "read", along=False)
    assert (effect.on_change, effect.reason["en"]) == ("strong", "reads it")


def test_an_unknown_version_has_no_table():
    with pytest.raises(UnknownMetamodelError):
        load_impact("archimate-9")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda table: table.pop(), r"missing or not known: \[\('specialization', '', False\)\]"),
        (lambda table: table.append(table[0]), "line 32 says composition  > again"),
        (lambda table: table.append(["serves", "", ">", "weak", "weak", "a", "b", "", ""]), "not known: .*'serves'"),
        (lambda table: table.append(["flow", "fast", ">", "weak", "weak", "a", "b", "", ""]), "not known: .*'fast'"),
        (lambda table: table[0].pop(), "line 2 has 8 cells, not 9"),
        (lambda table: table[0].__setitem__(2, "="), "line 2 walks `=`"),
        (lambda table: table[1].__setitem__(3, "strnog"), "line 3: `strnog` or `strong` is no strength"),
        (lambda table: table[1].__setitem__(3, "goes-too"), "line 3: `goes-too` or `strong` is no strength"),
        (lambda table: table[1].__setitem__(6, ""), "line 3 says something in one language only"),
        (lambda table: table[2].__setitem__(slice(5, 7), ["a", "b"]), "line 4 needs a reason"),
        (lambda table: table[1].__setitem__(slice(5, 7), ["", ""]), "line 3 needs a reason"),
        (lambda table: table[2].__setitem__(slice(7, 9), ["a", "b"]), "line 4 leaves an end without"),
    ],
)
def test_a_table_that_is_not_whole_is_refused(change, sentence: str):
    table = rows()
    change(table)
    with pytest.raises(ImpactTableError, match=sentence):
        make_table(table, load_metamodel().relationship_types)
