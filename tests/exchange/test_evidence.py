"""The evidence of an event as a zip: whole, checkable, masked, the same bytes each time."""

import io
import json
import zipfile
from dataclasses import replace
from hashlib import sha256

from kronik.chronicle.reader import Chronicle
from kronik.exchange.edition import Edition
from kronik.exchange.evidence import DATE, Subject, bundle_zip
from kronik.stories.claims import claims_of
from kronik.stories.events import Event
from kronik.stories.grouped import Groups


def subject(event: Event, groups: Groups) -> Subject:
    pages = tuple(one.page for one in event.tellings)
    return Subject(kind="event", id=event.id, pages=pages, matrices=(claims_of(event, groups.entries),))


def opened(chronicle: Chronicle, edition: Edition, groups: Groups, reports: int) -> dict[str, bytes]:
    """The files of the bundle of the event that so many reports tell."""
    (event,) = [event for event in edition.events if len(event.tellings) == reports]
    data = bundle_zip(chronicle, edition, subject(event, groups), "kronik bundle x -o x.zip")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {DATE}
        assert archive.namelist() == sorted(archive.namelist())
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_file_has_its_hash(chronicle: Chronicle, edition: Edition, groups: Groups) -> None:
    made = opened(chronicle, edition, groups, 3)
    sums = dict(line.split("  ")[::-1] for line in made.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: sha256(data).hexdigest() for name, data in made.items()}


def test_the_selectors_select_in_the_page_texts(chronicle: Chronicle, edition: Edition, groups: Groups) -> None:
    made = opened(chronicle, edition, groups, 3)
    checked = 0
    for line in made["annotations.jsonl"].decode().splitlines():
        targets = json.loads(line)["target"]
        for target in targets if isinstance(targets, list) else [targets]:
            position, quote = target["selector"]
            part = made[f"pages/{target['page']}/{target.get('part', 'text')}.txt"].decode()
            assert part[position["start"] : position["end"]] == quote["exact"]
            checked += 1
    assert checked > 20


def test_it_holds_the_claims_and_the_hash_of_the_bytes(chronicle: Chronicle, edition: Edition, groups: Groups) -> None:
    made = opened(chronicle, edition, groups, 3)
    (matrix,) = json.loads(made["claims.json"])
    assert (matrix["rule"], matrix["disputed"], len(matrix["reports"])) == ("same-event/5", True, 3)
    assert [one["denied"] for one in matrix["reports"]] == [False, False, True]
    fields = {field["field"]: field for field in matrix["fields"]}
    assert fields["figure:participants"]["stand"] == "differing"
    assert [len(claim["reports"]) for claim in fields["figure:participants"]["claims"]] == [2, 1]
    pages = [json.loads(line) for line in made["pages.jsonl"].splitlines()]
    for page in pages:
        raw = chronicle.bundle(page["id"]).raw
        assert raw
        assert page["raw_sha256"] == sha256(raw.data).hexdigest()
        assert page["places"][0]["location"] == f"{page['id']}.txt"
    assert len(made["records.jsonl"].splitlines()) == 3
    assert b"same-event/5" in made["README.md"]
    assert b"$" not in made["README.md"]


def test_a_protected_name_is_in_none_of_its_files(chronicle: Chronicle, edition: Edition, groups: Groups) -> None:
    made = opened(chronicle, edition, groups, 1)
    assert not any(b"Rini" in data for data in made.values())
    (page,) = (json.loads(line) for line in made["pages.jsonl"].splitlines())
    assert page["masked"]


def test_the_same_chronicle_gives_the_same_bytes(chronicle: Chronicle, edition: Edition, groups: Groups) -> None:
    (event,) = [event for event in edition.events if len(event.tellings) == 3]
    about = subject(event, groups)
    turned = replace(about, pages=about.pages[::-1])
    assert bundle_zip(chronicle, edition, about, "x") == bundle_zip(chronicle, edition, turned, "x")
