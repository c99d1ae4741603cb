"""Strategies of findings for the store's tests."""

from hypothesis import strategies as st

from kronik.records.actors import Actor, ActorKind, Mention, MentionForm, Protection
from kronik.records.findings import Findings
from kronik.records.places import Place, Precision, Where
from kronik.records.reports import Dropped, Figure, FigureKind, Limit, Part, Passage, Report, Status
from kronik.records.spans import Evidence, Slice
from kronik.records.statements import Speech, Statement

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
rules = st.text("abcdefgh:_", min_size=1, max_size=8)
maybe = st.none() | texts
scores = st.floats(0, 1).map(lambda value: round(value, 4))
slices = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda pair: Slice(pair[0], sum(pair)))
stretches = st.builds(Evidence, slices=st.lists(slices, min_size=1, max_size=2).map(tuple))
several = st.lists(stretches, min_size=1, max_size=2).map(tuple)
degrees = st.none() | st.floats(-90, 90).map(lambda value: round(value, 4))
units = st.none() | st.builds(
    Where,
    country=maybe,
    province=maybe,
    regency=maybe,
    locality=maybe,
    code=maybe,
    latitude=degrees,
    longitude=degrees,
    precision=st.none() | st.sampled_from(Precision),
)
spoken_forms = st.sampled_from([form for form in MentionForm if form is not MentionForm.PRONOUN])


def mentions(forms: st.SearchStrategy[MentionForm]) -> st.SearchStrategy[Mention]:
    return st.builds(Mention, evidence=stretches, form=forms, rule=rules)


def actors(actor_id: str) -> st.SearchStrategy[Actor]:
    return st.builds(
        Actor,
        id=st.just(actor_id),
        name=texts,
        kind=st.sampled_from(ActorKind),
        country=maybe,
        sector=maybe,
        titles=st.just(()) | several,
        mentions=st.lists(mentions(spoken_forms), min_size=1, max_size=2).map(tuple),
        pronouns=st.lists(mentions(st.just(MentionForm.PRONOUN)), max_size=1).map(tuple),
        country_rule=maybe,
        sector_rule=maybe,
        known=maybe,
        protection=st.none() | st.sampled_from(Protection),
    )


@st.composite
def findings(draw: st.DrawFn) -> Findings:
    names = [f"a{number}" for number in range(draw(st.integers(0, 3)))]
    chosen = st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple) if names else st.just(())
    someone = st.none() | st.sampled_from(names) if names else st.none()
    figures = st.builds(
        Figure,
        evidence=stretches,
        kind=st.sampled_from(FigureKind),
        value=st.integers(0, 9999).map(float) | st.floats(0, 99).map(lambda value: round(value, 2)),
        unit=rules,
        limit=st.none() | st.sampled_from(Limit),
        by=someone,
        as_of=maybe,
        cumulative=st.booleans(),
        victims=maybe,
    )

    def report(number: int) -> Report:
        agents, recipients = draw(chosen), draw(chosen)
        ruled = [*(("actor", one) for one in agents), *(("recipient", one) for one in recipients)]
        return draw(
            st.builds(
                Report,
                id=st.just(f"r{number}"),
                type=rules,
                mode=maybe,
                actors=st.just(agents),
                recipients=st.just(recipients),
                triggers=several,
                date=maybe,
                earliest=maybe,
                latest=maybe,
                date_evidence=st.none() | stretches,
                date_rule=maybe,
                place=st.none() | stretches,
                where=units,
                place_rule=maybe,
                status=st.sampled_from(Status),
                claimed_by=chosen,
                denied_by=chosen,
                figures=st.lists(figures, max_size=2).map(tuple),
                passage=st.sampled_from(Passage),
                rule=rules,
                score=scores,
                parts=st.lists(st.builds(Part, name=rules, value=scores), max_size=2).map(tuple),
                role_rules=st.just(tuple((role, actor, "rule") for role, actor in ruled)),
            )
        )

    def statement(number: int) -> Statement:
        return draw(
            st.builds(
                Statement,
                id=st.just(f"s{number}"),
                speakers=chosen,
                speaker=st.none() | stretches,
                cue=st.none() | stretches,
                content=several,
                kind=st.sampled_from(Speech),
                via=st.none() | stretches,
                denies=st.booleans(),
                rule=rules,
                score=scores,
            )
        )

    places = st.builds(Place, id=rules, evidence=stretches, where=units, rule=rules)
    dropped = st.builds(Dropped, evidence=stretches, type=rules, reason=rules, score=scores)
    return Findings(
        places=draw(st.lists(places, max_size=2).map(tuple)),
        actors=tuple(draw(actors(name)) for name in names),
        statements=tuple(statement(number) for number in range(draw(st.integers(0, 2)))),
        reports=tuple(report(number) for number in range(draw(st.integers(0, 2)))),
        dropped=draw(st.lists(dropped, max_size=2).map(tuple)),
    )


MEETING = "Bupati Rini Astuti menemui 12 warga di Desa Sukamaju. Rini berkata panen akan dibantu."


def told(page_id: str, protected: Protection | None = None) -> Findings:
    """Return what a reader would find in `MEETING`, the whole prose of a page."""

    def at(words: str, nth: int = 0) -> Evidence:
        start = -1
        for _ in range(nth + 1):
            start = MEETING.index(words, start + 1)
        return Evidence(slices=(Slice(start, start + len(words)),))

    mayor = Actor(
        id="rini",
        name="Rini Astuti",
        kind=ActorKind.PERSON,
        country="IDN",
        sector="GOV",
        titles=(at("Bupati"),),
        mentions=(
            Mention(evidence=at("Rini Astuti"), form=MentionForm.NAME, rule="name"),
            Mention(evidence=at("Rini", 1), form=MentionForm.NAME, rule="short"),
        ),
        protection=protected,
    )
    people = Actor(
        id="warga",
        name="warga",
        kind=ActorKind.GROUP,
        country="IDN",
        sector="CVL",
        mentions=(Mention(evidence=at("warga"), form=MentionForm.GROUP, rule="group"),),
    )
    village = Where(country="IDN", locality="Sukamaju", latitude=-6.9, longitude=107.6, precision=Precision.VILLAGE)
    figure = Figure(evidence=at("12 warga"), kind=FigureKind.PARTICIPANTS, value=12.0, unit="person")
    return Findings(
        places=(Place(id="sukamaju", evidence=at("Desa Sukamaju"), where=village, rule="village"),),
        actors=(mayor, people),
        statements=(
            Statement(
                id="janji",
                speakers=("rini",),
                speaker=at("Rini", 1),
                cue=at("berkata"),
                content=(at("panen akan dibantu"),),
                kind=Speech.INDIRECT,
                rule="verb",
            ),
        ),
        reports=(
            Report(
                id=f"temu-{page_id[:6]}",
                type="CONSULT",
                mode="visit",
                actors=("rini",),
                recipients=("warga",),
                triggers=(at("menemui"),),
                place=at("Desa Sukamaju"),
                where=village,
                figures=(figure,),
                rule="meet",
            ),
        ),
        dropped=(Dropped(evidence=at("dibantu"), type="AID", reason="future"),),
    )
