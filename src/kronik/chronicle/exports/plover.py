"""Reports in the shapes that event data has elsewhere: PLOVER's JSON lines, and the table of POLECAT.

The fields of the first are those of the manual of PLOVER (openeventdata/PLOVER); the columns of the second those of the
POLECAT weekly files (doi:10.7910/DVN/AJGVIT). What Kronik does not know stays empty.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass

import msgspec

from kronik.chronicle.reader import Chronicle
from kronik.records.actors import Actor, ActorKind
from kronik.records.bundles import Bundle
from kronik.records.masking import masked
from kronik.records.quotations import quotations_of
from kronik.records.reports import Report
from kronik.reports.ontology import Ontology, load_ontology

JOINT = ";"
"""Between several values of a column of POLECAT."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report with all that a row of it is made of."""

    bundle: Bundle
    report: Report
    actors: Mapping[str, Actor]
    ontology: Ontology
    version: str

    def members(self, ids: tuple[str, ...]) -> tuple[Actor, ...]:
        """Return the actors with these ids, in their order."""
        return tuple(self.actors[one] for one in ids)

    @property
    def text(self) -> str:
        """The page text."""
        return self.bundle.page.text


def plover(chronicle: Chronicle) -> Iterator[bytes]:
    """Yield one JSON line a report, in order of page and place, with the spans that it was read from."""
    for told in told_reports(chronicle):
        yield msgspec.json.encode(_plover(told)) + b"\n"


def polecat(chronicle: Chronicle) -> Iterator[bytes]:
    """Yield the table of POLECAT, tab-separated, heading first; a tab or line end within a value becomes a space."""
    yield _line(name for name, _ in COLUMNS)
    for told in told_reports(chronicle):
        yield _line(column(told) for _, column in COLUMNS)


def evidence_sidecar(chronicle: Chronicle) -> Iterator[bytes]:
    """Yield one JSON line a report: its id and the characters behind each field, which the table has no room for."""
    for told in told_reports(chronicle):
        row = {"id": told.report.id, "page": told.bundle.page.id, "uri": told.bundle.page.uri, **evidence_of(told)}
        yield msgspec.json.encode(row) + b"\n"


def told_reports(chronicle: Chronicle) -> Iterator[Told]:
    """Yield the reports of a chronicle in order of page and place, names that a page protects masked."""
    ontology, version = load_ontology(), f"kronik {chronicle.info().identity.kronik_version}"
    for bundle in map(masked, chronicle.bundles()):
        if bundle.findings is None:
            continue
        actors = {actor.id: actor for actor in bundle.findings.actors}
        for report in bundle.findings.reports:
            yield Told(bundle=bundle, report=report, actors=actors, ontology=ontology, version=version)


def _plover(told: Told) -> dict[str, object]:
    report, article = told.report, told.bundle.article
    where = report.where
    return {
        "id": report.id,
        "version": told.version,
        "date": report.earliest,
        "enddate": report.latest,
        "date_edtf": report.date,
        "actor": [_party(actor) for actor in told.members(report.actors)],
        "recipient": [_party(actor) for actor in told.members(report.recipients)],
        "event": [report.type],
        "mode": [report.mode] if report.mode else [],
        "context": [],
        "quad_code": told.ontology.meaning(report.type).quad,
        "event_scale": told.ontology.score(report.type, report.mode),
        "status": report.status.value,
        "claimed_by": [actor.name for actor in told.members(report.claimed_by)],
        "denied_by": [actor.name for actor in told.members(report.denied_by)],
        "event_loc": None
        if where is None
        else {name: value for name, value in asdict(where).items() if value is not None},
        "event_text": [trigger.quote(told.text) for trigger in report.triggers],
        "figures": [
            {"kind": figure.kind.value, "value": figure.value, "unit": figure.unit, "bound": figure.limit}
            for figure in report.figures
        ],
        "source": article.outlet.value if article.outlet else None,
        "publication_date": article.published.value if article.published else None,
        "link": told.bundle.page.uri,
        "score": report.score,
        "rule": report.rule,
        "evidence": evidence_of(told),
    }


def _party(actor: Actor) -> dict[str, object]:
    return {"name": actor.name, "country": actor.country, "sector": actor.sector, "kind": actor.kind.value}


def evidence_of(told: Told) -> dict[str, object]:
    """Return the quotations that a report was read from, by field: triggers, date, place."""
    report = told.report
    single = {"date": report.date_evidence, "place": report.place}
    found = {"triggers": report.triggers, **{name: (one,) for name, one in single.items() if one is not None}}
    return {name: quotations_of(evidence, told.text) for name, evidence in found.items()}


def _line(values: Iterator[str | None]) -> bytes:
    cells = (" ".join((value or "").split()) for value in values)
    return ("\t".join(cells) + "\n").encode()


Column = Callable[[Told], str | None]


def _nothing(_: Told) -> str | None:
    return None


def _parties(role: str, field: Callable[[Actor], str | None]) -> Column:
    def column(told: Told) -> str:
        ids = told.report.actors if role == "actor" else told.report.recipients
        return JOINT.join(field(actor) or "" for actor in told.members(ids)).strip(JOINT)

    return column


def _title(told: Told, ids: tuple[str, ...]) -> str:
    titles = (title.quote(told.text) for actor in told.members(ids) for title in actor.titles[:1])
    return JOINT.join(titles)


def _story(kinds: frozenset[ActorKind]) -> Column:
    def column(told: Told) -> str:
        return JOINT.join(actor.name for actor in told.actors.values() if actor.kind in kinds)

    return column


def _unit(name: str) -> Column:
    def column(told: Told) -> str | None:
        value = getattr(told.report.where, name) if told.report.where else None
        return None if value is None else str(value)

    return column


def _of_role(role: str) -> tuple[tuple[str, Column], ...]:
    head = role.capitalize()

    def first_sector(told: Told) -> str | None:
        members = told.members(told.report.actors if role == "actor" else told.report.recipients)
        return members[0].sector if members else None

    return (
        (f"{head} Name", _parties(role, lambda actor: actor.name)),
        (f"{head} Country", _parties(role, lambda actor: actor.country)),
        (f"{head} COW", _nothing),
        (f"Primary {head} Sector", first_sector),
        (f"{head} Sectors", _parties(role, lambda actor: actor.sector)),
        (
            f"{head} Title",
            lambda told: _title(told, told.report.actors if role == "actor" else told.report.recipients),
        ),
        (f"{head} Name Raw", _parties(role, lambda actor: actor.name)),
        (f"Wikipedia {head} ID", _nothing),
    )


COLUMNS: tuple[tuple[str, Column], ...] = (
    ("Event ID", lambda told: told.report.id),
    ("Event Date", lambda told: told.report.earliest),
    ("Event Type", lambda told: told.report.type),
    ("Event Mode", lambda told: told.report.mode),
    ("Intensity", lambda told: f"{told.ontology.score(told.report.type, told.report.mode):g}"),
    ("Quad Code", lambda told: told.ontology.quads[told.ontology.meaning(told.report.type).quad]),
    ("Contexts", _nothing),
    *_of_role("actor"),
    *_of_role("recipient"),
    ("Placename", lambda told: told.report.place.quote(told.text) if told.report.place else None),
    ("City", _unit("locality")),
    ("District", _unit("regency")),
    ("Province", _unit("province")),
    ("Country", _unit("country")),
    ("Latitude", _unit("latitude")),
    ("Longitude", _unit("longitude")),
    ("GeoNames ID", _nothing),
    ("Raw Placename", lambda told: told.report.place.quote(told.text) if told.report.place else None),
    ("Feature Type", _unit("precision")),
    ("Source", lambda told: told.bundle.article.outlet.value if told.bundle.article.outlet else None),
    ("Publication Date", lambda told: told.bundle.article.published.value if told.bundle.article.published else None),
    ("Story People", _story(frozenset({ActorKind.PERSON}))),
    ("Story Organizations", _story(frozenset({ActorKind.ORGANISATION, ActorKind.STATE}))),
    ("Story Locations", lambda told: _locations(told.bundle)),
    ("Language", lambda told: told.bundle.article.language.code),
    ("Version", lambda told: told.version),
)
"""The 40 columns in the order of the weekly files."""


def _locations(bundle: Bundle) -> str:
    places = bundle.findings.places if bundle.findings else ()
    return JOINT.join(dict.fromkeys(place.evidence.quote(bundle.page.text) for place in places))
