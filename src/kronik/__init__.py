"""Kronik reads raw news pages, Indonesian first, and writes a chronicle.

from kronik import Chronicle, build, extract

build(["pages/"], "news.kronik")
with Chronicle.open("news.kronik") as chronicle:
    for hit in chronicle.search("gempa", ArticleFilter(), limit=10):
        print(hit.row.headline, hit.snippet)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kronik.chronicle.reader import Chronicle
    from kronik.chronicle.rows import ArticleFilter
    from kronik.pipeline.build import build
    from kronik.pipeline.extract import extract
    from kronik.pipeline.settings import Settings
    from kronik.pipeline.update import update
    from kronik.pipeline.verification import verify

__version__ = "0.1.0"

__all__ = ["ArticleFilter", "Chronicle", "Settings", "build", "extract", "update", "verify"]

_HOMES = {
    "ArticleFilter": "kronik.chronicle.rows",
    "Chronicle": "kronik.chronicle.reader",
    "Settings": "kronik.pipeline.settings",
    "build": "kronik.pipeline.build",
    "extract": "kronik.pipeline.extract",
    "update": "kronik.pipeline.update",
    "verify": "kronik.pipeline.verification",
}
"""Where each public name lives; loaded when first asked for, so that ``import kronik`` costs nothing."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'kronik' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
