"""Templates, styles and the script of the pages, and what keeps foreign text from becoming any of them."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING

from kronik.errors import UsageError
from kronik.web.visible import UNSEEN, character_name, link_target, visible

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

LANGUAGE_CODE = re.compile("(?!und)[a-z]{2,3}")
"""What may stand in a ``lang`` attribute; ``und`` would hide the language of the page around it."""
CHUNK_CHARACTERS = 64 * 1024
"""Characters that are gathered before they are handed on: templates yield a few at a time."""


def environment() -> "Environment":
    """Return the templates' environment: all that is put in is escaped, and what cannot be seen is named.

    Raises:
        UsageError: Jinja2 is not installed.
    """
    try:
        import jinja2  # noqa: PLC0415 (optional: only the pages need it)
    except ImportError as error:
        raise UsageError("the report needs Jinja2: install the extra, pip install 'kronik[web]'") from error
    out = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: _packaged(f"templates/{name}")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_named,
    )
    out.filters["shown"] = shown
    out.filters["link"] = link_target
    out.filters["lang"] = _lang
    return out


def shown(text: str) -> "Markup":
    """Return page text as markup: escaped, each unseen character as a labelled box."""
    from markupsafe import Markup, escape  # noqa: PLC0415 (comes with Jinja2)

    out = Markup()
    at = 0
    for match in UNSEEN.finditer(text):
        name = character_name(match[0])
        out += escape(text[at : match.start()])
        out += Markup('<span class="unseen" title="{}">{}</span>').format(name, name.partition(" ")[0])
        at = match.end()
    return out + escape(text[at:])


def style() -> "Markup":
    """Return the style sheet, to stand in a style element."""
    return _own("static/pages.css")


def script() -> "Markup":
    """Return the script, to stand in a script element."""
    return _own("static/list.js")


def security_policy() -> str:
    """Return the content security policy of a page of one file: nothing is loaded, only our own script runs."""
    digest = b64encode(sha256(script().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


def chunks(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces joined to strings of at least CHUNK_CHARACTERS, the last one shorter."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= CHUNK_CHARACTERS:
            yield "".join(held)
            held, size = [], 0
    if held:
        yield "".join(held)


def _named(value: object) -> object:
    """Name the unseen characters of every text that a template puts in, save of what is markup already."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _lang(code: str) -> "Markup":
    """Return the attribute that names the language of foreign text; none for a code that is not one."""
    from markupsafe import Markup  # noqa: PLC0415 (comes with Jinja2)

    return Markup(' lang="{}"').format(code) if LANGUAGE_CODE.fullmatch(code) else Markup()


def _packaged(name: str) -> str:
    return resources.files("kronik.web").joinpath(name).read_text("utf-8")


def _own(name: str) -> "Markup":
    from markupsafe import Markup  # noqa: PLC0415 (comes with Jinja2)

    return Markup(_packaged(name))  # noqa: S704 (a packaged file of our own, no text of others)
