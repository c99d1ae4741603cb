"""Learning from inputs: pages and failures are counted, and settings know the file that they hold."""

import json

from kronik.articles.recurring import RecurringLines
from kronik.pipeline.learning import learn
from kronik.pipeline.settings import Settings

NOTICE = "Kirim pertanyaan kepada redaksi Kabar Teluk lewat alamat surat redaksi@kabarteluk.example setiap hari."


def test_pages_and_failures_are_counted_and_an_article_only_once(tmp_path):
    rows = [
        {
            "url": f"https://kabarteluk.example/berita/{number}",
            "tanggal": f"{number} Juni 2025 10:00 WIB",
            "isi": f"Wali kota Teluk Damai membuka pelabuhan nomor {number} bersama warga{mark}\n{NOTICE}",
        }
        for number, mark in [(1, "."), (2, "."), (3, "."), (3, " kota.")]
    ]
    (tmp_path / "kabar.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (tmp_path / "kosong.txt").write_text("")
    done = learn([tmp_path], least=3, jobs=1)
    assert (done.pages, done.failures, done.recurring.pages) == (4, 1, 3)
    assert [(line.outlet, line.pages, line.days) for line in done.recurring.lines] == [("kabarteluk.example", 3, 3)]


def test_the_digest_of_settings_tells_whether_a_file_was_given():
    empty = RecurringLines(pages=0, pages_digest="0" * 32, lines=())
    other = RecurringLines(pages=1, pages_digest="0" * 32, lines=())
    assert len({Settings().digest, Settings(recurring=empty).digest, Settings(recurring=other).digest}) == 3
    assert Settings(recurring=other, keep_raw=False).digest == Settings(recurring=other).digest
