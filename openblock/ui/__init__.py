"""Shared Qt: window, grid, forms, paper, sign-in; the features put their screens into it."""

from __future__ import annotations

import ctypes
import sys

if sys.version_info < (3, 12):
    # WORKAROUND: PySide6 6.12 returns None, True, False and NotImplemented without taking a
    # reference, which is right since Python 3.12, where they cannot die. On 3.11 each such Qt call
    # brings them one step nearer to it, and the programme aborts after some ten thousand calls
    # ("none_dealloc"): they are given more references than years of calls can take.
    for _lasting in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(_lasting)).value = 1 << 48
