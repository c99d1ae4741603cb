from pathlib import Path

import pytest

from kronik.articles import body_structure
from kronik.articles.body_blocks import blocks_of
from kronik.articles.body_structure import load_marks, structure_of
from kronik.errors import DataError
from kronik.text.markup import project_markup

PROSE = "Alinea ini menceritakan rapat warga desa tentang jembatan gantung yang putus pada hari Senin."


@pytest.mark.parametrize(
    ("name", "aside"),
    [
        ("comments-area", True),
        ("post_comments", True),
        ("commentlist", True),
        ("recommended", True),
        ("uncommented", False),
        ("ads", True),
        ("ad-slot", True),
        ("loads", False),
        ("shadow", False),
        ("article-body", False),
        ("heading", False),
        ("tag-cloud", True),
        ("stage", False),
    ],
)
def test_marks_match_parts_of_names(name: str, aside: bool) -> None:
    assert bool(load_marks().aside.search(name)) is aside


def test_the_element_with_the_prose_is_the_body_and_marked_ones_stand_aside() -> None:
    projection = project_markup(
        f"<div id=kiri><ul>{'<li><a href=x>Tautan satu dua</a>' * 9}</ul></div>"
        f"<div id=isi><p>{PROSE}</p><div class=terkait><p>{PROSE}</p></div><p>{PROSE}</p><p>{PROSE}</p></div>"
    )
    blocks = blocks_of(projection)
    structure = structure_of(blocks, projection.elements)
    assert projection.elements[structure.box].marks == "isi"
    assert [structure.aside[index] for index in structure.inside] == [False, True, False, False]
    assert len(structure.prose) == 3


def test_the_body_covers_what_the_witnesses_kept() -> None:
    projection = project_markup(
        f"<div id=satu><p>{PROSE}</p><p>{PROSE}</p></div><ul>{'<li><a href=x>Tautan satu dua tiga empat</a>' * 40}</ul>"
        f"<div id=dua><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></div>"
    )
    blocks = blocks_of(projection)
    alone = structure_of(blocks, projection.elements)
    assert projection.elements[alone.box].marks == "dua"
    kept = structure_of(blocks, projection.elements, [0, 1])
    assert {0, 1} <= set(kept.inside)
    both = [index for index, block in enumerate(blocks) if block.link_share == 0]
    assert set(both[2:]) <= set(structure_of(blocks, projection.elements, both).inside)


@pytest.mark.parametrize(
    "text",
    [
        'aside = ["a"]',
        'aside = ["a"]\nbody = []\nother = []',
        'aside = ["a", "a"]\nbody = []',
        'aside = ["A"]\nbody = []',
    ],
)
def test_a_wrong_file_is_refused(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "body_marks.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(body_structure, "files", lambda _package: tmp_path)
    with pytest.raises(DataError):
        body_structure.load_marks.__wrapped__()
