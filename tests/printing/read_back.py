"""Reads a PDF back, as a printer's user would: its words, its fonts, what it says of itself."""

from __future__ import annotations

import io
import re
from typing import Any

import pdfplumber
from pypdf import PdfReader


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def pages(pdf: bytes) -> list[str]:
    """The text of each page, in the order in which it was drawn."""
    return [page.extract_text() for page in reader(pdf).pages]


def text(pdf: bytes) -> str:
    return "\n".join(pages(pdf))


def unbroken(pdf: bytes) -> str:
    """All text without spaces and line ends: for what may stand on several lines."""
    return re.sub(r"\s", "", text(pdf))


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font the file lists, and whether its outlines are inside."""
    found: dict[str, bool] = {}
    for page in reader(pdf).pages:
        listed: Any = page["/Resources"]["/Font"]
        for entry in listed.values():
            font = entry.get_object()
            descriptor = font.get("/FontDescriptor")
            found[str(font["/BaseFont"])] = descriptor is not None and (
                "/FontFile2" in descriptor.get_object()
            )
    return found


def words(pdf: bytes) -> list[list[dict[str, Any]]]:
    """The words of each page with their places, in points from the top left corner."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [page.extract_words(use_text_flow=True) for page in document.pages]
