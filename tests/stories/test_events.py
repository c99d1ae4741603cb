"""Events: which reports are merged, what the record keeps, and that order does not matter."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.records.actors import ActorKind
from kronik.records.places import Where
from kronik.records.reports import Figure, FigureKind, Report, Status
from kronik.records.spans import evidence
from kronik.reports.ontology import load_ontology
from kronik.stories.events import event_of, events_of
from kronik.stories.relation_chart import relation_svg
from kronik.stories.rules import Rule
from kronik.stories.sameness import NEVER, compared
from kronik.stories.tellings import Party, Telling
from kronik.stories.timeline import Wanted, relation_of, timeline_of

RULE = Rule()
DARTO = Party(
    name="Darto Wibowo",
    kind=ActorKind.PERSON,
    country="IDN",
    identity="person:IDN:darto wibowo",
    words=("darto", "wibowo"),
)
RINA = Party(
    name="Rina Palupi",
    kind=ActorKind.PERSON,
    country="IDN",
    identity="person:IDN:rina palupi",
    words=("rina", "palupi"),
)
CROWD = Party(name="warga", kind=ActorKind.GROUP, country=None, identity=None, words=("warga",))
SHORT = Party(name="Wibowo", kind=ActorKind.PERSON, country="IDN", identity="person:IDN:wibowo", words=("wibowo",))
COURT = Party(
    name="Pengadilan Rangkas",
    kind=ActorKind.ORGANISATION,
    country="IDN",
    identity="organisation:IDN:rangkas",
    sector="JUD",
    words=("pengadilan", "rangkas"),
)
STATE = Party(name="Norwegia", kind=ActorKind.STATE, country="NOR", identity="known:NOR", words=("norwegia",))
ARMY = Party(
    name="Garda Laut",
    kind=ActorKind.ORGANISATION,
    country="NOR",
    identity="organisation:NOR:garda laut",
    sector="MIL",
    words=("garda", "laut"),
)
SHIPPER = Party(
    name="Kapal Jaya",
    kind=ActorKind.ORGANISATION,
    country="NOR",
    identity="organisation:NOR:kapal jaya",
    sector="BUS",
    words=("kapal", "jaya"),
)
WORDS = (frozenset({"bupati", "banjir", "sungai", "mengkritik"}),)
OTHERS = (frozenset({"lain", "sekali"}),)
BLAME = frozenset({"mengkritik"})
SUKAMAJU = Where(country="IDN", province="Banten", regency="Kabupaten Rangkas")
HILIR = Where(country="IDN", province="Banten", regency="Kabupaten Hilir")


def report(name="r1", **more) -> Report:
    fields = {
        "id": name,
        "type": "ACCUSE",
        "mode": "disapprove",
        "actors": (),
        "recipients": (),
        "triggers": (evidence(0, 3),),
        "date": "2031-03-04",
        "earliest": "2031-03-04",
        "latest": "2031-03-04",
        "rule": "test",
    }
    if "day" in more:
        day = more.pop("day")
        more |= {"date": day, "earliest": day, "latest": day}
    return Report(**{**fields, **more})


def telling(name="r1", *, actors=(DARTO,), recipients=(), **more) -> Telling:
    of_telling = {"page", "outlet", "published", "story", "source", "claimed_by", "denied_by", "words", "triggers"}
    of_telling |= {"clearest", "steps", "once", "often"}
    fields = {
        "report": report(name, **{key: value for key, value in more.items() if key not in of_telling}),
        "page": f"page-{name}",
        "outlet": f"outlet-{name}",
        "published": "2031-03-05",
        "story": "s1",
        "source": f"page-{name}",
        "actors": actors,
        "recipients": recipients,
        "claimed_by": (),
        "denied_by": (),
        "clearest": more.get("triggers", frozenset()),
    }
    return Telling(**{**fields, **{key: value for key, value in more.items() if key in of_telling}})


@pytest.mark.parametrize(
    ("more", "merged"),
    [
        ({}, True),
        ({"words": OTHERS}, True),
        ({"words": OTHERS, "triggers": frozenset({"menuding"})}, False),
        ({"triggers": frozenset({"kritikan"}), "words": OTHERS}, True),
        ({"mode": None}, True),
        ({"day": None}, True),
        ({"day": None, "words": OTHERS}, False),
        ({"day": None, "recipients": (RINA,), "words": OTHERS}, False),
        ({"day": None, "recipients": (RINA,)}, True),
        ({"day": None, "recipients": (RINA,), "words": OTHERS, "triggers": frozenset()}, False),
        ({"status": Status.NEGATED}, True),
        ({"status": Status.HYPOTHETICAL}, True),
        ({"status": Status.HYPOTHETICAL, "words": OTHERS}, False),
        ({"status": Status.ONGOING, "words": OTHERS}, False),
        ({"mode": "allege"}, False),
        ({"type": "REJECT", "mode": None}, False),
        ({"day": "2031-03-09"}, False),
        ({"day": None, "published": "2031-03-20"}, True),
        ({"day": None, "published": "2031-03-20", "words": OTHERS}, False),
        ({"day": "2031-03-05"}, False),
        ({"status": Status.FUTURE}, True),
        ({"status": Status.FUTURE, "words": OTHERS}, False),
        ({"status": Status.FUTURE, "day": None}, False),
        ({"actors": (RINA,), "words": OTHERS}, False),
        ({"actors": (RINA,)}, True),
        ({"actors": (COURT,), "words": OTHERS}, False),
        ({"actors": (SHORT,)}, True),
        ({"story": "s2"}, False),
        ({"page": "page-r1", "words": OTHERS}, False),
        ({"page": "page-r1"}, True),
    ],
    ids=[
        "the same", "other words", "other words and trigger", "a form of the trigger", "mode untold",
        "day untold", "day untold, other words", "day untold, same victim in other words", "day untold, same victim",
        "same victim, nothing else",
        "one denies it", "perhaps", "perhaps, in other words", "still, in other words", "another mode",
        "another type", "another day", "untold and later", "untold and later, in other words", "the next day",
        "planned for the day", "planned for the day, in other words", "planned for no day", "another actor",
        "another actor, same words", "a court, in other words", "a shorter name", "another story",
        "the same article", "the same article, the same words",
    ],
)  # fmt: skip
def test_what_is_merged(more, merged) -> None:
    first = telling("r1", recipients=more.get("recipients", ()), words=WORDS, triggers=BLAME)
    other = telling("r2", **{"words": WORDS, "triggers": BLAME, **more})
    assert (compared(first, other, RULE) > 0) is merged
    assert compared(first, other, RULE) == compared(other, first, RULE)


@pytest.mark.parametrize(
    ("ours", "theirs", "one_party"),
    [
        (STATE, ARMY, True),
        (STATE, SHIPPER, False),
        (DARTO, SHORT, True),
        (DARTO, RINA, False),
        (COURT, STATE, False),
        (STATE, STATE, True),
    ],
    ids=["a body for its state", "a firm of its state", "part of a name", "two persons", "another's body", "one state"],
)
def test_recipients_of_a_story_are_one_by_parts_and_bodies(ours, theirs, one_party) -> None:
    """A recipient on both sides who cannot be one keeps reports apart whatever their words."""
    one = telling("r1", actors=(), recipients=(ours,), words=WORDS, triggers=BLAME)
    other = telling("r2", actors=(), recipients=(theirs,), words=WORDS, triggers=BLAME)
    score = compared(one, other, RULE)
    assert score == compared(other, one, RULE)
    assert score > 0 if one_party else score == NEVER


def test_an_article_tells_the_same_twice_where_it_is_done_to_the_same_by_nobody_else() -> None:
    done = {"type": "COERCE", "mode": "arrest", "recipients": (DARTO,), "triggers": BLAME, "page": "p"}
    one = telling("r1", actors=(COURT,), **done)
    assert compared(one, telling("r2", actors=(), **done, words=OTHERS), RULE) > 0
    assert compared(one, telling("r2", actors=(ARMY,), **done), RULE) == NEVER
    assert compared(one, telling("r2", actors=(), **done | {"triggers": frozenset()}), RULE) == NEVER
    assert compared(one, telling("r2", actors=(), **done, day=None, published="2031-03-20"), RULE) == NEVER
    assert compared(one, telling("r2", actors=(), **done | {"recipients": (RINA,)}), RULE) == NEVER


def test_the_same_done_on_one_day_joins_a_court_and_its_judge() -> None:
    done = {"type": "SANCTION", "mode": "convict", "recipients": (DARTO,)}
    one = telling("r1", actors=(RINA,), **done)
    judge = Party(name="Budi Surya", kind=ActorKind.PERSON, country="IDN", identity="x", words=("budi", "surya"))
    assert len(events_of([one, telling("r2", actors=(judge,), **done)], RULE)) == 1
    assert len(events_of([one, telling("r2", actors=(judge,), **done, day=None)], RULE)) == 2


def test_villages_are_told_in_many_ways() -> None:
    """Two villages of one regency ask for the same words; two regencies stay apart whatever the words."""
    told = {"words": WORDS, "triggers": BLAME}
    one = telling("r1", where=replace(SUKAMAJU, locality="Ciawi"), **told)
    other = {"where": replace(SUKAMAJU, locality="Ciater")}
    assert len(events_of([one, telling("r2", **other, **told)], RULE)) == 1
    assert len(events_of([one, telling("r2", **other, words=OTHERS, triggers=BLAME)], RULE)) == 2
    assert len(events_of([one, telling("r2", where=HILIR, **told)], RULE)) == 2


def test_a_war_that_goes_on_is_not_one_of_its_attacks() -> None:
    told = {"type": "ASSAULT", "mode": None, "words": WORDS, "triggers": BLAME}
    war = telling("r1", **told, status=Status.ONGOING)
    assert len(events_of([war, telling("r2", **told)], RULE)) == 2
    assert len(events_of([war, telling("r2", **told, status=Status.ONGOING)], RULE)) == 1


def test_unnamed_ones_called_alike_join_by_trigger_and_fewer_words() -> None:
    some = (frozenset({"bupati", "banjir", "jalan", "pagi", "rumah"}), frozenset({"lain"}))
    more = (*WORDS, frozenset({"bupati", "banjir", "kota", "siang", "hujan", "jalan"}))
    one = telling("r1", actors=(CROWD,), words=more, triggers=BLAME)
    assert compared(one, telling("r2", actors=(CROWD,), words=some, triggers=BLAME), RULE) > 0
    assert compared(one, telling("r2", actors=(CROWD,), words=some), RULE) == 0
    assert compared(one, telling("r2", actors=(CROWD,), words=OTHERS, triggers=BLAME), RULE) == 0
    assert compared(one, telling("r2", actors=(), words=WORDS, triggers=BLAME), RULE) > 0


def test_what_is_asked_of_the_same_without_a_trigger_in_common_is_one_by_a_fifth_of_the_words() -> None:
    asked = {"type": "REQUEST", "mode": "yield", "recipients": (RINA,)}
    for common, one in ((1, False), (2, True)):
        ours, theirs = sharing(common)
        assert (compared(telling("r1", **asked, words=ours), telling("r2", **asked, words=theirs), RULE) > 0) is one
    other = {"type": "ACCUSE", "mode": "disapprove", "recipients": (RINA,)}
    assert compared(telling("r1", **other, words=ours), telling("r2", **other, words=theirs), RULE) == 0


def test_a_promise_and_what_will_be_done_are_one() -> None:
    told = {"type": "AGREE", "mode": None, "words": WORDS, "triggers": BLAME}
    assert compared(telling("r1", **told), telling("r2", status=Status.FUTURE, **told), RULE) > 0
    other = told | {"type": "AID", "day": None}
    assert compared(telling("r1", **other), telling("r2", status=Status.FUTURE, **other), RULE) == NEVER


def test_roles_read_the_wrong_way_round_ask_for_the_same_words() -> None:
    done = {"type": "SANCTION", "mode": "convict", "triggers": BLAME}
    judged = telling("r1", actors=(COURT,), recipients=(DARTO,), words=WORDS, **done)
    assert compared(judged, telling("r2", actors=(DARTO,), words=WORDS, **done), RULE) > 0
    assert compared(judged, telling("r2", actors=(DARTO,), words=OTHERS, **done), RULE) == 0


def test_recipients_of_other_kinds_ask_for_the_doer_and_the_same_words() -> None:
    told = {"words": WORDS, "triggers": BLAME}
    one = telling("r1", recipients=(RINA,), **told)
    assert compared(one, telling("r2", recipients=(COURT,), **told), RULE) > 0
    assert compared(one, telling("r2", recipients=(COURT,), words=OTHERS, triggers=BLAME), RULE) == NEVER
    assert compared(one, telling("r2", actors=(), recipients=(COURT,), **told), RULE) == NEVER


def test_much_is_done_to_a_state() -> None:
    """A state in common and the day are not enough, nor words without a trigger in common."""
    done = {"type": "ASSAULT", "mode": None, "actors": (), "recipients": (STATE,)}
    one = telling("r1", **done, words=WORDS, triggers=BLAME)
    assert compared(one, telling("r2", **done, words=WORDS), RULE) == 0
    assert compared(one, telling("r2", **done, words=OTHERS, triggers=BLAME), RULE) > 0
    assert compared(one, telling("r2", **done, words=OTHERS, triggers=BLAME, day=None), RULE) == 0
    assert compared(one, telling("r2", **done, words=WORDS, triggers=BLAME, day=None), RULE) > 0


def sharing(count: int) -> tuple[tuple[frozenset[str], ...], tuple[frozenset[str], ...]]:
    """Return the words around two triggers, ten each, of which so many are common."""
    ours, theirs = [f"sini{at}" for at in range(10)], [f"sana{at}" for at in range(10)]
    return (frozenset(ours),), (frozenset(ours[:count] + theirs[count:]),)


@pytest.mark.parametrize(
    ("kind", "common", "merged"),
    [
        ({"type": "COERCE", "mode": "arrest"}, 2, True),
        ({"type": "COERCE", "mode": "arrest"}, 1, False),
        ({"type": "COERCE", "mode": "arrest", "triggers": frozenset()}, 9, False),
        ({"type": "AID", "mode": None}, 3, True),
        ({"type": "AID", "mode": None}, 2, False),
        ({"type": "SUPPORT", "mode": None}, 3, False),
        ({"type": "SUPPORT", "mode": None}, 4, True),
        ({"type": "SUPPORT", "mode": None, "actors": ()}, 3, True),
        ({"type": "AID", "mode": None, "story": "s2"}, 9, False),
    ],
    ids=[
        "one deed of one mode", "too few of the words", "no trigger in common", "a deed without a mode",
        "too few without a mode", "a word of thanks", "much of its words", "thanks of nobody", "another story",
    ],
)  # fmt: skip
def test_one_act_is_told_by_its_trigger_and_words_whoever_did_it(kind, common, merged) -> None:
    ours, theirs = sharing(common)
    told = {"actors": (CROWD,), "triggers": BLAME, "day": None} | kind
    one = telling("r1", **told | {"story": "s1"}, words=ours)
    nobody = told | {"actors": () if told["actors"] == () else (DARTO,)}
    assert len(events_of([one, telling("r2", **nobody, words=theirs)], RULE)) == (1 if merged else 2)


def test_who_did_it_may_be_told_otherwise_with_some_of_the_words() -> None:
    """A third of the words for two of one kind, a quarter for a person and a body."""
    for party, least in ((RINA, 4), (COURT, 3)):
        for common in (least - 1, least):
            ours, theirs = sharing(common)
            told = {"type": "AID", "mode": None, "triggers": BLAME}
            found = events_of(
                [telling("r1", **told, words=ours), telling("r2", actors=(party,), **told, words=theirs)], RULE
            )
            assert len(found) == (1 if common == least else 2)


def test_days_side_by_side_may_be_one_where_the_same_is_done_to_the_same() -> None:
    done = {"type": "SANCTION", "mode": "convict", "recipients": (DARTO,), "words": WORDS, "triggers": BLAME}
    one = telling("r1", actors=(COURT,), **done)
    assert compared(one, telling("r2", actors=(COURT,), **done, day="2031-03-05"), RULE) > 0
    assert compared(one, telling("r2", actors=(COURT,), **done | {"words": OTHERS}, day="2031-03-05"), RULE) == 0
    assert compared(one, telling("r2", actors=(COURT,), **done, day="2031-03-06"), RULE) == NEVER
    assert compared(one, telling("r2", actors=(COURT,), **done | {"recipients": ()}, day="2031-03-05"), RULE) == NEVER
    assert compared(one, telling("r2", actors=(COURT,), **done, day="2031-03-05", page="page-r1"), RULE) == NEVER


def test_an_inquiry_that_goes_on_is_not_one_of_its_hearings() -> None:
    told = {"mode": "investigate", "recipients": (RINA,), "words": WORDS, "triggers": BLAME}
    inquiry = telling("r1", **told, status=Status.ONGOING)
    assert compared(inquiry, telling("r2", **told), RULE) == NEVER
    talks = told | {"type": "CONSULT", "mode": None}
    assert compared(telling("r1", **talks, status=Status.ONGOING), telling("r2", **talks), RULE) > 0


def test_what_is_told_without_a_day_is_of_these_days() -> None:
    """A report of a day long before the other's publication tells something else than one without a day."""
    old = telling("r1", recipients=(RINA,), day="2031-02-10")
    assert len(events_of([old, telling("r2", recipients=(RINA,), day=None)], RULE)) == 2


@pytest.mark.parametrize(
    "party", [CROWD, Party(name="seorang pria", kind=ActorKind.PERSON, country=None, identity=None)]
)
def test_type_actors_and_day_alone_never_join_unnamed_ones(party) -> None:
    one, other = telling("r1", actors=(party,)), telling("r2", actors=(party,))
    assert len(events_of([one, other], RULE)) == 2


def test_unnamed_ones_join_by_story_day_and_regency() -> None:
    protest = {"type": "PROTEST", "mode": "demo", "actors": (CROWD,)}
    one = telling("r1", **protest, where=SUKAMAJU)
    assert len(events_of([one, telling("r2", **protest, where=SUKAMAJU)], RULE)) == 1
    assert len(events_of([one, telling("r2", **protest, where=HILIR)], RULE)) == 2
    assert len(events_of([one, telling("r2", **protest, where=SUKAMAJU, story="s2")], RULE)) == 2


def killed(count: int) -> tuple[Figure, ...]:
    return (Figure(evidence=evidence(0, 2), kind=FigureKind.KILLED, value=count, unit="person"),)


def test_the_record_keeps_both_sides() -> None:
    one = telling("r1", figures=killed(27), triggers=BLAME)
    other = telling("r2", figures=killed(30), published="2031-03-06", triggers=BLAME)
    (event,) = events_of([other, one], RULE)
    assert [(field.name, [(value.value, value.reports) for value in field.values]) for field in event.differing] == [
        ("figure:killed", [("27", ("r1",)), ("30", ("r2",))])
    ]
    assert {field.name: field.values[0].value for field in event.agreed} == {
        "actors": "Darto Wibowo", "date": "2031-03-04", "mode": "disapprove", "status": "occurred",
    }  # fmt: skip
    assert (event.first, event.last, event.rule) == ("2031-03-05", "2031-03-06", "same-event/5")
    assert [one.report.id for one in event.tellings] == ["r1", "r2"]


@pytest.mark.parametrize(
    ("tellings", "sources"),
    [
        ([telling("r1"), telling("r2")], 2),
        ([telling("r1"), telling("r2", source="page-r1")], 1),
        ([telling("r1"), telling("r2", outlet="outlet-r1")], 1),
        ([telling("r1", claimed_by=(RINA,)), telling("r2", claimed_by=(RINA,))], 1),
        ([telling("r1", claimed_by=(RINA,)), telling("r2")], 2),
    ],
    ids=["two outlets", "a copy", "one outlet", "one speaker", "one of them quotes"],
)
def test_sources_that_lean_on_each_other_count_once(tellings, sources) -> None:
    assert event_of(tellings, RULE).independent == sources


def test_what_contradicts_is_not_brought_together_by_what_fits_both() -> None:
    """A report without a day fits two days; the two days stay apart."""
    told = {"words": WORDS, "triggers": BLAME}
    found = events_of(
        [telling("r1", **told), telling("r2", day=None, **told), telling("r3", day="2031-03-06", **told)], RULE
    )
    assert sorted(len(event.tellings) for event in found) == [1, 2]
    assert not any({"r1", "r3"} <= {one.report.id for one in event.tellings} for event in found)


def test_reports_of_one_article_are_not_brought_together_by_another() -> None:
    """What it tells in two sentences stays apart; what it tells in one breath may be told by one report elsewhere."""
    talks = {"type": "CONSULT", "mode": None, "actors": (CROWD,), "triggers": BLAME, "page": "p"}
    elsewhere = telling("r3", **talks | {"page": "q"}, words=WORDS)
    beside = frozenset({"bupati", "banjir", "sungai", "mengkritik", "kota"})
    for words, size in ((frozenset({"bupati", "banjir", "jalan", "siang"}), 2), (beside, 3)):
        one, other = telling("r1", **talks, words=WORDS), telling("r2", **talks, words=(words,), status=Status.ALLEGED)
        found = events_of([one, other, elsewhere], RULE)
        assert max(len(event.tellings) for event in found) == size
        assert {"r1", "r3"} in [{each.report.id for each in event.tellings} - {"r2"} for event in found]


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        ({"suspect"}, {"suspect"}, True),
        ({"suspect"}, {"suit"}, False),
        ({"demand"}, {"verdict"}, False),
        ({"suspect", "detention"}, {"detention"}, True),
        ({"suspect"}, set(), True),
    ],
    ids=["one step", "another step", "what is asked and what is given", "a step in common", "no step told"],
)
def test_steps_of_a_case_are_acts_of_their_own(ours, theirs, merged) -> None:
    told = {"mode": "allege", "recipients": (RINA,), "words": WORDS, "triggers": BLAME}
    one = telling("r1", **told, steps=frozenset(ours))
    score = compared(one, telling("r2", **told, steps=frozenset(theirs)), RULE)
    assert score > 0 if merged else score == NEVER


def test_a_step_in_common_does_for_a_trigger() -> None:
    """Two words of one step: "menangkap" and "meringkus"."""
    told = {"type": "COERCE", "mode": "arrest", "recipients": (RINA,), "words": OTHERS}
    one = telling("r1", **told, triggers=frozenset({"menangkap"}), steps=frozenset({"arrest"}))
    assert compared(one, telling("r2", **told, triggers=frozenset({"meringkus"})), RULE) > 0
    undated = told | {"day": None}
    one = telling("r1", **undated, triggers=frozenset({"menangkap"}), steps=frozenset({"arrest"}))
    other = {**undated, "triggers": frozenset({"meringkus"})}
    assert compared(one, telling("r2", **other, steps=frozenset({"arrest"})), RULE) > 0
    assert compared(one, telling("r2", **other | {"words": WORDS}), RULE) == 0


def test_a_step_taken_once_needs_no_day() -> None:
    """A demand is told with its day of last month, and without a day; of questionings there are many."""
    told = {"mode": "allege", "recipients": (RINA,), "words": OTHERS, "triggers": frozenset({"dituntut"})}
    step = {"steps": frozenset({"demand"}), "once": True}
    one = telling("r1", **told | {"words": WORDS}, **step, day="2031-02-10")
    assert compared(one, telling("r2", **told, **step, day=None), RULE) > 0
    assert compared(one, telling("r2", **told, **step | {"once": False}, day=None), RULE) == 0


def test_one_of_the_times_is_not_all_of_them() -> None:
    told = {"recipients": (RINA,), "words": WORDS, "triggers": BLAME}
    often = telling("r1", **told, often=True)
    assert compared(often, telling("r2", **told), RULE) == NEVER
    assert compared(often, telling("r2", **told, often=True), RULE) > 0


def test_all_the_time_since_a_day_is_not_a_day() -> None:
    """Aid since last year and aid of these days ask for half of the words; a war that goes on for none."""
    since = {"date": "2030/..", "earliest": "2030-01-01", "latest": None}
    ours, theirs = sharing(4)
    aid = {"type": "AID", "mode": None, "triggers": BLAME}
    one = telling("r1", **aid, **since, words=ours)
    assert len(events_of([one, telling("r2", **aid, day=None, words=theirs)], RULE)) == 2
    assert len(events_of([one, telling("r2", **aid, day=None, words=ours)], RULE)) == 1
    war = {"type": "ASSAULT", "mode": None, "triggers": BLAME, "status": Status.ONGOING}
    one = telling("r1", **war, **since, words=ours)
    assert len(events_of([one, telling("r2", **war, day=None, words=theirs)], RULE)) == 1


def test_whom_one_does_it_with_must_be_told_alike() -> None:
    """Talks of one with another are not its talks with a third, whichever role the coder gave them."""
    talks = {"type": "CONSULT", "mode": None, "words": WORDS, "triggers": BLAME}
    one = telling("r1", actors=(ARMY, DARTO), **talks)
    assert compared(one, telling("r2", actors=(ARMY, COURT), **talks), RULE) == NEVER
    assert compared(one, telling("r2", actors=(ARMY,), recipients=(COURT,), **talks), RULE) == NEVER
    assert compared(one, telling("r2", actors=(ARMY,), recipients=(DARTO,), **talks), RULE) > 0
    assert compared(one, telling("r2", actors=(ARMY,), **talks), RULE) > 0


def test_unnamed_ones_called_otherwise_ask_for_words() -> None:
    tourists = replace(CROWD, name="turis", words=("turis",))
    guards = replace(CROWD, name="penjaga", words=("penjaga",))
    arrest = {"type": "COERCE", "mode": "arrest", "actors": (guards,), "triggers": BLAME, "day": None}
    ours, theirs = sharing(1)
    wide = (*theirs, frozenset({"sini0", "sini1", "sini2", "sini3"}))
    one = telling("r1", **arrest, recipients=(CROWD,), words=ours)
    assert compared(one, telling("r2", **arrest, recipients=(tourists,), words=theirs), RULE) == 0
    assert compared(one, telling("r2", **arrest, recipients=(CROWD,), words=wide), RULE) > 0


def test_of_two_links_the_firmer_one_joins_first() -> None:
    """Two reports of one article fit a third; it goes with the one that has its words."""
    talks = {"type": "AID", "mode": None, "triggers": BLAME, "day": None}
    ours, theirs = sharing(5)
    third = telling("r3", **talks, words=ours, page="q")
    near, far = telling("r2", **talks, words=ours, page="p"), telling("r1", **talks, words=theirs, page="p")
    assert compared(near, third, RULE) > compared(far, third, RULE) > 0
    found = events_of([far, near, third], RULE)
    assert {"r2", "r3"} in [{one.report.id for one in event.tellings} for event in found]


MANY = [
    telling("r1", words=WORDS), telling("r2", day=None, words=WORDS), telling("r3", day="2031-03-06", words=WORDS),
    telling("r4", actors=(RINA,), triggers=BLAME), telling("r5", actors=(CROWD,), recipients=(RINA,), triggers=BLAME),
    telling("r6", source="page-r1", triggers=BLAME), telling("r7", story="s2"), telling("r8", page="page-r1"),
    telling("r9", actors=(SHORT,), words=WORDS, triggers=BLAME),
]  # fmt: skip


@given(st.permutations(MANY))
def test_order_does_not_matter(order) -> None:
    assert events_of(order, RULE) == events_of(MANY, RULE)


def test_timeline_is_in_order_of_the_events_own_time() -> None:
    events = events_of([telling("r1", day="2031-03-04"), telling("r2", day=None, story="s2"),
                        telling("r3", day="2031-01-01", story="s3", actors=(RINA,))], RULE)  # fmt: skip
    ids = lambda wanted: [event.tellings[0].report.id for event in timeline_of(events, wanted)]  # noqa: E731
    assert ids(Wanted()) == ["r3", "r1", "r2"]
    assert ids(Wanted(since="2031-03-01")) == ["r1"]
    assert ids(Wanted(until="2031-03-01")) == ["r3"]
    assert ids(Wanted(story="s2")) == ["r2"]
    assert ids(Wanted(actor=lambda party: party == RINA)) == ["r3"]
    assert ids(Wanted(actor=lambda party: party == RINA, other=lambda party: party == DARTO)) == []


def test_relations_have_a_direction_and_a_score() -> None:
    events = events_of(
        [
            telling("r1", recipients=(RINA,)),
            telling("r2", actors=(RINA, DARTO), type="CONSULT", mode="phone", day="2031-03-01"),
            telling("r3", actors=(RINA,), recipients=(DARTO,), type="THREATEN", mode=None, status=Status.FUTURE),
        ],
        RULE,
    )
    steps = relation_of(events, lambda party: party == DARTO, lambda party: party == RINA, load_ontology())
    assert [(step.event.tellings[0].report.id, step.direction) for step in steps] == [("r2", 0), ("r1", 1)]
    assert steps[0].score > 0 > steps[1].score
    drawing = relation_svg(steps, "Darto & Rina")
    assert drawing.count("<circle") == 2
    assert "Darto &amp; Rina" in drawing
