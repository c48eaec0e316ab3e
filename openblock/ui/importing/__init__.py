"""The import of a list on one screen: file, columns, every row as it would become, faults."""

from __future__ import annotations

from openblock.ui.importing.dialog import ImportDialog
from openblock.ui.importing.offer import ImportOffer

__all__ = ["ImportDialog", "ImportOffer"]
