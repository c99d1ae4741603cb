"""Opening the room: the server's socket, its worker, and what is said to the person who opened it."""

import secrets
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kronik.errors import UsageError
from kronik.room.beside import in_a_process
from kronik.room.gate import TOKEN_BYTES, Gate, is_loopback
from kronik.room.keeper import Keeper, OnProgress

BACKLOG = 128
"""Visitors that may wait at the door."""

OnOpen = Callable[[str, str | None], None]
"""Told the address of the room and its token (None where none is needed), when the chronicle has been read."""


def serve(
    chronicle: Path,
    *,
    host: str,
    port: int,
    token: str | None = None,
    on_open: OnOpen = lambda *_: None,
    on_progress: OnProgress = lambda _: None,
) -> None:
    """Serve a chronicle until the process is interrupted.

    Args:
        chronicle: read only; a build may go on beside.
        host: to bind to. Beyond this machine a visitor needs a token.
        port: to bind to.
        token: for visitors; made by chance where one is needed and none (or an empty one) is given.
        on_open: told when the room opens.
        on_progress: told how far the reading of the chronicle is.

    Raises:
        UsageError: the extra ``serve`` is not installed, or the port cannot be had.
        ChronicleError: the file is no chronicle.
    """
    try:
        import uvicorn  # noqa: PLC0415 (optional: only the room needs it)

        from kronik.room.application import room_application  # noqa: PLC0415 (the same)
    except ImportError as error:
        raise UsageError("the reading room needs Starlette and uvicorn: pip install 'kronik[serve]'") from error
    token = token or (None if is_loopback(host) else secrets.token_urlsafe(TOKEN_BYTES))
    gate = Gate(host=host, token=token)
    with _ending_in_order(), tempfile.TemporaryDirectory(prefix="kronik-") as folder:
        keeper = Keeper(chronicle, Path(folder), run=in_a_process)
        application = room_application(keeper, gate)
        keeper.read(on_progress)
        settings = uvicorn.Config(
            application, host=host, port=port, log_level="critical", access_log=False, lifespan="off",
            server_header=False, date_header=False,
        )  # fmt: skip
        server = uvicorn.Server(settings)
        name = f"[{host}]" if ":" in host else host
        try:
            socket = settings.bind_socket()
        except SystemExit as error:
            raise UsageError(f"{host}:{port} cannot be listened on: choose another --port") from error
        socket.listen(BACKLOG)  # so that whoever hears of the address may come at once
        on_open(f"http://{name}:{socket.getsockname()[1]}/", token)
        server.run(sockets=[socket])


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let a request to terminate end the process as Ctrl-C does: the temporary folder goes with it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
