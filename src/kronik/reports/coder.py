"""Reports of one article: who did what to whom, from its prose, its tree, and those who take part."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from kronik.annotation.prose import Prose
from kronik.languages.coding import FormKind, Lexicon
from kronik.records.articles import Kind
from kronik.records.plover import EventType
from kronik.records.reports import Part, Status
from kronik.records.statements import Speech
from kronik.reports.candidates import Candidate, candidates_of
from kronik.reports.choosing import chosen
from kronik.reports.claims import SPEECH_ACTS, claimed_by, denied_by, unclaimed_if_own
from kronik.reports.coded import Coded, Coding, DroppedCandidate, Role
from kronik.reports.conditions import Circumstances, domains_of, holds, possible
from kronik.reports.counting import figures_of
from kronik.reports.date_choosing import with_day
from kronik.reports.date_features import calendar_of
from kronik.reports.dating import Dated, Said, asserted, date_of, fitted, lasting, saying_days, since, speaking_day
from kronik.reports.discourse import completed
from kronik.reports.draft import Draft
from kronik.reports.features import features_of, surroundings_of
from kronik.reports.linking import linked
from kronik.reports.modes import joined_mode, mode_of
from kronik.reports.passages import passage_of
from kronik.reports.place_map import sites_of
from kronik.reports.placing import place_of
from kronik.reports.reading import Reading, reading_of
from kronik.reports.role_features import parts_of
from kronik.reports.roles import Filling, filling_of, roles_of, subject_of
from kronik.reports.scene import Scene
from kronik.reports.scoring import scored
from kronik.reports.situating import situated
from kronik.reports.softness import SOFT, needed
from kronik.reports.spelled import named, spelled_in
from kronik.reports.status import status_of
from kronik.reports.status_choosing import PLANNED, likely_status, told_as
from kronik.reports.stretches import stretch_of
from kronik.reports.tellings import joined_roles, status_told
from kronik.reports.visits import PARTNERS, VISIT, invited, visit_of

JUDGES = "JUD"
"""Sector of those who pronounce a verdict."""
DISAPPROVAL = (EventType.ACCUSE, "disapprove")
PEOPLE = "people"
"""Class of the lexicon: words for persons as such, which tell no group apart."""
BARRED = frozenset({Kind.FACT_CHECK, Kind.INDEX, Kind.ADVERTORIAL})
"""Kinds of articles that are not coded: what a fact check tells it tells in order to debunk it."""


def reports_of(prose: Prose, scene: Scene, lexicon: Lexicon) -> Coding:
    """Return the reports of an article, in order of first telling, and the candidates that became none.

    Args:
        prose: the article's prose with analysis and times.
        scene: cast, statements, places and figures of the same prose.
        lexicon: what tells an event in the language, with the weights of the scorer.
    """
    if prose.article.kind in BARRED:
        return Coding(reports=(), dropped=())
    reading = reading_of(prose, scene, lexicon)
    events, domains, dropped = events_of(reading)
    around = surroundings_of(reading, events, domains)
    threshold = lexicon.scorer.threshold
    least = needed(threshold, around.softness)
    likely: list[tuple[tuple[Draft, ...], Coded]] = []
    for tellings in events:
        score, parts = scored(features_of(reading, tellings, around), lexicon.scorer)
        if score < least:
            reason = "score" if score < threshold else SOFT
            dropped += [_dropped(one, score, reason) for one in tellings]
        else:
            likely.append((tellings, report_of(reading, tellings, score, parts)))
    return Coding(
        reports=_reported(reading, events, likely) if likely else (),
        dropped=tuple(sorted(dropped, key=lambda one: (one.trigger, one.type, one.reason))),
    )


def _reported(
    reading: Reading, events: Sequence[tuple[Draft, ...]], likely: Sequence[tuple[tuple[Draft, ...], Coded]]
) -> tuple[Coded, ...]:
    """Return the likely events of an article as reports, with roles, day, place and figures as they are in the end."""
    lexicon = reading.lexicon
    shares = parts_of(reading, events)
    sites = sites_of(reading, events)
    calendar = calendar_of(reading, events)
    reports: list[tuple[tuple[Draft, ...], Coded]] = []
    for tellings, drawn in likely:
        report = unclaimed_if_own(chosen(reading, shares, tellings, drawn, lexicon.chooser))
        status = likely_status(reading, tellings, report, lexicon.teller)
        report = with_day(reading, calendar, tellings, report, lexicon.dater)
        report = situated(reading, sites, tellings, report, lexicon.placer)
        reports.append((tellings, told_as(report, status, mutual=tellings[0].candidate.form.frame.mutual)))
    counted = figures_of(reading, reports)
    return tuple(replace(one, counted=numbers) for (_, one), numbers in zip(reports, counted, strict=True))


def events_of(
    reading: Reading,
) -> tuple[tuple[tuple[Draft, ...], ...], frozenset[str], list[DroppedCandidate]]:
    """Return what an article could report.

    The tellings of each event, the domains of the article, and the candidates whose conditions do not hold.
    """
    domains = domains_of(reading)
    drafts, dropped = drafts_of(reading, domains)
    return linked(reading, drafts), domains, dropped


def drafts_of(reading: Reading, domains: frozenset[str]) -> tuple[tuple[Draft, ...], list[DroppedCandidate]]:
    """Return the tellings of events in an article of some domains, and the candidates whose conditions do not hold."""
    words = frozenset().union(*reading.lower)
    days = saying_days(reading)
    drafts: list[Draft] = []
    dropped: list[DroppedCandidate] = []
    for sentence in range(len(reading.sentences)):
        for _, group in groupby(candidates_of(reading, sentence), key=lambda one: one.first):
            tried = list(group)
            for candidate in tried:
                around = Circumstances(reading=reading, candidate=candidate, domains=domains, words=words)
                if possible(around) and holds(around, filling := filling_of(reading, candidate)):
                    drafts.append(_draft(reading, candidate, filling, days))
                    break
            else:
                dropped.append(_unmet(reading, tried[0]))
    people = reading.lexicon.classes.get(PEOPLE, frozenset())
    return tuple(completed(named(drafts, spelled_in(reading)), reading.scene.cast.members, people)), dropped


def _draft(reading: Reading, candidate: Candidate, filling: Filling, days: tuple[Said, ...]) -> Draft:
    entry = candidate.form.entry
    told = status_of(reading, candidate)
    mode = mode_of(reading, candidate, filling.object)
    if entry.type is EventType.AGREE and told.status is Status.FUTURE and entry.status is None:
        told = replace(told, status=Status.OCCURRED)
    planned = told.status is Status.FUTURE and entry.type in PLANNED
    actors, recipients = roles_of(filling.actors), roles_of(filling.recipients)
    if entry.type is EventType.AGREE or planned:
        actors, recipients = invited(actors, recipients, reading.lexicon.classes.get(PARTNERS, frozenset()))
    tree = reading.sentences[candidate.sentence]
    offset = tree.tokens[candidate.head].start
    held = reading.spoken_at(offset)
    dated = date_of(reading, candidate)
    if told.status is Status.OCCURRED and told.cue is None and lasting(dated, entry.type, mode):
        told = replace(told, status=Status.ONGOING)
    if dated is None and told.status is Status.OCCURRED:
        dated = _spoken_day(reading, candidate, days, (actors, recipients))
    if dated is None and told.status is Status.ONGOING:
        dated = since(reading, candidate)
    put = place_of(reading, candidate)
    guests = None if planned else visit_of(entry.type, actors, put.place if put else None, reading.scene.cast.members)
    if guests is not None and not recipients and mode is None:
        actors, recipients = guests
        mode = VISIT
    start, end = stretch_of(reading, candidate)
    speakers = tuple(dict.fromkeys(member for one in held for member in one.speakers))
    if not actors and candidate.verbal and _own_view(entry.type, mode, told.status):
        taken = {role.member for role in recipients}
        actors = tuple(Role(member=one, rule="speaker") for one in speakers if one not in taken)
    return Draft(
        candidate=candidate,
        type=(EventType.AGREE if planned else entry.type).value,
        mode=None if planned else mode,
        actors=actors,
        recipients=recipients,
        start=start,
        end=end,
        core=(tree.tokens[candidate.first].start, tree.tokens[candidate.last].end),
        status=told.status,
        cue=told.cue,
        faint=told.faint,
        date=None if dated is None else fitted(dated.value, told.status, candidate.form.frame.mutual),
        date_at=None if dated is None else dated.at,
        date_rule=None if dated is None else dated.rule,
        place=None if put is None else put.place,
        place_rule=None if put is None else put.rule,
        speakers=speakers,
        inside=bool(held),
        quoted=any(one.kind is not Speech.INDIRECT for one in held),
        presumed=_presumed(candidate),
        claimers=_subject(reading, candidate, told.claimer),
        deniers=_subject(reading, candidate, told.denier),
    )


def _spoken_day(
    reading: Reading, candidate: Candidate, days: tuple[Said, ...], roles: tuple[tuple[Role, ...], tuple[Role, ...]]
) -> Dated | None:
    """Return the day on which an act of speech was spoken, or on which one spoke who had been questioned."""
    entry = candidate.form.entry
    if not candidate.verbal and candidate.light is None:
        return None
    if entry.type in SPEECH_ACTS and not (entry.type is EventType.ACCUSE and entry.mode != "disapprove"):
        if asserted(reading, candidate):
            return speaking_day(days, frozenset(role.member for role in roles[0]), candidate.sentence, "speaker-day")
    elif entry.mode == "convict":
        judges = frozenset(
            number for number, member in enumerate(reading.scene.cast.members) if member.sector == JUDGES
        )
        return speaking_day(days, judges, candidate.sentence, "verdict-day")
    elif entry.mode == "investigate":
        return speaking_day(days, frozenset(role.member for role in roles[1]), candidate.sentence, "questioned-day")
    return None


def _own_view(kind: EventType, mode: str | None, status: Status) -> bool:
    """Tell whether what a statement tells without an agent is its speaker's own act of speech ("X deserves praise")."""
    own = kind in (EventType.SUPPORT, EventType.REQUEST) or (kind, mode) == DISAPPROVAL
    return own and status is not Status.NEGATED


def _presumed(candidate: Candidate) -> bool:
    """Tell whether words take the event for granted: a noun without a light verb, or a noun of the one who acts."""
    if candidate.verbal:
        return False
    return candidate.light is None or candidate.form.kind is FormKind.AGENT


def _subject(reading: Reading, candidate: Candidate, governor: int | None) -> tuple[int, ...]:
    if governor is None:
        return ()
    return tuple(role.member for role in subject_of(reading, candidate.sentence, governor))


def report_of(reading: Reading, tellings: tuple[Draft, ...], score: float, parts: tuple[Part, ...]) -> Coded:
    """Return the report that tellings of one event make."""
    first = tellings[0]
    mutual = first.candidate.form.frame.mutual
    dated = next((one for one in tellings if one.date is not None), None)
    put = next((one for one in tellings if one.place is not None), None)
    scorer = reading.lexicon.scorer
    earliest = min(tellings, key=lambda one: one.start)
    return Coded(
        type=first.type,
        mode=joined_mode(tellings),
        actors=joined_roles(tellings, recipients=False),
        recipients=joined_roles(tellings, recipients=True),
        triggers=tuple(dict.fromkeys((one.start, one.end) for one in tellings)),
        date=None if dated is None else dated.date,
        date_at=None if dated is None else dated.date_at,
        date_rule=None if dated is None else dated.date_rule,
        place=None if put is None else put.place,
        place_rule=None if put is None else put.place_rule,
        status=status_told(tellings),
        claimed_by=claimed_by(tellings, mutual=mutual),
        denied_by=denied_by(tellings),
        passage=passage_of(earliest, background=all(one.presumed for one in tellings)),
        rule=f"{first.candidate.form.entry.id}@{reading.lexicon.version}+{scorer.version}",
        score=score,
        parts=parts,
    )


def _dropped(draft: Draft, score: float, reason: str) -> DroppedCandidate:
    return DroppedCandidate(trigger=draft.core, type=draft.type, reason=reason, score=score)


def _unmet(reading: Reading, candidate: Candidate) -> DroppedCandidate:
    tokens = reading.sentences[candidate.sentence].tokens
    trigger = (tokens[candidate.first].start, tokens[candidate.last].end)
    return DroppedCandidate(trigger=trigger, type=candidate.form.entry.type.value, reason="condition")
