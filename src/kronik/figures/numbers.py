"""Reads numbers in digits, in words and in both: ``1.326``, ``dua puluh lima``, ``11,8 triliun``, ``200-an``."""

from dataclasses import dataclass

from kronik.figures.tokens import SPELT, SPELT_END, Tokens
from kronik.languages.counting import CountWords

GROUP = 3
"""Digits between two signs for thousands."""
MOST_DIGITS = 18
"""A longer string of digits is an account or a digest."""
THOUSAND = 1000
LONGEST = 12
"""Tokens of a number in words."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: first token, the one behind its last, its value (None for a vague one), whether round."""

    first: int
    behind: int
    value: float | None
    rounded: bool = False
    plain: bool = True
    """Without a scale: it may take that of the number behind a dash."""


def value_of(digits: str, *, scaled: bool) -> float | None:
    """Return the value of a string of digits; a comma or dot parts thousands or decimals by what stands behind it.

    Args:
        digits: such as ``1.326``, ``11,8``, ``3.992.300.000`` or ``1,5``.
        scaled: a word such as "miliar" follows, before which a single comma is one of decimals.
    """
    if sum(map(str.isdecimal, digits)) > MOST_DIGITS:
        return None
    marks = [mark for mark in digits if mark in ".,"]
    if not marks:
        return int(digits)
    groups = digits.replace(",", ".").split(".")
    whole = len(set(marks)) == 1 and all(len(group) == GROUP for group in groups[1:]) and 1 <= len(groups[0]) <= GROUP
    if whole and (len(marks) > 1 or marks[0] == "." or not scaled) and groups[0] != "0":
        return int("".join(groups))
    if len(set(marks)) == 1 and len(marks) > 1:
        return None
    if any(len(group) != GROUP for group in groups[1:-1]):
        return None
    return _whole(float("".join(groups[:-1]) + "." + groups[-1]))


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def number_at(tokens: Tokens, index: int, words: CountWords) -> Number | None:
    """Return the number that begins at a token; None when none does."""
    form = tokens.forms[index]
    if form[0].isdecimal():
        return _digits_at(tokens, index, words)
    if form in words.collectives:
        return Number(index, index + 1, words.collectives[form], plain=False)
    if form in words.fused:
        return Number(index, index + 1, words.fused[form][0], plain=False)
    if form in words.vague:
        return Number(index, _behind_vague(tokens, index, words), None)
    if form in words.digits or form in words.ones or form in words.halves:
        return _words_at(tokens, index, words)
    return None


def _digits_at(tokens: Tokens, index: int, words: CountWords) -> Number | None:
    behind = index + 1
    scale = 1
    scaled = tokens.close(index) and behind < len(tokens) and _scale(tokens, behind, words)[0] > 1
    value = value_of(tokens.forms[index], scaled=scaled)
    if value is None:
        return None
    rounded = False
    again = _spelt(tokens, behind, words)
    if again is not None and again.value == value:
        return Number(index, again.behind, value)
    while behind < len(tokens) and tokens.close(behind - 1):
        factor, rounded = _scale(tokens, behind, words)
        if factor == 1:
            break
        scale *= factor
        behind += 1
    if tokens.gap(behind - 1) in ("-", "") and behind < len(tokens) and tokens.forms[behind] in words.round_endings:
        return Number(index, behind + 1, _scaled(value, scale), rounded=True, plain=scale == 1)
    if scale > THOUSAND and behind < len(tokens) and tokens.close(behind - 1):
        rest = number_at(tokens, behind, words)  # "3 juta 200 ribu"
        if rest is not None and rest.value is not None and not rest.plain and rest.value < scale:
            return Number(index, rest.behind, _scaled(value, scale) + rest.value, rest.rounded, plain=False)
    return Number(index, behind, _scaled(value, scale), rounded, plain=scale == 1)


def _spelt(tokens: Tokens, index: int, words: CountWords) -> Number | None:
    """Return the number in words that stands in brackets at a token ("5 (lima) orang")."""
    if index >= len(tokens) or tokens.gap(index - 1) != SPELT or tokens.forms[index] not in words.starters:
        return None
    number = _words_at(tokens, index, words)
    return number if number is not None and tokens.gap(number.behind - 1) == SPELT_END else None


def _scaled(value: float, scale: int) -> float:
    return value * scale if isinstance(value, int) else _whole(round(value * scale, 6 if scale == 1 else 2))


def _scale(tokens: Tokens, index: int, words: CountWords) -> tuple[int, bool]:
    """Return the factor that a token stands for (1 for none), and whether it is a round one ("ratusan")."""
    form = tokens.forms[index]
    if form in words.scales:
        return words.scales[form], False
    for ending in words.round_endings:
        if form.endswith(ending) and form[: -len(ending)] in words.scales:
            return words.scales[form[: -len(ending)]], True
    return 1, False


def _behind_vague(tokens: Tokens, index: int, words: CountWords) -> int:
    behind = index + 1
    while behind < len(tokens) and tokens.close(behind - 1) and _scale(tokens, behind, words)[0] > 1:
        behind += 1
    return behind


def _words_at(tokens: Tokens, index: int, words: CountWords) -> Number | None:
    sum_ = _Sum()
    at, rounded = index, False
    while at < len(tokens) and at - index < LONGEST and (at == index or tokens.gap(at - 1) in (" ", "\u00a0")):
        factor, rounded = _scale(tokens, at, words)
        if not sum_.takes(tokens.forms[at], factor, words):
            rounded = False
            break
        at += 1
        if rounded:
            break
    return Number(index, at, _whole(sum_.total + sum_.current), rounded, plain=False) if at > index else None


@dataclass(slots=True)
class _Sum:
    """A number in words as far as it is read: what is closed by a scale, and what is not."""

    total: float = 0
    current: float = 0
    unit: bool = False

    def takes(self, form: str, factor: int, words: CountWords) -> bool:
        """Add a word; False when it belongs to no number that began so."""
        if form in words.digits or form in words.halves:
            if self.unit and form in words.digits:
                return False  # "dua tiga orang"
            self.current, self.unit = self.current + words.digits.get(form, 0.5), True
        elif form in words.teens and self.unit:
            self.current, self.unit = self.current + 10, False
        elif form in words.ones and not self.unit:
            self._add_one(words.ones[form])
        elif 1 < factor < THOUSAND and self.unit:
            last = self.current % 10
            self.current, self.unit = self.current - last + last * factor, False
        elif factor >= THOUSAND and self.current:
            self.total, self.current, self.unit = self.total + self.current * factor, 0, False
        else:
            return False
        return True

    def _add_one(self, value: int) -> None:
        if value >= THOUSAND:
            self.total += value
        else:
            self.current += value
