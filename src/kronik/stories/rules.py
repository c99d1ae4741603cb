"""The rules by which reports can be merged into events, the one that is used when none is asked for first."""

from kronik.errors import UsageError
from kronik.stories.sameness import Rule

ACROSS = "same-event-across-stories/3"
"""As the first rule, and reports of any two articles too that name actor and recipient alike on one day."""

VERSION_MARK = "/"
"""Between the name of a rule and its version."""


def rules() -> tuple[Rule, ...]:
    """Return the rules, the default first."""
    return Rule(), Rule(name=ACROSS, same_story=False)


def rule_named(name: str | None) -> Rule:
    """Return the rule of this name, with or without its version; the default for None.

    Raises:
        UsageError: no rule has the name.
    """
    if name is None:
        return rules()[0]
    for rule in rules():
        if name in (rule.name, rule.name.partition(VERSION_MARK)[0]):
            return rule
    raise UsageError(f"there is no rule {name!r}: choose from {', '.join(rule.name for rule in rules())}")
