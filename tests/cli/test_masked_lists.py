"""Lists of articles and findings print no name that their page protects, unless they are asked to."""

from dataclasses import replace
from pathlib import Path

import pytest
from chronicle_records import identity, make_bundle, outcome_of
from finding_records import MEETING, told

from kronik.chronicle.writer import ChronicleWriter
from kronik.cli.main import main
from kronik.records.actors import Protection

HEADLINE = "Rini Astuti Menemui Warga"
ADDRESS = "https://kabar.example/rini-astuti-menemui-warga"


@pytest.fixture
def guarded(tmp_path: Path) -> Path:
    """A chronicle of one page that protects a name, which stands in its headline, prose and address."""
    path = tmp_path / "uji.kronik"
    bundle = make_bundle(ADDRESS, prose=MEETING, headline=HEADLINE)
    bundle = replace(bundle, findings=told(bundle.page.id, Protection.MINOR))
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([outcome_of(bundle)])
        writer.finish()
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("articles", "--format", "jsonl"),
        ("search", "warga", "--format", "jsonl"),
        ("search", "Rini"),
        ("reports", "--undated", "--format", "jsonl"),
        ("statements", "--format", "csv"),
        ("statements", "--cite"),
        ("ledger", "{page}", "--format", "jsonl"),
    ],
)
def test_a_protected_name_is_printed_only_when_asked_for(
    guarded: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [word.replace("{page}", ADDRESS) for word in words]
    assert main([*asked, "--chronicle", str(guarded)]) == 0
    shown = capsys.readouterr().out
    assert shown.strip()
    assert "rini" not in shown.lower()
    assert "astuti" not in shown.lower()
    assert main([*asked, "--chronicle", str(guarded), "--unmasked"]) == 0
    assert "rini" in capsys.readouterr().out.lower()
