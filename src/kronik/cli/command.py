"""What a command of the command line is."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from kronik.cli.catalogue import Catalogue
from kronik.cli.console import Console

AddArguments = Callable[[argparse.ArgumentParser, Catalogue], None]
"""Adds the arguments of a command to its parser."""

Run = Callable[[argparse.Namespace, Console], int]
"""Runs a command; returns the exit code."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, which is also its section in the messages, its arguments, and what it does."""

    name: str
    arguments: AddArguments
    run: Run
