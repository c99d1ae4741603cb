"""What a translated pattern can begin with, and what it always holds: read from its text when a grammar loads.

A translated pattern is a regular expression over the characters of kinds: classes in square brackets, groups, ``|``,
``?`` and ``{m,n}``.
"""

from typing import NamedTuple

NONE: frozenset[str] = frozenset()


class Reach(NamedTuple):
    """What a part of a pattern can match: never less, and here and there more.

    Attributes:
        firsts, seconds: the characters at the first and at the second place.
        empty, single: whether it can match nothing, and one character alone.
        held: whether all that it matches holds one of certain characters.
    """

    firsts: frozenset[str]
    seconds: frozenset[str]
    empty: bool
    single: bool
    held: bool

    def then(self, other: "Reach") -> "Reach":
        """Return the reach of this part and another behind it."""
        return Reach(
            self.firsts | (other.firsts if self.empty else NONE),
            self.seconds | (other.firsts if self.single else NONE) | (other.seconds if self.empty else NONE),
            self.empty and other.empty,
            (self.single and other.empty) or (self.empty and other.single),
            self.held or other.held,
        )

    def or_else(self, other: "Reach") -> "Reach":
        """Return the reach of this part or another in its place."""
        return Reach(
            self.firsts | other.firsts,
            self.seconds | other.seconds,
            self.empty or other.empty,
            self.single or other.single,
            self.held and other.held,
        )


NOTHING = Reach(NONE, NONE, empty=True, single=False, held=False)
NOWHERE = Reach(NONE, NONE, empty=False, single=False, held=True)


def reach_of(body: str, codes: frozenset[str]) -> Reach:
    """Return the reach of a translated pattern; `Reach.held` tells of these characters."""
    return _reach(body, 0, codes)[1]


def _reach(body: str, at: int, codes: frozenset[str]) -> tuple[int, Reach]:
    """Return where the bracket closes that ``at`` is in, and the reach of what is in it."""
    any_of, one = NOWHERE, NOTHING
    while at < len(body) and body[at] != ")":
        if body[at] == "|":
            any_of, one, at = any_of.or_else(one), NOTHING, at + 1
            continue
        if body[at] == "[":
            stop = body.index("]", at)
            kinds = frozenset(body[at + 1 : stop])
            part = Reach(kinds, NONE, empty=False, single=True, held=kinds <= codes)
        else:
            stop, part = _reach(body, _inner(body, at), codes)
        absent, again, at = _repeated(body, stop + 1)
        if again:
            part = part.then(part.or_else(NOTHING))
        one = one.then(part.or_else(NOTHING) if absent else part)
    return at, any_of.or_else(one)


def _inner(body: str, at: int) -> int:
    """Return where the inside of the group that begins at a place does."""
    return body.index(">", at) + 1 if body.startswith("(?P<", at) else body.index("(?:", at) + 3


def _repeated(body: str, at: int) -> tuple[bool, bool, int]:
    """Return whether the operator at a place lets its part be absent, or come again, and where it ends."""
    if body[at : at + 1] == "?":
        return True, False, at + 1
    if body[at : at + 1] == "{":
        return body[at + 1] == "0", True, body.index("}", at) + 1
    return False, False, at
