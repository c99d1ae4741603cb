"""Messages in every language."""

import string

import pytest

from kronik.cli.catalogue import LANGUAGES, choose_language, load_catalogue
from kronik.errors import DataError


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_messages_with_the_same_values(language: str) -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    english, other = load_catalogue(LANGUAGES[0]).texts, load_catalogue(language).texts
    assert set(other) == set(english)
    assert {key: fields(text) for key, text in other.items()} == {key: fields(text) for key, text in english.items()}


def test_an_unknown_message_is_an_error_that_names_it() -> None:
    with pytest.raises(DataError, match=r"no\.such"):
        load_catalogue("en")("no.such")


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "id_ID.UTF-8"}, "id"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"KRONIK_LANG": "en", "LANG": "id_ID"}, "en"),
        (["--lang", "id"], {"LANG": "en_US"}, "id"),
        (["info", "--lang=id"], {}, "id"),
    ],
)
def test_the_language_is_chosen(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert choose_language(arguments, environment) == language


def test_numbers_are_grouped_as_the_language_does() -> None:
    assert load_catalogue("en").number(1234.5, 1) == "1,234.5"
    assert load_catalogue("id").number(1234.5, 1) == "1.234,5"
