"""How soft an article is (sport, markets, entertainment, lifestyle), and what a report of a soft article must show.

Soft articles borrow the words of conflict and politics ("defends its colours", "attacks the goal", "demand for
batteries"), but now and then they do tell an event: a player is arrested, trade is barred. So softness does not rule
reports out; it asks for a higher score, the less so where an official or a state takes part.
"""

import math
import re
from collections.abc import Sequence

from kronik.actors.cast import Member
from kronik.languages.coding import Scorer
from kronik.records.actors import ActorKind
from kronik.reports.coded import Coded
from kronik.reports.scoring import logistic

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BIAS = "*"
"""Name of the constant among the weights: no word is written so."""
MIDDLE = 0.5
"""Softness up to which an article is read as news: even odds. The two seed pages, both of politics, lie below it."""
FIRM = frozenset({"GOV", "COP", "JUD", "MIL", "LEG", "REB", "SPY"})
"""Sectors whose members act in politics, law and war."""
PRIVATE_SECTORS = frozenset({"CVL", None})
"""Sectors of persons of whom the page tells no office or trade."""
DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE", "THREATEN"})
"""Types of deeds; the others are mostly words and courtesies, which are exchanged in all fields of life."""
CHARGES = frozenset({"allege", "investigate"})
"""Modes of ACCUSE that are deeds of the law."""
SLOPES = (6.0, 4.0, 2.0)
"""What a unit of log odds of softness adds to the log odds that a report needs, by the hard evidence that it has.

Chosen on gold train, which must lose nearly nothing, on June 2025's news by section, and on the articles without
events among the labels of our own, as is `MOST`.
"""
MOST = (4.0, 2.5, 1.2)
"""Log odds that softness adds at most, by the hard evidence."""
NO_PARTY, PRIVATE, SOFT = "no-party", "private-parties", "soft-article"
"""Reasons for which a report of a soft article is dropped."""


def softness_of(text: str, topics: Scorer) -> float:
    """Return how likely a prose is soft, from its words in small letters; 0.0 without weights.

    Each word counts once, by its weight over the root of the number of known words, so that length does not tell.
    Names and the first words of sentences are left out: they would tie the weights to their days.
    """
    weights = topics.weights
    if not weights:
        return 0.0
    found = [weights[word] for word in set(WORD.findall(text)) if word in weights]
    total = math.fsum(found) / math.sqrt(len(found)) if found else 0.0
    return logistic(total + weights.get(BIAS, 0.0))


def refused(report: Coded, members: Sequence[Member], *, softness: float, threshold: float) -> str | None:
    """Return why a report does not stand in a soft article, None where it does.

    A report of nobody never does, nor do words and courtesies among private persons; another one stands by its score,
    the more easily the harder its evidence.

    Args:
        report: with its roles in their final state.
        members: of the cast.
        softness: of the article.
        threshold: score that a report needs in an article that is not soft.
    """
    if softness <= MIDDLE:
        return None
    parties = [members[role.member] for role in (*report.actors, *report.recipients)]
    if not parties:
        return NO_PARTY
    if not _is_deed(report) and all(map(_private, parties)):
        return PRIVATE
    return SOFT if report.score < needed(threshold, softness, evidence_of(report, members)) else None


def needed(threshold: float, softness: float, evidence: int) -> float:
    """Return the score that a report of an article needs: `threshold`, and more from a softness of `MIDDLE` on."""
    if softness <= MIDDLE:
        return threshold
    added = SLOPES[evidence] * (_odds(softness) - _odds(MIDDLE))
    return logistic(_odds(threshold) + min(MOST[evidence], added))


def evidence_of(report: Coded, members: Sequence[Member]) -> int:
    """Return how much hard evidence a report has: 1 for one who acts in politics, law or war, 1 for a deed."""
    acting = any(_firm(members[role.member]) for role in report.actors)
    met = any(
        _firm(members[role.member]) and members[role.member].kind is not ActorKind.STATE for role in report.recipients
    )
    return int(acting or met) + int(_is_deed(report))


def _is_deed(report: Coded) -> bool:
    return report.type in DEEDS or report.mode in CHARGES


def _private(member: Member) -> bool:
    return member.kind is ActorKind.PERSON and member.sector in PRIVATE_SECTORS


def _firm(member: Member) -> bool:
    return member.kind is ActorKind.STATE or member.sector in FIRM


def _odds(chance: float) -> float:
    chance = min(max(chance, 1e-6), 1.0 - 1e-6)
    return math.log(chance / (1.0 - chance))
