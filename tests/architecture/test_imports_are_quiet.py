"""Importing Kronik does nothing but import: a fresh interpreter watches each module."""

import json
import subprocess
import sys

import pytest
from source_tree import PACKAGE, modules

WATCH = """
import importlib, json, locale, logging, os, random, sys, threading, traceback
package, names = sys.argv[1], sys.argv[2:]
opened = []
FORBIDDEN = ("socket.connect", "subprocess.Popen", "os.system", "sqlite3.connect", "tempfile.mkdtemp")

def hook(event, args):
    if event == "open" and isinstance(args[0], (str, bytes, os.PathLike)):
        path = os.fsdecode(args[0])
        writes = (args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        module = path.endswith((".py", ".so")) or ".pyc" in path
        if not module and (writes or path.startswith(package)):
            opened.append(path)
    elif event in FORBIDDEN:
        opened.append(event)

def state():
    log = logging.root
    return [random.getstate(), dict(os.environ), list(log.handlers), log.level, locale.setlocale(locale.LC_ALL)]

sys.addaudithook(hook)
report = {}
for name in names:
    before, opened[:] = state(), []
    try:
        importlib.import_module(name)
        failure = ""
    except BaseException:
        failure = traceback.format_exc()
    report[name] = [failure, list(opened), threading.active_count(), state() == before]
print(json.dumps([report, sorted({name.split(".")[0] for name in sys.modules})]))
"""

# Each costs a tenth of a second or more to import; a command that does not need it must not wait for it.
HEAVY = {
    "dateparser",
    "feedparser",
    "htmldate",
    "jinja2",
    "lxml",
    "numpy",
    "py3langid",
    "pyarrow",
    "readability",
    "starlette",
    "trafilatura",
    "uvicorn",
    "warcio",
}


NAMES = [module.name for module in modules() if not module.name.endswith("__main__")]


def watch(*names: str) -> tuple[dict[str, list], list[str]]:
    """Import the modules in this order in an interpreter of their own: ({module: what was seen}, packages loaded)."""
    run = subprocess.run(
        [sys.executable, "-c", WATCH, str(PACKAGE), *names], capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stderr
    report, loaded = json.loads(run.stdout.splitlines()[-1])
    return report, loaded


@pytest.fixture(scope="module")
def seen() -> dict[str, list]:
    return watch(*NAMES)[0]


@pytest.mark.parametrize("name", NAMES)
def test_importing_has_no_side_effect(name: str, seen: dict[str, list]) -> None:
    failure, opened, threads, same = seen[name]
    assert failure == ""
    assert opened == []
    assert threads == 1
    assert same, "importing changed the random state, the environment, logging or the locale"


@pytest.mark.parametrize("name", ["kronik", "kronik.cli.main"])
def test_starting_is_light(name: str) -> None:
    assert sorted(HEAVY & set(watch(name)[1])) == []
