"""What to cite a chronicle by."""

import json

import pytest

from kronik.chronicle.reader import Chronicle
from kronik.cli.catalogue import LANGUAGES, load_catalogue
from kronik.cli.commands.citing import paragraph
from kronik.exchange.citation import bibtex, citation_of, csl, load_scores
from kronik.stories.events import Rule


def test_it_says_what_made_it_and_of_what(chronicle: Chronicle) -> None:
    found = citation_of(chronicle, Rule())
    assert (found.version, found.pages, found.failures, found.reports) == ("0.1.0", 4, 0, 4)
    assert (found.first, found.last, found.fetched) == ("2025-06-02", "2025-06-20", None)
    assert [name for name, _ in found.outlets] == ["kabar", "lentera", "samudra", "warta"]
    assert found.content == chronicle.info().content


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paragraph_is_whole_in_each_language(chronicle: Chronicle, language: str) -> None:
    found = citation_of(chronicle, Rule())
    told = paragraph(found, load_catalogue(language))
    assert "\n" not in told
    assert "{" not in told
    for word in (found.version, found.content, found.settings, found.rule, "2025-06-02", "kabar (1)"):
        assert word in told
    for value in load_scores().values():
        assert load_catalogue(language).number(value, 2) in told


def test_bibtex_braces_close_and_csl_is_json(chronicle: Chronicle) -> None:
    found = citation_of(chronicle, Rule())
    lines = list(bibtex(found))
    assert [line.split("{")[0] for line in lines if line.startswith("@")] == ["@software", "@misc"]
    assert "".join(lines).count("{") == "".join(lines).count("}")
    items = json.loads(csl(found))
    assert [item["type"] for item in items] == ["software", "dataset"]
    assert found.content in items[1]["note"]
    assert len({item["id"] for item in items}) == 2
