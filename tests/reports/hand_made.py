"""Sentences, casts and proses made by hand, for tests that need no trained model.

A sentence is written as words with their place in the tree: ``form/UPOS/relation/head``, heads counted from 1, 0 for
the root. Verbs that begin with ``di`` are passive, with ``me`` active. A word whose form begins with ``+`` touches the
one before it.
"""

from msgspec.structs import replace

from kronik.actors.cast import Cast, Member, Reference
from kronik.annotation.prose import PlacedTime, Prose
from kronik.figures.counted import Counted
from kronik.languages.analysis import Analysis, Sentence, Token, Voice, sentence_of
from kronik.languages.coding import Lexicon
from kronik.places.placed import PlacedName
from kronik.records.actors import ActorKind, MentionForm
from kronik.records.articles import Article, Kind, Language
from kronik.records.pages import Media, Page, Part
from kronik.records.places import Where
from kronik.records.reports import FigureKind
from kronik.records.spans import evidence
from kronik.records.statements import Speech
from kronik.records.times import Anchor, Time
from kronik.reports.clause import ClauseWords
from kronik.reports.reading import Reading, reading_of
from kronik.reports.scene import Scene
from kronik.statements.spoken import Spoken
from kronik.text.views import Piece, View

WORDS = ClauseWords(relatives=frozenset({"yang"}), agent_markers=frozenset({"oleh"}))


def tree(text: str, start: int = 0) -> Sentence:
    """Return a sentence from its notation, its tokens one space apart from code point `start` on."""
    tokens = []
    at = start
    for item in text.split():
        form, upos, relation, head = item.rsplit("/", 3)
        touching = form.startswith("+")
        form = form.removeprefix("+")
        at -= touching
        tokens.append(Token(at, at + len(form), form, form.lower(), upos, _voice(form, upos), int(head) - 1, relation))
        at += len(form) + 1
    return sentence_of(start, tokens[-1].end, tuple(tokens))


def _voice(form: str, upos: str) -> Voice | None:
    if upos != "VERB":
        return None
    if form.lower().startswith("di"):
        return Voice.PASSIVE
    return Voice.ACTIVE if form.lower().startswith("me") else None


def index_of(sentence: Sentence, form: str, nth: int = 1) -> int:
    """Return the index of the nth token with a form."""
    return [index for index, token in enumerate(sentence.tokens) if token.form == form][nth - 1]


class Hand:
    """A prose made of hand-made sentences, to which members, statements, times, places and figures are added."""

    def __init__(self, *sentences: str, kind: Kind = Kind.NEWS) -> None:
        """Take the notations of the sentences."""
        self.kind = kind
        self.trees: list[Sentence] = []
        at = 0
        for one in sentences:
            self.trees.append(tree(one, at))
            at = self.trees[-1].end + 1
        self.text = self._written(at)
        self.members: list[Member] = []
        self.references: list[Reference] = []
        self.spoken: list[Spoken] = []
        self.times: list[PlacedTime] = []
        self.placed: list[PlacedName] = []
        self.counted: list[Counted] = []

    def _written(self, length: int) -> str:
        letters = [" "] * max(0, length - 1)
        for sentence in self.trees:
            for token in sentence.tokens:
                letters[token.start : token.end] = token.form
        return "".join(letters)

    def span(self, words: str, nth: int = 1) -> tuple[int, int]:
        """Return the code points of words of the text."""
        at = -1
        for _ in range(nth):
            at = self.text.index(words, at + 1)
        return at, at + len(words)

    def member(
        self,
        name: str,
        *mentions: str,
        kind: ActorKind = ActorKind.STATE,
        sector: str | None = "GOV",
        outer: str | None = None,
        title: str | None = None,
        count: int | None = None,
    ) -> int:
        """Add a member with every place at which one of its mentions stands.

        `outer` is a phrase around its name; a group's `count` says how many it is.
        """
        number = len(self.members)
        titles = (self.span(title),) if title else ()
        self.members.append(Member(name=name, kind=kind, country=None, sector=sector, titles=titles, number=count))
        for mention in mentions or (name,):
            at = self.text.find(mention)
            while at >= 0:
                self._refer(at, at + len(mention), number, self.span(outer) if outer and mention == name else None)
                at = self.text.find(mention, at + 1)
        self.references.sort(key=lambda one: (one.start, -one.end))
        return number

    def _refer(self, start: int, end: int, number: int, outer: tuple[int, int] | None) -> None:
        for index, sentence in enumerate(self.trees):
            if sentence.start <= start < sentence.end:
                inside = [at for at, token in enumerate(sentence.tokens) if start <= token.start < end]
                if not inside or sentence.tokens[inside[0]].start != start:
                    return
                head = next((at for at in inside if sentence.tokens[at].head not in inside), inside[0])
                low, high = outer if outer and outer[0] <= start < outer[1] else (start, end)
                self.references.append(
                    Reference(
                        start=start,
                        end=end,
                        sentence=index,
                        head=head,
                        member=number,
                        form=MentionForm.GROUP if self.members[number].kind is ActorKind.GROUP else MentionForm.NAME,
                        outer_start=low,
                        outer_end=high,
                        rule="test",
                    )
                )

    def time(self, words: str, value: str) -> None:
        """Add a time."""
        start, end = self.span(words)
        time = Time(id=value, evidence=evidence(start, end), value=value, anchor=Anchor.ABSOLUTE, rule="test")
        self.times.append(PlacedTime(start=start, end=end, time=time))

    def place(self, words: str, country: str | None = None) -> None:
        """Add a place."""
        start, end = self.span(words)
        where = Where(locality=words, country=country)
        self.placed.append(PlacedName(start=start, end=end, where=where, rule="test"))

    def countries(self, *codes: str) -> None:
        """Give the members so far their countries, in order."""
        self.members = [replace(one, country=code) for one, code in zip(self.members, codes, strict=True)]

    def say(self, content: str, *speakers: int, cue: str | None = None, kind: Speech = Speech.INDIRECT) -> None:
        """Add a statement."""
        found = self.span(cue) if cue else None
        self.spoken.append(
            Spoken(speakers=speakers, speaker=None, cue=found, content=(self.span(content),), kind=kind, rule="test")
        )

    def count(self, words: str, kind: FigureKind, value: float, head: str) -> None:
        """Add a figure."""
        start, end = self.span(words)
        low, high = self.span(head)
        self.counted.append(
            Counted(start=start, end=end, kind=kind, value=value, unit="person", head_start=low, head_end=high)
        )

    @property
    def scene(self) -> Scene:
        """The scene of what was added."""
        return Scene(
            cast=Cast(members=tuple(self.members), references=tuple(self.references)),
            spoken=tuple(self.spoken),
            placed=tuple(sorted(self.placed, key=lambda one: one.start)),
            counted=tuple(self.counted),
        )

    @property
    def prose(self) -> Prose:
        """The prose, whose page text is its view."""
        parts = (Part(name="text", text=self.text),)
        page = Page(id="p", uri="p", media=Media.TEXT, encoding="utf-8", projection="text/1", parts=parts)
        return Prose(
            page=page,
            article=Article(
                page_id="p", uri="p", language=Language(code="id", score=1.0), kind=self.kind, prose=self.text
            ),
            view=View(self.text, (Piece(0, len(self.text), 0),)),
            analysis=Analysis(text=self.text, sentences=tuple(self.trees), names=()),
            published=None,
            times=tuple(sorted(self.times, key=lambda one: one.start)),
        )

    def reading(self, lexicon: Lexicon) -> Reading:
        """The reading with a lexicon."""
        return reading_of(self.prose, self.scene, lexicon)
