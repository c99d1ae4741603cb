"""Lines that recur in an outlet: what is learnt, the file, and what a build does with it."""

import pickle
from dataclasses import replace

import pytest
from article_pages import LAST, MORE, PROSE, lines, text_page
from hypothesis import given
from hypothesis import strategies as st

from kronik.articles.article import article_of
from kronik.articles.recurring import (
    REMOVED_DAYS,
    REMOVED_PAGES,
    RecurringLine,
    RecurringLines,
    decode,
    encode,
    line_hash,
    load_packaged,
    names_outlet,
)
from kronik.articles.recurring_tally import LEAST_DAYS, LEAST_PAGES, Tally
from kronik.errors import DataError
from kronik.records.articles import Reason, Verdict

NOTICE = (
    "Sampaikan pertanyaan kepada redaksi Kabar Teluk lewat alamat surat redaksi@kabarteluk.example setiap hari kerja."
)
PLAIN = "Jadwal pelayaran selengkapnya untuk seluruh pelabuhan dapat dilihat pada halaman jadwal kami di sini."
DIGEST = "0" * 32


def page_of(number, *paragraphs, day=None, host="kabarteluk.example"):
    """A page whose other paragraphs are its own."""
    own = [f"{text} Catatan nomor {number} tentang pelabuhan." for text in (PROSE, MORE, LAST)]
    stamp = f"{day or 1 + number % 28} Juni 2025 10:00 WIB"
    uri = f"https://{host}/berita/{number}"
    return text_page(lines(*own, *paragraphs), uri=uri, title=f"Jembatan Nomor {number}", stamp=stamp)


def learnt(packs, pages, **options):
    tally = Tally(**options)
    for page in pages:
        tally.add(page, article_of(page, packs))
    return tally


def known(*texts, pages=REMOVED_PAGES, days=REMOVED_DAYS, outlet="kabarteluk.example"):
    rows = sorted(RecurringLine(outlet=outlet, line=line_hash(text), pages=pages, days=days) for text in texts)
    return RecurringLines(pages=pages, pages_digest=DIGEST, lines=tuple(rows))


def verdict_of(article, page, text):
    at = page.text.index(text)
    return next(entry for entry in article.ledger if entry.span.start <= at < entry.span.end)


def test_a_notice_at_the_foot_of_many_pages_is_learnt_with_its_counts(packs):
    result = learnt(packs, [page_of(number, NOTICE) for number in range(LEAST_PAGES)]).result()
    assert result.pages == LEAST_PAGES
    assert result.lines == (
        RecurringLine(outlet="kabarteluk.example", line=line_hash(NOTICE), pages=LEAST_PAGES, days=LEAST_DAYS),
    )


@pytest.mark.parametrize(
    "pages",
    [
        [page_of(number, NOTICE) for number in range(LEAST_PAGES - 1)],
        [page_of(number, NOTICE, day=3) for number in range(20)],
        [page_of(number % 4, NOTICE) for number in range(20)],
        [page_of(number, NOTICE, host=f"kabar{number}.example") for number in range(20)],
        [page_of(number, "Susunan pemain:") for number in range(20)],
        [page_of(number, f"“{PLAIN}” kata dia.") for number in range(20)],
        [page_of(number, "Baca juga: " + PLAIN) for number in range(20)],
        [
            page_of(number, PLAIN, *[f"Baris penutup {number}-{i} dari laporan ini." for i in range(6)])
            for number in range(20)
        ],
    ],
    ids=["few pages", "one day", "revisions", "many outlets", "short", "quotation", "known debris", "not at the foot"],
)
def test_what_is_not_learnt(packs, pages):
    assert learnt(packs, pages).result().lines == ()


def test_fewer_pages_are_enough_when_asked(packs):
    pages = [page_of(number, NOTICE) for number in range(3)]
    assert [entry.pages for entry in learnt(packs, pages).result(least=3).lines] == [3]


def test_the_order_of_the_pages_makes_no_difference(packs):
    pages = [page_of(number, NOTICE) for number in range(6)]
    assert encode(learnt(packs, pages).result()) == encode(learnt(packs, pages[::-1]).result())


def test_a_full_table_forgets_rare_lines_and_never_counts_too_high(packs):
    pages = [page_of(number, NOTICE) for number in range(12)]
    small = learnt(packs, pages, most_lines=8).result()
    assert [(entry.line, entry.pages <= 12) for entry in small.lines] == [(line_hash(NOTICE), True)]


def test_a_line_on_many_pages_that_names_the_outlet_is_removed(packs):
    page = page_of(1, NOTICE)
    article = article_of(page, packs, known(NOTICE))
    entry = verdict_of(article, page, NOTICE)
    assert (entry.verdict, entry.reason, entry.rule) == (Verdict.REMOVED, Reason.BOILERPLATE, "recurs.outlet")
    assert NOTICE not in article.prose
    assert sum(len(entry.span) for entry in article.ledger) == len(page.text)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (NOTICE, {"pages": REMOVED_PAGES - 1}),
        (NOTICE, {"days": REMOVED_DAYS - 1}),
        (PLAIN, {}),
    ],
    ids=["fewer pages", "fewer days", "no name"],
)
def test_a_weaker_line_is_unsure_and_stays_in_the_prose(packs, text, counts):
    page = page_of(1, text)
    article = article_of(page, packs, known(text, **counts))
    entry = verdict_of(article, page, text)
    assert (entry.verdict, entry.reason, entry.rule) == (Verdict.UNSURE, None, "recurs.outlet-weak")
    assert text in article.prose


def test_a_line_is_found_again_whatever_its_spaces_and_case(packs):
    page = page_of(1, NOTICE.upper().replace(" ", "  "))
    entry = verdict_of(article_of(page, packs, known(NOTICE)), page, "SAMPAIKAN")
    assert entry.rule == "recurs.outlet"


def test_without_a_file_or_in_another_outlet_nothing_changes(packs):
    page = page_of(1, NOTICE)
    plain = article_of(page, packs)
    assert verdict_of(plain, page, NOTICE).verdict is Verdict.PROSE
    assert article_of(page, packs, known(NOTICE, outlet="lain.example")) == plain


def test_what_another_rule_removes_keeps_its_rule(packs):
    label = "Baca juga: " + PLAIN
    page = page_of(1, label)
    assert article_of(page, packs, known(label)) == article_of(page, packs)


@pytest.mark.parametrize(
    ("text", "outlet", "names"),
    [
        ("Unduh aplikasi kabarteluk.example sekarang juga", "kabarteluk.example", True),
        ("Bergabunglah dengan Kabarteluk di sini", "kabarteluk.example", True),
        ("Kirim ke surat.pembaca@teluk.example", "kabarteluk.example", True),
        ("Ikuti kanal Liputan6 di sini", "liputan6.com", True),
        ("Ikuti kanal Suara di sini", "suara.com", True),
        ("Dengarkan suara warga di sini", "suara.com", False),
        ("Suara warga didengar di sini", "suara.com", False),
        ("Dengarkan Suaramu di sini", "suara.com", False),
        ("Jadwal lengkap di sini", "kabarteluk.example", False),
    ],
)
def test_a_line_names_its_outlet(text, outlet, names):
    assert names_outlet(text, outlet) is names


HASHES = st.integers(0, 2**64 - 1).map(lambda number: f"{number:016x}")


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(["a.example", "b.example", "Radar Teluk"]), HASHES),
        st.tuples(st.integers(1, 10**6), st.integers(1, 64)),
        max_size=20,
    )
)
def test_a_file_is_read_back_as_it_was_written(entries):
    rows = tuple(
        RecurringLine(outlet=outlet, line=line, pages=pages, days=days)
        for (outlet, line), (pages, days) in sorted(entries.items())
    )
    lines_known = RecurringLines(pages=9, pages_digest=DIGEST, lines=rows)
    assert decode("x.tsv", encode(lines_known)) == lines_known
    for row in rows:
        assert lines_known.find(row.outlet, row.line) == row
    assert lines_known.find("c.example", "0" * 16) is None


def test_the_digest_tells_files_apart_and_the_lines_go_to_workers():
    one = known(NOTICE)
    assert one.digest != known(PLAIN).digest
    assert one.digest != replace(one, pages_digest="1" * 32).digest
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes


GOOD = encode(known(NOTICE, PLAIN)).splitlines()


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ([], "head"),
        (["outlet,line"], "head"),
        (["kronik-outlets\t0", *GOOD[1:]], "head"),
        ([GOOD[0], "pages\t8\txyz", *GOOD[2:]], "pages"),
        ([GOOD[0], f"pages\tten\t{DIGEST}", *GOOD[2:]], "pages"),
        ([*GOOD[:2], "outlet\tline\tpages"], "columns"),
        (GOOD[:2], "columns"),
        ([*GOOD[:3], GOOD[3], GOOD[3]], "line 5"),
        ([*GOOD[:3], GOOD[4], GOOD[3]], "line 5"),
        ([*GOOD[:3], GOOD[3].replace("\t8\t", "\t-8\t")], "line 4"),
        ([*GOOD[:3], "kabarteluk.example\tNOHASH\t8\t6"], "line 4"),
        ([*GOOD[:3], GOOD[3] + "\tmore"], "line 4"),
    ],
)
def test_a_wrong_file_is_refused(rows, key):
    with pytest.raises(DataError) as told:
        decode("mine.tsv", "\n".join(rows))
    assert (told.value.file, told.value.key) == ("mine.tsv", key)


def test_a_comment_says_nothing_and_lines_keep_their_numbers():
    text = "\n".join(["# a note", *GOOD])
    assert decode("mine.tsv", text) == known(NOTICE, PLAIN)
    with pytest.raises(DataError) as told:
        decode("mine.tsv", text + "\nx")
    assert told.value.key == "line 7"  # the note, three lines of head, two entries


def test_the_packaged_file_holds_lines():
    packaged = load_packaged()
    assert packaged.lines
    assert all(entry.pages >= LEAST_PAGES and entry.days >= LEAST_DAYS for entry in packaged.lines)
