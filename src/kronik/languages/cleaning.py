"""The words and shapes by which a language's news pages mark what is not the article."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from kronik.languages.strays import StrayModel
from kronik.records.articles import Kind, Reason

OPENING_LETTERS = 2
"""First letters of a line by which the markers that may take it are looked up."""


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
    low = text.lower()
    return low if low.isascii() else low.replace("i\u0307", "i").replace("\u0131", "i").replace("\u017f", "s")


def has_sign(folded: str, signs: tuple[str, ...]) -> bool:
    """Tell whether one of the signs stands in a text, as `folded` gives it."""
    for sign in signs:  # noqa: SIM110 -- asked for every line of every page; a generator costs more than its tests
        if sign in folded:
            return True
    return False


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
        opens: small letters one of which begins each line that a LINE or OPENING marker takes; empty for any line.
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
    opens: tuple[str, ...] = ()

    def may_match(self, folded: str) -> bool:
        """Tell whether a text, as `folded` gives it, may hold the pattern: a test far cheaper than the pattern."""
        return not self.signs or has_sign(folded, self.signs)

    def may_open(self, folded: str) -> bool:
        """Tell whether a line, as `folded` gives it, may begin with the pattern, as cheaply."""
        return folded.startswith(self.opens or "") and (not self.signs or has_sign(folded, self.signs))


def _by_opening(fixed: Sequence[Marker]) -> Mapping[str, tuple[Marker, ...]]:
    """Return LINE and OPENING markers by the first letters that they open with, as `Cleaning` holds them."""
    keys = {"", *(opening[:OPENING_LETTERS] for marker in fixed for opening in marker.opens)}
    return MappingProxyType({key: tuple(m for m in fixed if _may_open(m, key)) for key in sorted(keys)})


def _may_open(marker: Marker, key: str) -> bool:
    """Tell whether a marker may take a line whose first letters are these, and nothing longer among the keys."""
    return not marker.opens or any(key.startswith(opening[:OPENING_LETTERS]) for opening in marker.opens)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSign:
    """A sign of what sort of item an article is.

    Attributes:
        kind: the sort.
        field: ``title``, ``section``, ``uri`` or ``lead`` (first prose line).
        pattern: compiled; searched in that field.
        signs: small letters one of which every match holds; empty where nothing so short tells.
    """

    kind: Kind
    field: str
    pattern: re.Pattern[str]
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaning:
    """Cleaning knowledge of one language.

    Attributes:
        markers: in order of precedence.
        line_markers: the LINE and OPENING markers that may take a line, in order of precedence, by its first letters
            as `folded` gives it: `OPENING_LETTERS` of them, else fewer, else the empty string.
        within_markers: the other markers, in order of precedence.
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
        telling_words: all of these three lists, made of them.
        strays: judge of lines that may be headlines of other stories.
    """

    markers: tuple[Marker, ...] = ()
    line_markers: Mapping[str, tuple[Marker, ...]] = field(init=False)
    within_markers: tuple[Marker, ...] = field(init=False)
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
    telling_words: frozenset[str] = field(init=False)
    strays: StrayModel | None = None

    def __post_init__(self) -> None:
        fixed = tuple(marker for marker in self.markers if marker.form in {Form.LINE, Form.OPENING})
        within = tuple(marker for marker in self.markers if marker.form in {Form.ENDING, Form.INSIDE})
        object.__setattr__(self, "line_markers", _by_opening(fixed))
        object.__setattr__(self, "within_markers", within)
        object.__setattr__(self, "telling_words", self.common_words | self.own_words | self.near_words)

    def markers_of(self, folded: str) -> tuple[Marker, ...]:
        """Return the LINE and OPENING markers that may take a line, as `folded` gives it, in order of precedence."""
        known = self.line_markers
        for size in range(OPENING_LETTERS, 0, -1):
            if folded[:size] in known:
                return known[folded[:size]]
        return known.get("", ())
