"""Statements of a list by utterance: what several articles quote of one speaker stands once."""

from collections.abc import Sequence
from typing import NamedTuple

from kronik.chronicle.finding_queries import StatementRow
from kronik.statements.utterances import Heard, utterances_of

BETWEEN = "; "
"""Stands between the names of a cell, as in the lists of the chronicle."""


class UtteranceRow(NamedTuple):
    """What somebody said once, as the first article tells it.

    Attributes:
        id: of the utterance, the least id of its statements.
        published: day of the first article; None when none tells its day.
        outlets: those that tell it, the first one first.
        articles: number of articles that tell it.
        speakers, kind, cue, content: of the first statement.
        statements, uris: of every statement, the first one first.
    """

    id: str
    published: str | None
    outlets: str
    articles: int
    speakers: str | None
    kind: str
    cue: str | None
    content: str
    statements: str
    uris: str


def said_once(rows: Sequence[StatementRow]) -> list[UtteranceRow]:
    """Return the utterances of statements, in the order in which the statements first tell them.

    Args:
        rows: statements by day of publication, as the chronicle lists them.
    """
    place = {row.id: number for number, row in enumerate(rows)}
    heard = (
        Heard(row.id, row.page_id, tuple(row.speakers.split(BETWEEN)) if row.speakers else (), row.content)
        for row in rows
    )
    groups = [(one.id, sorted(place[name] for name in one.statements)) for one in utterances_of(heard)]
    return [_row(name, [rows[at] for at in told]) for name, told in sorted(groups, key=lambda one: one[1])]


def _row(name: str, told: Sequence[StatementRow]) -> UtteranceRow:
    first = told[0]
    return UtteranceRow(
        id=name,
        published=first.published,
        outlets=BETWEEN.join(dict.fromkeys(row.outlet for row in told if row.outlet)),
        articles=len({row.page_id for row in told}),
        speakers=first.speakers,
        kind=first.kind,
        cue=first.cue,
        content=first.content,
        statements=BETWEEN.join(row.id for row in told),
        uris=BETWEEN.join(dict.fromkeys(row.uri for row in told)),
    )
