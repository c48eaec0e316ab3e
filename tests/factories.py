"""Rows to test with, each with a default for every fact the test is not about.

Every feature adds its own section at the end.
"""

from __future__ import annotations
