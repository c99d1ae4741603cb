"""From the tables to the knowledge: what spans several tables is checked, the lookups are built."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from kronik.errors import DataError
from kronik.knowledge.checking import check
from kronik.knowledge.facts import Family, Holding, Naming, Organisation, State, StateName, Title
from kronik.knowledge.knowledge import Knowledge, names_wholly
from kronik.knowledge.naming import folded, kept_key
from kronik.knowledge.offices import read_offices, read_titles
from kronik.knowledge.organisations import read_families, read_organisations
from kronik.knowledge.states import ALSO, DEFAULT, namings, read_states
from kronik.knowledge.tables import Table, packaged_tables, subject, tables_of

SHORTEST_DEMONYM = 4
"""Letters of a word that names a state's people also when written small."""


def load_knowledge(extra: Path | None = None) -> Knowledge:
    """Return the packaged knowledge, and a user's with it. Reads files: call it once and pass the result down.

    Args:
        extra: folder with tables of the same shape (``offices_mine.tsv``). A state or an organisation with the id of
            a packaged one takes its place; everything else is added.

    Raises:
        DataError: a table is wrong.
    """
    return knowledge_of(packaged_tables(), tables_of(extra) if extra is not None else ())


def knowledge_of(packaged: Iterable[Table], added: Iterable[Table] = ()) -> Knowledge:
    """Return the knowledge of tables; a state or organisation of an added one takes the place of one with its id.

    Raises:
        DataError: a table is wrong.
    """
    facts = _Facts()
    for group in (packaged, added):
        seen: set[str] = set()
        for table in group:
            _READERS.get(subject(table), _refuse)(facts, table, seen)
    knowledge = _indexed(facts)
    check(knowledge)
    return knowledge


@dataclass(slots=True)
class _Facts:
    """What the tables hold, while they are read."""

    states: dict[str, State] = field(default_factory=dict)
    bodies: dict[str, Organisation] = field(default_factory=dict)
    families: dict[str, Family] = field(default_factory=dict)
    holdings: list[Holding] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)


def _add_states(facts: _Facts, table: Table, seen: set[str]) -> None:
    for state in read_states(table):
        _once(table, seen, state.alpha3)
        facts.states[state.alpha3] = state


def _add_organisations(facts: _Facts, table: Table, seen: set[str]) -> None:
    for body in read_organisations(table):
        _once(table, seen, body.id)
        facts.bodies[body.id] = body


def _add_families(facts: _Facts, table: Table, seen: set[str]) -> None:
    for family in read_families(table):
        _once(table, seen, family.id)
        facts.families[family.id] = family


def _add_offices(facts: _Facts, table: Table, seen: set[str]) -> None:  # noqa: ARG001 - one shape for every reader
    facts.holdings.extend(read_offices(table))


def _add_titles(facts: _Facts, table: Table, seen: set[str]) -> None:
    for title in read_titles(table):
        _once(table, seen, f"title {title.name}")
        facts.titles.append(title)


def _refuse(facts: _Facts, table: Table, seen: set[str]) -> None:  # noqa: ARG001 - one shape for every reader
    raise DataError(table.name, subject(table), f"is none of {', '.join(_READERS)}")


_READERS = MappingProxyType(
    {
        "states": _add_states,
        "organisations": _add_organisations,
        "families": _add_families,
        "offices": _add_offices,
        "titles": _add_titles,
    }
)
"""What a table may be about, which is the beginning of its file's name up to an underscore, and its reader."""


def _indexed(facts: _Facts) -> Knowledge:
    holdings = tuple(facts.holdings)
    people = tuple(tuple(folded(name) for name in (holding.person, *holding.variants)) for holding in holdings)
    by_id: dict[str, Organisation | Family] = {**facts.bodies, **facts.families}
    by_state_name, by_body_name = _state_names(facts.states.values()), _body_names(facts.bodies.values())
    by_head, by_whole_name = _heads(facts.families.values()), _whole_names(holdings, people)
    return Knowledge(
        states=tuple(facts.states.values()),
        organisations=tuple(facts.bodies.values()),
        families=tuple(facts.families.values()),
        holdings=holdings,
        titles=tuple(facts.titles),
        by_state_name=by_state_name,
        by_body_name=by_body_name,
        by_head=by_head,
        by_word=_words(people),
        by_title=_titles(facts.titles),
        by_id=by_id,
        by_whole_name=by_whole_name,
        lengths=_lengths((*by_state_name, *by_body_name, *by_whole_name)),
        demonyms=frozenset(name for name, states in by_state_name.items() if _says_people(name, states)),
        body_lengths=_lengths((*by_body_name, *by_head)),
        folded_people=people,
    )


def _once(table: Table, seen: set[str], key: str) -> None:
    if key in seen:
        raise DataError(table.name, key, "stands twice")
    seen.add(key)


def _state_names(states: Iterable[State]) -> dict[str, tuple[StateName, ...]]:
    found: dict[str, dict[str, StateName]] = {}
    for state in states:
        doubts = {kept_key(name): reason for name, reason in state.doubts}
        for name, way in namings(state):
            key = kept_key(name)
            by_state = found.setdefault(key, {})
            by_state.setdefault(state.alpha3, StateName(state=state, way=way, doubt=doubts.get(key)))
    for key, by_state in found.items():
        marks = sorted(name.doubt or "" for name in by_state.values())
        if len(marks) > 1 and (marks.count(DEFAULT) != 1 or marks.count(ALSO) != len(marks) - 1):
            reason = f"names {' and '.join(by_state)}, of which not one is the default and the others also"
            raise DataError("states.tsv", key, reason)
    return {key: tuple(sorted(names.values(), key=_by_default)) for key, names in found.items()}


def _says_people(name: str, states: tuple[StateName, ...]) -> bool:
    return len(name) >= SHORTEST_DEMONYM and states[0].way is Naming.DEMONYM


def _by_default(name: StateName) -> bool:
    return name.doubt != DEFAULT


def _body_names(bodies: Iterable[Organisation]) -> dict[str, tuple[Organisation, ...]]:
    found: dict[str, dict[str, Organisation]] = {}
    for body in bodies:
        for name in (*body.names, *body.acronyms):
            found.setdefault(kept_key(name), {})[body.id] = body
    for key, by_id in found.items():
        if len(by_id) == 1:
            continue
        unruled = [body.id for body in by_id.values() if not body.context]
        defaults = sum(body.is_default for body in by_id.values())
        if unruled or defaults > 1:
            reason = f"names {' and '.join(by_id)}; each needs words of context, or is the one default"
            raise DataError("organisations.tsv", key, reason)
    return {key: _default_first(by_id) for key, by_id in found.items()}


def _default_first(by_id: dict[str, Organisation]) -> tuple[Organisation, ...]:
    if len(by_id) == 1:
        return tuple(by_id.values())
    return tuple(sorted(by_id.values(), key=lambda body: not body.is_default))


def _heads(families: Iterable[Family]) -> dict[str, Family]:
    found: dict[str, Family] = {}
    for family in families:
        for head in family.heads:
            if found.setdefault(kept_key(head), family) is not family:
                raise DataError("families.tsv", family.id, f"shares the head {head!r} with {found[kept_key(head)].id}")
    return found


def _titles(titles: Iterable[Title]) -> dict[str, Title]:
    found: dict[str, Title] = {}
    for title in titles:
        for name in (title.name, *title.variants):
            if found.setdefault(kept_key(name), title) is not title:
                raise DataError("titles.tsv", title.name, f"shares {name!r} with {found[kept_key(name)].name}")
    return found


def _whole_names(holdings: tuple[Holding, ...], people: tuple[tuple[str, ...], ...]) -> dict[str, Holding]:
    found: dict[str, list[Holding]] = {}
    for holding, spellings in zip(holdings, people, strict=True):
        for name in dict.fromkeys(spellings):
            if names_wholly(holding, spellings, name):
                found.setdefault(name, []).append(holding)
    return {
        name: max(held, key=lambda holding: holding.period.first)
        for name, held in found.items()
        if len({holding.person for holding in held}) == 1
    }


def _lengths(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in names:
        words = folded(name).split(" ")
        found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _words(people: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for index, spellings in enumerate(people):
        for word in dict.fromkeys(" ".join(spellings).split(" ")):
            found.setdefault(word, []).append(index)
    return {word: tuple(indices) for word, indices in found.items()}
