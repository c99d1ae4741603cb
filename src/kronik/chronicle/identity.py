"""What a chronicle was made by."""

from dataclasses import dataclass

from kronik.records.bundles import Maker
from kronik.records.identifiers import identify


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a chronicle was made by; two builds may write to one file only where it is equal.

    Attributes:
        kronik_version: version of the program.
        format: version of the schema.
        settings: digest of the settings that change what is derived.
        stages: the stages in the order they run.
    """

    kronik_version: str
    format: int
    settings: str
    stages: tuple[Maker, ...]

    @property
    def makers(self) -> str:
        """Digest of the stages: what derived rows carry to say who made them."""
        fields = [field for maker in self.stages for field in (maker.stage, maker.version, maker.settings)]
        return identify("makers", *fields)

    def differences(self, other: "Identity") -> tuple[str, ...]:
        """Say in short phrases what differs, this identity's value first; empty when the two are equal."""
        pairs = [
            ("kronik", self.kronik_version, other.kronik_version),
            ("format", str(self.format), str(other.format)),
            ("settings", self.settings, other.settings),
        ]
        mine = {maker.stage: maker for maker in self.stages}
        theirs = {maker.stage: maker for maker in other.stages}
        stages = [*mine, *(name for name in theirs if name not in mine)]
        pairs.extend((f"stage {stage}", _told(mine.get(stage)), _told(theirs.get(stage))) for stage in stages)
        pairs.append(("order of stages", " ".join(mine), " ".join(theirs)))
        return tuple(f"{name} {old}, now {new}" for name, old, new in pairs if old != new)


def _told(maker: Maker | None) -> str:
    return f"{maker.version} ({maker.settings})" if maker else "none"
