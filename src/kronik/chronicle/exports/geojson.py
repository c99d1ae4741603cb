"""Reports on a map: GeoJSON (RFC 7946), a point for each report whose place the gazetteer can put there.

A report without a place, or with one that has no coordinates, is no feature: nothing is put where the page says
nothing. A point is the centre of the unit that is named; ``precision`` tells how coarse that unit is.
"""

from collections.abc import Iterator

import msgspec

from kronik.chronicle.exports.plover import Told, evidence_of, told_reports
from kronik.chronicle.reader import Chronicle
from kronik.records.actors import Actor
from kronik.records.places import Where

HEAD = b'{"type": "FeatureCollection", "features": ['
TAIL = b"\n]}\n"


def geojson(chronicle: Chronicle) -> Iterator[bytes]:
    """Yield a FeatureCollection in pieces, a feature a line, in order of page and place; the pieces joined are JSON."""
    yield HEAD
    parted = b"\n"
    for told in told_reports(chronicle):
        where = told.report.where
        if where is None or where.latitude is None or where.longitude is None:
            continue
        yield parted + msgspec.json.encode(_feature(told, where, (where.longitude, where.latitude)))
        parted = b",\n"
    yield TAIL


def _feature(told: Told, where: Where, point: tuple[float, float]) -> dict[str, object]:
    report, article = told.report, told.bundle.article
    return {
        "type": "Feature",
        "id": report.id,
        "geometry": {"type": "Point", "coordinates": point},
        "properties": {
            "type": report.type,
            "mode": report.mode,
            "status": report.status.value,
            "actors": _parties(told.members(report.actors)),
            "recipients": _parties(told.members(report.recipients)),
            "date": report.date,
            "earliest": report.earliest,
            "latest": report.latest,
            "place": report.place.quote(told.text) if report.place is not None else None,
            "precision": where.precision.value if where.precision is not None else None,
            "country": where.country,
            "province": where.province,
            "regency": where.regency,
            "locality": where.locality,
            "code": where.code,
            "place_rule": report.place_rule,
            "figures": [
                {"kind": one.kind.value, "value": one.value, "unit": one.unit, "bound": one.limit}
                for one in report.figures
            ],
            "score": report.score,
            "rule": report.rule,
            "outlet": article.outlet.value if article.outlet else None,
            "published": article.published.value if article.published else None,
            "page": told.bundle.page.id,
            "uri": told.bundle.page.uri,
            "evidence": evidence_of(told),
            "version": told.version,
        },
    }


def _parties(actors: tuple[Actor, ...]) -> list[dict[str, object]]:
    return [{"name": one.name, "country": one.country, "sector": one.sector, "kind": one.kind.value} for one in actors]
