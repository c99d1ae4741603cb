"""A lexicon of a dozen entries, so that what is tested is the coder and not the language's data."""

from kronik.languages.coding import (
    Argument,
    Condition,
    Effect,
    Entry,
    Form,
    FormKind,
    Frame,
    Lexicon,
    LightRole,
    LightVerb,
    ModeCue,
    Reach,
    Scorer,
    Slot,
    StatusCue,
    Test,
    Where,
)
from kronik.records.plover import EventType
from kronik.records.reports import Status

SUBJECT, OBJECT, GENITIVE = Argument(Slot.SUBJECT), Argument(Slot.OBJECT), Argument(Slot.GENITIVE)
BY, AT = Argument(Slot.OBLIQUE, ("oleh",)), Argument(Slot.OBLIQUE, ("terhadap", "ke"))
WITH, BETWEEN = Argument(Slot.OBLIQUE, ("dengan",)), Argument(Slot.OBLIQUE, ("antara",))
TO = Argument(Slot.OBLIQUE, ("kepada", "terhadap"))

ACT = Frame(name="act.verb", actor=(SUBJECT,), recipient=(OBJECT, AT))
DEED = Frame(name="act.result", actor=(GENITIVE, BY), recipient=(AT,))
DOING = Frame(name="act.action", actor=(BY,), recipient=(GENITIVE, AT))
MEET = Frame(name="meet.verb", actor=(SUBJECT, OBJECT, WITH), recipient=(), mutual=True)
TALKS = Frame(name="meet.result", actor=(GENITIVE, BETWEEN, WITH), recipient=(), mutual=True)
ADDRESS = Frame(name="address.verb", actor=(SUBJECT,), recipient=(OBJECT, TO, Argument(Slot.COMPLEMENT)))
OWN = Frame(name="own.verb", actor=(SUBJECT,), recipient=(Argument(Slot.OWNER), OBJECT))

CLASSES = {
    "relative_pronouns": frozenset({"yang"}),
    "agent_markers": frozenset({"oleh"}),
    "place_markers": frozenset({"di", "ke"}),
    "inner_markers": frozenset({"di", "antara"}),
    "means_markers": frozenset({"dengan"}),
    "goal_markers": frozenset({"kepada", "terhadap"}),
    "partner_markers": frozenset({"dengan"}),
    "citing_words": frozenset({"dikutip", "dilansir"}),
    "spokespersons": frozenset({"juru bicara"}),
    "joiners": frozenset({"dan", "-"}),
    "companions": frozenset({"bersama"}),
    "when_words": frozenset({"ketika", "saat"}),
    "since_words": frozenset({"sejak"}),
    "people": frozenset({"orang"}),
    "list_openers": frozenset({"yakni", "adalah"}),
    "we": frozenset({"kami"}),
}


def entry(
    key: str,
    kind: EventType,
    mode: str | None = None,
    *,
    needs: tuple[tuple[Condition, ...], ...] = (),
    excludes: tuple[Condition, ...] = (),
    status: Status | None = None,
) -> Entry:
    """Return an entry."""
    return Entry(id=key, type=kind, mode=mode, needs=needs, excludes=excludes, status=status, weight=0.8, example="-")


ATTACK = entry("serang", EventType.ASSAULT)
WAR = entry("perang", EventType.ASSAULT, status=Status.ONGOING)
ARREST = entry("tangkap", EventType.COERCE, "arrest")
SEIZE = entry("sita", EventType.COERCE, "seize")
TALK = entry("temu", EventType.CONSULT)
DEMAND = entry("desak", EventType.REQUEST)
PRAISE = entry("puji", EventType.SUPPORT)
CHARGE = entry("tersangka", EventType.ACCUSE, "allege")
PROBE = entry(
    "periksa",
    EventType.ACCUSE,
    "investigate",
    needs=((Condition(Where.ACTOR, Test.SECTOR, frozenset({"COP", "JUD"})),),),
    excludes=(Condition(Where.NEXT, Test.WORD, frozenset({"pasien"})),),
)
VERDICT = entry("vonis", EventType.SANCTION, "convict")

FORMS = (
    Form(words=("menyerang",), kind=FormKind.ACTIVE, frame=ACT, entry=ATTACK),
    Form(words=("diserang",), kind=FormKind.PASSIVE, frame=ACT, entry=ATTACK),
    Form(words=("serangan",), kind=FormKind.RESULT, frame=DEED, entry=ATTACK),
    Form(words=("serang",), kind=FormKind.BARE, frame=ACT, entry=ATTACK),
    Form(words=("perang",), kind=FormKind.RESULT, frame=TALKS, entry=WAR),
    Form(words=("menangkap",), kind=FormKind.ACTIVE, frame=ACT, entry=ARREST),
    Form(words=("ditangkap",), kind=FormKind.PASSIVE, frame=ACT, entry=ARREST),
    Form(words=("penangkapan",), kind=FormKind.ACTION, frame=DOING, entry=ARREST),
    Form(words=("menyita",), kind=FormKind.ACTIVE, frame=OWN, entry=SEIZE),
    Form(words=("bertemu",), kind=FormKind.MIDDLE, frame=MEET, entry=TALK),
    Form(words=("pertemuan",), kind=FormKind.RESULT, frame=TALKS, entry=TALK),
    Form(words=("mendesak",), kind=FormKind.ACTIVE, frame=ADDRESS, entry=DEMAND),
    Form(words=("memuji",), kind=FormKind.ACTIVE, frame=ACT, entry=PRAISE),
    Form(words=("dipuji",), kind=FormKind.PASSIVE, frame=ACT, entry=PRAISE),
    Form(words=("pujian",), kind=FormKind.RESULT, frame=DEED, entry=PRAISE),
    Form(words=("ditetapkan", "tersangka"), kind=FormKind.PASSIVE, frame=ACT, entry=CHARGE),
    Form(words=("memeriksa",), kind=FormKind.ACTIVE, frame=ACT, entry=PROBE),
    Form(words=("divonis",), kind=FormKind.PASSIVE, frame=ACT, entry=VERDICT),
)
LIGHT = (
    LightVerb(words=("melancarkan",), kind=FormKind.ACTIVE, subject=LightRole.ACTOR, obliques=(), status=None),
    LightVerb(words=("dilancarkan",), kind=FormKind.PASSIVE, subject=LightRole.ACTOR, obliques=(), status=None),
    LightVerb(words=("menerima",), kind=FormKind.ACTIVE, subject=LightRole.RECIPIENT, obliques=("dari",), status=None),
    LightVerb(
        words=("membatalkan",), kind=FormKind.ACTIVE, subject=LightRole.ACTOR, obliques=(), status=Status.NEGATED
    ),
)
CUES = (
    StatusCue(words=("tidak",), status=Status.NEGATED, reach=Reach.AUXILIARY, weight=0.9),
    StatusCue(words=("akan",), status=Status.FUTURE, reach=Reach.AUXILIARY, weight=0.8),
    StatusCue(words=("telah",), status=Status.OCCURRED, reach=Reach.AUXILIARY, weight=0.6),
    StatusCue(words=("kini",), status=Status.ONGOING, reach=Reach.AUXILIARY, weight=0.7),
    StatusCue(words=("jika",), status=Status.HYPOTHETICAL, reach=Reach.MARKER, weight=0.9),
    StatusCue(words=("untuk",), status=Status.HYPOTHETICAL, reach=Reach.MARKER, weight=0.3),
    StatusCue(words=("berencana",), status=Status.FUTURE, reach=Reach.GOVERNOR, weight=0.8),
    StatusCue(words=("rencana",), status=Status.FUTURE, reach=Reach.NOUN, weight=0.7),
    StatusCue(words=("membantah",), status=Status.NEGATED, reach=Reach.GOVERNOR, effect=Effect.DENIAL, weight=0.95),
    StatusCue(words=("menuduh",), status=Status.ALLEGED, reach=Reach.GOVERNOR, effect=Effect.CLAIM, weight=0.8),
)
MODES = (
    ModeCue(words=("rudal",), type=EventType.ASSAULT, mode="heavy-weapons", near=Where.BELOW, weight=0.8),
    ModeCue(words=("udara",), type=EventType.ASSAULT, mode="aerial", near=Where.NEXT, weight=0.9),
)


def lexicon(threshold: float = 0.0, weights: dict[str, float] | None = None) -> Lexicon:
    """Return the lexicon with a scorer that keeps everything unless told otherwise."""
    return Lexicon(
        version="test",
        entries=(ATTACK, WAR, ARREST, SEIZE, TALK, DEMAND, PRAISE, CHARGE, PROBE, VERDICT),
        forms={one.words[0]: (one,) for one in FORMS},
        light_verbs={one.words[0]: (one,) for one in LIGHT},
        mode_cues={one.words[0]: (one,) for one in MODES},
        status_cues={one.words[0]: (one,) for one in CUES},
        classes=CLASSES,
        domains=(),
        scorer=Scorer(version="s", weights=weights or {}, threshold=threshold),
    )
