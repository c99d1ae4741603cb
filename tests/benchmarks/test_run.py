"""The multiplied set holds no page twice; the report says what was measured."""

import csv
from pathlib import Path

from measuring import Run
from run import MEBIBYTE, Result, multiplied, report


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_page_of_the_multiplied_table_is_another(tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    table.write_text('url,isi_berita\nhttps://a.example/1,"Satu\nbaris"\nhttps://a.example/2,Dua\n', encoding="utf-8")
    folder = tmp_path / "times"
    folder.mkdir()
    (larger,) = multiplied([table], 3, folder)
    found = rows(larger)
    assert len(found) == 6
    assert len({row["url"] for row in found}) == len({row["isi_berita"] for row in found}) == 6
    assert found[:2] == rows(table)


def run(seconds: float, mebibytes: int) -> Run:
    size = mebibytes * MEBIBYTE
    return Run(seconds=seconds, cpu_seconds=seconds, parent_bytes=size, worker_bytes=2 * size)


def result(name: str, pages: int, mebibytes: int) -> Result:
    return Result(
        name=name,
        pages=pages,
        failures=1,
        file_bytes=3 * MEBIBYTE,
        build=run(10.0, mebibytes),
        again=run(1.0, 10),
        again_pages=0,
        verify=run(2.0, 10),
    )


def test_the_report_shows_rates_and_ratios() -> None:
    text = report([result("once", 100, 50), result("10 times", 1000, 55)], jobs=2, command="make bench")
    assert "| once | 100 | 1 | 10.0 | 10.0 | 50 | 100 | 3.0 | 1.0 | 0 | 2.0 |" in text
    assert "parent 1.10, worker 1.10" in text
    assert text.startswith("`make bench`, Kronik ")
