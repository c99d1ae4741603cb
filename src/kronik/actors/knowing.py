"""Names in a row that the knowledge files hold: states, their capitals and seats, bodies."""

from kronik.actors.found import Known
from kronik.actors.words import Row
from kronik.knowledge.facts import Naming, Organisation, StateName
from kronik.knowledge.knowledge import Knowledge, chosen
from kronik.knowledge.naming import asked_keys, folded
from kronik.knowledge.periods import Standing
from kronik.records.actors import ActorKind

LONGEST = 7
"""Words of the longest name looked up."""
SHORTEST = 4
"""Letters of a name by which a person is known."""
STATE_SECTOR = "GOV"
PUBLIC = frozenset({"GOV", "LEG", "JUD", "COP", "MIL", "SPY"})
"""Sectors of public offices."""
METONYMS = frozenset({Naming.CAPITAL, Naming.SEAT})
OTHER_READINGS = frozenset({"person", "word", "body", "place"})


def known_in(row: Row, knowledge: Knowledge) -> dict[tuple[int, int], Known]:
    """Return the longest known names of a row: half-open words -> what they name.

    Persons are known by whole names only; a small word names a state whose people or things it says ("rezim ...").
    """
    found: dict[tuple[int, int], Known] = {}
    done = 0
    lower, capitals, all_lengths = row.lower, row.capitals, knowledge.lengths
    small = not knowledge.demonyms.isdisjoint(lower)
    for at in range(len(lower)) if small else row.raised:
        if at < done:
            continue
        if small and not capitals[at]:
            if at and row.texts[at] in knowledge.demonyms:
                found[at, at + 1] = _state(knowledge.by_state_name[row.texts[at]][0])
            continue
        word = lower[at]
        lengths = all_lengths.get(word if word.isascii() else folded(word))
        if lengths is None:
            continue
        run = _run_end(row, at, at + min(lengths[0], LONGEST)) if lengths[0] > 1 else at + 1
        for end in [at + length for length in lengths if at + length <= run]:
            if not capitals[end - 1] and not row.texts[end - 1][0].isdigit():
                continue
            fact = _known(row, at, end, knowledge)
            if fact is not None:
                found[at, end] = fact
                done = end
                break
    return found


def _run_end(row: Row, at: int, furthest: int) -> int:
    """Return the end of the run of capitalised words at a word, a small word within it included."""
    end, furthest = at + 1, min(len(row.texts), furthest)
    before = row.capitals[at]
    while end < furthest:
        capital = row.capitals[end]
        if not (capital or before) or not row.texts[end][0].isalnum():
            break
        before = capital
        end += 1
    return end


def _known(row: Row, at: int, end: int, knowledge: Knowledge) -> Known | None:
    text = " ".join(row.texts[at:end])
    keys = asked_keys(text)
    if end - at > 1 and (person := _whole(text, keys[-1], knowledge)) is not None:
        return person
    for key in keys:
        if states := knowledge.by_state_name.get(key):
            if states[0].doubt not in OTHER_READINGS:
                return _state(states[0])
            break
    for key in keys:
        if bodies := knowledge.by_body_name.get(key):
            plain = len(bodies) == 1 and not bodies[0].context
            body = bodies[0] if plain else chosen(bodies, " ".join(row.texts))
            if body is not None:
                return known_body(body)
    return None


def whole_person(text: str, knowledge: Knowledge) -> Known | None:
    """Return who has this whole name, or whole variant of it, in whatever office and time; None for two persons."""
    return _whole(text, folded(text), knowledge)


def _whole(text: str, key: str, knowledge: Knowledge) -> Known | None:
    holding = knowledge.by_whole_name.get(key) if len(text) >= SHORTEST else None
    if holding is None:
        return None
    return Known(
        id=f"person:{holding.person}", kind=ActorKind.PERSON, country=holding.country, sector=None, name=holding.person
    )


def former_official(text: str, knowledge: Knowledge, day: str | None) -> bool:
    """Tell whether who has this whole name held public offices, all of which ended before a day (ISO)."""
    held = [one.holding for one in knowledge.holders(text) if one.whole]
    return (
        day is not None
        and bool(held)
        and all(one.period.last < day for one in held)
        and any(one.sector in PUBLIC for one in held)
    )


def _state(name: StateName) -> Known:
    return Known(
        id=f"state:{name.state.alpha3}",
        kind=ActorKind.STATE,
        country=name.state.alpha3,
        sector=STATE_SECTOR,
        metonym=name.way in METONYMS,
        demonym=name.way is Naming.DEMONYM,
        name=name.state.name,
    )


def known_body(body: Organisation) -> Known:
    """Return what is known of a body."""
    return Known(
        id=f"body:{body.id}",
        kind=ActorKind.ORGANISATION,
        country=body.country,
        sector=body.sector,
        name=body.names[0] if body.names else body.acronyms[0],
    )


def known_person(name: str, knowledge: Knowledge, day: str | None, *, parts: bool) -> Known | None:
    """Return who of this name holds an office on a day (ISO); None when no one is known, or two persons are.

    ``parts``: a part of the name ("Trump") is enough.
    """
    held = [one for one in knowledge.holders(name, day) if one.standing is not Standing.UNDATED or day is None]
    whole = [one for one in held if one.whole]
    if not whole and not parts:
        return None
    people = {one.holding.person for one in (whole or held)}
    if len(people) != 1:
        return None
    holding = (whole or held)[0].holding
    return Known(
        id=f"person:{holding.person}",
        kind=ActorKind.PERSON,
        country=holding.country,
        sector=holding.sector,
        name=holding.person,
    )
