"""The visible, ordered list of stages, and who a chronicle says it was made by."""

from dataclasses import dataclass

from kronik import __version__
from kronik.chronicle.writer import FORMAT, Identity
from kronik.pipeline.settings import Settings
from kronik.records.bundles import Maker


@dataclass(frozen=True, slots=True)
class Stage:
    """A step from page to view: its name, and its version, which changes whenever its results may."""

    name: str
    version: str
    makes: str


STAGES = (
    Stage("pages", "1", "item -> page"),
    Stage("articles", "2", "page -> article"),
    Stage("times", "3", "page, article -> times"),
    Stage("places", "4", "prose -> places, figures"),
    Stage("actors", "5", "prose -> cast"),
    Stage("statements", "3", "prose, cast -> statements"),
    Stage("reports", "5", "prose, cast, statements, places, figures -> reports"),
)
"""The stages that need one page alone, in order. Each reads what those before it made."""


def makers(settings: Settings) -> tuple[Maker, ...]:
    """Return who makes the derived rows under these settings, in the order of the stages."""
    return tuple(Maker(stage=stage.name, version=stage.version, settings=settings.digest) for stage in STAGES)


def identity_of(settings: Settings) -> Identity:
    """Return what a chronicle is made by under these settings."""
    return Identity(kronik_version=__version__, format=FORMAT, settings=settings.digest, stages=makers(settings))
