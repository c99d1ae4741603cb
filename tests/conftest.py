"""Fixtures that every test may use."""

import json
import os
import shutil
import subprocess
import tempfile
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack

settings.register_profile("kronik", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kronik")  # how long an example takes says how busy the machine is, and nothing of the program

ROOT = Path(__file__).resolve().parent.parent
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
SECONDS = 600
"""Most seconds of one run of the browser."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of borrowed texts beside the project; tests that need it are skipped where it is missing."""
    folder = Path(os.environ.get("KRONIK_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip("the shared folder is not here")
    return folder


@pytest.fixture(scope="session")
def packs() -> dict[str, LanguagePack]:
    """Every language pack by its code."""
    return dict(load_packs())


@pytest.fixture(scope="session")
def told_in_browser():
    """Return what a page of the test's own finds in Debian's Chromium; skips where there is none.

    The page is an address, options follow; it writes JSON between two marks ``told:``.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Debian's chromium is not installed")

    def told(address: str, *options: str):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            command = [chromium, *QUIET, *options, f"--user-data-dir={profile}", "--dump-dom", address]
            run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
        found = unescape(run.stdout).split("told:")
        assert len(found) == 3, run.stdout[-2000:]
        return json.loads(found[1])

    return told
