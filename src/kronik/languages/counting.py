"""What a language tells about numbers and what they count."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kronik.records.reports import FigureKind, Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """Words that say what became of those counted, in lower case.

    Attributes:
        active: verbs whose object is counted: they stand before the number ("menewaskan 12 orang").
        states: what is said of those counted, behind the number ("12 orang tewas") or in a phrase that the number
            closes ("korban tewas mencapai 12").
        nouns: nouns that name those counted by their fate ("12 pengungsi").
    """

    active: frozenset[str]
    states: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class FateTable:
    """Phrases of fate by form, and their first and last words, so that most words cost one look."""

    kinds: Mapping[str, FigureKind]
    firsts: frozenset[str]
    lasts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountWords:
    """Words around numbers; all in lower case, entries of several words parted by a space.

    Attributes:
        digits: words for numbers up to nine.
        teens: words that add ten to a digit before them.
        scales: words that multiply what stands before them.
        ones: words that hold their own one ("seratus"): value.
        fused: number and what it counts in one word: word -> (value, counts persons).
        collectives: words for all of a number ("ketiga"): value.
        halves: words for a half.
        short_scales: abbreviations of scales behind an amount of money (as written).
        round_endings: endings of a number or scale that make it a round one ("200-an").
        vague: words for a number without value ("ratusan").
        before_currencies, after_currencies: words or signs of a currency -> ISO 4217.
        limits: words before a number -> side; those of `late_limits` stand behind it.
        late_limits: words behind a number or what it counts -> side.
        persons: nouns that count persons.
        possessives: the ending of a noun for whose it is.
        groups: nouns that count groups of persons -> unit.
        victims: words in what is counted -> whose they are.
        others: words for the rest of those counted ("lainnya").
        links: words between a state and the number that it tells ("mencapai").
        fillers: words that may stand between a number, what it counts and its fate.
        negations: words before a noun of fate that make it none ("tidak ada").
        none_nouns: what a negation denies -> kind.
        counters: nouns of a count, whose verb may stand far behind ("jumlah korban tewas akibat ... mencapai 12").
        ranges: words between the lowest and the highest of a range.
        pickers: words before a one that only picks it ("salah satu").
        breaks: words that end a clause.
        asides: words that open what stands between commas, apart from the sentence ("termasuk", "kata").
        ages: words before an age ("berusia").
        relatives: words whose verb tells what those counted did, not what became of them ("yang").
        shares: words between a number and those that it is taken from ("dari").
        denials: words before a state that make it not so ("tidak").
        wanted: persons who are looked for, but not missing ("pelaku").
        amounts: words before money that make it none of an event ("pecahan").
        whole: currencies whose amounts have no smaller coins.
        cumulative: words of a total over more than one event.
        no_count: words behind a number that make it no count ("persen").
        no_number: words before a number that make it no count ("pasal").
        active_prefixes: beginnings of verbs in the active voice, whose subject stands before them.
        fates: kind -> its words.
    """

    digits: Mapping[str, int]
    teens: frozenset[str]
    scales: Mapping[str, int]
    ones: Mapping[str, int]
    fused: Mapping[str, tuple[int, bool]]
    collectives: Mapping[str, int]
    halves: frozenset[str]
    short_scales: Mapping[str, int]
    round_endings: frozenset[str]
    vague: frozenset[str]
    before_currencies: Mapping[str, str]
    after_currencies: Mapping[str, str]
    limits: Mapping[str, Limit]
    late_limits: Mapping[str, Limit]
    persons: frozenset[str]
    possessives: tuple[str, ...]
    groups: Mapping[str, str]
    victims: Mapping[str, str]
    others: frozenset[str]
    links: frozenset[str]
    fillers: frozenset[str]
    negations: frozenset[str]
    none_nouns: Mapping[str, FigureKind]
    counters: frozenset[str]
    ranges: frozenset[str]
    pickers: frozenset[str]
    breaks: frozenset[str]
    asides: frozenset[str]
    ages: frozenset[str]
    relatives: frozenset[str]
    shares: frozenset[str]
    denials: frozenset[str]
    wanted: frozenset[str]
    amounts: frozenset[str]
    whole: frozenset[str]
    cumulative: frozenset[str]
    no_count: frozenset[str]
    no_number: frozenset[str]
    active_prefixes: tuple[str, ...]
    fates: Mapping[FigureKind, Fates]
    starters: frozenset[str] = field(init=False)
    """Words that begin a number."""
    active: FateTable = field(init=False)
    states: FateTable = field(init=False)
    nouns: FateTable = field(init=False)
    none: FateTable = field(init=False)
    negation_heads: frozenset[str] = field(init=False)
    fated: frozenset[str] = field(init=False)
    """Of each phrase of fate the longest word, up to a hyphen: where none of them stands, nobody is counted."""
    currencies: frozenset[str] = field(init=False)
    """Words that begin a currency."""

    def __post_init__(self) -> None:
        """Gather what is looked up at every word."""
        starters = frozenset((*self.digits, *self.ones, *self.fused, *self.collectives, *self.halves, *self.vague))
        object.__setattr__(self, "starters", starters)
        for name in ("active", "states", "nouns"):
            kinds = {form: kind for kind, fates in self.fates.items() for form in sorted(getattr(fates, name))}
            object.__setattr__(self, name, _table(kinds))
        object.__setattr__(self, "none", _table(self.none_nouns))
        object.__setattr__(self, "negation_heads", frozenset(phrase.split(" ", 1)[0] for phrase in self.negations))
        phrases = (*self.active.kinds, *self.states.kinds, *self.nouns.kinds)
        object.__setattr__(self, "fated", frozenset(max(one.split(), key=len).split("-", 1)[0] for one in phrases))
        currencies = (phrase.split(" ", 1)[0] for phrase in (*self.before_currencies, *self.after_currencies))
        object.__setattr__(self, "currencies", frozenset(currencies))


def _table(kinds: Mapping[str, FigureKind]) -> FateTable:
    firsts = frozenset(form.split(" ", 1)[0] for form in kinds)
    return FateTable(kinds, firsts, frozenset(form.rsplit(" ", 1)[-1] for form in kinds))
