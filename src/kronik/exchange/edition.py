"""The events of a chronicle with the characters of their sources, as every export of events takes them.

Whatever stands in an edition may leave the program: names that a page protects are masked in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kronik.chronicle.exports.masking import masks_of
from kronik.chronicle.reader import Chronicle
from kronik.records.bundles import Bundle
from kronik.records.identifiers import identify
from kronik.records.masking import MASK, masked, masked_text
from kronik.records.spans import Evidence, Slice
from kronik.stories.events import Event, Rule, event_of
from kronik.stories.tellings import Party, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that reports come from.

    Attributes:
        page, uri: of its page.
        outlet, headline, byline: as read; None when unknown.
        published: RFC 3339 time, else ISO day, else None.
    """

    page: str
    uri: str
    outlet: str | None
    headline: str | None
    byline: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """The characters behind a report.

    Attributes:
        trigger: the words that tell it, as the page writes them.
        at: where in the page text they stand, half-open code points.
        date, place: the words of day and place; None where the page does not tell them.
    """

    trigger: str
    at: tuple[Slice, ...]
    date: str | None
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The events of a chronicle.

    Attributes:
        version: of the program that made the chronicle.
        content, settings: digests of its pages and of its settings.
        rule: name of the rule by which reports were merged into events.
        events: by id.
        sources: page id -> article.
        quotes: report id -> characters.
    """

    version: str
    content: str
    settings: str
    rule: str
    events: tuple[Event, ...]
    sources: Mapping[str, Source]
    quotes: Mapping[str, Quotes]

    @property
    def made_by(self) -> str:
        """One line that says what made it."""
        return f"kronik {self.version}, contents {self.content}, settings {self.settings}, events by rule {self.rule}"


def edition_of(chronicle: Chronicle, events: Iterable[Event], rule: Rule) -> Edition:
    """Return the events with what their sources say. Reads each page once."""
    masks = masks_of(chronicle)
    shown = tuple(sorted((without_names(event, masks) for event in events), key=lambda event: event.id))
    wanted = {one.page for event in shown for one in event.tellings}
    sources: dict[str, Source] = {}
    quotes: dict[str, Quotes] = {}
    for bundle in chronicle.bundles():
        if bundle.page.id in wanted:
            safe = masked(bundle)
            sources[bundle.page.id] = source_of(safe)
            quotes.update(quotes_of(safe))
    info = chronicle.info()
    return Edition(
        version=info.identity.kronik_version,
        content=info.content,
        settings=info.identity.settings,
        rule=rule.name,
        events=shown,
        sources=sources,
        quotes=quotes,
    )


def without_names(event: Event, masks: Mapping[str, tuple[str, ...]]) -> Event:
    """Return an event without a readable name of anyone whom a page of it protects.

    Args:
        event: the event.
        masks: page id -> names that the page protects.
    """
    if not any(one.page in masks for one in event.tellings):
        return event
    tellings = [_masked(one, masks[one.page]) if one.page in masks else one for one in event.tellings]
    return event_of(tellings, Rule(name=event.rule))


def source_of(bundle: Bundle) -> Source:
    """Return the article of a page."""
    article = bundle.article
    moment = article.published_time or article.published
    return Source(
        page=bundle.page.id,
        uri=bundle.page.uri,
        outlet=article.outlet.value if article.outlet else None,
        headline=article.headline.value if article.headline else None,
        byline=", ".join(writer.value for writer in article.writers) or None,
        published=moment.value if moment else None,
    )


def quotes_of(bundle: Bundle) -> dict[str, Quotes]:
    """Return the characters behind each report of a page, by report id."""
    text = bundle.page.text
    reports = bundle.findings.reports if bundle.findings else ()

    def quoted(evidence: Evidence | None) -> str | None:
        return None if evidence is None else " ".join(evidence.quote(text).split())

    return {
        report.id: Quotes(
            trigger=quoted(report.triggers[0]) or "",
            at=report.triggers[0].slices,
            date=quoted(report.date_evidence),
            place=quoted(report.place),
        )
        for report in reports
    }


def party_id(party: Party) -> str | None:
    """Return the id of a party, the same in every article; None for one that no two articles need mean alike."""
    return identify("party", party.identity) if party.identity else None


def _masked(one: Telling, names: tuple[str, ...]) -> Telling:
    def shown(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(_safe(party, names) for party in parties)

    return replace(
        one,
        actors=shown(one.actors),
        recipients=shown(one.recipients),
        claimed_by=shown(one.claimed_by),
        denied_by=shown(one.denied_by),
    )


def _safe(party: Party, names: tuple[str, ...]) -> Party:
    """Return a party with its name masked; the identity of one whose name is masked holds the name, and goes too."""
    name = masked_text(party.name, names)
    hidden = name != party.name or MASK in party.name
    return replace(party, name=name, identity=None, words=()) if hidden else party
