import re
from enum import StrEnum
from importlib import resources

import pytest

from kronik.errors import DataError, UsageError
from kronik.records.articles import Completeness, Kind, Reason, Verdict
from kronik.records.failures import FailureCode
from kronik.records.pages import Media
from kronik.records.times import Anchor, TimeMod
from kronik.web.wording import LANGUAGES, check_labels, wording

CLOSED_LISTS: tuple[tuple[str, type[StrEnum]], ...] = (
    ("verdict", Verdict),
    ("reason", Reason),
    ("kind", Kind),
    ("completeness", Completeness),
    ("failure_code", FailureCode),
    ("anchor", Anchor),
    ("mod", TimeMod),
    ("media", Media),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("group", "members"), CLOSED_LISTS)
def test_every_member_of_a_closed_list_has_a_name(language, group, members):
    texts = wording(language).texts
    assert {key for key in texts if key.startswith(f"{group}.")} == {f"{group}.{member.value}" for member in members}


def test_every_label_is_used_and_every_used_label_is_there():
    web = resources.files("kronik.web")
    templates = "".join(file.read_text("utf-8") for file in web.joinpath("templates").iterdir())
    keys = set(wording("en").texts)
    assert set(re.findall(r't\("([a-z_]+\.[a-z_]+)"[,)]', templates)) <= keys
    prefixes = tuple(re.findall(r't\("([a-z_.]+)" ~', templates)) + tuple(
        f"{group}." for group in re.findall(r't\.name\("([a-z_]+)"', templates)
    )
    by_code = ("format.", "month.", "kind.", "completeness.", "language.", "reason.", "verdict.", "page.title")
    unused = {key for key in keys if f'"{key}"' not in templates and not key.startswith((*prefixes, *by_code))}
    assert unused == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_is_empty_or_was_left_in_the_other_language(language):
    texts = wording(language).texts
    assert all(text.strip() for text in texts.values())
    if language != LANGUAGES[0]:
        first = wording(LANGUAGES[0]).texts
        same = [key for key in texts if texts[key] == first[key] and re.search("[a-z]{3} [a-z]{2}", texts[key])]
        assert same == []


def test_other_languages_are_refused():
    with pytest.raises(UsageError, match="en, id"):
        wording("xx")


@pytest.mark.parametrize(
    "labels",
    [
        {"a.b": "{n} pages"},
        {"a.b": "{n} pages", "a.c": "x", "a.d": "unknown"},
        {"a.b": "{m} pages", "a.c": "x"},
        {"a.b": "pages", "a.c": "x"},
    ],
)
def test_labels_with_other_keys_or_placeholders_are_refused(labels):
    with pytest.raises(DataError, match=r"labels/yy\.toml"):
        check_labels("labels/yy.toml", labels, {"a.b": "{n} halaman", "a.c": "x"})


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [("en", 0, "0"), ("en", 1234, "1,234"), ("id", 1234, "1.234"), ("id", 12345678, "12.345.678"), ("id", 999, "999")],
)
def test_numbers_are_written_the_way_of_the_language(language, value, written):
    assert wording(language).number(value) == written


@pytest.mark.parametrize(
    ("language", "part", "whole", "written"),
    [
        ("en", 1, 3, "33.3%"),
        ("id", 1, 3, "33,3%"),
        ("en", 2, 3, "66.7%"),
        ("en", 0, 5, "0.0%"),
        ("en", 1, 100_000, "< 0.1%"),
        ("en", 5, 5, "100.0%"),
        ("en", 0, 0, "–"),
    ],
)
def test_shares_have_one_decimal_and_something_is_never_nothing(language, part, whole, written):
    assert wording(language).share(part, whole) == written


@pytest.mark.parametrize(
    ("language", "iso", "written"),
    [
        ("en", "2025-06-08", "8 June 2025"),
        ("id", "2025-08-17", "17 Agustus 2025"),
        ("id", "2025-06", "Juni 2025"),
        ("en", "2025", "2025"),
        ("en", "202X", "202X"),
        ("en", "2025-13-01", "2025-13-01"),
        ("en", "", ""),
    ],
)
def test_days_are_written_in_words(language, iso, written):
    assert wording(language).day(iso) == written


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2025-06-18T08:20:00+07:00", "18 June 2025, 08:20 +07:00"),
        ("2025-06-18T08:20:31.5Z", "18 June 2025, 08:20 UTC"),
        ("2025-06-18T08:20", "18 June 2025, 08:20"),
        ("yesterday", "yesterday"),
    ],
)
def test_moments_keep_the_printed_clock_and_zone(moment, written):
    assert wording("en").written(moment, "moment") == written


def test_numbers_in_labels_are_written_the_way_of_the_language():
    assert wording("id")("quality.of", part=1234, whole=5678) == "1.234 dari 5.678"
