"""An edition: pages of the room on one story, actor or span of time as one HTML file that needs nothing else."""

import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from kronik import __version__
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.values import Value
from kronik.errors import UsageError
from kronik.room.address import Address
from kronik.room.binding import bound
from kronik.room.choosing import chosen_actor, chosen_story
from kronik.room.keeper import Keeper, open_desk
from kronik.room.memory import Memory
from kronik.room.reference import Reference
from kronik.room.rendering import edition_environment, edition_style
from kronik.room.screen import Screen, Visit
from kronik.room.screens.actors import ActorView, actor_screen
from kronik.room.screens.marking import covering
from kronik.room.screens.reader import ReaderView, reader_screen
from kronik.room.screens.span import span_screen
from kronik.room.screens.stories import StoryView, story_screen
from kronik.room.wording import room_wording

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_TEXTS = 40
"""Articles of a story with their text: under a megabyte of HTML, which a phone opens."""
MOST_ROWS = 500
"""Rows of each list: statements, reports, articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an edition is of: a story, an actor, or days; the others are None.

    Attributes:
        story: id of a story or of one of its articles, or the beginning of one.
        actor: name, a part of a name, or key.
        since, until: ISO days, months or years, both inclusive.
    """

    story: str | None = None
    actor: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page of the edition.

    Attributes:
        address: of the page in the room.
        screen: the page.
        inner: other addresses of the room that this page answers, and the id in the page.
    """

    address: Address
    screen: Screen
    inner: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A list that is not whole: what it lists, how many are shown, and of how many."""

    unit: str
    shown: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What stands in the file: its kind, its pages in order, what was cut, and the pages that are its sources."""

    kind: str
    leaves: tuple[Leaf, ...]
    cuts: tuple[Cut, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A page as it stands in the file."""

    prefix: str
    title: str
    text: str


def edition_text(chronicle: Path, wanted: Wanted, language: str) -> str:
    """Return an edition as one HTML file. It loads nothing, holds no script, and masks the names that pages protect.

    Args:
        chronicle: read only.
        wanted: what it is of.
        language: of the labels.

    Raises:
        ChronicleError: the file is no chronicle.
        UsageError: nothing or several things answer what is wanted, or Jinja2 is not installed.
    """
    templates, t = edition_environment(), room_wording(language)
    with tempfile.TemporaryDirectory(prefix="kronik-") as folder:
        keeper = Keeper(chronicle, Path(folder), stories=False)
        keeper.read()
        state = keeper.grouped() if wanted.story is not None else keeper.state()
        if state.too_many and wanted.story is not None:
            raise UsageError(
                f"{state.articles} articles are too many to find their stories for an edition: "
                f"kronik groups --store {chronicle} keeps them"
            )
        with open_desk(chronicle, state) as desk, Chronicle.open(chronicle) as opened:
            visit = Visit(
                address=Address(path="/"),
                name="",
                t=t,
                desk=desk,
                chronicle=opened,
                state=state,
                reference=Reference(),
                memory=Memory(),
            )
            return _printed(templates, visit, _gathered(visit, wanted))


def _gathered(visit: Visit, wanted: Wanted) -> Edition:
    if wanted.story is not None:
        return _of_story(visit, wanted.story)
    if wanted.actor is not None:
        return _of_actor(visit, wanted.actor)
    return _of_span(visit, wanted.since, wanted.until)


def _at(visit: Visit, path: str, **values: str | None) -> Visit:
    return replace(visit, address=Address(path=path).to(None, **values), name=path.rpartition("/")[2])


def _of_story(visit: Visit, name: str) -> Edition:
    stories = visit.state.stories
    assert stories is not None  # noqa: S101 (read for editions of stories)
    here = _at(visit, f"/stories/{chosen_story(stories, name)}")
    screen = story_screen(here, patient=True)
    assert isinstance(screen.view, StoryView)  # noqa: S101 (what a story's screen shows)
    pages = tuple(one.page for one in screen.view.tellings)
    leaves = [Leaf(address=here.address, screen=screen, inner={})]
    for page in pages[:MOST_TEXTS]:
        there = _at(visit, f"/articles/{page}")
        leaves.append(Leaf(address=there.address, screen=reader_screen(there), inner={}))
    return Edition(
        kind="story", leaves=tuple(leaves), cuts=_cuts(("texts", MOST_TEXTS, len(pages))), sources=pages[:MOST_ROWS]
    )


def _of_actor(visit: Visit, name: str) -> Edition:
    identity = chosen_actor(visit.desk, name)
    here = _at(visit, f"/actors/{identity.key}")
    screen = actor_screen(here, most=MOST_ROWS)
    view = screen.view
    assert isinstance(view, ActorView)  # noqa: S101 (what an actor's screen shows)
    lists = {"statements": view.statements, "acting": view.acting, "receiving": view.receiving}
    inner = {"/statements?by=": "statements", "/reports?actor=": "acting", "/reports?recipient=": "receiving"}
    leaf = Leaf(
        address=here.address,
        screen=screen,
        inner={f"{start}{identity.key}": there for start, there in inner.items() if lists[there]},
    )
    return Edition(
        kind="actor",
        leaves=(leaf,),
        cuts=_cuts(
            ("statements", MOST_ROWS, identity.statements),
            ("acting", MOST_ROWS, identity.acting),
            ("receiving", MOST_ROWS, identity.receiving),
        ),
        sources=_pages_of(lists.values()),
    )


def _of_span(visit: Visit, since: str | None, until: str | None) -> Edition:
    here = _at(visit, "/", **{"from": since, "to": until})
    screen, view = span_screen(here, most=MOST_ROWS)
    lists = (view.articles, view.reports, view.statements)
    names = ("articles", "reports", "statements")
    return Edition(
        kind="span",
        leaves=(Leaf(address=here.address, screen=screen, inner={}),),
        cuts=_cuts(*((name, MOST_ROWS, view.totals[name]) for name in names)),
        sources=_pages_of(lists),
    )


def _pages_of(lists: Iterable[Iterable[Mapping[str, Value]]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(row["page_id"]) for rows in lists for row in rows))


def _cuts(*lists: tuple[str, int, int]) -> tuple[Cut, ...]:
    return tuple(Cut(unit=unit, shown=most, total=total) for unit, most, total in lists if total > most)


def _printed(templates: "Environment", visit: Visit, edition: Edition) -> str:
    anchors = {f"/articles/{page}": f"#source-{page[:12]}" for page in edition.sources}
    for at, leaf in enumerate(edition.leaves):
        anchors[str(leaf.address)] = f"#p{at}"
        anchors |= {address: f"#p{at}-{there}" for address, there in leaf.inner.items()}
    parts = [_part(templates, visit, leaf, at, anchors) for at, leaf in enumerate(edition.leaves)]
    style = edition_style()
    return templates.get_template("edition.html").render(
        t=visit.t,
        policy=policy_of(style),
        style=style,
        kind=edition.kind,
        title=edition.leaves[0].screen.title,
        state=visit.state,
        parts=parts,
        cuts=edition.cuts,
        sources=[row for page in edition.sources if (row := visit.desk.article(page)) is not None],
        version=__version__,
    )


def _part(templates: "Environment", visit: Visit, leaf: Leaf, at: int, anchors: Mapping[str, str]) -> Part:
    screen, prefix = leaf.screen, f"p{at}-"
    text = templates.get_template(screen.template).render(
        t=visit.t,
        here=leaf.address,
        view=screen.view,
        title=screen.title,
        place=screen.place,
        state=visit.state,
        origin="",
        chart=screen.chart() if screen.chart is not None else None,
    )
    inside = _inside(screen.view, leaf.address, prefix) if isinstance(screen.view, ReaderView) else lambda _: None

    def target(address: str) -> str | None:
        return inside(address) or anchors.get(address)

    return Part(prefix=f"p{at}", title=screen.title, text=bound(text, prefix, target, lower=at > 0))


def _inside(view: ReaderView, here: Address, prefix: str) -> Callable[[str], str | None]:
    """Return where addresses of an article's characters and values stand in its own page."""
    starts = {run.start for line in view.lines for run in line.runs if run.verdict != "removed"}

    def target(address: str) -> str | None:
        split = urlsplit(address)
        asked = dict(parse_qsl(split.query))
        if split.path != here.path:
            return None
        if "at" in asked:
            start, end = (int(edge) for edge in asked["at"].split("-"))
            keys = covering(view.fields, start, end)
            return f"#{prefix}f-{min(keys, key=lambda key: (_length(view, key), key))}" if keys else None
        field = view.field(asked.get("field", ""))
        first = next((spot.start for spot in field.spots if spot.start in starts), None) if field else None
        return None if first is None else f"#{prefix}c{first}"

    return target


def _length(view: ReaderView, key: str) -> int:
    field = view.field(key)
    return sum(spot.end - spot.start for spot in field.spots) if field else 0


def policy_of(style: str) -> str:
    """Return the content security policy of an edition: nothing is loaded or run, only this style sheet applies."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
