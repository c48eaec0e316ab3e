"""Lets ``python -m openblock`` be the ``openblock`` command."""

from __future__ import annotations

import sys

from openblock.cli import main

if __name__ == "__main__":
    sys.exit(main())
