"""Publication: where the day is read, what is done with misprints, and what is said of a page without a stamp."""

import pytest
from article_pages import LAST, MORE, PROSE, lines, text_page

from kronik.articles.article import article_of


@pytest.mark.parametrize(
    ("uri", "stamp", "day", "time", "conflict"),
    [
        ("https://a.example/x", "Rabu, 18 Jun 2025 08:20 WIB", "2025-06-18", "2025-06-18T08:20:00+07:00", None),
        ("https://a.example/x", "18 Jun 2025 08:20", "2025-06-18", None, None),
        (
            "https://a.example/2025/06/18/x",
            "18 Juni 2525 08:20 WIB",
            "2025-06-18",
            "2025-06-18T08:20:00+07:00",
            "2525-06-18",
        ),
        (
            "https://a.example/2025/06/18/x",
            "18 Juni 2024 08:20 WIB",
            "2025-06-18",
            "2025-06-18T08:20:00+07:00",
            "2024-06-18",
        ),
        (
            "https://a.example/2024/02/27/x",
            "19/06/2025, 10:19 WIB",
            "2025-06-19",
            "2025-06-19T10:19:00+07:00",
            "2024-02-27",
        ),
        ("https://a.example/2025/06/17/x", "18 Jun 2025 08:20 WIB", "2025-06-18", "2025-06-18T08:20:00+07:00", None),
        ("https://a.example/x", "Senin, 18 Jun 2025 08:20 WIB", "2025-06-18", "2025-06-18T08:20:00+07:00", "weekday"),
    ],
)
def test_the_stamp_part_against_other_evidence(packs, uri, stamp, day, time, conflict):
    article = article_of(text_page(lines(PROSE, MORE), uri=uri, title="Jembatan", stamp=stamp), packs)
    assert article.published.value == day
    assert (article.published_time.value if article.published_time else None) == time
    assert [c.other for c in article.conflicts] == ([conflict] if conflict else [])
    assert article.published.evidence[0].part == "stamp"
    assert article.bound is None


def test_a_misprinted_year_is_read_against_the_days_of_the_prose(packs):
    page = text_page(lines(PROSE, MORE), title="Jembatan", stamp="Rabu, 4 Juni 2925 11:20 WIB")
    article = article_of(page, packs)
    assert article.published.value == "2025-06-04"
    assert [(c.chosen, c.other) for c in article.conflicts] == [("2025-06-04", "2925-06-04")]


def test_a_stamp_line_in_the_text_is_read_and_removed(packs):
    text = lines("Rabu, 4 Juni 2025 11:20 WIB", PROSE, MORE)
    article = article_of(text_page(text), packs)
    assert article.published_time.value == "2025-06-04T11:20:00+07:00"
    assert article.published.evidence[0].quote(text) == "Rabu, 4 Juni 2025 11:20 WIB"
    assert article.prose == lines(PROSE, MORE)


def test_a_day_in_the_address_is_the_last_resort_and_has_no_characters(packs):
    article = article_of(text_page(lines(PROSE, MORE), uri="https://a.example/read/2025/06/05/jembatan"), packs)
    assert (article.published.value, article.published.evidence) == ("2025-06-05", ())
    assert article.published_time is None


def test_without_a_stamp_the_latest_day_told_as_past_is_a_bound(packs):
    ahead = "Peresmian taman kota akan digelar pada Senin (4/8/2025) oleh wali kota."
    text = lines(PROSE, LAST, ahead)
    article = article_of(text_page(text), packs)
    assert article.published is None
    assert article.bound.not_before == "2025-06-04"
    assert article.bound.evidence[0].quote(text) == "(4/6/2025)"


def test_a_schedule_in_the_text_is_no_stamp(packs):
    text = lines(PROSE, MORE, "Rabu, 11 Juni 2025", "Pasar malam di alun-alun kota dibuka pukul tujuh malam.")
    article = article_of(text_page(text, title="Jembatan", stamp="Kamis, 5 Jun 2025 10:00 WIB"), packs)
    assert article.published.value == "2025-06-05"
    assert "Rabu, 11 Juni 2025" in article.prose


def test_a_day_that_contradicts_its_weekday_is_no_bound(packs):
    wrong = "Wali kota menutup rapat itu pada Senin (18/6/2026) malam."
    article = article_of(text_page(lines(PROSE, wrong)), packs)
    assert article.bound.not_before == "2025-06-04"


def test_a_page_that_names_no_day_has_no_bound(packs):
    assert article_of(text_page(lines(MORE, LAST)), packs).bound is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Rapat kota itu digelar Rabu (4/6/2025).",
        "Kapal berlayar pada 4 Juni 2025 pukul 10.00 WIB.",
        "Ia tiba di dermaga Teluk Damai bersama keluarganya pada 4 Juni 2025 pukul 10.00 WIB",
    ],
)
def test_a_short_sentence_with_a_day_is_no_stamp(packs, sentence):
    text = lines(sentence, PROSE, MORE)
    article = article_of(text_page(text), packs)
    assert article.published is None
    assert sentence in article.prose


def test_a_day_on_a_line_of_its_own_is_a_stamp_above_the_first_sentence_only(packs):
    day = "Rabu, 4 Juni 2025"
    assert article_of(text_page(lines(day, PROSE, MORE)), packs).published.value == "2025-06-04"
    assert article_of(text_page(lines(PROSE, day, MORE)), packs).published is None
