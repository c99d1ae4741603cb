"""``kronik export`` of events, ``bundle`` and ``cite`` on hand-made records."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from kronik.chronicle.exports.masking import masks_of
from kronik.chronicle.reader import Chronicle
from kronik.cli.commands.grouping import story_rows
from kronik.cli.main import main
from kronik.grouping.kept import read_groups
from kronik.stories.rules import ACROSS
from kronik.stories.stories import Story


def run(*words: object) -> int:
    return main(["--lang", "en", *map(str, words)])


@pytest.mark.parametrize("form", ["eventreport", "graphml", "timeline", "xlsx"])
def test_an_export_of_events_names_the_rule(path: Path, tmp_path: Path, capsys, form: str) -> None:
    output = tmp_path / f"out.{form}"
    assert run("export", path, "--format", form, "-o", output) == 0
    assert "2 events, merged from reports by the rule same-event/5" in capsys.readouterr().err
    readme = output.with_name(output.name + ".README.md").read_text(encoding="utf-8")
    assert "| reports merged into events by | same-event/5 |" in readme
    if form != "xlsx":
        assert b"same-event/5" in output.read_bytes()


def test_an_export_of_pages_names_no_rule(path: Path, tmp_path: Path) -> None:
    assert run("export", path, "--format", "records", "-o", tmp_path / "r.jsonl") == 0
    assert "merged" not in (tmp_path / "r.jsonl.README.md").read_text(encoding="utf-8")


def test_a_workbook_needs_a_file(path: Path, capsys) -> None:
    assert run("export", path, "--format", "xlsx") == 2
    assert "needs a file" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["eventreport", "graphml", "timeline"])
def test_without_a_file_it_goes_to_standard_output(path: Path, tmp_path: Path, capfdbinary, form: str) -> None:
    assert run("export", path, "--format", form, "-o", tmp_path / "x") == 0
    assert run("export", path, "--format", form) == 0
    assert capfdbinary.readouterr().out == (tmp_path / "x").read_bytes()


def test_the_bundle_of_an_event_and_of_its_story(path: Path, tmp_path: Path, capsys) -> None:
    assert run("timeline", path, "--format", "jsonl") == 0
    event = next(row for row in map(json.loads, capsys.readouterr().out.splitlines()) if row["type"] == "CONSULT")
    assert run("export", path, "--format", "timeline") == 0
    slides = json.loads(capsys.readouterr().out)["events"]
    page = next(slide for slide in slides if slide["unique_id"] == event["id"])["evidence"][0]["page"]
    made = {}
    for name in (event["id"][:8], page):
        assert run("bundle", name, "-c", path, "-o", tmp_path / "x.zip") == 0
        made[name] = (tmp_path / "x.zip").read_bytes()
    of_event, of_story = (zipfile.ZipFile(io.BytesIO(data)).read("README.md").decode() for data in made.values())
    assert of_event.startswith(f"# Evidence of the event {event['id']}")
    assert of_story.startswith("# Evidence of the story ")
    assert str(path.parent) not in of_event + of_story


def test_a_bundle_of_nothing_is_a_usage_error(path: Path, tmp_path: Path, capsys) -> None:
    assert run("bundle", "ffffffffff", "-c", path, "-o", tmp_path / "x.zip") == 2
    assert "ffffffffff" in capsys.readouterr().err
    assert not (tmp_path / "x.zip").exists()


def test_cite_prints_a_paragraph_or_entries(path: Path, capsys) -> None:
    assert run("cite", path) == 0
    assert capsys.readouterr().out.count("\n") == 1
    assert run("cite", path, "--bibtex") == 0
    assert capsys.readouterr().out.startswith("@software{kronik,")
    assert run("cite", path, "--csl") == 0
    assert json.loads(capsys.readouterr().out)
    assert run("cite", path, "--csl", "--bibtex") == 2


def test_protected_names_stand_in_no_list(path: Path, capsys) -> None:
    """The page that protects the mayor has her name in its headline, too; it is a copy of the others."""
    with Chronicle.open(path) as chronicle:
        (page,) = chronicle.protecting_pages()
    for command in (("story", page, "-c", path), ("story", page, "--claims", "-c", path), ("timeline", path)):
        assert run(*command, "--format", "jsonl") == 0
        rows = [line for line in capsys.readouterr().out.splitlines() if "ACCUSE" in line or "samudra" in line]
        assert rows
        assert not any("Rini" in row for row in rows)


def test_the_list_of_stories_masks_headlines(path: Path) -> None:
    with Chronicle.open(path) as chronicle:
        found, masks = read_groups(chronicle), masks_of(chronicle)
        (page,) = chronicle.protecting_pages()
    (row,) = story_rows(found, [Story(id=page, members=(page,), links=())], masks, short=False)
    assert row[-1] == f"{'█' * len('Rini Astuti')} Dituding"


def test_another_rule_is_named_where_it_is_used(path: Path, tmp_path: Path, capsys) -> None:
    output = tmp_path / "x.json"
    assert run("export", path, "--format", "timeline", "--rule", "same-event-across-stories", "-o", output) == 0
    assert json.loads(output.read_bytes())["kronik"]["rule"] == ACROSS
    assert ACROSS in output.with_name("x.json.README.md").read_text(encoding="utf-8")
    assert run("cite", path, "--rule", ACROSS) == 0
    assert ACROSS in capsys.readouterr().out
    assert run("timeline", path, "--rule", ACROSS) == 0
    assert ACROSS in capsys.readouterr().err
    assert run("export", path, "--format", "records", "--rule", ACROSS) == 2
    assert run("export", path, "--format", "timeline", "--rule", "no-such-rule") == 2
    assert "no-such-rule" in capsys.readouterr().err
