"""Errors and reasons of the deeper rooms in the other language of the command line."""

import ast
import errno
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kronik
import kronik.cli.main as main_module
from kronik.chronicle.identity import Identity
from kronik.cli.catalogue import LANGUAGES, load_catalogue
from kronik.cli.translation import (
    CAUSE,
    DIFFERENCE,
    ERROR,
    NAMES,
    SKIPPED,
    VALUE,
    load_templates,
    read_templates,
    translate,
)
from kronik.errors import ChronicleError, DataError, UsageError
from kronik.records.bundles import Maker

SOURCE = Path(kronik.__file__).parent
TOLD = {"UsageError", "VersionError", "ChronicleError", "KronikError"}
"""Errors whose message is one sentence. DataError names file and key of a data file, PageError becomes a failure."""

OTHERS = LANGUAGES[1:]
INDONESIAN = load_catalogue("id")

FROM_CATALOGUE = {"text", "console.text", "translated"}
"""Calls that give a message in the user's language already."""

SKIPPED_BY_HAND = {"other reasons", "status unknown", "record type unknown"}
"""Reasons of WARC records that are no returned string of their own: they are put in where reasons are counted."""


def templates_of(node: ast.expr) -> Iterator[str]:
    """Yield the templates of an expression that makes a message; both of a conditional one.

    Raises:
        TypeError: the expression is neither a string nor an f-string.
    """
    if isinstance(node, ast.IfExp):
        yield from templates_of(node.body)
        yield from templates_of(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(piece.value if isinstance(piece, ast.Constant) else VALUE for piece in node.values)
    else:
        raise TypeError(ast.unparse(node))


def messages() -> Iterator[tuple[str, ast.expr]]:
    """Yield module and message of every call of an error of `TOLD`, raised here or handed on."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in TOLD:
                (message,) = node.args
                yield path.relative_to(SOURCE).as_posix(), message


def error_templates() -> set[str]:
    found = set()
    for module, message in messages():
        if isinstance(message, ast.Call) and ast.unparse(message.func) in FROM_CATALOGUE:
            assert module.startswith("cli/"), f"{module}: only the command line has a catalogue"
            continue
        found |= set(templates_of(message))
    return found


def skipped_templates() -> set[str]:
    """Return the templates of the strings that functions of the WARC reader return, also those cut to a length."""
    found = set()
    for node in ast.walk(ast.parse((SOURCE / "pages" / "warcs.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Return):
            value = node.value.value if isinstance(node.value, ast.Subscript) else node.value
            found |= set(templates_of(value)) if isinstance(value, ast.Constant | ast.JoinedStr | ast.IfExp) else set()
    return found - {""}


def known(language: str, kind: str) -> set[str]:
    return {template.english for template in load_templates(language) if template.kind == kind}


def test_the_walk_finds_messages_of_every_form() -> None:
    found = error_templates()
    assert len(found) > 30
    assert "standard input (-) can be read only once" in found  # a plain string
    assert {"no file matches {}", "no such file or folder: {}"} <= found  # a conditional one
    assert any(template.endswith("--update goes on with it") for template in found)  # two strings, one with values
    assert "cannot write {}: {}" in found  # handed on, not raised


@pytest.mark.parametrize("language", OTHERS)
def test_every_error_has_an_entry_and_no_entry_is_stale(language: str) -> None:
    raised, told = error_templates(), known(language, ERROR)
    assert sorted(raised - told) == []
    assert sorted(told - raised) == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_reason_to_skip_has_an_entry_and_no_entry_is_stale(language: str) -> None:
    returned, told = skipped_templates(), known(language, SKIPPED)
    assert {"status {}", "response without HTTP headers"} <= returned
    assert sorted(returned - told) == []
    assert told - returned == SKIPPED_BY_HAND


def test_the_reasons_why_a_worker_is_lost_have_entries() -> None:
    found = set()
    for node in ast.walk(ast.parse((SOURCE / "pipeline" / "pool.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "self._lost":
            found |= set(templates_of(node.args[-1]))
    assert len(found) > 2
    assert sorted(found - known("id", CAUSE)) == []


@pytest.mark.parametrize(
    "code", [errno.ENOENT, errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EROFS, errno.EISDIR, errno.ENOTDIR, errno.EIO]
)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems word their errors otherwise")
def test_common_causes_of_the_system_are_translated(code: int) -> None:
    assert os.strerror(code) in known("id", CAUSE)


CASES = (
    ("standard input (-) can be read only once", "masukan standar (-) hanya dapat dibaca sekali"),
    ("no page has the id or uri 'abc123'", "tidak ada halaman dengan id atau uri 'abc123'"),
    (
        "'abcdef' means more than one page: abcdef01, abcdef02",
        "'abcdef' cocok dengan lebih dari satu halaman: abcdef01, abcdef02",
    ),
    ("'a' means more than one page: b, c, ...", "'a' cocok dengan lebih dari satu halaman: b, c, ..."),
    ("x.kronik is not a chronicle", "x.kronik bukan kronik"),
    ("x.kronik is not a chronicle: it is empty", "x.kronik bukan kronik: berkasnya kosong"),
    ("a.kronik cannot be written: there is no folder a", "a.kronik tidak dapat ditulis: tidak ada folder a"),
    ("a.kronik cannot be written: Permission denied", "a.kronik tidak dapat ditulis: tidak diizinkan"),
    ("a.kronik cannot be written: Exotic fault", "a.kronik tidak dapat ditulis: Exotic fault"),
    (
        "worker processes die before their first page (the worker died)",
        "proses pekerja mati sebelum halaman pertamanya (pekerja mati)",
    ),
    (
        "t.csv has no column 'x' (for text); the columns are 'salt and pepper', 'b' and 12 more",
        "t.csv tidak mempunyai kolom 'x' (untuk text); kolom yang ada: 'salt and pepper', 'b' dan 12 lainnya",
    ),
    (
        "t.csv has no column 'x' (for text); the columns are 'a and b more; c', 'd'",
        "t.csv tidak mempunyai kolom 'x' (untuk text); kolom yang ada: 'a and b more; c', 'd'",
    ),
    ("no page 0123 in news in 2025.kronik", "tidak ada halaman 0123 di news in 2025.kronik"),
)


@pytest.mark.parametrize(("english", "indonesian"), CASES)
def test_a_message_is_translated_with_its_values(english: str, indonesian: str) -> None:
    assert translate(english, INDONESIAN) == indonesian
    assert translate(english, load_catalogue("en")) == english


@pytest.mark.parametrize("message", ["", "nothing of ours", "prefix standard input (-) can be read only once", "{}"])
def test_an_unknown_message_stays_as_it_is(message: str) -> None:
    assert translate(message, INDONESIAN) == message


def test_kinds_are_apart() -> None:
    assert translate("status 404", INDONESIAN) == "status 404"
    assert translate("content type image/png", INDONESIAN) == "content type image/png"
    assert translate("content type image/png", INDONESIAN, kind=SKIPPED) == "jenis isi image/png"
    assert translate("content type missing", INDONESIAN, kind=SKIPPED) == "tanpa jenis isi"
    assert translate("Permission denied", INDONESIAN, kind=CAUSE) == "tidak diizinkan"
    assert translate("Permission denied", INDONESIAN) == "Permission denied"


def test_differences_of_a_chronicle_are_all_translated() -> None:
    def identity(version: str, *stages: tuple[str, str]) -> Identity:
        makers = tuple(Maker(stage=stage, version=number, settings="5e77") for stage, number in stages)
        return Identity(kronik_version=version, format=int(version[-1]), settings=f"s{version}", stages=makers)

    old = identity("0.1", ("articles", "1"), ("gone", "1"))
    new = identity("0.2", ("articles", "2"), ("times", "1"))
    phrases = old.differences(new)
    assert len(phrases) == 7
    for phrase in phrases:
        assert "sekarang" in translate(phrase, INDONESIAN, kind=DIFFERENCE)
    message = f"x was made by another version or with other settings ({'; '.join(phrases)}); --update goes on with it"
    told = translate(message, INDONESIAN)
    assert re.search(r"\b(now|none|settings|stages?|order|with)\b", told) is None
    assert "tahap gone 1 (5e77), sekarang tidak ada; tahap times tidak ada, sekarang 1 (5e77)" in told


@given(st.text(), st.text())
def test_values_come_through_whatever_they_hold(first: str, second: str) -> None:
    told = translate(f"no file matches {first!r}", INDONESIAN)
    assert told == f"tidak ada berkas yang cocok dengan {first!r}"
    told = translate(f"the span ends ({first}) before it begins ({second})", INDONESIAN)
    assert told.startswith("rentang berakhir (")
    assert len(told) == len(first + second) + len("rentang berakhir () sebelum dimulai ()")


@pytest.mark.parametrize(
    "value", ["{0}", "{} {name}", "a\nb\r\n\u2028", "\\1 \\g<1>", "%s", "", ".*", "berkas 'é' \ud800", "\t"]
)
def test_odd_characters_in_values(value: str) -> None:
    assert translate(f"{value} is not a file", INDONESIAN) == f"{value} bukan berkas biasa"
    assert translate(f"there is no table {value}: choose from a, b", INDONESIAN) == (
        f"tidak ada tabel {value}: pilih salah satu dari a, b"
    )


@pytest.mark.parametrize("language", OTHERS)
def test_every_template_finds_itself_and_leaves_no_place_open(language: str) -> None:
    for template in load_templates(language):
        count = template.english.count(VALUE)
        values = [f"<{at}>" for at in range(count)]
        message = template.english
        for value in values:
            message = message.replace(VALUE, value, 1)
        told = translate(message, load_catalogue(language), kind=template.kind)
        assert told == template.target.format(*values)
        assert sorted(re.findall(r"<\d>", told)) == values


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("error\tno file", "with a tab between"),
        ("error\tno file\t", "with a tab between"),
        ("error\tno file\ttiada\tlagi", "with a tab between"),
        ("warning\tno file\ttiada", "unknown kind: warning"),
        ("error\tno {}\ttiada", "other values"),
        ("error\tno\ttiada {}", "other values"),
        ("error\tno {} {}\ttiada {0} {0}", "other values"),
        ("error\tno {} {}\ttiada {0} {2}", "other values"),
        ("error\tno {}\ttiada {0:colour}", "unknown kind: colour"),
        ("error\tno {}\ttiada {name}", "cannot be read"),
        ("error\tno {}\ttiada {", "cannot be read"),
        ("error\tno\ttiada\nerror\tno\ttidak ada", "stands twice"),
    ],
)
def test_a_wrong_table_is_refused(line: str, fault: str) -> None:
    with pytest.raises(DataError, match=fault):
        read_templates(f"# Source: own words.\n\n{line}\n", "errors_xx.tsv")


def test_a_table_may_change_the_order_of_values_and_hold_braces() -> None:
    (template,) = read_templates("error\t{} of {}\t{1} {{x}} {0:cause}\n", "errors_xx.tsv")
    assert template.target == "{1} {{x}} {0}"
    assert template.nested == ("cause", "")


def test_names_are_cut_at_the_last_and() -> None:
    assert translate("'a and b' and 3 more", INDONESIAN, kind=NAMES) == "'a and b' dan 3 lainnya"


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (UsageError("no such file or folder: 'x'"), 2, "kronik: galat: tidak ada berkas atau folder 'x'"),
        (
            ChronicleError("x is damaged: disk I/O error"),
            2,
            "kronik: galat: x rusak: galat baca atau tulis di penyimpanan",
        ),
        (OSError(28, "No space left on device", "x.kronik"), 1, "kronik: galat: x.kronik: ruang penyimpanan penuh"),
        (DataError("a.toml", "key", "stands twice"), 1, "kronik: galat: a.toml: key: stands twice"),
    ],
)
def test_the_command_line_prints_errors_in_the_language_asked_for(
    error: Exception, code: int, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise error

    monkeypatch.setattr(main_module, "_run", fail)
    assert main_module.main(["info", "--lang", "id"]) == code
    assert capsys.readouterr().err == line + "\n"


def test_a_real_error_reaches_the_user_in_indonesian(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "tiada.kronik"
    assert main_module.main(["info", str(missing), "--lang", "id"]) == 2
    assert capsys.readouterr().err == f"kronik: galat: tidak ada kronik di {missing}\n"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("build", "x", "-o", "y", "--quiet=1"), "-q/--quiet: tidak menerima nilai '1'"),
        (("export", "x", "--format", "x'y"), '--format: "x\'y" bukan salah satu dari '),
        (("export", "x", "--format", "xml"), "--format: 'xml' bukan salah satu dari "),
        (("export", "x"), "argumen ini diperlukan: --format"),
        (("info", "x", "--loud"), "argumen tidak dikenal: --loud"),
        (("articles", "--from"), "--from: perlu sebuah nilai"),
    ],
)
def test_what_argparse_refuses_is_told_in_indonesian(
    words: tuple[str, ...], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main_module.main([*words, "--lang", "id"]) == 2
    assert capsys.readouterr().err.startswith(f"kronik: galat: {line}")


def test_a_damaged_chronicle_is_told_with_its_cause(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = tmp_path / "x.kronik"
    damaged.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    assert main_module.main(["info", str(damaged), "--lang", "id"]) == 2
    assert capsys.readouterr().err == f"kronik: galat: {damaged} rusak: bukan basis data SQLite\n"
