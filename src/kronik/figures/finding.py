"""Finds the numbers of a prose that count victims, people or money."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from kronik.annotation.prose import Prose
from kronik.figures.bounds import Bounded, bounds_of, is_total, widened
from kronik.figures.counted import Counted
from kronik.figures.fates import Fate, active_before, counter_before, phrase_from, state_before, state_behind
from kronik.figures.money import money_of
from kronik.figures.numbers import Number, number_at
from kronik.figures.telling import Telling, telling
from kronik.figures.tokens import STOPS, Tokens, tokens_of
from kronik.languages.counting import CountWords
from kronik.records.reports import FigureKind

PERSON = "person"
FIRST_LETTER, BEHIND_LETTERS = "a", "{"
"""Between them stand the words in plain letters."""
LIVING = (FigureKind.KILLED, FigureKind.INJURED, FigureKind.ARRESTED)
"""Kinds whose verbs have persons as objects."""
HURT = (FigureKind.KILLED, FigureKind.INJURED)
"""Kinds whose verbs have no other objects: things too are secured, ships are caught."""
NOUN_WORDS = 4
"""Words of what is counted that are looked at for whose the victims are ("orang warga sipil Palestina")."""


def figures_of(prose: Prose, words: CountWords) -> tuple[Counted, ...]:
    """Return the numbers that count killed, injured, missing, arrested, evacuated, displaced, participants or money.

    In order of place. A number without a value ("ratusan orang") is none; "tidak ada korban jiwa" is 0.
    """
    skip = [(time.start, time.end) for time in prose.times]
    found: list[Counted] = []
    for told in telling(prose.text, words):
        found += figures_in(tokens_of(prose.text, told.start, told.end, numerals=words.starters), told, skip, words)
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind.value)))


def figures_in(tokens: Tokens, told: Telling, skip: list[tuple[int, int]], words: CountWords) -> list[Counted]:
    """Return the figures of a stretch, as far as it may tell of them; none begins inside ``skip`` (code points)."""
    found = list(_denied(tokens, words)) if told.persons else []
    behind = 0
    for index in [at for at, form in enumerate(tokens.forms) if form in words.starters or _counts(form)]:
        if index < behind or _inside(tokens.starts[index], skip):
            continue
        number = number_at(tokens, index, words)
        if number is None:
            continue
        behind = number.behind
        if number.value is None:
            continue
        counted = money_of(tokens, number, words) if told.money else None
        if counted is None and told.persons:
            counted = _persons(tokens, number, words, found)
        if counted is not None:
            found.append(counted)
            while behind < len(tokens) and tokens.starts[behind] < counted.end:
                behind += 1
    return found


def _counts(form: str) -> bool:
    """Return whether a token begins with a digit; most tokens are letters, which a comparison tells at once."""
    return not FIRST_LETTER <= form < BEHIND_LETTERS and form[0].isdecimal()


def _inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return at >= 0 and offset < spans[at][1]


def _denied(tokens: Tokens, words: CountWords) -> Iterator[Counted]:
    """Yield the noughts: "tidak ada korban jiwa"."""
    for index in [at for at, form in enumerate(tokens.forms) if form in words.negation_heads]:
        size = next((size for size in (2, 1) if tokens.phrase(index, index + size - 1) in words.negations), 0)
        at = index + size
        if not size or at + 1 >= len(tokens) or not all(tokens.close(step) for step in range(index, at)):
            continue
        fate = phrase_from(tokens, at, words.none)
        if fate is not None:
            yield Counted(
                start=tokens.starts[index],
                end=tokens.ends[fate.last],
                kind=fate.kind,
                value=0,
                unit=PERSON,
                head_start=tokens.starts[fate.first],
                head_end=tokens.ends[fate.last],
            )


def _persons(tokens: Tokens, number: Number, words: CountWords, found: list[Counted]) -> Counted | None:
    """Return the figure of persons that a number stands for, if words around it tell what became of them."""
    form = tokens.forms[number.first]
    if not _may_count(tokens, number, words):
        return None
    bounded = widened(tokens, bounds_of(tokens, number, words), words)
    share = bounded.behind if form in words.collectives else _behind_share(tokens, bounded.behind, words)
    noun, unit = _noun(tokens, share, words)
    bare = noun == bounded.behind and form not in words.fused
    if bare and bounded.first and tokens.close(bounded.first - 1) and _model(tokens, bounded.first - 1, words):
        return None  # the number of a model ("Bell 407"), of a flight
    if bare and (form in words.collectives or not _bare(tokens, bounded.behind, words)):
        return _strange(tokens, bounded, words)
    late = words.late_limits.get(tokens.forms[noun]) if noun < len(tokens) and tokens.close(noun - 1) else None
    if late is not None and bounded.limit is None:
        bounded, noun = replace(bounded, limit=late), noun + 1
    fate = (
        active_before(tokens, bounded.first, words)
        or (state_before(tokens, bounded.first, words) if form not in words.collectives else None)
        or state_behind(tokens, noun, words)
        or counter_before(tokens, bounded.first, words)
        or (_by_noun(tokens, bounded.behind, noun, words) if share == bounded.behind else None)
        or _shared(tokens, bounded.first, found)
    )
    if fate is None or (fate.kind not in LIVING and _one_of(tokens, number, words)):
        return None
    fate = _meant(tokens, fate, (bounded.behind, noun), words)
    return _counted(tokens, bounded, (noun, unit), fate, words) if fate is not None else None


def _meant(tokens: Tokens, fate: Fate, noun: tuple[int, int], words: CountWords) -> Fate | None:
    """Return the fate that a verb of loss or search means by the noun ("hilangnya tujuh nyawa"); none of the wanted."""
    if fate.kind is not FigureKind.MISSING:
        return fate
    if not words.wanted.isdisjoint(tokens.forms[noun[0] : noun[1]]):
        return None
    named = _by_noun(tokens, *noun, words)
    return replace(fate, kind=named.kind) if named is not None else fate


def _model(tokens: Tokens, index: int, words: CountWords) -> bool:
    """Return whether the word before a bare number is the name of a thing that the number is part of."""
    form = tokens.forms[index]
    known = form in words.links or form in words.fillers or form in words.starters or form in words.limits
    return not tokens.raw(index).islower() and not known and form not in words.states.lasts


def _one_of(tokens: Tokens, number: Number, words: CountWords) -> bool:
    """Return whether a number only picks one of several ("salah satu")."""
    return number.first > 0 and tokens.close(number.first - 1) and tokens.forms[number.first - 1] in words.pickers


def _strange(tokens: Tokens, bounded: Bounded, words: CountWords) -> Counted | None:
    """Return the figure of a noun that no list has, behind a verb whose objects live ("menewaskan 3 peternak")."""
    fate = active_before(tokens, bounded.first, words)
    follows = tokens.forms[bounded.behind] if bounded.behind < len(tokens) else ""
    if follows in words.links or follows in words.fillers:
        return None  # "kematian kedua akibat banjir"
    if fate is None or fate.kind not in HURT or bounded.behind >= len(tokens) or not tokens.close(bounded.behind - 1):
        return None
    return _counted(tokens, bounded, (bounded.behind + 1, PERSON), fate, words)


def _may_count(tokens: Tokens, number: Number, words: CountWords) -> bool:
    """Return whether a number can count persons: a whole one, not fused with a thing, no age, share or article."""
    if number.value is None or number.value != int(number.value) or _no_count(tokens, number, words):
        return False
    top = widened(tokens, Bounded(number, number.first, number.behind, None), words).behind
    if top > number.behind and _no_count(tokens, replace(number, behind=top), words):
        return False  # "satu hingga dua minggu"
    return words.fused.get(tokens.forms[number.first], (1, True))[1]


def _counted(tokens: Tokens, bounded: Bounded, noun: tuple[int, str], fate: Fate, words: CountWords) -> Counted:
    head = (tokens.starts[fate.first], tokens.ends[fate.last])
    behind = max(noun[0], bounded.behind)
    start, end = tokens.starts[bounded.first], tokens.ends[behind - 1]
    if fate.last == bounded.first - 1 or fate.first == behind:
        start, end = min(start, head[0]), max(end, head[1])
    return Counted(
        start=start,
        end=end,
        kind=fate.kind,
        value=bounded.number.value or 0,
        unit=noun[1],
        limit=bounded.limit,
        cumulative=is_total(tokens, bounded.first, words),
        victims=_victims(tokens, bounded.behind, words),
        head_start=head[0],
        head_end=head[1],
    )


def _no_count(tokens: Tokens, number: Number, words: CountWords) -> bool:
    """Return whether the words around a number make it no count of persons ("pasal 12", "12 persen")."""
    if (
        number.first
        and tokens.gap(number.first - 1) in (" ", ". ", ".", "-", "/", "")
        and tokens.forms[number.first - 1] in words.no_number
    ):
        return True
    digits = tokens.forms[number.first][0].isdecimal()
    if number.first and tokens.gap(number.first - 1) in (("/", "(", ":") if digits else ("/", "(")):
        return True
    gap = tokens.gap(number.behind - 1)
    if gap.startswith(("%", " %", "/", ")", ":")) and not tokens.close(number.behind - 1):
        return True
    if number.behind >= len(tokens) or gap not in (" ", "-", ""):
        return False
    return (
        tokens.forms[number.behind] in words.no_count
        or tokens.phrase(number.behind, number.behind + 1) in words.no_count
    )


def _noun(tokens: Tokens, behind: int, words: CountWords) -> tuple[int, str]:
    """Return the token behind what is counted, and its unit; the same token when no noun of persons follows."""
    at = behind
    unit = PERSON
    while at < len(tokens) and at - behind < NOUN_WORDS and tokens.close(at - 1):
        form = tokens.forms[at]
        two = tokens.phrase(at, at + 1) if at + 1 < len(tokens) else ""
        if two in words.groups or form in words.groups:
            return at + (2 if two in words.groups else 1), words.groups.get(two) or words.groups[form]
        if not (_person(form, words) or form in words.others or form.split("-", 1)[0] in words.persons):
            break
        at += 1
    return at, unit


def _person(form: str, words: CountWords) -> bool:
    """Return whether a word counts persons, with or without an ending for whose they are ("penumpangnya")."""
    return form in words.persons or any(form.removesuffix(ending) in words.persons for ending in words.possessives)


def _behind_share(tokens: Tokens, behind: int, words: CountWords) -> int:
    """Return the token behind the number that one is taken from ("tiga dari tujuh tersangka"); the same if none is."""
    if behind + 1 >= len(tokens) or tokens.forms[behind] not in words.shares or not tokens.close(behind):
        return behind
    whole = number_at(tokens, behind + 1, words)
    if whole is None or _noun(tokens, whole.behind, words)[0] == whole.behind:
        return behind
    return whole.behind


def _bare(tokens: Tokens, behind: int, words: CountWords) -> bool:
    """Return whether a number may count persons without a noun: what follows is a fate, a filler or an end."""
    if behind >= len(tokens) or not tokens.close(behind - 1):
        return tokens.gap(behind - 1)[:1] in (*STOPS, ",", "")
    if phrase_from(tokens, behind, words.states):
        return True
    return tokens.forms[behind] in words.fillers or tokens.forms[behind] in words.breaks


def _by_noun(tokens: Tokens, behind: int, noun: int, words: CountWords) -> Fate | None:
    for index in range(behind, noun):
        found = phrase_from(tokens, index, words.nouns)
        if found is not None:
            return found
    return None


def _shared(tokens: Tokens, first: int, found: list[Counted]) -> Fate | None:
    """Return the fate of the number before that this one is joined to ("menewaskan 3 anak dan 2 perempuan")."""
    if not found or first < 1 or found[-1].kind is FigureKind.MONEY or found[-1].head_start > found[-1].start:
        return None
    between = tokens.text[found[-1].end : tokens.starts[first]]
    if (
        len(between) > len(", serta ")
        or "." in between
        or len(between.split()) > 2
        or found[-1].end > tokens.starts[first]
    ):
        return None
    at = bisect_right(tokens.starts, found[-1].head_start) - 1
    last = bisect_right(tokens.starts, found[-1].head_end - 1) - 1
    return Fate(found[-1].kind, at, last)


def _victims(tokens: Tokens, behind: int, words: CountWords) -> str | None:
    for index in range(behind, min(len(tokens), behind + NOUN_WORDS)):
        if not tokens.close(index - 1):
            return None
        victims = words.victims.get(tokens.forms[index].split("-", 1)[0])
        if victims is not None:
            return victims
    return None
