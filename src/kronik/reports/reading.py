"""One prose with its scene, indexed for the questions that the coder asks again and again."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter

from kronik.actors.cast import Reference
from kronik.annotation.prose import PlacedTime, Prose
from kronik.figures.counted import Counted
from kronik.languages.analysis import START, Sentence, Token
from kronik.languages.coding import Lexicon
from kronik.places.placed import PlacedName
from kronik.reports.clause import ClauseWords
from kronik.reports.scene import Scene
from kronik.statements.spoken import Spoken

NAMING = frozenset({"PROPN", "NUM"})
"""Word classes of names and numbers."""
BEGIN = itemgetter(0)
"""Where a stretch begins."""
RELATIVES = "relative_pronouns"
AGENTS = "agent_markers"
"""Names of the lexicon's word classes that clauses are read with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A prose, its scene, and look-ups by sentence.

    Attributes:
        sentences: those of the analysis.
        lower: for each sentence the lower-cased forms of its tokens.
        vocabulary: for each sentence these forms and the lemmas of its tokens.
        references: index of a sentence -> references in it, in order of place.
        contents: (start, end, index of the statement) for each stretch of content, in order of place.
    """

    prose: Prose
    scene: Scene
    lexicon: Lexicon
    clause_words: ClauseWords
    sentences: tuple[Sentence, ...]
    lower: tuple[tuple[str, ...], ...]
    vocabulary: tuple[frozenset[str], ...]
    references: Mapping[int, tuple[Reference, ...]]
    contents: tuple[tuple[int, int, int], ...]

    def token(self, sentence: int, index: int) -> Token:
        """Return a token of a sentence."""
        return self.sentences[sentence].tokens[index]

    def spoken_at(self, offset: int) -> tuple[Spoken, ...]:
        """Return the statements whose content holds a code point, the widest first."""
        held = [
            (end - start, index)
            for start, end, index in self.contents[: bisect_right(self.contents, offset, key=BEGIN)]
            if offset < end
        ]
        return tuple(self.scene.spoken[index] for _, index in sorted(held, reverse=True))

    def statements_at(self, offset: int) -> frozenset[int]:
        """Return the indices of the statements whose content holds a code point."""
        before = bisect_right(self.contents, offset, key=BEGIN)
        return frozenset(index for _, end, index in self.contents[:before] if offset < end)

    def content_at(self, offset: int) -> tuple[int, int] | None:
        """Return the narrowest content of a statement that holds a code point; None outside of all."""
        before = bisect_right(self.contents, offset, key=BEGIN)
        held = ((start, end) for start, end, _ in self.contents[:before] if offset < end)
        return min(held, key=lambda one: one[1] - one[0], default=None)

    def times_in(self, start: int, end: int) -> tuple[PlacedTime, ...]:
        """Return the times that begin in a stretch of the view."""
        times = self.prose.times
        first = bisect_left(times, start, key=START)
        last = bisect_left(times, end, key=START)
        return times[first:last]

    def places_in(self, start: int, end: int) -> tuple[PlacedName, ...]:
        """Return the places that begin in a stretch of the view."""
        return tuple(one for one in self.scene.placed if start <= one.start < end)

    def counted_in(self, start: int, end: int) -> tuple[Counted, ...]:
        """Return the figures that begin in a stretch of the view."""
        return tuple(one for one in self.scene.counted if start <= one.start < end)

    def plain_word(self, sentence: int, at: int) -> str:
        """Return a word of a sentence as weights may know it: names and numbers by their class alone.

        A weight for one of these would remember the articles that it was learned from.
        """
        kind = self.sentences[sentence].tokens[at].upos
        return kind if kind in NAMING else self.lower[sentence][at]

    def token_at(self, sentence: int, offset: int) -> int:
        """Return the index of the token of a sentence that holds a code point, or of the one before it."""
        tokens = self.sentences[sentence].tokens
        return max(0, bisect_right(tokens, offset, key=START) - 1)


def reading_of(prose: Prose, scene: Scene, lexicon: Lexicon) -> Reading:
    """Return the indexed reading of a prose."""
    by_sentence: dict[int, list[Reference]] = {}
    for reference in scene.cast.references:
        by_sentence.setdefault(reference.sentence, []).append(reference)
    sentences = prose.analysis.sentences
    lower = tuple(tuple(token.form.lower() for token in sentence.tokens) for sentence in sentences)
    contents = sorted((start, end, index) for index, one in enumerate(scene.spoken) for start, end in one.content)
    return Reading(
        prose=prose,
        scene=scene,
        lexicon=lexicon,
        clause_words=ClauseWords(
            relatives=lexicon.classes.get(RELATIVES, frozenset()),
            agent_markers=lexicon.classes.get(AGENTS, frozenset()),
        ),
        sentences=sentences,
        lower=lower,
        vocabulary=tuple(
            frozenset(forms).union(token.lemma for token in sentence.tokens)
            for forms, sentence in zip(lower, sentences, strict=True)
        ),
        references={sentence: tuple(found) for sentence, found in by_sentence.items()},
        contents=tuple(contents),
    )
