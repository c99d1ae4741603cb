"""The programs in the documentation run, and do what the page says."""

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from source_tree import ROOT

from kronik import Chronicle, build
from kronik.chronicle.exports import records
from kronik.cli.main import main
from kronik.pipeline.processing import process_shard
from kronik.pipeline.settings import Settings
from kronik.samples import sample_folder


def programs(name: str) -> list[str]:
    """The Python blocks of a page."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def beside_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some pages in ``pages/``, which is the current one."""
    with sample_folder() as samples:
        shutil.copytree(samples, tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def exported(path: Path) -> bytes:
    with Chronicle.open(path) as chronicle:
        return b"".join(records(chronicle))


def test_the_build_on_many_machines_gives_the_same_chronicle(beside_pages: Path) -> None:
    one_shard, whole = programs("docs/how-to/run-on-many-machines.md")
    assert "process_shard(" in one_shard
    (beside_pages / "shards").mkdir()
    first, last = whole.split("# 2.")
    names: dict[str, object] = {"Path": Path, "Settings": Settings}
    exec(compile(first, "first step", "exec"), names)  # noqa: S102 - our own page
    for source in sorted((beside_pages / "shards").glob("*.in")):
        process_shard(source, source.with_suffix(".out"), Settings())
    exec(compile("# 2." + last, "last step", "exec"), names)  # noqa: S102 - our own page
    build(["pages/"], "whole.kronik", jobs=1)
    assert exported(beside_pages / "news.kronik") == exported(beside_pages / "whole.kronik")


def test_the_program_of_the_readme_runs(beside_pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = programs("README.md")
    exec(compile(program, "README.md", "exec"), {})  # noqa: S102 - our own page
    assert (beside_pages / "news.kronik").is_file()
    assert "ICC" in capsys.readouterr().out


@pytest.mark.usefixtures("beside_pages")
def test_the_recipe_for_pandas_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = programs("docs/how-to/analyse-events.md")
    build(["pages/"], "news.kronik", jobs=1)
    assert main(["export", "news.kronik", "--format", "eventreport", "-o", "reports.csv"]) == 0
    names: dict[str, object] = {}
    exec(compile(program, "analyse-events.md", "exec"), names)  # noqa: S102 - our own page
    reports, events = names["reports"], names["events"]
    assert isinstance(events, pd.DataFrame)
    assert isinstance(reports, pd.DataFrame)
    assert len(reports) > len(events) > 0
    # An event that only copies tell has no row in words of its own.
    assert set(events.index) == set(reports.loc[reports["own_words"] == 1, "event_id"])
    assert (events["articles"] >= 1).all()
    assert "CONSULT" in capsys.readouterr().out
