"""Fixtures that every test may use."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack

settings.register_profile("kronik", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kronik")  # how long an example takes says how busy the machine is, and nothing of the program

ROOT = Path(__file__).resolve().parent.parent


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
