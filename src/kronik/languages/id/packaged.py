"""Reads the data files of the Indonesian pack."""

from importlib.resources import files


def text_of(*path: str) -> str:
    """Return the characters of a data file by its path below the pack's data, a part each. Costs a file read."""
    return files("kronik.languages.id").joinpath("data", *path).read_text(encoding="utf-8")
