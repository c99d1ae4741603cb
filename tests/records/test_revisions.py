"""What changed between two revisions."""

import pytest

from kronik.records.articles import Article, Language, Reading
from kronik.records.revisions import ChangeKind, changes
from kronik.records.spans import evidence


def article(prose: str, headline: str | None = None) -> Article:
    reading = Reading(value=headline, evidence=(evidence(0, 1),), rule="test") if headline else None
    return Article(page_id="p", uri="u", language=Language(code="id", score=1.0), headline=reading, prose=prose)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Satu.\nDua.", "Satu.\nDua.", []),
        ("Tewas 27 orang.", "Tewas 30 orang.", [(ChangeKind.CHANGED, "Tewas 27 orang.", "Tewas 30 orang.")]),
        ("Satu.", "Satu.\nDua.", [(ChangeKind.ADDED, None, "Dua.")]),
        ("Satu.\nDua.\nTiga.", "Satu.\nTiga.", [(ChangeKind.REMOVED, "Dua.", None)]),
    ],
)
def test_paragraphs(before: str, after: str, expected: list[tuple[ChangeKind, str | None, str | None]]) -> None:
    found = changes(article(before), article(after))
    assert [(change.kind, change.before, change.after) for change in found] == expected


def test_fields_come_before_paragraphs() -> None:
    found = changes(article("Satu.", "Judul lama"), article("Dua.", "Judul baru"))
    assert [(change.field, change.before, change.after) for change in found] == [
        ("headline", "Judul lama", "Judul baru"),
        ("prose", "Satu.", "Dua."),
    ]
