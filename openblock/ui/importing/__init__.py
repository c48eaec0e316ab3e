"""The import of a list on one screen: file, columns, every row as it would become, faults."""

from __future__ import annotations

from openblock.ui.importing.dialog import ImportDialog, open_import
from openblock.ui.importing.offer import ImportOffer, ListKind, offer_of

__all__ = ["ImportDialog", "ImportOffer", "ListKind", "offer_of", "open_import"]
