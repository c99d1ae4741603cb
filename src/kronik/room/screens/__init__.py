"""The screens: each a function from a visit to its answer."""

from collections.abc import Callable

from kronik.room.screen import Screen, Visit
from kronik.room.screens.actors import actor_screen
from kronik.room.screens.events import event_screen
from kronik.room.screens.lists import actors_screen, reports_screen, search_screen, statements_screen
from kronik.room.screens.overview import overview_screen
from kronik.room.screens.reader import reader_screen
from kronik.room.screens.relations import relation_screen
from kronik.room.screens.singles import report_screen, statement_screen
from kronik.room.screens.stories import stories_screen, story_screen

SCREENS: tuple[tuple[str, Callable[[Visit], Screen]], ...] = (
    ("/", overview_screen),
    ("/stories", stories_screen),
    ("/stories/{name}", story_screen),
    ("/search", search_screen),
    ("/articles/{name}", reader_screen),
    ("/statements", statements_screen),
    ("/statements/{name}", statement_screen),
    ("/reports", reports_screen),
    ("/reports/{name}", report_screen),
    ("/events/{name}", event_screen),
    ("/actors", actors_screen),
    ("/actors/{name}", actor_screen),
    ("/relations", relation_screen),
)
"""Every address of the room, and what answers it."""
