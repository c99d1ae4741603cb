"""Spaces missing within a run of letters: "denganIsrael", "DPRmengatakan", "mentalyang"."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log10

from kronik.languages.glue import PartCost, cheapest_cuts
from kronik.languages.id.glue_affixes import CLITICS
from kronik.languages.id.glue_vocabulary import Shape, Vocabulary, shape_of

LONGEST_RUN = 80
"""Letters; what is longer is no run of glued words but data (base64, a genome)."""
LONGEST_PART = 22
"""Letters of the longest word that is looked for."""
SCALE = 6000
"""Weight at which a word costs nothing: the pages that the vocabulary was counted in, and some."""
LEAST_WEIGHTS = (0, 0, 0, 120, 50, 15, 8, 5, 4)
"""By number of letters: the least weight of a part in small letters that no capital sets apart. Short words are met by
chance in long ones. Chosen on the unlabelled news of two outlets."""
STRONG = 30
"""Weight of a word or name that is known well enough to end before a capital in a word that begins with one."""
COMMON = 60
"""Weight of a word common enough to stand beside what is not known."""
FEW = 5
"""Weight of a word that is more than a slip or the name of one story."""
PART = 1.0
"""Cost of every part, so that fewer parts win."""
KNOWN = 10
"""Weight of a name, or of a long word, that is known enough to end before another capital."""
FAMOUS = 200
"""Weight of a name so well known that what follows with a capital is another."""
DERIVED = 4.5
"""Cost of a word that is not listed and is a regular derivation of one that is."""
STRANGE_TITLE, STRANGE_LOWER = 2.5, 3.0
"""Cost of a part that is not known, with a capital and without; each letter adds to it."""
STRANGE_LETTER = 0.55
"""Cost of each letter of a part that is not known."""
STRANGE_PRICES = (None, None, None, *(PART + STRANGE_LOWER + STRANGE_LETTER * n for n in range(3, LONGEST_PART + 1)))
"""Cost of a strange part in small letters by its length."""
VOWELS = "aeiou"
VERB_ONLY = ("mem", "men", "mel", "mer", "mew", "ber", "ter", "di")
"""Beginnings of long words that are no part of a name, and stand behind no other prefix in a word not known."""


@dataclass(frozen=True, slots=True)
class LetterCuts:
    """Finds the places within one run of letters."""

    words: Vocabulary
    prices: Mapping[str, float]
    """Costs of the words that may be a part with small letters on either side."""

    def find(self, run: str, before: str = "") -> tuple[int, ...]:
        """Return the offsets within ``run`` at which a space is missing; ``before`` is the character ahead of it."""
        if not 3 < len(run) <= LONGEST_RUN or run in self.words.names:
            return ()
        shape = shape_of(run)
        if shape is Shape.CAPS or (shape is not Shape.MIXED and self.words.knows(run)):
            return ()
        found = cheapest_cuts(len(run), self._costs(run, before), LONGEST_PART)
        if found is None or not found[1]:
            return ()
        cuts = self._allowed(run, found[1])
        return cuts if cuts == self._allowed(run, cuts) else ()

    def _allowed(self, run: str, cuts: tuple[int, ...]) -> tuple[int, ...]:
        bounds = (0, *cuts, len(run))
        parts = [run[start:end] for start, end in pairwise(bounds)]
        return tuple(
            cut for cut, (left, right) in zip(cuts, pairwise(parts), strict=True) if self._may_part(left, right)
        )

    def _costs(self, run: str, before: str) -> PartCost:
        price_of = self.prices.get
        length = len(run)
        tail = 1 + max((at for at, letter in enumerate(run) if not letter.islower()), default=-2)

        def cost(start: int, end: int) -> float | None:
            # Most parts stand among small letters: they are looked up, the others are judged.
            if start > tail and (end < length or end - start > 2):
                price = price_of(run[start:end])
                if price is not None:
                    return price
                if not run.endswith(CLITICS, start, end):
                    return STRANGE_PRICES[end - start]
            return self._cost(run, start, end, before)

        return cost

    def _cost(self, run: str, start: int, end: int, before: str) -> float | None:
        part = run[start:end]
        shape = shape_of(part)
        before = run[start - 1] if start else before
        at_capital = end == len(run) or run[end].isupper()
        if shape is Shape.LOWER:
            lone = (start == 0 or before.isupper()) and at_capital
            first = start == 0 and end < len(run) and at_capital
            return self._lower_cost(part, lone=lone, first=first, at_end=at_capital)
        if shape is Shape.MIXED:
            # Units ("kV") are names too, and are met by chance where a word meets a capital.
            return PART + 1.0 if part in self.words.names and 3 < len(part) < len(run) else None
        if shape is Shape.CAPS:
            # Capitals are cut off from capitals only where a word with one capital begins.
            apart = not (start and before.isupper()) and (len(part) > 1 or (start == 0 and before == "-"))
            price = _price(self.words.weight(part) or 1) if len(part) > 1 else 0.0
            return PART + price if apart else None
        return self._title_cost(part)

    def _title_cost(self, part: str) -> float | None:
        weight = self.words.weight(part, Shape.TITLE, Shape.LOWER)
        if weight:
            return PART + _price(weight)
        return PART + STRANGE_TITLE + STRANGE_LETTER * len(part) if len(part) > 2 else None

    def _lower_cost(self, part: str, *, lone: bool, first: bool, at_end: bool) -> float | None:
        if part in self.words.short:
            return PART + 1.0 if at_end else None
        if part not in self.words.not_parts:
            weight = self.words.part_weight(part)
            if weight and (lone or (first and weight >= FEW) or _is_enough(part, weight, self.words)):
                return PART + _price(weight)
            if lone and len(part) > 4 and self.words.knows(part):
                return PART + DERIVED
        return STRANGE_PRICES[len(part)]

    def _may_part(self, left: str, right: str) -> bool:
        shapes = shape_of(left), shape_of(right)
        match shapes:
            case (_, Shape.LOWER) if left[-1].isupper():
                return self._after_capitals(left, right)
            case (_, Shape.LOWER | Shape.MIXED) if right[0].islower():
                return self._in_small_letters(left, right)
            case (Shape.LOWER, _):
                return self._after_small_letters(left, right)
            case (Shape.TITLE | Shape.MIXED, _):
                return self._after_title(left, right)
        return self._title_after_capitals(left, right)

    def _in_small_letters(self, left: str, right: str) -> bool:
        """Judge "mental|yang", "Israel|menyerang", "WhatsApp|tanda"."""
        if right in self.words.short:
            shapes = (Shape.LOWER,) if left.islower() else (Shape.TITLE, Shape.CAPS)
            return len(left) > 4 and self.words.weight(left, *shapes) >= STRONG
        if left in self.words.names or right in self.words.names:
            return True
        if left.casefold() in self.words.short or self.words.not_parts & {left.casefold(), right}:
            return False
        strange = [part for part in (left, right) if not self._is_part(part)]
        if strange:
            return len(strange) == 1 and self._beside_strange(left, right, strange[0])
        if left.islower():
            # Two short words are met by chance in a longer one: "maritim".
            return min(len(left), len(right)) > 3 or len(left + right) > 8 or bool(self.words.function & {left, right})
        return self._may_end_title(left, right)

    def _may_end_title(self, left: str, right: str) -> bool:
        """Judge "Iran|dan", "Israel|menyerang", "Liverpool|baru"; both parts are known."""
        places = self.words.place_parts
        if right in places or (left.casefold() in places and right not in self.words.function):
            return False
        if right in self.words.clear:
            return len(left) > 4 or not self._may_be_name(left, right)
        if right in self.words.function and len(right) < 5:
            # Names end in these too: Ramadan, Wulandari, Kartini, Salsabila.
            weight = self.words.weight(left)
            return len(left) > 4 and (weight >= STRONG or (len(left) > 6 and weight >= FEW))
        return len(left) > 3 and (self._is_plain(right) or self._may_follow_title(left, right))

    def _is_part(self, part: str) -> bool:
        """Tell whether a part is a word that is known, as it is written."""
        if not part.islower():
            return bool(self.words.weight(part))
        return part in self.words.short or _is_enough(part, self.words.part_weight(part), self.words)

    def _beside_strange(self, left: str, right: str, strange: str) -> bool:
        """Judge a part that is known beside one that is not: "streaming|yang", "Hamzah|menyampaikan"."""
        other = right if strange is left else left
        if other.casefold() in self.words.clear:
            # "Yangtze" is a name.
            return len(right) > 3 if strange is right else not self._may_be_name(left, right)
        if strange is right:
            verb = len(right) > 7 and right.startswith(VERB_ONLY)
            return verb and len(left) > 4 and self.words.weight(left, Shape.TITLE) >= STRONG
        if len(left) < 4 or len(right) < 6 or self.words.weight(right, Shape.LOWER) < STRONG:
            return False
        return self._is_plain(right) if left[0].isupper() else len(right) > 6 and right.startswith(VERB_ONLY)

    def _may_be_name(self, left: str, right: str) -> bool:
        """Tell whether both may be one name or word that is not known: "Lempuyang", "Bandengan"."""
        if right not in self.words.name_ends:
            return False
        return (left[-1] in VOWELS and (left[0].isupper() or len(left) < 5)) or len(left) < 4

    def _may_follow_title(self, left: str, right: str) -> bool:
        """Judge "Liverpool|baru", "Desain|rumah", beside "Pekanbaru", which is a name."""
        if {left.casefold(), right} & self.words.place_parts or self.words.part_weight(right) < COMMON:
            return False
        if self.words.weight(left, Shape.LOWER):
            return self.words.weight(left) >= COMMON and len(left) > 4 and len(right) > 4
        known = self.words.weight(left)
        return (known >= STRONG and len(right) > 3) or (known >= KNOWN and len(right) > 4)

    def _is_plain(self, word: str) -> bool:
        """Tell whether a word is one that no name ends in."""
        if word in self.words.function:
            return len(word) > 2
        return len(word) > 5 and word.startswith(VERB_ONLY)

    def _after_small_letters(self, left: str, right: str) -> bool:
        """Judge "dengan|Israel", "dari|AS", "ghosting|Mereka"."""
        if (left in self.words.name_heads and left not in self.words.function) or right.casefold() in CLITICS:
            return False
        if not self.words.part_weight(left) and not self.words.knows(left):
            return len(left) > 5 and self.words.weight(right, Shape.LOWER) >= COMMON
        if shape_of(right) is Shape.CAPS:
            return len(right) > 1
        return len(left) > 1

    def _after_title(self, left: str, right: str) -> bool:
        """Judge "Iran|Ayatollah", "Presiden|Xi", "Kader|PDI"; a strange left part is a name."""
        if left.casefold() in self.words.name_heads or right.casefold() in self.words.name_tails:
            return False
        if right.casefold() in self.words.function and len(right) > 3 and len(left) > 2:
            return True
        plain, proper = self.words.weight(left, Shape.LOWER), self.words.weight(left, Shape.TITLE)
        if left in self.words.names:
            proper = COMMON
        if shape_of(right) is Shape.CAPS:
            return max(plain, proper) >= COMMON and len(right) > 1 and self.words.weight(right, Shape.CAPS) >= FEW
        if right in self.words.names or self.words.weight(right) >= FEW:
            return plain >= STRONG or proper >= KNOWN or (plain >= KNOWN and len(left) > 5)
        return len(left) > 3 and (plain >= COMMON or proper >= FAMOUS)

    def _after_capitals(self, left: str, right: str) -> bool:
        """Judge "DPR|mengatakan", "JAKARTA|kembali"; "KTPnya" is one word."""
        function = right in self.words.function and len(right) > 2
        if len(left) == 1:
            return function or (self.words.part_weight(right) >= KNOWN and len(right) > 4)
        if function:
            return True
        known = self.words.weight(left, Shape.CAPS) >= FEW or (len(left) > 3 and self.words.weight(left) >= STRONG)
        if len(left) > 2 and len(right) > 5 and self.words.part_weight(right) >= STRONG:
            return True
        return (known or left in self.words.names) and len(right) > 3 and self.words.part_weight(right) >= KNOWN

    def _title_after_capitals(self, left: str, right: str) -> bool:
        """Judge "RI|Prabowo", "PT|Hyundai"."""
        weight = self.words.weight(left, Shape.CAPS)
        if len(left) == 1 or left.casefold() in self.words.name_heads:
            return False
        if right.casefold() in self.words.name_tails:
            return weight >= COMMON
        if self.words.weight(right) >= FEW:
            return weight >= FEW or (len(left) > 3 and self.words.weight(left) >= STRONG)
        return weight >= COMMON and len(right) > 3


def make_letter_cuts(words: Vocabulary) -> LetterCuts:
    """Return the finder that knows these words."""
    prices = {
        word: PART + _price(entry.weight)
        for word, entry in words.entries.items()
        if entry.shape is Shape.LOWER
        and word not in words.short
        and word not in words.not_parts
        and _is_enough(word, entry.weight, words)
    }
    return LetterCuts(words, prices)


def _is_enough(part: str, weight: int, words: Vocabulary) -> bool:
    least = LEAST_WEIGHTS[min(len(part), len(LEAST_WEIGHTS) - 1)]
    return part in words.function or (len(part) > 2 and weight >= least)


def _price(weight: int) -> float:
    return max(0.0, log10(SCALE / weight))
