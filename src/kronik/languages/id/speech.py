"""Reads the Indonesian reporting words."""

import tomllib
from collections.abc import Iterator

from kronik.errors import DataError
from kronik.languages.id.packaged import text_of
from kronik.languages.speech import Place, ReportingWord, Sort, SpeechWords

VERBS = "speech_verbs.tsv"
WORDS = "speech.toml"
WEIGHTS = "speech_weights.tsv"
THRESHOLD = "threshold"
COLUMNS = ("active", "passive", "bare", "sort", "marks")
FORMS = (Place.ACTIVE, Place.PASSIVE, Place.BARE)
MARKS = frozenset({"denies", "loose"})
NONE = "-"
LISTS = (
    "nouns",
    "utterances",
    "according",
    "resting",
    "citing",
    "citing_only",
    "citing_links",
    "likewise",
    "that",
    "bahwa",
    "about",
    "purpose",
    "between",
    "after_verb",
    "negators",
    "addressing",
    "closing",
    "joining",
    "turning",
    "subordinating",
    "openers",
    "pronouns",
    "relative",
    "standing_for",
    "whether",
    "fragments",
    "plural",
    "indefinite",
    "also",
    "governing",
    "predicates",
    "modals",
    "pointing",
)
SINGLE = frozenset({"source", "phrases", "clitic", "by", "verb_starts"})


def load_speech() -> SpeechWords:
    """Return the Indonesian reporting words. Costs two file reads.

    Raises:
        DataError: a data file has an unknown key, a double form or a wrong sort.
    """
    text = text_of(WORDS)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(WORDS, "", str(error)) from error
    unknown = table.keys() - set(LISTS) - SINGLE
    if unknown:
        raise DataError(WORDS, ", ".join(sorted(unknown)), "unknown key")
    lists = {name: _words(name, table.get(name)) for name in LISTS}
    forms = (*_verbs(text_of(VERBS)), *_phrases(table.get("phrases")))
    weights = _weights(text_of(WEIGHTS))
    threshold = weights.pop(THRESHOLD, 0.0)
    glued = frozenset(form.words[0] for form in forms if form.place is not Place.BARE)
    clitic = _word(table, "clitic")
    joined = frozenset(form.words[0] + clitic for form in forms if form.place is not Place.ACTIVE)
    plain = frozenset(form.words[0] for form in forms)
    sources = lists["according"] | lists["resting"] | lists["citing_only"] | lists["nouns"]
    return SpeechWords(
        verbs=_by_first(forms),
        cues=plain | joined | sources,
        glued=glued | lists["according"],
        clitic=clitic,
        by=_word(table, "by"),
        verb_starts=tuple(sorted(_words("verb_starts", table.get("verb_starts")))),
        weights=weights,
        threshold=threshold,
        **lists,
    )


def _word(table: dict[str, object], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value:
        raise DataError(WORDS, key, "must be a word")
    return value


def _words(name: str, value: object) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(word, str) and word == word.lower() for word in value):
        raise DataError(WORDS, name, "must be a list of words in lower case")
    words = [str(word) for word in value]
    double = sorted({word for word in words if words.count(word) > 1})
    if double:
        raise DataError(WORDS, name, f"stands twice: {', '.join(double)}")
    return frozenset(words)


def _verbs(text: str) -> Iterator[ReportingWord]:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise DataError(VERBS, "", f"the columns must be {', '.join(COLUMNS)}")
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            raise DataError(VERBS, cells[0], f"needs {len(COLUMNS)} columns")
        marks = frozenset() if cells[4] == NONE else frozenset(cells[4].split(","))
        if marks - MARKS or cells[3] not in set(Sort):
            raise DataError(VERBS, cells[0], "unknown sort or mark")
        root = next((cell for cell in cells[:3] if cell != NONE), "")
        for place, cell in zip(FORMS, cells[:3], strict=True):
            if cell != NONE:
                yield ReportingWord(
                    words=(cell,),
                    root=root,
                    sort=Sort(cells[3]),
                    place=place,
                    denies="denies" in marks,
                    loose="loose" in marks and place is Place.BARE,
                )


def _phrases(value: object) -> Iterator[ReportingWord]:
    if not isinstance(value, list):
        raise DataError(WORDS, "phrases", "must be a list of tables")
    for row in value:
        if not isinstance(row, dict) or row.keys() != {"words", "sort", "place"}:
            raise DataError(WORDS, "phrases", "needs words, sort and place")
        words = str(row["words"])
        try:
            sort, place = Sort(str(row["sort"])), Place(str(row["place"]))
        except ValueError as error:
            raise DataError(WORDS, words, str(error)) from error
        yield ReportingWord(words=tuple(words.split()), root=words, sort=sort, place=place)


def _weights(text: str) -> dict[str, float]:
    out: dict[str, float] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            sign, _, value = line.partition("\t")
            try:
                number = float(value)
            except ValueError as error:
                raise DataError(WEIGHTS, sign, "needs a number") from error
            if sign in out:
                raise DataError(WEIGHTS, sign, "stands twice")
            out[sign] = number
    return out


def _by_first(forms: tuple[ReportingWord, ...]) -> dict[str, tuple[ReportingWord, ...]]:
    out: dict[str, list[ReportingWord]] = {}
    for form in forms:
        others = out.setdefault(form.words[0], [])
        if any(other.words == form.words for other in others):
            raise DataError(VERBS, " ".join(form.words), "stands twice")
        others.append(form)
    return {first: tuple(sorted(each, key=lambda one: -len(one.words))) for first, each in out.items()}
