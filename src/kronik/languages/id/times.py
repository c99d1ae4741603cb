"""Indonesian time expressions: the pack's data, handed to the engine."""

from kronik.languages.id.packaged import text_of
from kronik.languages.pack import TimeFinder
from kronik.languages.temporal.finder import GrammarFinder
from kronik.languages.temporal.resolving import Resolver
from kronik.languages.temporal.screening import screen_of
from kronik.languages.temporal.sources import check_feasts, read_feasts, read_grammar, read_lexicon

WORDS = "times_words.toml"
RULES = "times_rules.toml"
FEASTS = "times_feasts.tsv"


def load_times() -> TimeFinder:
    """Return the finder of Indonesian time expressions, its data read and checked.

    Raises:
        DataError: a data file is wrong.
    """
    words, rules, feasts = (text_of(name) for name in (WORDS, RULES, FEASTS))
    lexicon = read_lexicon(words, WORDS)
    table = read_feasts(feasts, FEASTS)
    check_feasts(lexicon, table, FEASTS)
    grammar = read_grammar(rules, lexicon, RULES)
    return GrammarFinder(lexicon, screen_of(lexicon, grammar.core, WORDS), grammar, Resolver(table))
