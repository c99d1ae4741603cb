"""Own sentences as prose, with a cast made of the names that stand in them."""

from functools import cache

from kronik.actors.cast import Cast, Member, Reference
from kronik.annotation.prose import Prose
from kronik.languages.analysis import Analyser
from kronik.languages.id.analyser import load_analyser
from kronik.languages.id.speech import load_speech
from kronik.languages.speech import SpeechWords
from kronik.records.actors import ActorKind, MentionForm
from kronik.records.articles import Article, Kind, Language
from kronik.records.pages import Media, Page, Part
from kronik.statements.finding import statements_of
from kronik.statements.spoken import Spoken, Stretch
from kronik.text.views import Piece, View

PERSON, ORGANISATION, STATE = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE
NAMES = {
    "Budi Santoso": PERSON,
    "Rina Wulandari": PERSON,
    "Tono Prasetyo": PERSON,
    "Bank Lestari": ORGANISATION,
    "Dinas Pertanian": ORGANISATION,
    "Polres Sukamaju": ORGANISATION,
    "Norwegia": STATE,
    "Kenya": STATE,
    "Budi": PERSON,
    "Rina": PERSON,
    "Tono": PERSON,
}
SAME = {"Budi": "Budi Santoso", "Rina": "Rina Wulandari", "Tono": "Tono Prasetyo"}


@cache
def words() -> SpeechWords:
    """The Indonesian reporting words."""
    return load_speech()


@cache
def analyse() -> Analyser:
    """The Indonesian analyser."""
    return load_analyser()


def prose_of_text(text: str) -> Prose:
    """Prose whose view is its page text."""
    parts = (Part(name="text", text=text),)
    page = Page(id="0" * 16, uri="test:page", media=Media.TEXT, encoding="utf-8", projection="text/1", parts=parts)
    article = Article(
        page_id=page.id, uri=page.uri, language=Language(code="id", score=1.0), kind=Kind.NEWS, prose=text
    )
    view = View(text, (Piece(0, len(text), 0),))
    return Prose(page=page, article=article, view=view, analysis=analyse()(text), published=None, times=())


def cast_of_text(prose: Prose) -> Cast:
    """The cast of the known names in a prose; a longer name hides a shorter one in it."""
    names = list(dict.fromkeys(SAME.get(name, name) for name in NAMES))
    members = tuple(Member(name=name, kind=NAMES[name], country=None, sector=None) for name in names)
    taken: list[Stretch] = []
    references = []
    for name in NAMES:
        start = prose.text.find(name)
        while start >= 0:
            end = start + len(name)
            if not any(low < end and start < high for low, high in taken):
                taken.append((start, end))
                references.append(
                    Reference(
                        start=start,
                        end=end,
                        sentence=prose.analysis.sentence_at(start) or 0,
                        head=0,
                        member=names.index(SAME.get(name, name)),
                        form=MentionForm.NAME,
                        outer_start=start,
                        outer_end=end,
                        rule="test",
                    )
                )
            start = prose.text.find(name, end)
    return Cast(members=members, references=tuple(sorted(references, key=lambda one: one.start)))


def spoken_in(text: str) -> tuple[Spoken, ...]:
    """The statements of a text."""
    prose = prose_of_text(text)
    return statements_of(prose, cast_of_text(prose), words())


def told_in(text: str) -> list[tuple[str, str]]:
    """Speakers and content of each statement, slices joined with a bar, several speakers with a plus."""
    prose = prose_of_text(text)
    cast = cast_of_text(prose)
    return [
        (
            " + ".join(cast.members[member].name for member in one.speakers),
            " | ".join(text[start:end] for start, end in one.content),
        )
        for one in statements_of(prose, cast, words())
    ]
