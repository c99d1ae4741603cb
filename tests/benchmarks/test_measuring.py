"""The measuring of commands: peaks of parent and children are told apart."""

import subprocess
import sys

import pytest
from measuring import PROC, measured

MEBIBYTE = 1024 * 1024
HOLD = "import time; block = b'x' * (80 * 1024 * 1024); time.sleep(0.4)"


def test_a_large_parent_is_seen_as_such() -> None:
    run = measured([sys.executable, "-c", HOLD])
    assert run.parent_bytes > 80 * MEBIBYTE
    assert run.worker_bytes < 80 * MEBIBYTE
    assert run.seconds >= 0.4


@pytest.mark.skipif(not PROC.is_dir(), reason="children are measured through /proc")
def test_a_large_child_is_seen_as_such() -> None:
    run = measured([sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD!r}])"])
    assert run.worker_bytes > 80 * MEBIBYTE
    assert run.parent_bytes < 80 * MEBIBYTE


def test_a_command_that_fails_is_no_measurement() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measured([sys.executable, "-c", "raise SystemExit(3)"])
