"""Data flows one way: the import contracts hold, and no room escapes them."""

import subprocess
import sys
from pathlib import Path

import pytest
from source_tree import ROOT, Module, imports, imports_at_top, modules, project_table, runtime_requirements

OPTIONAL = ("pyarrow", "warcio", "jinja2", "xlsxwriter", "uvicorn", "resvg_py")
# Starlette stands at the top of kronik.room.application, a module that is itself imported where it is used.
IMPURE = (
    "asyncio", "http", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil", "socket", "sqlite3",
    "subprocess", "tempfile", "threading", "time", "urllib.request", "uuid",
)  # fmt: skip
IMPORT_NAMES = {
    "charset-normalizer": ("charset_normalizer",),
    "feedparser": ("feedparser",),
    "filelock": ("filelock",),
    "jinja2": ("jinja2", "markupsafe"),
    "lxml-html-clean": ("lxml_html_clean",),
    "msgspec": ("msgspec",),
    "py3langid": ("py3langid",),
    "pyarrow": ("pyarrow",),
    "readability-lxml": ("readability",),
    "numpy": ("numpy",),
    "resvg-py": ("resvg_py",),
    "selectolax": ("selectolax",),
    "starlette": ("starlette",),
    "tqdm": ("tqdm",),
    "trafilatura": ("trafilatura",),
    "uvicorn": ("uvicorn",),
    "warcio": ("warcio",),
    "xlsxwriter": ("xlsxwriter",),
}
PURE_ROOMS = ("records", "text", "articles", "annotation")


def belongs(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def test_the_contracts_hold() -> None:
    tool = Path(sys.executable).parent / "lint-imports"
    run = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_layers_name_every_room() -> None:
    """A room that no layer names would be free to import what it likes; the parts of ``languages`` stand apart."""
    layers = project_table()["tool"]["importlinter"]["contracts"][0]["layers"]
    named = {name.strip(" ()") for layer in layers for name in layer.split("|")}
    rooms = {f"kronik.{module.room}" for module in modules() if module.room} - {"kronik.languages"}
    parts = {".".join(module.name.split(".")[:3]) for module in modules() if module.room == "languages"}
    assert sorted((rooms | parts) - named - {"kronik.languages"}) == []


@pytest.mark.parametrize("module", [m for m in modules() if m.room in PURE_ROOMS], ids=lambda module: module.label)
def test_deciding_rooms_touch_nothing_outside(module: Module) -> None:
    """No clock, no network, no file system, no randomness where records are made from records."""
    assert [f"line {line}: {name}" for line, name in imports(module.tree) if belongs(name, IMPURE)] == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.label)
def test_only_two_files_are_databases(module: Module) -> None:
    """The chronicle, and the side file of groups."""
    used = [f"line {line}" for line, name in imports(module.tree) if belongs(name, ("sqlite3",))]
    assert used == [] or module.room == "chronicle" or module.label == "src/kronik/grouping/shelf.py"


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.label)
def test_optional_dependencies_are_imported_where_they_are_used(module: Module) -> None:
    """A missing extra must cost its own feature only, so it is imported inside the function that needs it."""
    assert [f"line {line}: {name}" for line, name in imports_at_top(module.tree) if belongs(name, OPTIONAL)] == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.label)
def test_only_declared_packages_are_imported(module: Module) -> None:
    allowed = {name for names in IMPORT_NAMES.values() for name in names} | set(sys.stdlib_module_names) | {"kronik"}
    assert [f"line {line}: {name}" for line, name in imports(module.tree) if name.split(".")[0] not in allowed] == []


def test_the_table_of_import_names_is_complete() -> None:
    assert set(runtime_requirements()) == set(IMPORT_NAMES)


def test_every_declared_package_is_imported_somewhere() -> None:
    used = {name.split(".")[0] for module in modules() for _, name in imports(module.tree)}
    unused = [package for package, names in IMPORT_NAMES.items() if not used & set(names)]
    assert unused == ["lxml-html-clean"], "readability needs that one, and asks for it in a way that old pips miss"
