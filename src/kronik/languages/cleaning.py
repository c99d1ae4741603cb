"""The words and shapes by which a language's news pages mark what is not the article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaning:
    """Cleaning knowledge of one language."""
