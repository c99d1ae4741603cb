"""The sources as the architecture tests see them: paths, parsed modules, tracked files."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "kronik"
STAGE_ROOMS = ("pages", "articles", "annotation", "pipeline")
RUNTIME_EXTRAS = ("parquet", "warc", "web", "xlsx", "serve", "png")
UNTRACKED_FOLDERS = {"build", "dist", "demo", "__pycache__", "kronik.egg-info"}


@dataclass(frozen=True)
class Module:
    """A parsed source file."""

    path: Path
    source: str
    tree: ast.Module

    @property
    def name(self) -> str:
        parts = self.path.relative_to(ROOT / "src").with_suffix("").parts
        return ".".join(part for part in parts if part != "__init__")

    @property
    def room(self) -> str:
        parts = self.path.relative_to(PACKAGE).with_suffix("").parts
        return parts[0] if len(parts) > 1 else ""

    @property
    def label(self) -> str:
        return self.path.relative_to(ROOT).as_posix()


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package, by path."""
    return tuple(parse(path) for path in sorted(PACKAGE.rglob("*.py")))


def parse(path: Path) -> Module:
    source = path.read_text(encoding="utf-8")
    return Module(path, source, ast.parse(source, str(path)))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, nested ones included."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def imports_at_top(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, module) of every import that runs when the module is imported."""
    pending: list[ast.stmt] = list(tree.body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            pending += node.orelse
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            pending += [child for child in ast.walk(node) if isinstance(child, ast.stmt) and child is not node]


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, module) of every import, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is tracked or could be; without git, every file outside hidden and built folders."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listing.returncode == 0 and listing.stdout:
        found = [ROOT / name for name in listing.stdout.decode().split("\0") if name]
    else:
        found = [path for path in ROOT.rglob("*") if not _outside(path.relative_to(ROOT))]
    return tuple(sorted(path for path in found if path.is_file()))


def _outside(path: Path) -> bool:
    return any(part in UNTRACKED_FOLDERS or (part.startswith(".") and part != ".ci") for part in path.parts[:-1])


def text_of(path: Path) -> str | None:
    """The text of a file; None when it is not UTF-8 text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


@cache
def project_table() -> dict:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def runtime_requirements() -> tuple[str, ...]:
    """Names of the packages that a user's installation may hold, extras included."""
    project = project_table()["project"]
    listed = [*project["dependencies"]]
    for extra in RUNTIME_EXTRAS:
        listed += project["optional-dependencies"][extra]
    return tuple(sorted({re.split(r"[^A-Za-z0-9._-]", item)[0].lower().replace("_", "-") for item in listed}))
