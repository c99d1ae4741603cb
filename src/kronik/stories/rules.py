"""The rules by which reports can be merged into events, the one that is used when none is asked for first."""

from dataclasses import dataclass

from kronik.errors import UsageError

ACROSS = "same-event-across-stories/5"
"""As the first rule, and reports of any two articles too that name actor and recipient alike on one day."""

VERSION_MARK = "/"
"""Between the name of a rule and its version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When two reports tell the same event.

    The shares of wording are those of the smaller set of words around a trigger that the other one holds: around the
    clearest triggers of both, or the greatest share of any two. They were chosen on 75 stories of the shared news,
    read report by report, and on 172 merged events of it, read with their pages; the audit tells how it does.

    Attributes:
        name: with its version; exports give it.
        span_days: longest period that counts as a day of the event.
        undated_days: days between the publications of two reports of which one has no day, and between the publication
            of that one and the day of the other: what is told without a day is of these days, as a rule.
        slip_days: days by which the days of two reports may miss each other that tell that the same was done to the
            same one, all else alike: one of them was read wrongly.
        repeated: share of the words around the clearest triggers from which two articles tell one act, where they have
            a trigger and a mode in common.
        faint: share from which a trigger in common ties two deeds, and two reports that have a party in common or tell
            of unnamed ones who are called alike.
        wording: share from which two reports tell the same that have a party in common, that is asked where only one
            of them tells the day, and that holds reports whose clearest triggers are no forms of one.
        doubt: share from which a trigger in common outweighs a doubt.
        sure: share from which it makes up for actors that differ, and from which a state in common ties two reports.
        within: share from which two reports of one article do, that were told apart there.
        breath: share from which two reports of one article are told in one breath, so that one of another article may
            tell both; below it they are never of one event.
        linked: mean of the links between two groups of reports from which they are one event; a link is 1 and more, so
            that about a quarter of the pairs must be linked.
        same_story: only reports of one story or of one text are merged; if not, also those of any two articles that
            name actor and recipient alike on one day.
    """

    name: str = "same-event/5"
    span_days: int = 3
    undated_days: int = 3
    slip_days: int = 1
    repeated: float = 0.2
    faint: float = 0.25
    wording: float = 0.33
    doubt: float = 0.4
    sure: float = 0.5
    within: float = 0.8
    breath: float = 0.7
    linked: float = 0.25
    same_story: bool = True


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
