"""Indonesian words around the names of products and other things, read from the data files and checked."""

import tomllib
from collections.abc import Iterator

from kronik.errors import DataError
from kronik.languages.analysis import NameKind
from kronik.languages.frequencies import Frequencies
from kronik.languages.id.packaged import text_of
from kronik.languages.naming import BODY, OFFICE, RANK, NamingWords, phrases
from kronik.languages.things.words import Cue, Part, Rest, ThingWords

CUES = "things.tsv"
WORDS = "things.toml"
COLUMNS = 5
KINDS = frozenset({NameKind.PRODUCT, NameKind.OTHER})
SETS = frozenset(
    {"called", "links", "joins", "numbers", "years", "about", "companies", "counted", "undated", "never", "leading"}
)
NEVER = "never"
BESIDE = frozenset({Rest.TAIL, Rest.CODE})
"""Cues of tables of their own: they stand at the end of a name, or within a word."""


def load_things(naming: NamingWords, frequencies: Frequencies) -> ThingWords:
    """Return the Indonesian words around the names of things. Costs file reads.

    Args:
        naming: the language's words of naming: what begins an office or a body begins no thing's name.
        frequencies: the language's words; those that are no names.

    Raises:
        DataError: a file has an unknown key, a wrong value, or an entry twice.
    """
    cues = tuple(_cues())
    sets = _sets()
    for apart in ({Rest.TAIL}, {Rest.CODE}, set(Rest) - BESIDE):
        _once([cue.form.lower() for cue in cues if cue.rest in apart])
    return ThingWords(
        cues=phrases({cue.form.lower(): cue for cue in cues if cue.rest not in BESIDE}),
        tails={cue.form: cue for cue in cues if cue.rest is Rest.TAIL},
        codes={cue.form: cue for cue in cues if cue.rest is Rest.CODE},
        **{key: words for key, words in sets.items() if key != NEVER},
        stops=naming.openers | sets[NEVER],
        ordinary=frozenset(frequencies.words) - frequencies.names,
        heads=frozenset(word for word, bits in naming.begins.items() if bits & (OFFICE | BODY | RANK))
        | naming.honorifics,
    )


def _cues() -> Iterator[Cue]:
    for line in text_of(CUES).splitlines():
        if not line or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != COLUMNS:
            raise DataError(CUES, line, f"needs {COLUMNS} columns")
        form, kind, sort, part, rest = parts
        try:
            cue = Cue(form=form, kind=NameKind(kind), sort=sort, part=Part(part), rest=Rest(rest))
        except ValueError as error:
            raise DataError(CUES, line, str(error)) from error
        if cue.kind not in KINDS:
            raise DataError(CUES, line, "names a person, a body or a place")
        yield cue


def _once(forms: list[str]) -> None:
    seen: set[str] = set()
    for form in forms:
        if form in seen:
            raise DataError(CUES, form, "stands twice")
        seen.add(form)


def _sets() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(text_of(WORDS))
    if raw.keys() != SETS:
        raise DataError(WORDS, ", ".join(sorted(raw)), "needs the keys " + ", ".join(sorted(SETS)))
    for key, found in raw.items():
        if len(set(found)) != len(found):
            raise DataError(WORDS, key, "holds a word twice")
    return {key: frozenset(found) for key, found in raw.items()}
