"""``kronik serve``: the reading room, a chronicle in the browser."""

import argparse
from pathlib import Path

from kronik.cli.arguments import add_chronicle_option, chronicle_and_words, whole
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.console import Console
from kronik.errors import UsageError

HOST = "127.0.0.1"
"""Where the room opens unless told otherwise: only this machine can come."""
PORT = 8642
"""Port unless told otherwise: free of well-known services."""
HIGHEST_PORT = 65_535
"""Greatest number that a TCP port can have."""


def _arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="*", metavar="CHRONICLE", help=text("arguments.chronicle_option"))
    add_chronicle_option(parser, text)
    parser.add_argument("--host", default=HOST, metavar="HOST", help=text("serve.host", default=HOST))
    parser.add_argument(
        "--port", type=whole(text, "--port", 0), default=PORT, metavar="N", help=text("serve.port", default=PORT)
    )
    parser.add_argument("--token", metavar="TOKEN", help=text("serve.token"))


def _run(options: argparse.Namespace, console: Console) -> int:
    from kronik.room.serving import serve  # noqa: PLC0415 (other commands need no stories and no server)

    text = console.text
    path, words = chronicle_and_words(options.words, options.chronicle, text)
    if words:
        raise UsageError(text("parser.unknown", names=" ".join(words)))
    if options.port > HIGHEST_PORT:
        raise UsageError(text("serve.bad_port", value=options.port, most=HIGHEST_PORT))

    def opened(address: str, token: str | None) -> None:
        console.out(text("serve.open", name=Path(path).name, address=address))
        if token is not None:
            console.out(text("serve.with_token", address=f"{address}?token={token}"))
        console.say(text("serve.end"))

    def read(articles: int) -> None:
        console.say(text("serve.reading", articles=text.number(articles)))

    serve(path, host=options.host, port=options.port, token=options.token, on_open=opened, on_progress=read)
    return 0


SERVE = Command("serve", _arguments, _run)
