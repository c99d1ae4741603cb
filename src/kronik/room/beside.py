"""Having a job done in a process beside this one."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import msgspec

from kronik.room.preparing import Job

Runner = Callable[[Job], Iterator[str]]
"""Does a job, and yields what stands as `kronik.room.preparing.prepare` does."""

_CODE = "from kronik.room.preparing import main; main()"


def in_a_process(job: Job) -> Iterator[str]:
    """Have a job done by a fresh interpreter; it ends with this process, or when this is closed."""
    command = [sys.executable, "-c", _CODE, msgspec.json.encode(job, enc_hook=str).decode()]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603 (our own code)
    try:
        assert process.stdout is not None  # noqa: S101 (asked for above)
        for line in process.stdout:
            yield line.strip()
    finally:
        process.kill()
        process.wait()
