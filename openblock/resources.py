"""Finds what travels with the programme: fonts, icons, catalogues, samples, the manual."""

from __future__ import annotations

from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a file or folder below ``resources/``, in a checkout and in a wheel alike.

    Raises FileNotFoundError with the missing name when the installation is incomplete.
    """
    package = Path(__file__).parent
    for root in (package / "resources", package.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(("resources", *parts)))
