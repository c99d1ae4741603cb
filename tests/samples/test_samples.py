"""The samples are what the issue asks for, and their records say only what the pages say."""

import difflib
import importlib.util
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kronik.samples.catalogue import ExpectedRecord, Quotation, expected_records

ROOT = Path(__file__).resolve().parents[2]
GOLD_REASONS = {"related", "advert", "media", "navigation", "byline", "dateline", "headline", "duplicate"}
IDS = [record.id for record in expected_records()]


def quotations(record: ExpectedRecord) -> Iterator[Quotation]:
    yield from record.debris
    yield from record.times
    for actor in record.actors:
        yield from actor.mentions
    for statement in record.statements:
        yield from statement.content
        yield from filter(None, (statement.speaker_quote, statement.cue, statement.via))
    for event in record.events:
        yield from event.triggers
        yield from event.figures
        yield from filter(None, (event.place,))


def words(prose):
    return re.findall(r"\w+", prose.lower())


def shingles(prose, size=4):
    run = words(prose)
    return {tuple(run[i : i + size]) for i in range(len(run) - size + 1)}


def test_every_page_has_one_record_under_the_uri_the_program_makes(sample_pages, expected):
    assert len(IDS) == len(set(IDS)) >= 20
    assert {place: page.uri for place, page in sample_pages.items()} == {r.id: r.page.uri for r in expected.values()}


@pytest.mark.parametrize("place", IDS)
def test_every_quotation_stands_where_the_record_says(place, sample_pages, expected):
    text = sample_pages[place].text
    for quotation in quotations(expected[place]):
        assert text[quotation.start : quotation.end] == quotation.quote
        before = [m.start() for m in re.finditer(f"(?={re.escape(quotation.quote)})", text[: quotation.end])]
        assert before.index(quotation.start) + 1 == quotation.nth


@pytest.mark.parametrize("place", IDS)
def test_nothing_that_is_told_stands_in_debris(place, expected):
    record = expected[place]
    debris = [range(span.start, span.end) for span in record.debris]
    told = [q for q in quotations(record) if q not in record.debris]
    assert not [q.quote for q in told for span in debris if q.start in span or q.end - 1 in span]


@pytest.mark.parametrize("place", IDS)
def test_roles_name_actors_of_the_same_record(place, expected):
    record = expected[place]
    keys = [actor.key for actor in record.actors]
    assert len(keys) == len(set(keys))
    named = {key for s in record.statements for key in s.speakers}
    named |= {k for e in record.events for k in (*e.actors, *e.recipients, *e.claimed_by, *e.denied_by)}
    assert named <= set(keys)


def test_expected_records_are_made_from_the_annotations():
    tool = ROOT / "evals" / "sample_records.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_records_pass_the_checker_of_the_gold(shared, sample_pages, expected):
    spec = importlib.util.spec_from_file_location("gold_check", shared / "gold" / "check.py")
    check = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(check)
    for place, record in expected.items():
        article = msgspec.to_builtins(record)
        article["page"]["text"] = sample_pages[place].text
        before = json.dumps(article, sort_keys=True)
        assert check.Checker(article).run() == []
        assert json.dumps(article, sort_keys=True) == before, "the checker found other offsets"


def test_four_outlets_and_every_form_of_input(expected):
    hosts = {
        re.sub(r"^https://(?:www\.)?([^/]+)/.*", r"\1", r.page.uri) for r in expected.values() if "://" in r.page.uri
    }
    folders = Counter(place.split("/")[0] for place in IDS)
    assert hosts == {"kabarnusa.example", "suarakhatulistiwa.example", "harianlentera.example"}
    assert folders.keys() == {"kabarnusa", "wartasamudra", "lentera", "suarakhatulistiwa", "kliping"}
    assert {Path(place.split("#")[0]).suffix for place in IDS} == {".html", ".txt", ".csv", ".jsonl", ".xml"}


def test_every_reason_of_debris_occurs_in_scraped_text(expected):
    scraped = [r for place, r in expected.items() if not place.startswith(("wartasamudra", "kabarnusa"))]
    assert {span.reason for record in scraped for span in record.debris} == GOLD_REASONS


DEBRIS_KINDS = [
    ("a teaser whose marker is glued to the next", "suarakhatulistiwa/internasional.csv#2", r"Baca Selengkapnya[A-Z]"),
    ("a teaser dated years later", "kliping/jamuan-kremlin.txt", r"Baca Selengkapnya\S.*2025"),
    ("a read-also line", "kliping/pulang-dari-moskow.txt", r"^Baca juga: .+$"),
    ("a read-also line inside HTML", "kabarnusa/putin-xi-samarkand.html", r"Baca juga: "),
    ("tags", "lentera/arsip.jsonl#1", r"^Tag: .+$"),
    ("a dateline of an outlet alone", "suarakhatulistiwa/internasional.csv#1", r"^SUARAKHATULISTIWA\.EXAMPLE - "),
    ("a dateline of a place and an outlet", "lentera/arsip.jsonl#2", r"^MOSKOW, LENTERA - "),
    (
        "a dateline of an outlet and a place",
        "wartasamudra/xi-kunjungi-moskow.html",
        r"WartaSamudra\.example, Moskow - ",
    ),
    ("a dateline of a place alone", "suarakhatulistiwa/internasional.csv#4", r"^MOSKOW- ?P"),
    ("a headline in mid body", "suarakhatulistiwa/internasional.csv#2", r"(?<=\n)Putin Terima Xi di Kremlin, Panggil"),
    ("a cut image address", "suarakhatulistiwa/internasional.csv#1", r"^:quality\(40\).*\.jpg\)$"),
    ("a misprinted year", "suarakhatulistiwa/internasional.csv#2", r"Senin \(20/3/2032\)"),
    ("words of removed links", "suarakhatulistiwa/internasional.csv#4", r"PresidenRusiaVladimir"),
    ("a paragraph twice", "suarakhatulistiwa/internasional.csv#5", r"(?m)^(Jaksa Agung .+)\n\1$"),
    ("page one of two", "kabarnusa/icc-surat-perintah.html", r"Halaman 1 2 Selanjutnya"),
    (
        "a background paragraph",
        "wartasamudra/surat-perintah-icc.html",
        r"serangan besar ke Ukraina pada 24 Februari 2022",
    ),
]


@pytest.mark.parametrize(("kind", "place", "pattern"), DEBRIS_KINDS, ids=[kind for kind, _, _ in DEBRIS_KINDS])
def test_every_kind_of_debris_occurs(kind, place, pattern, sample_pages):
    assert re.search(pattern, sample_pages[place].text, re.MULTILINE), kind


def test_a_misprinted_year_keeps_the_day_that_is_meant(expected):
    (time,) = [t for t in expected["suarakhatulistiwa/internasional.csv#2"].times if t.conflict]
    assert (time.quote, time.value) == ("Senin (20/3/2032)", "2023-03-20")


def test_no_teaser_of_later_years_is_in_any_prose(expected):
    assert not [
        r.id for r in expected.values() if re.search(r"Selengkapnya|2025|(?:Desember|Januari) 202[45]", r.prose)
    ]


def test_a_page_in_two_versions_differs_in_one_figure(expected):
    first, second = expected["kabarnusa/jepretan.jsonl#1"], expected["kabarnusa/jepretan.jsonl#2"]
    assert first.page.uri == second.page.uri
    changes = difflib.SequenceMatcher(None, first.prose.split(), second.prose.split(), autojunk=False).get_opcodes()
    changed = [(first.prose.split()[a:b], second.prose.split()[c:d]) for op, a, b, c, d in changes if op != "equal"]
    assert changed == [(["sekitar", "4"], ["hampir", "4,5"])]


COPIES = [
    ("lentera/arsip.jsonl#2", "suarakhatulistiwa/internasional.csv#3"),
    ("wartasamudra/surat-perintah-icc.html", "kliping/zelensky-sambut-icc.txt"),
]


def test_only_the_copies_share_their_wording(expected):
    versions = {"kabarnusa/jepretan.jsonl#1", "kabarnusa/jepretan.jsonl#2"}
    prints = {place: shingles(record.prose) for place, record in expected.items() if place not in versions}
    alike = {
        (a, b)
        for a in prints
        for b in prints
        if a < b and len(prints[a] & prints[b]) > 0.5 * min(len(prints[a]), len(prints[b]))
    }
    assert alike == {tuple(sorted(pair)) for pair in COPIES}


def test_outlets_differ_on_how_long_they_spoke(expected):
    assert "selama 4 jam" in expected["lentera/arsip.jsonl#2"].prose
    assert "hampir 4,5 jam" in expected["wartasamudra/xi-kunjungi-moskow.html"].prose


def test_a_debunked_claim_is_no_event(expected):
    record = expected["wartasamudra/cek-fakta-foto-bandara.html"]
    assert record.kind == "fact_check"
    assert ("COERCE", "arrest") not in {(event.type, event.mode) for event in record.events}
    assert "ditangkap" in record.prose


def test_a_page_without_a_stamp_has_a_bound_and_no_day(expected):
    for place in ("kliping/pulang-dari-moskow.txt", "kliping/jamuan-kremlin.txt"):
        record = expected[place]
        assert record.published is None
        assert record.published_bound is not None
        assert record.published_bound.not_before is not None


def test_the_printed_day_counts_where_the_utc_stamp_is_a_day_earlier(sample_pages, expected):
    place = "wartasamudra/xi-kunjungi-moskow.html"
    assert sample_pages[place].part("meta:article:published_time") == "2023-03-20T18:30:00Z"
    assert expected[place].published == "2023-03-21"


def test_one_page_is_in_a_language_without_a_pack(packs, expected):
    (record,) = [r for r in expected.values() if r.no_pack]
    assert record.language == "en"
    assert record.language not in packs
    assert (record.times, record.actors, record.statements, record.events) == ((), (), (), ())
