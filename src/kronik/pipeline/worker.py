"""The worker process: ``python -m kronik.pipeline.worker FD`` lives on one end of a pipe and runs shards.

It is sent the settings first, then (input, output, items given up). It answers with the number of each item that it
starts, ``"done"`` after a shard, or an error after which it is of no use.
"""

import sys
from multiprocessing.connection import Connection

from kronik.errors import KronikError
from kronik.pipeline.processing import process_shard
from kronik.pipeline.resources import load_resources
from kronik.pipeline.settings import Settings, WorkerLimits


def main() -> None:
    """Serve the pipe whose file descriptor is the only argument."""
    line: Connection = Connection(int(sys.argv[1]))
    try:
        serve(line)
    except (EOFError, OSError, KeyboardInterrupt):
        return


def serve(line: Connection) -> None:
    """Take shards from the line until it closes.

    Raises:
        EOFError, OSError: the other side is gone.
    """
    settings: Settings = line.recv()
    limit_memory(settings.worker)
    try:
        resources = load_resources()
    except KronikError as error:
        line.send(error)
        return
    while True:
        source, output, given_up = line.recv()
        try:
            process_shard(source, output, settings, resources=resources, given_up=given_up, started=line.send)
        except OSError as error:
            line.send(KronikError(f"cannot write {output.name}: {error.strerror}"))
        else:
            line.send("done")


def limit_memory(limits: WorkerLimits) -> None:
    """Bound the address space of this process, where the system can; 0 sets no bound."""
    if limits.memory_bytes <= 0:
        return
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = limits.memory_bytes if hard == resource.RLIM_INFINITY else min(hard, limits.memory_bytes)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


if __name__ == "__main__":
    main()
