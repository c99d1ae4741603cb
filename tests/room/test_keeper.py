"""What is made beside the pages: the same as of the whole set at once, shown as far as it stands."""

import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from itertools import permutations

import pytest

from kronik.chronicle.reader import Chronicle
from kronik.grouping.kept import read_groups, side_file, store_groups
from kronik.languages.loader import load_telling_words
from kronik.records.identifiers import identify
from kronik.reports.ontology import load_ontology
from kronik.room import keeper as keeping
from kronik.room import preparing
from kronik.room.application import room_application
from kronik.room.beside import in_a_process
from kronik.room.gate import Gate
from kronik.room.keeper import Keeper
from kronik.room.preparing import ACTORS, EARLIER_STORIES, EVENTS, NO_STORIES, STORIES, TABLES, Job, prepare
from kronik.stories.events import events_of
from kronik.stories.rules import rule_named
from kronik.stories.tellings import tellings_of
from kronik.stories.timeline import relation_of
from kronik.web.wording import LANGUAGES

SECONDS = 120
"""Most seconds until a thing stands."""
MOST_ACTORS = 7
"""Actors of the samples, those in most articles, whose relations are compared, each with each."""


@pytest.fixture(scope="module")
def whole(room_chronicle):
    """The events of the whole chronicle, computed at once."""
    with Chronicle.open(room_chronicle) as chronicle:
        tellings = tellings_of(chronicle.bundles(), read_groups(chronicle), load_telling_words())
        return events_of(tellings, rule_named(None))


@pytest.fixture
def copy(room_chronicle, tmp_path):
    path = tmp_path / "salinan.kronik"
    shutil.copyfile(room_chronicle, path)
    return path


@pytest.fixture
def few(monkeypatch):
    """More than two articles are too many to group, and to read before the room opens."""
    monkeypatch.setattr(preparing, "MOST_GROUPED", 2)
    monkeypatch.setattr(keeping, "MOST_GROUPED", 2)
    monkeypatch.setattr(keeping, "AT_ONCE", 2)
    monkeypatch.setattr(keeping, "FIRST", 3)


def job_of(path, folder, **changes):
    paths = {name: folder / f"{name}.sqlite" for name in ("side", "stories", "events", "same")}
    return replace(Job(chronicle=path, articles=1, whole=True, **paths), **changes)


def opened(path, folder, run=prepare):
    folder.mkdir()
    keeper = Keeper(path, folder, run=run)
    return keeper, room_application(keeper, Gate(host="127.0.0.1"))


def until(keeper, stands):
    end = time.monotonic() + SECONDS
    while not stands(state := keeper.state()):
        assert time.monotonic() < end
        time.sleep(0.02)
    return state


def test_events_are_those_of_the_whole_set_at_once(room, whole):
    with closing(sqlite3.connect(room.keeper.state().stories.events)) as store:
        store.execute("ATTACH ? AS side", (str(room.keeper.state().side),))
        query = """
            SELECT e.name, e.independent, group_concat(r.report_id, ' ') FROM telling AS t
            JOIN event AS e ON e.id = t.event JOIN side.report AS r ON r.place = t.report GROUP BY e.id
        """
        written = {name: (independent, set(told.split())) for name, independent, told in store.execute(query)}
    assert written == {one.id: (one.independent, {t.report.id for t in one.tellings}) for one in whole}
    assert any(len(told) > 1 for _, told in written.values())


def test_a_story_shows_the_events_that_its_articles_tell(room, whole):
    for row in room.get("/stories.json").data["rows"]:
        story = row["card"]["id"]
        told = {one.id for one in whole if any(t.story == story for t in one.tellings)}
        assert {event["id"] for event in room.get(f"/stories/{story}.json").data["events"]} == told
        assert row["card"]["events"] == len(told)


def test_a_relation_has_the_steps_that_the_events_tell(room, whole):
    actors = [row for row in room.get("/actors.json").data["rows"] if row["acting"] or row["receiving"]][:MOST_ACTORS]

    def meant(side):
        def one(party):
            if side["kind"] == "state":
                return party.country == side["country"]
            if party.identity is not None:
                return identify("actor-name", party.identity).startswith(side["key"])
            return party.name == side["name"] and party.kind.value == side["kind"]

        return one

    total = 0
    for first, second in permutations(actors, 2):
        view = room.get(f"/relations.json?first={first['key']}&second={second['key']}").data
        steps = relation_of(whole, meant(first), meant(second), load_ontology())
        shown = {step["event"]: (step["direction"], step["score"]) for step in view["steps"]}
        assert shown == {step.event.id: (step.direction, step.score) for step in steps}, (first, second)
        assert view["total"] == len(steps)
        total += len(steps)
    assert total > 0


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_newest_are_read_before_the_room_opens(copy, tmp_path, asking, language):
    keeper, application = opened(copy, tmp_path / "side", run=lambda _: iter(()))
    state = keeper.read()
    assert (state.articles, state.partial) == (3, True)
    page = asking(application, f"/?lang={language}").text
    assert str(state.whole) in page
    assert asking(application, "/overview.json").data["totals"]["articles"] == 3
    newest = asking(application, "/search.json").data["listed"]["rows"]
    assert [row["day"] for row in newest] == sorted((row["day"] for row in newest), reverse=True)


@pytest.mark.usefixtures("few")
def test_the_others_are_read_beside(copy, tmp_path):
    keeper, _ = opened(copy, tmp_path / "side")
    keeper.read()
    state = until(keeper, lambda state: not state.partial)
    assert state.articles == state.whole > 3


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_there_are_too_many_the_page_names_the_command(copy, tmp_path, asking, language):
    keeper, application = opened(copy, tmp_path / "side")
    keeper.read()
    until(keeper, lambda state: not state.partial and state.too_many)
    for target, status in (("/stories", 200), ("/", 200), ("/relations?first=Xi&second=Putin", 200)):
        answer = asking(application, f"{target}{'&' if '?' in target else '?'}lang={language}")
        assert (answer.status, "kronik groups --store salinan.kronik" in answer.text) == (status, True), target
    for target in ("/stories/abcdef", "/events/abcdef"):
        answer = asking(application, f"{target}?lang={language}")
        assert (answer.status, "kronik groups --store salinan.kronik" in answer.text) == (503, True), target


@pytest.mark.usefixtures("few")
def test_groups_that_are_kept_are_found_and_used(copy, tmp_path, asking, monkeypatch, whole):
    monkeypatch.setattr(keeping, "REST_SECONDS", 0.0)
    monkeypatch.setattr(keeping, "REST_SHARE", 0.0)
    keeper, application = opened(copy, tmp_path / "side")
    keeper.read()
    until(keeper, lambda state: state.too_many and not state.partial)
    with Chronicle.open(copy) as chronicle:
        store_groups(chronicle)
    state = until(keeper, lambda state: state.stories is not None and state.stories.events is not None)
    assert not state.stories.earlier
    assert asking(application, "/overview.json").data["totals"]["events"] == len(whole)


@pytest.mark.usefixtures("few")
def test_groups_of_an_earlier_state_are_shown_as_such(copy, tmp_path, asking):
    with Chronicle.open(copy) as chronicle:
        store_groups(chronicle)
    with closing(sqlite3.connect(side_file(copy))) as shelf, shelf:
        shelf.execute("UPDATE meta SET value = 'ein anderer' WHERE name = 'digest'")
        (gone,) = shelf.execute("SELECT min(id) FROM entries WHERE story = id").fetchone()
        shelf.execute("DELETE FROM entries WHERE id = ?", (gone,))
    keeper, application = opened(copy, tmp_path / "side")
    keeper.read()
    state = until(keeper, lambda state: state.stories is not None and state.stories.events is not None)
    assert state.stories.earlier
    assert state.stories.grouped < state.whole
    assert "kronik groups --store salinan.kronik" in asking(application, "/stories").text


@pytest.mark.parametrize(
    ("most", "kept", "told"),
    [
        (100_000, False, [TABLES, STORIES, EVENTS, ACTORS]),
        (0, True, [TABLES, STORIES, EVENTS, ACTORS]),
        (0, False, [TABLES, NO_STORIES]),
    ],
)
def test_what_is_made_is_told(copy, tmp_path, monkeypatch, most, kept, told):
    monkeypatch.setattr(preparing, "MOST_GROUPED", most)
    if kept:
        with Chronicle.open(copy) as chronicle:
            store_groups(chronicle)
    assert list(prepare(job_of(copy, tmp_path))) == told
    assert EARLIER_STORIES not in told


def test_a_process_beside_does_the_same(copy, tmp_path):
    assert list(in_a_process(job_of(copy, tmp_path))) == [TABLES, STORIES, EVENTS, ACTORS]


def test_a_process_beside_ends_when_nobody_listens(copy, tmp_path):
    job = job_of(copy, tmp_path)
    told = in_a_process(job)
    assert next(told) == TABLES
    told.close()
    assert not job.same.exists()


def test_work_that_breaks_off_is_done_again(copy, tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "REST_SECONDS", 0.0)
    monkeypatch.setattr(keeping, "REST_SHARE", 0.0)
    times = []

    def breaking(job):
        times.append(job)
        return prepare(job) if len(times) > 1 else iter(())

    keeper, _ = opened(copy, tmp_path / "side", run=breaking)
    keeper.read()
    state = until(keeper, lambda state: state.stories is not None and state.stories.events is not None)
    assert len(times) == 2
    assert not state.older


def test_a_file_that_is_no_chronicle_tells_nothing(tmp_path):
    path = tmp_path / "bukan.kronik"
    path.write_text("bukan kronik")
    assert list(in_a_process(job_of(path, tmp_path))) == []


def test_actors_under_several_names_are_taken_for_one(room):
    state = until(room.keeper, lambda state: state.same is not None)
    with closing(sqlite3.connect(state.same)) as store:
        keys = [
            key for (key,) in store.execute("SELECT key FROM same WHERE identity IN (SELECT min(identity) FROM same)")
        ]
    assert len(keys) >= 2
    same = room.get(f"/actors/{keys[0]}.json").data["same"]
    assert {one[0] for one in same} == set(keys[1:])
    assert all(f"/actors/{key}" in room.get(f"/actors/{keys[0]}").text for key in keys[1:])
