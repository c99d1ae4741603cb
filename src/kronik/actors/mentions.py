"""The mentions of a row: who or what is named, titled, described or pointed at, before it is known who is meant."""

from collections.abc import Iterator, Mapping, Sequence

from kronik.actors.found import Found, Held, Known
from kronik.actors.nouns import NounPhrase, nouns_in, plain_epithet
from kronik.actors.organisations import Organisation, organisations_in
from kronik.actors.parts import parts_given
from kronik.actors.people import Around, people_in
from kronik.actors.titles import has_title, held_after, held_before, office_end, with_modifiers
from kronik.actors.told_names import PersonName, told_kinds
from kronik.actors.words import Row
from kronik.languages.analysis import Name, NameKind
from kronik.languages.naming import NamingWords, Rest, Scope, Sense
from kronik.records.actors import ActorKind, MentionForm

KnownNames = Mapping[tuple[int, int], Known]
"""Half-open words of a row -> what is known of the name they make."""
SURE = 0.3
"""Score from which the model's person ends a body's name; chosen on gold train, like the votes."""
TOLD = 10.0
"""Votes of a rule that tells what a name is, beside the model's score of at most one for each time."""
TITLED = 1.0
"""Votes of a title before a name, in the same measure."""
SHORTEST = 3
"""Letters of a word that may begin a person's name."""


def names_of(rows: tuple[Row, ...], names: tuple[Name, ...], words: NamingWords) -> tuple[tuple[Name, ...], ...]:
    """Return the model's names by row; a form that model and rules call one thing mostly is that everywhere."""
    votes: dict[str, dict[NameKind, float]] = {}
    for row in rows:
        for form, kind in told_kinds(row, words):
            _vote(votes, form, kind, TOLD)
    placed: list[list[tuple[str, Name]]] = [[] for _ in rows]
    at = 0
    for name in names:
        while at < len(rows) - 1 and (not rows[at].ends or rows[at].ends[-1] <= name.start):
            at += 1
        first, last = rows[at].words_of(name.start, name.end)
        form = " ".join(rows[at].lower[first:last])
        _vote(votes, form, name.kind, name.score)
        if name.kind is not NameKind.PLACE and has_title(rows[at], words, first, last):
            _vote(votes, form, NameKind.PERSON, TITLED)
        placed[at].append((form, name))
    _pool(votes)
    kinds = {form: _mostly(count) for form, count in votes.items()}
    return tuple(
        tuple(part for form, one in line for part in _parts(rows[index], form, one, kinds))
        for index, line in enumerate(placed)
    )


def _parts(row: Row, form: str, name: Name, kinds: Mapping[str, NameKind]) -> Iterator[Name]:
    """Yield a name as its form is mostly meant; a person's name that begins with a body's is two names."""
    kind = kinds[form]
    first, last = row.words_of(name.start, name.end)
    if kind is NameKind.PERSON:
        for cut in range(last - 1, first, -1):
            head = " ".join(row.lower[first:cut])
            if kinds.get(head) is NameKind.ORGANISATION:
                yield Name(start=name.start, end=row.ends[cut - 1], kind=NameKind.ORGANISATION, score=name.score)
                yield Name(start=row.starts[cut], end=name.end, kind=kind, score=name.score)
                return
    yield Name(start=name.start, end=name.end, kind=kind, score=name.score)


def _vote(votes: dict[str, dict[NameKind, float]], form: str, kind: NameKind, points: float) -> None:
    count = votes.setdefault(form, {})
    count[kind] = count.get(kind, 0.0) + points


def _pool(votes: dict[str, dict[NameKind, float]]) -> None:
    """Give a name of several words the votes for each word of it as a person, and that word the name's."""
    for form in sorted(votes, key=len, reverse=True):
        parts = form.split(" ")
        if len(parts) < 2:
            continue
        for part in sorted({part for part in parts if len(part) > SHORTEST and part in votes}):
            full, single = votes[form].get(NameKind.PERSON, 0.0), votes[part].get(NameKind.PERSON, 0.0)
            if full or single:
                _vote(votes, form, NameKind.PERSON, single)
                _vote(votes, part, NameKind.PERSON, full)


def _mostly(votes: Mapping[NameKind, float]) -> NameKind:
    return min(votes, key=lambda kind: (-votes[kind], kind.value))


def mentions_in(
    row: Row, index: int, words: NamingWords, names: tuple[Name, ...], known: KnownNames, starters: frozenset[str]
) -> tuple[Found, ...]:
    """Return the mentions of one row in order of place, pronouns left out.

    ``starters`` are words that begin persons' names in the article.
    """
    firm = frozenset(
        at for (first, last), fact in known.items() if fact.kind is ActorKind.ORGANISATION for at in range(first, last)
    )
    sure = organisations_in(row, words, (), _firm_people(row, words, names, starters), known)
    barred = firm | {at for one in sure for at in range(one.first, one.last) if one.body is not None}
    whole = [span for span, fact in known.items() if fact.kind is ActorKind.PERSON]
    states = frozenset(countries(known))
    around = Around(barred=frozenset(barred), states=states, whole=tuple(whole), starters=starters)
    people = people_in(row, words, names, around)
    owned = {at: one.last for one in people for at in range(one.first, one.last)}
    bodies = organisations_in(row, words, names, frozenset(owned), known)
    named = [one for one in bodies if not any(at in owned for at in range(one.first, one.last))]
    found = [*_people(row, index, words, people, owned, known), *_bodies(index, named, known)]
    taken = {at for one in found for at in range(one.first, one.last)}
    proper = {at for one in named if _is_proper(row, words, one) for at in range(one.first, one.last)}
    found.extend(_states(row, index, words, known, proper | set(owned)))
    titled = {at for one in found for held in one.held for at in range(held.first, held.last)}
    described = list(_epithets(row, index, words, taken | titled, known))
    found.extend(described)
    taken |= {at for one in described for at in range(one.first, one.last)}
    lone = list(_lone_offices(row, index, words, taken | titled, owned, known))
    found.extend(lone)
    taken |= {at for one in lone for at in range(one.first, one.last)}
    nouns = list(_nouns(row, index, words, frozenset(taken), titled, known))
    governing = {at for one in nouns if _governs(one) for at in range(one.first, one.last)}
    found = [one for one in found if one.kind is not ActorKind.STATE or one.first not in governing]
    found.extend(nouns)
    return tuple(sorted(found, key=lambda one: (one.first, -one.last)))


def starters_of(rows: tuple[Row, ...], names: tuple[tuple[Name, ...], ...], words: NamingWords) -> frozenset[str]:
    """Return the words with which the persons' names of an article begin, by the model where it is sure."""
    votes: dict[str, float] = {}
    for row, line in zip(rows, names, strict=True):
        for name in line:
            first, last = row.words_of(name.start, name.end)
            person = name.kind is NameKind.PERSON
            for at in range(first, last if not person else min(first + 1, last)):
                if row.capital(at) and len(row.texts[at]) >= SHORTEST:
                    votes[row.texts[at]] = votes.get(row.texts[at], 0.0) + (name.score if person else -name.score)
    return frozenset(
        text
        for text, points in votes.items()
        if points >= SURE
        and not (text.isupper() and len(text) <= 4)
        and text.lower() not in words.offices.entries
        and text.lower() not in words.bodies.lengths
        and text.lower() not in words.ranks.lengths
        and text.lower() not in words.honorifics
        and text.lower() not in words.barred
        and text.lower() not in words.regions.entries
    )


def _firm_people(row: Row, words: NamingWords, names: tuple[Name, ...], starters: frozenset[str]) -> frozenset[int]:
    """Return the words at which the model sees a person begin, and no body's name goes on."""
    out = {
        at
        for at, text in enumerate(row.texts)
        if text in starters
        and (at == 0 or (head := words.bodies.at(row.lower, at - 1)) is None or head[1].rest is not Rest.NEEDED)
    }
    for name in names:
        if name.kind is NameKind.PERSON and name.score >= SURE:
            first, last = row.words_of(name.start, name.end)
            head = words.bodies.at(row.lower, first - 1) if first > 0 else None
            if (head is None or head[1].rest is not Rest.NEEDED) and words.bodies.at(row.lower, first) is None:
                out.update(range(first, last))
    return frozenset(out)


def countries(known: KnownNames) -> dict[int, str]:
    """Return the state that each word names."""
    if not known:
        return {}
    return {
        at: fact.country
        for (first, last), fact in known.items()
        if fact.kind is ActorKind.STATE and fact.country is not None and not fact.metonym
        for at in range(first, last)
    }


def _people(
    row: Row,
    index: int,
    words: NamingWords,
    people: Sequence[PersonName],
    owned: dict[int, int],
    known: KnownNames,
) -> Iterator[Found]:
    if not people:
        return
    where = countries(known)
    starts = frozenset(one.first for one in people)
    parts = parts_given(row, words, people)
    for one in people:
        before = held_before(row, words, one.first, owned, where)
        after = held_after(row, words, one.last, starts, where)
        held = tuple(held for held in (before, after, parts.get(one.first)) if held is not None)
        yield Found(
            row=index,
            first=one.first,
            last=one.last,
            form=MentionForm.NAME,
            kind=ActorKind.PERSON,
            rule=one.rule,
            outer_first=before.first if before else one.first,
            outer_last=after.last if after else one.last,
            held=held,
            known=known.get((one.first, one.last)),
        )


def _bodies(index: int, bodies: Sequence[Organisation], known: KnownNames) -> Iterator[Found]:
    where = countries(known)
    for one in bodies:
        country = next((where[at] for at in range(one.first, one.last) if at in where), None)
        yield Found(
            row=index,
            first=one.first,
            last=one.last,
            form=MentionForm.NAME,
            kind=ActorKind.ORGANISATION,
            rule=one.rule,
            outer_first=one.first,
            outer_last=one.last,
            body=one.body,
            known=one.known,
            country=country,
        )


def _governs(one: Found) -> bool:
    """Whether a noun with a state's name is the state itself ("pemerintah Kenya")."""
    return one.noun is not None and one.noun.tie == "government" and one.country is not None


def _is_proper(row: Row, words: NamingWords, one: Organisation) -> bool:
    """Whether a body's name is its own, and no description by common nouns and a state ("militer Israel")."""
    return row.capital(one.first) and words.nouns.at(row.lower, one.first) is None


def _states(row: Row, index: int, words: NamingWords, known: KnownNames, taken: set[int]) -> Iterator[Found]:
    for (first, last), fact in sorted(known.items()):
        if fact.kind is not ActorKind.STATE or any(at in taken for at in range(first, last)):
            continue
        if fact.demonym or _only_place(row, words, first, fact) or _home_tag(row, words, first, fact, taken):
            continue
        yield Found(
            row=index,
            first=first,
            last=last,
            form=MentionForm.METONYM if fact.metonym else MentionForm.NAME,
            kind=ActorKind.STATE,
            rule="state.metonym" if fact.metonym else "state.known",
            outer_first=first,
            outer_last=last,
            known=fact,
            country=fact.country,
        )


def _only_place(row: Row, words: NamingWords, first: int, fact: Known) -> bool:
    """Whether a capital or a seat stands as a place, and not for its government."""
    if not fact.metonym or first == 0:
        return False
    before = row.lower[first - 1]
    return before in words.referring.placing or (before == "," and first > 1 and row.capital(first - 2))


def _home_tag(row: Row, words: NamingWords, first: int, fact: Known, taken: set[int]) -> bool:
    """Whether the home country's short name only ends a body's or an office's name ("DPR RI")."""
    return fact.country == words.home and row.lower[first] in words.legal and first - 1 in taken


def _lone_offices(
    row: Row, index: int, words: NamingWords, taken: set[int], owned: dict[int, int], known: KnownNames
) -> Iterator[Found]:
    where = countries(known)
    at = 0
    if words.offices.lengths.keys().isdisjoint(row.lower):
        return
    while at < len(row.texts):
        if row.lower[at] not in words.offices.lengths:
            at += 1
            continue
        match = None if at in taken else words.offices.at(row.lower, at)
        if match is None or not _may_stand_alone(row, words, at):
            at += 1
            continue
        length, office = match
        end = office_end(row, words, at, length, frozenset(owned))
        pointed = row.lower[end : end + 1] and row.lower[end] in words.referring.back
        if office.scope is Scope.NONE or not (office.lone or (pointed and end > at + length)):
            at += 1
            continue
        while end < len(row.texts) and end in where:
            end += 1
        while end > at + length and end - 1 in owned:
            end -= 1
        begin = with_modifiers(row, words, at)
        held = Held(
            first=begin,
            last=end,
            office=office,
            sector=_office_sector(row, words, office.sector, office.scope, at + length, end),
            former=any(lower in words.former for lower in row.lower[begin:at]),
            territory=row.lower[at + length : end],
            country=next((where[word] for word in range(at, end) if word in where), None),
        )
        yield Found(
            row=index,
            first=at,
            last=end,
            form=MentionForm.TITLE,
            kind=ActorKind.PERSON,
            rule="office.alone",
            outer_first=begin,
            outer_last=end,
            held=(held,),
            country=held.country,
        )
        at = end


def _may_stand_alone(row: Row, words: NamingWords, at: int) -> bool:
    """Tell whether an office is written as one (a short acronym in capitals, "PM") and names no thing ("Piala ...")."""
    if at > 0 and (row.lower[at - 1] in words.things or words.referring.several.at(row.lower, at - 1) is not None):
        return False
    return len(row.texts[at]) > 2 or row.texts[at].isupper()


def _office_sector(row: Row, words: NamingWords, own: str, scope: Scope, first: int, last: int) -> str:
    if scope is Scope.BODY:
        for at in range(first, last):
            match = words.bodies.at(row.lower, at)
            if match is not None and row.capital(at):
                return match[1].sector
    return own


def _nouns(
    row: Row, index: int, words: NamingWords, taken: frozenset[int], titled: set[int], known: KnownNames
) -> Iterator[Found]:
    where = countries(known)
    for one in nouns_in(row, words, taken, where):
        several = one.plural and one.noun.sense is Sense.ROLE
        if several or not titled & set(range(one.first, one.last)):
            yield _noun(index, one)


def _epithets(row: Row, index: int, words: NamingWords, taken: set[int], known: KnownNames) -> Iterator[Found]:
    where = countries(known)
    used: set[int] = set()
    begin, nouns = words.referring.one.lengths, words.referring.epithets
    if nouns.isdisjoint(row.lower):
        return
    for at, lower in enumerate(row.lower):
        span = plain_epithet(row, words, at) if lower in begin or lower in nouns else None
        if span is not None and not (taken | used) & set(range(*span)):
            used |= set(range(*span))
            yield _epithet(index, span, where)


def _epithet(index: int, span: tuple[int, int], where: dict[int, str]) -> Found:
    first, last = span
    end = last
    while end in where:
        end += 1
    return Found(
        row=index,
        first=first,
        last=end,
        form=MentionForm.EPITHET,
        kind=ActorKind.PERSON,
        rule="epithet",
        outer_first=first,
        outer_last=end,
        definite=True,
        country=where.get(last),
    )


def _noun(index: int, one: NounPhrase) -> Found:
    single_role = one.noun.sense is Sense.ROLE and not one.plural
    kind = (
        ActorKind.PERSON if one.noun.sense is Sense.PERSON or (single_role and one.single) else ActorKind(one.noun.kind)
    )
    return Found(
        row=index,
        first=one.first,
        last=one.last,
        form=MentionForm.EPITHET if one.noun.sense in {Sense.PERSON, Sense.ORGAN} else MentionForm.GROUP,
        kind=ActorKind.GROUP if one.plural and one.noun.sense is not Sense.ORGAN else kind,
        rule=f"noun.{one.noun.sense}",
        outer_first=one.outer_first,
        outer_last=one.outer_last,
        noun=one.noun,
        plural=one.plural,
        country=one.country,
        definite=one.definite,
        number=one.number,
    )
