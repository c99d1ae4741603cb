"""``kronik statements --once``: what several articles quote of one speaker stands once."""

import json
from pathlib import Path

import pytest

from kronik.chronicle.finding_queries import StatementRow
from kronik.cli.main import main
from kronik.cli.said_once import said_once

WORDS = "Jembatan itu kami buka lagi untuk umum sebelum musim hujan datang"


def statement(name: str, page: str, outlet: str | None, *, speakers: str | None = "Budi Santoso", content: str = WORDS):
    return StatementRow(
        id=name,
        page_id=page,
        speakers=speakers,
        kind="direct",
        cue="kata",
        content=content,
        via=None,
        denies=False,
        score=0.9,
        outlet=outlet,
        byline=None,
        published="2031-03-03",
        headline=None,
        uri=f"https://{outlet}/{page}",
    )


def test_the_first_telling_stands_for_all():
    rows = [statement("c", "p", "kabar.example"), statement("a", "q", "warta.example", speakers="Santoso")]
    (one,) = said_once(rows)
    assert (one.id, one.articles, one.speakers) == ("a", 2, "Budi Santoso")
    assert one.outlets == "kabar.example; warta.example"
    assert one.statements == "c; a"
    assert one.uris == "https://kabar.example/p; https://warta.example/q"


def test_an_outlet_that_tells_it_twice_is_named_once_and_an_unknown_one_not_at_all():
    rows = [statement("a", "p", "kabar.example"), statement("b", "q", "kabar.example"), statement("c", "r", None)]
    (one,) = said_once(rows)
    assert (one.outlets, one.articles) == ("kabar.example", 3)


def test_utterances_stand_in_the_order_of_their_first_telling():
    other = "Harga beras di pasar kota turun sejak pekan lalu"
    rows = [statement("z", "p", "a"), statement("b", "p", "a", content=other), statement("a", "q", "b")]
    assert [one.content for one in said_once(rows)] == [WORDS, other]


def test_statements_without_a_speaker_are_one_where_the_words_are():
    rows = [statement("a", "p", "a", speakers=None), statement("b", "q", "b", speakers=None)]
    assert len(said_once(rows)) == 1


def test_the_command_lists_each_utterance_with_every_outlet(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    pages = tmp_path / "pages"
    pages.mkdir()
    said = f'"{WORDS}," kata Bupati Budi Santoso di Rantau Damai, Senin (3/3/2031).'
    for outlet in ("kabar", "warta"):
        told = f"Rantau Damai - Warga {outlet} berkumpul di balai desa sejak pagi.\n\n{said}\n"
        (pages / f"{outlet}.txt").write_text(told, encoding="utf-8")
    chronicle = str(tmp_path / "uji.kronik")
    assert main(["build", str(pages), "-o", chronicle]) == 0
    capsys.readouterr()
    assert main(["statements", chronicle, "--by", "Santoso", "--once", "--format", "jsonl"]) == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["articles"], len(row["statements"].split("; "))) == (2, 2)
    assert main(["statements", chronicle, "--once"]) == 0
    assert WORDS[:20] in capsys.readouterr().out
    assert main(["statements", chronicle, "--once", "--cite"]) == 2
    assert "--once" in capsys.readouterr().err
