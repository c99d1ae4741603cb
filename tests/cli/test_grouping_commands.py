"""``kronik groups``, ``stories``, ``story``, ``timeline`` and ``relations``: through the command line."""

import json

import pytest

from kronik.cli.main import main

ACCOUNT = (
    "Presiden Amerika Serikat Donald Trump bertemu Presiden Rusia Vladimir Putin di Jenewa, Senin (3/3/2025).",
    "Pertemuan di tepi danau itu berlangsung empat jam dan membahas gencatan senjata di perbatasan utara.",
    "Trump mengatakan pembicaraan dengan Putin berjalan jujur dan kedua pihak akan bertemu lagi bulan depan.",
)
OWN_WORDS = (
    "Vladimir Putin dan Donald Trump mengadakan pertemuan empat jam di Jenewa, Senin (3/3/2025).",
    "Kedua presiden membicarakan gencatan senjata dan sepakat bertemu kembali pada bulan depan.",
)
RECIPE = ("Rebus jagung manis selama dua puluh menit, lalu taburi garam dan parutan kelapa.",) * 2


def row(outlet: str, headline: str, prose: tuple[str, ...], hour: int) -> dict[str, str]:
    return {
        "url": f"https://{outlet}.example/berita/{hour}",
        "judul": headline,
        "sumber": f"{outlet}.example",
        "tanggal": f"3 Maret 2025 {hour}:00 WIB",
        "isi": "\n".join(prose),
    }


@pytest.fixture(name="chronicle", scope="module")
def _chronicle(tmp_path_factory):
    rows = [
        row("teluk", "Trump Bertemu Putin di Jenewa Empat Jam", ACCOUNT, 10),
        row("tanjung", "Trump dan Putin Bertemu Empat Jam di Jenewa", ACCOUNT, 12),
        row("muara", "Putin dan Trump Bertemu di Jenewa", OWN_WORDS, 13),
        row("dapur", "Jagung Rebus Kelapa", RECIPE, 9),
    ]
    folder = tmp_path_factory.mktemp("grouping")
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    path = folder / "x.kronik"
    assert main(["build", str(folder / "news.jsonl"), "-o", str(path), "-j", "1", "-q"]) == 0
    return path


def told(capsys, *words):
    assert main(["--lang", "en", *map(str, words)]) == 0
    return capsys.readouterr().out


def test_groups_has_a_line_for_each_article(chronicle, capsys) -> None:
    rows = {json.loads(line)["uri"]: json.loads(line) for line in told(capsys, "groups", chronicle).splitlines()}
    meeting = [
        rows[f"https://{name}.example/berita/{hour}"] for name, hour in (("teluk", 10), ("tanjung", 12), ("muara", 13))
    ]
    recipe = rows["https://dapur.example/berita/9"]
    assert len({one["story"] for one in meeting}) == 1
    assert recipe["story"] != meeting[0]["story"]
    first = "https://teluk.example/berita/10"
    assert [one["copy"] for one in [*meeting, recipe]] == [first, first, None, None]


def test_stories_and_story_say_who_copied(chronicle, capsys) -> None:
    (story,) = map(json.loads, told(capsys, "stories", chronicle, "--format", "jsonl").splitlines())
    assert (story["articles"], story["outlets"]) == (3, 3)
    accounts = [
        json.loads(line)
        for line in told(capsys, "story", story["id"], "-c", chronicle, "--format", "jsonl").splitlines()
    ]
    assert [one["outlet"] for one in accounts] == ["teluk.example", "tanjung.example", "muara.example"]
    assert [bool(one["copied"]) for one in accounts] == [False, True, False]
    assert accounts[2]["why"]


def test_an_unknown_story_is_a_usage_error(chronicle, capsys) -> None:
    assert main(["--lang", "en", "story", "ffffffffff", "-c", str(chronicle)]) == 2
    assert "ffffffffff" in capsys.readouterr().err


def test_timeline_and_relations_show_the_meeting_once(chronicle, capsys, tmp_path) -> None:
    asked = ("--actor", "Putin", "--with", "Trump", "--from", "2025-03", "--to", "2025-03", "--format", "jsonl")
    events = [json.loads(line) for line in told(capsys, "timeline", chronicle, *asked).splitlines()]
    assert [(one["type"], one["date"], one["sources"]) for one in events] == [("CONSULT", "2025-03-03", 2)]
    drawing = tmp_path / "relations.svg"
    steps = told(
        capsys, "relations", "Rusia", "Amerika Serikat", "-c", chronicle, "--svg", drawing, "--format", "jsonl"
    )
    assert json.loads(steps.splitlines()[0])["type"] == "CONSULT"
    assert json.loads(steps.splitlines()[0])["direction"] == "↔"
    assert "<circle" in drawing.read_text(encoding="utf-8")


def test_relations_need_two_names(chronicle) -> None:
    assert main(["--lang", "en", "relations", "Rusia", "-c", str(chronicle)]) == 2


def test_story_shows_what_each_source_claims(chronicle, capsys) -> None:
    (story,) = map(json.loads, told(capsys, "stories", chronicle, "--format", "jsonl").splitlines())
    asked = ("story", story["id"], "-c", chronicle)
    rows = [json.loads(line) for line in told(capsys, *asked, "--claims", "--format", "jsonl").splitlines()]
    dates = [row for row in rows if row["type"] == "CONSULT" and row["field"] == "date"]
    assert [(row["value"], row["stand"], row["outlet"]) for row in dates] == [
        ("2025-03-03", "agreed", "teluk.example"),
        ("2025-03-03", "agreed", "tanjung.example"),
        ("2025-03-03", "agreed", "muara.example"),
    ]
    assert [bool(row["copied"]) for row in dates] == [False, True, False]
    assert {row["rule"] for row in rows} == {"same-event/5"}
    shown = told(capsys, *asked)
    assert "[1] teluk.example" in shown
    assert "copy of [1]" in shown


def test_identities_lists_an_actor_of_several_articles_once(chronicle, capsys) -> None:
    rows = [json.loads(line) for line in told(capsys, "identities", "-c", chronicle, "--format", "jsonl").splitlines()]
    putin = [row for row in rows if row["known"] == "person:Vladimir Putin"]
    assert [row["articles"] for row in putin] == [3]


def test_identities_heeds_a_file_of_judgements_and_says_who_is_unknown(chronicle, capsys, tmp_path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text("verdict\tone\tother\nsame\tVladimir Putin\tDonald Trump\nsame\tVladimir Putin\tNobody\n")
    assert main(["--lang", "en", "identities", "Putin", "-c", str(chronicle), "--judgements", str(path)]) == 0
    said = capsys.readouterr()
    assert "Donald Trump" in said.out
    assert "line 3" in said.err
    assert "Nobody" in said.err
