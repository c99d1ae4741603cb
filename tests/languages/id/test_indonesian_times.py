"""The Indonesian finder against the case table, and every rule against its own cases."""

from datetime import date
from pathlib import Path

import pytest

from kronik.languages.id.times import load_times
from kronik.languages.pack import FoundTime
from kronik.languages.temporal.finder import GrammarFinder
from kronik.languages.temporal.grammar import Found, run
from kronik.languages.temporal.tokens import tokens_of

TABLE = Path(__file__).with_name("times_cases.tsv")
LINES = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"][1:]
FEWEST_CASES = 400


@pytest.fixture(scope="module")
def finder() -> GrammarFinder:
    found = load_times()
    assert isinstance(found, GrammarFinder)
    return found


def shown(text: str, time: FoundTime) -> str:
    value = time.value or "?"
    mod = f" {time.mod}" if time.mod else ""
    return f"{text[time.start : time.end]}={value}{mod}{'!' if time.conflict else ''}"


def fired(finder: GrammarFinder, text: str) -> set[str]:
    items = run(finder.grammar, tokens_of(text, finder.lexicon))
    return {name for item in items if isinstance(item, Found) for name in item.rule.split("+")}


@pytest.mark.parametrize("case", LINES, ids=lambda case: f"{case[0]} {case[1]}"[:90])
def test_case(finder, case):
    published, text, expected, rules, _ = case
    text = text.replace("\\n", "\n")
    found = finder(text, date.fromisoformat(published) if published else None)
    assert " ; ".join(shown(text, time) for time in found) == ("" if expected == "-" else expected.replace("\\n", "\n"))
    names = fired(finder, text)
    for rule in rules.split():
        assert (rule[1:] in names) == (rule[0] == "+"), f"{rule} of {sorted(names)}"


def test_every_rule_has_a_case_for_and_a_case_against(finder):
    named = {rule for case in LINES for rule in case[3].split()}
    rules = {rule.id for level in finder.grammar.levels for group in level.rules.values() for rule in group}
    assert sorted(rule for rule in rules if f"+{rule}" not in named) == []
    assert sorted(rule for rule in rules if f"-{rule}" not in named) == []
    assert sorted({rule[1:] for rule in named} - rules) == []


def test_the_table_is_large_and_says_nothing_twice():
    keys = [(case[0], case[1], case[3]) for case in LINES]
    assert len(keys) >= FEWEST_CASES
    assert len(set(keys)) == len(keys)
