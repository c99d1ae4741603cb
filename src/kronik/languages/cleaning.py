"""The words and shapes by which a language's news pages mark what is not the article."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kronik.languages.strays import StrayModel
from kronik.records.articles import Kind, Reason


class Form(StrEnum):
    """How much of a line a marker takes with it."""

    LINE = "line"
    """The pattern is the whole line, white space and closing punctuation aside; the line is debris."""
    OPENING = "opening"
    """The line begins with the pattern; the line is debris."""
    ENDING = "ending"
    """From the match to the end of the line is debris; the match stands after a sentence."""
    INSIDE = "inside"
    """The match itself is debris, wherever it stands in a line."""


class Place(StrEnum):
    """Where in the page a marker counts."""

    ANY = "any"
    HEAD = "head"
    """Among the first lines."""
    FOOT = "foot"
    """Among the last lines."""


def folded(text: str) -> str:
    """Return a text in small letters for a search of signs.

    Letters that patterns without case take for an ASCII one become that one. The length may change.
    """
    return text.lower().replace("i\u0307", "i").replace("\u0131", "i").replace("\u017f", "s")


def has_sign(folded: str, signs: tuple[str, ...]) -> bool:
    """Tell whether one of the signs stands in a text, as `folded` gives it."""
    return any(sign in folded for sign in signs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Words that mark debris.

    Attributes:
        id: rule id, as it stands in a ledger.
        reason: what the marked stretch is.
        form: how much of the line goes with the match.
        place: where in the page the marker counts.
        pattern: compiled; matched at the start of a line for LINE and OPENING, searched for the others.
        takes_titles: lines below that have the shape of a headline belong to the marker ("Read also:" above a list).
        heads_list: the words head a list of other stories ("Related articles"), not one link.
        ends_article: nothing after it but page furniture is expected (an editor's line, a list of tags).
        cut: the marker says that the article goes on elsewhere.
        max_chars: longest line that the marker takes with it; 0 for no limit.
        unsure: keep the line for reading, bar it from later stages.
        signs: small letters one of which every match holds; empty where nothing so short tells.
    """

    id: str
    reason: Reason
    form: Form
    pattern: re.Pattern[str]
    place: Place = Place.ANY
    takes_titles: bool = False
    heads_list: bool = False
    ends_article: bool = False
    cut: bool = False
    max_chars: int = 0
    unsure: bool = False
    signs: tuple[str, ...] = ()

    def may_match(self, folded: str) -> bool:
        """Tell whether a text, as `folded` gives it, may hold the pattern: a test far cheaper than the pattern."""
        return not self.signs or has_sign(folded, self.signs)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSign:
    """A sign of what sort of item an article is.

    Attributes:
        kind: the sort.
        field: ``title``, ``section``, ``uri`` or ``lead`` (first prose line).
        pattern: compiled; searched in that field.
    """

    kind: Kind
    field: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaning:
    """Cleaning knowledge of one language.

    Attributes:
        markers: in order of precedence.
        line_start: matches a line wherever a LINE or OPENING marker may, save those whose pattern begins with any
            characters (``scanning``); one search in place of many. None: no such shortcut.
        scanning: the markers that ``line_start`` does not stand for.
        read_more: a link text that closes a teaser and is glued to the one after it ("Read moreTrump says ...").
        read_more_signs: small letters one of which every such text holds; empty where nothing so short tells.
        places: place names of datelines, case folded.
        outlets: names of outlets in datelines that do not look like a host, case folded.
        outlet_heads: single words that outlets' names begin with ("Tribun"), case folded.
        section_words: words that make a short line at the head a section label ("news", "latest"), case folded.
        writer_labels, editor_labels: words before a person in a byline, case folded.
        and_words: words between two names of a byline, case folded.
        ahead_words: words that say that a sentence tells what is to come, case folded.
        small_words: words written small within a headline, case folded.
        place_words: words before the name of a place where something is ("in"), case folded.
        announcing_words: words that end a line that announces items below it ("as follows"), case folded.
        kinds: signs of kind, in order of precedence.
        near_languages: codes of languages that share the common words, the likeliest first.
        common_words: the commonest words of this language, case folded; near languages may share them.
        own_words: words of this language that the near ones do not have, case folded.
        near_words: words of the near languages that this one does not have, case folded.
        strays: judge of lines that may be headlines of other stories.
    """

    markers: tuple[Marker, ...] = ()
    line_start: re.Pattern[str] | None = None
    scanning: tuple[Marker, ...] = ()
    read_more: re.Pattern[str] | None = None
    read_more_signs: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    outlet_heads: frozenset[str] = frozenset()
    section_words: frozenset[str] = frozenset()
    writer_labels: frozenset[str] = frozenset()
    editor_labels: frozenset[str] = frozenset()
    and_words: frozenset[str] = frozenset()
    ahead_words: frozenset[str] = frozenset()
    small_words: frozenset[str] = frozenset()
    place_words: frozenset[str] = frozenset()
    announcing_words: frozenset[str] = frozenset()
    kinds: tuple[KindSign, ...] = ()
    near_languages: tuple[str, ...] = ()
    common_words: frozenset[str] = frozenset()
    own_words: frozenset[str] = frozenset()
    near_words: frozenset[str] = frozenset()
    strays: StrayModel | None = None
