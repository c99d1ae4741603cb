"""The rules by name."""

import pytest
from test_events import DARTO, RINA, telling

from kronik.errors import UsageError
from kronik.stories.events import Rule, events_of
from kronik.stories.rules import ACROSS, rule_named, rules


def test_the_default_comes_first_and_names_are_unique() -> None:
    assert rules()[0] == rule_named(None) == Rule()
    assert len({rule.name for rule in rules()}) == len(rules())


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_is_found_with_and_without_its_version(rule: Rule) -> None:
    assert rule_named(rule.name) == rule_named(rule.name.partition("/")[0]) == rule


def test_no_other_name_is_a_rule() -> None:
    with pytest.raises(UsageError, match="same-event-across-stories"):
        rule_named("same")


def test_only_the_other_rule_merges_across_stories() -> None:
    reports = [telling("r1", recipients=(RINA,)), telling("r2", recipients=(RINA,), story="s2")]
    assert [len(events_of(reports, rule)) for rule in rules()] == [2, 1]
    assert {event.rule for event in events_of(reports, rule_named(ACROSS))} == {ACROSS}
    unlike = [telling("r1", recipients=(RINA,)), telling("r2", actors=(RINA,), recipients=(DARTO,), story="s2")]
    assert len(events_of(unlike, rule_named(ACROSS))) == 2
