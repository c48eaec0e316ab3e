"""Which key does what on the residents tab."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from openblock.features.residents.ui import card_deeds as deeds
from openblock.ui import shortcuts

#: Keys of the card's deeds.
DEEDS: Mapping[str, str] = {
    "place-resident": deeds.PLACE,
    "swap-residents": deeds.SWAP,
    "release-resident": deeds.RELEASE,
    "change-entry": deeds.EDIT,
    "add-note": deeds.NOTE,
}


def bind_keys(
    tab: QWidget, acts: Mapping[str, Callable[[], object]], do: Callable[[str], object]
) -> None:
    """Bind ``acts`` by key, and the card's deeds to ``do``."""
    bound = {**acts, **{key: partial(do, name) for key, name in DEEDS.items()}}
    for key, act in bound.items():
        for shortcut in shortcuts.bind(key, tab):
            shortcut.activated.connect(act)
