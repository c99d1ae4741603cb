"""Reports as GeoJSON: who stands on the map, where, and who does not."""

import json
from dataclasses import replace

from chronicle_records import make_bundle, outcome_of
from finding_records import MEETING, told

from kronik.chronicle.exports.geojson import geojson
from kronik.chronicle.reader import Chronicle
from kronik.records.actors import Protection
from kronik.records.places import Precision, Where

SPOT = Where(
    country="IDN",
    province="Jawa Barat",
    regency="Kabupaten Bogor",
    locality="Sukamaju",
    latitude=-6.5,
    longitude=106.8,
    precision=Precision.VILLAGE,
)


def mapped(built, where: Where | None, protection: Protection | None = None) -> dict:
    bundle = make_bundle(prose=MEETING)
    findings = told(bundle.page.id) if protection is None else told(bundle.page.id, protection)
    findings = replace(findings, reports=tuple(replace(one, where=where) for one in findings.reports))
    with Chronicle.open(built(outcome_of(replace(bundle, findings=findings)))) as chronicle:
        return json.loads(b"".join(geojson(chronicle)))


def test_a_report_is_a_point_longitude_first_with_its_characters(built) -> None:
    collection = mapped(built, SPOT)
    assert collection["type"] == "FeatureCollection"
    (feature,) = collection["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [106.8, -6.5]}
    properties = feature["properties"]
    assert (properties["type"], properties["precision"], properties["regency"]) == (
        "CONSULT",
        "village",
        "Kabupaten Bogor",
    )
    (place,) = properties["evidence"]["place"]
    assert MEETING[place["start"] : place["end"]] == place["quote"] == properties["place"]


def test_a_report_without_coordinates_is_no_feature(built) -> None:
    assert mapped(built, None)["features"] == []
    assert mapped(built, Where(locality="Selat Sunyi"))["features"] == []


def test_a_protected_name_is_masked(built) -> None:
    assert "Rini" not in json.dumps(mapped(built, SPOT, Protection.MINOR), ensure_ascii=False)
