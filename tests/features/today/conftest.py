"""The practice block, for the shift that is on duty in it."""

from __future__ import annotations

from tests.features.shadowing.conftest import blank_file, block, practice_file

__all__ = ["blank_file", "block", "practice_file"]
