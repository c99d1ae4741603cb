"""Checks of findings: every slice lies in the prose, and every role names an actor of the article."""

from collections.abc import Iterator

from kronik.records.findings import Findings
from kronik.records.spans import Evidence, Slice


def evidence_in(found: Findings) -> Iterator[tuple[str, Evidence]]:
    """Yield all evidence of the findings with the name of what it is of."""
    for place in found.places:
        yield f"place {place.id}", place.evidence
    for actor in found.actors:
        for mention in (*actor.mentions, *actor.pronouns):
            yield f"actor {actor.id}", mention.evidence
        yield from ((f"actor {actor.id}", title) for title in actor.titles)
    for statement in found.statements:
        single = (statement.speaker, statement.cue, statement.via)
        for item in (*statement.content, *(one for one in single if one is not None)):
            yield f"statement {statement.id}", item
    for report in found.reports:
        placed = (one for one in (report.date_evidence, report.place) if one is not None)
        for item in (*report.triggers, *(figure.evidence for figure in report.figures), *placed):
            yield f"report {report.id}", item
    for dropped in found.dropped:
        yield f"dropped {dropped.type}", dropped.evidence


def finding_faults(found: Findings, kept: tuple[Slice, ...]) -> Iterator[str]:
    """Yield what does not hold of the findings of a page whose prose is ``kept``."""
    for name, item in evidence_in(found):
        if not item.slices:
            yield f"{name}: it quotes nothing"
        for piece in item.slices:
            if not any(prose.start <= piece.start and piece.end <= prose.end for prose in kept):
                yield f"{name}: {piece.start}:{piece.end} touches what is not prose"
    actors = {actor.id for actor in found.actors}
    for name, members in _members(found):
        for member in members:
            if member not in actors:
                yield f"{name}: there is no actor {member}"


def _members(found: Findings) -> Iterator[tuple[str, tuple[str, ...]]]:
    for statement in found.statements:
        yield f"statement {statement.id}", statement.speakers
    for report in found.reports:
        roles = (*report.actors, *report.recipients, *report.claimed_by, *report.denied_by)
        counted = tuple(figure.by for figure in report.figures if figure.by is not None)
        yield f"report {report.id}", (*roles, *counted)
