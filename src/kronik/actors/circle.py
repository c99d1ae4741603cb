"""Groups of mentions that are one actor, as they grow while mentions are joined."""

from dataclasses import dataclass, field

from kronik.actors.found import Found, Held, Known
from kronik.records.actors import ActorKind


@dataclass(slots=True)
class Group:
    """Mentions of one actor.

    Attributes:
        kind: of the actor.
        found: indices of its mentions.
        keys: the different keys of its names, the first found first.
        held: offices joined to its names.
        known: what the knowledge files say.
        country: of a state named in its mentions.
        tie: (family, country) of common nouns that stand for it.
        number: how many they are.
    """

    kind: ActorKind
    found: list[int] = field(default_factory=list)
    keys: list[tuple[str, ...]] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    known: Known | None = None
    country: str | None = None
    tie: tuple[str, str] | None = None
    number: int | None = None

    @property
    def longest(self) -> tuple[str, ...]:
        """The key with most words, the first of equals; empty without names."""
        return max(self.keys, key=len, default=())


@dataclass(slots=True)
class Circle:
    """The groups of an article, and which one each mention is in.

    Attributes:
        mentions: in order of place.
        groups: in order of their making.
        of: index of a mention -> index of its group.
        rules: index of a mention -> how it was joined.
    """

    mentions: tuple[Found, ...]
    groups: list[Group] = field(default_factory=list)
    of: dict[int, int] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)

    def start(self, mention: int, key: tuple[str, ...] | None, rule: str) -> int:
        """Make a group of one mention and return its index."""
        self.groups.append(Group(kind=self.mentions[mention].kind))
        self.join(mention, len(self.groups) - 1, key, rule)
        return len(self.groups) - 1

    def join(self, mention: int, group: int, key: tuple[str, ...] | None, rule: str) -> None:
        """Put a mention into a group."""
        found, into = self.mentions[mention], self.groups[group]
        into.found.append(mention)
        if key is not None and key not in into.keys:
            into.keys.append(key)
        if found.held and found.kind is ActorKind.PERSON:
            into.held.extend(found.held)
        into.known = into.known or found.known
        into.country = into.country or found.country
        into.number = into.number or found.number
        self.of[mention] = group
        self.rules[mention] = rule

    def absorb(self, group: int, other: int) -> None:
        """Move all mentions of one group into another; the emptied one stays, with none."""
        into, gone = self.groups[group], self.groups[other]
        for mention in gone.found:
            self.of[mention] = group
        into.found = sorted(into.found + gone.found)
        into.keys.extend(key for key in gone.keys if key not in into.keys)
        into.held.extend(gone.held)
        into.known = into.known or gone.known
        into.country = into.country or gone.country
        gone.found, gone.keys = [], []

    def before(self, mention: int, groups: list[int]) -> int | None:
        """Return which of the groups was mentioned last before a mention; else the one mentioned first after it."""
        best: tuple[int, int] | None = None
        chosen = None
        for group in groups:
            for at in self.groups[group].found:
                rank = (1, at) if at < mention else (0, -at)
                if at != mention and (best is None or rank > best):
                    best, chosen = rank, group
        return chosen

    def live(self, kind: ActorKind | None = None) -> list[int]:
        """Return the indices of groups with mentions, in order."""
        return [
            index for index, group in enumerate(self.groups) if group.found and (kind is None or group.kind is kind)
        ]
