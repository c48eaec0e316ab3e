"""What stands on the paper about residents: the list of names, and one person's own extract."""

from __future__ import annotations

from openblock.features.residents.sheets.extract import ExtractSheet, extract_sheet
from openblock.features.residents.sheets.register import (
    Copy,
    ResidentLine,
    ResidentList,
    resident_list,
)

__all__ = ["Copy", "ExtractSheet", "ResidentLine", "ResidentList", "extract_sheet", "resident_list"]
