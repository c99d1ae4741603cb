"""Choosing the story or the actor that a person means by an id or a name."""

from kronik.chronicle.browsing.asking import ACTORS, Asked
from kronik.chronicle.browsing.desk import Desk, Identity
from kronik.errors import UsageError
from kronik.room.state import Stories

MOST_NAMED = 6
"""Candidates that a message names."""
SHORT_ID = 12
"""Characters of a story's id in a message."""


def chosen_story(stories: Stories, name: str) -> str:
    """Return the id of the story that has an id, or an article of it has, or which begins so.

    Raises:
        UsageError: there is none of two or more articles, or several.
    """
    found = {story for story in stories.cards if story.startswith(name)}
    found |= {story for page, story in stories.of_page.items() if page.startswith(name) and story in stories.cards}
    if name in stories.cards:
        return name
    if not found:
        raise UsageError(f"no story of two or more articles has the id {name}: kronik stories lists them")
    if len(found) > 1:
        named = ", ".join(story[:SHORT_ID] for story in sorted(found)[:MOST_NAMED])
        raise UsageError(f"{name} means {len(found)} stories, such as {named}: give more of the id")
    return found.pop()


def chosen_actor(desk: Desk, name: str) -> Identity:
    """Return the actor of a key, else the one that stands under this name, else the one with this in a name.

    Of several that stand under the name, it is the one mostly called so, if no other is in more articles.

    Raises:
        UsageError: there is none, or several.
    """
    by_key = desk.identity(name)
    if by_key is not None:
        return by_key
    wanted = " ".join(name.casefold().split())
    rows = desk.listed(ACTORS, Asked(words=name), {}, first=0, most=-1) if wanted else ()
    part = [Identity._make(row) for row in rows]
    formed = [one for one in part if any(form.name.casefold() == wanted for form in desk.forms(one.key))]
    named = [one for one in formed if one.name.casefold() == wanted]
    found = named if len(named) == 1 and named == formed[:1] else formed or part
    if not found:
        raise UsageError(f"no named actor has {name} in its name: kronik actors lists them")
    if len(found) > 1:
        told = "; ".join(f"{one.name} ({one.kind} {one.country or '-'}) {one.key}" for one in found[:MOST_NAMED])
        raise UsageError(f"{name} means {len(found)} actors, give the whole name or the key: {told}")
    return found[0]
