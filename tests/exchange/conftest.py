"""A small chronicle of hand-made records, and the edition of its events."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from chronicle_records import identity, make_bundle, outcome_of
from finding_records import MEETING, told

from kronik.chronicle.reader import Chronicle
from kronik.chronicle.writer import ChronicleWriter
from kronik.exchange.edition import Edition, edition_of
from kronik.languages.loader import load_telling_words
from kronik.records.actors import Protection
from kronik.records.bundles import Bundle
from kronik.records.reports import Status
from kronik.stories.entries import entry_of
from kronik.stories.events import Rule, events_of
from kronik.stories.grouped import Groups
from kronik.stories.groups import groups_of, load_scales
from kronik.stories.tellings import tellings_of

FORMULA = '=HYPERLINK("https://jahat.example")'


def meeting(
    outlet: str,
    day: str,
    *,
    people: float = 12.0,
    protected: Protection | None = None,
    headline: str = "Bupati Temui Warga",
    **more,
) -> Bundle:
    """One outlet's page about the mayor's visit; ``more`` are fields of its report."""
    bundle = make_bundle(f"https://{outlet}.example/1", prose=MEETING, headline=headline, outlet=outlet, published=day)
    found = told(bundle.page.id, protected)
    figures = tuple(replace(figure, value=people) for figure in found.reports[0].figures)
    report = replace(
        found.reports[0], date="2025-06-01", earliest="2025-06-01", latest="2025-06-01", figures=figures, **more
    )
    return replace(bundle, findings=replace(found, reports=(report,)))


def pages() -> list[Bundle]:
    """Three outlets tell of one visit, with two numbers, and the third denies it; the fourth protects the mayor."""
    return [
        meeting("kabar", "2025-06-02", headline=FORMULA),
        meeting("lentera", "2025-06-03", people=30.0),
        meeting("warta", "2025-06-04", status=Status.NEGATED),
        meeting(
            "samudra",
            "2025-06-20",
            protected=Protection.MINOR,
            headline="Rini Astuti Dituding",
            type="ACCUSE",
            mode=None,
        ),
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "uji.kronik"
    with ChronicleWriter.open(made, identity()) as writer:
        writer.add([outcome_of(bundle, location=f"{bundle.page.id}.txt") for bundle in pages()])
        writer.finish()
    return made


@pytest.fixture
def chronicle(path: Path) -> Iterator[Chronicle]:
    with Chronicle.open(path) as opened:
        yield opened


@pytest.fixture
def groups(chronicle: Chronicle) -> Groups:
    return groups_of(map(entry_of, chronicle.bundles()), load_scales())


@pytest.fixture
def edition(chronicle: Chronicle, groups: Groups) -> Edition:
    tellings = tellings_of(chronicle.bundles(), groups, load_telling_words())
    return edition_of(chronicle, events_of(tellings, Rule()), Rule())
