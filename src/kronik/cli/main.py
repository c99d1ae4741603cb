"""The command ``kronik``: choose the language, parse, run, and turn errors into exit codes."""

import os
import sys
from collections.abc import Sequence

from kronik.cli.catalogue import choose_language, load_catalogue
from kronik.cli.console import Console
from kronik.cli.parser import build_parser, command_of
from kronik.errors import KronikError, UsageError

EXIT_USAGE = 2
"""Wrong arguments, or a chronicle of another version."""
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
        options = build_parser(catalogue).parse_args(words)
        return command_of(options.command).run(options, console)
    except UsageError as error:
        console.error(catalogue("program.error", message=error))
        return EXIT_USAGE
    except KronikError as error:
        console.error(catalogue("program.error", message=error))
        return EXIT_FAULT
    except KeyboardInterrupt:
        console.error(catalogue("program.interrupted"))
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        return _closed_pipe()
    except OSError as error:
        console.error(catalogue("program.error", message=_told(error)))
        return EXIT_FAULT


def _told(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}" if error.filename else str(error)


def _closed_pipe() -> int:
    """End quietly when the reader of our output has gone (``kronik extract ... | head``)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
