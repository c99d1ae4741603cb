"""What is wrong in a data file is told when it loads."""

import pytest

from kronik.errors import DataError
from kronik.languages.temporal.sources import check_feasts, read_feasts, read_grammar, read_lexicon

WORDS = 'source = "test"\n[day]\nhari = "day"\n[past]\nlalu = "past"\n'
RULE = '[[rule]]\nid = "a"\nlevel = 1\npattern = "day past"\nmake = "vague"\nout = "Per"\n'
SOURCE = 'source = "test"\n[classes]\nCORE = ["day"]\n'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[day]\nhari = 1", "source"),
        ("source = 'x'\nday = 3", "table of words"),
        ("source = 'x'\n[a]\nhari = 1\n[b]\nhari = 2", "twice"),
        ("source = 'x'\n[a]\nhari = 1.5", "a number, a key"),
        ("source = 'x'\n[a]\nhari = true", "a number, a key"),
        ("source = 'x'\nglued = ['besok']\n[a]\nhari = 1", "no word"),
        ("source = 'x'\n[a]\n1-an = 1", "no letter"),
        ("source = ", "toml"),
    ],
)
def test_words(text, reason):
    with pytest.raises(DataError, match=reason):
        read_lexicon(text, "words.toml")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (RULE, "holds source"),
        ("other = 1\n" + SOURCE, "holds source"),
        (SOURCE + RULE + RULE, "stands above"),
        (SOURCE + RULE.replace("day past", "day future"), "future"),
        (SOURCE + RULE.replace("day past", "(day past"), "not a pattern"),
        (SOURCE + RULE.replace("day past", "day & past"), "cannot read"),
        (SOURCE + RULE.replace("vague", "guess"), "guess"),
        (SOURCE + RULE.replace("Per", "Span"), "Span"),
        (SOURCE + RULE + "colour = 1", "colour"),
        (SOURCE + RULE.replace('id = "a"\n', ""), "a rule has id"),
        (SOURCE + '[macros]\nM = "M day"\n' + RULE.replace("day past", "M"), "uses itself"),
        (SOURCE.replace("CORE", "OTHER") + RULE, "'CORE'"),
        (SOURCE + RULE.replace("day past", "day '.' past"), "over the end of a sentence"),
        (SOURCE + RULE.replace("day past", "past"), "without a kind of the core"),
        (SOURCE + RULE.replace("day past", "day? past"), "without a kind of the core"),
        (SOURCE + RULE.replace("day past", "day{0,2} past"), "without a kind of the core"),
        (SOURCE + RULE.replace("day past", "day | past"), "without a kind of the core"),
        (SOURCE + RULE.replace("day past", "(day | past (day past)?) past"), "without a kind of the core"),
    ],
)
def test_rules(text, reason):
    with pytest.raises(DataError, match=reason):
        read_grammar(text, read_lexicon(WORDS, "words.toml"), "rules.toml")


@pytest.mark.parametrize(
    "pattern",
    ["day past", "past{0,2} day", "(day past | past n:day) past", "day{1,2} | past day", "t:Per past", "Num day"],
)
def test_a_sound_grammar_loads(pattern):
    rule = RULE.replace("day past", pattern)
    grammar = read_grammar(SOURCE + rule, read_lexicon(WORDS, "words.toml"), "rules.toml")
    assert [rule.id for level in grammar.levels for group in level.rules.values() for rule in group][:1] == ["a"]
    assert grammar.core == {"day"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("natal\tfixed\t12-25", "source"),
        ("# source: x\nnatal\tfixed\t12-25\nnatal\tfixed\t12-26", "fixed, once"),
        ("# source: x\nnatal\tyearly\t12-25", "fixed, once"),
        ("# source: x\nimlek\tmoving\t2025-13-01", "cannot be read"),
        ("# source: x\nimlek\tmoving\t2025-01-29\nimlek\tmoving\t2025-01-29", "twice"),
    ],
)
def test_feasts(text, reason):
    with pytest.raises(DataError, match=reason):
        read_feasts(text, "feasts.tsv")


def test_a_word_for_a_feast_that_is_not_there():
    lexicon = read_lexicon('source = "x"\n[feast]\nnatal = "natal"', "words.toml")
    with pytest.raises(DataError, match="natal"):
        check_feasts(lexicon, read_feasts("# source: x\n", "feasts.tsv"), "feasts.tsv")
