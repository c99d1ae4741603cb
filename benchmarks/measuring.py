"""Run a command and measure it: time, peak memory of the process itself and of its largest child."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
POLL_SECONDS = 0.05
"""Time between two looks at the processes; their peak is the system's own high-water mark, so that only what a process
gains in its last moment is missed."""
KIBIBYTE = 1024
STANDARD_ERROR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a command took.

    Attributes:
        seconds: wall clock.
        cpu_seconds: processor time of the command and the children that it waited for.
        parent_bytes: peak resident memory of the command's own process.
        worker_bytes: peak resident memory of its largest descendant. Both are 0 where the system has no /proc.
    """

    seconds: float
    cpu_seconds: float
    parent_bytes: int
    worker_bytes: int


def measured(command: Sequence[str]) -> Run:
    """Run the command to its end and return what it took.

    Raises:
        subprocess.CalledProcessError: it ended with another exit code than 0.
    """
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=STANDARD_ERROR)  # what is printed belongs to the figures alone
    parent = worker = 0
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        # What wait4 tells at the end is the maximum over parent and children, so that both are watched while they live.
        parent = max(parent, peak_bytes(process.pid))
        worker = max([worker, *(peak_bytes(child) for child in descendants(process.pid))])
        time.sleep(POLL_SECONDS)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(
        seconds=time.perf_counter() - start,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        parent_bytes=parent,
        worker_bytes=worker,
    )


def descendants(pid: int) -> tuple[int, ...]:
    """Return the ids of the children of a process, and of theirs; those that end meanwhile are left out."""
    found: list[int] = []
    pending = [pid]
    while pending:
        # A child belongs to the thread that started it, and a pool starts its workers from a thread of its own.
        threads = (PROC / str(pending.pop()) / "task").glob("*/children")
        children = [int(child) for path in threads for child in _words(path)]
        found += children
        pending += children
    return tuple(found)


def peak_bytes(pid: int) -> int:
    """Return the peak resident memory of a process, 0 when it is gone or the system does not tell."""
    words = _words(PROC / str(pid) / "status")
    return int(words[words.index("VmHWM:") + 1]) * KIBIBYTE if "VmHWM:" in words else 0


def _words(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").split()
    except OSError:
        return []
