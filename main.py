"""Starts OpenBlock from its folder, or says what the computer lacks for it."""

from __future__ import annotations

import sys

OLDEST_PYTHON = (3, 11)


def main() -> int:
    """The exit code of the programme; 2 when something has to be installed first."""
    if sys.version_info < OLDEST_PYTHON:  # pragma: no cover
        print(
            "OpenBlock needs Python {}.{} or newer; this is {}.{}.".format(
                *OLDEST_PYTHON, *sys.version_info[:2]
            ),
            file=sys.stderr,
        )
        return 2
    # Only after the version is known to be enough: what follows would not even be read by less.
    from openblock.needs import package_trouble  # noqa: PLC0415

    trouble = package_trouble()
    if trouble:
        print(trouble, file=sys.stderr)
        return 2
    # Only after its packages are known to be there.
    from openblock.cli import main as run  # noqa: PLC0415

    return run()


if __name__ == "__main__":
    sys.exit(main())
