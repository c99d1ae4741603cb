"""The cast of an article: its mentions found, joined, and each actor described."""

from bisect import bisect_left, bisect_right
from operator import attrgetter

from kronik.actors.attributes import member_of
from kronik.actors.cast import Cast, Member, Reference
from kronik.actors.circle import Circle
from kronik.actors.found import Found
from kronik.actors.joining import join_known, join_names
from kronik.actors.knowing import known_in, whole_person
from kronik.actors.marked import names_of, starters_of, things_of
from kronik.actors.mentions import Reading, countries, covered, mentions_in
from kronik.actors.origins import setting_of
from kronik.actors.people import is_title
from kronik.actors.pronouns import pronouns_in
from kronik.actors.referring import join_references
from kronik.actors.similarity import person_key
from kronik.actors.told_names import longest_by_first, same_names, told_in
from kronik.actors.words import Row, head_of, rows_of
from kronik.annotation.prose import Prose
from kronik.knowledge.knowledge import Knowledge
from kronik.languages.naming import NamingWords
from kronik.records.actors import ActorKind, MentionForm

ROW = attrgetter("row")
"""Index of a mention's row."""
SHORTEST_PART = 3
"""Letters of a word of a person's name that stands for the person without the model saying so."""


def cast_of(prose: Prose, words: NamingWords, knowledge: Knowledge) -> Cast:
    """Return everyone who might speak or act in an article, and every place that refers to one of them.

    Deterministic and pure. Offsets are code points of the view.
    """
    rows = rows_of(prose, words)
    readings, starters = _read(prose, rows, words, knowledge)
    found = [one for reading in readings for one in mentions_in(reading, words, starters)]
    if again := _unmarked(readings, words, found):
        found = sorted([*found, *again], key=lambda one: (one.row, one.first, -one.last))
    mentions = tuple(found)
    circle = Circle(mentions)
    join_names(circle, rows, words)
    join_known(circle, rows, lambda name: whole_person(name, knowledge))
    join_references(circle, rows, words)
    setting = setting_of(circle, rows, tuple([reading.where for reading in readings]), words)
    order = sorted(circle.live(), key=lambda group: min(circle.groups[group].found))
    member_at = {group: index for index, group in enumerate(order)}
    members = tuple([member_of(prose, rows, words, knowledge, setting, group) for group in order])
    references = [
        _reference(prose, rows[one.row], one, member_at[circle.of[at]], circle.rules[at])
        for at, one in enumerate(mentions)
    ]
    cast = Cast(members=members, references=_in_order(references))
    pronouns = list(pronouns_in(prose, rows, words, cast))
    return Cast(members=members, references=_in_order([*references, *pronouns])) if pronouns else cast


def _in_order(references: list[Reference]) -> tuple[Reference, ...]:
    return tuple(sorted(references, key=lambda one: (one.start, -one.end, one.member)))


def _read(
    prose: Prose, rows: tuple[Row, ...], words: NamingWords, knowledge: Knowledge
) -> tuple[tuple[Reading, ...], frozenset[str]]:
    """Return what is read in each row before its mentions are found, and the words that begin persons' names."""
    told = tuple([told_in(row, words) for row in rows])
    names = names_of(rows, prose.analysis.names, words, told)
    known = [known_in(row, knowledge) for row in rows]
    readings = tuple(
        Reading(row=row, told=one, names=line, known=facts, where=countries(facts) if facts else {})
        for row, one, line, facts in zip(rows, told, names, known, strict=True)
    )
    return readings, starters_of(rows, names, words)


def _unmarked(readings: tuple[Reading, ...], words: NamingWords, found: list[Found]) -> list[Found]:
    """Return the places where a person's name, or a body's short name, stands again that nothing marked."""
    rows = tuple([reading.row for reading in readings])
    people, bodies = _forms(rows, words, found), _acronyms(rows, found)
    if not people and not bodies:
        return []
    doubtful = {form for form in people if len(form) == 1 and _is_ordinary(form[0].lower(), words)}
    of_people, of_bodies = longest_by_first(people), longest_by_first(bodies)
    out: list[Found] = []
    for row, reading in zip(rows, readings, strict=True):
        named, short = not of_people.keys().isdisjoint(row.texts), not of_bodies.keys().isdisjoint(row.texts)
        used = _taken(found, row.sentence) | things_of(reading.names) if named or short else set()
        for first, last in list(same_names(row, people, of_people, used)) if named else ():
            if row.texts[first:last] not in doubtful or _acts(row, first):
                out.append(_again(row.sentence, first, last, ActorKind.PERSON, "name.again"))
                used.update(range(first, last))
        for first, last in same_names(row, bodies, of_bodies, used) if short else ():
            out.append(_again(row.sentence, first, last, ActorKind.ORGANISATION, "body.again"))
    return out


def _taken(found: list[Found], row: int) -> set[int]:
    """Return the words of a row that are a mention's or its offices'."""
    own = found[bisect_left(found, row, key=ROW) : bisect_right(found, row, key=ROW)]
    return covered([*own, *(held for one in own for held in one.held)])


def _is_ordinary(lower: str, words: NamingWords) -> bool:
    return lower in words.barred or lower in words.openers


def _again(row: int, first: int, last: int, kind: ActorKind, rule: str) -> Found:
    return Found(
        row=row,
        first=first,
        last=last,
        form=MentionForm.NAME,
        kind=kind,
        rule=rule,
        outer_first=first,
        outer_last=last,
    )


def _acronyms(rows: tuple[Row, ...], found: list[Found]) -> set[tuple[str, ...]]:
    """Return the short names of bodies that the page brings in brackets."""
    return {one.words(rows) for one in found if one.rule == "body.bracket"}


def _forms(rows: tuple[Row, ...], words: NamingWords, found: list[Found]) -> set[tuple[str, ...]]:
    """Return the forms of persons' names, and the first and last word of each."""
    forms = {one.words(rows) for one in found if one.kind is ActorKind.PERSON and one.form is MentionForm.NAME}
    parts = set()
    for texts in forms:
        key = person_key(texts, words) if len(texts) > 1 else ()
        for text in (texts[0], texts[-1]) if len(key) > 1 else ():
            if len(text) >= SHORTEST_PART and text[0].isupper() and text.lower() in key and not is_title(words, text):
                parts.add((text,))
    return forms | parts


def _acts(row: Row, at: int) -> bool:
    """Whether a word that is an ordinary one too stands as a name: within a sentence, or before a verb."""
    return (at > 0 and row.texts[at - 1].isalpha()) or (at + 1 < len(row.texts) and row.upos(at + 1) == "VERB")


def _reference(prose: Prose, row: Row, one: Found, member: int, joined: str) -> Reference:
    start, end = row.starts[one.first], row.ends[one.last - 1]
    return Reference(
        start=start,
        end=end,
        sentence=row.sentence,
        head=head_of(prose, row.sentence, start, end),
        member=member,
        form=one.form,
        outer_start=row.starts[one.outer_first],
        outer_end=row.ends[min(one.outer_last, len(row.ends)) - 1],
        rule=f"{one.rule}+{joined}",
    )


__all__ = ["Cast", "Member", "cast_of"]
