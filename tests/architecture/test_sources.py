"""Habits of the sources: names, docstrings, state and what may pass a room's door."""

import ast
from collections.abc import Iterator

import pytest
from source_tree import PACKAGE, Module, functions, modules, project_files

REFUSED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "base_objects", "stuff"}
CONTAINERS = {"list", "dict", "set", "defaultdict", "deque", "Counter", "OrderedDict"}

BY_LABEL = {"argvalues": modules(), "ids": lambda module: module.label}


def documentable(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Public classes, functions and methods, with dotted names; what stands inside a function is nobody's business."""
    pending: list[tuple[str, ast.AST]] = [("", node) for node in tree.body]
    while pending:
        prefix, node = pending.pop()
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                pending += [(f"{prefix}{node.name}.", child) for child in node.body]


def is_threshold(value: object) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, float) or (whole and abs(value) > 12 and value not in {24, 60, 100, 365, 1000, 9999})


def changeable(value: ast.expr | None) -> bool:
    """A list, dict or set, written out or called for."""
    called = isinstance(value, ast.Call) and ast.unparse(value.func).split(".")[-1] in CONTAINERS
    return called or isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)


def is_empty(value: ast.expr | None) -> bool:
    parts = getattr(value, "elts", None) or getattr(value, "keys", None) or getattr(value, "args", None)
    return not parts and not isinstance(value, ast.ListComp | ast.DictComp | ast.SetComp)


@pytest.mark.parametrize("module", **BY_LABEL)
def test_every_public_name_has_a_docstring(module: Module) -> None:
    bare = [name for name, node in documentable(module.tree) if not ast.get_docstring(node)]  # type: ignore[arg-type]
    if not ast.get_docstring(module.tree):
        bare.append("the module itself")
    assert bare == []


@pytest.mark.parametrize("module", **BY_LABEL)
def test_every_threshold_says_what_it_means(module: Module) -> None:
    """A module constant that is a bare number has a docstring beneath it or a comment above or beside it.

    Whole numbers up to 12, years, and the numbers of the calendar and the decimal system are said by their name.
    """
    lines = module.source.splitlines()
    silent = []
    for node, following in zip(module.tree.body, [*module.tree.body[1:], None], strict=True):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        number = isinstance(value, ast.Constant) and is_threshold(value.value)
        if not (isinstance(target, ast.Name) and target.id.strip("_").isupper() and number):
            continue
        if target.id.endswith("_YEAR"):
            continue
        described = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
        above = lines[node.lineno - 2].lstrip() if node.lineno > 1 else ""
        if not (described or above.startswith("#") or "#" in lines[node.lineno - 1]):
            silent.append(f"{target.id}, line {node.lineno}")
    assert silent == []


def test_no_module_has_a_refused_name() -> None:
    assert [str(path) for path in project_files() if path.suffix == ".py" and path.stem in REFUSED_NAMES] == []
    assert [str(path) for path in PACKAGE.rglob("*") if path.is_dir() and path.name in REFUSED_NAMES] == []


@pytest.mark.parametrize("module", **BY_LABEL)
def test_no_module_state(module: Module) -> None:
    """No ``global``; a module value that can change is a constant table, filled where it stands."""
    found = [f"line {node.lineno}: global" for node in ast.walk(module.tree) if isinstance(node, ast.Global)]
    for node in module.tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign):
            continue
        names = [ast.unparse(target) for target in getattr(node, "targets", [getattr(node, "target", None)])]
        constant = all(name.strip("_").isupper() or name == "__all__" for name in names)
        if changeable(node.value) and (not constant or is_empty(node.value)):
            found.append(f"line {node.lineno}: {names[0]} is state")
    assert found == []


@pytest.mark.parametrize("module", **BY_LABEL)
def test_no_untyped_mapping_passes_a_door(module: Module) -> None:
    """Public functions take and return records, never ``dict[str, Any]``."""
    found = []
    for node in functions(module.tree):
        if node.name.startswith("_"):
            continue
        annotations = [arg.annotation for arg in [*node.args.args, *node.args.kwonlyargs]] + [node.returns]
        written = [ast.unparse(annotation) for annotation in annotations if annotation]
        found += [f"{node.name}: {text}" for text in written if "[str, Any]" in text]
    assert found == []


def test_the_tests_have_unique_names_and_mirror_rooms() -> None:
    tests = [path for path in project_files() if path.name.startswith("test_") and path.suffix == ".py"]
    names = [path.stem for path in tests]
    assert sorted({name for name in names if names.count(name) > 1}) == []
