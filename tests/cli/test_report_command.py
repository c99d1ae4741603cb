"""``kronik report`` with and without the options that make it an edition."""

import pytest

from kronik import build
from kronik.cli.main import EXIT_USAGE, main
from kronik.samples import sample_folder


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory):
    path = tmp_path_factory.mktemp("edition") / "uji.kronik"
    with sample_folder() as samples:
        build([samples], path, jobs=1)
    return path


@pytest.mark.parametrize(("language", "told"), [("en", "edition of a span of time"), ("id", "edisi rentang waktu")])
def test_a_span_is_written_in_the_language_asked_for(chronicle, tmp_path, language, told):
    file = tmp_path / "edisi.html"
    assert main(["--lang", language, "report", str(chronicle), "--from", "1990", "-o", str(file)]) == 0
    assert told in file.read_text(encoding="utf-8")


def test_without_these_options_it_is_the_report_of_all(chronicle, tmp_path):
    file = tmp_path / "laporan.html"
    assert main(["--lang", "en", "report", str(chronicle), "--articles", "1", "-o", str(file)]) == 0
    assert "edition of" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--actor", "Tidak Ada Orangnya"), "tidak ada aktor bernama"),
        (("--actor", "a"), "aktor, berikan nama lengkap"),
        (("--story", "ffffffffffff0"), "tidak ada kisah"),
        (("--from", "1910", "--to", "1911"), "tidak ada apa pun"),
        (("--actor", "a", "--from", "1990"), "satu edisi memuat satu hal"),
        (("--actor", "a", "--articles", "3"), "bukan untuk edisi"),
        (("--from", "kemarin"), "kemarin"),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is(chronicle, tmp_path, capsys, options, message):
    file = tmp_path / "edisi.html"
    try:
        status = main(["--lang", "id", "report", str(chronicle), *options, "-o", str(file)])
    except SystemExit as stopped:
        status = stopped.code
    assert status == EXIT_USAGE
    assert message in capsys.readouterr().err
    assert not file.exists()
