"""Web Annotations whose selectors select."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from chronicle_records import bundles, make_bundle, outcome_of
from finding_records import MEETING, told
from hypothesis import given, settings

from kronik.chronicle.exports import annotations
from kronik.chronicle.exports.annotations import QUOTED_AROUND, annotations_of
from kronik.chronicle.reader import Chronicle
from kronik.records.articles import Bound, Conflict, Dateline, LedgerEntry, Reading, Reason, Verdict
from kronik.records.bundles import Bundle
from kronik.records.spans import Evidence, Slice, evidence

Built = Callable[..., Path]


def of(bundle: Bundle) -> list[dict[str, Any]]:
    return [json.loads(line) for line in annotations_of(bundle, "0.1.0", ())]


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def check_selectors(bundle: Bundle, annotation: dict[str, Any]) -> None:
    for target in targets(annotation):
        text = bundle.page.part(target.get("part", "text")) or ""
        position, quote = target["selector"]
        start, end = position["start"], position["end"]
        assert quote["exact"] == text[start:end]
        assert quote["prefix"] == text[max(0, start - QUOTED_AROUND) : start]
        assert quote["suffix"] == text[end : end + QUOTED_AROUND]
        units = text.encode("utf-16-le")
        there = units[2 * position["utf16_start"] : 2 * position["utf16_end"]]
        assert there.decode("utf-16-le") == text[start:end]


def test_times_removals_and_readings_become_annotations(built: Built) -> None:
    bundle = make_bundle()
    with Chronicle.open(built(outcome_of(bundle))) as chronicle:
        found = [json.loads(line) for line in annotations(chronicle)]
    said = [(note["body"]["type"], note["body"].get("field"), note["body"]["value"]) for note in found]
    assert said == [
        ("Reading", "headline", "Panen Raya"),
        ("Reading", "outlet", "Kabar Desa"),
        ("Reading", "published", "2025-06-02"),
        ("Ledger", None, "removed"),
        ("Time", None, "2025-06-02"),
    ]
    for note in found:
        check_selectors(bundle, note)
        assert note["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
        assert note["type"] == "Annotation"
        assert note["generator"]["stages"] == ["article/1", "times/1"]
        assert targets(note)[0]["source"] == bundle.page.uri
    assert found[3]["body"]["reason"] == "related"
    assert found[3]["body"]["rule"] == "read_also"
    assert len({note["id"] for note in found}) == len(found)


def test_positions_are_told_in_utf16_too() -> None:
    bundle = make_bundle(prose="🍈🍈 Panen Senin (2/6/2025).")
    (time,) = [note for note in of(bundle) if note["body"]["type"] == "Time"]
    position = time["target"]["selector"][0]
    assert (position["start"], position["utf16_start"]) == (9, 11)
    check_selectors(bundle, time)


@given(bundles())
@settings(max_examples=60)
def test_any_bundle_gives_annotations_with_true_positions(bundle: Bundle) -> None:
    for note in of(bundle):
        for target in targets(note):
            assert target["page"] == bundle.page.id
            selector = target["selector"]
            position = selector[0] if isinstance(selector, list) else selector
            assert 0 <= position["start"] <= position["end"]
            assert position["utf16_start"] >= position["start"]


def test_evidence_of_several_slices_has_several_targets() -> None:
    bundle = make_bundle(prose="Pada 2 dan 3 Juni.")
    reading = Reading(value="x", evidence=(Evidence(slices=(Slice(5, 6), Slice(12, 17))),), rule="r")
    note = of(replace(bundle, article=replace(bundle.article, section=reading)))[2]
    assert [target["selector"][1]["exact"] for target in targets(note)] == ["2", " Juni"]


def test_a_value_from_the_uri_alone_is_left_out() -> None:
    bundle = make_bundle()
    reading = Reading(value="2025-06-02", evidence=(), rule="uri")
    fields = {
        note["body"].get("field") for note in of(replace(bundle, article=replace(bundle.article, published=reading)))
    }
    assert "published" not in fields


def test_page_furniture_is_placed_but_not_repeated() -> None:
    bundle = make_bundle()
    ledger = (LedgerEntry(span=Slice(0, 5), verdict=Verdict.REMOVED, reason=Reason.CODE, rule="script"),)
    (note,) = [n for n in of(replace(bundle, article=replace(bundle.article, ledger=ledger))) if "reason" in n["body"]]
    assert note["target"]["selector"]["type"] == "TextPositionSelector"


def test_dateline_bound_completeness_and_conflict_are_told() -> None:
    bundle = make_bundle()
    at = (evidence(0, 5),)
    article = replace(
        bundle.article,
        dateline=Dateline(place="Sukamaju", outlet=None, evidence=at, rule="line"),
        bound=Bound(not_before="2025-06-02", evidence=at, rule="figures"),
        completeness_evidence=at,
        conflicts=(Conflict(field="published", chosen="2025-06-02", other="2025-06-03", evidence=at, rule="stamps"),),
    )
    bodies = [note["body"] for note in of(replace(bundle, article=article))]
    assert {"type": "Reading", "value": "Sukamaju", "rule": "line", "field": "dateline", "place": "Sukamaju"} in bodies
    bound = {"type": "Reading", "value": "2025-06-02/..", "rule": "figures", "field": "published_bound"}
    assert {**bound, "not_before": "2025-06-02"} in bodies
    assert {"type": "Reading", "value": "unknown", "field": "completeness"} in bodies
    conflict = {"type": "Conflict", "value": "2025-06-03", "rule": "stamps", "field": "published"}
    assert {**conflict, "chosen": "2025-06-02"} in bodies


def test_a_local_file_name_is_a_reference_all_the_same() -> None:
    note = of(make_bundle("berita lama/panen #1 é.txt"))[0]
    assert note["target"]["source"] == "berita%20lama/panen%20#1%20%C3%A9.txt"


def test_findings_are_annotated_with_their_own_characters() -> None:
    bundle = make_bundle(prose=MEETING)
    bundle = replace(bundle, findings=told(bundle.page.id))
    found = [one for one in of(bundle) if one["body"]["type"] in {"Place", "Actor", "Statement", "Report"}]
    quoted = [
        (one["body"]["type"], one["body"].get("field"), one["body"].get("value"), target["selector"][1]["exact"])
        for one in found
        for target in targets(one)
    ]
    assert quoted == [
        ("Place", None, "Sukamaju, IDN", "Desa Sukamaju"),
        ("Actor", None, "Rini Astuti", "Rini Astuti"),
        ("Actor", None, "Rini Astuti", "Rini"),
        ("Actor", None, "warga", "warga"),
        ("Statement", None, "Rini Astuti", "panen akan dibantu"),
        ("Report", "words", "CONSULT/visit", "menemui"),
        ("Report", "place", None, "Desa Sukamaju"),
        ("Report", "figure:participants", "12 person", "12 warga"),
    ]
    for annotation in found:
        check_selectors(bundle, annotation)
    assert len({one["id"] for one in found}) == len(found)
