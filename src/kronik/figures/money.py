"""Amounts of money."""

from kronik.figures.bounds import DASHES, behind_range, bounds_of, is_total
from kronik.figures.counted import Counted
from kronik.figures.numbers import THOUSAND, Number, number_at
from kronik.figures.tokens import Tokens
from kronik.languages.counting import CountWords
from kronik.records.reports import FigureKind, Limit

LONGEST_CURRENCY = 3
"""Words of the longest currency ("dolar amerika serikat")."""


def money_of(tokens: Tokens, number: Number, words: CountWords) -> Counted | None:
    """Return an amount of money, if a currency stands before or behind the number."""
    ranged = _ranged(tokens, number, words)
    number = ranged or number
    before = number.first - 1
    value, behind = number.value or 0, number.behind
    unit = None
    if before >= 0 and tokens.gap(before) in ("", " ", ".", ". ", "\u00a0"):
        unit = words.before_currencies.get(tokens.forms[before])
    first = number.first - 1 if unit else number.first
    if unit is not None and behind < len(tokens) and tokens.gap(behind - 1) in ("", " "):
        scale = words.short_scales.get(tokens.raw(behind))
        if scale is not None:
            value, behind = round(value * scale), behind + 1
    if unit is None:
        for size in range(LONGEST_CURRENCY, 0, -1):
            last = behind + size - 1
            if last < len(tokens) and all(tokens.close(at) for at in range(behind - 1, last)):
                unit = words.after_currencies.get(tokens.phrase(behind, last))
                if unit is not None:
                    behind = last + 1
                    break
    if unit is None or tokens.phrase(first, first) in words.fused:
        return None
    amount = bounds_of(tokens, Number(first, behind, value, number.rounded), words)
    if _no_sum(tokens, amount.first, value, unit, words):
        return None
    start, end = tokens.starts[amount.first], tokens.ends[amount.behind - 1]
    return Counted(
        start=start,
        end=end,
        kind=FigureKind.MONEY,
        value=value,
        unit=unit,
        limit=Limit.MORE if ranged else amount.limit,
        cumulative=is_total(tokens, amount.first, words),
        head_start=start,
        head_end=end,
    )


def _no_sum(tokens: Tokens, first: int, value: float, unit: str, words: CountWords) -> bool:
    """Return whether an amount is a banknote's ("pecahan Rp 100.000"), or lacks its scale ("Rp 4,8 tepatnya")."""
    note = first > 0 and tokens.close(first - 1) and tokens.forms[first - 1] in words.amounts
    return note or (unit in words.whole and value < THOUSAND and value != int(value))


def _ranged(tokens: Tokens, number: Number, words: CountWords) -> Number | None:
    """Return a range of money as its lowest number: "5-10 miliar", "5 miliar hingga Rp 10 miliar"; None for no range.

    A lowest number without a scale takes that of the highest.
    """
    at = behind_range(tokens, number.behind, words)
    if at is None or number.value is None:
        return None
    dashed = tokens.gap(number.behind - 1) in DASHES
    again = at < len(tokens) and tokens.forms[at] in words.before_currencies
    at += again
    top = number_at(tokens, at, words) if at < len(tokens) else None
    if top is None or top.value is None or (top.plain and not (dashed or again)):
        return None  # "Rp 5 juta hingga 2025"
    scale = 1
    if number.plain and not top.plain and not again:
        forms = tokens.forms[top.first + 1 : top.behind]
        scale = next((factor for form in forms if (factor := words.scales.get(form))), 1)
    low = number.value * scale
    return Number(number.first, top.behind, low, plain=top.plain) if top.value > low else None
