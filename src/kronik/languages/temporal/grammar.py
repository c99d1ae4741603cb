"""Rules over kinds of tokens, compiled to finite automata and run level by level.

Every kind of token is one character to the automata, so that a rule is a regular expression over kinds. A level
replaces what its rules match by one item of a new kind; the next level sees that item. At one place the longest
match wins, then the earlier rule. Repetitions are bounded and looked at from places where a rule can begin, so the
work is linear in the number of tokens.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from kronik.errors import DataError
from kronik.languages.temporal.meanings import Meaning
from kronik.languages.temporal.patterns import Reach, reach_of
from kronik.languages.temporal.tokens import Token

FIRST_CODE = 0xE000
"""Kinds are private-use characters from here on."""
ELEMENT = re.compile(
    r"\s*(?:(?P<name>[a-z][a-z0-9_]*):)?(?:(?P<kind>[A-Za-z][\w-]*)|'(?P<sign>[^']+)'"
    r"|(?P<open>\()|(?P<operator>[)|?]|\{\d+(?:,\d+)?\}))"
)
NAMED = re.compile(r"\(\?P<\w+")
NAMED_GROUP = re.compile(r"\(\?P<\w+>")
NUMBERED = "__"
"""Between the name of a captured part and its number: alternatives may capture a part of the same name."""
DEEPEST_MACRO = 8
"""Macros within macros: deeper is one that uses itself."""
LONGEST_MATCH = 40
"""Items that one rule may span: more is no expression of a language but a list that would cost time."""
EMITTED = frozenset({"Day", "Mon", "Yr", "Per", "Mom", "Many"})
"""Kinds of items that are times when the last level has run."""
SENTENCE_ENDS = frozenset({".", "break"})
"""Kinds that no rule reads over."""
CORE = "CORE"
"""Class of the kinds of which every rule that makes a time holds one, or a time."""
SILENT = frozenset({"Num"})
"""Kinds whose rules are not told in the name of what is made with them."""


class Found(NamedTuple):
    """One item made by a rule: kind, half-open code points, meaning, and the rule's id."""

    kind: str
    start: int
    end: int
    value: Meaning
    rule: str


Item = Token | Found


class Captures(NamedTuple):
    """What a match holds: its items, those of each named part, and the arguments of the rule."""

    items: tuple[Item, ...]
    named: Mapping[str, tuple[Item, ...]]
    arguments: Mapping[str, str]


Maker = Callable[[Captures], Meaning | None]
"""Makes the meaning of a match; None when the words make no sense together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """A rule as written in a data file.

    Attributes:
        id: name of the rule, which its results carry.
        level: rules of lower levels run first.
        pattern: names of kinds and macros, ``'sign'`` for punctuation, ``name:`` before what is captured, and
            ``( ) | ? {m,n}``.
        make: name of the function that makes the meaning; ``nothing`` bars the match from every other rule.
        out: kind of the item made.
        left, not_left, right, not_right: kinds that must or must not stand beside the match.
        arguments: further settings for the maker.
    """

    id: str
    level: int
    pattern: str
    make: str
    out: str
    left: str = ""
    not_left: str = ""
    right: str = ""
    not_right: str = ""
    arguments: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """A compiled rule; ``parts`` are the names of what it captures, with the numbers of their groups."""

    id: str
    automaton: re.Pattern[str]
    parts: tuple[tuple[str, int], ...]
    maker: Maker
    out: str
    arguments: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Rules that run together.

    Attributes:
        starts: matches a kind that one of them can begin with.
        rules: by that kind, in order of the file.
        seconds: by that kind, those that may follow it; None where one of the rules may match it alone.
        trials: by that kind, what matches everywhere and has a group for each rule, which spans what the rule matches:
            all of them are tried at one go.
    """

    starts: re.Pattern[str]
    rules: Mapping[str, tuple[Rule, ...]]
    seconds: Mapping[str, frozenset[str] | None]
    trials: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Levels in order, the character of every kind, and the core: kinds of which every time holds one."""

    codes: Mapping[str, str]
    levels: tuple[Level, ...]
    core: frozenset[str]


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The character of every kind, and the kinds of every class."""

    codes: Mapping[str, str]
    classes: Mapping[str, tuple[str, ...]]
    macros: Mapping[str, str]
    file: str

    def of(self, name: str, rule: str) -> str:
        """Return the characters of a kind or class.

        Raises:
            DataError: there is none of this name.
        """
        if name in self.classes:
            return "".join(self.of(kind, rule) for kind in self.classes[name])
        if name in self.codes:
            return self.codes[name]
        raise DataError(self.file, rule, f"no kind, class or macro is called {name!r}")


def compile_grammar(
    rules: Sequence[RuleText],
    *,
    kinds: Sequence[str],
    classes: Mapping[str, tuple[str, ...]],
    macros: Mapping[str, str],
    makers: Mapping[str, Maker],
    file: str,
) -> Grammar:
    """Return the automata of the rules.

    Raises:
        DataError: a pattern names what there is not, reads over the end of a sentence or makes a time without a kind
            of the core; a rule stands twice; no class is the core.
    """
    codes = {kind: chr(FIRST_CODE + at) for at, kind in enumerate(dict.fromkeys(kinds))}
    alphabet = Alphabet(codes, classes, macros, file)
    core = frozenset(alphabet.of(CORE, CORE))
    held = core.union(codes[kind] for kind in EMITTED if kind in codes)
    seen: set[str] = set()
    levels: dict[int, list[tuple[Rule, Reach]]] = {}
    for text in rules:
        if text.id in seen:
            raise DataError(file, text.id, "a rule of this id stands above")
        seen.add(text.id)
        if text.make not in makers or text.out not in codes:
            raise DataError(file, text.id, f"no maker {text.make!r} or kind {text.out!r}")
        rule, body = _compiled(text, alphabet, makers[text.make])
        if any(codes[kind] in body for kind in SENTENCE_ENDS if kind in codes):
            raise DataError(file, text.id, "reads over the end of a sentence")
        reach = reach_of(body, held)
        if text.out in EMITTED and not reach.held:
            raise DataError(file, text.id, "makes a time without a kind of the core")
        levels.setdefault(text.level, []).append((rule, reach))
    return Grammar(
        codes=codes,
        levels=tuple(_level(levels[number], codes) for number in sorted(levels)),
        core=frozenset(kind for kind, code in codes.items() if code in core),
    )


def _compiled(text: RuleText, alphabet: Alphabet, maker: Maker) -> tuple[Rule, str]:
    names = count()
    body = NAMED.sub(lambda match: f"{match[0]}{NUMBERED}{next(names)}", translated(text.pattern, alphabet, text.id))
    left, not_left, right, not_right = (
        "".join(alphabet.of(name, text.id) for name in names.split())
        for names in (text.left, text.not_left, text.right, text.not_right)
    )
    expression = (
        (f"(?<=[{left}])" if left else "")
        + (f"(?<![{not_left}])" if not_left else "")
        + body
        + (f"(?=[{right}])" if right else "")
        + (f"(?![{not_right}])" if not_right else "")
    )
    try:
        automaton = re.compile(expression)
    except re.error as error:
        raise DataError(alphabet.file, text.id, f"not a pattern: {error}") from error
    parts = tuple((name.partition(NUMBERED)[0], number) for name, number in automaton.groupindex.items())
    rule = Rule(id=text.id, automaton=automaton, parts=parts, maker=maker, out=text.out, arguments=text.arguments)
    return rule, body


def _level(rules: list[tuple[Rule, Reach]], codes: Mapping[str, str]) -> Level:
    by_start: dict[str, tuple[Rule, ...]] = {}
    seconds: dict[str, frozenset[str] | None] = {}
    for code in codes.values():
        chosen = [(rule, reach) for rule, reach in rules if code in reach.firsts]
        if chosen:
            by_start[code] = tuple(rule for rule, _ in chosen)
            alone = any(reach.single for _, reach in chosen)
            seconds[code] = None if alone else frozenset[str]().union(*(reach.seconds for _, reach in chosen))
    trials = {chosen: _trial(chosen) for chosen in dict.fromkeys(by_start.values())}
    return Level(
        starts=re.compile(f"[{''.join(by_start)}]"),
        rules=by_start,
        seconds=seconds,
        trials={code: trials[chosen] for code, chosen in by_start.items()},
    )


def _trial(rules: tuple[Rule, ...]) -> re.Pattern[str]:
    return re.compile("".join(f"(?:(?=({NAMED_GROUP.sub('(?:', rule.automaton.pattern)}))|)" for rule in rules))


def translated(pattern: str, alphabet: Alphabet, rule: str, depth: int = 0) -> str:
    """Return the regular expression over kind characters that a pattern stands for.

    Raises:
        DataError: the pattern cannot be read, or a macro uses itself.
    """
    if depth > DEEPEST_MACRO:
        raise DataError(alphabet.file, rule, "a macro uses itself")
    out: list[str] = []
    at = 0
    pattern = pattern.strip()
    while at < len(pattern):
        match = ELEMENT.match(pattern, at)
        if match is None:
            raise DataError(alphabet.file, rule, f"cannot read the pattern at {pattern[at:]!r}")
        at = match.end()
        name = f"?P<{match['name']}>" if match["name"] else ""
        if match["open"]:
            out.append(f"({name or '?:'}")
        elif match["operator"]:
            out.append(match["operator"])
        else:
            word = match["kind"] or match["sign"]
            if word in alphabet.macros:
                inner = translated(alphabet.macros[word], alphabet, rule, depth + 1)
                out.append(f"({name or '?:'}{inner})")
            else:
                one = f"[{alphabet.of(word, rule)}]"
                out.append(f"({name}{one})" if name else one)
    return "".join(out)


def run(grammar: Grammar, tokens: Sequence[Token]) -> list[Item]:
    """Return the items that the grammar makes of the tokens, those that no rule touched among them."""
    items: list[Item] = list(tokens)
    kinds = "".join([grammar.codes[item.kind] for item in items])
    for level in grammar.levels:
        kinds, items = _run_level(level, kinds, items, grammar.codes)
    return items


def _run_level(level: Level, kinds: str, items: list[Item], codes: Mapping[str, str]) -> tuple[str, list[Item]]:
    out: list[Item] = []
    out_kinds: list[str] = []
    done = 0
    for start in level.starts.finditer(kinds):
        at = start.start()
        following = level.seconds[kinds[at]]
        if at < done or (following is not None and kinds[at + 1 : at + 2] not in following):
            continue
        made = _best(level, kinds, at, items)
        if made is not None:
            end, found = made
            out += items[done:at]
            out.append(found)
            out_kinds += (kinds[done:at], codes[found.kind])
            done = end
    if not done:
        return kinds, items
    return "".join((*out_kinds, kinds[done:])), out + items[done:]


def _best(level: Level, kinds: str, at: int, items: list[Item]) -> tuple[int, Found] | None:
    """Return the end and the item of the longest match at a place that makes sense, the earlier rule first."""
    tried = level.trials[kinds[at]].match(kinds, at, at + LONGEST_MATCH)
    if tried is None or tried.lastindex is None:
        return None
    ends = [end for _, end in tried.regs[1:]]
    while (end := max(ends)) > at:
        which = ends.index(end)
        found = _made(level.rules[kinds[at]][which], kinds, at, items)
        if found is not None:
            return end, found
        ends[which] = at
    return None


def _made(rule: Rule, kinds: str, at: int, items: list[Item]) -> Found | None:
    """Return the item that a rule makes at a place where it matches; None where it makes no sense."""
    match = rule.automaton.match(kinds, at, at + LONGEST_MATCH)
    if match is None:
        return None
    spans = match.regs
    named = {name: tuple(items[slice(*spans[number])]) for name, number in rule.parts if spans[number][0] >= 0}
    taken = tuple(items[at : match.end()])
    meaning = rule.maker(Captures(taken, named, rule.arguments))
    if meaning is None:
        return None
    inner = [item.rule for item in taken if isinstance(item, Found) and item.kind not in SILENT]
    return Found(rule.out, taken[0].start, taken[-1].end, meaning, "+".join(dict.fromkeys([*inner, rule.id])))
