"""Where in an article an event is told first."""

from kronik.records.reports import Passage
from kronik.reports.draft import Draft

LEAD_SENTENCES = 3
"""Sentences that open an article."""


def passage_of(first: Draft, *, background: bool) -> Passage:
    """Return the passage of an event by its first telling in order of place.

    `background`: the event is told only in clauses that hang on others, after the opening.
    """
    if first.quoted:
        return Passage.QUOTATION
    if first.candidate.sentence < LEAD_SENTENCES:
        return Passage.LEAD
    return Passage.BACKGROUND if background else Passage.BODY
