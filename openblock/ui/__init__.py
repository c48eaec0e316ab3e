"""Shared Qt: what every screen is made of, knowing no feature."""

from __future__ import annotations

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12 takes one reference from None with every Qt call that returns nothing. Since
    # Python 3.12 None cannot die of it; on 3.11 the programme would abort after some thousand
    # calls ("none_dealloc"), so None is given more references than a year of calls can take.
    ctypes.c_ssize_t.from_address(id(None)).value = 1 << 48
