"""How the residents' sheets read on paper: A4 portrait."""

from __future__ import annotations

from openblock.features.residents.sheets_pdf.extract import extract_pdf
from openblock.features.residents.sheets_pdf.ready import ready_extract, ready_residents
from openblock.features.residents.sheets_pdf.register import resident_list_pdf

__all__ = ["extract_pdf", "ready_extract", "ready_residents", "resident_list_pdf"]
