"""How the list of a shift reads on paper: A4 portrait."""

from __future__ import annotations

from openblock.features.today.sheets_pdf.ready import ready_shift
from openblock.features.today.sheets_pdf.shift import shift_pdf

__all__ = ["ready_shift", "shift_pdf"]
