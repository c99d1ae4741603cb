"""The command ``kronik``: choose the language, parse, run, and turn errors into exit codes."""

import os
import sys
from collections.abc import Sequence

from kronik.cli.catalogue import Catalogue, choose_language, load_catalogue
from kronik.cli.console import Console
from kronik.cli.parser import build_parser, command_of
from kronik.cli.translation import CAUSE, translate
from kronik.errors import ChronicleError, KronikError, UsageError

EXIT_USAGE = 2
"""Wrong arguments, a chronicle of another version, or a file that is none."""
EXIT_FAULT = 1
"""Something is broken: the chronicle, the machine, or Kronik."""
EXIT_INTERRUPTED = 130
"""Stopped from the keyboard, as shells count it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code.

    Args:
        arguments: words after the program's name; those of the process when not given.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    catalogue = load_catalogue(choose_language(words))
    console = Console(catalogue)
    try:
        return _run(words, console)
    except BrokenPipeError:
        return _closed_pipe()
    except KeyboardInterrupt:
        console.error(catalogue("program.interrupted"))
        return EXIT_INTERRUPTED
    except (KronikError, OSError) as error:
        message = _told(error, catalogue) if isinstance(error, OSError) else translate(str(error), catalogue)
        console.error(catalogue("program.error", message=message))
        return EXIT_USAGE if isinstance(error, UsageError | ChronicleError) else EXIT_FAULT


def _run(words: Sequence[str], console: Console) -> int:
    parser = build_parser(console.text)
    if not words:
        parser.print_help(sys.stderr)
        return EXIT_USAGE
    options = parser.parse_args(words)
    return command_of(options.command).run(options, console)


def _told(error: OSError, catalogue: Catalogue) -> str:
    if not error.filename or not error.strerror:
        return str(error)
    return f"{error.filename}: {translate(error.strerror, catalogue, kind=CAUSE)}"


def _closed_pipe() -> int:
    """End quietly when the reader of our output has gone (``kronik extract ... | head``)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
