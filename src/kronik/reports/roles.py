"""Actors and recipients of a candidate: the places that its frame names, read off the tree."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from kronik.languages.analysis import ROOT
from kronik.languages.coding import Argument as Place
from kronik.languages.coding import FormKind, LightRole, Slot
from kronik.records.actors import ActorKind
from kronik.records.plover import EventType
from kronik.reports.candidates import Candidate
from kronik.reports.clause import NOMINAL, Argument, Standing, arguments_of, base, conjuncts, is_passive, marker_of
from kronik.reports.coded import Role
from kronik.reports.members import acting, inside_of, references_of
from kronik.reports.nearby import beside, marked_behind, subject_before
from kronik.reports.reading import Reading

TURNED = frozenset({FormKind.PASSIVE, FormKind.STATIVE})
"""Kinds of verbs whose subject is what the active verb's object is."""


GOALS = "goal_markers"
"""Class of the lexicon: prepositions of the one to whom something is done."""
COMPANIONS = "companions"
"""Class of the lexicon: prepositions of company."""
BOTH = 2
"""Sides of a mutual event that are enough."""
MEANS = "means_markers"
"""Class of the lexicon: prepositions of the means."""
LENT = frozenset({"conjunct-subject", "control", "control-object", "embedded", "noun-control", "modified", "before"})
"""Rules by which a verb takes its subject from another clause."""
PERSONAL = frozenset(
    {EventType.REQUEST, EventType.SUPPORT, EventType.REJECT, EventType.AGREE, EventType.THREATEN, EventType.CONCEDE}
)
"""Types that one who says "we" does himself; in others his body does."""


class Filler(Struct, frozen=True):
    """A phrase in a role: its head, how it came there, and the member that it stands for (None where it names none)."""

    token: int
    rule: str
    member: int | None


class Filling(Struct, frozen=True, kw_only=True):
    """Phrases in the roles of a candidate; `subject` and `object` as the conditions of the lexicon mean them."""

    actors: tuple[Filler, ...]
    recipients: tuple[Filler, ...]
    subject: int | None
    object: int | None


def filling_of(reading: Reading, candidate: Candidate) -> Filling:
    """Return the phrases in the roles of a candidate, coordinated ones each for itself."""
    tree = reading.sentences[candidate.sentence]
    own = _own(reading, candidate)
    light = () if candidate.light_head is None else arguments_of(tree, candidate.light_head, reading.clause_words)
    around = _Around(reading=reading, candidate=candidate, own=own, light=light)
    frame = candidate.form.frame
    if frame.mutual:
        actors = _together(around)
        recipients: tuple[Filler, ...] = ()
    else:
        actors = _fill(around, _lent(around, LightRole.ACTOR), frame.actor, LightRole.RECIPIENT)
        if _spoken_noun(around):
            return _first_person(around)
        actors = actors or tuple(_fillers(around, [*_main_subject(around), *_wielder(around)]))
        recipients = _fill(around, _lent(around, LightRole.RECIPIENT), frame.recipient, LightRole.ACTOR)
        if all(filler.member is None for filler in recipients):
            recipients = (*recipients, *_goals(around), *_inside(around, recipients))
    actors = (*actors, *_companions(around, actors))
    taken = {filler.token for filler in actors}
    return Filling(
        actors=actors,
        recipients=tuple(filler for filler in recipients if filler.token not in taken),
        subject=_first(own, Standing.SUBJECT),
        object=_object(around),
    )


def _own(reading: Reading, candidate: Candidate) -> tuple[Argument, ...]:
    """Return the arguments of the candidate's words: those of its head, objects and marked phrases on its others.

    One of its own words is an argument only where it names somebody ("met the crowd").
    """
    tree = reading.sentences[candidate.sentence]
    inside = range(candidate.first, candidate.last + 1)
    named = {one.head for one in reading.references.get(candidate.sentence, ())}
    found = list(arguments_of(tree, candidate.head, reading.clause_words))
    for at in inside:
        if at != candidate.head and tree.tokens[at].upos in (*NOMINAL, "VERB"):
            found += [
                one
                for one in arguments_of(tree, at, reading.clause_words)
                if one.marker is not None or one.standing in (Standing.GENITIVE, Standing.OBJECT)
            ]
    return tuple(
        one for one in found if one.token not in inside or (one.token in named and one.standing is Standing.OBJECT)
    )


def roles_of(fillers: Iterable[Filler]) -> tuple[Role, ...]:
    """Return the members in a role, each once."""
    found: dict[int, Role] = {}
    for filler in fillers:
        if filler.member is not None:
            found.setdefault(filler.member, Role(member=filler.member, rule=filler.rule))
    return tuple(found.values())


def subject_of(reading: Reading, sentence: int, predicate: int) -> tuple[Role, ...]:
    """Return the members that are subject of a predicate, or agent of a passive one."""
    found = arguments_of(reading.sentences[sentence], predicate, reading.clause_words)
    passive = is_passive(reading.token(sentence, predicate))
    wanted = Standing.AGENT if passive else Standing.SUBJECT
    return roles_of(_filled(reading, sentence, [one for one in found if one.standing is wanted], body=False))


class _Around(Struct, frozen=True, kw_only=True):
    """A candidate and the arguments of its word and of its light verb."""

    reading: Reading
    candidate: Candidate
    own: tuple[Argument, ...]
    light: tuple[Argument, ...]


def _fill(around: _Around, lent: list[Argument], places: tuple[Place, ...], subject: LightRole) -> tuple[Filler, ...]:
    """Return the fillers of the first place that names a member; without one those of the first place with a phrase.

    `subject`: the role of a light verb's subject with which its own prepositions mark this role.
    """
    first: tuple[Filler, ...] = ()
    for arguments in [lent, *(list(_standing(around, place, subject)) for place in places)]:
        fillers = tuple(_fillers(around, arguments))
        if any(filler.member is not None for filler in fillers):
            return fillers
        first = first or fillers
    return first


def _goals(around: _Around) -> Iterator[Filler]:
    """Yield those to whom a verb that has its object in itself is directed ("pronounces-sentence on X")."""
    form = around.candidate.form
    words = around.reading.lexicon.classes.get(GOALS, frozenset())
    if form.kind is FormKind.ACTIVE and len(form.words) > 1:
        found = [one for one in around.own if one.marker in words]
        yield from _fillers(around, found or list(marked_behind(around.reading, around.candidate, words)))


def _inside(around: _Around, fillers: tuple[Filler, ...]) -> Iterator[Filler]:
    """Yield the members in whose place those phrases stand that name nobody themselves."""
    for filler in fillers:
        for reference in inside_of(around.reading, around.candidate.sentence, filler.token):
            yield Filler(reference.head, f"{filler.rule}-inside", reference.member)


def _companions(around: _Around, actors: tuple[Filler, ...]) -> Iterator[Filler]:
    """Yield those who act together with an actor: phrases behind a word of company, on the verb or on its subject."""
    words = around.reading.lexicon.classes.get(COMPANIONS, frozenset())
    if not any(filler.member is not None for filler in actors):
        return
    tree = around.reading.sentences[around.candidate.sentence]
    beside = [one for one in (*around.own, *around.light) if one.marker in words]
    for filler in actors:
        for child in tree.children[filler.token]:
            if base(tree.tokens[child].relation) in ("nmod", "obl") and marker_of(tree, child) in words:
                beside += [Argument(child, Standing.MARKED, None, "company")]
    taken = {filler.token for filler in actors}
    for filler in _fillers(around, [Argument(one.token, one.standing, one.marker, "company") for one in beside]):
        if filler.token not in taken:
            yield filler


def _nearer(around: _Around, subjects: list[Argument]) -> list[Argument]:
    """Return the name right before the verb instead of a subject that another clause lends it."""
    rules = {one.rule.removeprefix("light-") for one in subjects}
    if not rules <= LENT:
        return subjects
    return list(subject_before(around.reading, around.candidate)) or subjects


def _named_last(around: _Around, subjects: list[Argument]) -> list[Argument]:
    """Return the person named behind a comma right before the verb, where a title with another name is its subject."""
    reading, sentence = around.reading, around.candidate.sentence
    before = list(subject_before(reading, around.candidate))
    if not before or any(one.rule != "subject" for one in subjects) or not subjects:
        return subjects
    members = reading.scene.cast.members
    for one in reading.references.get(sentence, ()):
        person = one.head == before[0].token and members[one.member].kind is ActorKind.PERSON
        apart = reading.prose.text[: one.outer_start].rstrip().endswith(",")
        if person and apart and subjects[0].token < one.head:
            return [Argument(one.head, Standing.SUBJECT, None, "subject")]
    return subjects


def _spoken_noun(around: _Around) -> bool:
    """Tell whether a noun stands for its verb behind a pronoun ("we praise-noun X"), as people speak."""
    candidate = around.candidate
    if candidate.form.kind is not FormKind.RESULT or candidate.light is not None or candidate.first == 0:
        return False
    before = around.reading.sentences[candidate.sentence].tokens[candidate.first - 1]
    return before.upos == "PRON" and before.form.lower() not in around.reading.clause_words.relatives


def _first_person(around: _Around) -> Filling:
    """Return the pronoun before such a noun as the one who acts, its genitive as the one acted on."""
    subject = [Argument(around.candidate.first - 1, Standing.SUBJECT, None, "before")]
    genitive = [one for one in around.own if one.standing is Standing.GENITIVE]
    return Filling(
        actors=tuple(_fillers(around, subject)),
        recipients=tuple(_fillers(around, genitive)),
        subject=subject[0].token,
        object=_first(genitive, Standing.GENITIVE),
    )


def _acts(around: _Around) -> bool:
    """Tell whether the subject of the candidate's verb is the one who acts."""
    return any(place.slot is Slot.SUBJECT for place in around.candidate.form.frame.actor)


def _wielder(around: _Around) -> Iterator[Argument]:
    """Yield the subject of the verb whose means the event's noun is ("answered with an attack")."""
    candidate = around.candidate
    tree = around.reading.sentences[candidate.sentence]
    words = around.reading.lexicon.classes.get(MEANS, frozenset())
    token = tree.tokens[candidate.head]
    if candidate.verbal or candidate.light_head is not None or token.head == ROOT:
        return
    if marker_of(tree, candidate.head) in words and tree.tokens[token.head].upos == "VERB":
        for one in arguments_of(tree, token.head, around.reading.clause_words):
            if one.standing is Standing.SUBJECT:
                yield Argument(one.token, one.standing, one.marker, "means")


def _main_subject(around: _Around) -> Iterator[Argument]:
    """Yield the subject of the sentence for an active verb that no clause lends one, and for a fight with somebody."""
    candidate = around.candidate
    tree = around.reading.sentences[candidate.sentence]
    if (
        candidate.form.kind not in (FormKind.ACTIVE, FormKind.MIDDLE)
        or not _acts(around)
        or tree.root
        in (
            candidate.head,
            candidate.light_head,
        )
    ):
        return
    for one in arguments_of(tree, tree.root, around.reading.clause_words):
        if one.standing is Standing.SUBJECT and one.token < candidate.first:
            yield Argument(one.token, one.standing, one.marker, "main-subject")


def _fillers(around: _Around, arguments: list[Argument]) -> Iterator[Filler]:
    entry = around.candidate.form.entry
    body = entry.type not in PERSONAL or entry.mode == "meet"
    return _filled(around.reading, around.candidate.sentence, arguments, body=body)


def _filled(reading: Reading, sentence: int, arguments: list[Argument], *, body: bool) -> Iterator[Filler]:
    tree = reading.sentences[sentence]
    for argument in arguments:
        for number, head in enumerate(conjuncts(tree, argument.token)):
            rule = argument.rule + ("-conjunct" if number else "")
            references = references_of(reading, sentence, head)
            if not references:
                yield Filler(head, rule, None)
            for reference in references:
                member, suffix = acting(reading, reference, body=body)
                yield Filler(head, rule + suffix, member)


def _lent(around: _Around, role: LightRole) -> list[Argument]:
    """Return what the light verb lends: its subject (the agent of a passive one) in the role that it has."""
    light = around.candidate.light
    if light is None or light.subject is not role:
        return []
    wanted = Standing.AGENT if light.kind is FormKind.PASSIVE else Standing.SUBJECT
    noun = around.candidate.head
    found = [
        Argument(one.token, one.standing, one.marker, f"light-{one.rule}")
        for one in around.light
        if one.standing is wanted and one.token != noun
    ]
    return _nearer(around, found) if light.kind in (FormKind.ACTIVE, FormKind.MIDDLE) else found


def _standing(around: _Around, place: Place, subject: LightRole | None) -> Iterator[Argument]:
    """Yield the arguments that stand in a place of the frame."""
    candidate = around.candidate
    if place.slot is Slot.COMPLEMENT:
        yield from _complement(around)
        return
    if place.slot is Slot.OBLIQUE:
        light = candidate.light
        lent = light.obliques if light is not None and subject in (None, light.subject) else ()
        words = frozenset((*place.words, *lent))
        found = [one for one in (*around.own, *around.light) if one.marker in words and one.token != candidate.head]
        yield from found or marked_behind(around.reading, candidate, words)
        return
    if place.slot is Slot.OWNER:
        yield from _owners(around)
        return
    wanted = Standing.GENITIVE if place.slot is Slot.GENITIVE else _turned(candidate.form.kind, place.slot)
    found = [one for one in around.own if one.standing is wanted]
    if place.slot is Slot.SUBJECT and candidate.form.kind in (FormKind.ACTIVE, FormKind.MIDDLE):
        found = _nearer(around, found)
    if wanted is Standing.SUBJECT:
        found = _named_last(around, found)
    yield from found or beside(around.reading, candidate, place.slot)


def _turned(kind: FormKind, slot: Slot) -> Standing:
    if kind in TURNED:
        return Standing.AGENT if slot is Slot.SUBJECT else Standing.SUBJECT
    return Standing.SUBJECT if slot is Slot.SUBJECT else Standing.OBJECT


def _owners(around: _Around) -> Iterator[Argument]:
    """Yield those to whom the object belongs, or who did what it names: genitives, agents, and "of" phrases."""
    tree = around.reading.sentences[around.candidate.sentence]
    words = around.reading.clause_words
    head = _object(around)
    if head is None or not around.candidate.verbal:
        return
    for one in arguments_of(tree, head, words):
        if one.standing in (Standing.GENITIVE, Standing.AGENT):
            yield Argument(one.token, one.standing, one.marker, f"owner-{one.rule}")
    for child in tree.children[head]:
        if base(tree.tokens[child].relation) == "acl" and child != around.candidate.head:
            for one in arguments_of(tree, child, words):
                if one.standing is Standing.AGENT or (one.standing is Standing.SUBJECT and one.rule == "subject"):
                    yield Argument(one.token, one.standing, one.marker, f"owner-{one.rule}")


def _complement(around: _Around) -> Iterator[Argument]:
    """Yield the one who is to act in the clause that the trigger governs."""
    tree = around.reading.sentences[around.candidate.sentence]
    for governor in (around.candidate.head, around.candidate.light_head):
        for child in () if governor is None else tree.children[governor]:
            token = tree.tokens[child]
            if base(token.relation) not in ("ccomp", "xcomp", "advcl", "acl", "csubj"):
                continue
            wanted = Standing.AGENT if is_passive(token) else Standing.SUBJECT
            for one in arguments_of(tree, child, around.reading.clause_words):
                if one.standing is wanted and one.rule in ("subject", "agent-marked", "agent-bare"):
                    yield Argument(one.token, one.standing, one.marker, f"complement-{one.rule}")


def _together(around: _Around) -> tuple[Filler, ...]:
    """Return the fillers of all places of a mutual frame, in order of place."""
    frame = around.candidate.form.frame
    own = [list(_standing(around, place, None)) for place in (*frame.actor, *frame.recipient)]
    fillers = [filler for arguments in own for filler in _fillers(around, arguments)]
    if len({filler.member for filler in fillers} - {None}) < BOTH:
        lent = [*_lent(around, LightRole.ACTOR), *_lent(around, LightRole.RECIPIENT)]
        fillers += _fillers(around, lent)
    if len({filler.member for filler in fillers} - {None}) < BOTH and not around.candidate.verbal:
        fillers += _fillers(around, list(_main_subject(around)))
    found: dict[tuple[int, int], Filler] = {}
    for filler in fillers:
        found.setdefault((filler.token, -1 if filler.member is None else filler.member), filler)
    return tuple(found[key] for key in sorted(found))


def _first(arguments: Iterable[Argument], standing: Standing) -> int | None:
    return next((one.token for one in arguments if one.standing is standing), None)


def _object(around: _Around) -> int | None:
    if not around.candidate.verbal:
        return _first(around.own, Standing.GENITIVE)
    return _first(around.own, _turned(around.candidate.form.kind, Slot.OBJECT))
