"""Casts of own sentences, read with the real pack and knowledge."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from kronik.actors.cast import Cast, Member
from kronik.actors.casting import cast_of
from kronik.annotation.prose import Prose
from kronik.articles.article import article_of
from kronik.knowledge.knowledge import Knowledge
from kronik.knowledge.loading import load_knowledge
from kronik.languages.naming import NamingWords
from kronik.languages.pack import LanguagePack
from kronik.records.actors import MentionForm
from kronik.records.pages import Media, Page, Part, page_id
from kronik.text.views import Piece, View


@dataclass(frozen=True)
class Read:
    """A text with its cast."""

    prose: Prose
    cast: Cast

    def mentions(self, *, pronouns: bool = False) -> list[str]:
        """The mentions in order of place."""
        text = self.prose.text
        kept = (one for one in self.cast.references if pronouns or one.form is not MentionForm.PRONOUN)
        return [text[one.start : one.end] for one in kept]

    def member(self, mention: str) -> Member:
        """The member that a mention (its first place) refers to."""
        return self.cast.members[self.index(mention)]

    def index(self, mention: str, nth: int = 1) -> int:
        """The index of the member that the nth place of a mention refers to."""
        found = [one for one in self.cast.references if self.prose.text[one.start : one.end] == mention]
        return found[nth - 1].member

    def together(self, *mentions: str) -> bool:
        """Whether all these mentions refer to one member."""
        return len({self.index(mention) for mention in mentions}) == 1


@pytest.fixture(scope="session")
def naming(packs: dict[str, LanguagePack]) -> NamingWords:
    """The Indonesian words of naming."""
    words = packs["id"].naming
    assert words is not None
    return words


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The packaged knowledge."""
    return load_knowledge()


@pytest.fixture(scope="session")
def read(packs: dict[str, LanguagePack], naming: NamingWords, knowledge: Knowledge) -> Callable[[str], Read]:
    """Reads a text whose view is the text itself."""

    def reading(text: str) -> Read:
        uri = "https://kabar.example.com/berita"
        parts = (Part(name="text", text=text),)
        page = Page(
            id=page_id("text/1", uri, parts),
            uri=uri,
            media=Media.TEXT,
            encoding="utf-8",
            projection="text/1",
            parts=parts,
        )
        analyser = packs["id"].analyser
        assert analyser is not None
        prose = Prose(
            page=page,
            article=article_of(page, packs),
            view=View(text, (Piece(0, len(text), 0),)),
            analysis=analyser(text),
            published=date(2025, 6, 18),
            times=(),
        )
        return Read(prose, cast_of(prose, naming, knowledge))

    return reading
