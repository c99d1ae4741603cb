"""Who speaks: from where the attribution puts its speaker to members of the cast."""

from msgspec import Struct

from kronik.actors.cast import Cast, Reference
from kronik.annotation.prose import Prose
from kronik.languages.analysis import Sentence, token_at
from kronik.records.actors import ActorKind, MentionForm
from kronik.statements.drafts import CueSort, Draft, Scan, Side
from kronik.statements.remembering import governed
from kronik.statements.spoken import Stretch

SUBJECTS = ("nsubj", "csubj")
SHORTEST_VERB = 5
"""A word of at most so many letters is no verb by its first letters."""
LONGEST_EPITHET = 24
"""Most characters between a name in a noun phrase and the word that points; chosen on gold train."""


class Speakers(Struct, frozen=True):
    """The members who speak, and the words that name them beside the attribution."""

    members: tuple[int, ...] = ()
    stretch: Stretch | None = None
    implied: bool = False


def speakers_of(scan: Scan, draft: Draft, prose: Prose, cast: Cast) -> Speakers:
    """Return who speaks by the attribution itself; ``implied`` when it is whoever spoke before."""
    first, last = draft.region
    if draft.side is Side.IMPLIED or draft.side is Side.UNNAMED or first >= last:
        return Speakers(implied=draft.side is Side.IMPLIED)
    # A name that a reporting word is glued to ends behind the region.
    found = cast.starting(scan.words.starts[first], scan.words.ends[last - 1])
    named = tuple([one for one in found if one.form is not MentionForm.PRONOUN])
    pronoun = _pronoun(scan, draft)
    if draft.side is Side.AFTER:
        chosen = _behind(scan, draft, cast, named) if pronoun is None else None
    else:
        chosen = _ahead(scan, draft, prose, cast, named, pronoun)
    if chosen is not None:
        if _epithet(scan, draft, cast, chosen):
            return Speakers((chosen.member,), (chosen.outer_start, chosen.outer_end), implied=True)
        unnamed = _others(scan, draft, cast, chosen) and not _plain_name(cast, chosen)
        members = () if unnamed else _joint(scan, cast, named, chosen)
        return Speakers(members, scan.stretch(first, last) if unnamed else (chosen.start, chosen.end))
    if pronoun is not None:
        return _of_pronoun(scan, found, pronoun)
    alone = draft.side is Side.BEFORE and (_empty(scan, first, last) or _shared(scan, draft))
    stretch = scan.stretch(first, last) if draft.side is Side.AFTER else _tail(scan, first, last)
    return Speakers((), None if alone else stretch, implied=alone or _points_back(scan, draft))


def _of_pronoun(scan: Scan, found: tuple[Reference, ...], pronoun: Stretch) -> Speakers:
    """Return the speaker that a pronoun stands for: by the cast for one that means several, else who spoke before."""
    known = [one for one in found if one.form is MentionForm.PRONOUN and pronoun[0] <= one.start < pronoun[1]]
    plural = scan.words.text[pronoun[0] : pronoun[1]].lower() in scan.speech.plural
    if known and plural:
        return Speakers((known[0].member,), pronoun)
    return Speakers((), pronoun, implied=True)


def _ahead(
    scan: Scan, draft: Draft, prose: Prose, cast: Cast, named: tuple[Reference, ...], pronoun: Stretch | None
) -> Reference | None:
    """Return the speaker before an active reporting word: right before it, by the tree, else by place."""
    if pronoun is not None:
        return None
    near = [one for one in _adjacent(scan, draft, named) if _person(cast, one)]
    if near:
        return near[-1]
    if _shared(scan, draft):
        return None
    subject = _subject(draft, prose, scan)
    chosen = _at_subject(prose, cast, named, subject) if subject is not None else None
    return chosen or _before(scan, draft, cast, named)


def _adjacent(scan: Scan, draft: Draft, named: tuple[Reference, ...]) -> list[Reference]:
    """Return the references with nothing but a comma or an adverb between them and the reporting word."""
    words = scan.words
    last = draft.region[1]
    out = []
    for one in named:
        behind = range(words.at_or_after(one.end), last)
        if all(words.forms[at] in scan.speech.between or words.forms[at] in ",)" for at in behind):
            out.append(one)
    return out


def _others(scan: Scan, draft: Draft, cast: Cast, chosen: Reference) -> bool:
    """Tell whether a noun phrase speaks of somebody who is not the one named in it ("seorang warga Kenya")."""
    speech, words = scan.speech, scan.words
    first, last = draft.region
    at = _first_noun(scan, first, last)
    if words.forms[first] in speech.indefinite or words.forms[at] in speech.indefinite:
        return True
    if cast.members[chosen.member].kind is not ActorKind.STATE or draft.rule in ("according", "noun"):
        return False
    head = _head_before(scan, chosen, first)
    return head is not None and words.forms[head] not in speech.governing


def _head_before(scan: Scan, reference: Reference, first: int) -> int | None:
    """Return the first of the plain words right before a reference, which are the head of its noun phrase."""
    speech, words = scan.speech, scan.words
    at = words.before(reference.outer_start)
    head = None
    while at >= first and words.is_word(at) and len(words.forms[at]) > 1:
        form = words.forms[at]
        verb = len(form) > SHORTEST_VERB and form.startswith(speech.verb_starts)
        loose = (speech.cues, speech.predicates, speech.addressing, speech.openers, speech.joining, speech.that)
        if verb or form == speech.by or any(form in group for group in loose):
            break
        head = at
        at -= 1
    return head


def _points_back(scan: Scan, draft: Draft) -> bool:
    """Tell whether a noun phrase ends with a word that points back ("pernyataan tersebut")."""
    first, last = draft.region
    while draft.side is Side.BEFORE and last > first and _between(scan, last - 1):
        last -= 1
    return last - first > 1 and scan.words.forms[last - 1] in scan.speech.pointing


def _between(scan: Scan, at: int) -> bool:
    form = scan.words.forms[at]
    return form in scan.speech.between and form not in scan.speech.pointing


def _epithet(scan: Scan, draft: Draft, cast: Cast, chosen: Reference) -> bool:
    """Tell whether a noun phrase points at somebody told of before and not at the one in it ("mantan hakim Kenya itu").

    The cast is believed when it has such a phrase among the references of one whom it knows by more than that.
    """
    first, last = draft.region
    while draft.side is Side.BEFORE and last > first and _between(scan, last - 1):
        last -= 1
    if last <= first or scan.words.forms[last - 1] not in scan.speech.pointing:
        return False
    if not chosen.end <= scan.words.starts[last - 1] <= chosen.outer_end + LONGEST_EPITHET:
        return False
    others = sum(one.member == chosen.member for one in cast.references)
    named = chosen.form in (MentionForm.EPITHET, MentionForm.TITLE, MentionForm.GROUP)
    starts = chosen.start <= scan.words.starts[_first_noun(scan, first, last)]
    return not (named and others > 1) and (named or not starts)


def _first_noun(scan: Scan, first: int, last: int) -> int:
    """Return the index of the first word of a region that is neither an opener nor a mark."""
    speech, words = scan.speech, scan.words
    while first < last - 1 and (
        not words.is_word(first) or words.forms[first] in speech.openers or words.forms[first] in speech.joining
    ):
        first += 1
    return first


def _plain_name(cast: Cast, reference: Reference) -> bool:
    return _person(cast, reference) and reference.form is MentionForm.NAME


def _shared(scan: Scan, draft: Draft) -> bool:
    """Tell whether a reporting word shares the subject of one before it in its sentence."""
    cue = draft.cue
    if cue is None or not any(one.last <= cue.first and one.word is not None for one in scan.cues):
        return False
    at = cue.first - 1
    while at > scan.unit.first and scan.words.forms[at] in scan.speech.between:
        at -= 1
    return scan.words.forms[at] in scan.speech.joining or (at == cue.first - 1 and scan.words.forms[at] == ",")


def _empty(scan: Scan, first: int, last: int) -> bool:
    """Tell whether nothing before a reporting word can be its subject, so that it shares one."""
    speech, words = scan.speech, scan.words
    loose = (speech.between, speech.joining, speech.subordinating)
    return all(not words.is_word(at) or any(words.forms[at] in group for group in loose) for at in range(first, last))


def _tail(scan: Scan, first: int, last: int) -> Stretch | None:
    """Return the subject without the words between it and its verb."""
    while last > first and scan.words.forms[last - 1] in scan.speech.between:
        last -= 1
    return scan.stretch(first, last)


def _pronoun(scan: Scan, draft: Draft) -> Stretch | None:
    """Return the pronoun that stands where the speaker stands."""
    forms, words = scan.words.forms, scan.words
    first, last = draft.region
    if draft.side is Side.AFTER:
        at = first
    else:
        at = last - 1
        while at > first and forms[at] in scan.speech.between:
            at -= 1
        if forms[at] not in scan.speech.pronouns:
            at = first
    return (words.starts[at], words.ends[at]) if forms[at] in scan.speech.pronouns else None


def _subject(draft: Draft, prose: Prose, scan: Scan) -> tuple[int, int] | None:
    """Return sentence and token of the subject of an active reporting word by the tree."""
    cue = draft.cue
    if cue is None:
        return None
    offset = scan.words.starts[cue.first]
    number = prose.analysis.sentence_at(offset)
    if number is None:
        return None
    sentence = prose.analysis.sentences[number]
    token = token_at(sentence.tokens, offset)
    if token is None:
        return None
    for _ in range(2):
        for child in sentence.children[token]:
            if sentence.tokens[child].relation.startswith(SUBJECTS) and sentence.tokens[child].start < offset:
                return number, child
        if sentence.tokens[token].relation not in ("conj", "advcl", "xcomp", "acl"):
            break
        token = sentence.tokens[token].head
    return None


def _at_subject(prose: Prose, cast: Cast, named: tuple[Reference, ...], subject: tuple[int, int]) -> Reference | None:
    sentence: Sentence = prose.analysis.sentences[subject[0]]
    head = sentence.tokens[subject[1]]
    holding = [one for one in named if one.start <= head.start < one.end]
    holding = holding or [one for one in named if one.outer_start <= head.start < one.outer_end]
    if holding:
        return max(holding, key=lambda one: (_person(cast, one), one.outer_end - one.outer_start, one.start))
    below = set(sentence.subtree(subject[1]))
    starts = {sentence.tokens[at].start for at in below}
    inside = [one for one in named if one.start in starts]
    people = [one for one in inside if _person(cast, one)]
    return people[-1] if people else inside[0] if inside else None


def _person(cast: Cast, reference: Reference) -> bool:
    return cast.members[reference.member].kind is ActorKind.PERSON


def _behind(scan: Scan, draft: Draft, cast: Cast, named: tuple[Reference, ...]) -> Reference | None:
    """Return the speaker in a noun phrase behind its reporting word."""
    if not named:
        return None
    text = scan.words.text
    first, last = draft.region
    start = scan.words.starts[first]
    comma = next((scan.words.starts[at] for at in range(first, last) if scan.words.forms[at] == ","), None)
    if draft.cue is not None and draft.cue.sort is CueSort.NOUN:
        comma = None
    held = [
        one
        for one in named
        if one.outer_start <= start + 1 and (comma is None or one.outer_end > comma or one.start < comma)
    ]
    if comma is not None:
        after = [
            one
            for one in named
            if one.start > comma and _person(cast, one) and text[comma + 1 : one.start].strip() == ""
        ]
        titled = [
            one
            for one in named
            if one.outer_start > comma and _person(cast, one) and text[comma + 1 : one.outer_start].strip() == ""
        ]
        direct = [one for one in named if one.start == start and _person(cast, one)]
        if (after or titled) and not direct:
            return (after or titled)[0]
    near = [one for one in named if comma is None or one.start < comma]
    people = [one for one in near if _person(cast, one)] or [one for one in named if _person(cast, one)]
    at_start = [one for one in held if _person(cast, one) and one.start < (comma or one.end)]
    if at_start:
        return at_start[-1]
    if people:
        return people[-1]
    return max(held, key=lambda one: one.end - one.start) if held else near[0] if near else named[0]


def _before(scan: Scan, draft: Draft, cast: Cast, named: tuple[Reference, ...]) -> Reference | None:
    """Return the speaker before an active reporting word, without help of the tree."""
    first, last = draft.region
    free = [one for one in named if not governed(scan, one, first)]
    if not free:
        return (
            named[-1] if named and draft.cue is not None and draft.cue.word is not None and last - first <= 6 else None
        )
    adjacent = _adjacent(scan, draft, tuple(free))
    people = [one for one in free if _person(cast, one)]
    if adjacent and not people:
        return max(adjacent, key=lambda one: one.end - one.start)
    return people[0] if people else free[0]


def _joint(scan: Scan, cast: Cast, named: tuple[Reference, ...], chosen: Reference) -> tuple[int, ...]:
    """Return the member with those joined to it by a plain conjunction."""
    members = [chosen.member]
    kind = cast.members[chosen.member].kind
    for one in named:
        if cast.members[one.member].kind is not kind or one.member in members:
            continue
        low, high = (one, chosen) if one.start < chosen.start else (chosen, one)
        between = scan.words.text[low.end : high.outer_start].lower().split()
        if len(between) == 1 and between[0] in scan.speech.also and kind is ActorKind.PERSON:
            members.append(one.member)
    order = {one.member: one.start for one in reversed(named)}
    return tuple(sorted(members, key=lambda member: order.get(member, 0)))
