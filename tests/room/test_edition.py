"""Editions: one file, nothing loaded, nothing run, every link inside it or to a publisher, protected names masked."""

import base64
import hashlib
import re
from html import unescape

import pytest

from kronik.errors import UsageError
from kronik.room import edition
from kronik.room.edition import Wanted, edition_text
from kronik.web.wording import LANGUAGES

PROTECTED = "Rahayu Kusumawati"
KINDS = ("story", "actor", "span")


@pytest.fixture(scope="module")
def bound(editions):
    """Every kind of edition in every language, by both."""
    return editions


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_loaded_and_nothing_runs(bound, kind, language):
    text = bound[kind, language]
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert unescape(policy) == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert re.findall(r"url\(|@import", style) == []
    tags = set(re.findall(r"<([a-z][a-z0-9]*)", text))
    assert tags.isdisjoint({"script", "img", "link", "iframe", "object", "embed", "form", "base", "video", "audio"})
    assert re.findall(r"<[^>]*\s(?:style|src|srcset|on\w+|action|data-[\w-]+)\s*=", text) == []
    assert f'<html lang="{language}">' in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_link_leads_to_a_place_in_the_file_or_to_a_publisher(bound, kind, language):
    text = bound[kind, language]
    ids = re.findall(r'\sid="([^"]*)"', text)
    assert len(ids) == len(set(ids))
    links = re.findall(r'<a [^>]*?href="([^"]*)"', text)
    outward = [link for link in links if not link.startswith("#")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert all(link.startswith(("https://", "http://")) for link in outward)
    named = re.findall(r'(?:aria-labelledby|for)="([^"]*)"', text)
    assert set(named) <= set(ids)
    assert text.count("<h1") == 1
    for tag in ("a", "span", "g", "article", "section"):
        assert len(re.findall(rf"<{tag}[\s>]", text)) == text.count(f"</{tag}>")


def test_a_story_has_its_claims_and_the_text_of_its_articles(bound, room):
    text = bound["story", "en"]
    pages = re.findall(r'"page": "([0-9a-f]+)"', room.get(f"/stories/{room.story}.json").text)
    assert len(pages) >= 2
    assert text.count('<section id="p') == text.count('-text" class="reading"') == len(set(pages))
    assert all(f'id="source-{page[:12]}"' in text for page in pages)
    assert 'href="#p1"' in text
    runs = re.findall(r'<a href="(#p1-f-[^"]*)"[^>]*class="m ', text)
    assert runs
    assert re.search(r'href="#p1-c\d+"', text)


def test_an_actor_has_every_statement_and_report(bound, room):
    text = bound["actor", "en"]
    *_, statements, acting, receiving = room.get(f"/actors/{room.actor}.json").data["identity"]
    assert text.count("<blockquote") == statements
    assert text.count('<span class="type">') == acting + receiving > 0


def test_a_span_has_what_the_lists_of_the_room_have(bound, room):
    text = bound["span", "en"]
    days = "from=2025-06-16&to=2025-06-17"
    assert text.count("<blockquote") == room.get(f"/statements.json?{days}").data["total"]
    assert text.count('<span class="type">') == room.get(f"/reports.json?{days}").data["total"]


def test_a_page_full_of_scripts_is_text(bound):
    text = bound["span", "id"]
    assert "&lt;script&gt;" in text
    assert "&lt;img src=x onerror" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_protected_names_are_masked(bound, language, room_chronicle):
    assert "menangkap penculik" in bound["span", language]
    assert PROTECTED not in bound["span", language]
    assert PROTECTED.split()[1] not in bound["span", language]
    with pytest.raises(UsageError, match="no named actor"):
        edition_text(room_chronicle, Wanted(actor=PROTECTED), language)


def test_what_is_cut_is_said(room, room_chronicle, monkeypatch):
    monkeypatch.setattr(edition, "MOST_ROWS", 1)
    monkeypatch.setattr(edition, "MOST_TEXTS", 1)
    story = edition_text(room_chronicle, Wanted(story=room.story), "en")
    assert re.search(r"The text of the first 1 of \d+ articles is in this file", story)
    assert story.count('class="reading"') == 1
    span = edition_text(room_chronicle, Wanted(since="2025-06"), "en")
    assert re.search(r"The newest 1 of \d+ reports are in this file", span)
    assert span.count("<blockquote") == 1


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (Wanted(story="ffffffffffff0"), "no story of two or more articles has the id"),
        (Wanted(story="<script>"), "no story"),
        (Wanted(actor="%"), "no named actor"),
        (Wanted(actor="Tidak Ada Orangnya"), "no named actor"),
        (Wanted(actor="a"), "means .* actors"),
        (Wanted(since="1910", until="1911"), "of these days"),
        (Wanted(since="2025-07", until="2025-06"), "before it begins"),
    ],
)
def test_what_is_not_there_is_told(room_chronicle, wanted, message):
    with pytest.raises(UsageError, match=message):
        edition_text(room_chronicle, wanted, "en")
