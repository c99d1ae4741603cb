"""``python -m kronik``: the same as the command ``kronik``."""

import sys

from kronik.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
