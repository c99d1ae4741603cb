"""``kronik merge`` and ``diff`` through the command line, on chronicles that were really built."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kronik.chronicle.exports import TABLES, annotations, csv_table, readme, records
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.writer import ChronicleWriter
from kronik.cli.commands.comparing import plain
from kronik.cli.main import main
from kronik.records.bundles import Outcome
from kronik.samples import sample_folder


@pytest.fixture(name="built", scope="module")
def _built(tmp_path_factory) -> Path:
    """A folder with whole.kronik, and a.kronik and b.kronik of its halves; some pages are in both."""
    folder = tmp_path_factory.mktemp("merging")
    with sample_folder() as samples:
        root = Path(samples)
        names = sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file())
        halves = {"a": names[: len(names) // 2 + 2], "b": names[len(names) // 2 :], "whole": names}
        for half, pages in halves.items():
            inputs = folder / half
            inputs.mkdir()
            for page in pages:
                (inputs / page).parent.mkdir(exist_ok=True)
                shutil.copy(root / page, inputs / page)
            if half != "a":
                (inputs / "broken.html.gz").write_bytes(b"\x1f\x8b torn")
            assert main(["build", str(inputs), "-o", str(folder / f"{half}.kronik"), "-q", "-j", "1"]) == 0
    return folder


def exported(path: Path) -> list[bytes]:
    with Chronicle.open(path) as chronicle:
        tables = [b"".join(csv_table(chronicle, name)) for name in TABLES]
        return [
            *tables,
            b"".join(records(chronicle)),
            b"".join(annotations(chronicle)),
            readme(chronicle, "x").encode(),
        ]


def test_two_halves_are_the_whole(built: Path, capsys) -> None:
    output = built / "merged.kronik"
    halves = [str(built / name) for name in ("b.kronik", "a.kronik")]
    assert main(["--lang", "en", "merge", *halves, "-o", str(output), "-q"]) == 0
    assert "from 2 chronicles" in capsys.readouterr().err
    assert exported(output) == exported(built / "whole.kronik")
    with Chronicle.open(output) as chronicle:
        assert chronicle.info().pages_with_raw > len(list((built / "a").rglob("*.html")))
    assert main(["diff", str(output), str(built / "whole.kronik")]) == 0
    assert main(["verify", str(output), "-q"]) == 0


def test_diff_tells_what_is_missing(built: Path, capsys) -> None:
    asked = ["diff", str(built / "whole.kronik"), str(built / "a.kronik")]
    assert main([*asked, "--json"]) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {(row["section"], row["change"]) for row in rows} == {("page", "removed"), ("failure", "removed")}
    assert main([*asked, "--summary", "--format", "csv"]) == 1
    pages = sum(row["section"] == "page" for row in rows)
    assert capsys.readouterr().out.splitlines() == [
        "section,change,field,count", "failure,removed,,1", f"page,removed,,{pages}",
    ]  # fmt: skip


def test_merge_refuses_other_settings_with_what_differs(built: Path, tmp_path: Path, capsys) -> None:
    other = tmp_path / "other.kronik"
    page = tmp_path / "page.txt"
    page.write_text(
        "The harvest festival of the upper valley was opened by the village head on Monday.", encoding="utf-8"
    )
    assert main(["build", str(page), "--outlets", "packaged", "-o", str(other), "-q", "-j", "1"]) == 0
    merged = tmp_path / "merged.kronik"
    for language, words in (("en", "were not made alike"), ("id", "tidak dibuat dengan cara yang sama")):
        assert main(["--lang", language, "merge", str(built / "a.kronik"), str(other), "-o", str(merged), "-q"]) == 2
        said = capsys.readouterr().err
        assert words in said
        assert "settings" in said or "setelan" in said
    assert not merged.exists()


def test_an_output_that_is_there_is_refused(built: Path, capsys) -> None:
    path = str(built / "a.kronik")
    assert main(["--lang", "id", "merge", path, "-o", path, "-q"]) == 2
    assert "sudah ada" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("occurred", "occurred"),
        ('{"start":1,"end":5,"quote":"Desa Sukamaju","slices":null}', "Desa Sukamaju"),
        ('["Rini Astuti","warga"]', "Rini Astuti; warga"),
        ('{"country":"IDN","province":null,"locality":"Sukamaju"}', "IDN; Sukamaju"),
        ('[{"start":1,"end":3,"quote":"tewas"},{"start":9,"end":12,"quote":"gugur"}]', "tewas; gugur"),
        ("[Foto] Panen raya", "[Foto] Panen raya"),
    ],
)
def test_a_table_shows_characters_not_json(value: str, shown: str) -> None:
    assert plain(value) == shown


def test_fields_that_are_ignored_do_not_count(built: Path, tmp_path: Path, capsys) -> None:
    other = tmp_path / "other.kronik"
    with Chronicle.open(built / "a.kronik") as chronicle:
        maker, pages = chronicle.info().identity, list(chronicle.stored_pages())
        failures = [Outcome(digest=one.digest, fetch=fetch, failure=one) for fetch, one in chronicle.failed_places()]
    rows = pages[0].rows
    kind = "opinion" if rows.article[4] != "opinion" else "profile"
    pages[0] = replace(pages[0], rows=replace(rows, article=(*rows.article[:4], kind, *rows.article[5:])))
    with ChronicleWriter.open(other, maker) as writer:
        writer.take(pages)
        writer.add(failures)
        writer.finish()
    asked = ["diff", str(built / "a.kronik"), str(other), "--json"]
    assert main(asked) == 1
    assert [json.loads(line)["field"] for line in capsys.readouterr().out.splitlines()] == ["kind"]
    assert main([*asked, "--ignore", "rule,kind"]) == 0
