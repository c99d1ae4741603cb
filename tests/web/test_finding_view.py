"""Statements and reports on an article's page."""

from dataclasses import replace

import pytest

from kronik.records.actors import Actor, ActorKind, Mention, MentionForm, Protection
from kronik.records.findings import Findings
from kronik.records.reports import Figure, FigureKind, Limit, Report, Status
from kronik.records.spans import evidence
from kronik.records.statements import Speech, Statement
from kronik.web.finding_view import findings_view
from kronik.web.report import render_report


@pytest.fixture
def chronicle(memory_chronicle, bundle_of, plain_stretches):
    return memory_chronicle([bundle_of(plain_stretches)])


def told(bundle, protection=None):
    """Give the page findings that quote its first prose words."""
    start = next(entry.span.start for entry in bundle.article.ledger if entry.verdict == "prose")
    words = evidence(start, start + 5)
    actor = Actor(
        id="a", name="<b>Rini</b> Astuti", kind=ActorKind.PERSON, country="IDN", sector="GOV",
        mentions=(Mention(evidence=words, form=MentionForm.NAME, rule="name"),), protection=protection,
    )  # fmt: skip
    statement = Statement(
        id="s", speakers=("a",), speaker=None, cue=None, content=(words,), kind=Speech.INDIRECT, rule="x"
    )
    report = Report(
        id="r1", type="PROTEST", mode="demo", actors=("a",), recipients=(), triggers=(words,), date="2025-06",
        status=Status.ALLEGED, claimed_by=("a",), rule="protest.demo",
        figures=(Figure(evidence=words, kind=FigureKind.PARTICIPANTS, value=300, unit="person", limit=Limit.ABOUT),),
    )  # fmt: skip
    return replace(bundle, findings=Findings(actors=(actor,), statements=(statement,), reports=(report,)))


def test_a_page_shows_who_did_and_said_what_and_never_as_markup(chronicle):
    bundles = [told(chronicle.bundles[0]), *chronicle.bundles[1:]]
    page = "".join(render_report(replace(chronicle, bundles=bundles)))
    assert "PROTEST/demo" in page
    assert "&lt;b&gt;Rini&lt;/b&gt; Astuti" in page
    assert "<b>Rini" not in page
    assert "2025-06" in page
    assert "about 300 person" in page


def test_without_grammar_nothing_is_claimed(chronicle):
    assert findings_view(replace(chronicle.bundles[0], findings=None)) is None
    assert "No grammar for this language" in "".join(render_report(chronicle))


def test_a_protected_name_does_not_reach_the_page(chronicle):
    bundles = [told(chronicle.bundles[0], Protection.MINOR)]
    assert "Astuti" not in "".join(render_report(replace(chronicle, bundles=bundles)))
