"""``kronik outlets learn``, and its file in a build: through the command line, as a user meets it."""

import json

import pytest

from kronik.cli.main import main

NOTICE = (
    "Sampaikan pertanyaan kepada redaksi Kabar Teluk lewat alamat surat redaksi@kabarteluk.example setiap hari kerja."
)
DAYS = 8


@pytest.fixture(name="pages", scope="module")
def _pages(tmp_path_factory):
    """A table of eight articles of eight days, each with the same notice at its foot."""
    rows = [
        {
            "url": f"https://kabarteluk.example/berita/{number}",
            "judul": f"Pelabuhan {number} Dibuka",
            "tanggal": f"{number} Juni 2025 10:00 WIB",
            "isi": f"Wali kota Teluk Damai membuka pelabuhan nomor {number} pada pagi hari bersama warga.\n{NOTICE}",
        }
        for number in range(1, DAYS + 1)
    ]
    path = tmp_path_factory.mktemp("outlets") / "kabar.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture(name="learnt", scope="module")
def _learnt(pages):
    output = pages.parent / "outlets.tsv"
    assert main(["--lang", "en", "outlets", "learn", str(pages), "-o", str(output), "-j", "1", "-q"]) == 0
    return output


def extracted(capfdbinary, *words):
    assert main(["--lang", "en", "extract", *map(str, words), "-j", "1", "-q"]) == 0
    return [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]


def test_the_file_holds_the_notice_and_no_text(learnt):
    rows = [line.split("\t") for line in learnt.read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["kronik-outlets", "1"]
    assert rows[1][:2] == ["pages", str(DAYS)]
    assert [(row[0], row[2:]) for row in rows[3:]] == [("kabarteluk.example", ["8", "8"])]
    assert "redaksi" not in learnt.read_text(encoding="utf-8")


def test_the_command_says_what_it_wrote(pages, tmp_path, capsys):
    output = tmp_path / "few.tsv"
    assert main(["--lang", "en", "outlets", "learn", str(pages), "-o", str(output), "-j", "1", "--least", "9"]) == 0
    assert f"{output}: 0 lines of 8 articles (8 pages, 0 failures)" in capsys.readouterr().err
    assert len(output.read_text(encoding="utf-8").splitlines()) == 3


def test_only_with_the_file_the_notice_goes(pages, learnt, capfdbinary):
    plain = extracted(capfdbinary, pages)
    judged = extracted(capfdbinary, pages, "--outlets", learnt)
    packaged = extracted(capfdbinary, pages, "--outlets", "packaged")
    assert packaged == plain
    ends = [
        (record["debris"][-1]["reason"], record["debris"][-1]["end"] - record["debris"][-1]["start"])
        for record in judged
    ]
    assert ends == [("boilerplate", len(NOTICE))] * DAYS
    assert "boilerplate" not in json.dumps([record["debris"] for record in plain])


def test_a_chronicle_says_which_file_made_it(pages, learnt, tmp_path, capsys):
    chronicle = str(tmp_path / "kabar.kronik")
    build = ["--lang", "en", "build", str(pages), "-o", chronicle, "-j", "1", "-q"]
    assert main([*build, "--outlets", str(learnt)]) == 0
    capsys.readouterr()
    assert main(build) == 2
    assert "settings" in capsys.readouterr().err
    assert main([*build, "--outlets", str(learnt)]) == 0
    assert main(["--lang", "en", "update", chronicle, "-j", "1", "-q", "--outlets", "packaged"]) == 0
    assert "8 pages derived anew" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"outlet,line\n", "is no file of `kronik outlets learn`"),
        (b"kronik-outlets\t9\n", "is of another version"),
        (b"kronik-outlets\t1\xff\n", "is no UTF-8"),
        (None, "No such file"),
    ],
)
def test_a_wrong_file_ends_the_build_with_one_line(pages, tmp_path, capsys, content, message):
    path = tmp_path / "mine.tsv"
    if content is not None:
        path.write_bytes(content)
    assert main(["--lang", "en", "extract", str(pages), "-j", "1", "-q", "--outlets", str(path)]) == 1
    told = capsys.readouterr()
    assert message in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""
