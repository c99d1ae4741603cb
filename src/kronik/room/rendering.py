"""The room's templates: those of the pages, with its own files."""

import re
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING

from kronik.chronicle.rows import SNIPPET_CLOSE, SNIPPET_OPEN
from kronik.web.rendering import environment, shown
from kronik.web.wording import Wording

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

STATIC = {"room.css": "text/css", "room.js": "text/javascript", "icon.svg": "image/svg+xml"}
"""Files that pages link to, and their media types."""

_LONG = re.compile(r"\d{5,}", re.ASCII)


def room_environment() -> "Environment":
    """Return the templates' environment: all that is put in is escaped, and what cannot be seen is named.

    Raises:
        UsageError: Jinja2 is not installed.
    """
    out = environment()  # says what is missing where Jinja2 is
    import jinja2  # noqa: PLC0415 (optional: only the pages need it)

    out.loader = jinja2.FunctionLoader(lambda name: _packaged(f"templates/{name}"))
    out.globals["static"] = {name: f"/static/{name}?v={digest(name)}" for name in STATIC}
    out.globals["count"] = _count
    out.filters["drawing"] = _drawing
    out.filters["marked"] = _marked
    out.filters["grouped"] = _grouped
    out.globals["edition"] = False
    out.tests["match_start"] = lambda value, start: str(value).startswith(start)
    return out


def edition_environment() -> "Environment":
    """Return the same for pages that are bound into one file: without the frame that leads from page to page.

    Raises:
        UsageError: Jinja2 is not installed.
    """
    out = room_environment()
    import jinja2  # noqa: PLC0415 (optional: only the pages need it)

    frames = {"layout.html": "leaf.html"}
    out.loader = jinja2.FunctionLoader(lambda name: _packaged(f"templates/{frames.get(name, name)}"))
    out.globals["edition"] = True
    return out


def edition_style() -> "Markup":
    """Return the style sheet of an edition, to stand in a style element."""
    from markupsafe import Markup  # noqa: PLC0415 (comes with Jinja2)

    return Markup(_packaged("static/room.css") + _packaged("static/edition.css"))  # noqa: S704 (packaged files of our own)


def _count(t: Wording, unit: str, number: int) -> str:
    """Return a number with what it counts."""
    return t(f"room.one.{unit}") if number == 1 else t(f"room.count.{unit}", n=number)


def _grouped(value: str, t: Wording) -> str:
    """Return a text with its long numbers as the language writes them."""
    return _LONG.sub(lambda found: t.number(int(found[0])), value)


def _drawing(svg: str) -> "Markup":
    """Return a drawing of our own as markup: its texts are escaped where it is made."""
    from markupsafe import Markup  # noqa: PLC0415 (comes with Jinja2)

    return Markup(svg)  # noqa: S704 (made by `kronik.room.drawing`, which escapes what it is given)


def _marked(snippet: str) -> "Markup":
    """Return a snippet as markup: escaped, what was found in a mark."""
    from markupsafe import Markup  # noqa: PLC0415 (comes with Jinja2)

    out = shown(snippet)
    return Markup(out.replace(SNIPPET_OPEN, Markup("<mark>")).replace(SNIPPET_CLOSE, Markup("</mark>")))  # noqa: S704 (escaped above)


def static_file(name: str) -> bytes:
    """Return a file that pages link to; the name must be one of `STATIC`."""
    return resources.files("kronik.room").joinpath(f"static/{name}").read_bytes()


def digest(name: str) -> str:
    """Return what changes in the address of a file when its bytes change."""
    return sha256(static_file(name)).hexdigest()[:12]


def _packaged(name: str) -> str:
    return resources.files("kronik.room").joinpath(name).read_text("utf-8")
