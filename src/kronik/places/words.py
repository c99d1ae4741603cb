"""The words of a text, in order, as the place finder walks over them."""

from dataclasses import dataclass

from kronik.knowledge.gazetteer_names import WORD, normal_word

CLOSE = frozenset((" ", "-", "/", ".", ". ", "’", "'", "\u00a0"))
"""What may stand between the words of one name."""
ENDS = '.!?:;\n"“”‘(•'
"""Characters after which a capital says nothing, white space between left out."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text: half-open code points, the characters, and their normal forms."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]
    normals: tuple[str, ...]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.forms)

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next one."""
        return self.text[self.ends[index] : self.starts[index + 1]]

    def joined(self, index: int) -> bool:
        """Return whether a word and the next one can belong to one name."""
        return self.gap(index) in CLOSE

    def capital(self, index: int) -> bool:
        """Return whether a word begins with a capital or a digit."""
        return not self.forms[index][0].islower()

    def opens(self, index: int) -> bool:
        """Return whether a word opens a sentence or a quotation, so that its capital says nothing."""
        before = self.text[max(0, self.starts[index] - 3) : self.starts[index]].rstrip(" ")
        return not before or before[-1] in ENDS


def words_of(text: str) -> Words:
    """Return the words of a text."""
    found = [(match.start(), match.end(), match[0]) for match in WORD.finditer(text)]
    return Words(
        text,
        tuple(start for start, _, _ in found),
        tuple(end for _, end, _ in found),
        tuple(form for _, _, form in found),
        tuple(
            form if form.islower() and form.isascii() and form.isalnum() else normal_word(form) for _, _, form in found
        ),
    )
