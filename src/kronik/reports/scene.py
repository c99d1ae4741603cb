"""What the coder reads beside the prose: who takes part, who said what, places and figures."""

from dataclasses import dataclass

from kronik.actors.cast import Cast
from kronik.figures.counted import Counted
from kronik.places.placed import PlacedName
from kronik.statements.spoken import Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the rooms before the coder found in one prose; all offsets are code points of its view."""

    cast: Cast
    spoken: tuple[Spoken, ...] = ()
    placed: tuple[PlacedName, ...] = ()
    counted: tuple[Counted, ...] = ()
